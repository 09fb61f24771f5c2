"""How a release tells its days: true, all moved by one secret amount, or coarser."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DateRule(StrEnum):
    """What becomes of days in a release; working papers keep them true."""

    TRUE = "true"
    SHIFT = "shift"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


LEAST_WEEKS = 2
MOST_WEEKS = 8
"""Within how many weeks, earlier or later, the days of a review are moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A rule with what it needs; weeks are whole, so that weekdays stay.

    `near` is a day in the time of the case: the year of days that are told without one.
    """

    rule: DateRule
    weeks: int = 0
    near: dt.date = dt.date(2000, 7, 1)

    def __post_init__(self) -> None:
        """Raise ValueError when days are to be moved by no weeks, or by too many."""
        moves = self.rule is DateRule.SHIFT
        if moves and not LEAST_WEEKS <= abs(self.weeks) <= MOST_WEEKS:
            raise ValueError("days are moved by too few or too many weeks")

    def __repr__(self) -> str:
        """Show the rule and never the secret amount."""
        return f"Dating(rule={self.rule!r})"

    def moved(self, day: dt.date) -> dt.date:
        """Return a day the secret amount further; the calendar's ends stay its ends."""
        ordinal = day.toordinal() + 7 * self.weeks
        return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))
