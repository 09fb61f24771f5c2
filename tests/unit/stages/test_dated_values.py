"""Days in a release: moved by whole weeks or made coarser, never their true selves."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.datings import LEAST_WEEKS, MOST_WEEKS, DateRule, Dating
from ltnlp.domain.edtf import bounds_of
from ltnlp.stages.dated_values import dated, dated_bounds, dated_edtf
from tests import builders as make

SHIFT = Dating(rule=DateRule.SHIFT, weeks=3)
BACK = Dating(rule=DateRule.SHIFT, weeks=-3)


def coarse(rule: str) -> Dating:
    return Dating(rule=DateRule(rule))


@pytest.mark.parametrize(
    ("true", "dating", "told"),
    [
        ("2023-05-03", SHIFT, "2023-05-24"),
        ("2023-05-03~", SHIFT, "2023-05-24~"),
        ("2023-05", SHIFT, "2023-06"),
        ("2023-05", BACK, "2023-04"),
        ("2022-12", SHIFT, "2023-01"),
        ("2023", SHIFT, "2023"),
        ("202X", SHIFT, "202X"),
        ("2022-22", SHIFT, "2022"),
        ("2022-24~", SHIFT, "2022/2023~"),
        ("2023-36", SHIFT, "2023-36"),
        ("2023-40", SHIFT, "2023-40"),
        ("P3W", SHIFT, "P3W"),
        ("2023-05-03/2023-06", SHIFT, "2023-05-24/2023-07"),
        ("../2023-05-03", SHIFT, "../2023-05-24"),
        ("2023-05-28/2023-05", BACK, "2023-04-30/2023-05-07"),
        ("[2023-05-03,2023-05-10]", SHIFT, "[2023-05-24,2023-05-31]"),
        ("[..2023-05-03]", SHIFT, "[..2023-05-24]"),
        ("2023-05-03", coarse("month"), "2023-05"),
        ("2023-05-03", coarse("quarter"), "2023-34"),
        ("2023-05-03", coarse("year"), "2023"),
        ("2023-05-03~", coarse("month"), "2023-05~"),
        ("2022-24", coarse("year"), "2022/2023"),
        ("2022-22", coarse("quarter"), "2022-22"),
        ("[2023-05-03,2023-05-10]", coarse("month"), "2023-05"),
        ("2023-05-03/2023-05-20", coarse("month"), "2023-05"),
        ("2023-05-03", coarse("true"), "2023-05-03"),
    ],
)
def test_a_date_is_told_anew(true, dating, told):
    assert dated_edtf(true, dating) == told
    bounds_of(told)


days = st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1))
weeks = st.integers(LEAST_WEEKS, MOST_WEEKS).flatmap(lambda n: st.sampled_from([n, -n]))


@given(days, weeks)
def test_a_moved_day_keeps_its_weekday_and_is_another_day(day, amount):
    dating = Dating(rule=DateRule.SHIFT, weeks=amount)
    moved = dt.date.fromisoformat(dated_edtf(day.isoformat(), dating))
    assert moved.weekday() == day.weekday()
    assert 7 * LEAST_WEEKS <= abs((moved - day).days) <= 7 * MOST_WEEKS


@given(days, days, weeks)
def test_what_came_first_still_comes_first(one, other, amount):
    dating = Dating(rule=DateRule.SHIFT, weeks=amount)
    before = dating.moved(one) < dating.moved(other)
    assert before == (one < other)


@given(days, st.sampled_from([DateRule.MONTH, DateRule.QUARTER, DateRule.YEAR]))
def test_a_coarser_day_holds_the_true_one(day, rule):
    bounds = bounds_of(dated_edtf(day.isoformat(), Dating(rule=rule)))
    assert bounds.earliest <= day <= bounds.latest


@given(days, days, st.sampled_from(list(DateRule)), weeks)
def test_bounds_stay_bounds(one, other, rule, amount):
    dating = Dating(rule=rule, weeks=amount)
    first, last = sorted((one, other))
    bounds = dated_bounds(Bounds(earliest=first, latest=last), dating)
    assert bounds.earliest <= bounds.latest


def test_whole_months_stay_whole_so_that_none_tells_the_amount():
    moved = dated_bounds(bounds_of("2023-05"), SHIFT)
    assert moved == bounds_of("2023-06")
    mixed = dated_bounds(
        Bounds(earliest=dt.date(2023, 5, 4), latest=dt.date(2023, 8, 12)), SHIFT
    )
    assert mixed.earliest == dt.date(2023, 5, 25)
    assert mixed.latest == dt.date(2023, 9, 2)
    open_ended = Bounds(earliest=None, latest=None)
    assert dated_bounds(open_ended, SHIFT) == open_ended


def test_an_uncertain_date_changes_all_over():
    value = make.told("2023-05-03", "3 mei")
    moved = dated(value, SHIFT)
    assert (moved.edtf, moved.earliest) == ("2023-05-24", dt.date(2023, 5, 24))
    assert moved.timex is None
    nothing = dated(make.told(None, "ooit"), SHIFT)
    assert nothing.edtf is None


@pytest.mark.parametrize("amount", [0, 1, 9, -1])
def test_too_little_or_too_much_is_no_shift(amount):
    with pytest.raises(ValueError, match="weeks"):
        Dating(rule=DateRule.SHIFT, weeks=amount)


def test_the_amount_is_not_shown():
    assert "3" not in repr(SHIFT)
    assert SHIFT.moved(dt.date.max) == dt.date.max
