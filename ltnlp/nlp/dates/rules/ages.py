"""Ages: "toen hij vier was", "op haar veertiende", "sinds zijn geboorte"."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.born import birth_of
from ltnlp.nlp.dates.expressions import Expr, Resolve, told
from ltnlp.nlp.dates.lengths import Amount, Length
from ltnlp.nlp.dates.moments import Moment, plus_days, plus_months
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.open_ends import week_beside
from ltnlp.nlp.dates.shifts import shifted
from ltnlp.nlp.dates.story import Story
from ltnlp.nlp.dates.years import infer_year

_OLDEST = 110
_WAS = "was|werd|is|wordt|waren|ben"
_HIS = "zijn|haar|hun|d'r"


def counted_from_birth(
    who: str, place: Callable[[dt.date], Moment | None], anchor: Anchor = Anchor.BIRTH
) -> Resolve:
    """Return how an expression is placed by somebody's date of birth."""

    def run(story: Story) -> Moment | None:
        born, sure = birth_of(story, who)
        found = place(born) if born else None
        if found is None:
            return None
        return replace(found if sure else found.doubted(0.5), anchor=anchor)

    return run


def _year_of_life(who: str, years: float) -> Resolve:
    def place(born: dt.date) -> Moment | None:
        if years > _OLDEST:
            return None
        start = plus_months(born, round(years * 12))
        length = 12 if (years >= 1 or not years) and years % 1 == 0 else 1
        return moments.of_days(start, plus_days(plus_months(start, length), -1))

    return counted_from_birth(who, place)


def who_patterns(
    tail: str, head: str = "toen|als|nadat|totdat|sinds|omdat"
) -> tuple[str, ...]:
    """Return the ways to say of somebody what the tail says: \"toen hij …\"."""
    return (
        f"{head} hij|ie|zij|ze|je|we|het {tail}",
        f"{head} who:MYSELF {tail}",
        f"{head} who:ANYWORD {tail}",
        f"{head} de|mijn|onze|zijn|haar who:ANYWORD {tail}",
    )


@rule(
    "age.when",
    "age",
    *who_patterns(
        f"( nog / net / pas / bijna / ongeveer / zo'n / een jaar of / nog maar )? <amount> {_WAS}"
    ),
    *who_patterns(
        f"( nog / net / pas / bijna / ongeveer / zo'n / nog maar )? <amount> jaar oud? {_WAS}"
    ),
    *who_patterns("een jaar of <amount> was|werd"),
    "hij|zij|ze was toen <amount> ( jaar )?",
    "who:MYSELF was toen <amount> ( jaar )?",
    "who:MYSELF was ( net / pas / nog / bijna / amper )? <amount> jaar? oud? toen",
    "hij|zij|ze was ( net / pas / nog / bijna / amper )? <amount> jaar? oud? toen",
    "who:NAME was ( net / pas / nog / bijna / amper )? <amount> jaar? oud? toen",
)
def _when(amount: Amount, who: str = "") -> Expr:
    return told(_year_of_life(who, amount.number), DateType.RELATIVE)


@rule(
    "age.not_yet",
    "age",
    *who_patterns(f"nog geen|niet <amount> {_WAS}"),
    *who_patterns(f"nog geen|niet <amount> jaar oud? {_WAS}"),
    "hij|zij|ze was nog geen|niet <amount> jaar? oud? toen",
    "who:NAME was nog geen|niet <amount> jaar? oud? toen",
)
def _not_yet(amount: Amount, who: str = "") -> Expr:
    """Read "nog geen twee", which is one."""
    return told(_year_of_life(who, max(amount.number - 1, 0)), DateType.RELATIVE)


@rule(
    "age.months",
    "age",
    *who_patterns(f"( nog / net / pas / bijna / ongeveer )? <length> oud? {_WAS}"),
    "als baby|dreumes van <length>",
)
def _months_old(length: Length, who: str = "") -> Expr | None:
    if length.months >= 12 and not length.months % 12:
        years = length.months // 12
        return told(_year_of_life(who, years))

    def place(born: dt.date) -> Moment:
        start = shifted(born, length, 1)
        end = plus_days(start, 6)
        if length.unit != "week":
            end = plus_days(plus_months(start, 1), -1)
        return moments.of_days(start, end)

    return told(counted_from_birth(who, place))


@rule(
    "age.ordinal",
    "age",
    f"{_HIS} ORDINAL",
    f"{_HIS} ORDDAY",
    "who:MYSELF ORDINAL",
)
def _at_age(ordinal: int = 0, ordday: int = 0, who: str = "") -> Expr | None:
    return told(_year_of_life(who, ordinal or ordday), rule="age.ordinal")


@rule("age.year_of_life", "age", f"{_HIS}|het ORDINAL levensjaar")
def _year_of_living(ordinal: int) -> Expr:
    return told(_year_of_life("", ordinal - 1))


@rule(
    "age.between",
    "ages",
    f"tussen {_HIS} a:ORDINAL en {_HIS} b:ORDINAL",
    f"tussen {_HIS} a:ORDINAL en b:ORDINAL",
    f"van {_HIS} a:ORDINAL tot {_HIS} b:ORDINAL",
)
def _between_ages(a: int, b: int) -> Expr | None:
    if not a < b:
        return None

    def place(born: dt.date) -> Moment:
        last = plus_days(plus_months(born, 12 * b), -1)
        return moments.of_days(plus_months(born, 12 * a), last)

    return told(counted_from_birth("", place), DateType.RANGE, moves=False)


