"""Words as features: what two tellings of one happening have in common."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import fsum, log, prod, sqrt

_WORD = re.compile(r"[^\W\d_]{3,}")
_MASK = re.compile(r"\[[^\]]*\]")
_PARTICIPLE = re.compile(
    r"^(op|af|aan|in|uit|na|door|terug|mee|over|voor|toe|bij|om|weg|vast|los|samen|)ge"
)
_DOUBLED = re.compile(r"([a-z])\1")
_STEM = 7
_ENDINGS = ("ingen", "ing", "den", "ten", "de", "te", "en", "es", "e", "s", "t", "d")

_COMMON_WORDS = """
    aan achter afgelopen alle alleen allemaal als altijd ander andere beetje ben
    bent bij binnen boven daar daarna daarom dag dan dat der deze die dit doe doen
    door dus echt een eens eerst eerste eigenlijk elke elkaar enkele erg ergens even
    gaan gaat ging gezegd geen gewoon goed had hadden hbo heb hebben heeft heel
    helemaal hem hen het hier hij hoe hun iemand iets ieder iedereen ikzelf
    inmiddels januari februari maart april mei juni juli augustus september oktober
    november december kan keer kon konden kwam kwamen later maar maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag meer meest mensen met mij mijn
    misschien moest moeten mocht naar nee net niemand niet niets niks nog nooit nou
    omdat ons onze ook over paar pas rond samen sinds soms steeds tegen toch toen
    tot twee drie uit van vanaf veel vier volgens voor vorige waar waarom want waren
    was wat week weken weer weet wel werd werden wie wij wil wilde worden wordt zag
    zal zat zeg zegt zei zelf zich zijn zit zou zouden zonder zwaar jaar maand
    moeder vader
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that say nothing of which happening it is."""


def says_i(text: str) -> bool:
    """Tell whether the teller says "ik" or "wij"."""
    words = {word.strip(".,;:!?()|'\"") for word in text.lower().split()}
    return bool(words & {"ik", "wij", "we", "ons", "onze", "mij", "me"})


_OPINION = re.compile(
    r"\b(?:denk|dacht|geloof|meen|weet|vermoed|gok|hoop|vind|vond) (?:ik|wij|we)\b"
    r"|\b(?:ik|wij|we) (?:denk|denken|dacht|dachten|geloof|meen|weet|weten|vermoed|gok"
    r"|hoop|vind|vinden|vond|vonden)\b|\b(?:volgens|over) (?:mij|me|ons)\b|\b(?:bij|naar) mijn weten\b"
    r"|\bvoor zover (?:ik|wij|we) (?:weet|weten)\b"
    r"|\b(?:naar|zoals) (?:ik|wij|we) (?:\w+ )?(?:heb |hebben )?(?:begrepen|begreep|gehoord|hoorden?"
    r"|vernam|vernomen|lees|las)\b"
)
_HEARSAY = re.compile(
    r"\b(?:(?:las|lees|hoor|hoorde|vernam|begreep|begrijp|zie|zag|merkte|ontdekte) (?:ik|wij|we)"
    r"|(?:ik|wij|we) (?:las|lees|lazen|hoorden?|hoor|vernam|begreep|begrepen|ontdekten?)"
    r"|(?:(?:ik|wij|we) )?(?:heb|had|hebben|hadden) (?:(?:ik|wij|we) )?(?:\w+ ){0,3}(?:begrepen|gehoord|gelezen"
    r"|vernomen|horen zeggen)"
    r"|(?:vertelde|vertelden|zei|zeiden|meldde|schreef|appte|mailde) (?:[\w\[\]-]+ ){0,2}(?:me|mij|ons)"
    r"|(?:is|werd) (?:me|mij|ons) (?:[\w\[\]-]+ ){0,5}(?:verteld|gezegd|gemeld))"
    r"[^.;]{0,60}?\b(?:dat|hoe)\b"
)


_SAID = (
    r"(?:zegt|zei|zeiden|zeggen|vertelt|vertelde|schrijft|schreef|appt|appte|mailt|mailde"
    r"|riep|antwoordde)"
)
_QUOTED = re.compile(
    rf"(?<!\bik )(?<!\bwij )(?<!\bwe )\b{_SAID}\b(?! (?:ik|wij|we)\b)[\w\[\] -]{{0,40}}: [^.?!]*"
    rf"|\b(?:zij|ze|hij|die|moeder|vader|oma|opa) {_SAID} (?=(?:ik|wij|we) )[^.?!]*"
)
"""What somebody else said, word for word: its "ik" is not the teller's."""


def first_hand(text: str) -> str:
    """Return lower-case `text` without the words that put a teller beside what they tell.

    "Volgens mij belde de school" and "ik heb begrepen dat de school belde" tell of the
    school: the teller took no part. Nor in what somebody else says of themselves.
    """
    return _OPINION.sub(" ", _HEARSAY.sub(" ", _QUOTED.sub(" ", text)))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of `text`, pseudonyms left out."""
    words = _WORD.findall(_MASK.sub(" ", text).lower())
    return frozenset(_stem(word) for word in words if word not in COMMON)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    word = _PARTICIPLE.sub(r"\1", word, count=1) if len(word) > 6 else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return _DOUBLED.sub(r"\1", word)[:_STEM]


def rarity(bags: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how telling each stem is: the fewer bags hold it, the more."""
    counts: Counter[str] = Counter()
    total = 0
    for bag in bags:
        counts.update(bag)
        total += 1
    return {stem: log(1 + total / count) for stem, count in counts.items()}


def likeness(
    one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]
) -> float:
    """Return the cosine of two bags of stems weighted by rarity, 0 to 1.

    Summed exactly: the order of a set must not decide between two candidates.
    """
    shared = fsum(weights[s] ** 2 for s in one & other)
    if not shared:
        return 0.0
    norms = (fsum(weights[s] ** 2 for s in bag) for bag in (one, other))
    return shared / sqrt(prod(norms))
