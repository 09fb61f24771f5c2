"""How alike two tellings are: by day and by outcome."""

from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.edtf import bounds_of
from ltnlp.stages.likeness import Match, compared, features, telling
from ltnlp.stages.wording import rarity
from tests.unit.stages.story import date, event


def alike(one: dict[str, Any], other: dict[str, Any]) -> Match:
    items = [
        features(event("Gebeld met de praktijk", kind="contact", source=source, **more))
        for source, more in (("d1", one), ("d2", other))
    ]
    return compared(items[0], items[1], rarity(telling(item) for item in items))


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ("2021-03-04", "2021-03-04", "zelfde dag"),
        ("2021-03-04", "2021-03-01/2021-03-07", "zelfde week"),
        ("2021-03-04", "2021-03", "datums passen"),
        ("2021-03-04", "2021", "datums passen"),
    ],
    ids=["day", "week", "month", "year"],
)
def test_the_finer_two_days_meet_the_more_they_say(
    one: str, other: str, because: str
) -> None:
    assert because in alike({"when": one}, {"when": other}).because


def test_finer_dates_that_meet_score_higher() -> None:
    tellings = ["2021-03-04", "2021-03-01/2021-03-07", "2021-03", "2021"]
    scores = [alike({"when": "2021-03-04"}, {"when": w}).score for w in tellings]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_an_undated_telling_without_context_is_less_like_a_dated_one() -> None:
    dated = {"when": "2021-03-04"}
    assert alike(dated, {}).score < alike(dated, {"when": "2021"}).score
    assert "past in de volgorde" not in alike(dated, {}).because


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("poging", "nee", True), ("voorgenomen", "nee", True), ("ja", "nee", False)],
)
def test_an_attempt_or_a_plan_that_came_to_nothing_is_no_other_happening(
    one: str, other: str, agree: bool
) -> None:
    day = {"when": "2021-03-04"}
    same = alike({**day, "realised": "ja"}, {**day, "realised": "ja"}).score
    score = alike({**day, "realised": one}, {**day, "realised": other}).score
    assert (score >= same) is agree


@pytest.mark.parametrize(("around", "fits"), [("2021-03", True), ("2020", False)])
def test_what_the_talk_around_an_undated_telling_makes_likely_counts(
    around: str, fits: bool
) -> None:
    items = [
        features(event("Gebeld", kind="contact", source=source, when=when))
        for source, when in (("d1", "2021-03-04"), ("d2", None))
    ]
    undated = replace(items[1], context=bounds_of(around))
    weights = rarity(telling(item) for item in items)
    match = compared(items[0], undated, weights)
    assert ("past in de volgorde" in match.because) is fits
    alone = compared(items[0], items[1], weights)
    assert (match.score > alone.score) is fits


def test_two_tellings_without_a_day_are_less_sure_than_one() -> None:
    day, first, second = (
        features(event("Gebeld", kind="contact", source=source, when=when))
        for source, when in (("d1", "2021-03-04"), ("d1", None), ("d2", None))
    )
    around = bounds_of("2021-03")
    other = replace(second, context=around)
    weights = rarity(telling(item) for item in (day, first, second))
    both = compared(replace(first, context=around), other, weights)
    apart = compared(replace(first, context=bounds_of("2020")), other, weights)
    assert apart.score < both.score < compared(day, other, weights).score
    assert "past in de volgorde" in both.because


@pytest.mark.parametrize("named", ["others_say", "taken_back"])
def test_a_day_that_a_telling_disputes_is_one_on_which_others_may_tell_it(
    named: str,
) -> None:
    plain = event("Gebeld met de praktijk", when="2021-05-02", kind="contact")
    other_day: dict[str, Any] = {named: date("2021-05-09")}
    told = replace(plain.accounts[0], **other_day)
    disputed = features(replace(plain, accounts=(told,)))
    other = features(
        event("Gebeld met de praktijk", when="2021-05-09", kind="contact", source="d2")
    )
    weights = rarity(telling(item) for item in (disputed, other))
    for pair in ((disputed, other), (other, disputed)):
        assert "zelfde dag" in compared(*pair, weights).because
    assert "zelfde dag" not in compared(features(plain), other, weights).because
