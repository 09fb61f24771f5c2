"""The timeline as rows, one for each telling: for a spreadsheet."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ltnlp.domain.dates import OPEN
from ltnlp.domain.events import Account, Event
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import no_formula, printable
from ltnlp.reporting.words_nl import (
    FACTOR_STATUS,
    GAPS,
    LEVELS,
    REALISED,
    STATUS,
    VALENCES,
    place_in_words,
)

Cell = str | int | dt.date | None
Sheet = tuple[str, tuple[str, ...], list[tuple[Cell, ...]]]

TIMELINE = (
    "Nr",
    "Datum",
    "Eerste dag",
    "Laatste dag",
    "Wat gebeurde er",
    "Wie",
    "Organisaties",
    "Gebeurd",
    "Bron",
    "Plaats in bron",
    "Wie vertelt",
    "Wanneer opgeschreven",
    "Datum zoals verteld",
    "Woorden in de bron",
    "Verschil tussen bronnen",
    "Stand",
)
ACTS = (
    "Datum",
    "Eerste dag",
    "Laatste dag",
    "Van",
    "Naar",
    "Soort",
    "Fijner",
    "Gebeurd",
)
FACTORS = ("Niveau", "Factor", "Naam", "Werking", "Woorden in de bron", "Bron", "Stand")
GAP_COLUMNS = ("Soort", "Periode", "Organisatie", "Toelichting")
WIDE = frozenset({"Wat gebeurde er", "Woorden in de bron", "Verschil tussen bronnen"})
WIDE |= {"Toelichting"}


def render_csv(report: ReportInput) -> bytes:
    """Return the timeline as CSV as Dutch Excel reads it: semicolons, UTF-8 with BOM."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(TIMELINE)
    for row in timeline_rows(report):
        writer.writerow([_in_csv(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _in_csv(cell: Cell) -> str:
    return "" if cell is None else no_formula(str(cell))


def render_xlsx(report: ReportInput) -> bytes:
    """Return timeline, interactions, factors and gaps as sheets of one workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, columns, rows in _sheets(report):
        _fill(book.create_sheet(name), columns, rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheets(report: ReportInput) -> tuple[Sheet, ...]:
    return (
        ("Tijdlijn", TIMELINE, list(timeline_rows(report))),
        ("Verbanden", ACTS, list(_acts(report))),
        ("Factoren", FACTORS, list(_factors(report))),
        ("Gaten", GAP_COLUMNS, list(_gaps(report))),
    )


def timeline_rows(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each account, so that no telling is merged away."""
    labels = {source.id: source.label for source in report.documents}
    places = {p.id: place_in_words(p.place) for p in report.passages}
    for number, event in enumerate(report.shown_events(), start=1):
        for account in event.accounts:
            yield (
                number,
                *_when(event, report),
                *_told(account, labels.get(account.document, ""), places),
                "; ".join(conflict.text_nl for conflict in event.conflicts),
                STATUS[event.status],
            )


def _when(event: Event, report: ReportInput) -> tuple[Cell, ...]:
    bounds = event.date.bounds if event.date else OPEN
    return (
        told_in_words(event.date),
        bounds.earliest,
        bounds.latest,
        event.what,
        ", ".join(event.who),
        ", ".join(report.kind_label(kind) for kind in event.organisations),
        REALISED[event.realised],
    )


def _told(account: Account, label: str, places: dict[str, str]) -> tuple[Cell, ...]:
    return (
        label,
        places.get(account.passage, ""),
        account.who_tells or "",
        "destijds" if account.contemporaneous else "achteraf",
        account.date.text if account.date else "",
        account.wording,
    )


def _acts(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    for act in report.graph.interactions:
        bounds = act.date.bounds if act.date else OPEN
        yield (
            told_in_words(act.date),
            bounds.earliest,
            bounds.latest,
            report.kind_label(act.giver) if act.giver else "",
            report.kind_label(act.receiver) if act.receiver else "",
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
    sheet: Worksheet, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> None:
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
