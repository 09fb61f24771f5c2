"""Feasts, school and counting on: against facts, and against `holidays`."""

import datetime as dt

import holidays
import pytest

from ltnlp.domain.dates import Precision
from ltnlp.nlp.dates import feasts, moments
from ltnlp.nlp.dates.lengths import length_of
from ltnlp.nlp.dates.shifts import counted
from ltnlp.nlp.resources import load_yaml

SAME = {
    "Eerste paasdag": "eerste paasdag",
    "Tweede paasdag": "tweede paasdag",
    "Hemelvaartsdag": "hemelvaart",
    "Eerste Pinksterdag": "eerste pinksterdag",
    "Tweede Pinksterdag": "tweede pinksterdag",
    "Koningsdag": "koningsdag",
    "Koninginnedag": "koninginnedag",
    "Eerste kerstdag": "eerste kerstdag",
    "Nieuwjaarsdag": "nieuwjaarsdag",
}


@pytest.mark.parametrize("year", range(1990, 2031))
def test_public_feasts_are_those_of_the_country(year: int) -> None:
    for day, name in holidays.country_holidays("NL", years=year, language="nl").items():
        ours = SAME.get(name)
        found = feasts.feast_in(ours, year) if ours else None
        assert found is None or found.first == day, name


def test_every_name_of_a_feast_has_a_day_in_2020() -> None:
    for name in set(feasts.names().values()):
        found = feasts.feast_in(name, 2020)
        assert found is not None, name
        assert found.bounds.known


def test_school_holidays_run_from_a_saturday() -> None:
    table = load_yaml("dates/school.yaml")["holidays"]
    for name, years in table.items():
        for year in years:
            for region in ("north", "middle", "south"):
                found = feasts.holiday_in(name, year, region)
                assert found is not None
                assert found.first is not None
                assert found.first.isoweekday() == 6


def test_a_year_without_a_table_is_only_about_then() -> None:
    found = feasts.holiday_in("herfst", 1998, "north")
    assert found is not None
    assert found.edtf == "1998-10~"
    assert found.review


@pytest.mark.parametrize(
    ("born", "level", "year"),
    [("2011-05-02", 3, 2017), ("2011-11-02", 3, 2018), ("2011-05-02", 9, 2023)],
)
def test_classes_follow_the_birthday(born: str, level: int, year: int) -> None:
    day = dt.date.fromisoformat(born)
    assert feasts.school_year_of_class(day, level) == year


@pytest.mark.parametrize(
    ("number", "unit", "edtf"),
    [
        (3, "day", "2018-03-08"),
        (3, "week", "2018-03-26~"),
        (3, "month", "2018-06~"),
        (1, "year", "2019-03~"),
        (1.5, "year", "2019-09~"),
        (0.5, "year", "2018-09~"),
    ],
)
def test_counting_on_is_as_exact_as_its_unit(
    number: float, unit: str, edtf: str
) -> None:
    start = moments.of_day(dt.date(2018, 3, 5))
    assert counted(start, length_of(number, unit, loose=False), 1).edtf == edtf


def test_counting_from_a_month_moves_its_bounds() -> None:
    start = moments.of_month(2018, 10)
    found = counted(start, length_of(1, "week", loose=False), 1)
    assert found.edtf == "2018-10-08/2018-11-07"


def test_the_parts_of_a_month_and_of_a_year() -> None:
    march, year = moments.of_month(2018, 3), moments.of_year(2018)
    assert moments.part_of(march, "begin").edtf == "2018-03-01/2018-03-10"
    assert moments.part_of(march, "half").edtf == "2018-03-11/2018-03-20"
    assert moments.part_of(march, "end").edtf == "2018-03-21/2018-03-31"
    assert moments.part_of(year, "begin").edtf == "2018-01/2018-03"
    assert moments.part_of(year, "end").edtf == "2018-10/2018-12"


def test_a_year_has_no_week_that_it_lacks() -> None:
    assert moments.of_week_number(2019, 53) is None
    assert moments.of_week(dt.date(2020, 12, 31)).precision is Precision.WEEK


def test_just_before_a_month_is_the_month_before() -> None:
    before = moments.just_before(moments.of_month(2018, 1))
    assert before is not None
    assert before.edtf == "2017-12"


def test_a_stretch_that_ends_before_it_begins_is_its_first_day() -> None:
    day = dt.date(2019, 6, 15)
    assert moments.of_days(day, dt.date(2019, 6, 14)).edtf == "2019-06-15"


@pytest.mark.parametrize(
    ("year", "region", "expected"),
    [
        (2017, "north", "2017-08-07/2017-08-25"),
        (2023, "middle", "2023-07-24/2023-08-11"),
        (2024, "south", "2024-07-22/2024-08-09"),
    ],
)
def test_the_builders_rest_after_two_weeks_of_summer(
    year: int, region: str, expected: str
) -> None:
    found = feasts.holiday_in("bouwvak", year, region)
    assert found is not None
    assert found.edtf == expected


def test_what_hangs_on_an_unknown_summer_is_a_doubt() -> None:
    builders = feasts.holiday_in("bouwvak", 2005, "north")
    school = feasts.school_day(2005, "north", last=False)
    assert builders is not None
    assert builders.review
    assert school is not None
    assert school.review
    assert feasts.holiday_in("bouwvak", 1800, "north") is None
    assert feasts.school_day(1800, "north", last=True) is None


def test_school_begins_on_the_monday_after_summer_and_ends_on_the_friday_before() -> (
    None
):
    first = feasts.school_day(2023, "north", last=False)
    last = feasts.school_day(2023, "north", last=True)
    assert (first and first.edtf, last and last.edtf) == ("2023-09-04", "2023-07-21")
