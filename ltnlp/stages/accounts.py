"""Events → joined events: the accounts of one happening brought together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.timeline import Alike
from ltnlp.stages.candidates import pairs
from ltnlp.stages.conflicts import conflicts
from ltnlp.stages.content import account_content, by_content
from ltnlp.stages.likeness import (
    ENOUGH,
    Features,
    Match,
    compared,
    days_apart,
    features,
    length,
    telling,
)
from ltnlp.stages.outcomes import outcomes
from ltnlp.stages.told_dates import combined
from ltnlp.stages.wording import rarity

Pair = frozenset[str]

GOOD_LENGTH = 50
LEANING = frozenset(
    {
        "hij", "zij", "ze", "dat", "die", "dit", "het", "er", "ik", "wij", "we", "daar",
        "toen", "in", "en", "zegt", "niet", "ook", "dan", "want",
    }
)  # fmt: skip
"""First words of a description that lean on what was said before."""
FURTHEST = 45
"""Days between the finest dates of two groups that can still be one happening."""

ALTOGETHER = 3.0
"""How alike the accounts of two groups are on average when the groups are one."""
ASKED = 4
"""As many accounts of a group are compared: a long group must not take long."""

OFFERED = 2.0
"""How alike two are that people are asked about, when they are not joined.

On the reviews for training and development two in five of these are one event.
"""
OFF = 10
"""Days that tellers of what is offered may be off: joined, it shows as a conflict."""
MOST_OFFERED = 3
"""In as many pairs an event is offered: more is no question but a list."""

JOINED_BY_PERSON = Match(score=0, because=("samengevoegd door een deelnemer",))
PLAN_AND_OUTCOME = Match(score=0, because=("voornemen en uitkomst",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What people decided on joining: pairs of event ids, kept for ever."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Events with their accounts together, and which of them may still be one."""

    events: tuple[Event, ...]
    alike: tuple[Alike, ...]


def join(events: Iterable[Event], wishes: Wishes | None = None) -> Joined:
    """Join the accounts of one happening over documents.

    The result is the same whatever the order of `events`. Pairs are joined best
    first; an event takes at most one account of each document, unless people said
    otherwise. What is alike and could be one, but was not joined, is offered.
    """
    wishes = wishes or Wishes()
    ordered = by_content(events)
    items = [features(event) for event in ordered]
    weights = rarity(telling(item) for item in items)
    groups = _Groups(items, wishes, weights)
    by_id = {event.id: index for index, event in enumerate(ordered)}
    for members in sorted(_indices(wishes.together, by_id)):
        groups.unite(members[0], members[1], JOINED_BY_PERSON)
    for plan, outcome in outcomes(ordered):
        if frozenset((plan, outcome)) not in wishes.apart:
            groups.unite(by_id[plan], by_id[outcome], PLAN_AND_OUTCOME)
    matches = _matches(items, weights)
    for match, one, other in matches:
        if match.score >= ENOUGH:
            groups.consider(one, other, match)
    return groups.joined(matches)


def _indices(pairs: Iterable[Pair], by_id: Mapping[str, int]) -> list[list[int]]:
    """Return the pairs of which both events are there, as places in the order."""
    found = (sorted(by_id[name] for name in pair if name in by_id) for pair in pairs)
    return [members for members in found if len(members) == 2]


_Scored = tuple[Match, int, int]


def _matches(items: Sequence[Features], weights: Mapping[str, float]) -> list[_Scored]:
    """Return the pairs that are alike enough to join or to offer, best first."""
    scored = [
        (compared(items[one], items[other], weights), one, other)
        for one, other in pairs(items)
    ]
    good = [entry for entry in scored if entry[0].score >= OFFERED]
    return sorted(good, key=lambda entry: (-entry[0].score, entry[1], entry[2]))


