"""What may be one event: pairs that people are asked about, and what they said."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded, unknown_event
from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal
from ltnlp.casework.last_run import last_timeline
from ltnlp.domain.corrections import Do
from ltnlp.domain.events import Account, Event, Status
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.accounts import Wishes
from ltnlp.stages.replay import Replay


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two events that may be one, and why (Dutch)."""

    one: Event
    other: Event
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person said of tellings, by role.

    Attributes:
        joined: they are one; else they are not.
        tellings: those that it speaks of, as far as they are on the timeline.
        others: those from which they were told apart; () where that is all others.
        between: ids of the two events that they stand in now, for who thinks again;
            () where it is not about two.
    """

    joined: bool
    by: str
    at: dt.datetime
    tellings: tuple[Account, ...]
    others: tuple[Account, ...]
    between: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeSheet:
    """Pairs and decisions as the journal has them now, also before the next run.

    Attributes:
        asked: pairs on which nobody decided, best first.
        decided: the latest first.
        several: events of several accounts, in order of time.
        parted: ids of accounts that stand in one of them and will no more.
        labels: what documents are called, by id.
        pending: something was decided that the timeline does not show yet.
    """

    asked: tuple[Pair, ...]
    decided: tuple[Decision, ...]
    several: tuple[Event, ...]
    parted: frozenset[str]
    labels: Mapping[str, str]
    pending: bool


def alike_sheet(home: Home, review_id: str) -> AlikeSheet:
    """Return what may be one event, and what people decided on it.

    Raises:
        StateError: the review was never run.
    """
    timeline = last_timeline(home, review_id)
    documents = home.store(review_id).released().documents
    replay = Replay(journal(home, review_id).corrections, documents)
    told = tuple(_tellings(timeline.events))
    wishes = replay.wishes(told)
    place = {a.id: e.id for e in timeline.events for a in e.accounts}
    standing = [e for e in timeline.events if e.status is not Status.REJECTED]
    parted = frozenset(_parted(replay, told, wishes, place))
    apart_still = any(len({place[n] for n in two}) > 1 for two in wishes.together)
    return AlikeSheet(
        asked=tuple(_asked(timeline, wishes)),
        decided=_latest_first(_decided(replay, told, wishes, place)),
        several=tuple(e for e in standing if len(e.accounts) > 1),
        parted=parted,
        labels={document.id: document.label for document in documents},
        pending=apart_still or bool(parted),
    )


def open_pairs(home: Home, review_id: str) -> int:
    """Return how many pairs nobody decided on; 0 before the first run."""
    timeline = home.store(review_id).timeline()
    if timeline is None or not timeline.alike:
        return 0
    return len(alike_sheet(home, review_id).asked)


def join_events(
    home: Home, review_id: str, one: str, other: str, *, by: str
) -> Accepted:
    """Record that two events are one, or that the accounts of one belong together.

    Raises:
        InputError: there is no such event.
    """
    events = _known(home, review_id, one), _known(home, review_id, other)
    # All accounts, so that none falls out when two groups are made one.
    named = dict.fromkeys(a.id for event in events for a in event.accounts)
    return recorded(home, review_id, {"do": "join", "events": [*named]}, by=by)


def part_events(
    home: Home, review_id: str, one: str, other: str, *, by: str
) -> Accepted:
    """Record that two events are not one; they are not offered again.

    Raises:
        InputError: there is no such event.
    """
    first, second = _known(home, review_id, one), _known(home, review_id, other)
    told = {
        "do": "split",
        "event": first.id,
        "account": [account.id for account in first.accounts],
        "events": [account.id for account in second.accounts],
    }
    return recorded(home, review_id, told, by=by)


def part_account(home: Home, review_id: str, account: str, *, by: str) -> Accepted:
    """Record that an account tells another event than those that it was joined with.

    Raises:
        InputError: no event of several accounts has it.
    """
    for event in last_timeline(home, review_id).events:
        names = [one.id for one in event.accounts]
        if account in names and len(names) > 1:
            others = [name for name in names if name != account]
            told = {
                "do": "split",
                "event": event.id,
                "account": account,
                "events": others,
            }
            return recorded(home, review_id, told, by=by)
    raise unknown_event()


def _tellings(events: Iterable[Event]) -> Iterator[Event]:
    """Yield each account as an event of its own, as it was before joining."""
    for event in events:
        for account in event.accounts:
            yield replace(event, id=account.id, accounts=(account,), formerly=())


def _asked(timeline: IntegratedTimeline, wishes: Wishes) -> Iterator[Pair]:
    """Yield the pairs of which nobody said anything yet."""
    by_id = {event.id: event for event in timeline.events}
    for pair in timeline.alike:
        one, other = by_id[pair.event], by_id[pair.other]
        twos = {frozenset((a.id, b.id)) for a in one.accounts for b in other.accounts}
        if not twos & (wishes.together | wishes.apart):
            yield Pair(one=one, other=other, because=pair.because)


def _parted(
    replay: Replay, told: Sequence[Event], wishes: Wishes, place: Mapping[str, str]
) -> Iterator[str]:
    """Yield the accounts that were taken apart and stand with others until a run."""
    for correction, ones, others in replay.decided(told):
        if correction.do is Do.SPLIT:
            for one in ones:
                beside = (o for o in others if place[o] == place[one])
                if any(frozenset((one, o)) in wishes.apart for o in beside):
                    yield one


def _decided(
    replay: Replay, told: Sequence[Event], wishes: Wishes, place: Mapping[str, str]
) -> Iterator[Decision]:
    """Yield what people said, in the order in which they did; what still counts."""
    accounts = {event.id: event.accounts[0] for event in told}
    for correction, ones, others in replay.decided(told):
        joined = correction.do is Do.JOIN
        if not _counts(joined, ones, others, wishes):
            continue
        # A split that names no others is from all: these are not shown.
        shown = others if correction.all_of("events") else ()
        events = tuple(dict.fromkeys(place[name] for name in (*ones, *shown)))
        yield Decision(
            joined=joined,
            by=correction.by,
            at=correction.at,
            tellings=tuple(accounts[name] for name in ones),
            others=tuple(accounts[name] for name in shown),
            between=events if len(events) == 2 else (),
        )


def _latest_first(said: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return what was said, each once, though somebody thought twice again."""
    latest = {
        (one.joined, frozenset(a.id for a in (*one.tellings, *one.others))): one
        for one in said
    }
    return tuple(sorted(latest.values(), key=lambda one: one.at, reverse=True))


def _counts(
    joined: bool, ones: Sequence[str], others: Sequence[str], wishes: Wishes
) -> bool:
    """Tell whether nothing later took a decision back."""
    if joined:
        return any(frozenset(two) in wishes.together for two in combinations(ones, 2))
    return any(frozenset((a, b)) in wishes.apart for a in ones for b in others)


def _known(home: Home, review_id: str, event: str) -> Event:
    """Return an event by the id that it has or had.

    Raises:
        InputError: there is none.
    """
    found = last_timeline(home, review_id).event(event)
    if found is None:
        raise unknown_event()
    return found
