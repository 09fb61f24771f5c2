"""Relations in time between events, what they say of days, and one order."""

import datetime as dt
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.events import Account, Event
from ltnlp.domain.timeline import Contradiction, Placed, Relation, RelationKind
from ltnlp.stages.content import by_content
from ltnlp.stages.context import SLACK

_HEAD = r"^(?:[\w-]+: )?(?:[^\w\[]|en |maar |dus |ja |nou |eh )*"
_CUES: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    (
        RelationKind.SAME_DAY,
        re.compile(
            _HEAD + r"(?:diezelfde|dezelfde|die) (?:dag|middag|avond|ochtend|nacht)\b"
        ),
    ),
    (
        RelationKind.DURING,
        re.compile(
            _HEAD + r"(?:in die (?:tijd|periode|weken|maanden)|ondertussen|intussen)\b"
        ),
    ),
    (
        RelationKind.BEFORE,
        re.compile(_HEAD + r"(?:daarvoor|ervoor|eerder|al eerder|voor die tijd)\b"),
    ),
    (
        RelationKind.AFTER,
        re.compile(
            _HEAD
            + r"(?:daarna|daarop|toen|vervolgens|later|nadien|sindsdien|uiteindelijk"
            r"|(?:kort|vlak|niet lang|pas|even|weer|een tijdje?) (?:daarna|later|erna)"
            r"|een (?:dag|week|maand) later|\w+ (?:dagen|weken|maanden) (?:later|daarna|erna))\b"
        ),
    ),
)
_STRONG = re.compile(
    _HEAD + r"(?:daarna|daarvoor|vervolgens|diezelfde dag|dezelfde dag)\b"
)
REACH = 6
"""How many events back in the same document a word of time can point."""

_END = dt.date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Events placed, the relations that placed them, and what cannot be true."""

    placed: tuple[Placed, ...]
    relations: tuple[Relation, ...]
    contradictions: tuple[Contradiction, ...]


def ordered(events: Sequence[Event]) -> Order:
    """Return the one order of events: by day, then by relation, then as undated.

    Bounds are tightened by the relations until nothing changes; what then cannot be
    true is reported and leaves the bounds as told. The result does not depend on the
    order of `events`.
    """
    events = by_content(events)
    rank = {event.id: place for place, event in enumerate(events)}
    relations = tuple(sorted(_relations(events), key=partial(_key, rank)))
    network = _Network(events)
    for relation in relations:
        network.add(relation)
    contradictions = network.settle()
    return Order(
        placed=_placed(events, network, relations),
        relations=relations,
        contradictions=contradictions,
    )


def _key(rank: Mapping[str, int], relation: Relation) -> tuple[int, int, str]:
    return (rank[relation.first], rank[relation.second], relation.kind)


def _relations(events: Iterable[Event]) -> Iterator[Relation]:
    """Yield what words of time say of an undated event and the one told before it."""
    for told in _by_document(events).values():
        for at, (account, event) in enumerate(told):
            dated = account.date is not None and account.date.bounds.known
            kind = _strong(account.wording) if dated else _cue(account.wording)
            if kind is None:
                continue
            for previous in _pointed_at(told[max(0, at - REACH) : at], kind):
                if previous.id != event.id:
                    yield _relation(event, previous, kind, account)


def _pointed_at(
    before: Sequence[tuple[Account, Event]], kind: RelationKind
) -> Iterator[Event]:
    """Yield what a word of time points at: what was told last.

    What comes after that comes after the day told last too, also where it was told
    in another passage.
    """
    for back, (account, event) in enumerate(reversed(before)):
        dated = any(_told(event))
        if not back or (dated and kind is RelationKind.AFTER):
            yield event
        if dated or _cue(account.wording) is RelationKind.BEFORE:
            return


def _by_document(events: Iterable[Event]) -> dict[str, list[tuple[Account, Event]]]:
    told: dict[str, list[tuple[Account, Event]]] = defaultdict(list)
    for event in events:
        for account in event.accounts:
            told[account.document].append((account, event))
    for accounts in told.values():
        accounts.sort(key=lambda pair: (pair[0].source.start, pair[0].source.end))
    return told


def _cue(wording: str) -> RelationKind | None:
    text = wording.lower()
    return next((kind for kind, words in _CUES if words.search(text)), None)


def _strong(wording: str) -> RelationKind | None:
    """Return what a dated telling says of order; only words that leave no doubt."""
    return _cue(wording) if _STRONG.search(wording.lower()) else None


def _relation(
    event: Event, previous: Event, kind: RelationKind, account: Account
) -> Relation:
    return Relation(first=event.id, second=previous.id, kind=kind, account=account.id)


@dataclass(slots=True)
class _Edge:
    """`before` does not begin after `after` begins, nor end after it ends."""

    before: str
    after: str
    relation: Relation


@dataclass(slots=True)
class _Network:
    """Bounds of events, in order of content, and the edges that tighten them."""

    events: Sequence[Event]
    bounds: dict[str, tuple[dt.date | None, dt.date | None]] = field(init=False)
    edges: dict[str, list[_Edge]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the bounds as told."""
        self.bounds = {e.id: _told(e) for e in self.events}
        self.edges = defaultdict(list)

    def add(self, relation: Relation) -> None:
        """Add what a relation says of two events."""
        one, other = relation.first, relation.second
        ways = {
            RelationKind.BEFORE: ((one, other),),
            RelationKind.AFTER: ((other, one),),
            RelationKind.SAME_DAY: ((one, other), (other, one)),
            RelationKind.DURING: ((other, one),),
            RelationKind.REALISED_BY: ((one, other),),
            RelationKind.UNDONE_BY: ((one, other),),
        }
        for before, after in ways[relation.kind]:
            edge = _Edge(before, after, relation)
            self.edges[before].append(edge)
            self.edges[after].append(edge)

    def settle(self) -> tuple[Contradiction, ...]:
        """Tighten bounds to a fixed point; return what cannot be true."""
        waiting = deque(e.id for e in self.events if e.id in self.edges)
        found: dict[tuple[str, ...], Contradiction] = {}
        refused: set[int] = set()
        while waiting:
            event = waiting.popleft()
            for edge in self.edges[event]:
                if id(edge) in refused:
                    continue
                changed = self._tighten(edge)
                if changed is None:
                    refused.add(id(edge))
                    contradiction = self._contradiction(edge)
                    found[contradiction.events] = contradiction
                else:
                    waiting.extend(changed)
        return tuple(found.values())

    def _tighten(self, edge: _Edge) -> list[str] | None:
        """Return the events whose bounds changed; None when they cannot be true."""
        (b0, b1), (a0, a1) = self.bounds[edge.before], self.bounds[edge.after]
        new_after = (max(filter(None, (a0, b0)), default=None), a1)
        new_before = (b0, min(filter(None, (b1, a1)), default=None))
        if _impossible(new_after) or _impossible(new_before):
            return None
        changed = []
        for event, new in ((edge.after, new_after), (edge.before, new_before)):
            if new != self.bounds[event]:
                self.bounds[event] = new
                changed.append(event)
        return changed

    def _contradiction(self, edge: _Edge) -> Contradiction:
        by_id = {event.id: event for event in self.events}
        involved = [e.id for e in self.events if e.id in {edge.before, edge.after}]
        passages = dict.fromkeys(a.passage for n in involved for a in by_id[n].accounts)
        return Contradiction(
            events=tuple(involved),
            passages=tuple(passages),
            text_nl="De volgorde die een bron noemt, past niet bij de datums.",
        )


