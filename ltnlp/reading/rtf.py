"""Rich text: paragraphs and tables in document order."""

import re
from collections.abc import Sequence

from striprtf.striprtf import rtf_to_text

from ltnlp.domain.documents import Place, ReadText
from ltnlp.reading.lines import Composer
from ltnlp.reading.segments import segments_of

# Private letters stand for the borders of a table: the library writes bars, which a
# text may hold itself.
_CELL, _ROW, _TABLE = "\ue000", "\ue001", "\ue002"
_WORDS = (
    (re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-z])"), r"\\u57344 ?"),
    (re.compile(r"(?<!\\)\\(?:nest)?row(?![a-z])"), r"\\u57345 ?"),
    (re.compile(r"(?<!\\)\\trowd(?![a-z])"), r"\\u57346 ?\\trowd"),
    (re.compile(r"(?<!\\)\\line(?![a-z])"), r"\\tab"),
)
_BLANKS = re.compile(r"[ \t\n]+")
_TABS = re.compile(r"\t+")
SOFT_HYPHEN, HARD_HYPHEN = "\xad", "\u2011"


def read_rtf(content: bytes) -> ReadText:
    """Read a rich text; headers, footers, notes and pictures are left out."""
    source = content.decode("cp1252", "replace")
    for pattern, instead in _WORDS:
        source = pattern.sub(instead, source)
    told: str = rtf_to_text(source, "cp1252", "ignore")  # type: ignore[no-untyped-call]
    told = told.replace(SOFT_HYPHEN, "").replace(HARD_HYPHEN, "-")
    composer = Composer()
    *tables, rest = told.split(_ROW)
    for number, stretch in enumerate(tables, start=1):
        before, _, row = stretch.partition(_TABLE)
        _paragraphs(before, composer)
        _row(row.replace(_TABLE, "").split(_CELL), number, composer)
    _paragraphs(rest.replace(_TABLE, "").replace(_CELL, " "), composer)
    text, lines = composer.done()
    return ReadText(format="rtf", text=text, segments=segments_of(text, lines))


def _paragraphs(stretch: str, composer: Composer) -> None:
    if not stretch.strip("\n"):
        return
    for line in stretch.removesuffix("\n").split("\n"):
        composer.add(_TABS.sub(" ", line))


def _row(cells: Sequence[str], number: int, composer: Composer) -> None:
    words = [_BLANKS.sub(" ", cell).strip() for cell in cells]
    composer.add_row(words, place=Place(row=number))
