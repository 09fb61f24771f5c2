"""Spreadsheets (xlsx, xls, ods): a row a line, its cells joined by bars."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ltnlp.domain.documents import Place, ReadText
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.archive import ZIP_MARKS, opened
from ltnlp.reading.comments import with_comments
from ltnlp.reading.dutch import month, short_day
from ltnlp.reading.limits import MAX_CELLS, MAX_ROWS
from ltnlp.reading.lines import Composer
from ltnlp.reading.ods_dates import ods_without_day
from ltnlp.reading.ods_spans import Area, spans_of
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of
from ltnlp.reading.sheet_dates import Shown, without_day
from ltnlp.reading.sheet_notes import remarks_of, warnings_of
from ltnlp.reading.sheet_serials import Row, with_days
from ltnlp.reading.spanning import MAX_TOLD

HIDDEN_NL = "Verborgen werkbladen zijn niet gelezen."
_LOOKS = {"xlsx": without_day, "ods": ods_without_day}
"""How to find which dates show no day; nothing tells it of an xls."""

_BREAKS = re.compile(r"[\t\r\n\v\f]+")


def read_sheets(content: bytes, format_name: str) -> ReadText:
    """Read a workbook, visible sheets one after another with an empty line between.

    Raises:
        UnreadableSourceError: `corrupt`, `encrypted`, `too_large` or `unsafe`.
    """
    if content.startswith(ZIP_MARKS):
        opened(content).close()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _read(workbook, content, format_name)
    except PasswordError:
        raise refused(UnreadableReason.ENCRYPTED) from None
    except (CalamineError, ValueError, OSError):
        raise refused(UnreadableReason.CORRUPT) from None


def _read(workbook: CalamineWorkbook, content: bytes, format_name: str) -> ReadText:
    composer = Composer()
    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    visible = [s for s in sheets if s.visible == SheetVisibleEnum.Visible]
    days = _Days(content, format_name)
    spans = spans_of(content) if format_name == "ods" else {}
    for number, told in enumerate(visible, start=1):
        if number > 1:
            composer.add("")
        sheet = workbook.get_sheet_by_name(told.name)
        for row, values in with_days(list(_rows(sheet, spans.get(told.name, ())))):
            words = [
                _BREAKS.sub(" ", days.word(value, (told.name, row, column))).strip(" ")
                for column, value in values
            ]
            composer.add_row(words, place=Place(row=row, sheet=number))
    text, lines = composer.done()
    warnings = (HIDDEN_NL,) if len(visible) < len(sheets) else ()
    is_xlsx = format_name == "xlsx"
    read = ReadText(
        format=format_name,
        text=text,
        segments=segments_of(text, lines),
        warnings_nl=warnings + (warnings_of(content) if is_xlsx else ()),
    )
    return with_comments(read, remarks_of(content)) if is_xlsx else read


def _rows(sheet: CalamineSheet, spans: Sequence[Area]) -> Iterator[Row]:
    """Yield the rows of a sheet with their number and that of their cells, from 1."""
    if sheet.height > MAX_ROWS or sheet.height * sheet.width > MAX_CELLS:
        raise refused(UnreadableReason.TOO_LARGE)
    top, left = sheet.start or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)
    for area in sheet.merged_cell_ranges or spans:
        _tell_again(rows, area, top, left)
    for number, values in enumerate(rows, start=top + 1):
        yield number, list(enumerate(values, start=left + 1))


def _tell_again(rows: list[list[Any]], area: Area, top: int, left: int) -> None:
    """Tell a short cell that spans several rows, such as a date, in each of them."""
    (first, column), (last, _) = area
    at = column - left
    if not (0 <= first - top < len(rows) and 0 <= at < len(rows[first - top])):
        return
    told = rows[first - top][at]
    if len(str(told)) <= MAX_TOLD:
        for row in rows[first - top + 1 : last - top + 1]:
            row[at] = told


class _Days:
    """Writes cells; which dates show no day is looked up when one could be it."""

    def __init__(self, content: bytes, format_name: str) -> None:
        self._content = content
        self._known: dict[tuple[str, int, int], Shown] | None = None
        self._look = _LOOKS.get(format_name)

    def word(self, value: object, place: tuple[str, int, int]) -> str:
        """Return a cell as a Dutch reader writes it."""
        if isinstance(value, dt.date) and value.day == 1:
            if self._known is None:
                self._known = self._look(self._content) if self._look else {}
            shown = self._known.get(place)
            if shown is not None:
                return month(value) if shown is Shown.MONTH else str(value.year)
        return word_of(value)


def word_of(value: object) -> str:
    """Return "5-3-2024", "12", "3,5" or the words that a cell holds."""
    if isinstance(value, bool):
        return "waar" if value else "onwaar"
    if isinstance(value, dt.datetime):
        day = short_day(value)
        return f"{day} {value:%H:%M}" if value.time() != dt.time() else day
    if isinstance(value, dt.date):
        return short_day(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else f"{value:.10g}".replace(".", ",")
    return str(value)