def _told(event: Event) -> tuple[dt.date | None, dt.date | None]:
    return (event.date.earliest, event.date.latest) if event.date else (None, None)


def _impossible(bounds: tuple[dt.date | None, dt.date | None]) -> bool:
    first, last = bounds
    return first is not None and last is not None and first > last


def _placed(
    events: Sequence[Event], network: _Network, relations: Sequence[Relation]
) -> tuple[Placed, ...]:
    follows = {
        r.first: (r.second, r.kind is not RelationKind.BEFORE)
        for r in relations
        if r.kind in {RelationKind.BEFORE, RelationKind.AFTER}
    }
    by_id = {event.id: event for event in events}
    told_after = _told_after(events) | follows
    in_order = sorted(
        events, key=lambda e: _place(e, by_id, network.bounds, told_after)
    )
    return tuple(
        Placed(
            event=event.id,
            bounds=_bounds(network.bounds[event.id]),
            dated=event.date is not None and event.date.bounds.known,
            order=order,
        )
        for order, event in enumerate(in_order)
    )


def _told_after(events: Iterable[Event]) -> dict[str, tuple[str, bool]]:
    """Return for each undated event the one that its source tells just before it."""
    return {
        event.id: (before.id, True)
        for told in _by_document(events).values()
        for (_, before), (_, event) in pairwise(told)
        if not any(_told(event))
    }


def _bounds(pair: tuple[dt.date | None, dt.date | None]) -> Bounds:
    return Bounds(earliest=pair[0], latest=pair[1]) if any(pair) else OPEN


def _place(
    event: Event,
    by_id: Mapping[str, Event],
    bounds: Mapping[str, tuple[dt.date | None, dt.date | None]],
    follows: Mapping[str, tuple[str, bool]],
) -> tuple[dt.date, int, dt.date]:
    """Return a key: the first possible day, steps after it, last day.

    An undated event stands where its anchor stands, else behind what its teller told
    just before it and behind the day told last, else at the end.
    """
    steps, at, seen = 0, event, {event.id}
    while not any(_told(at)) and at.id in follows:
        anchor, later = follows[at.id]
        if anchor in seen or anchor not in by_id:
            break
        seen.add(anchor)
        steps += 1 if later else -1
        at = by_id[anchor]
    first, last = bounds[at.id]
    likely = event.accounts[0].context or OPEN
    if not any(bounds[event.id]) and likely.earliest:
        told = likely.earliest + SLACK
        if first is None or first < told or first > (likely.latest or _END):
            first, last, steps = told, None, 1
    day = first or last or _END
    return (day, steps, last or likely.latest or _END)
