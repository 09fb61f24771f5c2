"""Short texts of plans: each is linked to what came of it, and to nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.domain.events import Event, Realised
from ltnlp.domain.timeline import IntegratedTimeline, RelationKind
from tests.unit.corpus.texts import timeline_of

pytestmark = pytest.mark.slow

TOLD = json.loads(
    (Path(__file__).parents[2] / "cases" / "plans.json").read_text(encoding="utf-8")
)
BACKGROUND = {
    "kind": "file",
    "author": "welzijnswerk",
    "made_on": "2023-09-30",
    "text": TOLD["background"],
}
"""Notes of other things: what is rare in a text is so among many."""
KINDS = {"ja": RelationKind.REALISED_BY, "nee": RelationKind.UNDONE_BY}


def timeline(case: dict[str, Any]) -> IntegratedTimeline:
    formats = {"timeline": "csv"}
    sources = [
        source | {"format": formats.get(source["kind"], "txt")}
        for source in case["sources"]
    ]
    return timeline_of([*sources, BACKGROUND])


def telling(found: IntegratedTimeline, words: str) -> list[Event]:
    return [
        event
        for event in found.events
        if any(words.lower() in account.wording.lower() for account in event.accounts)
    ]


def right(case: dict[str, Any]) -> bool:
    """Tell whether the plan is followed by its outcome, or by none where none is told."""
    found = timeline(case)
    plan = telling(found, case["plan"])[0]
    links = {
        (relation.second, relation.kind)
        for relation in found.relations
        if relation.first == plan.id and relation.kind in set(KINDS.values())
    }
    if case["came"] is None:
        return plan.realised is Realised.INTENDED and not links
    outcomes = {event.id for event in telling(found, case["outcome"])}
    kind = KINDS["ja" if case["came"] == "ja" else "nee"]
    if any(second in outcomes and how is kind for second, how in links):
        return True
    done = plan.realised is Realised.YES
    told_twice = len(plan.accounts) > 1 or not done
    return plan.id in outcomes and told_twice and done is (case["came"] == "ja")


def test_a_plan_is_linked_to_what_came_of_it_and_to_nothing_else() -> None:
    wrong = [case["id"] for case in TOLD["cases"] if not right(case)]
    assert wrong == TOLD["known_failures"]
