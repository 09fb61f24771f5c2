"""The journal of corrections, replayed on what was found this time."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ltnlp.domain.corrections import Correction, Do, Orphan
from ltnlp.domain.dates import UncertainDate, date_told
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Account, Event, Realised, Status
from ltnlp.domain.spans import Span
from ltnlp.stages.accounts import Wishes

OURS = frozenset(
    {
        Do.CONFIRM, Do.REJECT, Do.REDATE, Do.EDIT, Do.JOIN, Do.SPLIT, Do.ADD, Do.MOMENT,
        Do.NOT_MOMENT, Do.VIEW, Do.REMARK, Do.TELL,
    }
)  # fmt: skip
"""Corrections about events; the others are replayed elsewhere."""


class Replay:
    """Finds for each correction what it is about, and applies it."""

    def __init__(
        self, corrections: Iterable[Correction], documents: Iterable[Document]
    ) -> None:
        """Put the journal in the order in which it was made."""
        mine = {c.id: c for c in corrections if c.do in OURS}
        self._journal = sorted(mine.values(), key=lambda c: (c.at, c.id))
        self._slots = {document.slot: document.id for document in documents}
        self._orphans: dict[str, Orphan] = {}

    def orphans(self) -> tuple[Orphan, ...]:
        """Return the corrections that found no target."""
        return tuple(self._orphans[key] for key in sorted(self._orphans))

    def added(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the events with those that people added."""
        new = [_new(c, self._slots) for c in self._journal if c.do is Do.ADD]
        return (*events, *new)

    def wishes(self, events: Sequence[Event]) -> Wishes:
        """Return which events people joined and which they split."""
        together: set[frozenset[str]] = set()
        apart: set[frozenset[str]] = set()
        for correction, ones, others in self.decided(events):
            if correction.do is Do.JOIN:
                pairs = {frozenset(two) for two in combinations(ones, 2)}
                together |= pairs
                apart -= pairs
            else:
                pairs = {frozenset((one, other)) for one in ones for other in others}
                apart |= pairs
                together -= pairs
        return Wishes(together=frozenset(together), apart=frozenset(apart))

    def decided(
        self, events: Sequence[Event]
    ) -> Iterator[tuple[Correction, Sequence[str], Sequence[str]]]:
        """Yield each join and split with the ids of the events that it speaks of.

        Of a join all that belong together and none; of a split those that are taken
        apart, and those from which.
        """
        for correction in self._journal:
            if correction.do is Do.JOIN:
                yield correction, self._joined(correction, events), ()
            elif correction.do is Do.SPLIT:
                alone = self._alone(correction, events)
                yield correction, alone, self._others(correction, alone, events)

    def corrected(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the joined events with confirmations, dates and words of people."""
        changed = {event.id: event for event in events}
        for correction in self._journal:
            if correction.do not in {Do.CONFIRM, Do.REJECT, Do.REDATE, Do.EDIT}:
                continue
            event = self._target(correction, changed.values())
            if event is None:
                continue
            changed[event.id] = _applied(correction, event)
        return tuple(changed.values())

    def chosen(self, events: Sequence[Event]) -> dict[str, str]:
        """Return the events that people marked as a crucial moment, with why."""
        return self._marked(events, Do.MOMENT)

    def refused(self, events: Sequence[Event]) -> frozenset[str]:
        """Return the events that people said are no crucial moment."""
        return frozenset(self._marked(events, Do.NOT_MOMENT))

    def numbers(self, events: Sequence[Event]) -> dict[str, int]:
        """Return the numbers that people gave to moments, by event; the last counts."""
        return {
            event.id: int(number)
            for correction in self._journal
            if correction.do is Do.MOMENT
            and (number := correction.one("number") or "").isdecimal()
            and (event := self._target(correction, events))
        }

    def spoken(
        self, events: Sequence[Event], do: Do
    ) -> Iterator[tuple[Correction, Event | None]]:
        """Yield what people said in words, each with the event that it is about.

        None stands for what is about no event, or about one that is gone.
        """
        for correction in self._journal:
            if correction.do is do:
                about = correction.target or correction.span or correction.anchors
                yield correction, self._target(correction, events) if about else None

    def _marked(self, events: Sequence[Event], wanted: Do) -> dict[str, str]:
        """Return what was marked so last: a later mark takes back an earlier."""
        marks: dict[str, tuple[Do, str]] = {}
        for correction in self._journal:
            if correction.do in {Do.MOMENT, Do.NOT_MOMENT, Do.VIEW}:
                event = self._target(correction, events)
                if event is not None and correction.do is Do.VIEW:
                    # A group that says how it sees a moment takes it for one.
                    marks.setdefault(event.id, (Do.MOMENT, correction.why))
                elif event is not None:
                    marks[event.id] = (correction.do, correction.why)
        return {name: why for name, (do, why) in marks.items() if do is wanted}

    def _target(self, correction: Correction, events: Iterable[Event]) -> Event | None:
        """Return what a correction is about: by id, else by its place in the source."""
        known = tuple(events)
        found = next((e for e in known if _named(correction, e)), None)
        if found is None:
            found = next((e for e in known if self._placed(correction, e)), None)
        if found is None and correction.target:
            found = self._nearest(correction, correction.target, known)
        if found is None:
            self._orphan(
                correction, "Wat deze verbetering betrof, is niet meer gevonden."
            )
        return found

    def _placed(self, correction: Correction, event: Event) -> bool:
        document = self._slots.get(correction.slot or "")
        place = correction.span
        return place is not None and any(
            a.document == document and a.source.overlaps(place) for a in event.accounts
        )

    def _nearest(
        self, correction: Correction, name: str, events: Iterable[Event]
    ) -> Event | None:
        """Return the event that tells most of what stood where `name` did."""
        told = [(self._told_there(correction, name, e), e) for e in events]
        most = max(told, key=lambda pair: pair[0], default=None)
        return most[1] if most and most[0] else None

    def _told_there(self, correction: Correction, name: str, event: Event) -> int:
        """Return how many code points an event tells of the places of a name.

        An account that shares less than half of the shorter one is another telling.
        """
        return sum(
            shared
            for anchor in correction.anchors
            if anchor.name == name
            for account in event.accounts
            if account.document == self._slots.get(anchor.slot)
            and (shared := _shared(anchor.span, account.source))
        )

    def _joined(self, correction: Correction, events: Sequence[Event]) -> Sequence[str]:
        names = [*correction.all_of("events")]
        if correction.target:
            names.append(correction.target)
        members = self._members(correction, names, events)
        if correction.target is None and correction.slot is not None:
            members += [e.id for e in events if self._placed(correction, e)]
        members = list(dict.fromkeys(members))
        if len(members) < 2:
            self._orphan(
                correction, "De samen te voegen gebeurtenissen zijn niet gevonden."
            )
        return members

    def _members(
        self, correction: Correction, names: Sequence[str], events: Sequence[Event]
    ) -> list[str]:
        """Return the ids of what goes by a name, else of what stands where it stood."""
        members = [e.id for e in events if _goes_by(e, names)]
        for name in names:
            if not any(_goes_by(e, [name]) for e in events):
                there = (e for e in events if self._told_there(correction, name, e))
                members += [e.id for e in there]
        return members

    def _alone(self, correction: Correction, events: Sequence[Event]) -> Sequence[str]:
        """Return the ids of what a split takes apart, by its accounts."""
        alone: list[str] = []
        for account in correction.all_of("account"):
            found = [e for e in events if any(a.id == account for a in e.accounts)]
            there = None if found else self._nearest(correction, account, events)
            alone += [e.id for e in (*found, *filter(None, [there]))]
        if not alone:
            self._orphan(correction, "De lezing om los te maken is niet gevonden.")
        return list(dict.fromkeys(alone))

    def _others(
        self, correction: Correction, alone: Sequence[str], events: Sequence[Event]
    ) -> Sequence[str]:
        """Return the ids from which a split takes apart: those named, else all."""
        names = correction.all_of("events")
        others = self._members(correction, names, events) if names else None
        if others == []:
            self._orphan(correction, "Waarvan deze lezing los is, is niet gevonden.")
        kept = [e.id for e in events] if others is None else others
        return [name for name in dict.fromkeys(kept) if name not in alone]

    def _orphan(self, correction: Correction, why_nl: str) -> None:
        self._orphans[correction.id] = Orphan(correction=correction.id, why_nl=why_nl)


def _new(correction: Correction, slots: Mapping[str, str]) -> Event:
    """Return the event that a person added; its account is the correction."""
    name = _identity(correction.id)
    place = correction.span or Span(start=0, end=1)
    date = _date(correction.one("edtf"))
    what = correction.one("what") or ""
    realised = correction.one("realised")
    kinds = correction.all_of("organisations")
    account = Account(
        id=_identity(f"account:{correction.id}"),
        document=slots.get(correction.slot or "", ""),
        passage="",
        span=place,
        source=place,
        wording=what,
        date=date,
        who_tells=correction.by,
        realised=_outcome(realised),
        organisations=kinds,
    )
    return Event(
        id=name,
        what=what,
        type=correction.one("type") or "overig",
        accounts=(account,),
        date=date,
        organisations=kinds,
        realised=_outcome(realised),
        status=Status.CONFIRMED,
        found_by="person",
    )


def _named(correction: Correction, event: Event) -> bool:
    names = {event.id, *event.formerly, *(a.id for a in event.accounts)}
    return correction.target in names


def _shared(one: Span, other: Span) -> int:
    """Return how much two places share, 0 where it is less than half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared if 2 * shared >= min(len(one), len(other)) else 0


def _goes_by(event: Event, names: Sequence[str]) -> bool:
    return event.id in names or any(a.id in names for a in event.accounts)


def _applied(correction: Correction, event: Event) -> Event:
    if correction.do is Do.CONFIRM:
        return replace(event, status=Status.CONFIRMED)
    if correction.do is Do.REJECT:
        return replace(event, status=Status.REJECTED)
    if correction.do is Do.EDIT:
        what = correction.one("what") or event.what
        realised = correction.one("realised")
        return replace(
            event,
            what=what,
            realised=_outcome(realised) if realised else event.realised,
            organisations=correction.all_of("organisations") or event.organisations,
            status=Status.CONFIRMED,
        )
    date = _date(correction.one("edtf"))
    return replace(event, date=date, status=Status.CONFIRMED)


def _outcome(value: str | None) -> Realised:
    return Realised(value) if value in set(Realised) else Realised.YES


def _date(edtf: str | None) -> UncertainDate | None:
    return date_told(edtf, edtf, rule="person") if edtf else None


def _identity(name: str) -> str:
    return hashlib.sha256(f"added:{name}".encode()).hexdigest()[:12]
