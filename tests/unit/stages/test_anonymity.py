import datetime as dt
from typing import Any

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.factors import FactorStatus, ScoredId, Valence
from ltnlp.domain.reviews import Review, ReviewState
from ltnlp.stages.anonymity import keep
from tests.builders import event, factor, interaction, timeline, told


def review(**changes: Any) -> Review:
    given: dict[str, Any] = {
        "id": "r1",
        "title": "t",
        "kind": "thuiszitters",
        "period": bounds_of("2022-01-01/2023-12-31"),
        "state": ReviewState.CLOSED,
    }
    return Review(**(given | changes))


def accepted(id_: str = "f1", **changes: Any):
    given = {"status": FactorStatus.ACCEPTED, "decided_by": "begeleider"}
    return factor(id_, **(given | changes))


def kept(factors=(), interactions=(), line=None, **changes: Any):
    return keep(
        review(**changes),
        factors,
        interactions,
        line or timeline(),
        fact_id="x9",
        sides={"PT04": Valence.HAMPERING},
    )


@pytest.mark.parametrize("state", [ReviewState.OPEN, ReviewState.CANCELLED])
def test_only_a_closed_review_leaves_facts(state: ReviewState) -> None:
    with pytest.raises(PrivacyError):
        kept(state=state)


def test_only_what_people_accepted_is_kept() -> None:
    rejected = factor("f3", status=FactorStatus.REJECTED, decided_by="x")
    recoded = accepted("f4", status=FactorStatus.RECODED, code="T01")
    found = kept([factor(), accepted("f2"), rejected, recoded])
    assert [fact.factor for fact in found] == ["K03", "T01"]


def test_a_fact_holds_no_date_no_text_and_another_id() -> None:
    line = timeline(event("e1", date=told("2022-05-05")))
    telling = accepted(moment="e1", patterns=(ScoredId(id="PT04", score=0.9),))
    (fact,) = kept([telling], line=line)
    assert (fact.review, fact.year, fact.pattern) == ("x9", 2022, "PT04")
    assert fact.relative_time == "3-6 maanden"


def test_a_factor_that_people_put_on_the_other_side_shows_no_such_pattern() -> None:
    shown = (ScoredId(id="PT04", score=0.9),)
    (turned,) = kept([accepted(patterns=shown, valence=Valence.SUPPORTING)])
    assert turned.pattern is None
    (unknown,) = kept([accepted(patterns=(ScoredId(id="PT99", score=0.9),))])
    assert unknown.pattern is None


@pytest.mark.parametrize(
    ("day", "bucket"),
    [
        ("2021-12-31", "ervoor"),
        ("2022-01-01", "0-3 maanden"),
        ("2022-04-02", "3-6 maanden"),
        ("2022-07-03", "6-12 maanden"),
        ("2023-01-01", "na 12 maanden"),
    ],
)
def test_time_is_kept_in_broad_steps(day: str, bucket: str) -> None:
    (fact,) = kept(interactions=[interaction(date=told(day))])
    assert fact.relative_time == bucket


def test_without_a_day_or_a_period_there_is_no_time() -> None:
    (fact,) = kept(interactions=[interaction(date=None)])
    assert fact.relative_time is None
    open_ = Bounds(earliest=None, latest=None)
    made = dt.date(2024, 3, 1)
    (other,) = kept(interactions=[interaction()], period=open_, created_on=made)
    assert (other.relative_time, other.year) == (None, 2024)
    (third,) = kept(interactions=[interaction()], period=open_)
    assert third.year == 0


def test_expected_answers_are_no_facts_and_the_same_fact_is_one() -> None:
    found = kept(
        interactions=[interaction("i1"), interaction("i2"), interaction(expected=True)]
    )
    assert len(found) == 1
