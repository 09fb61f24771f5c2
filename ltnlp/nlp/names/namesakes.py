"""Given names that countries, faiths and makes bear too: "Maya", "Islam", "Mercedes".

They always have a capital, so that a capital says nothing: only what stands around
them tells that somebody is called so. Told once, it holds for the whole review.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import GIVEN, KIN, ROLE
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.wordlike import does_as_person, worded

_BESIDE = word_set("met door namens volgens tegen zonder naast")
_CLOSING = frozenset({"", ",", ".", ";", "?", "!", ")", "|", "en", "of"})
_HAVING = word_set("heeft had is was")
_ITS = word_set("een geen twee drie nog de het mijn onze haar zijn hun")
_NOT_BEFORE = word_set("de het een 't deze die dit dat in uit naar te heel groot")


def find(page: Page) -> Iterator[Candidate]:
    """Yield such names where somebody is called so, a genitive without its s."""
    names = worded("namesakes")
    if page.said.isdisjoint(_with_genitives()):
        return
    for at, key in enumerate(page.words.keys):
        if key in names and _names_somebody(page, at):
            yield _candidate(page, at)
        elif key[:-1] in names and _owns(page, at):
            found = _candidate(page, at)
            yield replace(found, span=replace(found.span, end=found.span.end - 1))


@lru_cache(maxsize=1)
def _with_genitives() -> frozenset[str]:
    names = worded("namesakes")
    return names | {f"{name}s" for name in names}


def _candidate(page: Page, at: int) -> Candidate:
    return page.candidate(at, at + 1, Label.PERSON, "persons", "namesake", 0.8)


def _owns(page: Page, at: int) -> bool:
    """Tell whether it is a genitive before kin: "Islams moeder"."""
    kin = at + 1 < len(page.words) and page.flags[at + 1] & KIN
    return page.capital(at) and page.words.keys[at].endswith("s") and bool(kin)


def _names_somebody(page: Page, at: int) -> bool:
    before = "" if page.words.opens[at] else page.words.key(at - 1)
    if before in _NOT_BEFORE or not (page.capital(at) or page.plain):
        return False
    if does_as_person(page, at) or _is_kin(page, at):
        return True
    if not page.capital(at):
        return False
    does = page.words.key(at + 1) in worded("deeds")
    return does or _is_met(page, at, before) or _is_paired(page, at)


def _is_kin(page: Page, at: int) -> bool:
    """Tell whether kin stands beside it: "de vader van Islam", "Maya heeft een broer"."""
    words, flags = page.words, page.flags
    if at and flags[at - 1] & KIN and words.joined(at) and page.capital(at):
        return True
    if words.key(at - 1) == "van" and at > 1 and flags[at - 2] & KIN:
        return True
    possessed = words.key(at + 1) in _HAVING and words.key(at + 2) in _ITS
    return possessed and bool(at + 3 < len(words) and flags[at + 3] & (KIN | ROLE))


def _is_met(page: Page, at: int, before: str) -> bool:
    """Tell whether somebody is dealt with: "haalde Maya op", "met Bill gebeld"."""
    if before in worded("handlings"):
        return True
    ends = page.words.key(at + 1) in _CLOSING
    return before in _BESIDE and (ends or page.done(at + 1))


def _is_paired(page: Page, at: int) -> bool:
    """Tell whether "en" joins it to a given name."""
    words = page.words
    return any(
        words.key((at + place) // 2) == "en"
        and 0 <= place < len(words)
        and page.capital(place)
        and bool(page.flags[place] & GIVEN)
        for place in (at - 2, at + 2)
    )
