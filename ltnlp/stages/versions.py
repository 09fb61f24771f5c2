"""IntegratedTimeline → Version, and two versions → what came, went and changed."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Account, Event, Status
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.domain.versions import (
    AccountThen,
    Change,
    ChangeKind,
    Comparison,
    EventThen,
    FieldChange,
    SourceThen,
    Version,
)
from ltnlp.stages.wording import stems

READ_ANEW_NL = "opnieuw gelezen; bronnen en verbeteringen zijn gelijk gebleven"
TAKEN_OUT_NL = "(woorden uit een bron die uit de review is gehaald)"
HALF = 0.5
"""Share of words from which two descriptions on one day tell the same."""
BESIDE = frozenset({Do.TELL, Do.REMARK, Do.VIEW})
"""Corrections that stand beside the timeline and change nothing of it."""
NO_CLOCK = dt.datetime.min.replace(tzinfo=dt.UTC)


def version(
    timeline: IntegratedTimeline,
    documents: Sequence[Document],
    *,
    corrections: int,
) -> Version:
    """Return the timeline as later versions are compared with it, not yet numbered."""
    slots = {document.id: document.slot for document in documents}
    chosen = {
        moment.event: str(moment.number or "x")
        for moment in timeline.moments
        if moment.status is Status.CONFIRMED
    }
    return Version(
        number=0,
        made_at=NO_CLOCK,
        events=tuple(_then(e, slots, chosen.get(e.id, "")) for e in timeline.events),
        sources=tuple(
            SourceThen(slot=d.slot, document=d.id, label=d.label)
            for d in sorted(documents, key=lambda d: d.slot)
        ),
        corrections=corrections,
    )


def same(one: Version, other: Version) -> bool:
    """Tell whether two versions show the same timeline from the same sources."""
    return (one.events, one.sources) == (other.events, other.sources)


def _then(event: Event, slots: Mapping[str, str], moment: str) -> EventThen:
    return EventThen(
        id=event.id,
        what=event.what,
        when=(event.date.edtf or "") if event.date else "",
        realised=event.realised,
        status=event.status,
        accounts=tuple(_account(account, slots) for account in event.accounts),
        formerly=event.formerly,
        organisations=event.organisations,
        conflicts=tuple(conflict.text_nl for conflict in event.conflicts),
        moment=moment,
        by_person=event.found_by == "person",
    )


def _account(account: Account, slots: Mapping[str, str]) -> AccountThen:
    words = hashlib.sha256(account.wording.encode()).hexdigest()[:12]
    return AccountThen(id=account.id, slot=slots.get(account.document, ""), words=words)


def compare(
    before: Version, after: Version, corrections: Sequence[Correction] = ()
) -> Comparison:
    """Return what came, went and changed from one version to a later one.

    An event is the same as before when it goes by the same id, when it was joined
    from it, or when it has a telling of the same words in the same source: so a
    source that was replaced by an edited one changes only what was edited.

    Args:
        before: the earlier version.
        after: the later one.
        corrections: the journal, in order; those made since say why.
    """
    seen = _Both(before=before, after=after, journal=tuple(corrections))
    return Comparison(
        before=before.number,
        after=after.number,
        before_at=before.made_at,
        changes=tuple(seen.changes()),
    )


@dataclass(frozen=True, kw_only=True)
class _Both:
    before: Version
    after: Version
    journal: tuple[Correction, ...]

    def changes(self) -> Iterator[Change]:
        old = {event.id: event for event in self.before.events}
        earlier_of: dict[str, list[str]] = defaultdict(list)
        for name, event_id in self._pairs.items():
            earlier_of[event_id].append(name)
        for event in self.after.events:
            earlier = [
                old[name] for name in self._pairs if self._pairs[name] == event.id
            ]
            main = self._main(event, earlier)
            if main is None:
                yield self._came(event)
            elif fields := tuple(_differences(main, event)):
                yield _change(ChangeKind.CHANGED, event, self._why(event, main), fields)
            for other in earlier:
                if other is not main:
                    yield _change(ChangeKind.WENT, other, self._joined(event))
        for event in self.before.events:
            if event.id not in self._pairs:
                yield _change(ChangeKind.WENT, event, self._gone(event))

    @cached_property
    def _pairs(self) -> Mapping[str, str]:
        """Return in which later event each earlier one lives on, by ids."""
        names = {n: e.id for e in self.after.events for n in (e.id, *e.formerly)}
        tellings = {_telling(a): e.id for e in self.after.events for a in e.accounts}
        pairs: dict[str, str] = {}
        for event in self.before.events:
            known = names.get(event.id) or next(
                (t for a in event.accounts if (t := tellings.get(_telling(a)))), None
            )
            if known:
                pairs[event.id] = known
        return {**pairs, **self._reworded(pairs)}

    def _reworded(self, pairs: Mapping[str, str]) -> dict[str, str]:
        """Return in which later event one lives on whose source was replaced.

        The same source tells it of the same day, in words that are half alike.
        """
        found: dict[str, str] = {}
        lived = set(pairs.values())
        gone = [e for e in self.before.events if e.id not in pairs and e.when]
        for event in gone:
            slots = {account.slot for account in event.accounts} & self._replaced
            new = [
                (_alike(event.what, one.what), one.id)
                for one in self.after.events
                if one.id not in lived
                and one.when == event.when
                and slots & {account.slot for account in one.accounts}
            ]
            alike, name = max(new, default=(0.0, ""))
            if alike >= HALF:
                found[event.id] = name
                lived.add(name)
        return found

    @cached_property
    def _replaced(self) -> frozenset[str]:
        """Return the slots in which another document stands than before."""
        now = {(source.slot, source.document) for source in self.after.sources}
        then = {(source.slot, source.document) for source in self.before.sources}
        return frozenset(slot for slot, _ in now - then)

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        events = self.before.events
        return frozenset(_telling(a) for event in events for a in event.accounts)

    def _main(self, event: EventThen, earlier: Sequence[EventThen]) -> EventThen | None:
        """Return the earlier event that this one is; others were joined to it."""
        same_id = (e for e in earlier if e.id == event.id)
        return next(same_id, None) or next(iter(earlier), None)

    def _came(self, event: EventThen) -> Change:
        apart = any(_telling(account) in self._told for account in event.accounts)
        if event.by_person:
            why = self._by_people(event) or "met de hand toegevoegd"
        elif apart:
            why = self._by_people(event) or "losgemaakt van een andere gebeurtenis"
        else:
            why = self._by_source(event) or READ_ANEW_NL
        return _change(ChangeKind.CAME, event, why)

    def _why(self, event: EventThen, main: EventThen) -> str:
        by_people = self._by_people(event) or self._by_people(main)
        return (
            by_people or self._by_source(event) or self._by_source(main) or READ_ANEW_NL
        )

    def _joined(self, event: EventThen) -> str:
        why = self._by_people(event)
        told = f"samengevoegd met “{event.what}”"
        return f"{told}: {why}" if why else told

    def _gone(self, event: EventThen) -> str:
        slots = {source.slot for source in self.after.sources}
        if any(a.slot and a.slot not in slots for a in event.accounts):
            return "de bron is er niet meer"
        return self._by_people(event) or self._by_source(event) or READ_ANEW_NL

    def _by_people(self, event: EventThen) -> str:
        """Return who corrected it since the earlier version, and why; "" for nobody."""
        names = {event.id, *event.formerly, *(a.id for a in event.accounts)}
        told = [
            f"{c.by}: {c.why}" if c.why else f"verbetering door {c.by}"
            for c in self.journal[self.before.corrections : self.after.corrections]
            if c.do not in BESIDE
            and (
                names & {c.target, *c.all_of("events"), *c.all_of("account")}
                or (event.by_person and c.one("what") == event.what)
            )
        ]
        return "; ".join(dict.fromkeys(told))

    def _by_source(self, event: EventThen) -> str:
        """Return which of its sources is new or was replaced; "" for none."""
        then = {source.slot: source.document for source in self.before.sources}
        now = {source.slot: source for source in self.after.sources}
        for slot in dict.fromkeys(account.slot for account in event.accounts):
            source = now.get(slot)
            if source and slot not in then:
                return f"nieuwe bron: {source.label}"
            if source and then[slot] != source.document:
                return f"vervangen bron: {source.label}"
        return ""


def _alike(one: str, other: str) -> float:
    """Return the share of telling words that two descriptions have in common, 0 to 1."""
    a, b = stems(one), stems(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def _telling(account: AccountThen) -> tuple[str, str]:
    return account.slot, account.words


def _differences(before: EventThen, after: EventThen) -> Iterator[FieldChange]:
    for field in ("what", "when", "realised", "status", "moment"):
        yield from _differs(
            field, str(getattr(before, field)), str(getattr(after, field))
        )
    for field in ("organisations", "conflicts"):
        then, now = getattr(before, field), getattr(after, field)
        if set(then) != set(now):
            yield from _differs(field, "; ".join(then), "; ".join(now))
    told, tells = ({_telling(a) for a in e.accounts} for e in (before, after))
    if told != tells:
        counts = (str(len(before.accounts)), str(len(after.accounts)))
        yield FieldChange(field="accounts", before=counts[0], after=counts[1])


def _differs(field: str, before: str, after: str) -> Iterator[FieldChange]:
    if before != after:
        yield FieldChange(field=field, before=before, after=after)


def _change(
    kind: ChangeKind,
    event: EventThen,
    why: str,
    fields: tuple[FieldChange, ...] = (),
) -> Change:
    return Change(
        kind=kind,
        event=event.id,
        what=event.what,
        when=event.when,
        fields=fields,
        why_nl=why,
    )


def without_words(one: Version, slot: str) -> Version:
    """Return a version without the words of a source that was taken out.

    An event that it told is still counted, so that it can be seen that it went.
    """
    return replace(
        one,
        events=tuple(
            replace(event, what=TAKEN_OUT_NL, conflicts=())
            if slot in {account.slot for account in event.accounts}
            else event
            for event in one.events
        ),
    )


def numbered(one: Version, number: int, made_at: dt.datetime) -> Version:
    """Return a version under its number and the moment at which it was made."""
    return replace(one, number=number, made_at=made_at)
