"""The months in Dutch: one list for whoever reads or writes a day in words."""

import datetime as dt

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def day_in_words(day: dt.date) -> str:
    """Return a day as Dutch writes it: "3 maart 2018"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
