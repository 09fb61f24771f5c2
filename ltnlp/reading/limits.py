"""How large a source may be, packed and unpacked, and how long reading may take."""

MEGABYTE = 1024 * 1024

MAX_UPLOAD = 100 * MEGABYTE
MAX_UNPACKED = 300 * MEGABYTE
MAX_PART = 60 * MEGABYTE
"""One XML part of a document: a book of a thousand pages has some five."""

MAX_RATIO = 200
RATIO_COUNTS_FROM = 10 * MEGABYTE
"""A small part may be packed as tightly as it likes."""

MAX_MEMBERS = 10_000
MAX_CHARACTERS = 30_000_000
MAX_ROWS = 200_000
MAX_CELLS = 5_000_000
MAX_PAGES = 5_000
MAX_DEPTH = 400

WORKER_MEMORY = 1536 * MEGABYTE
WORKER_SECONDS = 60.0
READS_PER_WORKER = 200
