"""Rich text: paragraphs and tables in document order."""

import re
from collections.abc import Sequence

from striprtf.striprtf import rtf_to_text

from ltnlp.domain.documents import Place, ReadText
from ltnlp.reading.comments import with_comments
from ltnlp.reading.lines import BULLETS, Composer
from ltnlp.reading.rtf_asides import Aside, apart_from_asides
from ltnlp.reading.segments import segments_of
from ltnlp.reading.spanning import MAX_TOLD

# Private letters stand for the borders of a table: the library writes bars, which a
# text may hold itself.
_CELL, _ROW, _TABLE = "\ue000", "\ue001", "\ue002"
_COLUMN, _GOES_ON = "\ue003", "\ue004"
_WORDS = (
    (re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-z])"), r"\\u57344 ?"),
    (re.compile(r"(?<!\\)\\(?:nest)?row(?![a-z])"), r"\\u57345 ?"),
    (re.compile(r"(?<!\\)\\trowd(?![a-z])"), r"\\u57346 ?\\trowd"),
    (re.compile(r"(?<!\\)\\line(?![a-z])"), r"\\tab"),
    (re.compile(r"(?<!\\)\\cellx-?\d{1,6}"), r"\\u57347 ?"),
    (re.compile(r"(?<!\\)\\clvmrg(?![a-z])"), r"\\u57348 ?"),
    # A deletion that was tracked becomes a group that readers pass over.
    (re.compile(r"(?<!\\)\\deleted(?![a-z0-9])"), r"\\*\\deleted"),
)
_NO_BORDERS = dict.fromkeys(map(ord, _TABLE + _COLUMN + _GOES_ON)) | {ord(_CELL): " "}
_SHAPE = re.compile(f"[{_COLUMN}{_GOES_ON}][{_COLUMN}{_GOES_ON}\\s]*")
_BLANKS = re.compile(r"[ \t\n]+")
_TABS = re.compile(r"\t+")
SOFT_HYPHEN, HARD_HYPHEN = "\xad", "\u2011"


def read_rtf(content: bytes) -> ReadText:
    """Read a rich text; headers, footers and pictures are left out.

    Insertions that were tracked are read, deletions are not; notes stand under the
    text, and comments under those.
    """
    source, asides = apart_from_asides(content.decode("cp1252", "replace"))
    composer = Composer()
    *tables, rest = _plain(source).split(_ROW)
    above: list[str] = []
    for number, stretch in enumerate(tables, start=1):
        before, _, row = stretch.partition(_TABLE)
        above = above if not before.strip() else []
        _paragraphs(before.translate(_NO_BORDERS), composer)
        above = _row(row, above)
        composer.add_row(above, place=Place(row=number))
    _paragraphs(rest.translate(_NO_BORDERS), composer)
    _notes(asides, composer)
    text, lines = composer.done()
    read = ReadText(format="rtf", text=text, segments=segments_of(text, lines))
    comments = [(one.author, _line(one)) for one in asides if one.is_comment]
    return with_comments(read, [(who, words) for who, words in comments if words])


def _plain(source: str) -> str:
    """Return the text of a rich text, with our letters for the borders of tables."""
    for pattern, instead in _WORDS:
        source = pattern.sub(instead, source)
    told: str = rtf_to_text(source, "cp1252", "ignore")  # type: ignore[no-untyped-call]
    # Rich text writes an emoji as two halves; a half that stands alone is no letter.
    told = told.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    told = told.replace(SOFT_HYPHEN, "").replace(HARD_HYPHEN, "-")
    return BULLETS.sub("•", told)


def _notes(asides: Sequence[Aside], composer: Composer) -> None:
    notes = [words for one in asides if not one.is_comment and (words := _line(one))]
    if notes:
        composer.add("")
    for words in notes:
        composer.add(words)


def _line(aside: Aside) -> str:
    return _BLANKS.sub(" ", _plain(aside.source).translate(_NO_BORDERS)).strip()


def _paragraphs(stretch: str, composer: Composer) -> None:
    if not stretch.strip("\n"):
        return
    for line in stretch.removesuffix("\n").split("\n"):
        composer.add(_TABS.sub(" ", line))


def _row(stretch: str, above: Sequence[str]) -> list[str]:
    """Return the cells of a row; one that goes on with that above tells it again."""
    shape = _SHAPE.search(stretch)
    columns = re.sub(r"\s", "", shape.group()).split(_COLUMN) if shape else []
    bare = stretch.translate(dict.fromkeys(map(ord, _TABLE + _COLUMN + _GOES_ON)))
    cells = [_BLANKS.sub(" ", cell).strip() for cell in bare.split(_CELL)]
    for at, (told, column) in enumerate(zip(above, columns, strict=False)):
        if _GOES_ON in column and at < len(cells) and not cells[at]:
            cells[at] = told if len(told) <= MAX_TOLD else ""
    return cells
