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
MAX_FILES = 500
"""Of a zip of sources: several reviews would fit."""

MAX_CHARACTERS = 10_000_000
"""Of text as read: some sixty novels."""

MAX_ROWS = 200_000
MAX_CELLS = 2_000_000
MAX_PAGES = 5_000
MAX_DEPTH = 200
"""Of nested elements; Python walks them with some calls each."""

MAX_PLAIN_HERE = MEGABYTE
"""Plain text up to this size is read without a child process."""

WORKER_MEMORY = 1536 * MEGABYTE
WORKER_CPU_SECONDS = 30
WORKER_SECONDS = 90.0
READS_PER_WORKER = 200
IDLE_WORKERS = 2
