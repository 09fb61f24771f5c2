"""The calendar of a review: the days that its documents tell with their year."""

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days in order, each as often as it was told; empty where nothing is known."""

    days: tuple[dt.date, ...] = ()

    def holds(self, day: dt.date | None) -> bool:
        """Tell whether a day was told."""
        if day is None:
            return False
        at = bisect_left(self.days, day)
        return at < len(self.days) and self.days[at] == day

    def near(self, first: dt.date, last: dt.date, reach: int) -> int:
        """Count the days told from `reach` days before to as many after a stretch."""
        span = dt.timedelta(days=reach)
        return len(self.between(first - span, last + span))

    def between(self, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Return the days told from one day up to and including another."""
        return self.days[bisect_left(self.days, first) : bisect_right(self.days, last)]
