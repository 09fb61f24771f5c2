"""Expressions of time as the grammar finds them, before they are given a place in time."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from ltnlp.domain.dates import DateType, Precision
from ltnlp.nlp.dates.moments import UNKNOWN, Moment
from ltnlp.nlp.dates.story import Story
from ltnlp.nlp.dates.years import check_weekday, infer_year

Resolve = Callable[[Story], Moment | None]
InYear = Callable[[int, Story], Moment | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expr:
    """One expression: its type, and how it is given a place in time.

    Attributes:
        type: what it is reported as.
        run: gives it its place in a story; None when nothing is known of it.
        in_year: for what comes once a year: its place in a given year.
        year: the year as told.
        which: "last", "next" or "this" when told so.
        weekday: ISO weekday as told beside a date.
        day: day of the month as told, for lists and ranges that leave the month out.
        vague: an end of it is not sharp, so that "tot" includes it.
        moves: later expressions may count from it.
        timex: TIMEX3 value where it does not follow from the moment.
        edtf: for durations and sets, the ISO duration.
        rule: id of the rule that made it.
        completes: what it is without its year, so that a neighbour can lend one.
    """

    type: DateType
    run: Resolve | None = None
    in_year: InYear | None = None
    year: int | None = None
    which: str = ""
    weekday: int | None = None
    day: int | None = None
    vague: bool = False
    moves: bool = True
    timex: str | None = None
    edtf: str | None = None
    rule: str = ""
    parts: tuple["Expr", ...] = field(default=(), compare=False)
    rebuild: Callable[[tuple["Expr", ...]], "Expr"] | None = field(
        default=None, compare=False
    )

    @property
    def open_year(self) -> bool:
        """Tell whether it comes every year and no year was told."""
        if self.parts:
            begun = len(self.parts) > 1 and self.parts[0].told_year is not None
            return self.parts[-1].open_year and not begun
        return self.in_year is not None and self.year is None and not self.which

    @property
    def told_year(self) -> int | None:
        """Return the year as told, in a part of it where it has parts."""
        return self.parts[-1].told_year if self.parts else self.year

    def with_year(self, year: int) -> "Expr":
        """Return it with the year that a neighbour told."""
        if self.parts and self.rebuild:
            lent = tuple(p.with_year(year) if p.open_year else p for p in self.parts)
            return replace(self.rebuild(lent), rule=self.rule)
        return replace(self, year=year) if self.open_year else self

    def resolve(self, story: Story) -> Moment:
        """Return its place in the story; UNKNOWN where it has no anchor."""
        if self.edtf is not None:
            return Moment(edtf=self.edtf, core=UNKNOWN.core, precision=Precision.NONE)
        if self.in_year is not None and not (story.chat and self._by_its_own()):
            return self._in_some_year(story) or UNKNOWN
        found = self.run(story) if self.run else None
        return found or UNKNOWN

    def _by_its_own(self) -> bool:
        """Tell whether it knows the year of a message itself, as weeks do."""
        return self.run is not None and self.open_year

    def _in_some_year(self, story: Story) -> Moment | None:
        assert self.in_year is not None
        if self.year is not None:
            told = self.in_year(self.year, story)
            return check_weekday(told, self.weekday) if told else None
        return infer_year(story, self.in_year, self.which, self.weekday)


def yearly(in_year: InYear, **fields: Any) -> Expr:
    """Return an expression for what comes once a year."""
    return replace(Expr(type=DateType.DATE, in_year=in_year), **fields)


def told(run: Resolve, type: DateType = DateType.RELATIVE, **fields: Any) -> Expr:  # noqa: A002
    """Return an expression that is given its place by a function of the story."""
    return replace(Expr(type=type, run=run), **fields)


def duration(edtf: str, timex: str | None = None) -> Expr:
    """Return a length of time, which has no place."""
    return Expr(type=DateType.DURATION, edtf=edtf, timex=timex or edtf, moves=False)


def repeating(edtf: str, timex: str | None = None) -> Expr:
    """Return a repetition, which has no place."""
    return Expr(type=DateType.SET, edtf=edtf, timex=timex or edtf, moves=False)
