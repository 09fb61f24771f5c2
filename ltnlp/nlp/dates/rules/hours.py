"""Hours and minutes from now, read only in messages: "over twintig minuten"."""

from ltnlp.domain.dates import DateType
from ltnlp.nlp.dates import moments
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.lengths import Amount
from ltnlp.nlp.dates.moments import plus_days
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.relative import from_spoken

_HOURS_A_DAY = 24


@rule(
    "hours.span",
    "span",
    "<amount> SMALLUNIT",
    "een SMALLUNIT",
    "een paar SMALLUNIT",
    "NUMBER uur en _:<amount> minuten",
)
def _span(
    amount: Amount | None = None, smallunit: str = "uur", number: float = 0
) -> int:
    """Return how many whole days the hours fill."""
    hours = number or (amount.number if amount else 1)
    return int(hours // _HOURS_A_DAY) if smallunit.startswith(("uur", "uren")) else 0


@rule(
    "hours.from_now",
    "clocked",
    "over|binnen <span>",
    "over ongeveer|zo'n|circa <span>",
    "na <span>",
    "de? komende|volgende <span>",
    "het? komend|komende|volgend SMALLUNIT",
)
def _from_now(span: int = 0, smallunit: str = "") -> Expr:
    del smallunit
    return from_spoken(
        lambda day, _: moments.of_day(plus_days(day, span)), type=DateType.DATETIME
    )


@rule(
    "hours.ago",
    "clocked",
    "<span> geleden|terug",
    "de? afgelopen|laatste|voorbije <span>",
    "het? afgelopen|laatste|voorbije SMALLUNIT",
)
def _ago(span: int = 0, smallunit: str = "") -> Expr:
    del smallunit
    return from_spoken(
        lambda day, _: moments.of_day(plus_days(day, -span)), type=DateType.DATETIME
    )


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
