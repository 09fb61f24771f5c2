"""PDF: paragraphs and table rows per page, without running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2 as pdfium
from pypdfium2 import raw

from ltnlp.domain.documents import Place, ReadText, Segment, SegmentKind
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.limits import MAX_PAGES
from ltnlp.reading.lines import Composer
from ltnlp.reading.pdf_columns import columns_of
from ltnlp.reading.pdf_lines import (
    Line,
    begins_anew,
    ends_open,
    joined,
    lines_of,
    paragraphs_of,
    recurring_labels,
)
from ltnlp.reading.pdf_page import Rules, Word, rules_of, words_of
from ltnlp.reading.pdf_ruled import ruled_tables
from ltnlp.reading.pdf_tables import NEAR, Table, aligned_tables
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of

_NUMBER = re.compile(
    r"(?:[-–—]\s)?(?:(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*)?\d{1,4}"
    r"(?:\s*(?:/|van|of)\s*\d{1,4})?(?:\s[-–—])?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
EDGE_LINES = 3
"""Lines at the top and the bottom of a page that may be running ones."""

RUNNING_SHARE = 0.5
MIN_CUT_WORDS = 3
MIN_DIVIDED = 2
"""Lines with wide gaps on a page without which it has no table to look for."""

ATTACHED_NL = "Bestanden die in de pdf zijn bijgevoegd, zijn niet gelezen."
LARGE = 1.15
"""Of the usual height of letters: a heading."""


class _Page:
    """One page: its words, drawn lines and number."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self.number = number
        self.words, turn = words_of(page)
        self.rules = Rules(flat=(), upright=())
        lines = lines_of(self.words)
        if sum(len(line.fragments()) > 1 for line in lines) >= MIN_DIVIDED:
            self.rules = rules_of(page, turn)
        self.lines = lines
        self.edges = [*lines[:EDGE_LINES], *lines[EDGE_LINES:][-EDGE_LINES:]]
        """The lines that may be running heads or feet."""


def read_pdf(content: bytes) -> ReadText:
    """Read a PDF that holds text.

    Raises:
        UnreadableSourceError: `no_text` for scans, `encrypted`, `corrupt`,
            `too_large`.
    """
    with closing(_opened(content)) as document:
        if len(document) > MAX_PAGES:
            raise refused(UnreadableReason.TOO_LARGE)
        pages = [_Page(page, number) for number, page in enumerate(document, start=1)]
        left_out = document.count_attachments()
    empty = [page.number for page in pages if not page.words]
    if len(empty) == len(pages):
        raise refused(UnreadableReason.NO_TEXT)
    text, lines = _composed(pages)
    return ReadText(
        format="pdf",
        text=text,
        segments=segments_of(text, lines),
        warnings_nl=_warnings(empty, left_out),
    )


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        why = UnreadableReason.ENCRYPTED if locked else UnreadableReason.CORRUPT
        raise refused(why) from None


def _composed(pages: Sequence[_Page]) -> tuple[str, tuple[Segment, ...]]:
    running = _running(pages)
    labels = recurring_labels(line for page in pages for line in page.lines)
    writer = _Writer(_usual_height(pages), labels)
    for page in pages:
        writer.turn_to(page.number)
        for part in _parts(page, running, labels):
            writer.add(part)
    return writer.done()


