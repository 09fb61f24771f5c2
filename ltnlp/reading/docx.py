"""Word documents: paragraphs and tables in document order, then notes and comments."""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from ltnlp.domain.documents import Place, ReadText, SegmentKind
from ltnlp.reading.archive import main_part, opened, part
from ltnlp.reading.comments import with_comments
from ltnlp.reading.docx_marks import has_deleted_end, is_placeholder
from ltnlp.reading.lines import Composer
from ltnlp.reading.segments import segments_of
from ltnlp.reading.transcripts import is_cue
from ltnlp.reading.xmltree import attribute, children, local, tree_of

MAIN = "word/document.xml"
COMMENTS = "word/comments.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_HEADING_STYLE = re.compile(
    r"(?:heading|kop|title|titel|subtitle|ondertitel)[\s_-]?\d*", re.IGNORECASE
)
_DROPPED = frozenset(
    {
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "pPr",
        "rPr",
        "rt",
        "Fallback",
        "delInstrText",
        "annotationRef",
    }
)
_BLANK = frozenset({"tab", "br", "cr", "ptab"})
_SOFT = frozenset({"br", "cr"})
_BLANKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_HOLDERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
MAX_TOLD = 60
MACROS_NL = "Het bestand bevat macro's; die zijn niet uitgevoerd en niet gelezen."


def read_docx(content: bytes) -> ReadText:
    """Read a Word document; headers, footers and properties are left out.

    Insertions that were tracked are read, deletions are not.

    Raises:
        UnreadableSourceError: `corrupt`, `encrypted`, `too_large` or `unsafe`.
    """
    with opened(content) as archive:
        has_macros = any(n.endswith("vbaProject.bin") for n in archive.namelist())
        main = part(archive, main_part(archive) or MAIN)
        composer = Composer()
        body = next(children(tree_of(main), "body"), None)
        if body is not None:
            walk = _Walk(composer, paged=b"lastRenderedPageBreak" in main)
            walk.blocks(body)
            walk.end()
        _notes(archive, composer)
        remarks = _comments(archive)
    text, lines = composer.done()
    segments = segments_of(text, lines)
    warnings = (MACROS_NL,) if has_macros else ()
    read = ReadText(format="docx", text=text, segments=segments, warnings_nl=warnings)
    return with_comments(read, remarks)


class _Walk:
    """Walks through the body of a document and writes what it meets.

    Pages are known where the program that saved it left its page breaks behind.
    """

    def __init__(self, composer: Composer, *, paged: bool) -> None:
        self._composer = composer
        self._page = 1 if paged else None
        self._begun = ""
        """What a paragraph began whose end was deleted: the next one goes on with it."""

    def blocks(self, parent: ET.Element) -> None:
        """Write the paragraphs and tables in an element."""
        for block in parent:
            name = local(block)
            if name == "p":
                self._paragraph(block)
            elif name == "tbl":
                self._table(block)
            elif name in _HOLDERS and not is_placeholder(block):
                self.blocks(block)

    def end(self) -> None:
        """Write what a paragraph began that nothing goes on with."""
        if self._begun:
            self._composer.add(self._begun, place=Place(page=self._page))
            self._begun = ""

    def _paragraph(self, paragraph: ET.Element) -> None:
        before, after = self._turned(paragraph)
        kind = SegmentKind.HEADING if _is_heading(paragraph) else SegmentKind.PARAGRAPH
        place = Place(page=before)
        if has_deleted_end(paragraph):
            self._begun += _words(paragraph)
            self._page = after
            return
        for line in _lines(paragraph):
            self._composer.add(self._begun + line, kind=kind, place=place)
            self._begun = ""
        self._page = after
        for box in _boxes(paragraph):
            self.blocks(box)

    def _turned(self, element: ET.Element) -> tuple[int | None, int | None]:
        """Return the page on which an element begins, and that on which it ends."""
        if self._page is None:
            return None, None
        begins = ends = self._page
        written = False
        for inner in element.iter():
            name = local(inner)
            if name == "lastRenderedPageBreak":
                ends += 1
                begins += not written
            written = written or (name == "t" and bool(inner.text))
        return begins, ends

    def _table(self, table: ET.Element) -> None:
        self.end()
        above: list[str] = []
        for number, row in enumerate(_rows(table), start=1):
            cells = list(_cells(row))
            if len(cells) == 1 and len(list(children(cells[0], "p"))) > 1:
                self.blocks(cells[0])
                continue
            page, self._page = self._turned(row)
            above = list(_texts(cells, above))
            self._composer.add_row(above, place=Place(page=page, row=number))


