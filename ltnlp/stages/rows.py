"""Rows of the field's format → Event: one a row, as its columns say it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

from ltnlp.domain.dates import UncertainDate, date_told
from ltnlp.domain.documents import Document, SegmentKind
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import (
    Account,
    Event,
    EventReader,
    KnownSince,
    Realised,
    TextToRead,
    ToldEvent,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage
from ltnlp.domain.rowformat import ABOUT, PRECISIONS, Column, columns
from ltnlp.domain.spans import Span
from ltnlp.stages.accounts import Wishes

OUTCOMES: Mapping[str, Realised] = {
    "gebeurd": Realised.YES,
    "ja": Realised.YES,
    "niet gebeurd": Realised.NO,
    "nee": Realised.NO,
    "poging": Realised.ATTEMPT,
    "voorgenomen": Realised.INTENDED,
    "gepland": Realised.INTENDED,
    "onbekend": Realised.UNKNOWN,
    "niet bekend of het gebeurde": Realised.UNKNOWN,
}
KNEW: tuple[tuple[str, str], ...] = (
    ("wist het niet", "did_not_know"),
    ("niet bekend", "did_not_know"),
    ("erbij", "took_part"),
    ("vermoed", "suspected"),
    ("later", "heard_later"),
)
"""Words of the column for knowledge → how; the first that is found counts."""


Found = TypeVar("Found", ReleasedDate, OrganisationMention)


@dataclass(frozen=True, kw_only=True)
class _Table:
    """What was found in the tables before, by passage."""

    dates: Mapping[str, Sequence[ReleasedDate]]
    organisations: Mapping[str, Sequence[OrganisationMention]]
    documents: Mapping[str, Document]
    reader: EventReader


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One row, with its cells by column."""

    passage: ReleasedPassage
    cells: Mapping[Column, Span]

    def text(self, column: Column) -> str:
        cell = self.cells.get(column)
        return cell.of(self.passage.text).strip() if cell else ""


def with_rows(
    events: Sequence[Event],
    passages: Sequence[ReleasedPassage],
    *,
    dates: Sequence[ReleasedDate],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
    reader: EventReader,
) -> tuple[Event, ...]:
    """Return the events with those of tables in the field's format read by column.

    A row is one event, whatever its words would tell a reader of prose.
    """
    rows = list(_rows(passages))
    if not rows:
        return tuple(events)
    table = _Table(
        dates=_by_passage(dates),
        organisations=_by_passage(organisations),
        documents={document.id: document for document in documents},
        reader=reader,
    )
    own = {row.passage.id for row in rows}
    others = [e for e in events if not own.intersection(a.passage for a in e.accounts)]
    told = (_event(row, table) for row in rows if row.text(Column.EVENT))
    return (*others, *told)


def _by_passage(found: Iterable[Found]) -> dict[str, list[Found]]:
    by_id: dict[str, list[Found]] = {}
    for one in sorted(found, key=lambda one: one.span):
        by_id.setdefault(one.passage, []).append(one)
    return by_id


def _inside(found: Iterable[Found], place: tuple[int, int]) -> Found | None:
    """Return the first that stands between two places."""
    start, end = place
    within = (one for one in found if start <= one.span.start and one.span.end <= end)
    return next(within, None)


def _rows(passages: Sequence[ReleasedPassage]) -> Iterator[_Row]:
    heads: dict[str, tuple[Column | None, ...]] = {}
    for passage in sorted(passages, key=lambda p: (p.document, p.ordinal)):
        if passage.kind is SegmentKind.HEADER_ROW:
            told = [cell.of(passage.text) for cell in passage.cells]
            heads[passage.document] = columns(told)
        elif passage.kind is SegmentKind.ROW and heads.get(passage.document):
            cells = zip(heads[passage.document], passage.cells, strict=False)
            yield _Row(passage=passage, cells={c: s for c, s in cells if c})


def _event(row: _Row, table: _Table) -> Event:
    told = _read(row, table)
    account = _account(row, table, told)
    return Event(
        id=_identity("event", account),
        what=row.text(Column.EVENT),
        type=told.type if told else "overig",
        accounts=(account,),
        date=account.date,
        who=account.actors,
        organisations=account.organisations,
        realised=account.realised,
        also=told.also if told else (),
        found_by="rows",
    )


def _read(row: _Row, table: _Table) -> ToldEvent | None:
    """Return what the reader makes of the words of the cell alone."""
    text = row.text(Column.EVENT)
    source = TextToRead(
        text=text,
        kind=SegmentKind.ROW,
        cells=(Span(start=0, end=len(text)),),
        document_kind=table.documents[row.passage.document].kind,
    )
    return next(iter(table.reader.read(source).told), None)


