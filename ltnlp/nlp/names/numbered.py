"""Homes told by a name of no list with a number, by quarter and number, or by a number alone.

"niemand thuis Gulderstein 818", "Nijstreek 11.", "Wijk 5-12", "wijk 3 nummer 46", "nr 86: ...".
"""

import re
from collections.abc import Iterator

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import CLOSED, FIELD, GIVEN, KIN, NOT_NAME, ROLE, VERB
from ltnlp.nlp.names.page import Page

_NUMBER = re.compile(
    r"\s(?P<number>[1-9]\d{0,3}(?:\s?[a-z]|-[a-z\d]{1,3})?)(?=\s*(?:[,;|()]|\.(?:\s|$)|$|\bte\b|\bin\b))",
    re.IGNORECASE,
)
_SHORTEST = 5
_NO_HOME = word_set(
    "fortnite fifa netflix windows office iphone samsung galaxy playstation xbox covid triple teams "
    "word excel ritalin concerta medikinet equasym strattera sertraline risperdal abilify "
    "paracetamol ibuprofen melatonine koningsdag kerst pasen pinksteren psalm psalmen lied soera "
    "johannes mattheus lucas marcus genesis exodus score totaal scenario fase niveau week groep klas"
)
_MORE = word_set(
    "medicijn mg dosering psalm soera versie deel seizoen aflevering level score"
)
_QUARTER = re.compile(
    r"\b(?P<home>wijk\s\d{1,2}(?:-\d{1,3}[a-z]?|,?\s(?:nummer|nr\.?|huisnummer)\s?\d{1,3}[a-z]?))(?![\w-])",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"(?:^|[.;:,!?)\"”]\s)(?:nr\.?|nummer|huisnr\.?)\s(?P<home>\d{1,4}[a-z]?)(?=\s?:\s)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"[a-z]\s\d{1,4}[a-z]?,\s(?P<home>[1-9]\d{3}\s[a-z]{2})(?=\s[a-z]{3}|,|$)",
    re.IGNORECASE,
)

_PARTS = {_QUARTER: ("wijk ",), _DOOR: ("nr", "nummer"), _POSTCODE: (", ",)}
"""The forms, with what a text in lower case must hold for each: speed counts."""


def find(page: Page) -> Iterator[Candidate]:
    """Yield homes that a number tells in a passage."""
    text = page.words.text
    if not page.figures:
        return
    for form, parts in _PARTS.items():
        for match in form.finditer(text) if page.holds(parts) else ():
            yield _candidate(page, *match.span("home"))
    if not page.said.isdisjoint(_MORE):
        return
    for behind, key in enumerate(page.words.keys):
        at = behind - 1
        if at >= 0 and key[0].isdigit() and _may_be_home(page, at):
            number = _NUMBER.match(text, page.words.ends[at])
            if number:
                yield _candidate(page, page.words.starts[at], number.end("number"))


def _may_be_home(page: Page, at: int) -> bool:
    """Tell whether a word of no list stands where a street or hamlet would."""
    words = page.words
    if len(words.keys[at]) < _SHORTEST:
        return False
    if not words.shown[at].isalpha() or words.keys[at] in _NO_HOME or page.ordinary(at):
        return False
    if page.lexicon.vocabulary.inflected(words.keys[at]):
        return False
    if page.flags[at] & (CLOSED | FIELD | GIVEN | KIN | NOT_NAME | ROLE | VERB):
        return False
    return page.capital(at) or (page.plain and words.key(at - 1) in _BEFORE)


_BEFORE = word_set(
    "thuis woont woonde wonen adres , : | aan op te in naar zorgboerderij"
)


def _candidate(page: Page, start: int, end: int) -> Candidate:
    return Candidate(
        passage=page.id,
        span=Span(start=start, end=end),
        label=Label.ADDRESS,
        found_by="streets",
        reason="number",
        score=0.75,
        needs_review=True,
    )
