"""Years that an age says, in figures or words, and the class of ages it falls in."""

import re

ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|eenentwintig|tweeëntwintig|drieëntwintig|vierentwintig|vijfentwintig|zesentwintig"
OLDEST = 26
_UNITS = re.compile(r"(?:maand|mnd|we?ken|week|wkn|wk|dagen)")
VALUES = {
    word: n for n, word in enumerate(ONES.replace("één|", "").split("|"), start=1)
}


def years_of(shown: str) -> int | None:
    """Return the years that an age says, None when it says none."""
    if _UNITS.search(shown) and "jaar" not in shown:
        return 0
    match = re.match(r"(?:bijna\s|pas\s|net\s|ruim\s)?(\d{1,2}|\w+)", shown)
    if not match:
        return None
    word = match.group(1).lower()
    if word.isdigit():
        return int(word)
    word = re.sub(r"jarige?$", "", word)
    stem = re.sub(r"(?:ste|de)$", "", word)
    for form, years in VALUES.items():
        if word == form or stem == form or (form == "drie" and word == "derde"):
            return years
    half = word.removesuffix("eneenhalf")
    if half != word:
        return VALUES.get(half)
    return 1 if word in {"één", "eerste", "anderhalf"} else None


def age_class(years: int) -> str:
    """Return the class of ages that stands in the place of an age."""
    for limit, name in (
        (1, "babyleeftijd"),
        (4, "peuterleeftijd"),
        (6, "kleuterleeftijd"),
        (12, "basisschoolleeftijd"),
        (18, "tienerleeftijd"),
    ):
        if years < limit:
            return name
    return "jongvolwassen leeftijd"
