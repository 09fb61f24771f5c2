"""Open ends and edges: "sinds maart", "vóór 2010", "uiterlijk 1 juli", "na kerst"."""

from collections.abc import Callable
from dataclasses import replace

from ltnlp.domain.dates import DateType, Precision
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Length
from ltnlp.nlp.dates.moments import Moment, approximately, plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.shifts import counted
from ltnlp.nlp.dates.story import Story

_LOOSE_EDGE = (
    "feast.", "holiday.", "story.holiday", "story.weekend", "absolute.season", "relative.which_named", "part.",
)  # fmt: skip
_LOOSE_END = (
    "holiday.",
    "story.holiday",
    "absolute.season_bare",
    "relative.bare_weekday",
)
_LOOSE = 0.55
"""Before the summer is before the holiday as often as before June."""

_THROUGH = "tot en met / t/m|tem|tm|tmv / t / m / tot aan en met"
_UPTO = "tot|totdat / tot aan"


def _open(
    of: Expr,
    change: Callable[[Moment, Story], Moment | None],
    *,
    begun: bool = False,
) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _open(parts[0], change, begun=begun)

    def run(story: Story) -> Moment | None:
        story.begun = begun
        found = of.resolve(story)
        story.begun = False
        if of.rule.startswith(_LOOSE_END) and not begun and not story.chat:
            found = found.doubted(_LOOSE) if found.edtf else found
        return change(found, story) if found.edtf else None

    return Expr(type=DateType.RANGE, run=run, parts=(of,), rebuild=build, moves=False)


@rule(
    "open.since",
    "open",
    "sinds|sedert <date>",
    "sinds|vanaf de? START van <date>",
    "<day> en daarna|later",
    "<wholeyear> en daarna|later|verder|hoger",
    "op of na <date>",
    "na of op <date>",
    "> ( = )? <wholeyear>",
)
def _since(
    date: Expr | None = None, wholeyear: Expr | None = None, day: Expr | None = None
) -> Expr | None:
    of = date or wholeyear or day
    return _open(of, _from_then, begun=True) if of else None


@rule(
    "open.starting",
    "open",
    "startend|beginnend <date>",
    "met ingang van <date>",
    "miv <date>",
    "ingaande|startende|beginnende per? <date>",
    "startend|beginnend op|vanaf <date>",
)
def _starting(date: Expr) -> Expr:
    return _open(date, _from_then)


def _from_then(found: Moment, _: Story) -> Moment | None:
    return moments.since(found)


@rule("open.from", "open", "vanaf|va|v/a <date>")
def _from(date: Expr) -> Expr:
    return replace(_open(date, _from_then), moves=True)


@rule("open.since_length", "open", "al? sinds|sedert <length>")
def _since_length(length: Length) -> Expr:
    def run(story: Story) -> Moment | None:
        if story.spoken is None:
            return None
        start = counted(moments.of_day(story.spoken), length, -1, exact=story.chat)
        opened = moments.since(start)
        return replace(opened, anchor=story.spoken_anchor) if opened else None

    return told(run, DateType.RANGE, moves=False)


@rule(
    "open.until_including",
    "open",
    f"( {_THROUGH} ) <date>",
    "uiterlijk|uiterst op? <date>",
    "niet later dan <date>",
    "voor of op <date>",
    "op of voor <date>",
    "< ( = )? <wholeyear>",
)
def _until_including(
    date: Expr | None = None, wholeyear: Expr | None = None
) -> Expr | None:
    of = date or wholeyear
    return _open(of, lambda found, _: moments.up_to(found)) if of else None


@rule("open.until", "open", f"( {_UPTO} ) <date>")
def _until(date: Expr) -> Expr:
    def change(found: Moment, _: Story) -> Moment | None:
        last = found if date.vague else moments.just_before(found)
        return moments.up_to(last) if last else None

    return _open(date, change)


@rule(
    "open.before",
    "open",
    "voor|vóór|vòòr|voór|vóor <date>",
    "eerder dan <date>",
    "voorafgaand aan <date>",
)
def _before_told(date: Expr) -> Expr | None:
    if date.rule == "relative.unit":
        return None
    return _open(date, _before)


def _before(found: Moment, _: Story) -> Moment | None:
    last = moments.just_before(found)
    return moments.up_to(last) if last else None


@rule(
    "open.after",
    "open",
    "na|ná <date>",
    "later dan <date>",
    "na afloop van <date>",
    "<wholeyear> of later",
    "het? jaar? hoger dan <date>",
)
def _after_told(date: Expr | None = None, wholeyear: Expr | None = None) -> Expr | None:
    of = date or wholeyear
    if of is None or _loose_edge(of):
        return None
    return _open(of, _after)


def _after(found: Moment, _: Story) -> Moment | None:
    start = moments.just_after(found)
    return moments.since(start) if start else None


def _loose_edge(expr: Expr) -> bool:
    return expr.rule.startswith(_LOOSE_EDGE)


@rule(
    "vague.after",
    "open",
    "ergens|net? na|ná <date>",
    "net na|ná date:<event>",
)
def _shortly_after(date: Expr) -> Expr:
    return _beside(date, 1)


@rule(
    "vague.just_before",
    "open",
    "net|kort|vlak|pal voor|vóór <date>",
    "net|kort|vlak|pal voor|vóór date:<event>",
)
def _just_before(date: Expr) -> Expr:
    return week_beside(date, -1)


@rule(
    "vague.just_after",
    "open",
    "kort|vlak|pal|direct|meteen na|ná <date>",
    "kort|vlak|pal|direct|meteen na|ná date:<event>",
)
def _just_after(date: Expr) -> Expr:
    return week_beside(date, 1)


def week_beside(of: Expr, sign: int) -> Expr:
    """Return the seven days before (sign -1) or after (sign 1) something."""

    def run(story: Story) -> Moment | None:
        found = of.resolve(story)
        if found.first is None or found.last is None:
            return None
        near = plus_days(found.last if sign > 0 else found.first, sign)
        far = plus_days(near, 6 * sign)
        stretch = moments.of_days(min(near, far), max(near, far))
        return replace(stretch, anchor=found.anchor, review=found.review)

    return Expr(
        type=DateType.VAGUE,
        run=run,
        parts=(of,),
        rebuild=lambda parts: week_beside(parts[0], sign),
    )


def _beside(of: Expr, sign: int) -> Expr:
    def build(parts: tuple[Expr, ...]) -> Expr:
        return _beside(parts[0], sign)

    def run(story: Story) -> Moment | None:
        found = of.resolve(story)
        if found.first is None or found.last is None:
            return None
        if story.chat and _loose_edge(of):
            return _after(found, story) if sign > 0 else _before(found, story)
        day = plus_days(found.last if sign > 0 else found.first, sign)
        near = moments.of_day(day)
        if found.precision in {Precision.SEASON, Precision.YEAR}:
            near = moments.of_month(day.year, day.month)
        return replace(approximately(near), anchor=found.anchor, review=found.review)

    return Expr(type=DateType.VAGUE, run=run, parts=(of,), rebuild=build)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
