"""Moments: days, weeks, months and stretches of them, as EDTF with their bounds."""

import datetime as dt
from dataclasses import dataclass, replace

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import Anchor, Precision
from ltnlp.domain.edtf import bounds_of, days_in_month

FIRST_YEAR, LAST_YEAR = 1850, 2150
"""Years that a source of a review can mean; others are not taken for years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What an expression comes to; `core` is its bounds before they were widened.

    Later expressions count from `core`.
    """

    edtf: str | None
    core: Bounds
    precision: Precision
    qualifier: str = ""
    anchor: Anchor = Anchor.NONE
    confidence: float = 1.0
    alternatives: tuple[Bounds, ...] = ()
    review: bool = False
    timex: str | None = None

    @property
    def bounds(self) -> Bounds:
        """Return the first and last possible day, widened where approximate."""
        return bounds_of(self.edtf) if self.edtf else OPEN

    @property
    def first(self) -> dt.date | None:
        """Return the first day of the core."""
        return self.core.earliest

    @property
    def last(self) -> dt.date | None:
        """Return the last day of the core."""
        return self.core.latest

    def doubted(self, confidence: float, *alternatives: Bounds) -> "Moment":
        """Return it flagged for review with what else it can mean."""
        return replace(
            self,
            confidence=min(self.confidence, confidence),
            alternatives=(*self.alternatives, *alternatives),
            review=True,
        )


UNKNOWN = Moment(
    edtf=None, core=OPEN, precision=Precision.NONE, confidence=0.3, review=True
)
"""An expression whose anchor is not known: open and flagged, never guessed."""


def _told(edtf: str, precision: Precision, timex: str | None = None) -> Moment:
    return Moment(edtf=edtf, core=bounds_of(edtf), precision=precision, timex=timex)


def of_day(day: dt.date) -> Moment:
    """Return one day."""
    text = f"{day:%Y-%m-%d}" if day.year > 999 else f"{day.year:04d}-{day:%m-%d}"
    return _told(text, Precision.DAY, text)


def of_month(year: int, month: int) -> Moment:
    """Return a calendar month."""
    text = f"{year:04d}-{month:02d}"
    return _told(text, Precision.MONTH, text)


def of_year(year: int) -> Moment:
    """Return a calendar year."""
    return _told(f"{year:04d}", Precision.YEAR, f"{year:04d}")


def of_decade(first_year: int) -> Moment:
    """Return the ten years from `first_year`, which ends in 0."""
    prefix = first_year // 10
    return _told(f"{prefix:03d}X", Precision.DECADE, f"{prefix:03d}")


def of_season(year: int, code: int) -> Moment:
    """Return a season, 21 spring to 24 winter; winter begins in December."""
    letters = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
    return _told(f"{year:04d}-{code}", Precision.SEASON, f"{year:04d}-{letters[code]}")


def of_days(
    first: dt.date, last: dt.date, precision: Precision = Precision.INTERVAL
) -> Moment:
    """Return a stretch of days, both included; one day where the last is earlier."""
    if last <= first:
        return replace(of_day(first), precision=precision)
    return _told(f"{first.isoformat()}/{last.isoformat()}", precision)


def of_months(year: int, month: int, count: int, precision: Precision) -> Moment:
    """Return `count` whole months from a month."""
    end_year, end_month = _month_after(year, month, count - 1)
    edtf = f"{year:04d}-{month:02d}/{end_year:04d}-{end_month:02d}"
    return _told(edtf, precision)


def of_week(day: dt.date) -> Moment:
    """Return the ISO week, Monday to Sunday, that holds the day."""
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    moment = of_days(monday, plus_days(monday, 6), Precision.WEEK)
    return replace(moment, timex=f"{year:04d}-W{week:02d}")