class _Groups:
    """Events that are being joined: who belongs with whom, and why."""

    def __init__(
        self,
        items: Sequence[Features],
        wishes: Wishes,
        weights: Mapping[str, float],
    ) -> None:
        self._items = items
        self._weights = weights
        self._scores: dict[tuple[int, int], float] = {}
        self._apart = wishes.apart
        self._leader = list(range(len(items)))
        self._members = {index: [index] for index in range(len(items))}
        self._because: dict[int, list[str]] = defaultdict(list)

    def consider(self, one: int, other: int, match: Match) -> None:
        """Join two groups when nothing forbids it."""
        first, second = self._leader[one], self._leader[other]
        self._scores[one, other] = match.score
        if first != second and self._may(first, second):
            self.unite(one, other, match)

    def unite(self, one: int, other: int, match: Match) -> None:
        """Join the groups of two events."""
        first, second = sorted((self._leader[one], self._leader[other]))
        if first == second:
            return
        for member in self._members[second]:
            self._leader[member] = first
        self._members[first] += self._members.pop(second)
        self._because[first] += self._because.pop(second, [])
        self._because[first] += match.because

    def _may(self, first: int, second: int) -> bool:
        ones, others = self._members[first], self._members[second]
        if self._by_person(ones) or self._by_person(others):
            return False
        if not self._free(ones, others, furthest=FURTHEST):
            return False
        return self._alike(ones, others) >= ALTOGETHER

    def _by_person(self, members: Iterable[int]) -> bool:
        """Tell whether somebody added one of them by hand: only people join that."""
        return any(self._items[m].event.found_by == "person" for m in members)

    def _free(
        self, ones: Sequence[int], others: Sequence[int], *, furthest: int
    ) -> bool:
        """Tell whether no day, no document and no person keeps two groups apart."""
        if not self._near(ones, others, furthest):
            return False
        if self._documents(ones) & self._documents(others):
            return False
        ids = [
            (self._items[a].event.id, self._items[b].event.id)
            for a in ones
            for b in others
        ]
        return not any(frozenset(pair) in self._apart for pair in ids)

    def _alike(self, ones: Sequence[int], others: Sequence[int]) -> float:
        """Return how alike two groups are: one likeness alone draws in no third."""
        scores = [
            self._score(*sorted((a, b)))
            for a in sorted(ones)[:ASKED]
            for b in sorted(others)[:ASKED]
        ]
        return fsum(scores) / len(scores)

    def _score(self, one: int, other: int) -> float:
        if (one, other) not in self._scores:
            match = compared(self._items[one], self._items[other], self._weights)
            self._scores[one, other] = match.score
        return self._scores[one, other]

    def _near(self, ones: Sequence[int], others: Sequence[int], furthest: int) -> bool:
        """Keep chains from drifting: the finest days of both lie close together."""
        one, other = self._finest(ones), self._finest(others)
        return one is None or other is None or days_apart(one, other) <= furthest

    def _finest(self, members: Sequence[int]) -> Bounds | None:
        known = [self._items[m].bounds for m in members]
        return min((b for b in known if b is not None), key=length, default=None)

    def _documents(self, members: Sequence[int]) -> frozenset[str]:
        return frozenset(d for m in members for d in self._items[m].documents)

    def joined(self, matches: Iterable[_Scored]) -> Joined:
        """Return the joined events and those left alone, and what may still be one."""
        by_leader = {
            leader: merged(
                [self._items[m].event for m in members], self._because.get(leader, ())
            )
            for leader, members in sorted(self._members.items())
        }
        alike = (
            Alike(
                event=by_leader[first].id,
                other=by_leader[second].id,
                score=round(match.score, 2),
                because=match.because,
            )
            for match, first, second in self._offered(matches)
        )
        return Joined(events=tuple(by_leader.values()), alike=tuple(alike))

    def _offered(self, matches: Iterable[_Scored]) -> Iterator[_Scored]:
        """Yield, best first, the groups that stayed apart though nothing says so."""
        seen: set[tuple[int, int]] = set()
        taken: Counter[int] = Counter()
        for match, one, other in matches:
            first, second = sorted((self._leader[one], self._leader[other]))
            if first == second or (first, second) in seen:
                continue
            seen.add((first, second))
            full = max(taken[first], taken[second]) >= MOST_OFFERED
            if not full and self._free(
                self._members[first], self._members[second], furthest=OFF
            ):
                taken.update((first, second))
                yield match, first, second


def merged(events: Sequence[Event], because: Sequence[str]) -> Event:
    """Return one event with the accounts of all `events`.

    The id of the earliest is kept; `formerly` remembers the others.
    """
    if len(events) == 1:
        return replace(events[0], conflicts=conflicts(events[0].accounts))
    ordered = by_content(events)
    accounts = tuple(
        sorted((a for e in ordered for a in e.accounts), key=account_content)
    )
    first = ordered[0]
    best = max(ordered, key=_telling)
    others = [e.id for e in ordered[1:]] + [f for e in ordered for f in e.formerly]
    return replace(
        first,
        what=best.what,
        type=best.type,
        accounts=accounts,
        date=combined(accounts),
        who=_all(e.who for e in ordered),
        organisations=_all(e.organisations for e in ordered),
        realised=outcome(accounts),
        joined_because=_explained(because, accounts),
        conflicts=conflicts(accounts),
        formerly=tuple(sorted(set(others) - {first.id})),
        times=max(e.times for e in events),
        score=max(e.score for e in events),
        also=tuple(
            sorted({k for e in ordered for k in (e.type, *e.also)} - {best.type})
        ),
    )


def outcome(accounts: Sequence[Account]) -> Realised:
    """Return whether it happened, going by all tellings together."""
    told = {account.realised for account in accounts}
    if len(told) == 1:
        return accounts[0].realised
    if Realised.INTENDED in told and Realised.YES not in told:
        return Realised.INTENDED
    for likeliest in (Realised.YES, Realised.ATTEMPT, Realised.NO, Realised.INTENDED):
        if likeliest in told:
            return likeliest
    return Realised.UNKNOWN


def _telling(event: Event) -> tuple[bool, bool, bool, int]:
    """Prefer a description that stands alone: typed, no pronoun first, some length."""
    first = event.what.split(" ", 1)[0].lower()
    dated = bool(event.date and event.date.bounds.known)
    length = -abs(len(event.what) - GOOD_LENGTH)
    return (event.type != "overig", first not in LEANING, dated, length)


def _all(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _explained(because: Sequence[str], accounts: Sequence[Account]) -> str:
    sources = len({account.document for account in accounts})
    number = {1: "één bron", 2: "twee bronnen", 3: "drie bronnen", 4: "vier bronnen"}
    reasons = list(dict.fromkeys(because))
    return ", ".join([*reasons, number.get(sources, f"{sources} bronnen")])
