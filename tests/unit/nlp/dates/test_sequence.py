"""The years of a telling are those that together need the least going back."""

import datetime as dt
import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ltnlp.domain.bounds import Bounds
from ltnlp.nlp.dates.moments import Moment, of_day, of_month
from ltnlp.nlp.dates.sequence import Step, likeliest


def months(*told: tuple[int, int]) -> Step:
    return Step(moments=tuple(of_month(year, month) for year, month in told))


def years(month: int) -> Step:
    return months(*((year, month) for year in (2020, 2021, 2022)))


def chosen(steps: list[Step], begin: dt.date | None) -> list[Moment]:
    choices = likeliest(steps, begin)
    return [s.moments[c.at] for s, c in zip(steps, choices, strict=True)]


def test_no_steps_need_no_choice() -> None:
    assert likeliest([], None) == []


def test_a_telling_goes_on_over_the_end_of_a_year() -> None:
    found = chosen([years(11), years(1), years(3)], dt.date(2020, 10, 1))
    assert [m.edtf for m in found] == ["2020-11", "2021-01", "2021-03"]


def test_what_comes_later_settles_what_came_before() -> None:
    steps = [months((2021, 2)), years(6), months((2021, 9))]
    assert chosen(steps, None)[1].edtf == "2021-06"
    steps[2] = months((2022, 9))
    assert chosen([*steps[:1], years(1), months((2022, 2))], None)[1].edtf == "2022-01"


def test_a_second_choice_that_is_nearly_as_good_is_told() -> None:
    doubt, sure = likeliest([years(3), months((2021, 3))], dt.date(2020, 9, 1))
    assert doubt.rival is not None or doubt.at == 1
    assert sure.rival is None


DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2023, 12, 31))
STEPS = st.lists(
    st.lists(DAYS, min_size=1, max_size=3, unique=True).map(sorted),
    min_size=1,
    max_size=4,
)


def cost(path: list[dt.date], begin: dt.date) -> float:
    total = 0.0
    for before, then in itertools.pairwise([begin, *path]):
        days = (then - before).days
        total += min(days if days >= 0 else -3.0 * days, 500.0)
    return total


@settings(max_examples=200, deadline=None)
@given(STEPS, DAYS)
def test_no_other_years_cost_less(days: list[list[dt.date]], begin: dt.date) -> None:
    steps = [Step(moments=tuple(of_day(day) for day in some)) for some in days]
    found = [m.first or begin for m in chosen(steps, begin)]
    assert all(day in some for day, some in zip(found, days, strict=True))
    best = min(cost(list(path), begin) for path in itertools.product(*days))
    singly = [
        min(
            cost(list(path), begin)
            for path in itertools.product(*days)
            if path[at] == day
        )
        for at, day in enumerate(found)
    ]
    assert all(abs(one - best) < 1e-6 for one in singly)


def aside(told: Moment, cost: float) -> Step:
    return Step(moments=(told,), aside=cost)


def test_after_an_aside_the_telling_goes_on_where_it_was() -> None:
    steps = [months((2022, 3)), aside(of_month(2020, 1), 50.0), years(5)]
    assert chosen(steps, None)[2].edtf == "2022-05"


def test_without_a_way_back_the_telling_goes_on_from_the_year_told() -> None:
    steps = [months((2022, 3)), months((2020, 1)), years(5)]
    assert chosen(steps, None)[2].edtf == "2020-05"


def test_no_telling_begins_with_an_aside_to_return_from() -> None:
    assert chosen([aside(of_month(2020, 1), 0.0), years(5)], None)[1].edtf == "2020-05"


def test_a_moment_can_cost_by_itself() -> None:
    step = Step(moments=years(5).moments, costs=(0.0, 500.0, 900.0))
    assert chosen([step], dt.date(2022, 5, 1))[0].edtf == "2020-05"
    assert chosen([years(5)], dt.date(2022, 5, 1))[0].edtf == "2022-05"


def test_an_open_end_is_no_free_leap() -> None:
    opened = tuple(
        replace(
            of_month(year, 7),
            edtf=f"{year}-07/..",
            core=Bounds(earliest=day, latest=None),
        )
        for year in (2020, 2022)
        if (day := dt.date(year, 7, 1))
    )
    steps = [months((2020, 5)), Step(moments=opened), years(9)]
    assert [m.edtf for m in chosen(steps, None)][1:] == ["2020-07/..", "2020-09"]


def test_the_margin_is_what_the_second_choice_costs_more() -> None:
    (choice,) = likeliest([years(3)], dt.date(2021, 3, 1))
    assert choice.margin == 365.0
    (only,) = likeliest([months((2021, 3))], None)
    assert only.rival is None
