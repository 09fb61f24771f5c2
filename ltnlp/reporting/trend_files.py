"""Tables of the trends for other programs: CSV and a workbook."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ltnlp.reporting.plain import no_formula, printable
from ltnlp.reporting.trend_inputs import Row, TrendInput
from ltnlp.reporting.trend_words import account

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_SHEET_NAME = 31
"""What Excel takes."""


def render_trends_csv(rows: Sequence[Row]) -> bytes:
    """Return rows as CSV as Dutch Excel reads it: semicolons, UTF-8 with BOM.

    What is withheld is empty.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(list(rows[0]) if rows else [])
    for row in rows:
        writer.writerow([_in_csv(value) for value in row.values()])
    return out.getvalue().encode("utf-8-sig")


def render_trends_xlsx(trends: TrendInput) -> bytes:
    """Return the answers of the named questions, a sheet for each, after an account."""
    # Late: openpyxl takes a fifth of a second to load, and few commands need it.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    first = book.create_sheet("Uitleg")
    for line in account(trends):
        first.append([printable(line)])
    first.column_dimensions["A"].width = 120
    for name, rows in trends.answers.items():
        if rows:
            sheet = book.create_sheet(name[:LONGEST_SHEET_NAME])
            _fill(sheet, trends.explanations.get(name, ""), rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(
    sheet: "Worksheet", explanation: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.append([explanation])
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([_in_sheet(value) for value in row.values()])
    for number, name in enumerate(rows[0], start=1):
        sheet.cell(row=2, column=number).font = Font(bold=True)
        longest = max(len(str(row[name] or "")) for row in rows)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = min(60, max(10, longest + 2))
    sheet.freeze_panes = "A3"
    last = get_column_letter(len(rows[0]))
    sheet.auto_filter.ref = f"A2:{last}{len(rows) + 2}"


def _in_csv(value: object) -> str:
    return "" if value is None else no_formula(str(value))


def _in_sheet(value: object) -> Any:
    return no_formula(printable(value)) if isinstance(value, str) else value
