"""One door for every source: bytes → text with its segments, or a refusal."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.csv import read_csv
from ltnlp.reading.docx import read_docx
from ltnlp.reading.eml import read_eml
from ltnlp.reading.formats import NAMES, PLAIN, ending_of, format_of, is_plain
from ltnlp.reading.html import read_html
from ltnlp.reading.isolation import Pool
from ltnlp.reading.limits import MAX_PLAIN_HERE, MAX_UPLOAD
from ltnlp.reading.md import read_md
from ltnlp.reading.odt import read_odt
from ltnlp.reading.refusals import refused
from ltnlp.reading.rtf import read_rtf
from ltnlp.reading.srt import read_srt
from ltnlp.reading.txt import read_txt
from ltnlp.reading.vtt import read_vtt


def _pdf(content: bytes) -> ReadText:
    from ltnlp.reading.pdf import read_pdf  # Late: see `make_ready`.

    return read_pdf(content)


def _sheets(content: bytes, *, format_name: str) -> ReadText:
    from ltnlp.reading.sheets import read_sheets  # Late: see `make_ready`.

    return read_sheets(content, format_name=format_name)


READERS: dict[str, Callable[[bytes], ReadText]] = {
    "txt": read_txt,
    "vtt": read_vtt,
    "docx": read_docx,
    "odt": read_odt,
    "xlsx": partial(_sheets, format_name="xlsx"),
    "xls": partial(_sheets, format_name="xls"),
    "ods": partial(_sheets, format_name="ods"),
    "csv": read_csv,
    "md": read_md,
    "srt": read_srt,
    "html": read_html,
    "rtf": read_rtf,
    "pdf": _pdf,
    "eml": read_eml,
}
FORMATS = tuple(READERS)


def read(
    content: bytes, *, name: str, source: str = "", isolated: bool = True
) -> ReadText:
    """Read a source; the content decides the format, the name only breaks ties.

    Files of other programs are parsed in a child process with bounds unless
    `isolated` is false; plain text of ordinary size is read here.

    Raises:
        UnreadableSourceError: naming `source`, an id, and never the file's name.
    """
    ending = ending_of(name)
    try:
        if isolated and not _is_harmless(content, ending):
            return _pool().read(content, ending)
        return read_here(content, ending)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(
            error.reason, message_nl=error.message_nl, source=source
        ) from None


def make_ready() -> None:
    """Load the libraries of all formats, before a process may use little memory.

    They take a second, and a process that reads no such file never needs them.
    """
    import ltnlp.reading.pdf
    import ltnlp.reading.sheets  # noqa: F401


def read_here(content: bytes, ending: str) -> ReadText:
    """Read a source in this process; `ending` is that of the file's name.

    Raises:
        UnreadableSourceError: whatever a library raised, too: its message could
            quote the text.
    """
    try:
        return _read(content, ending)
    except UnreadableSourceError:
        raise
    except MemoryError:
        raise refused(UnreadableReason.TOO_LARGE) from None
    except RecursionError:
        raise refused(UnreadableReason.UNSAFE) from None
    except Exception:  # noqa: BLE001 libraries raise anything on a broken file
        raise refused(UnreadableReason.CORRUPT) from None


def _read(content: bytes, ending: str) -> ReadText:
    if len(content) > MAX_UPLOAD:
        raise refused(UnreadableReason.TOO_LARGE)
    format_name = format_of(content, ending)
    text = READERS[format_name](content)
    if not text.segments or not any(map(str.isalnum, text.text)):
        raise refused(UnreadableReason.NO_TEXT)
    promised = NAMES.get(ending, format_name)
    if promised == format_name or {promised, format_name} <= PLAIN:
        return text
    warning = (
        f"De naam eindigt op .{ending}, maar de inhoud is {format_name}; "
        "het bestand is zo gelezen."
    )
    return replace(text, warnings_nl=(*text.warnings_nl, warning))


def _is_harmless(content: bytes, ending: str) -> bool:
    if len(content) > MAX_PLAIN_HERE:
        return len(content) > MAX_UPLOAD
    return is_plain(content) and format_of(content, ending) in PLAIN


@cache
def _pool() -> Pool:
    return Pool()
