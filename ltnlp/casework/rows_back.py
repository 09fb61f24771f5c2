"""A timeline that was handed out as a table comes back: changed cells are corrections."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.casework.correct import correct
from ltnlp.casework.home import Home
from ltnlp.casework.report import gather
from ltnlp.casework.row_answers import MOMENT, STATUS, Told, Value, told_by
from ltnlp.casework.words import without_names
from ltnlp.domain.documents import ReadText, SegmentKind
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Event
from ltnlp.domain.rowformat import Column, columns
from ltnlp.domain.rowstamps import EDITED, changed, mark_of, words_of
from ltnlp.reading import read
from ltnlp.reporting import ReportInput, rows_of

Cells = Mapping[Column, str]
TABLES = frozenset({"xlsx", "xls", "ods", "csv"})
"""Formats in which a table comes back."""

DATED = frozenset({Column.DATE, Column.EDTF, Column.EVENT})
"""Columns that a file with other dates may tell falsely."""

MOVED_SHARE = 0.2
WHY = "aangepast in de tabel"
TWICE_NL = "een andere regel van dezelfde gebeurtenis zegt iets anders"
OLD_NL = (
    "'{column}' is sinds het ophalen van dit bestand veranderd, of het bestand toont "
    "andere datums; haal de tabel opnieuw op"
)
GONE_NL = "de gebeurtenis staat niet meer op de tijdlijn"
NO_STAMP_NL = "de kolom 'Controle' is leeg of veranderd"
EMPTY_NL = "een nieuwe regel heeft een gebeurtenis nodig"
NOT_OURS_NL = (
    "Dit is geen tijdlijn die deze review uitgaf: de kolommen 'Kenmerk' en 'Controle' "
    "ontbreken, of horen bij een andere review. Haal de tabel opnieuw op, of voeg het "
    "bestand toe als bron."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsBack:
    """What became of a table that came back.

    Attributes:
        appended: corrections that lie in the journal now.
        known_before: corrections that lay there already.
        unchanged: rows in which nothing was changed.
        missing: events of which no row came back; they stay on the timeline.
        refused: (number of the row in the file, why, in Dutch).
    """

    appended: int
    known_before: int
    unchanged: int
    missing: int
    refused: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The timeline as it is now: events by the names they go by, rows by account."""

    events: Mapping[str, Event]
    cells: Mapping[str, Cells]
    kinds: Mapping[str, str]
    moved: bool = False
    """The file that came back tells days in another way: none of them is true."""


