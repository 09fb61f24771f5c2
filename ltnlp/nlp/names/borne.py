"""People who are called by a word of the closed classes: "Ben Aksoy", "An Do", "wil mulder".

No list can hold these, for every sentence has them; a capital inside a sentence, a
surname behind or what such a word does there tells them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.spans import Span
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.interfixes import known_surname
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    INTERFIX,
    KIN,
    ROLE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.lowered import PREPOSITIONS
from ltnlp.nlp.names.page import Page

_GIVEN = word_set("ben to wil mei an can sep")
NEW = word_set("ben to")
"""Those that the gazetteers do not tell, for they are interfixes or words."""
_SURNAMES = word_set("do er so an ho hoe")
_ASKED = word_set("je jij u jullie ik we wij hij zij ze ie men er het")
_MARKS = frozenset(
    {"", ",", ".", ";", ":", "?", "!", ")", "(", "/", "|", "<", "-", "–"}
)
_BEFORE = word_set(
    "met van aan door bij voor namens en gesprek heet mevrouw meneer zuster tante"
)
_FEWEST_TOKENS = 2


def find(page: Page) -> Iterator[Candidate]:
    """Yield people called by such words, with their surname where one stands there."""
    if page.said.isdisjoint(_GIVEN) and page.said.isdisjoint(_SURNAMES):
        return
    for at, key in enumerate(page.words.keys):
        if key in _SURNAMES and _is_second(page, at):
            yield _candidate(page, at - 1, at + 1, Shape.FULL)
        elif key in _GIVEN:
            behind = _behind_surname(page, at)
            if behind:
                yield _candidate(page, at, behind, Shape.FULL)
            elif key in NEW and _is_capital_name(page, at):
                yield _candidate(page, at, at + 1, Shape.GIVEN)


def _is_second(page: Page, at: int) -> bool:
    """Tell whether a capital behind a given name is the surname: "An Do belde"."""
    words = page.words
    if not at or not words.joined(at):
        return False
    if page.plain and not page.capital(at):
        return _is_second_in_lower(page, at)
    if page.shouting or not page.capital(at):
        return False
    given = page.capital(at - 1) and page.flags[at - 1] & GIVEN
    single = words.key(at + 1) != words.keys[at] and words.shown[at][1:].islower()
    return bool(given and single and words.shown[at - 1][1:].islower())


def _is_second_in_lower(page: Page, at: int) -> bool:
    """Tell whether two short words are somebody between marks: "van: an do"."""
    words = page.words
    given = page.flags[at - 1] & GIVEN and not page.flags[at - 1] & VERB
    before = words.key(at - 2) if at > 1 and not words.opens[at - 1] else ""
    alone = before in _MARKS or before in _BEFORE
    return bool(given and alone and words.keys[at] in {"do", "er", "so"}) and (
        words.key(at + 1) in _MARKS
        or words.key(at + 1) in {"en", "kan", "zei", "belde", "goed"}
    )


def _behind_surname(page: Page, at: int) -> int:
    """Return the index behind the surname of such a given name, 0 where there is none."""
    words, part = page.words, at + 1
    while (
        part < len(words)
        and page.flags[part] & INTERFIX
        and part - at <= _FEWEST_TOKENS
    ):
        part += 1
    if part >= len(words) or not words.joined(part) or not words.joined(at + 1):
        return 0
    flag, over = page.flags[part], part > at + 1
    if words.keys[at + 1] in PREPOSITIONS or is_initial(words.shown[part]):
        return 0  # "can in de tuin" plays there
    if page.capital(at) and page.capital(part):
        named = page.nameable(part) and not (flag & GIVEN and not flag & SURNAME)
        named = named and (not over or known_surname(page, at + 1, part))
        return part + 1 if named and not page.shouting else 0
    if not page.plain or not flag & SURNAME or flag & (CLOSED | VERB | KIN | ROLE):
        return 0
    before = words.key(at - 1) if at and not words.opens[at] else ""
    begins = before in _MARKS or before in _BEFORE
    ends = words.key(part + 1) in _MARKS or not words.joined(part + 1)
    return part + 1 if begins and (ends or not flag & WORD) else 0


def _is_capital_name(page: Page, at: int) -> bool:
    """Tell whether a capital is that of a name: "Vader Ben", "Ben zat in de auto"."""
    words = page.words
    if not page.capital(at) or page.shouting or not words.shown[at][1:].islower():
        return False
    if words.key(at + 1) == ":":
        return words.keys[at] != "to"
    if len(words) == 1:
        return True
    if words.key(at + 1) in _ASKED:
        return False
    if words.opens[at]:
        return at + 1 < len(words) and bool(page.flags[at + 1] & VERB)
    return not (page.capital(at - 1) and not page.flags[at - 1] & (KIN | TITLE | ROLE))


def _candidate(page: Page, first: int, behind: int, shape: Shape) -> Candidate:
    found = page.candidate(first, behind, Label.PERSON, "persons", "borne", 0.85)
    return replace(found, shape=shape, listed=True)


_CUT = re.compile(
    r"(?P<name>(?:(?<![\w.])(?:[A-ZÀ-Þ][\w'’\-]+|[A-Z]\.)\s?)?(?<![A-Za-z0-9])v\.\s?(?:t|h|d)\.?\s?"
    r"(?:[A-ZÀ-Þ][\w\-]+|[A-Z]\.)|(?<![\w.])[A-ZÀ-Þ][\w'’\-]+\sv\.\s?[A-Z]\.)"
)
"""A surname behind an interfix cut down to letters: "v.t. Hul", "Hanna v.t. H."."""


def cut_down(page: Page) -> Iterator[Candidate]:
    """Yield surnames whose interfix is cut down to letters, with what stands before them."""
    text = page.words.text
    if "v." not in text:
        return
    for match in _CUT.finditer(text):
        start, end = match.span("name")
        first = page.token_at(start)
        if page.flags[first] & (TITLE | KIN | ROLE):
            start = page.words.starts[first + 1]
        full = text[start] != "v"
        found = page.candidate(first, first + 1, Label.PERSON, "persons", "borne", 0.85)
        shape = Shape.FULL if full else Shape.SURNAME
        yield replace(found, span=Span(start=start, end=end), shape=shape)
