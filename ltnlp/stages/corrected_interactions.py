"""Interactions + journal → interactions as people say they are."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.corrections import Correction, Do, Orphan
from ltnlp.domain.dates import UncertainDate, date_told
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Event, Realised, Status
from ltnlp.domain.interactions import (
    Interaction,
    InteractionClass,
    InteractionGraph,
    InteractionReader,
)
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.answers import missing_answers
from ltnlp.stages.graph import measure, with_order

OURS = frozenset(
    {
        Do.CONFIRM_INTERACTION,
        Do.REJECT_INTERACTION,
        Do.EDIT_INTERACTION,
        Do.ADD_INTERACTION,
    }
)
"""Corrections about interactions; the others are replayed elsewhere."""
WAS = ("from_was", "to_was", "type_was", "realised_was", "expected_was")
"""Values that tell what a correction was about, as it stood when it was made."""

_SAME = 2
_GONE_NL = "Het verband waar dit over gaat, is niet meer gevonden."
_NO_EVENT_NL = "De gebeurtenis waar dit verband bij hoort, is niet meer gevonden."
_BY_PERSON = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """The graph of a review, and the corrections of it that found no target."""

    graph: InteractionGraph
    orphans: tuple[Orphan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Interactions as the journal has them, the rejected ones apart."""

    standing: tuple[Interaction, ...]
    rejected: tuple[Interaction, ...]
    orphans: tuple[Orphan, ...]


def of_missing(correction: Correction) -> bool:
    """Tell whether a correction is about an answer that was expected and stayed out."""
    return bool(correction.one("expected_was"))


def settle(
    graph: InteractionGraph,
    timeline: IntegratedTimeline,
    corrections: Sequence[Correction],
    *,
    reader: InteractionReader,
    documents: Sequence[Document],
) -> Connected:
    """Return the graph with what people decided on interactions.

    What is said to have come is no missing answer any more, and what is added or
    corrected can be what somebody should have answered.
    """
    told = corrected(
        [one for one in graph.interactions if not one.expected],
        [one for one in corrections if not of_missing(one)],
        events=timeline.events,
        documents=documents,
    )
    ordered = with_order(told.standing, timeline)
    missing = corrected(
        missing_answers(ordered, timeline, reader.expectations()),
        [one for one in corrections if of_missing(one)],
        events=timeline.events,
        documents=documents,
    )
    came = [one for one in missing.standing if not one.expected]
    if came:
        ordered = with_order((*ordered, *came), timeline)
    interactions = (*ordered, *(one for one in missing.standing if one.expected))
    settled = InteractionGraph(
        interactions=interactions,
        parties=measure(interactions),
        rejected=(*told.rejected, *missing.rejected),
    )
    return Connected(graph=settled, orphans=(*told.orphans, *missing.orphans))


def was(one: Interaction) -> dict[str, str]:
    """Return what a correction remembers of an interaction, to know it by later."""
    told = (one.giver or "", one.receiver or "", one.interaction_class, one.realised)
    return dict(zip(WAS, (*told, "ja" if one.expected else ""), strict=True))


def corrected(
    interactions: Sequence[Interaction],
    corrections: Iterable[Correction],
    *,
    events: Sequence[Event],
    documents: Iterable[Document],
) -> Corrected:
    """Replay what people decided on interactions, the last decision last.

    An interaction is found by its id; read anew under another id, by its place and by
    what it was. What people confirmed or corrected stands also where the machine does
    not read it any more, as long as the words that it stood on are in the sources.

    Args:
        interactions: as read, with what was rejected before.
        corrections: the journal; other kinds of correction are passed over.
        events: of the timeline, which what people added belongs to.
        documents: to find places by slot.
    """
    replay = _Replay(interactions, events, documents)
    for one in sorted(corrections, key=lambda c: (c.at, c.id)):
        if one.do in OURS:
            replay.apply(one)
    found = tuple(replay.found.values())
    return Corrected(
        standing=tuple(i for i in found if i.status is not Status.REJECTED),
        rejected=tuple(i for i in found if i.status is Status.REJECTED),
        orphans=tuple(replay.orphans.values()),
    )


