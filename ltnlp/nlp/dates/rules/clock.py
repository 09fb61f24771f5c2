"""Times of the day, read only in messages: "vrijdag om 12.30", "vandaag tussen 3 en 5"."""

from dataclasses import dataclass, replace

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, repeating, told
from ltnlp.nlp.dates.lengths import Length, length_of
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import from_spoken, unit_at
from ltnlp.nlp.dates.rules.weekdays import weekday_before
from ltnlp.nlp.dates.shifts import shifted
from ltnlp.nlp.dates.story import Story

_PART_OF_DAY = (
    "'s DAYPART / in de DAYPART / vanmorgen|vanochtend|vanmiddag|vanavond|vannacht"
    " / deze DAYPART"
)
_AFTERNOON = frozenset({"middag", "middags", "namiddag", "avond", "avonds"})
_AT = "om|at|@|rond|omstreeks|tegen|,|-|–|op|van"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of the day, with its end where it is a stretch of hours."""

    hour: int
    minute: int
    stretch: bool = False

    @property
    def iso(self) -> str:
        """Return it as TIMEX3 has it."""
        return f"T{self.hour:02d}:{self.minute:02d}"


@rule(
    "clock.point",
    "clock",
    "CLOCK ( uur|u|h )?",
    f"CLOCK ( uur|u )? ( {_PART_OF_DAY} )",
    "n:NUMBER uur|u|h",
    f"n:NUMBER ( uur|u )? ( {_PART_OF_DAY} )",
    "half half:NUMBER ( uur )?",
    f"half half:NUMBER ( {_PART_OF_DAY} )",
    "middernacht",
)
def _point(
    clock: tuple[int, int] | None = None,
    n: float = 0,
    half: float = 0,
    daypart: str = "",
) -> Clock | None:
    hour, minute = clock or (int(n), 0)
    if half:
        hour, minute = (int(half) - 1) % 12, 30
    if hour > 24 or n % 1 or half % 1:
        return None
    if daypart in _AFTERNOON and hour < 12:
        hour += 12
    return Clock(hour=hour % 24, minute=minute)


@rule(
    "clock.past",
    "clock",
    "kwart|tien|vijf|twintig over|voor half? NUMBER ( uur )?",
    "_:DAYNUM over|voor half? NUMBER ( uur )?",
)
def _past(number: float) -> Clock | None:
    return None if number % 1 or number > 24 else Clock(hour=int(number), minute=0)


@rule("clock.bare", "hour", "NUMBER")
def _bare(number: float) -> Clock | None:
    if number % 1 or number > 24:
        return None
    return Clock(hour=int(number), minute=0)


@rule("clock.any", "hour", "<clock>")
def _any(clock: Clock) -> Clock:
    return clock


@rule(
    "clock.stretch",
    "hours",
    "van|tussen|om|vanaf a:<hour> tot|en|- b:<hour>",
    "van|tussen|om|vanaf a:<hour> – b:<hour>",
    "a:<hour> - b:<hour>",
    "a:<clock> tot b:<clock>",
    "NUMRANGE ( uur )?",
    f"NUMRANGE ( {_PART_OF_DAY} )",
    "DM ( uur )?",
    f"DM ( {_PART_OF_DAY} )",
)
def _stretch(
    a: Clock | None = None,
    b: Clock | None = None,
    numrange: tuple[int, int] | None = None,
    dm: tuple[int, int] | None = None,
    **_: str,
) -> Clock | None:
    if a is not None and b is not None:
        return replace(a, stretch=True)
    first, last = numrange or dm or (0, 0)
    if last > 24 or first >= last:
        return None
    return Clock(hour=first, minute=0, stretch=True)


@rule("clock.point_of", "time", "<clock>")
def _time(clock: Clock) -> Clock:
    return clock


@rule("clock.hours_of", "time", "<hours>")
def _hours(hours: Clock) -> Clock:
    return hours


@rule(
    "clock.after",
    "clocked",
    "<day> na|vanaf <time>",
    "<day> na|vanaf time:<hour>",
    "na|vanaf <time> <day>",
    "> ( = )? <time> <day>",
    "op of na <time> <day>",
)
def _from_then(day: Expr, time: Clock) -> Expr:
    return _open_day(day, time, 1)


@rule(
    "clock.before",
    "clocked",
    "<day> voor|tot <time>",
    "<day> voor|tot time:<hour>",
    "voor|tot <time> <day>",
    "voor <day> om? <time>",
    "ergens voor <day> om? <time>",
    "< ( = )? <time> <day>",
    "op of voor <time> <day>",
)
def _until_then(day: Expr, time: Clock) -> Expr:
    return _open_day(day, time, -1)


def _open_day(day: Expr, clock: Clock, sign: int) -> Expr:
    def run(story: Story) -> Moment | None:
        found = day.resolve(story)
        if found.edtf is None:
            return None
        opened = moments.since(found) if sign > 0 else moments.up_to(found)
        timex = f"{found.edtf.rstrip('~')}{clock.iso}"
        return replace(opened, timex=timex) if opened else None

    return told(run, DateType.RANGE)


@rule(
    "clock.on_day",
    "clocked",
    f"<day> ( {_AT} )? <time>",
    f"<day> ( {_AT} )? om? <time>",
    f"<day> , ( {_AT} )? <time>",
    "<day> om c:<hour>",
    f"<later> ( {_AT} )? <time>",
    f"( {_AT} )? <time> ( op|van|, )? <day>",
    f"<period> ( {_AT} )? <time>",
    "<day> ( _:WEEKDAY )? - <time>",
    "<day> _:BRACKET _:WDABBR _:BRACKET -? <time>",
)
def _on_day(
    day: Expr | None = None,
    later: Expr | None = None,
    period: Expr | None = None,
    time: Clock | None = None,
    c: Clock | None = None,
) -> Expr | None:
    of, clock = day or later or period, time or c
    if of is None or clock is None:
        return None
    return _timed(of, clock)


def _timed(of: Expr, clock: Clock) -> Expr:
    def run(story: Story) -> Moment | None:
        found = of.resolve(story)
        if found.edtf is None or "/" in found.edtf:
            return found if found.edtf else None
        return replace(found, timex=f"{found.edtf.rstrip('~')}{clock.iso}")

    kind = DateType.RANGE if clock.stretch else DateType.DATETIME
    return told(run, kind)


@rule(
    "clock.part_of_day",
    "clocked",
    "DAYPART <day>",
    "in de DAYPART <day>",
    "<day> in de DAYPART",
    "<day> 's DAYPART",
    "halverwege|midden <day>",
    "<day> middernacht",
)
def _part_of_day(day: Expr, **_: str) -> Expr:
    return replace(day, type=DateType.RANGE, rule=day.rule)


@rule(
    "clock.end_of_day",
    "clocked",
    "aan|op? het eind|einde van de dag",
    "eind|einde van <day>",
)
def _end_of_day(day: Expr | None = None) -> Expr:
    if day is not None:
        return day
    return from_spoken(lambda today, _: moments.of_day(today), type=DateType.DATETIME)


@rule(
    "clock.every", "clocked", "elke|iedere dag|avond|ochtend|middag|nacht om? <clock>"
)
def _every_day_at(clock: Clock) -> Expr:
    return repeating("P1D", clock.iso)


@rule("chat.this_unit", "clocked", "in het|de unit:UNITONE")
def _this_unit(unit: str) -> Expr | None:
    if unit == "day":
        return None
    return from_spoken(lambda day, _: unit_at(day, unit, 0), type=DateType.RANGE)


@rule("chat.weekday_early", "clocked", "<day> vroeg|laat", "vroeg|laat <day>")
def _early_on(day: Expr) -> Expr:
    return day


@rule("chat.weekday_short", "clocked", "op WDABBR", "WDABBR .")
def _short_weekday(wdabbr: int) -> Expr:
    return from_spoken(
        lambda day, _: moments.of_day(weekday_before(day, wdabbr)), type=DateType.DATE
    )


@rule("chat.time_on_short_weekday", "clocked", "<time> op WDABBR")
def _time_on_short(time: Clock, wdabbr: int) -> Expr:
    return _timed(_short_weekday.build(wdabbr=wdabbr), time)


@rule(
    "chat.weekday_and_day",
    "clocked",
    "WEEKDAY DAYNUM",
    "WEEKDAY DAYNUM <time>",
    "voor? WEEKDAY DAYNUM <time>",
)
def _weekday_and_day(weekday: int, daynum: int, **_: Clock) -> Expr:
    return told(lambda s: s.day_of_running_month(daynum, weekday), DateType.DATE)


@rule("chat.weekend", "clocked", "weekend")
def _weekend() -> Expr:
    return from_spoken(lambda day, _: unit_at(day, "weekend", 0), type=DateType.RANGE)


@rule("offset.within", "clocked", "binnen <length>", "binnen een unit:UNITONE")
def _within(length: Length | None = None, unit: str = "") -> Expr:
    told_length = length or length_of(1, unit, loose=False)
    return from_spoken(
        lambda day, _: moments.of_days(day, shifted(day, told_length, 1)),
        type=DateType.RANGE,
    )


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
