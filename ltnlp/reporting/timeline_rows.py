"""The timeline in the row format of the field: a row for each telling."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

from ltnlp.domain.dates import OPEN, UncertainDate
from ltnlp.domain.events import Account, Event
from ltnlp.domain.knowledge import Knowing, KnowledgeState
from ltnlp.domain.rowformat import Column
from ltnlp.domain.rowstamps import stamp_of
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import (
    CAME_OF_IT,
    KNOWING,
    REALISED,
    STATUS,
    place_in_words,
)

Cell = str | int | dt.date | None

_PRECISE = re.compile(r"\d{4}(-\d{2})?(-\d{2})?[~?%]?")
_UNITS = {4: "jaar", 7: "maand", 10: "dag"}


def rows_of(report: ReportInput) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each account, so that no telling is merged away.

    The cells stand in the order of `Column`.
    """
    for cells in _cells(report):
        yield tuple(cells[column] for column in Column)


def render_rows(report: ReportInput) -> bytes:
    """Return the rows as a JSON array of objects, keyed by the heads of the columns."""
    rows = [
        {str(column): cells[column] for column in Column} for cells in _cells(report)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str).encode()


def _cells(report: ReportInput) -> Iterator[Mapping[Column, Cell]]:
    labels = {source.id: source.label for source in report.documents}
    places = {p.id: place_in_words(p.place) for p in report.passages}
    numbers = {m.event: m.number or "x" for m in report.chosen_moments()}
    for number, event in enumerate(report.shown_events(), start=1):
        shared = _of_event(event, report) | {
            Column.NUMBER: number,
            Column.MOMENT: numbers.get(event.id),
        }
        for account in event.accounts:
            cells = shared | {
                Column.SOURCE: labels.get(account.document, ""),
                Column.PLACE: places.get(account.passage, ""),
                Column.TELLER: account.who_tells or "",
                Column.WRITTEN: "destijds" if account.contemporaneous else "achteraf",
                Column.TOLD_DATE: account.date.text if account.date else "",
                Column.WORDS: account.wording,
                Column.EDTF: _edtf(event, account),
                Column.MARK: f"{event.id}.{account.id}",
            }
            yield cells | {Column.STAMP: stamp_of(cells)}


def _of_event(event: Event, report: ReportInput) -> dict[Column, Cell]:
    bounds = event.date.bounds if event.date else OPEN
    return {
        Column.DATE: told_in_words(event.date),
        Column.PRECISION: precision(event.date),
        Column.EVENT: event.what,
        Column.REALISED: REALISED[event.realised],
        Column.ORGANISATION: ", ".join(map(report.kind_label, event.organisations)),
        Column.WHO: ", ".join(event.who),
        Column.KNOWN: "; ".join(_known(event, report)),
        Column.ACTION: _action(event, report),
        Column.CONFLICT: "; ".join(c.text_nl for c in event.conflicts),
        Column.STATUS: STATUS[event.status],
        Column.FIRST_DAY: bounds.earliest,
        Column.LAST_DAY: bounds.latest,
    }


def precision(date: UncertainDate | None) -> str:
    """Return how precisely a date is known: "dag", "rond de maand", "periode", …"""
    if date is None or date.edtf is None:
        return "onbekend"
    match = _PRECISE.fullmatch(date.edtf)
    if match is None:
        return "bronnen verschillen" if date.edtf.startswith("[") else "periode"
    unit = _UNITS[len(date.edtf.rstrip("~?%"))]
    if unit == "maand" and int(date.edtf[5:7]) > 12:
        return "deel van het jaar"
    return f"ongeveer ({unit})" if date.edtf[-1] in "~?%" else unit


def _known(event: Event, report: ReportInput) -> Iterator[str]:
    seen: set[str] = set()
    for state in report.timeline.knowledge:
        if state.event == event.id and state.actor not in seen:
            seen.add(state.actor)
            yield _state(state, report)


def _state(state: KnowledgeState, report: ReportInput) -> str:
    in_taxonomy = state.actor in report.taxonomy
    who = report.kind_label(state.actor) if in_taxonomy else state.actor
    if state.how is Knowing.DID_NOT_KNOW:
        return f"{who}: {KNOWING[state.how]}"
    if not state.known_from.known:
        return f"{who}: niet te zeggen sinds wanneer ({KNOWING[state.how]})"
    return f"{who}: {bounds_in_words(state.known_from)} ({KNOWING[state.how]})"


def _edtf(event: Event, account: Account) -> str:
    """Return the date of this telling, or the one that a person gave the event."""
    by_person = event.date is not None and event.date.rule == "person"
    date = event.date if by_person else account.date
    return (date.edtf or "") if date else ""


def _action(event: Event, report: ReportInput) -> str:
    """Return what was done on it or why nothing was, as far as the sources say."""
    told = [account.action for account in event.accounts if account.action]
    for relation in report.timeline.relations:
        came = CAME_OF_IT.get(relation.kind)
        later = report.timeline.event(relation.second) if came else None
        if later is not None and relation.first == event.id:
            told.append(f"{came}: {later.what} ({told_in_words(later.date)})")
    told += [gap.text_nl for gap in report.timeline.gaps if gap.event == event.id]
    return "; ".join(dict.fromkeys(told))
