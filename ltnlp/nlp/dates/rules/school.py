"""Classes of a school: "in groep 3", "toen ze in de brugklas zat"."""

import datetime as dt
from dataclasses import replace

from ltnlp.domain.dates import Anchor
from ltnlp.nlp.dates import feasts, moments
from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.ages import counted_from_birth, who_patterns
from ltnlp.nlp.resources import load_yaml


def _class(first: int, last: int, who: str) -> Expr:
    def place(born: dt.date) -> Moment | None:
        start = feasts.school_year_of_class(born, first)
        end = feasts.school_year_of_class(born, last)
        found = moments.from_to(
            moments.of_school_year(start), moments.of_school_year(end)
        )
        if found is None:
            return None
        later = moments.of_school_year(start + 1).core
        return replace(found, confidence=0.75, alternatives=(later,))

    return told(counted_from_birth(who, place, Anchor.SCHOOL))


_WENT = "ging|gingen|moest|mocht|kwam|startte|begon"
_SAT = f"zat|zaten|zit|{_WENT}"
_WHEN = "toen|als|nadat|sinds"


@rule(
    "school.group_when",
    "age",
    *who_patterns(f"naar|in|op? groep NUMBER {_SAT}", _WHEN),
    *who_patterns("naar groep NUMBER", _WHEN),
)
def _group_when(number: int, who: str = "") -> Expr | None:
    return _class(int(number), int(number), who) if 1 <= number <= 8 else None


@rule("school.group", "age", "groep NUMBER", "het|de ORDINAL groep")
def _group(number: int = 0, ordinal: int = 0) -> Expr | None:
    level = int(number or ordinal)
    return _class(level, level, "") if 1 <= level <= 8 else None


@rule(
    "school.secondary",
    "age",
    "de ORDINAL klas van de? middelbare|voortgezet|vmbo|havo|vwo|mavo school|onderwijs?",
    "de ORDINAL van het|de vmbo|havo|vwo|mavo|gymnasium|atheneum|middelbare",
    "klas NUMBER",
    "de ORDINAL klas",
)
def _secondary(ordinal: int = 0, number: int = 0) -> Expr | None:
    level = int(ordinal or number)
    return _class(level + 8, level + 8, "") if 1 <= level <= 6 else None


@rule(
    "school.secondary_when",
    "age",
    *who_patterns(f"naar de middelbare|vo school? {_WENT}", _WHEN),
    *who_patterns(f"naar het voortgezet onderwijs {_WENT}", _WHEN),
)
def _to_secondary(who: str = "") -> Expr:
    return _class(9, 9, who)


@rule(
    "school.primary_when",
    "age",
    *who_patterns(f"naar de basisschool|kleuterschool {_WENT}", _WHEN),
)
def _to_primary(who: str = "") -> Expr:
    return _class(1, 1, who)


def _named_class(name: str, *, when: bool) -> Rule:
    first, last = load_yaml("dates/school.yaml")["classes"][name]
    plain = (f"de {name}",)
    told_when = who_patterns(f"in|naar de {name} {_SAT}", _WHEN)
    return Rule(
        id=f"school.{name}_when" if when else f"school.{name}",
        category="age",
        patterns=told_when if when else plain,
        build=lambda who="": _class(first, last, who),
    )


def rules() -> tuple[Rule, ...]:
    """Return the rules, with two for each class that has a name."""
    own = tuple(each for each in globals().values() if isinstance(each, Rule))
    names = load_yaml("dates/school.yaml")["classes"]
    named = (_named_class(name, when=w) for name in names for w in (False, True))
    return (*own, *named)
