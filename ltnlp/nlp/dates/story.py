"""The running story: from which day an expression counts."""

import datetime as dt
from dataclasses import dataclass, field, replace

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import Anchor, Precision
from ltnlp.nlp.dates.calendar import Calendar
from ltnlp.nlp.dates.moments import Moment, of_day, on_date, plus_days, plus_months

REPORT = "report"
LOOKING_BACK = frozenset(
    {"interview", "client_interview", "timeline", "ruling", REPORT}
)
"""Kinds of source that are told afterwards: nothing lies after the day of speaking."""

NO_DAYS = Calendar()
_LONG_BEFORE = 200
_NEAR_DAYS = 14
_KNOWN_BACK = 3
_LONG_BEFORE_MAIL = 21
_NEAR_IN_FILE = 45
_DAYS_TO_THE_DAY_BEFORE = 6
_BABY_DAYS = 3 * 365
_BACK_IN_MONTH = 2
_CLEARLY = 1.6


@dataclass(slots=True, kw_only=True)
class Story:
    """What is known at one place of a document; the reader moves it on.

    Attributes:
        kind: kind of source.
        reference: the day on which it was said or written.
        row: the day of the entry or row that is being read.
        row_end: the last day of that entry where it is a stretch.
        previous: the last moment that was told.
        following: the day of the next dated entry, for entries without a year.
        births: who → date of birth.
        events: named event → when it was, as given from outside.
        learnt: the same, as read in this document.
        learnt_at: in which passage that was.
        given_only: only what was given counts: "voor de zitting" dates little else.
        region: school holiday region.
        period: the period of the review.
        quoting: the words are somebody's of that moment ("ze zei: ik bel morgen").
        subject: the person that the sentence is likely about.
        record: it is one record, read as the contract of the batch interface has it:
            "tot" leaves its end out, "ergens in mei" reaches beyond May.
        told: the last date with its year in the entry that is being read.
        told_at: in which passage that was; a month counts no further.
        at: which passage is being read.
        previous_at: in which passage the last moment was told.
        row_last: the last day of that entry.
        month: the last month that was told, and in which passage.
        long_past: the sentence is in the past tense, so "sinds" is of that time.
        ahead: the sentence plans ("afspraak voor woensdag" is the next one), looks
            back, or says neither (None).
        begun: what is read has begun already: "sinds maart" is not ahead.
        dark: the last evening or night that was told, for "die nacht".
        days: the single days told so far, for "die vrijdag".
        beside: the day that stands before this in one list: "dinsdag of woensdag".
        pointed: the date that stands after a weekday and falls on it.
        some_day: the weekday is told as any: "op een dinsdag".
        first_told: the first day of the document that was told with its year.
        aside: what was told just before, in the same text, and leaves the story be.
        back_of: it stands after "het overleg van", which was or is to come.
        written: it stands after "de brief van", which was before.
        learning: the sentence says when somebody came to know of something.
        calendar: the days that any document of the review tells with their year.
        pluperfect: the sentence looks back from the story: "ze hadden hem maandag …".
        heads: it is the day that a row of a timeline begins with.
        margin: how much more the second best year of a telling costs.
    """

    kind: str = "interview"
    reference: dt.date | None = None
    row: dt.date | None = None
    previous: Moment | None = None
    following: dt.date | None = None
    births: dict[str, dt.date] = field(default_factory=dict)
    events: dict[str, Moment] = field(default_factory=dict)
    region: str = "north"
    period: Bounds = OPEN
    learnt: dict[str, Moment] = field(default_factory=dict)
    learnt_at: dict[str, int] = field(default_factory=dict)
    given_only: bool = False
    quoting: bool = False
    subject: str | None = None
    record: bool = False
    at: int = 0
    previous_at: int = 0
    row_last: dt.date | None = None
    month: Moment | None = None
    month_at: int = -1
    long_past: bool = False
    ahead: bool | None = None
    begun: bool = False
    told: Moment | None = None
    told_at: int = -1
    dark: Moment | None = None
    days: list[dt.date] = field(default_factory=list)
    beside: Moment | None = None
    pointed: Moment | None = None
    some_day: bool = False
    first_told: dt.date | None = None
    calendar: Calendar = NO_DAYS
    aside: Moment | None = None
    learning: bool = False
    back_of: bool = False
    written: bool = False
    margin: float | None = None
    pluperfect: bool = False
    heads: bool = False

    @property
    def report(self) -> bool:
        """Tell whether it is a file that tells a story and has no entries."""
        return self.kind == REPORT

    @property
    def chat(self) -> bool:
        """Tell whether it is one message, not a document."""
        return self.kind == "chat"

    @property
    def looks_back(self) -> bool:
        """Tell whether it was told afterwards."""
        return self.kind in LOOKING_BACK

    @property
    def spoken(self) -> dt.date | None:
        """Return the day that "gisteren" counts from."""
        if self.quoting and self.previous and self.previous.first and self.looks_back:
            return self.previous.first
        return self.row or self.reference

    @property
    def spoken_anchor(self) -> Anchor:
        """Name what `spoken` is."""
        if self.quoting and self.previous and self.looks_back:
            return Anchor.PREVIOUS
        return Anchor.ROW if self.row else Anchor.SPOKEN

    @property
    def spoken_sharp(self) -> bool:
        """Tell whether that day is one day, not a day of a longer stretch."""
        if self.spoken_anchor is not Anchor.PREVIOUS or self.previous is None:
            return True
        return self.previous.precision is Precision.DAY

    @property
    def moment(self) -> Moment | None:
        """Return the moment that "later" and "die dag" count from."""
        if self.aside is not None:
            return self.aside
        if self.previous is not None:
            return self.previous
        at_once = self.kind in {"file", "email", "chat"}
        day = self.row or (self.reference if at_once else None)
        return of_day(day) if day else None

    def day_of_running_month(
        self, day: int, weekday: int | None = None
    ) -> Moment | None:
        """Return "de 14e": that day of the month that is being told about."""
        base = self.reference if self.chat else self._running_day()
        if base is None:
            return None
        found = [
            moment
            for by in (-2, -1, 0, 1, 2)
            if (moment := _day_in(plus_months(base, by), day)) is not None
        ]
        if weekday is not None:
            fitting = [m for m in found if m.first and m.first.isoweekday() == weekday]
            found = self._told_of(fitting, base) or fitting or found
        elif self.chat:
            found = [m for m in found if m.first and m.first <= base] or found
            return found[-1]
        elif self._in_a_month():
            found = [m for m in found if m.first and m.first.month == base.month]
        if not found:
            return None
        known = [m for m in found if self.calendar.holds(m.first)]
        if len(known) == 1 and self.row is None and not self.chat:
            return replace(known[0], anchor=Anchor.PREVIOUS, confidence=0.75)
        return self._nearest_in_story(found, base)

    def _told_of(self, found: list[Moment], base: dt.date) -> list[Moment]:
        """Return those before a mail that tells of what has been."""
        back = self.kind == "email" and self.ahead is False and not self.record
        return [m for m in found if back and m.first and m.first <= base]

    def _nearest_in_story(self, found: list[Moment], base: dt.date) -> Moment:
        """Return the nearest of some days; a day back counts twice."""

        def off(moment: Moment) -> int:
            days = ((moment.first or base) - base).days
            return days if days >= 0 else -_BACK_IN_MONTH * days

        ranked = sorted(found, key=off)
        anchor = Anchor.ROW if self.row else Anchor.PREVIOUS
        best = replace(ranked[0], anchor=anchor, confidence=0.8)
        shaky = self.previous is not None and self.previous.review
        elsewhere = self.row is None and (self.previous_at != self.at or shaky)
        if elsewhere and self.month_at != self.at:
            return best.doubted(0.55)
        if self._in_a_month():
            other = self.row and best.first and best.first.month != self.row.month
            return best.doubted(0.55) if other else best
        if len(ranked) > 1 and off(ranked[1]) < _CLEARLY * off(ranked[0]):
            return best.doubted(0.5, ranked[1].core)
        back = best.first is not None and (base - best.first).days > _NEAR_DAYS
        return best.doubted(0.5) if back else best

    def nearest_weekday(self, weekday: int) -> Moment | None:
        """Return the day that a bare weekday likely means, always in doubt."""
        if self.pointed is not None:
            return self.pointed
        if self.beside is not None and self.beside.precision is Precision.DAY:
            return self._next_after(self.beside, weekday)
        if self.chat or self.row or not (self.previous and self.previous.first):
            return self._weekday_from_entry(weekday)
        base = self.previous.first
        ahead = (weekday - base.isoweekday()) % 7
        if self.pluperfect and ahead and not self.some_day:
            ahead -= 7
        if ahead == _DAYS_TO_THE_DAY_BEFORE and not self.some_day:
            ahead = -1
        found = of_day(plus_days(base, ahead))
        sharp = self.previous.precision is Precision.DAY and not self.previous.review
        sharp = sharp and (self.record or self.previous_at == self.at)
        sharp = sharp and ahead >= 0 and not self.some_day
        near = None if sharp else self._known_weekday(self.previous, weekday)
        if near is not None:
            found = of_day(near)
        other = of_day(plus_days(base, ahead + 7 if ahead < 0 else ahead - 7)).core
        return replace(
            found,
            anchor=Anchor.PREVIOUS,
            confidence=0.65 if sharp else 0.4,
            review=not sharp,
            alternatives=(other,),
        )

    def _known_weekday(self, base: Moment, weekday: int) -> dt.date | None:
        """Return the only such weekday near the story that any document tells."""
        if base.first is None or base.last is None:
            return None
        first, last = plus_days(base.first, -_KNOWN_BACK), plus_days(base.last, 7)
        known = {
            day
            for day in self.calendar.between(first, last)
            if day.isoweekday() == weekday
        }
        return known.pop() if len(known) == 1 else None

    def _weekday_from_entry(self, weekday: int) -> Moment | None:
        """Return the weekday before or after the day of the entry or of speaking."""
        base = self.row or self.reference
        if base is None:
            return None
        inside = self._weekday_of_row(weekday)
        if inside is not None:
            return inside
        back = (base.isoweekday() - weekday) % 7
        if not back and self.row and self.kind in {"file", "timeline"}:
            return replace(of_day(base), anchor=Anchor.ROW, confidence=0.7)
        back = back or 7
        days = [of_day(plus_days(base, -back)), of_day(plus_days(base, 7 - back))]
        forward = bool(self.ahead) and not self.chat and not self.begun
        found, other = reversed(days) if forward else days
        unsaid = not self.chat and self.ahead is None and not self.begun
        unsaid = unsaid or (self.kind == "timeline" and self.ahead is not True)
        unsaid = unsaid or self.back_of or self._tells_of_long_ago()
        unsaid = unsaid or (not self.record and self.looks_back and self.row is None)
        return replace(
            found,
            anchor=self.spoken_anchor,
            confidence=0.55 if unsaid or self.some_day else 0.7,
            alternatives=(other.core,),
        )

    def _tells_of_long_ago(self) -> bool:
        """Tell whether this text has told a day long before its own."""
        told = self.previous
        if told is None or told.first is None or self.row is None:
            return False
        return self.previous_at == self.at and (
            (self.row - told.first).days > _LONG_BEFORE_MAIL
        )

    def _next_after(self, day: Moment, weekday: int) -> Moment | None:
        """Return the weekday on or after a day that it is told in one breath with."""
        if day.first is None:
            return None
        ahead = (weekday - day.first.isoweekday()) % 7
        found = of_day(plus_days(day.first, ahead))
        return replace(found, anchor=day.anchor, review=day.review, confidence=0.8)

    def _weekday_of_row(self, weekday: int) -> Moment | None:
        """Return the day of an entry over more days that is such a weekday."""
        if self.row is None or self.row_last is None or self.row_last == self.row:
            return None
        day = plus_days(self.row, (weekday - self.row.isoweekday()) % 7)
        return replace(of_day(day), anchor=Anchor.ROW) if day <= self.row_last else None

    def mentioned_weekday(self, weekday: int) -> Moment | None:
        """Return "die vrijdag": the last such day that was told, else the nearest."""
        told = [day for day in self.days if day.isoweekday() == weekday]
        last = told[-1:]
        for day in reversed(told):
            base = self._running_day() or day
            if abs((base - day).days) <= (_NEAR_IN_FILE if self.row else _NEAR_DAYS):
                return replace(of_day(day), anchor=Anchor.PREVIOUS)
        found = self.nearest_weekday(weekday)
        return found and found.doubted(0.5, *(of_day(day).core for day in last))

    def event(self, name: str) -> Moment | None:
        """Return when something with this name was, None when it was not told."""
        known = self.events.get(name)
        if known is None and name == "bevalling":
            known = self.childbirth()
        if known is not None or self.given_only or name not in self.learnt:
            return known
        learnt = self.learnt[name]
        told_by_heart = self.row is None and self.learnt_at.get(name) != self.at
        return learnt.doubted(0.55) if told_by_heart else learnt

    def childbirth(self) -> Moment | None:
        """Return the birth that lies in or shortly before the telling, the only one."""
        until = self.reference or self.row
        if until is None:
            return None
        near = {d for d in self.births.values() if 0 <= (until - d).days < _BABY_DAYS}
        return of_day(near.pop()) if len(near) == 1 else None

    def _running_day(self) -> dt.date | None:
        if self.month is not None and self.month_at == self.at:
            return self.month.first
        if self.row is not None:
            return self.retold or self.row
        if self.previous is not None and self.previous.first is not None:
            return self.previous.first
        return self.reference

    def _in_a_month(self) -> bool:
        if self.month is not None and self.month_at == self.at:
            return True
        previous = self.previous
        return (
            self.row is None
            and previous is not None
            and previous.precision is Precision.MONTH
        )

    @property
    def retold(self) -> dt.date | None:
        """Return the day that an entry tells of, where that is long before it."""
        if self.row is None or self.told is None or self.told.first is None:
            return None
        if self.told.precision is Precision.YEAR:
            return None
        if self.told.precision is not Precision.DAY and self.told_at != self.at:
            return None
        far = (self.row - self.told.first).days > _LONG_BEFORE
        return self.told.first if far else None


def _day_in(month: dt.date, day: int) -> Moment | None:
    return on_date(month.year, month.month, day)