@dataclass(slots=True, kw_only=True)
class _Taken:
    """What was found: values by event with the row that told them, and what was not."""

    told: dict[str, dict[str, tuple[Value, int]]] = field(default_factory=dict)
    new: list[tuple[int, Told]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    unchanged: int = 0


def take_rows(
    home: Home, review_id: str, content: bytes, *, name: str, by: str = "begeleider"
) -> RowsBack:
    """Put what a person changed in a table into the journal; it counts at the next run.

    Only cells that differ from what was handed out count: a file that is out of date
    takes nothing back. `name` is that of the file; only its ending is looked at.

    Raises:
        InputError: the file is no table that this review handed out.
        UnreadableSourceError: the file cannot be read.
        StateError: the review was never run.
    """
    home.open_entry(review_id)
    rows = list(_rows(read(content, name=name, source=review_id)))
    shown = _shown(gather(home, review_id))
    if not any(_event(cells, shown) for _, cells in rows):
        raise InputError("the table is none of ours", message_nl=NOT_OURS_NL)
    shown = replace(shown, moved=_is_moved(rows, shown))
    taken = _Taken()
    for number, cells in rows:
        _take(number, cells, shown, taken)
    numbered = list(_lines(home, review_id, taken, shown, by))
    done = correct(home, review_id, [line for _, line in numbered])
    refused = [(numbered[at - 1][0], why) for at, why in done.refused]
    return RowsBack(
        appended=done.appended,
        known_before=done.known_before,
        unchanged=taken.unchanged,
        missing=len({e.id for e in shown.events.values()} - taken.seen),
        refused=tuple(sorted({*taken.refused, *refused})),
    )


def _rows(text: ReadText) -> Iterator[tuple[int, Cells]]:
    """Yield the rows of the first table with marks, each with its number in the file."""
    heads: tuple[Column | None, ...] = ()
    sheet: int | None = None
    for segment in text.segments:
        cells = [words_of(cell.of(text.text)) for cell in segment.cells]
        if segment.kind is SegmentKind.HEADER_ROW and not heads:
            found = columns(cells)
            heads = found if {Column.MARK, Column.STAMP}.issubset(found) else ()
            sheet = segment.place.sheet
        elif segment.kind is SegmentKind.ROW and heads and segment.place.sheet == sheet:
            told = zip(heads, cells, strict=False)
            yield segment.place.row or 0, {column: c for column, c in told if column}


def _shown(report: ReportInput) -> _Shown:
    rows = (
        {c: words_of(v) for c, v in zip(Column, r, strict=True)}
        for r in rows_of(report)
    )
    return _Shown(
        events={
            name: event
            for event in report.shown_events()
            for name in (event.id, *event.formerly, *(a.id for a in event.accounts))
        },
        cells={row[Column.MARK].partition(".")[2]: row for row in rows},
        kinds={kind: report.kind_label(kind) for kind in report.taxonomy},
    )


def _is_moved(rows: Sequence[tuple[int, Cells]], shown: _Shown) -> bool:
    """Tell whether many dates were shown otherwise than they are: moved, or coarser."""
    at = EDITED.index(Column.DATE)
    told = [
        marks[at] == mark_of(Column.DATE, _cells_now(cells, event, shown)[Column.DATE])
        for _, cells in rows
        if (event := _event(cells, shown)) is not None
        and len(marks := cells.get(Column.STAMP, "").split("-")) == len(EDITED)
    ]
    return told.count(False) > MOVED_SHARE * len(told)


def _event(cells: Cells, shown: _Shown) -> Event | None:
    """Return the event of a row, also where it was joined with another since."""
    event, _, account = cells.get(Column.MARK, "").partition(".")
    return shown.events.get(event) or shown.events.get(account)


def _take(number: int, cells: Cells, shown: _Shown, taken: _Taken) -> None:
    event = _event(cells, shown)
    if event is None:
        _take_new(number, cells, shown, taken)
        return
    taken.seen.add(event.id)
    edited = changed(cells, cells.get(Column.STAMP, ""))
    if edited is None:
        taken.refused.append((number, NO_STAMP_NL))
        return
    taken.unchanged += not edited
    marks = dict(zip(EDITED, cells[Column.STAMP].split("-"), strict=True))
    now = _cells_now(cells, event, shown)
    for column in edited:
        cell = cells.get(column, "")
        if cell == now[column]:
            continue
        try:
            told = told_by(column, cell, shown.kinds)
        except InputError as error:
            taken.refused.append((number, error.message_nl))
            continue
        if _holds(event, told):
            # Said already, or written in its own way by a spreadsheet that saved it.
            continue
        is_old = mark_of(column, now[column]) != marks[column]
        if is_old or (shown.moved and column in DATED):
            taken.refused.append((number, OLD_NL.format(column=column)))
        else:
            _tell(event, told, number, taken)


def _holds(event: Event, told: Told) -> bool:
    """Tell whether an event is as it is told to be."""
    now = {
        "edtf": event.date.edtf if event.date else None,
        "organisations": event.organisations,
        "realised": str(event.realised),
    }
    return all(name in now and now[name] == value for name, value in told.items())


def _cells_now(cells: Cells, event: Event, shown: _Shown) -> Cells:
    """Return the row as it would be handed out now, of the same telling if it is there."""
    account = cells[Column.MARK].partition(".")[2]
    row = shown.cells.get(account)
    return row if row is not None else shown.cells[event.accounts[0].id]


def _tell(event: Event, told: Told, number: int, taken: _Taken) -> None:
    before = taken.told.setdefault(event.id, {})
    for name, value in told.items():
        if name in before and before[name][0] != value:
            taken.refused.append((number, TWICE_NL))
        else:
            before.setdefault(name, (value, number))


def _take_new(number: int, cells: Cells, shown: _Shown, taken: _Taken) -> None:
    """Take a row that a person added; one whose event is gone says so."""
    if cells.get(Column.MARK):
        if changed(cells, cells.get(Column.STAMP, "")) == ():
            taken.unchanged += 1
        else:
            taken.refused.append((number, GONE_NL))
        return
    if not cells.get(Column.EVENT):
        taken.refused.append((number, EMPTY_NL))
        return
    told: Told = {}
    try:
        for column in (Column.EVENT, Column.DATE, Column.ORGANISATION, Column.REALISED):
            if cells.get(column):
                told |= told_by(column, cells[column], shown.kinds)
    except InputError as error:
        taken.refused.append((number, error.message_nl))
        return
    taken.new.append((number, told))


def _lines(
    home: Home, review_id: str, taken: _Taken, shown: _Shown, by: str
) -> Iterator[tuple[int, str]]:
    """Yield the corrections as lines of the journal, each with the row that told it."""
    for number, told in _safe(home, review_id, taken.new):
        yield number, json.dumps({"do": "add", **told, "by": by, "why": WHY})
    edits = [
        (min(number for _, number in told.values()), event, _values(told))
        for event, told in taken.told.items()
        if told
    ]
    safe = _safe(home, review_id, [(number, told) for number, _, told in edits])
    for (number, name, _), (_, told) in zip(edits, safe, strict=True):
        for line in _corrections(shown.events[name], told):
            whole = {**line, "event": name, "by": by, "why": WHY}
            yield number, json.dumps(whole)


def _values(told: Mapping[str, tuple[Value, int]]) -> Told:
    return {name: value for name, (value, _) in told.items()}


def _safe(
    home: Home, review_id: str, told: Sequence[tuple[int, Told]]
) -> list[tuple[int, Told]]:
    """Return what was told with pseudonyms for the names that were typed in words."""
    words = without_names(home, review_id, [str(t.get("what", "")) for _, t in told])
    return [
        (number, values | ({"what": safe} if "what" in values else {}))
        for (number, values), safe in zip(told, words, strict=True)
    ]


def _corrections(event: Event, told: Told) -> Iterator[dict[str, object]]:
    if "edtf" in told:
        yield {"do": "redate", "edtf": told["edtf"]}
    if told.keys() & {"what", "realised", "organisations"}:
        # A later edit takes back an earlier one: it tells all that holds.
        now = {
            "what": event.what,
            "realised": str(event.realised),
            "organisations": event.organisations,
        }
        yield {"do": "edit", **now, **{k: told[k] for k in now if k in told}}
    if MOMENT in told:
        number = str(told[MOMENT])
        do = "moment" if number else "not_moment"
        yield {"do": do, **({"number": number} if number.isdecimal() else {})}
    if STATUS in told:
        yield {"do": told[STATUS]}
