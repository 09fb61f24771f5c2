"""Ages: "toen hij vier was", "op haar veertiende", "sinds zijn geboorte"."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import Anchor, DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Amount, Length
from ltnlp.nlp.dates.moments import Moment, plus_days, plus_months
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.open_ends import week_beside
from ltnlp.nlp.dates.shifts import shifted
from ltnlp.nlp.dates.story import Story
from ltnlp.nlp.dates.years import infer_year

_WAS = "was|werd|is|wordt|waren|ben"
_HIS = "zijn|haar|mijn|hun|m'n|d'r"


def _born(story: Story, who: str) -> dt.date | None:
    return story.birth_of(who)


def _year_of_life(
    story: Story, who: str, years: float, months: int = 0
) -> Moment | None:
    born = _born(story, who)
    if born is None or years > 110:
        return None
    start = plus_months(born, round(years * 12) + months)
    length = 12 if (years >= 1 or not years) and not months and years % 1 == 0 else 1
    end = plus_days(plus_months(start, length), -1)
    return replace(moments.of_days(start, end), anchor=Anchor.BIRTH)


def who_patterns(
    tail: str, head: str = "toen|als|nadat|totdat|sinds|omdat"
) -> tuple[str, ...]:
    """Return the ways to say of somebody what the tail says: \"toen hij …\"."""
    return (
        f"{head} hij|ie|zij|ze|ik|je|we|het {tail}",
        f"{head} who:ANYWORD {tail}",
        f"{head} de|mijn|onze|zijn|haar who:ANYWORD {tail}",
    )


@rule(
    "age.when",
    "age",
    *who_patterns(
        f"( nog / net / pas / bijna / ongeveer / zo'n / een jaar of / nog maar / nog geen )? <amount> {_WAS}"
    ),
    *who_patterns(
        f"( nog / net / pas / bijna / ongeveer / zo'n / nog maar / nog geen )? <amount> jaar oud? {_WAS}"
    ),
    *who_patterns("een jaar of <amount> was|werd"),
    "hij|zij|ze|ik was toen <amount> ( jaar )?",
    "hij|zij|ze|ik was ( net / pas / nog / bijna )? <amount> jaar? oud? toen",
    "who:NAME was ( net / pas / nog / bijna )? <amount> jaar? oud? toen",
)
def _when(amount: Amount, who: str = "") -> Expr:
    return told(
        lambda story: _year_of_life(story, who, amount.number), DateType.RELATIVE
    )


@rule(
    "age.months",
    "age",
    *who_patterns(f"( nog / net / pas / bijna / ongeveer )? <length> oud? {_WAS}"),
)
def _months_old(length: Length, who: str = "") -> Expr | None:
    if length.months >= 12 and not length.months % 12:
        years = length.months // 12
        return told(lambda story: _year_of_life(story, who, years))

    def run(story: Story) -> Moment | None:
        born = _born(story, who)
        if born is None:
            return None
        start = shifted(born, length, 1)
        step = 7 if length.unit == "week" else 30
        end = plus_days(start, step - 1)
        if length.unit != "week":
            end = plus_days(plus_months(start, 1), -1)
        return replace(moments.of_days(start, end), anchor=Anchor.BIRTH)

    return told(run)


@rule(
    "age.ordinal",
    "age",
    f"{_HIS} ORDINAL",
    f"{_HIS} ORDDAY",
)
def _at_age(ordinal: int = 0, ordday: int = 0) -> Expr | None:
    return told(
        lambda story: _year_of_life(story, "", ordinal or ordday), rule="age.ordinal"
    )


@rule("age.year_of_life", "age", f"{_HIS}|het ORDINAL levensjaar")
def _year_of_living(ordinal: int) -> Expr:
    return told(lambda story: _year_of_life(story, "", ordinal - 1))


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

    def run(story: Story) -> Moment | None:
        born = _born(story, "")
        if born is None:
            return None
        last = plus_days(plus_months(born, 12 * b), -1)
        whole = moments.of_days(plus_months(born, 12 * a), last)
        return replace(whole, anchor=Anchor.BIRTH)

    return told(run, DateType.RANGE, moves=False)


@rule("age.anniversary", "event", f"{_HIS} verjaardag", "de verjaardag van who:NAME")
def _anniversary(who: str = "") -> Expr:
    def run(story: Story) -> Moment | None:
        born = _born(story, who)
        if born is None:
            return None
        return infer_year(story, lambda y, _: moments.on_date(y, born.month, born.day))

    return told(run, moves=False)


@rule(
    "age.birthday",
    "age",
    f"{_HIS} ORDINAL verjaardag",
    "de ORDINAL verjaardag van who:ANYWORD",
    "who:NAME 's ORDINAL verjaardag",
    f"{_HIS} NUMBER e verjaardag",
)
def _birthday(ordinal: int = 0, who: str = "", number: int = 0) -> Expr:
    def run(story: Story) -> Moment | None:
        born = _born(story, who)
        if born is None:
            return None
        day = moments.of_day(plus_months(born, 12 * int(ordinal or number)))
        return replace(day, anchor=Anchor.BIRTH)

    return told(run)


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
    return told(lambda story: _year_of_life(story, "", years))


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

    def run(story: Story) -> Moment | None:
        born = _born(story, who)
        if born is None:
            return None
        year = moments.of_year(born.year + int(amount.number))
        return replace(year, anchor=Anchor.BIRTH)

    return told(run)


@rule(
    "age.birth",
    "age",
    f"{_HIS} geboorte",
    "de geboorte van who:ANYWORD",
    "who:NAME 's geboorte",
    f"{_HIS} geboortedag",
)
def _birth(who: str = "") -> Expr:
    return _birth_of(who)


def _birth_of(who: str) -> Expr:
    def run(story: Story) -> Moment | None:
        born = _born(story, who)
        day = moments.of_day(born) if born else None
        return replace(day, anchor=Anchor.BIRTH) if day else None

    return told(run, moves=False)


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
