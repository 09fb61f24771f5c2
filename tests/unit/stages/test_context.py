"""What the dates around an undated telling say of its day."""

import datetime as dt
from dataclasses import replace

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.pseudonyms import ReleasedDate
from ltnlp.stages.context import LONGEST, REACH, SLACK, surrounded
from tests.builders import account, event, passage, span, told


def around(
    *dates: tuple[int, int, str], at: int = 5, own: str | None = None
) -> Bounds | None:
    """Return the context of a telling in passage `at` with these dates around it."""
    passages = [passage(f"p{n}", ordinal=n) for n in range(40)]
    found: dict[str, list[ReleasedDate]] = {}
    for ordinal, start, edtf in dates:
        value = told(edtf)
        found.setdefault(f"p{ordinal}", []).append(
            ReleasedDate(
                passage=f"p{ordinal}", span=span(start, start + 3), value=value
            )
        )
    mine = account(
        "a1", passage=f"p{at}", span=span(6, 17), date=told(own) if own else None
    )
    (placed,) = surrounded(
        [event("e1", accounts=(mine,), date=None)], passages=passages, dates=found
    )
    return placed.accounts[0].context


def test_a_telling_between_two_dates_lies_likely_between_them() -> None:
    context = around((3, 0, "2021-03-04"), (7, 0, "2021-05-01"))
    assert context == Bounds(
        earliest=dt.date(2021, 3, 4) - SLACK, latest=dt.date(2021, 5, 1) + SLACK
    )


def test_a_guess_is_as_wide_as_what_is_told_around_it() -> None:
    guess = replace(told("2023-06-02"), confidence=0.2)
    mine = account("a1", passage="p5", span=span(6, 17), date=guess)
    passages = [passage(f"p{n}", ordinal=n) for n in range(9)]
    near = {
        "p4": (ReleasedDate(passage="p4", span=span(0, 3), value=told("2021-03-04")),),
        "p5": (ReleasedDate(passage="p5", span=span(6, 9), value=guess),),
    }
    (placed,) = surrounded(
        [event("e1", accounts=(mine,), date=guess)], passages=passages, dates=near
    )
    first = dt.date(2021, 3, 4) - SLACK
    assert placed.date == placed.accounts[0].date
    assert placed.date is not None
    assert placed.date.edtf == f"{first}/2023-06-02"
    assert placed.date.alternatives == (guess.bounds,)


@pytest.mark.parametrize("confidence", [0.25, 1.0], ids=["likely", "sure"])
def test_a_likely_day_stays_as_it_is(confidence: float) -> None:
    own = replace(told("2023-06-02"), confidence=confidence)
    mine = account("a1", passage="p5", span=span(6, 17), date=own)
    told_before = ReleasedDate(passage="p4", span=span(0, 3), value=told("2021-03-04"))
    (placed,) = surrounded(
        [event("e1", accounts=(mine,), date=own)],
        passages=[passage(f"p{n}", ordinal=n) for n in range(9)],
        dates={"p4": (told_before,)},
    )
    assert placed.date == own


def test_after_the_last_date_it_goes_on_from_there() -> None:
    context = around((3, 0, "2021-03"))
    assert context == Bounds(
        earliest=dt.date(2021, 3, 1) - SLACK, latest=dt.date(2021, 3, 31) + SLACK
    )


def test_a_stretch_that_is_too_long_is_cut() -> None:
    context = around((3, 0, "2019-01-01"), (7, 0, "2022-01-01"))
    assert context is not None
    assert context.latest == dt.date(2019, 1, 1) + LONGEST


@pytest.mark.parametrize(
    "dates",
    [(), ((7, 0, "2021-05-01"),), ((3, 0, "2021-05-01/.."),)],
    ids=["none", "only later", "open"],
)
def test_without_a_whole_date_before_it_nothing_is_likely(
    dates: tuple[tuple[int, int, str], ...],
) -> None:
    assert around(*dates) is None


def test_a_date_too_far_away_says_nothing() -> None:
    assert around((0, 0, "2021-03-04"), at=REACH + 1) is None
    assert around((1, 0, "2021-03-04"), at=REACH + 1) is not None


def test_within_one_passage_the_place_of_the_date_counts() -> None:
    assert around((5, 0, "2021-03-04")) is not None
    assert around((5, 8, "2021-03-04")) is None


def test_a_dated_telling_needs_no_context() -> None:
    assert around((3, 0, "2021-03-04"), own="2020-01-01") is None
