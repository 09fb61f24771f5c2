"""Short texts of many kinds: on which day what they tell is placed."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.domain.bounds import Bounds
from tests.unit.corpus.texts import timeline_of

pytestmark = pytest.mark.slow

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "events" / "days.json").read_text("utf-8")
)


def placed(case: dict[str, Any]) -> bool:
    """Tell whether each happening lies within its days, or has none where none is."""
    events = timeline_of([case]).events
    accounts = [account for event in events for account in event.accounts]
    for words, *days in case["days"]:
        told = [a.date for a in accounts if words.lower() in a.wording.lower()]
        known = [date.bounds for date in told if date and date.bounds.known]
        if not told or not (
            any(within(k, *days) for k in known) if days else not known
        ):
            return False
    return True


def within(found: Bounds, first: str, last: str) -> bool:
    """Tell whether all that is found lies within the days that are meant."""
    meant = Bounds(
        earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last)
    )
    return meant.hull(found) == meant


def test_what_is_told_is_placed_on_its_day() -> None:
    wrong = [case["id"] for case in CASES["cases"] if not placed(case)]
    assert wrong == CASES["known_failures"]