def _is_heading(paragraph: ET.Element) -> bool:
    for properties in children(paragraph, "pPr"):
        for style in children(properties, "pStyle"):
            return bool(_HEADING_STYLE.fullmatch(attribute(style, "val") or ""))
    return False


def _words(element: ET.Element) -> str:
    return _BLANKS.sub(" ", "".join(_pieces(element)))


def _lines(paragraph: ET.Element) -> list[str]:
    """Return a paragraph as one line; a cue of a recorded meeting as its own lines.

    Such a paragraph holds times, who speaks, and what is said, each on a soft line.
    """
    written = "".join(_pieces(paragraph, "\n"))
    if is_cue(written.lstrip().partition("\n")[0]):
        return [_BLANKS.sub(" ", line) for line in written.splitlines()]
    return [_BLANKS.sub(" ", written)]


def _pieces(element: ET.Element, soft: str = " ") -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _BLANK:
            yield soft if name in _SOFT else " "
        elif name == "noBreakHyphen":
            yield "-"
        elif (
            name not in _DROPPED and name != "txbxContent" and not is_placeholder(child)
        ):
            yield from _pieces(child, soft)


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    """Yield the text boxes in a paragraph; the older copy of each is left out."""
    for child in element:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name not in _DROPPED and name != "t":
            yield from _boxes(child)


def _rows(table: ET.Element) -> Iterator[ET.Element]:
    for child in table:
        name = local(child)
        if name == "tr" and not _is_deleted(child):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _rows(child)


def _is_deleted(row: ET.Element) -> bool:
    return any(
        local(mark) == "del" for props in children(row, "trPr") for mark in props
    )


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _texts(cells: Sequence[ET.Element], above: Sequence[str]) -> Iterator[str]:
    """Yield the words of each cell, and empty ones for the columns it spans.

    A short cell that spans several rows, such as a date, is told in each of them.
    """
    column = 0
    for cell in cells:
        words = " ".join(filter(None, (w.strip() for w in _cell_words(cell))))
        width = 1
        for properties in children(cell, "tcPr"):
            for mark in properties:
                if local(mark) == "gridSpan":
                    width = _number(attribute(mark, "val"))
                elif _goes_on(mark) and column < len(above) and not words:
                    words = above[column] if len(above[column]) <= MAX_TOLD else ""
        yield words
        yield from [""] * (width - 1)
        column += width


def _goes_on(mark: ET.Element) -> bool:
    """Tell whether a mark says that a cell goes on with the one above it."""
    return local(mark) == "vMerge" and attribute(mark, "val") in (None, "continue")


def _number(value: str | None) -> int:
    return min(int(value), 63) if value and value.isdecimal() else 1


def _cell_words(parent: ET.Element) -> Iterator[str]:
    for child in parent:
        if local(child) == "p":
            yield _words(child)
            for box in _boxes(child):
                yield from _cell_words(box)
        elif local(child) != "tcPr":
            yield from _cell_words(child)


def _notes(archive: ZipFile, composer: Composer) -> None:
    """Add foot- and endnotes under the text, after an empty line."""
    found: list[str] = []
    for name in NOTES:
        if name not in archive.namelist():
            continue
        for note in tree_of(part(archive, name)):
            if attribute(note, "type") not in (None, "normal"):
                continue
            words = " ".join(_cell_words(note)).strip()
            if words:
                found.append(words)
    if found:
        composer.add("")
    for words in found:
        composer.add(words)


def _comments(archive: ZipFile) -> list[tuple[str, str]]:
    if COMMENTS not in archive.namelist():
        return []
    found = []
    for comment in children(tree_of(part(archive, COMMENTS)), "comment"):
        words = " ".join(_cell_words(comment)).strip()
        if words:
            found.append(((attribute(comment, "author") or "").strip(), words))
    return found
