"""The calendar of a review: the days that its documents tell with their year."""

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Days in order, each as often as it was told; empty where nothing is known."""

    days: tuple[dt.date, ...] = ()

    def near(self, first: dt.date, last: dt.date, reach: int) -> int:
        """Count the days told from `reach` days before to as many after a stretch."""
        span = dt.timedelta(days=reach)
        begin = bisect_left(self.days, first - span)
        return bisect_right(self.days, last + span) - begin
