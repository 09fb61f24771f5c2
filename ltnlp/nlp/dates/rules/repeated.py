"""How often: "om de week", "elke dinsdag", "twee keer per maand", "dagelijks"."""

from ltnlp.nlp.dates.expressions import Expr, repeating
from ltnlp.nlp.dates.lengths import Length, length_of
from ltnlp.nlp.dates.patterns import Rule, rule

_EVERY = "elke|iedere|elk|ieder|alle"
_TIMES = (
    "keer|keren|maal|x|×|malen|dagen|dag|ochtenden|middagen|avonden|dagdelen|dagdeel"
    "|nachten|afspraken|contacten|gesprekken|bezoeken|weekend|weekenden|ochtend|middag"
    "|avond"
)


@rule("set.word", "often", "FREQUENCY")
def _word(frequency: str) -> Expr:
    return repeating(frequency)


@rule("set.often", "set", "<often>")
def _often(often: Expr) -> Expr:
    return often


@rule(
    "set.on_weekday",
    "set",
    "<often> ,? op de? _:WEEKDAY",
    "<often> ,? op de? _:WEEKDAYS",
    "<often> ,? op de? _:WEEKDAY en|of _:WEEKDAY",
)
def _often_on_weekday(often: Expr) -> Expr:
    return often


@rule(
    "set.every_weekday",
    "set",
    f"{_EVERY} WEEKDAY",
    f"{_EVERY} WEEKDAY -? en|of _:WEEKDAY",
    f"{_EVERY} WEEKDAY , _:WEEKDAY en _:WEEKDAY",
)
def _every_weekday(weekday: int) -> Expr:
    return repeating("P1W", f"XXXX-WXX-{weekday}")


@rule(
    "set.some_weekday",
    "set",
    "WEEKDAY",
    "_:WDABBR , _:WDABBR en|, _:WDABBR",
    "_:WDABBR en|, _:WDABBR",
    f"{_EVERY} _:WDABBR",
)
def _some_weekday(weekday: int = 0) -> Expr:
    """Read a weekday that is meant in general: "ik werk niet op maandag"."""
    return repeating("P1W", f"XXXX-WXX-{weekday}" if weekday else None)


@rule("set.mornings", "set", "_:NUMBER ochtenden|middagen")
def _mornings() -> Expr:
    """Read "twee ochtenden", which is in every week."""
    return repeating("P1W")


@rule(
    "set.nth_weekday",
    "set",
    f"{_EVERY} _:ORDINAL _:WEEKDAY ( van|in de|elke|iedere maand )?",
    f"{_EVERY} laatste _:WEEKDAY ( van|in de|elke|iedere maand )?",
    "de _:ORDINAL _:WEEKDAY van elke|iedere maand",
    "de laatste _:WEEKDAY van elke|iedere maand",
)
def _nth_weekday() -> Expr:
    return repeating("P1M")


@rule("set.every_part_of_day", "set", f"{_EVERY} ochtend|middag|avond|nacht|morgen")
def _every_part_of_day() -> Expr:
    return repeating("P1D")


@rule("set.in_the", "set", "in de unit:UNITONE")
def _in_the(unit: str) -> Expr | None:
    """Read "vijftig euro in de week"; the words before it are checked elsewhere."""
    if unit not in {"week", "month"}:
        return None
    return repeating(length_of(1, unit, loose=False).iso)


@rule(
    "set.weekdays",
    "set",
    "'s WEEKDAYS",
    "de? WEEKDAYS",
    "op WEEKDAYS",
)
def _weekdays(weekdays: int) -> Expr:
    return repeating("P1W", f"XXXX-WXX-{weekdays}")


@rule("set.every_unit", "often", f"{_EVERY} UNIT")
def _every(unit: str) -> Expr:
    if unit == "weekend":
        return repeating("P1W", "XXXX-WXX-WE")
    return repeating(length_of(1, unit, loose=False).iso)


@rule("set.every_ordinal", "set", f"{_EVERY} ORDINAL UNIT")
def _every_nth(ordinal: int, unit: str) -> Expr:
    return repeating(length_of(ordinal, unit, loose=False).iso)


@rule(
    "set.every_n",
    "set",
    f"{_EVERY} <length>",
    "( eens / één keer / een keer / één maal ) ( per / in de / om de ) <length>",
    "om de <length>",
)
def _every_length(length: Length) -> Expr:
    return repeating(length.iso)


@rule(
    "set.every_season",
    "set",
    f"{_EVERY} _:SEASON",
    f"{_EVERY} MONTH",
    f"{_EVERY} _:<named>",
)
def _every_year(month: int = 0) -> Expr:
    return repeating("P1Y", f"XXXX-{month:02d}" if month else None)


@rule(
    "set.alternate",
    "often",
    "om de|het UNIT",
    "om de|het andere UNIT",
    "om en om een UNIT",
    "week om week",
    "week op ,? week af",
    "de ene week wel ,? de andere week? niet",
)
def _alternate(unit: str = "week") -> Expr:
    if unit == "weekend":
        return repeating("P2W")
    return repeating(length_of(2, unit, loose=False).iso)


@rule("set.alternate_weekday", "set", "om de WEEKDAY", "om de andere WEEKDAY")
def _alternate_weekday(weekday: int) -> Expr:
    return repeating("P2W", f"XXXX-WXX-{weekday}")


@rule(
    "set.times_per",
    "set",
    f"_:<amount> {_TIMES} per|p|in|op UNIT",
    f"_:<amount> {_TIMES} per|in|op een|de UNIT",
    f"_:<amount> {_TIMES} p . UNIT",
    f"_:<amount> ( {_TIMES} )? pw|p/w|p/wk",
    "eenmaal|eens|tweemaal|driemaal|viermaal|éénmaal per UNIT",
    "eenmaal|eens|tweemaal|driemaal|éénmaal in de UNIT",
    "per|p UNIT",
    "pw|p/w|p/wk",
    "p . w .",
)
def _times_per(unit: str = "week") -> Expr:
    return repeating(length_of(1, unit, loose=False).iso)


@rule(
    "set.times_per_month",
    "set",
    f"_:<amount> ( {_TIMES} )? pm|p/m|p/mnd",
    "p/m|p/mnd",
)
def _times_per_month() -> Expr:
    return repeating("P1M")


@rule(
    "set.times_per_n",
    "set",
    f"_:<amount> {_TIMES} per|in <length>",
    "eens|eenmaal per <length>",
    "één|een keer per|in de? <length>",
    "per <length>",
)
def _times_per_n(length: Length) -> Expr:
    return repeating(length.iso)


@rule("set.basis", "set", "op dag|dagelijkse basis")
def _daily_basis() -> Expr:
    return repeating("P1D")


@rule("set.year_basis", "set", "op jaarbasis", "jaarbasis")
def _yearly_basis() -> Expr:
    return repeating("P1Y")


@rule("set.month_basis", "set", "op maandbasis")
def _monthly_basis() -> Expr:
    return repeating("P1M")


@rule(
    "set.weekly_basis",
    "set",
    "op weekbasis",
    "door de week",
    "door-de-weeks",
    "doordeweekse dagen",
)
def _through_the_week() -> Expr:
    return repeating("P1W")


@rule(
    "set.weekends",
    "set",
    "de|in|met? weekenden|weekeinden",
    "weekenden|weekeinden",
    "welk weekend dan ook",
)
def _weekends() -> Expr:
    return repeating("P1W", "XXXX-WXX-WE")


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
