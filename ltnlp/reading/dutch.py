"""Days as a Dutch reader writes them."""

import datetime as dt

from ltnlp.domain.months import MONTHS

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def short_day(day: dt.date) -> str:
    """Return "5-3-2024"."""
    return f"{day.day}-{day.month}-{day.year}"


def month(day: dt.date) -> str:
    """Return "maart 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def long_moment(moment: dt.datetime) -> str:
    """Return "dinsdag 5 maart 2024 09:41"."""
    day = f"{DAYS[moment.weekday()]} {moment.day} {month(moment)}"
    return f"{day} {moment:%H:%M}"