class _Replay:
    """The interactions while corrections are applied to them one after another."""

    def __init__(
        self,
        interactions: Sequence[Interaction],
        events: Sequence[Event],
        documents: Iterable[Document],
    ) -> None:
        self.found = {one.id: one for one in interactions}
        self.orphans: dict[str, Orphan] = {}
        self._events = events
        self._documents = {document.slot: document.id for document in documents}

    def apply(self, correction: Correction) -> None:
        if correction.do is Do.ADD_INTERACTION:
            made, why = self._added(correction), _NO_EVENT_NL
        else:
            made, why = self._target(correction), _GONE_NL
        settled = correction.do is Do.REJECT_INTERACTION and of_missing(correction)
        if made is None and settled:
            return
        if made is None:
            self.orphans[correction.id] = Orphan(correction=correction.id, why_nl=why)
        else:
            self.found[made.id] = _decided(made, correction)

    def _target(self, correction: Correction) -> Interaction | None:
        known = self.found.get(correction.target or "")
        if known is not None:
            return known
        places = list(self._places(correction))
        there = [
            one
            for one in self.found.values()
            if any(
                one.document == document and _shares(one.source, place)
                for document, place in places
            )
        ]
        best = max(there, key=lambda one: _likeness(one, correction), default=None)
        if best is not None and _likeness(best, correction) >= _SAME:
            return best
        return self._told_again(correction, places)

    def _told_again(
        self, correction: Correction, places: Sequence[tuple[str, Span]]
    ) -> Interaction | None:
        """Return what people decided on, in the telling that stands there now."""
        if not correction.one("type_was") or of_missing(correction):
            return None
        for document, place in places:
            for event in self._events:
                for account in event.accounts:
                    if account.document == document and account.source.overlaps(place):
                        return _made(
                            correction,
                            event,
                            id_=correction.target or _identity(correction.id),
                            suffix="_was",
                            place=(document, place),
                        )
        return None

    def _places(self, correction: Correction) -> Iterator[tuple[str, Span]]:
        """Yield the places that a decision is about, in the sources as they are now."""
        named = [(correction.slot, correction.span)]
        named += [(anchor.slot, anchor.span) for anchor in correction.anchors]
        for slot, place in named:
            if place is not None and slot in self._documents:
                yield self._documents[slot], place

    def _added(self, correction: Correction) -> Interaction | None:
        """Return what a person added; of an earlier run, with its order."""
        name = _identity(correction.id)
        event = self._event(correction)
        if event is None:
            return None
        return self.found.get(name) or _made(correction, event, id_=name)

    def _event(self, correction: Correction) -> Event | None:
        for event in self._events:
            names = {event.id, *event.formerly, *(a.id for a in event.accounts)}
            if correction.target in names:
                return event
        places = list(self._places(correction))
        for event in self._events:
            for account in event.accounts:
                if any(
                    account.document == document and _shares(account.source, place)
                    for document, place in places
                ):
                    return event
        return None


def _likeness(one: Interaction, correction: Correction) -> int:
    """Return in how much an interaction is what a correction was about, up to 3."""
    if one.expected != of_missing(correction):
        return 0
    read = (one.giver or "", one.receiver or "", one.interaction_class)
    then = [correction.one(name) for name in WAS[:3]]
    now = [correction.one(name) for name in ("from_kind", "to_kind", "type")]
    meant = [new or old for new, old in zip(now, then, strict=True)]
    return max(
        sum(a == b for a, b in zip(read, told, strict=True)) for told in (then, meant)
    )


def _shares(one: Span, other: Span) -> bool:
    """Tell whether two places share at least half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= min(len(one), len(other))


def _decided(one: Interaction, correction: Correction) -> Interaction:
    if correction.do is Do.REJECT_INTERACTION:
        return replace(one, status=Status.REJECTED)
    if correction.do is not Do.EDIT_INTERACTION:
        return replace(one, status=Status.CONFIRMED)
    kind = correction.one("type") or one.interaction_class
    realised = correction.one("realised") or one.realised
    kept = kind == one.interaction_class
    giver = correction.one("from_kind") or one.giver
    receiver = correction.one("to_kind") or one.receiver
    return replace(
        one,
        giver=giver,
        receiver=receiver,
        giver_named=one.giver_named if giver == one.giver else "",
        receiver_named=one.receiver_named if receiver == one.receiver else "",
        interaction_class=InteractionClass(kind),
        type=one.type if kept else str(kind),
        realised=Realised(realised),
        date=_date(correction) or one.date,
        expected=one.expected and realised == one.realised,
        status=Status.CONFIRMED,
    )


def _made(
    correction: Correction,
    event: Event,
    *,
    id_: str,
    suffix: str = "",
    place: tuple[str, Span] | None = None,
) -> Interaction:
    """Return what a person says passed between two parties in an event."""
    account = event.accounts[0]
    document, source = place or (account.document, account.source)
    kind = InteractionClass(correction.one(f"type{suffix}") or "")
    giver = correction.one("from_was" if suffix else "from_kind")
    receiver = correction.one("to_was" if suffix else "to_kind")
    return Interaction(
        id=id_,
        giver=giver or None,
        receiver=receiver or None,
        type=str(kind),
        interaction_class=kind,
        realised=Realised(correction.one(f"realised{suffix}") or Realised.YES),
        date=_date(correction) or event.date,
        event=event.id,
        account=account.id,
        document=document,
        source=source,
        passages=tuple(dict.fromkeys(a.passage for a in event.accounts if a.passage)),
        score=_BY_PERSON,
        said_by=correction.by,
    )


def _date(correction: Correction) -> UncertainDate | None:
    edtf = correction.one("edtf")
    return date_told(edtf, edtf, rule="person") if edtf else None


def _identity(name: str) -> str:
    return "i" + hashlib.sha256(f"added:{name}".encode()).hexdigest()[:16]
