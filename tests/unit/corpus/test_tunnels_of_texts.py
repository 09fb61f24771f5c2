"""Short texts of many kinds: no view of then holds what was learned later."""

import datetime as dt
import json
from pathlib import Path

import pytest

from ltnlp.domain.timeline import IntegratedTimeline
from tests.unit.corpus.texts import timeline_of

pytestmark = pytest.mark.slow

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "tunnels.json").read_text(encoding="utf-8")
)


def knows(timeline: IntegratedTimeline, word: str, actor: str, day: dt.date) -> bool:
    """Tell whether `actor` knows on `day` of what is told with `word`."""
    told = {
        event.id
        for event in timeline.events
        if any(word.lower() in account.wording.lower() for account in event.accounts)
    }
    return any(state.event in told for state in timeline.known_as_of(actor, day))


def test_nobody_knows_before_they_were_told() -> None:
    early = []
    for case in CASES["cases"]:
        timeline = timeline_of([case])
        for word, actor, day in case["not_before"]:
            eve = dt.date.fromisoformat(day) - dt.timedelta(days=1)
            if knows(timeline, word, actor, eve):
                early.append(case["id"])
    assert early == []


def test_who_was_there_or_was_told_knows_of_it() -> None:
    missed = [
        case["id"]
        for case in CASES["cases"]
        if case.get("known_by")
        and not all(
            knows(timeline_of([case]), word, actor, dt.date.fromisoformat(day))
            for word, actor, day in case.get("known_by", ())
        )
    ]
    assert missed == CASES["known_failures"]