def _account(row: _Row, table: _Table, told: ToldEvent | None) -> Account:
    passage, document = row.passage, table.documents[row.passage.document]
    cell = _trimmed(row.cells[Column.EVENT], passage.text)
    outcome = OUTCOMES.get(row.text(Column.REALISED).casefold())
    written = row.text(Column.WRITTEN).casefold()
    return Account(
        id=_name("account", passage.id),
        document=passage.document,
        passage=passage.id,
        span=cell,
        source=passage.offsets.to_origin(cell),
        wording=cell.of(passage.text),
        date=_date(row, table),
        who_tells=row.text(Column.TELLER) or document.author_role,
        teller_kind=document.author_kind,
        contemporaneous=written == "destijds" or document.contemporaneous,
        realised=outcome or (told.realised if told else Realised.YES),
        organisations=_kinds(row, table, Column.ORGANISATION)
        or _kinds(row, table, Column.EVENT),
        known_since=tuple(_known(row, table)),
        action=row.text(Column.ACTION),
        mark=row.text(Column.MARK),
    )


def _trimmed(cell: Span, text: str) -> Span:
    told = cell.of(text)
    start = cell.start + len(told) - len(told.lstrip())
    return Span(start=start, end=start + len(told.strip()))


def _name(what: str, passage: str) -> str:
    return sha256(f"{what}:row:{passage}".encode()).hexdigest()[:12]


def _identity(what: str, account: Account) -> str:
    return _name(what, account.passage)


def _date(row: _Row, table: _Table) -> UncertainDate | None:
    """Return the date of a row: as EDTF, as two days, else as its words are read."""
    words = row.text(Column.DATE)
    told = Column.EDTF in row.cells and row.text(Column.MARK)
    edtf = row.text(Column.EDTF) or ("" if told else _between(row))
    if edtf and _is_edtf(edtf):
        return date_told(words or edtf, edtf, rule="row")
    if told:
        # Handed out by a review in which this telling gives no date of its own.
        return None
    cell = row.cells[Column.DATE]
    found = table.dates.get(row.passage.id, ())
    value = next((d.value for d in found if cell.contains(d.span)), None)
    return None if value is None else _as_precise(value, row.text(Column.PRECISION))


def _between(row: _Row) -> str:
    first, last = row.text(Column.FIRST_DAY), row.text(Column.LAST_DAY)
    if first == last:
        return first
    return f"{first or '..'}/{last or '..'}"


def _is_edtf(told: str) -> bool:
    try:
        bounds_of(told)
    except ValueError:
        return False
    return True


def _as_precise(value: UncertainDate, precision: str) -> UncertainDate:
    """Return a day as the month, year or "about" that the table says it stands for."""
    word = precision.casefold()
    letters = next((n for name, n in PRECISIONS.items() if name in word), 0)
    day: dt.date | None = value.earliest
    if day is None or value.latest != day or not letters:
        return value
    about = "~" if ABOUT.search(word) else ""
    return date_told(value.text, f"{day.isoformat()[:letters]}{about}", rule="row")


def _kinds(row: _Row, table: _Table, column: Column) -> tuple[str, ...]:
    cell = row.cells.get(column)
    found = table.organisations.get(row.passage.id, ()) if cell else ()
    return tuple(dict.fromkeys(m.kind for m in found if cell and cell.contains(m.span)))


def _known(row: _Row, table: _Table) -> Iterator[KnownSince]:
    """Yield who knew and since when: "Wijkteam: sinds 3 mei 2022; huisarts: …"."""
    cell = row.cells.get(Column.KNOWN)
    if cell is None:
        return
    start = cell.start
    for part in cell.of(row.passage.text).split(";"):
        place = (start, start + len(part))
        start += len(part) + 1
        kind = _inside(table.organisations.get(row.passage.id, ()), place)
        date = _inside(table.dates.get(row.passage.id, ()), place)
        if kind is None:
            continue
        how = next((how for word, how in KNEW if word in part.casefold()), "was_told")
        since = date.value if date and how != "did_not_know" else None
        yield KnownSince(
            actor=kind.kind, date=since, how=how, organisation_kind=kind.kind
        )


def joined_by_mark(wishes: Wishes, events: Sequence[Event]) -> Wishes:
    """Return the wishes with rows of one event in a table joined, unless parted."""
    first: dict[str, str] = {event.id: event.id for event in events}
    together = set(wishes.together)
    for event in events:
        for account in event.accounts:
            name = account.mark.partition(".")[0]
            if name and (other := first.setdefault(name, event.id)) != event.id:
                together.add(frozenset((other, event.id)))
    return replace(wishes, together=frozenset(together - wishes.apart))


def without_own(events: Sequence[Event]) -> tuple[Event, ...]:
    """Leave out rows that are tellings of this review, come back in its own table."""
    known = {a.id for event in events for a in event.accounts}
    return tuple(
        event
        for event in events
        if not any(a.mark.partition(".")[2] in known for a in event.accounts if a.mark)
    )
