"""Which cells of an OpenDocument sheet span rows: the library does not tell."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ltnlp.domain.errors import UnreadableSourceError
from ltnlp.reading.archive import opened, part
from ltnlp.reading.spanning import count_of
from ltnlp.reading.xmltree import attribute, local, tree_of

Area = tuple[tuple[int, int], tuple[int, int]]
"""Row and column, from 0, of the first cell and of the last."""

MAIN = "content.xml"
MARK = b"number-rows-spanned"
MAX_AREAS = 10_000


def spans_of(content: bytes) -> dict[str, tuple[Area, ...]]:
    """Return the areas over several rows of each sheet, by its name.

    Nothing where the workbook cannot be looked into: a date then stands in its first
    row only.
    """
    try:
        with opened(content) as archive:
            main = part(archive, MAIN)
        if MARK not in main:
            return {}
        tables = (e for e in tree_of(main).iter() if local(e) == "table")
        return {attribute(t, "name") or "": tuple(_areas(t)) for t in tables}
    except UnreadableSourceError:
        return {}


def _areas(table: ET.Element) -> Iterator[Area]:
    found = row = 0
    for line in table.iter():
        if local(line) != "table-row":
            continue
        column = 0
        for cell in line:
            high = count_of(attribute(cell, "number-rows-spanned"))
            if high > 1 and found < MAX_AREAS:
                found += 1
                yield (row, column), (row + high - 1, column)
            column += repeated(cell, "number-columns-repeated")
        row += repeated(line, "number-rows-repeated")


def repeated(element: ET.Element, name: str) -> int:
    """Return how often a row or cell stands there."""
    value = attribute(element, name)
    return int(value) if value and value.isdecimal() and len(value) < 8 else 1
