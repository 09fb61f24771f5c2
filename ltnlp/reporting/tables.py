"""The timeline as rows, one for each telling: for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ltnlp.domain.dates import OPEN
from ltnlp.domain.rowformat import Column
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import no_formula, printable
from ltnlp.reporting.timeline_rows import Cell, rows_of
from ltnlp.reporting.words_nl import (
    FACTOR_STATUS,
    GAPS,
    LEVELS,
    REALISED,
    VALENCES,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Sheet = tuple[str, tuple[str, ...], list[tuple[Cell, ...]]]

TIMELINE = tuple(str(column) for column in Column)
ACTS = (
    "Datum",
    "Eerste dag",
    "Laatste dag",
    "Van",
    "Naar",
    "Wie van",
    "Wie naar",
    "Soort",
    "Fijner",
    "Gebeurd",
)
FACTORS = ("Niveau", "Factor", "Naam", "Werking", "Woorden in de bron", "Bron", "Stand")
GAP_COLUMNS = ("Soort", "Periode", "Organisatie", "Toelichting")
ABOUT = ("Over", "Toelichting")
WIDE = frozenset(
    {Column.EVENT, Column.WORDS, Column.CONFLICT, Column.ACTION, "Toelichting"}
)


def render_csv(report: ReportInput) -> bytes:
    """Return the timeline as CSV as Dutch Excel reads it: semicolons, UTF-8 with BOM."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(TIMELINE)
    for row in rows_of(report):
        writer.writerow([_in_csv(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _in_csv(cell: Cell) -> str:
    return "" if cell is None else no_formula(str(cell))


def render_xlsx(report: ReportInput) -> bytes:
    """Return timeline, interactions, factors and gaps as sheets of one workbook."""
    # Late: openpyxl takes a fifth of a second to load, and few commands need it.
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, columns, rows in _sheets(report):
        _fill(book.create_sheet(name), columns, rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheets(report: ReportInput) -> tuple[Sheet, ...]:
    return (
        ("Tijdlijn", TIMELINE, list(rows_of(report))),
        ("Verbanden", ACTS, list(_acts(report))),
        ("Factoren", FACTORS, list(_factors(report))),
        ("Gaten", GAP_COLUMNS, list(_gaps(report))),
        ("Over deze review", ABOUT, list(_about(report))),
    )


def _about(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    """Yield what heads and bounds the timeline: title, period and questions."""
    period = report.review.period
    yield "Titel", report.review.title
    yield "Periode", bounds_in_words(period) if period.known else "niet bepaald"
    for number, question in enumerate(report.review.questions, start=1):
        yield f"Onderzoeksvraag {number}", question


def _acts(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    for act in report.graph.interactions:
        bounds = act.date.bounds if act.date else OPEN
        yield (
            told_in_words(act.date),
            bounds.earliest,
            bounds.latest,
            report.kind_label(act.giver) if act.giver else "",
            report.kind_label(act.receiver) if act.receiver else "",
            act.giver_named,
            act.receiver_named,
            str(act.interaction_class),
            act.type.replace("_", " "),
            "uitgebleven" if act.expected else REALISED[act.realised],
        )


def _factors(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    labels = {source.id: source.label for source in report.documents}
    for factor in report.shown_factors():
        yield (
            LEVELS[factor.level],
            factor.code,
            report.factor_names.get(factor.code, factor.code),
            VALENCES[factor.valence],
            factor.wording,
            labels.get(factor.document, ""),
            FACTOR_STATUS[factor.status],
        )


def _gaps(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    for gap in report.timeline.gaps:
        yield (
            GAPS.get(gap.kind, "Open einde"),
            bounds_in_words(gap.bounds),
            report.kind_label(gap.organisation) if gap.organisation else "",
            gap.text_nl,
        )


def _fill(
    sheet: "Worksheet", columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(columns))
    for row in rows:
        sheet.append([printable(c) if isinstance(c, str) else c for c in row])
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if cell.data_type == "f":
                # Words of a source that begin with "=" are words.
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, name in enumerate(columns, start=1):
        sheet.cell(row=1, column=number).font = Font(bold=True)
        width = 52 if name in WIDE else 8 if name == "Nr" else 20
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    if rows:
        sheet.auto_filter.ref = sheet.dimensions
