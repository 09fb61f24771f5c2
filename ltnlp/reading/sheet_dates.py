"""Dates that a workbook shows without a day: it keeps "mrt-22" as 1 March 2022."""

import io
import re
import zipfile
from collections.abc import Iterator
from enum import Enum

from openpyxl import load_workbook

_ASIDE = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.|;.*")
MAX_ROWS, MAX_COLUMNS = 5_000, 30
Place = tuple[str, int, int]
"""Name of the sheet, row and column, from 1."""


class Shown(Enum):
    """What is shown of a date whose day is not."""

    MONTH = "month"
    YEAR = "year"


def without_day(content: bytes) -> dict[Place, Shown]:
    """Return where in an xlsx a date is shown as a month or a year.

    Nothing where the workbook cannot be looked into: its dates then stay days.
    """
    try:
        return dict(_found(content))
    except (ValueError, LookupError, TypeError, AttributeError, OSError):
        return {}
    except zipfile.BadZipFile:
        return {}


def _found(content: bytes) -> Iterator[tuple[Place, Shown]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
            for cell in row:
                if cell.value is None or not cell.is_date:
                    continue
                shown = _shown(str(cell.number_format))
                if shown is not None:
                    yield (sheet.title, cell.row, cell.column), shown
    book.close()


def _shown(number_format: str) -> Shown | None:
    letters = _ASIDE.sub("", number_format.lower())
    if "y" not in letters or "d" in letters or "h" in letters:
        return None
    return Shown.MONTH if "m" in letters else Shown.YEAR
