"""What a workbook holds beside the values of its cells: remarks, hidden rows, formulas."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from ltnlp.domain.errors import UnreadableSourceError
from ltnlp.reading.archive import opened, part
from ltnlp.reading.xmltree import attribute, children, local, tree_of

HIDDEN_CELLS_NL = "Verborgen rijen of kolommen zijn meegelezen."
FORMULA_NL = (
    "Sommige cellen hebben een formule zonder uitkomst en zijn leeg gelezen. Open het "
    "bestand in Excel, sla het op en lever het opnieuw aan."
)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_REMARKS = re.compile(r"xl/comments\d*\.xml|xl/comments/comment\d*\.xml")
_HIDDEN = re.compile(rb"<(?:row|col)\s[^>]{0,300}\bhidden=\"(?:1|true)\"")
_EMPTY_FORMULA = re.compile(rb"</?f[^<>]{0,100}>(?:<v\s?/>|<v></v>)?</c>")
_THREADED = re.compile(
    r"\[(?:threaded comment|opmerkingenthread)\].*?(?:comment|opmerking):\s*",
    re.I | re.S,
)
MAX_REMARKS = 5_000


def warnings_of(content: bytes) -> tuple[str, ...]:
    """Return what a reader of an xlsx should know, in Dutch; nothing where all is told."""
    hidden = empty = False
    with opened(content) as archive:
        for name in filter(_SHEET.fullmatch, archive.namelist()):
            sheet = _part(archive, name)
            hidden = hidden or _HIDDEN.search(sheet) is not None
            empty = empty or _EMPTY_FORMULA.search(sheet) is not None
    told = ((hidden, HIDDEN_CELLS_NL), (empty, FORMULA_NL))
    return tuple(words for is_so, words in told if is_so)


def remarks_of(content: bytes) -> list[tuple[str, str]]:
    """Return the remarks at cells of an xlsx: who made them, and the words."""
    with opened(content) as archive:
        names = filter(_REMARKS.fullmatch, archive.namelist())
        found = [remark for name in names for remark in _remarks(_part(archive, name))]
    return found[:MAX_REMARKS]


def _part(archive: ZipFile, name: str) -> bytes:
    try:
        return part(archive, name)
    except UnreadableSourceError:
        return b""


def _remarks(content: bytes) -> Iterator[tuple[str, str]]:
    try:
        root = tree_of(content)
    except UnreadableSourceError:
        return
    authors = [
        (author.text or "").strip()
        for group in children(root, "authors")
        for author in children(group, "author")
    ]
    for remark in (element for element in root.iter() if local(element) == "comment"):
        words = " ".join(
            "".join(t.text or "" for t in remark.iter() if local(t) == "t").split()
        )
        at = attribute(remark, "authorId") or ""
        author = authors[int(at)] if at.isdecimal() and int(at) < len(authors) else ""
        author = "" if author.startswith("tc=") else author
        words = _THREADED.sub("", words).removeprefix(f"{author}:").strip()
        if words:
            yield author, words
