"""What may be destroyed: only what ended, after its term, unhindered and approved."""

import datetime as dt

import pytest

from ltnlp.domain.dates import OPEN
from ltnlp.domain.months import day_in_words
from ltnlp.domain.retention import Approval, RetentionHold, RetentionRule, judge
from ltnlp.domain.reviews import Review, ReviewState

ENDED = dt.date(2024, 3, 1)
DUE = dt.date(2024, 3, 31)
APPROVED = (Approval(review="r1", by="opdrachtgever", on=ENDED),)


def review(state: ReviewState = ReviewState.CLOSED, ended: dt.date | None = ENDED):
    return Review(
        id="r1", title="", kind="overig", period=OPEN, state=state, ended_on=ended
    )


def hold(review: str = "r1", until: dt.date = DUE) -> RetentionHold:
    return RetentionHold(review=review, by="jurist", reason="bezwaar", until=until)


def approval(review: str) -> Approval:
    return Approval(review=review, by="opdrachtgever", on=ENDED)


@pytest.mark.parametrize(
    ("case", "allowed", "why"),
    [
        ({}, True, "termijn verstreken"),
        ({"review": review(ReviewState.CANCELLED)}, True, "termijn verstreken"),
        ({"review": review(ReviewState.OPEN)}, False, "niet afgesloten"),
        ({"review": review(ReviewState.DESTROYED)}, False, "niet afgesloten"),
        ({"review": review(ended=None)}, False, "termijn loopt"),
        ({"today": DUE - dt.timedelta(days=1)}, False, "31 maart 2024"),
        ({"holds": (hold(),)}, False, "beletsel"),
        ({"holds": (hold(until=DUE - dt.timedelta(days=1)),)}, True, "termijn"),
        ({"holds": (hold(review="r2"),)}, True, "termijn"),
        ({"approvals": ()}, False, "geen akkoord"),
        ({"approvals": (approval("r2"),)}, False, "geen akkoord"),
        (
            {"approvals": (), "rule": RetentionRule(approval_required=False)},
            True,
            "termijn",
        ),
        ({"rule": RetentionRule(term_days=31)}, False, "termijn loopt"),
    ],
    ids=[
        "closed",
        "cancelled",
        "still open",
        "destroyed before",
        "end not known",
        "a day too early",
        "held until today",
        "hold has passed",
        "hold on another",
        "not approved",
        "another approved",
        "no approval asked",
        "longer term",
    ],
)
def test_verdict(case, allowed, why):
    given = {
        "review": review(),
        "rule": RetentionRule(),
        "holds": (),
        "approvals": APPROVED,
        "today": DUE,
    }
    given |= case
    verdict = judge(given.pop("review"), **given)
    assert verdict.allowed is allowed
    assert why in verdict.why_nl


def test_the_day_on_which_it_is_due_is_told():
    verdict = judge(review(), rule=RetentionRule(), holds=(), approvals=(), today=ENDED)
    assert day_in_words(DUE) in verdict.why_nl


def test_a_hold_is_told_with_its_last_day_also_while_the_term_runs():
    verdict = judge(
        review(), rule=RetentionRule(), holds=(hold(),), approvals=(), today=ENDED
    )
    assert verdict.why_nl.endswith(f"beletsel tot en met {day_in_words(hold().until)}")
