"""What of an event speaks for a moment at which the course could have turned.

Each sign can be read and explained; how much it says was learned from the moments
that labellers chose in the reviews of training (`python -m benchmarks.events`).
"""

import re
from collections.abc import Mapping
from math import exp, log1p

from ltnlp.domain.events import Event, Realised
from ltnlp.domain.mentions import FAMILY

NOT_KNOWN_THEN = frozenset({"heard_later", "did_not_know", "suspected"})

_IN_COMPOUNDS = {
    "table": "tafel|overleg",
    "ended": "gesloten",
    "asked": "gevraagd",
}
"""Words that often stand at the end of longer ones ("casusoverleg")."""
WORDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"(?:\b(?:{words})|(?:{_IN_COMPOUNDS.get(name, '(?!)')}))\b")
    for name, words in {
        "refused": (
            r"afgewezen|wijst af|geweiger\w+|weiger\w+|retour|te (?:jong|zwaar|licht)"
            r"|(?:niet in|buiten) behandeling|geen (?:hulpvraag|motivatie)"
            r"|moet\w* (?:\w+ )?zelf"
        ),
        "ended": (
            r"sluit\w*|gestopt|stopt?|be[eë]indig\w+|opgeschort|stilgelegd"
            r"|uitgeschreven"
        ),
        "table": r"mdo|zitting|evaluatie|doorbraak\w*",
        "passed_on": (
            r"overdr\w*|overgedragen|doorge(?:geven|stuurd|zet)|meegegeven|voorgelegd"
            r"|bespro\w+"
        ),
        "decided": (
            r"beslo\w+|beslui\w+|beslis\w+|conclusie|afgesproken|afspr\w*|akkoord"
            r"|toestemming|vastgelegd"
        ),
        "asked": r"vroeg|vraagt|vragen",
        "called": r"belt|belden?|gebeld|bel|bellen",
        "wrote": r"mail\w*|gemaild|brief|bericht|app\w*",
        "emergency": (
            r"politie|nacht|ziekenhuis|112|spoed\w*|weg(?:loop|gelopen)\w*|gevonden"
            r"|alleen thuis|dronken|gebroken|crisis\w*"
        ),
        "nobody": r"niemand|geen (?:mens|enkele)|nergens|geen van",
    }.items()
} | {"quoted": re.compile(r"[‘'\"“]")}

BASE = -2.24
WEIGHTS: Mapping[str, float] = {
    "table": 0.36, "not_known_then": 0.29, "two_sources": 0.26, "organisations": 0.24,
    "three_sources": 0.22, "ground": 0.2, "asked": 0.2, "length": 0.2, "decided": 0.19,
    "wrote": 0.18, "emergency": 0.17, "not_done": 0.16, "in_retrospect": 0.15,
    "ended": 0.14, "passed_on": 0.14, "nobody": 0.14, "called": 0.12, "refused": 0.11,
    "disputed": 0.09, "quoted": 0.08, "then_and_later": 0.03,
}  # fmt: skip
"""How much each sign says, as log odds for its strongest showing, above `BASE`."""


def signs(event: Event, ground: float) -> dict[str, float]:
    """Return which signs an event shows, and how strongly; 1 for most.

    Args:
        event: of the timeline, joined.
        ground: how much its kind and outcome say, 0 for nothing.
    """
    told = " ".join(account.wording for account in event.accounts).lower()
    shown: dict[str, float] = {"ground": ground}
    shown |= {name: float(holds) for name, holds in _circumstances(event).items()}
    shown["organisations"] = min(len(set(event.organisations) - FAMILY), 4) / 4
    shown["length"] = log1p(len(told)) / 6
    shown |= {name: 1.0 for name, words in WORDS.items() if words.search(told)}
    return {name: value for name, value in shown.items() if value}


def _circumstances(event: Event) -> dict[str, bool]:
    sources = len({account.document for account in event.accounts})
    noted = {account.contemporaneous for account in event.accounts}
    return {
        "two_sources": sources > 1,
        "three_sources": sources > 2,
        "disputed": any(len(c.accounts) > 1 for c in event.conflicts),
        "not_known_then": learned_later(event),
        "then_and_later": len(noted) > 1,
        "in_retrospect": False in noted,
        "not_done": event.realised is Realised.NO,
    }


def learned_later(event: Event) -> bool:
    """Tell whether a telling says that somebody did not know it, or only suspected."""
    return any(k.how in NOT_KNOWN_THEN for a in event.accounts for k in a.known_since)


def chance(event: Event, ground: float) -> float:
    """Return how likely a labeller chose an event with these signs, 0 to 1."""
    shown = signs(event, ground)
    told = BASE + sum(WEIGHTS.get(name, 0) * value for name, value in shown.items())
    return 1 / (1 + exp(-told))