def of_week_number(year: int, week: int) -> Moment | None:
    """Return the ISO week of a year, None where that year has no such week."""
    try:
        return of_week(dt.date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def of_quarter(year: int, quarter: int) -> Moment:
    """Return a quarter of a year, 1 to 4."""
    moment = of_months(year, quarter * 3 - 2, 3, Precision.QUARTER)
    return replace(moment, timex=f"{year:04d}-Q{quarter}")


def of_half_year(year: int, half: int) -> Moment:
    """Return a half of a year, 1 or 2."""
    moment = of_months(year, half * 6 - 5, 6, Precision.HALF_YEAR)
    return replace(moment, timex=f"{year:04d}-H{half}")


def of_school_year(year: int) -> Moment:
    """Return the school year that begins on 1 August of `year`."""
    moment = of_days(dt.date(year, 8, 1), dt.date(year + 1, 7, 31), Precision.YEAR)
    return replace(moment, timex=None)


def of_weekend(day: dt.date) -> Moment:
    """Return the Saturday and Sunday of the week that holds the day."""
    saturday = plus_days(day, 5 - day.weekday())
    year, week, _ = saturday.isocalendar()
    moment = of_days(saturday, plus_days(saturday, 1))
    return replace(moment, timex=f"{year:04d}-W{week:02d}-WE")


def on_date(year: int, month: int, day: int) -> Moment | None:
    """Return a day of the calendar, None where it does not exist."""
    try:
        return of_day(dt.date(year, month, day))
    except ValueError:
        return None


def from_to(start: Moment, end: Moment) -> Moment | None:
    """Return the stretch from the start of one to the end of another."""
    if not start.edtf or not end.edtf:
        return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    first, last = start.bounds.earliest, end.bounds.latest
    if first and last and first > last:
        return None
    core = Bounds(earliest=start.first, latest=end.last)
    return Moment(
        edtf=edtf,
        core=core,
        precision=Precision.INTERVAL,
        qualifier="~" if "~" in edtf else "",
        anchor=start.anchor if end.anchor is Anchor.NONE else end.anchor,
        confidence=min(start.confidence, end.confidence),
        review=start.review or end.review,
    )


def since(start: Moment) -> Moment | None:
    """Return everything from the start of a moment on."""
    if not start.edtf or start.first is None:
        return None
    edtf = f"{start.edtf.split('/')[0]}/.."
    core = Bounds(earliest=start.first, latest=None)
    return replace(start, edtf=edtf, core=core, precision=Precision.INTERVAL)


def up_to(end: Moment) -> Moment | None:
    """Return everything up to and including a moment."""
    if not end.edtf or end.last is None:
        return None
    edtf = f"../{end.edtf.split('/')[-1]}"
    core = Bounds(earliest=None, latest=end.last)
    return replace(end, edtf=edtf, core=core, precision=Precision.INTERVAL)


def just_before(moment: Moment) -> Moment | None:
    """Return the unit that ends on the day before a moment: its day, month or year."""
    if moment.first is None:
        return None
    return _same_unit(moment, plus_days(moment.first, -1))


def just_after(moment: Moment) -> Moment | None:
    """Return the unit that begins on the day after a moment."""
    if moment.last is None:
        return None
    return _same_unit(moment, plus_days(moment.last, 1))


def _same_unit(moment: Moment, day: dt.date) -> Moment:
    like = {
        Precision.MONTH: lambda: of_month(day.year, day.month),
        Precision.YEAR: lambda: of_year(day.year),
    }
    whole = moment.edtf and "/" not in moment.edtf
    make = like.get(moment.precision) if whole else None
    near = make() if make else of_day(day)
    return replace(
        near,
        anchor=moment.anchor,
        confidence=moment.confidence,
        review=moment.review,
    )


def approximately(moment: Moment) -> Moment:
    """Return it with `~` on every date it is made of."""
    if not moment.edtf:
        return moment
    ends = moment.edtf.split("/")
    marked = [end if end in {"", ".."} or end[-1] == "~" else f"{end}~" for end in ends]
    return replace(moment, edtf="/".join(marked), qualifier="~", timex=moment.timex)


def plus_days(day: dt.date, days: int) -> dt.date:
    """Return the day `days` further, kept inside the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def plus_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month `months` further, or that month's last day."""
    year, month = _month_after(day.year, day.month, months)
    return dt.date(year, month, min(day.day, days_in_month(year, month)))


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    over, index = divmod(month - 1 + months, 12)
    return min(max(year + over, 1), 9999), index + 1


def part_of(moment: Moment, part: str) -> Moment:
    """Return the begin, the half or the end of a period, by the house's rule.

    Of a month the days 1-10, 11-20 and 21 to its last; of a year the first three,
    the middle four and the last three months; of a decade the years 0-3, 4-6 and 7-9;
    of anything else a third of its days.
    """
    first, last = moment.first, moment.last
    if first is None or last is None:
        return moment
    found = _part_by_rule(moment, first, part) or _third_of(first, last, part)
    return replace(
        found,
        anchor=moment.anchor,
        confidence=moment.confidence,
        review=moment.review,
        alternatives=tuple(part_bounds(a, part) for a in moment.alternatives),
    )


def _part_by_rule(moment: Moment, first: dt.date, part: str) -> Moment | None:
    year = first.year
    if moment.precision is Precision.MONTH:
        ends = {"begin": (1, 10), "half": (11, 20), "end": (21, 0)}[part]
        last = ends[1] or days_in_month(year, first.month)
        return of_days(first.replace(day=ends[0]), first.replace(day=last))
    if moment.precision is Precision.DECADE:
        years = {"begin": (0, 3), "half": (4, 6), "end": (7, 9)}[part]
        return from_to(of_year(year + years[0]), of_year(year + years[1]))
    if moment.precision is Precision.YEAR and moment.edtf and len(moment.edtf) == 4:
        month, count = {"begin": (1, 3), "half": (5, 4), "end": (10, 3)}[part]
        return of_months(year, month, count, Precision.INTERVAL)
    return None


def part_bounds(bounds: Bounds, part: str) -> Bounds:
    """Return the third of a stretch of days that a part names."""
    if bounds.earliest is None or bounds.latest is None:
        return bounds
    return _third_of(bounds.earliest, bounds.latest, part).core


def _third_of(first: dt.date, last: dt.date, part: str) -> Moment:
    length = (last - first).days + 1
    third = max(length // 3, 1)
    at = {"begin": 0, "half": (length - third) // 2, "end": length - third}[part]
    start = plus_days(first, at)
    return of_days(start, min(plus_days(start, third - 1), last))
