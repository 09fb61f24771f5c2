"""Registration plates as people say and type them: "vkt 19 h", "kenteken h j dertien k l"."""

import re
from collections.abc import Iterator

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.page import Page

_L = r"[b-df-hj-np-tv-z]"
"""No plate of this century has a vowel."""
_SHAPES = (
    rf"{_L}{{2}} \d\d {_L}{{2}}", rf"{_L}{{2}} {_L}{{2}} \d\d", rf"\d\d {_L}{{2}} {_L}{{2}}",
    rf"\d\d {_L}{{3}} \d", rf"\d {_L}{{3}} \d\d", rf"{_L}{{2}} \d{{3}} {_L}", rf"{_L} \d{{3}} {_L}{{2}}",
    rf"{_L}{{3}} \d\d {_L}", rf"{_L} \d\d {_L}{{3}}", rf"\d {_L}{{2}} \d{{3}}", rf"\d{{3}} {_L}{{2}} \d",
    rf"\d\d {_L}{{2}} \d\d", rf"{_L}{{2}} \d\d \d\d", rf"\d\d \d\d {_L}{{2}}",
)  # fmt: skip
_BARE = re.compile(
    r"(?<![\w\-.,])(?:"
    + "|".join(s.replace(" ", r"[\s\-]?") for s in _SHAPES)
    + r")(?![\w\-])",
    re.IGNORECASE,
)
_DRIVEN = re.compile(
    r"\b(?:kenteken(?:s|plaat)?|nummerbord(?:en)?|nummerplaat|plaat|auto|bus|busje|bestelbus|wagen"
    r"|scooter|brommer|motor|golf|polo|taxi|camper|aanhanger|voertuig|vrachtwagen)\b",
    re.IGNORECASE,
)
_DRIVING = (
    "kenteken", "nummer", "plaat", "auto", "bus", "wagen", "scooter", "brommer", "motor",
    "golf", "polo", "taxi", "camper", "aanhanger", "voertuig",
)  # fmt: skip
_SPOKEN_OF = ("kenteken", "nummerbord", "nummerplaat")
"""Parts of the words above, of which a text in lower case must hold one: speed counts."""
_NUMBER = (
    r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w{3,6}tien"
    r"|(?:\w+(?:en|ën))?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|\d{1,3})"
)
_SPELLED = re.compile(
    r"\b(?:kenteken|nummerbord|nummerplaat)\s(?:is\s|was\s|van\s\w+\s)?"
    rf"(?P<plate>(?:(?:{_NUMBER}|[a-z])\s){{3,7}}(?:{_NUMBER}|[a-z])(?!\w))",
    re.IGNORECASE,
)
_ONE_LETTER = re.compile(r"(?<!\w)[a-z](?!\w)", re.IGNORECASE)
_FEWEST_LETTERS = 2


def find(page: Page) -> Iterator[Candidate]:
    """Yield plates in a text that speaks of what has one."""
    text, driven = page.words.text, page.figures and page.holds(_DRIVING)
    for match in _BARE.finditer(text) if driven and _DRIVEN.search(text) else ():
        yield _candidate(page.id, *match.span())
    for match in _SPELLED.finditer(text) if page.holds(_SPOKEN_OF) else ():
        if len(_ONE_LETTER.findall(match["plate"])) >= _FEWEST_LETTERS:
            yield _candidate(page.id, *match.span("plate"))


def _candidate(passage: str, start: int, end: int) -> Candidate:
    return Candidate(
        passage=passage,
        span=Span(start=start, end=end),
        label=Label.LICENCE_PLATE,
        found_by="pattern",
        reason="vorm plate.spoken",
        score=0.9,
    )
