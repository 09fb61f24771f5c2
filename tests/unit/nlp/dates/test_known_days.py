"""The calendar of a review: whole dates of its documents, and what is near them."""

import datetime as dt

import pytest

from ltnlp.nlp.dates.calendar import Calendar
from ltnlp.nlp.dates.known_days import told_days

MAY = dt.date(2022, 5, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3-5-22 Intake", [MAY]),
        ("Op 3 mei 2022 en 3/5/2022.", [MAY, MAY]),
        ("Lou, geb. 3-5-2022", []),
        ("Op 3 mei belde ze.", []),
        ("Op 31 februari 2022, versie 3.5.22.1 en 3-15-22", []),
        ("Hij was 3 weken 2022 euro kwijt.", []),
        ("In 4 mei 1850 en 3 mei 2022", [MAY]),
    ],
    ids=["file", "twice", "birth", "no-year", "no-day", "no-month", "too-old"],
)
def test_whole_dates_are_days_and_births_are_not(
    text: str, days: list[dt.date]
) -> None:
    assert list(told_days([text])) == days


def test_days_of_all_texts_stand_in_order() -> None:
    assert list(told_days(["4-5-22", "3-5-22"])) == [MAY, dt.date(2022, 5, 4)]


def test_a_calendar_knows_its_days_and_what_is_near() -> None:
    calendar = Calendar(days=told_days(["3-5-22", "20-5-22", "1-9-22"]))
    assert calendar.holds(MAY)
    assert not calendar.holds(dt.date(2022, 5, 4))
    assert not calendar.holds(None)
    assert calendar.near(dt.date(2022, 5, 5), dt.date(2022, 5, 6), 2) == 1
    assert calendar.near(dt.date(2022, 5, 5), dt.date(2022, 5, 6), 14) == 2
    assert calendar.between(dt.date(2022, 5, 4), dt.date(2022, 5, 20)) == (
        dt.date(2022, 5, 20),
    )
