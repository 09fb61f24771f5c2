"""Spreadsheets (xlsx, xls, ods): a row a line, its cells joined by bars."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence

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
from ltnlp.reading.limits import MAX_CELLS, MAX_ROWS
from ltnlp.reading.lines import Composer
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of

HIDDEN_NL = "Verborgen werkbladen zijn niet gelezen."
_BLANKS = re.compile(r"\s+")


def read_sheets(content: bytes, format_name: str) -> ReadText:
    """Read a workbook, visible sheets one after another with an empty line between.

    Raises:
        UnreadableSourceError: `corrupt`, `encrypted`, `too_large` or `unsafe`.
    """
    if content.startswith(ZIP_MARKS):
        opened(content).close()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return _read(workbook, format_name)
    except PasswordError:
        raise refused(UnreadableReason.ENCRYPTED) from None
    except (CalamineError, ValueError, OSError):
        raise refused(UnreadableReason.CORRUPT) from None


def _read(workbook: CalamineWorkbook, format_name: str) -> ReadText:
    composer = Composer()
    hidden = False
    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    shown = [s for s in sheets if s.visible == SheetVisibleEnum.Visible]
    hidden = len(shown) < len(sheets)
    for number, sheet in enumerate(shown, start=1):
        if number > 1:
            composer.add("")
        _rows(workbook.get_sheet_by_name(sheet.name), number, composer)
    text, lines = composer.done()
    return ReadText(
        format=format_name,
        text=text,
        segments=segments_of(text, lines),
        warnings_nl=(HIDDEN_NL,) if hidden else (),
    )


def _rows(sheet: CalamineSheet, number: int, composer: Composer) -> None:
    """Add the rows of a sheet; an empty first column is left out."""
    if sheet.height > MAX_ROWS or sheet.height * sheet.width > MAX_CELLS:
        raise refused(UnreadableReason.TOO_LARGE)
    first = (sheet.start or (0, 0))[0] + 1
    rows = sheet.to_python(skip_empty_area=True)
    for row, values in enumerate(rows, start=first):
        composer.add_row(list(words_of(values)), place=Place(row=row, sheet=number))


def words_of(values: Sequence[object]) -> Iterator[str]:
    """Yield cells as a Dutch reader writes them: "5-3-2024", "12", "3,5"."""
    for value in values:
        yield _BLANKS.sub(" ", _word(value)).strip()


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "waar" if value else "onwaar"
    if isinstance(value, dt.datetime):
        day = f"{value.day}-{value.month}-{value.year}"
        return f"{day} {value:%H:%M}" if value.time() != dt.time() else day
    if isinstance(value, dt.date):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else f"{value:.10g}".replace(".", ",")
    return str(value)
