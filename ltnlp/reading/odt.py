"""OpenDocument texts: paragraphs and tables in document order, notes, comments."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ltnlp.domain.documents import Place, ReadText, SegmentKind
from ltnlp.reading.archive import opened, part
from ltnlp.reading.comments import with_comments
from ltnlp.reading.lines import Composer
from ltnlp.reading.segments import segments_of
from ltnlp.reading.spanning import SpannedRows, SpanningCell, count_of
from ltnlp.reading.xmltree import attribute, children, local, tree_of

MAIN = "content.xml"
_BLANKS = re.compile(r"[ \t\r\n]+")
_DROPPED = frozenset(
    {
        "tracked-changes",
        "table-of-content",
        "sequence-decls",
        "variable-decls",
        "annotation-end",
        "bibliography",
        "forms",
        "user-field-decls",
        "title",
        "desc",
    }
)
_MARKS = frozenset({"annotation", "soft-page-break"})
MAX_REPEAT = 64


class _Aside:
    """What stands beside the text: foot- and endnotes, comments, text boxes, pages.

    Pages are known where the program that saved it left its page breaks behind.
    """

    def __init__(self, *, paged: bool) -> None:
        self.page = 1 if paged else None
        self.notes: list[str] = []
        self.comments: list[tuple[str, str]] = []
        self.boxes: list[ET.Element] = []


def read_odt(content: bytes) -> ReadText:
    """Read an OpenDocument text; headers, footers and properties are left out.

    Raises:
        UnreadableSourceError: `corrupt`, `encrypted`, `too_large` or `unsafe`.
    """
    with opened(content) as archive:
        content_part = part(archive, MAIN)
    root = tree_of(content_part)
    composer, aside = Composer(), _Aside(paged=b"soft-page-break" in content_part)
    for body in children(root, "body"):
        for text_body in children(body, "text"):
            _blocks(text_body, composer, aside)
    if aside.notes:
        composer.add("")
    for note in aside.notes:
        composer.add(note)
    text, lines = composer.done()
    read = ReadText(format="odt", text=text, segments=segments_of(text, lines))
    return with_comments(read, aside.comments)


def _blocks(parent: ET.Element, composer: Composer, aside: _Aside) -> None:
    for block in parent:
        name = local(block)
        if name in ("p", "h"):
            kind = SegmentKind.HEADING if name == "h" else SegmentKind.PARAGRAPH
            page = aside.page
            composer.add(_words(block, aside), kind=kind, place=Place(page=page))
            _boxes(composer, aside)
        elif name == "table":
            _table(block, composer, aside)
        elif name in _MARKS:
            "".join(_piece(block, aside))
        elif name not in _DROPPED:
            _blocks(block, composer, aside)


def _boxes(composer: Composer, aside: _Aside) -> None:
    boxes, aside.boxes = aside.boxes, []
    for box in boxes:
        _blocks(box, composer, aside)


def _words(element: ET.Element, aside: _Aside) -> str:
    """Return the words of a paragraph; runs of blanks are one, as the format says."""
    raw = "".join(_pieces(element, aside))
    return _BLANKS.sub(" ", raw).strip(" ").replace("\0", " ")


def _pieces(element: ET.Element, aside: _Aside) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _piece(child, aside)
        yield child.tail or ""


def _piece(child: ET.Element, aside: _Aside) -> Iterator[str]:
    name = local(child)
    if name == "s":
        yield "\0" * _number(attribute(child, "c"))
    elif name in ("tab", "line-break"):
        yield " "
    elif name == "soft-page-break":
        aside.page = aside.page + 1 if aside.page else None
    elif name == "annotation":
        aside.comments.append(_comment(child, aside))
    elif name == "note":
        aside.notes.extend(_inner(body, aside) for body in children(child, "note-body"))
    elif name == "text-box":
        aside.boxes.append(child)
    elif name not in _DROPPED:
        yield from _pieces(child, aside)


def _number(value: str | None) -> int:
    return min(int(value), MAX_REPEAT) if value and value.isdecimal() else 1


def _comment(annotation: ET.Element, aside: _Aside) -> tuple[str, str]:
    author = "".join(c.text or "" for c in children(annotation, "creator")).strip()
    return author, _inner(annotation, aside)


def _inner(parent: ET.Element, aside: _Aside) -> str:
    """Return the paragraphs inside an element, at any depth, on one line."""
    found: list[str] = []
    for child in parent:
        if local(child) in ("p", "h"):
            found.append(_words(child, aside))
        elif local(child) not in ("creator", "date", "date-string"):
            found.append(_inner(child, aside))
    return " ".join(filter(None, found))


def _table(table: ET.Element, composer: Composer, aside: _Aside) -> None:
    spanned = SpannedRows()
    for number, row in enumerate(_rows(table), start=1):
        cells = spanned.row(told for cell in row for told in _cell(cell, aside))
        composer.add_row(cells, place=Place(page=aside.page, row=number))
    _boxes(composer, aside)


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in ("table-header-rows", "table-row-group", "table-rows"):
            yield from _rows(child)


def _cell(cell: ET.Element, aside: _Aside) -> Iterator[SpanningCell]:
    """Yield a cell as often as it is repeated; one that another covers is not told."""
    if local(cell) != "table-cell":
        return
    told = SpanningCell(
        words=_inner(cell, aside),
        wide=count_of(attribute(cell, "number-columns-spanned")),
        high=count_of(attribute(cell, "number-rows-spanned")),
    )
    yield from [told] * _number(attribute(cell, "number-columns-repeated"))
