"""Where talk that is written without marks takes a new breath: one happening a stretch.

A recording that a machine wrote down has whole turns without a full stop. A main clause
shows itself there by its order: "toen", a day or "en daar" with the finite verb right
behind it begins one ("op elf september gooide ze", not "ik ben in maart begonnen").
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ltnlp.domain.months import MONTHS
from ltnlp.domain.spans import Span

LONG = 25
"""Words from which on a stretch without marks is no single sentence."""
FEWEST = 5
"""Words that a stretch has at least; what is shorter goes with what follows."""
_SPARSE = 25
"""One comma in so many words is still talk without marks."""
_MARK = re.compile(r"[.;:!?…](?=\s|$)")
_WORD = re.compile(r"\S+")
_NUMBER = (
    r"(?:\d{1,2}(?:e|ste|de)?|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|\w{3,6}tien|\w*twintig|dertig|eenendertig|\w+(?:de|ste))"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WEEKDAY = (
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:s|avond|middag|ochtend|morgen)?"
)
_DAY = (
    rf"(?:(?:in|op|vanaf|begin|half|eind|rond|na|voor|met|tegen) )?(?:de )?(?:{_NUMBER} )?{_MONTH}"
    r"(?: (?:van )?(?:vorig jaar|dit jaar|\d{4}))?"
    rf"|(?:op |de |die )?{_WEEKDAY}(?: (?:erop|erna|daarop|daarna|ervoor|de {_NUMBER}))?"
    r"|de (?:dag|week|maand|ochtend) (?:erna|daarna|erop|daarop|ervoor|daarvoor)"
    rf"|(?:{_NUMBER}|een paar) (?:dagen|weken|maanden|jaar|dag|week|maand) (?:later|daarna|erna)"
    r"|(?:na|voor|met|rond|sinds) (?:de )?(?:zomer|kerst|herfst|pasen|pinksteren|carnaval"
    r"|\w*vakantie|hemelvaart|sinterklaas|oud en nieuw)"
)
_SURE = (
    r"(?:is|was|waren|ben|heb|hebben|heeft|had|hadden|werd|werden|ging|gingen|gaat|kwam|kwamen"
    r"|komt|zei|zeiden|zegt|gaf|gaven|kreeg|kregen|krijg|sprak|spraken|zag|zagen|deed|deden"
    r"|vroeg|vroegen|liep|liepen|zat|zaten|stond|stonden|lag|lagen|nam|namen|bleef|bleven|viel"
    r"|vielen|bleek|bleken|moest|moesten|mocht|mochten|kon|konden|wilde|wilden|wou|zou|zouden"
    r"|hoorde|hoorden|belde|belden|belt|bel|mailt|schreef|schreven|sloot|begon|las|wist|dacht)"
)
_FINITE = rf"(?:{_SURE}|\w{{3,}}(?:kte|fte|ste|tte|lde|rde|nde|gde|mde|jde|wde|bde|vde|zde|dde|(?<!be)ide))"
_SELF = r"(?:ik|wij|we)"
_OTHERS = rf"(?:(?:ze|zij|hij|ie|er) {_FINITE}|(?:die|daar|dat|het) {_SURE})"
_BEGINS = re.compile(
    rf"(?<=\s)(?:"
    rf"en toen\b|(?:en |maar |dus )?(?:toen|daarna|vervolgens|uiteindelijk) {_FINITE}\b"
    rf"|(?:en |maar |dus )?(?:{_DAY}) (?:{_FINITE}|{_SELF} {_FINITE}|{_OTHERS})\b"
    rf"|(?:en|maar|dus) {_OTHERS}\b|(?P<self>(?:en|maar|dus) {_SELF} {_FINITE}\b)"
    r")"
)
_CORRECTS = re.compile(r"\b(?:of|nee|eh+|nou)\s+$")
"""Behind these a day takes the place of the one just said."""
_SAYS = re.compile(
    r"\b(?:zei|zeiden|zegt|zeg|zeggen|vroeg|vroegen|vraagt|dacht|dachten)\b"
)
"""Behind these "ik" can be somebody else: what is said has no marks either."""


def breaths(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the stretches of a sentence; the sentence itself where it has marks.

    Args:
        text: the whole text.
        sentence: a sentence of it, as its marks tell.
    """
    words = text.count(" ", sentence.start, sentence.end) + 1
    if words < LONG or not _unmarked(sentence.of(text), words):
        return (sentence,)
    places = (sentence.start, *_begun(text, sentence), sentence.end)
    return tuple(
        Span(start=begin, end=begin + len(text[begin:end].rstrip()))
        for begin, end in pairwise(places)
    )


def _unmarked(words_of: str, words: int) -> bool:
    return not _MARK.search(words_of[:-1]) and words_of.count(",") * _SPARSE <= words


def _begun(text: str, sentence: Span) -> Iterator[int]:
    """Yield where a further stretch begins, each of some words."""
    begin = sentence.start
    for found in _BEGINS.finditer(text, sentence.start, sentence.end):
        so_far, left = text[begin : found.start()], text[found.start() : sentence.end]
        if min(_words(so_far), _words(left)) < FEWEST:
            continue
        if _CORRECTS.search(so_far) or (found["self"] and _SAYS.search(so_far)):
            continue
        begin = found.start()
        yield begin


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
