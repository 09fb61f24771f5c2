"""What could point to somebody, as a page in plain Dutch."""

import datetime as dt
from dataclasses import dataclass

from ltnlp.domain.months import day_in_words
from ltnlp.domain.risk import Combination, Feature, Level, RiskSheet, Trait
from ltnlp.reporting.pages import fill

LOWERS = {
    Feature.FLAG: "Kies: laten staan, ruimere woorden, of weglaten.",
    Feature.ORGANISATION: "Noem in het verslag een ruimere soort, zoals 'een organisatie "
    "voor jeugdhulp'.",
    Feature.CHILDREN: "Noem in het verslag 'de kinderen' en niet elk kind apart.",
    Feature.AGE: "Laat de leeftijd weg of noem een leeftijdsgroep.",
    Feature.PLACE: "Laat weg wat een plaats beschrijft: een haven, een ziekenhuis, een eiland.",
    Feature.DAYS: "Verschuif de datums in wat u deelt, of noem ze ruimer: kies dat bij "
    "“Datums” als u een stuk ophaalt.",
}
FEATURES_NL = {
    Feature.FLAG: "kenmerk",
    Feature.ORGANISATION: "soort organisatie",
    Feature.CHILDREN: "aantal kinderen",
    Feature.AGE: "leeftijd",
    Feature.PLACE: "plaatsen",
    Feature.DAYS: "precieze datums",
}
DECIDED_NL = {"": "nog geen keuze", "keep": "mag blijven staan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """One thing that remains, in words."""

    what: str
    kind: str
    rare: str
    times: int
    lowers: str
    flag: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCombination:
    """Things together, in words."""

    parts: tuple[str, ...]
    level: Level
    families: str
    lowers: tuple[str, ...]


def risk_lines(sheet: RiskSheet) -> tuple[RiskLine, ...]:
    """Return what remains, the rarest first."""
    return tuple(
        RiskLine(
            what=trait.words,
            kind=trait.sort or FEATURES_NL[trait.feature],
            rare=_rare(trait),
            times=trait.times,
            lowers=""
            if trait.one_in <= 1 and not trait.flag
            else LOWERS[trait.feature],
            flag=trait.flag,
            decided=DECIDED_NL.get(trait.decided, "") if trait.flag else "",
        )
        for trait in sheet.traits
    )


def risk_combinations(sheet: RiskSheet) -> tuple[RiskCombination, ...]:
    """Return the combinations that could point to somebody, the riskiest first."""
    return tuple(_combination(found) for found in sheet.combinations)


def render_risk(sheet: RiskSheet, *, review: str, today: dt.date) -> str:
    """Return the page; it names nobody, and its figures are rough estimates."""
    return fill(
        "risk.html",
        review=review,
        made=day_in_words(today),
        lines=risk_lines(sheet),
        combinations=risk_combinations(sheet),
        undecided=len(sheet.open_flags),
    )


def _rare(trait: Trait) -> str:
    if trait.one_in <= 1:
        return "bij bijna elk gezin"
    return f"ruwweg 1 op {_round(trait.one_in)}"


def _combination(found: Combination) -> RiskCombination:
    return RiskCombination(
        parts=tuple(trait.words for trait in found.traits),
        level=found.level,
        families=_families(found.families),
        lowers=tuple(dict.fromkeys(LOWERS[t.feature] for t in found.traits)),
    )


def _families(count: float) -> str:
    if count < 1:
        return "waarschijnlijk maar één gezin in Nederland"
    if count < 10:
        return "een handvol gezinnen in Nederland"
    return f"in de orde van {_round(round(count))} gezinnen in Nederland"


def _round(number: int) -> str:
    """Return a number with one figure that counts: these are estimates."""
    size = 10 ** (len(str(number)) - 1)
    return f"{round(number / size) * size:,}".replace(",", ".")
