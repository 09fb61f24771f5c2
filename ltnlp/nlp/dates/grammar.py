"""The grammar put together: which kinds of expression there are, and in what order."""

from functools import lru_cache

from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.patterns import Grammar, Rule
from ltnlp.nlp.dates.rules import (
    absolute,
    ages,
    amounts,
    clock,
    events,
    hours,
    named,
    open_ends,
    parts,
    relative,
    repeated,
    running,
    school,
    story,
    story_units,
    stretches,
    today,
    undated,
    weekdays,
    which_year,
)

_DATE = ("day", "month", "quarter", "week", "season", "wholeyear", "named", "period")
_TOP = (
    "ages",
    "date",
    "daynumber",
    "shortday",
    "range",
    "open",
    "about",
    "later",
    "set",
    "duration",
    "undated",
)


def _joined(category: str, members: tuple[str, ...]) -> tuple[Rule, ...]:
    """Make every expression of the members one of the category, as it is."""

    def take(**found: Expr) -> Expr:
        return next(iter(found.values()))

    return tuple(
        Rule(
            id=f"{category}.{member}",
            category=category,
            patterns=(f"<{member}>",),
            build=take,
        )
        for member in members
    )


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the compiled grammar; it is compiled once."""
    return Grammar(
        (
            *absolute.RULES,
            *named.rules(),
            *relative.RULES,
            *which_year.RULES,
            *weekdays.RULES,
            *parts.RULES,
            *story.RULES,
            *story_units.RULES,
            *running.RULES,
            *events.RULES,
            *undated.RULES,
            *stretches.RULES,
            *open_ends.RULES,
            *repeated.RULES,
            *amounts.RULES,
            *ages.RULES,
            *school.rules(),
            *clock.RULES,
            *hours.RULES,
            *today.RULES,
            *_joined("date", (*_DATE, "part", "later")),
            *_joined("top", _TOP),
            *_joined("message", ("top", "clocked")),
        )
    )
