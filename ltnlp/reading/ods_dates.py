"""Dates that an OpenDocument sheet shows without a day: "maart 2022" is kept as 1 March."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from ltnlp.domain.errors import UnreadableSourceError
from ltnlp.reading.archive import opened, part
from ltnlp.reading.ods_spans import MAIN, repeated
from ltnlp.reading.sheet_dates import Place, Shown
from ltnlp.reading.xmltree import attribute, local, tree_of

STYLES = "styles.xml"
MAX_COLUMNS = 1_000
"""Of which the style of a whole column is looked at."""


def ods_without_day(content: bytes) -> dict[Place, Shown]:
    """Return where in an ods a date is shown as a month or a year.

    Nothing where the workbook cannot be looked into: its dates then stay days.
    """
    try:
        with opened(content) as archive:
            root = tree_of(part(archive, MAIN))
            named = STYLES in archive.namelist()
            common = tree_of(part(archive, STYLES)) if named else root
    except UnreadableSourceError:
        return {}
    styles = dict(_styles([*root.iter(), *common.iter()]))
    tables = (element for element in root.iter() if local(element) == "table")
    return {place: shown for t in tables for place, shown in _cells(t, styles)}


def _styles(elements: Sequence[ET.Element]) -> Iterator[tuple[str, Shown]]:
    """Yield the styles of cells that show no day."""
    dates = {
        attribute(style, "name"): {local(piece) for piece in style}
        for style in elements
        if local(style) == "date-style"
    }
    for style in elements:
        shown = dates.get(attribute(style, "data-style-name"), set())
        if local(style) == "style" and "year" in shown and "day" not in shown:
            kind = Shown.MONTH if "month" in shown else Shown.YEAR
            yield attribute(style, "name") or "", kind


def _cells(
    table: ET.Element, styles: dict[str, Shown]
) -> Iterator[tuple[Place, Shown]]:
    name, row = attribute(table, "name") or "", 1
    columns = [
        attribute(column, "default-cell-style-name") or ""
        for column in table.iter()
        if local(column) == "table-column"
        for _ in range(min(repeated(column, "number-columns-repeated"), MAX_COLUMNS))
    ]
    for line in (element for element in table.iter() if local(element) == "table-row"):
        column = 1
        for cell in line:
            default = columns[column - 1] if column <= len(columns) else ""
            shown = styles.get(attribute(cell, "style-name") or default)
            if shown is not None and attribute(cell, "date-value"):
                yield (name, row, column), shown
            column += repeated(cell, "number-columns-repeated")
        row += repeated(line, "number-rows-repeated")