@rule(
    "age.anniversary",
    "event",
    f"{_HIS} verjaardag",
    "who:MYSELF verjaardag",
    "de verjaardag van who:NAME",
    "who:NAME 's verjaardag",
)
def _anniversary(who: str = "") -> Expr:
    return _anniversary_of(who)


def _anniversary_of(who: str) -> Expr:
    def run(story: Story) -> Moment | None:
        born, sure = birth_of(story, who)
        if born is None:
            return None
        found = infer_year(story, lambda y, _: moments.on_date(y, born.month, born.day))
        return found if sure or found is None else found.doubted(0.5)

    return told(run, moves=False)


@rule(
    "age.birthday_of",
    "age",
    f"{_HIS} verjaardag",
    "who:MYSELF verjaardag",
    "de verjaardag van who:NAME",
    "who:NAME 's verjaardag",
)
def _on_birthday(who: str = "") -> Expr:
    return _anniversary_of(who)


@rule(
    "age.birthday",
    "age",
    f"{_HIS} ORDINAL verjaardag",
    "who:MYSELF ORDINAL verjaardag",
    "de ORDINAL verjaardag van who:ANYWORD",
    "who:NAME 's ORDINAL verjaardag",
    f"{_HIS} NUMBER e verjaardag",
)
def _birthday(ordinal: int = 0, who: str = "", number: int = 0) -> Expr:
    years = int(ordinal or number)
    return told(
        counted_from_birth(who, lambda b: moments.of_day(plus_months(b, 12 * years)))
    )


@rule(
    "age.adjective",
    "age",
    "<amount> - jarige leeftijd",
    "<amount> jarige leeftijd",
    "AGED leeftijd",
    "de leeftijd van <amount> ( jaar )?",
)
def _at_the_age_of(amount: Amount | None = None, aged: int = 0) -> Expr:
    years = amount.number if amount else aged
    return told(_year_of_life("", years))


@rule(
    "age.year_when",
    "age",
    *(
        f"het jaar dat|waarin {who} <amount> ( jaar )? werd|is"
        for who in ("hij|ie|zij|ze|ik", "who:ANYWORD")
    ),
)
def _year_of_turning(amount: Amount, who: str = "") -> Expr | None:
    if amount.number % 1:
        return None

    years = int(amount.number)
    return told(
        counted_from_birth(who, lambda born: moments.of_year(born.year + years))
    )


@rule(
    "age.birth",
    "age",
    f"{_HIS} geboorte",
    "who:MYSELF geboorte",
    "de geboorte van who:ANYWORD",
    "who:NAME 's geboorte",
    f"{_HIS} geboortedag",
)
def _birth(who: str = "") -> Expr:
    return _birth_of(who)


def _birth_of(who: str) -> Expr:
    return told(counted_from_birth(who, moments.of_day), moves=False)


@rule(
    "event.birth",
    "event",
    f"{_HIS} geboorte",
    "de geboorte",
    "de geboorte van who:ANYWORD",
)
def _birth_event(who: str = "") -> Expr:
    return replace(_birth_of(who), rule="event.birth")


@rule("age.since", "ages", "sinds|vanaf <age>")
def _since_age(age: Expr) -> Expr:
    return _bounded(age, "since")


@rule("age.until", "ages", "tot|voor|vóór <age>")
def _until_age(age: Expr) -> Expr:
    return _bounded(age, "until")


@rule("age.after", "ages", "na <age>")
def _after_age(age: Expr) -> Expr:
    return _bounded(age, "after")


@rule("age.about", "ages", "rond|omstreeks <age>")
def _about_age(age: Expr) -> Expr:
    def run(story: Story) -> Moment | None:
        found = age.resolve(story)
        return moments.approximately(found) if found.edtf else None

    return told(run, DateType.VAGUE)


@rule("age.just_before", "ages", "net|kort|vlak|pal voor|vóór <age>")
def _just_before(age: Expr) -> Expr:
    return week_beside(age, -1)


@rule("age.just_after", "ages", "net|kort|vlak|pal|direct|meteen na|ná <age>")
def _just_after(age: Expr) -> Expr:
    return week_beside(age, 1)


@rule("age.part", "ages", "PART van? de? <age>")
def _part_of_age(part: str, age: Expr) -> Expr | None:
    if not age.rule.startswith("school."):
        return None

    def run(story: Story) -> Moment | None:
        found = age.resolve(story)
        return moments.part_of(found, part) if found.edtf else None

    return replace(told(run, DateType.VAGUE), rule=age.rule)


@rule("age.plain", "ages", "<age>")
def _plain_age(age: Expr) -> Expr:
    return age


def _bounded(age: Expr, way: str) -> Expr:
    def run(story: Story) -> Moment | None:
        found = age.resolve(story)
        if found.edtf is None:
            return None
        if way == "since":
            return moments.since(found)
        near = (
            moments.just_before(found) if way == "until" else moments.just_after(found)
        )
        if near is None:
            return None
        return moments.up_to(near) if way == "until" else moments.since(near)

    return told(run, DateType.RANGE, moves=False)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
