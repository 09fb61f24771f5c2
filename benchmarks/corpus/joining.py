"""What joining and telling got wrong: other happenings in one event, and other tellers."""

from collections.abc import Sequence
from itertools import combinations

from benchmarks.corpus.matching import SHARED, likeness, overlap, pair, share
from benchmarks.corpus.places import Row


def false_joins(gold: Sequence[Row], found: Sequence[Row]) -> float:
    """Return the share of events that hold tellings of different labelled events.

    Two tellings differ when both overlap labelled accounts and share no event; what
    overlaps no label says nothing. Of all events that are found, 0 to 1.
    """
    wrong = sum(
        any(not one & other for one, other in combinations(_told(event, gold), 2))
        for event in found
    )
    return share(wrong, len(found)) if found else 0.0


def _told(event: Row, gold: Sequence[Row]) -> list[set[int]]:
    """Return the labelled events that each telling of an event overlaps, where any."""
    told = [
        {
            number
            for number, label in enumerate(gold)
            if any(overlap(account, one) >= SHARED for one in label["accounts"])
        }
        for account in event["accounts"]
    ]
    return [events for events in told if events]


def right_tellers(gold: Sequence[Row], found: Sequence[Row]) -> float:
    """Return in which share of the tellings that are found the teller's kind is right."""
    mine = [account for event in gold for account in event["accounts"]]
    theirs = [account for event in found for account in event["accounts"]]
    paired = pair(
        mine,
        theirs,
        lambda a, b: (likeness(a, b),) if overlap(a, b) >= SHARED else None,
    )
    right = sum(
        mine[i]["teller_kind"] == theirs[j].get("teller_kind")
        for i, j in paired.items()
    )
    return share(right, len(paired))
