"""One door for every source: bytes → text with its segments, or a refusal."""

from collections.abc import Callable

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.docx import read_docx
from ltnlp.reading.formats import format_of
from ltnlp.reading.limits import MAX_UPLOAD
from ltnlp.reading.odt import read_odt
from ltnlp.reading.refusals import refused
from ltnlp.reading.sheets import read_sheets
from ltnlp.reading.txt import read_txt
from ltnlp.reading.vtt import read_vtt

READERS: dict[str, Callable[[bytes], ReadText]] = {
    "txt": read_txt,
    "vtt": read_vtt,
    "docx": read_docx,
    "odt": read_odt,
    "xlsx": lambda content: read_sheets(content, "xlsx"),
    "xls": lambda content: read_sheets(content, "xls"),
    "ods": lambda content: read_sheets(content, "ods"),
}
FORMATS = tuple(READERS)


def read(
    content: bytes, *, name: str, source: str = "", isolated: bool = True
) -> ReadText:
    """Read a source; the content decides the format, the name only breaks ties.

    Raises:
        UnreadableSourceError: naming `source`, an id, and never the file's name.
    """
    try:
        return _read(content, name)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(
            error.reason, message_nl=error.message_nl, source=source
        ) from None


def _read(content: bytes, name: str) -> ReadText:
    if len(content) > MAX_UPLOAD:
        raise refused(UnreadableReason.TOO_LARGE)
    text = READERS[format_of(content, name)](content)
    if not text.segments:
        raise refused(UnreadableReason.NO_TEXT)
    return text
