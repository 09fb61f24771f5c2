"""Web pages: a block a line, a table row on one line."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ltnlp.domain.documents import Place, ReadText, SegmentKind
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.encoding import decode
from ltnlp.reading.html_bounds import is_crowded
from ltnlp.reading.lines import Composer
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of
from ltnlp.reading.spanning import SpannedRows, SpanningCell, count_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "main"),
    *("header", "footer", "aside", "blockquote", "pre", "address", "figure", "form"),
    *("figcaption", "table", "tbody", "thead", "tr", "td", "th", "caption", "hr"),
    *("br", "body", "fieldset", "legend", "details", "summary", "nav"),
}
_DROPPED = frozenset(
    {
        *("script", "style", "head", "noscript", "template", "svg", "iframe"),
        *("object", "select", "button", "textarea", "canvas", "audio", "video"),
    }
)
_BLANKS = re.compile(r"[ \t\r\n\f\u200b]+")
_NESTING = r"(?:div|span|font|b|i|em|strong|u|a|table|section|article|ul|ol|blockquote)"
_OPENING = re.compile(rf"<{_NESTING}\b", re.IGNORECASE)
_CLOSING = re.compile(rf"</{_NESTING}\b", re.IGNORECASE)
_CONTROLS = re.compile("[\0-\x08\x0e-\x1f]")
MAX_OPEN = 5_000


def read_html(content: bytes) -> ReadText:
    """Read a web page; scripts, styles and forms are left out.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`, `unsafe`.
    """
    decoded = decode(content)
    composer = Composer()
    add_html(decoded.text, composer)
    text, lines = composer.done()
    return ReadText(
        format="html",
        text=text,
        segments=segments_of(text, lines),
        encoding=decoded.encoding,
    )


def add_html(source: str, composer: Composer) -> None:
    """Add the text of a page to what `composer` holds."""
    if _deepest(source) > MAX_OPEN or is_crowded(source):
        raise refused(UnreadableReason.UNSAFE)
    body = LexborHTMLParser(source).body
    if body is not None:
        _Flow(composer).walk(body)


def _deepest(source: str) -> int:
    """Return how many elements are left open: parsing those takes quadratic time."""
    return len(_OPENING.findall(source)) - len(_CLOSING.findall(source))


class _Flow:
    """Gathers running text into lines; a block begins and ends one."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._words: list[str] = []
        self._kind = SegmentKind.PARAGRAPH

    def walk(self, root: LexborNode) -> None:
        """Visit the nodes in order, without recursion: a page may be nested deeply."""
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                self._end_line()
            elif node.tag == "-text":
                self._words.append(node.text_content or "")
            elif node.tag == "table" and _is_data(node):
                self._end_line()
                self._table(node)
            elif node.tag not in _DROPPED:
                self._enter(node, waiting)
        self._end_line()

    def _enter(self, node: LexborNode, waiting: list[tuple[LexborNode, bool]]) -> None:
        if node.tag in _BLOCKS:
            self._end_line()
            waiting.append((node, True))
            if node.tag in _HEADINGS:
                self._kind = SegmentKind.HEADING
        waiting.extend((child, False) for child in reversed(list(_children(node))))

    def _end_line(self) -> None:
        line = _one_line("".join(self._words))
        if line:
            self._composer.add(line, kind=self._kind)
            self._kind = SegmentKind.PARAGRAPH
        self._words = []

    def _table(self, table: LexborNode) -> None:
        spanned = SpannedRows()
        for number, row in enumerate(table.css("tr"), start=1):
            words = spanned.row(_cells(row))
            self._composer.add_row(words, place=Place(row=number))


def _one_line(words: str) -> str:
    """Return words with single blanks; signs that no reader sees are left out."""
    return _BLANKS.sub(" ", _CONTROLS.sub("", words)).strip()


def _children(node: LexborNode) -> Iterator[LexborNode]:
    yield from node.iter(include_text=True)


def _is_data(table: LexborNode) -> bool:
    """Tell whether a table holds rows of cells, and not the layout of a page."""
    if table.css_first("table table") is not None:
        return False
    spanned = SpannedRows()
    rows = [list(_cells(row)) for row in table.css("tr")]
    told = [len(list(filter(None, spanned.row(cells)))) for cells in rows]
    wide = [len(cells) > 1 or n > 1 for cells, n in zip(rows, told, strict=True)]
    return sum(wide) > 1


def _cells(row: LexborNode) -> Iterator[SpanningCell]:
    for cell in row.iter():
        if cell.tag in ("td", "th"):
            yield SpanningCell(
                words=_one_line(cell.text(separator=" ")),
                wide=count_of(cell.attributes.get("colspan")),
                high=count_of(cell.attributes.get("rowspan")),
            )
