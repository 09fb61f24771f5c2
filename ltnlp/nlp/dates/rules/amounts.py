"""How many and how long: "een paar", "anderhalf jaar", "een maand of vier"."""

from dataclasses import replace

from ltnlp.nlp.dates.expressions import Expr, duration
from ltnlp.nlp.dates.lengths import LETTERS, Amount, Length, length_of
from ltnlp.nlp.dates.patterns import Rule, rule


@rule(
    "amount.number",
    "amount",
    "NUMBER",
    "een n:NUMBER",
    "een FEW",
    "FEW",
    "een FEW n:NUMBER",
    "NUMBER _:BRACKET _:NUMBER _:BRACKET",
)
def _number(number: float = 0, n: float = 0, few: int = 0) -> Amount | None:
    if few:
        return Amount(number=few, loose=True, few=True)
    if n and n != 0.5:
        return None
    return Amount(number=number or n)


@rule("amount.and_a_half", "amount", "NUMBER en een half|halve", "NUMBER ½")
def _and_a_half(number: float) -> Amount:
    return Amount(number=number + 0.5)


@rule(
    "amount.loose",
    "amount",
    "zo 'n NUMBER",
    "zo ' n NUMBER",
    "zo ’ n NUMBER",
    "zo ' n half|halve",
    "_:APPROX een? NUMBER",
    "zowat|ongeveer|ruim|dik|bijna|krap|goed|zeker|minstens|hooguit|maximaal|hoogstens"
    "|minimaal|rond|ruwweg|pakweg|amper|nauwelijks een? NUMBER",
    "meer|minder|langer|korter dan een? NUMBER",
    "een kleine|dikke|goede|ruime|krappe NUMBER",
    "een stuk of NUMBER",
)
def _loose(number: float = 0.5) -> Amount:
    return Amount(number=number, loose=True)


@rule(
    "amount.between",
    "amount",
    "a:NUMBER à|á|a|of|tot|_:DASH b:NUMBER",
    "NUMRANGE",
)
def _between(
    a: float = 0, b: float = 0, numrange: tuple[int, int] = (0, 0)
) -> Amount | None:
    a, b = (a, b) if b else numrange
    if not 0 < a < b <= 60:
        return None
    return Amount(number=b, loose=True)


@rule("length.units", "length", "<amount> UNIT", "<amount> volle|hele UNIT")
def _units(amount: Amount, unit: str) -> Length:
    return length_of(amount.number, unit, loose=amount.loose, few=amount.few)


@rule(
    "length.a_unit_or_n",
    "length",
    "een UNIT of NUMBER",
    "een UNIT of wat",
    "een kleine|dikke|goede|ruime|krappe UNIT",
)
def _unit_or(unit: str, number: float = 0) -> Length:
    return length_of(number or 1, unit, loose=True)


@rule("length.unit_and", "length", "a:<amount> b:UNIT en c:<amount> d:UNIT")
def _unit_and_unit(a: Amount, b: str, c: Amount, d: str) -> Length | None:
    first = length_of(a.number, b, loose=a.loose)
    second = length_of(c.number, d, loose=c.loose)
    if (b, d) not in {("year", "month"), ("month", "week"), ("week", "day"),
                      ("month", "day"), ("year", "week")}:  # fmt: skip
        return None
    if (b, d) == ("year", "month"):
        whole = length_of(first.months + second.months, "month", loose=a.loose)
        return replace(whole, spelled=first.iso + second.iso[1:])
    return Length(
        number=first.days + second.days + 30.4375 * (first.months + second.months),
        unit="day",
        days=first.days + second.days,
        months=first.months + second.months,
        loose=a.loose or c.loose,
        spelled=first.iso + second.iso[1:],
    )


@rule(
    "duration.length",
    "duration",
    "<length>",
    "<length> lang",
    "een UNIT lang",
    "heel|hele _:SEASON lang",
)
def _lasting(length: Length | None = None, unit: str = "") -> Expr:
    told = length or length_of(1, unit or "quarter", loose=False)
    return duration(told.iso)


@rule("duration.vague", "duration", "VAGUELENGTH")
def _long(vaguelength: str) -> Expr:
    return duration(f"P1{LETTERS[vaguelength]}", timex=f"PX{LETTERS[vaguelength]}")


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