class _Writer:
    """Writes paragraphs and tables; one that a page end cuts in two is made whole."""

    def __init__(self, height: float, labels: frozenset[str]) -> None:
        self._height = height
        self._labels = labels
        self._composer = Composer()
        self._open = ""
        self._opened_on = self._page = 0
        self._rows: list[tuple[int, list[str]]] = []
        self._columns: tuple[float, ...] = ()
        self._first = True

    def turn_to(self, page: int) -> None:
        """Begin a page."""
        self._page, self._first = page, True

    def add(self, part: Table | list[Line]) -> None:
        """Add a table, or the lines of one paragraph."""
        if isinstance(part, Table):
            self._add_table(part)
        elif not (self._first and self._ends_row(part)):
            self._add_paragraph(part)
        self._first = False

    def done(self) -> tuple[str, tuple[Segment, ...]]:
        """Return the text and its lines."""
        self._close()
        return self._composer.done()

    def _add_table(self, table: Table) -> None:
        rows = [(self._page, list(row)) for row in table.rows]
        goes_on = self._first and self._columns and bool(self._rows)
        if goes_on and len(self._columns) == len(table.columns):
            if _is_rest(self._rows[-1][1], rows[0][1]):
                _extend(self._rows[-1][1], rows.pop(0)[1])
            self._rows.extend(rows)
            return
        self._close()
        self._rows, self._columns = rows, table.columns

    def _ends_row(self, lines: Sequence[Line]) -> bool:
        """Take lines that end a cell of the page before; tell whether they do."""
        for at, column in enumerate(self._columns[1:], start=1):
            if self._rows and abs(lines[0].left - column) < NEAR:
                rest = [""] * len(self._columns)
                rest[at] = joined([line.text for line in lines])
                _extend(self._rows[-1][1], rest)
                return True
        return False

    def _add_paragraph(self, lines: Sequence[Line]) -> None:
        text = joined([line.text for line in lines])
        if len(lines) == 1 and lines[0].height > LARGE * self._height:
            self._close()
            place = Place(page=self._page)
            self._composer.add(text, kind=SegmentKind.HEADING, place=place)
        elif self._first and self._open and self._crosses(text):
            self._open = joined([self._open, text])
        else:
            self._close()
            self._open, self._opened_on = text, self._page

    def _crosses(self, text: str) -> bool:
        """Tell whether a text goes on with the paragraph that is open."""
        anew = begins_anew(text, after=self._open, labels=self._labels)
        return ends_open(self._open) and text[0].islower() and not anew

    def _close(self) -> None:
        """Write what was kept because it might go on."""
        if self._open:
            self._composer.add(self._open, place=Place(page=self._opened_on))
        for number, (page, cells) in enumerate(self._rows, start=1):
            self._composer.add_row(cells, place=Place(page=page, row=number))
        self._open, self._rows, self._columns = "", [], ()


def _is_rest(above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row is the rest of the one that the page before ends with."""
    cut = (
        ends_open(one) and other[0].islower()
        for one, other in zip(above, below, strict=False)
        if len(one.split()) >= MIN_CUT_WORDS and other
    )
    return not below[0] or any(cut)


def _extend(cells: list[str], rest: Sequence[str]) -> None:
    """Add the rest of each cell to what stands in it."""
    for at, words in enumerate(rest[: len(cells)]):
        if words:
            cells[at] = joined([cells[at], words]) if cells[at] else words


def _usual_height(pages: Sequence[_Page]) -> float:
    heights = sorted(word.height for page in pages for word in page.words)
    return heights[len(heights) // 2]


def _running(pages: Sequence[_Page]) -> frozenset[tuple[str, int]]:
    """Return the lines, digits apart, on one height at the edge of most pages."""
    if len(pages) < 2:
        return frozenset()
    counts = Counter(key for page in pages for key in {*map(_key, page.edges)})
    least = max(2, RUNNING_SHARE * len(pages))
    return frozenset(key for key, count in counts.items() if count >= least)


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.middle)


def _parts(
    page: _Page, running: frozenset[tuple[str, int]], labels: frozenset[str]
) -> Iterator[Table | list[Line]]:
    """Yield the tables and paragraphs of a page in reading order."""
    tables, rest = ruled_tables(_without_running(page, running), page.rules)
    if not tables:
        for column in columns_of(rest):
            yield from _blocks(lines_of(column), labels)
        return
    lines = lines_of(rest)
    for table in sorted(tables, key=lambda t: -t.top):
        above = [line for line in lines if line.middle > table.top]
        lines = lines[len(above) :]
        yield from _blocks(above, labels)
        yield table
    yield from _blocks(lines, labels)


def _blocks(
    lines: Sequence[Line], labels: frozenset[str]
) -> Iterator[Table | list[Line]]:
    """Yield the tables that are not drawn, and the paragraphs between them."""
    for block in aligned_tables(lines):
        if isinstance(block, Table):
            yield block
        else:
            right = max(line.right for line in block)
            yield from paragraphs_of(block, right=right, labels=labels)


def _without_running(page: _Page, running: frozenset[tuple[str, int]]) -> list[Word]:
    """Return the words of a page but for running lines and the number of the page."""
    edges = page.edges
    ends = edges[:1] + edges[-1:]
    dropped = {
        word.order
        for line in edges
        if _key(line) in running or (line in ends and _NUMBER.fullmatch(line.text))
        for word in line.words
    }
    return [word for word in page.words if word.order not in dropped]


def _warnings(empty: Sequence[int], left_out: int) -> tuple[str, ...]:
    warnings = [ATTACHED_NL] if left_out else []
    if empty:
        some = ", ".join(map(str, empty[:20])) + (" …" if len(empty) > 20 else "")
        scans = f"Op bladzijde {some} staat geen tekst die te lezen is (een scan?)."
        warnings.append(scans)
    return tuple(warnings)
