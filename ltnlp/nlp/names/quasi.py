"""What tells who somebody is without a name: flagged for a decision, never masked."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import PLACE, STARTS_PLACE, STARTS_ROLE
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.roles import role_beginning

_ONLY = word_set("enige enigste eerste jongste oudste bekende beruchte voormalige")
_PARTS = word_set("zuid noord oost west centrum")
_PREPOSITIONS = word_set("in van uit te voor op")
_RARE = word_set(
    "burgemeester wethouder dominee imam pastoor notaris dierenarts profvoetballer "
    "politicus kamerlid gemeenteraadslid raadslid schooldirecteur rector"
)


def find(page: Page) -> Iterator[Candidate]:
    """Yield functions that only one person can have: "de enige kinderarts in Zwolle"."""
    rare = not page.said.isdisjoint(_RARE)
    for at, flag in enumerate(page.flags):
        if rare and page.words.keys[at] in _RARE:
            yield _flag(page, at, at + 1, "rare function")
            continue
        if page.words.keys[at] in _SOLE and (behind := _behind_sole(page, at)):
            yield _flag(page, at, behind, "the only one of its place")
        role = role_beginning(page, at) if flag & STARTS_ROLE else None
        if role is None or role.gender or role.kind == "gezin":
            continue
        behind = _behind_role(page, at)
        only = page.words.key(at - 1) in _ONLY
        seat = _seat(page, behind)
        if only or seat > behind:
            yield _flag(page, at - only, seat, "function with its place")


def _behind_sole(page: Page, at: int) -> int:
    """Return the index behind who or what a place has one of, else 0: "enige bakker van het dorp"."""
    words = page.words
    if words.key(at + 2) not in _PREPOSITIONS or not words.joined(at + 2):
        return 0
    first = at + 3
    if first < len(words) and page.flags[first] & PLACE and words.capital[first]:
        return first + 1
    told = words.keys[first : first + 1] in (["de"], ["het"], ["ons"])
    return first + 2 if told and words.key(first + 1) in _AREAS else 0


_SOLE = word_set("enige enigste")
_AREAS = word_set("dorp wijk buurt straat eiland stad")


def _behind_role(page: Page, at: int) -> int:
    for phrase, _ in page.lexicon.roles[page.words.keys[at]]:
        if tuple(page.words.keys[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at + 1


def _seat(page: Page, behind: int) -> int:
    """Return the index behind the place that stands with a function."""
    words = page.words
    if words.key(behind) not in _PREPOSITIONS or behind + 1 >= len(words):
        return behind
    at = behind + 1
    if page.flags[at] & (PLACE | STARTS_PLACE) and words.capital[at]:
        return at + 1
    return at + 1 if words.key(at) in _PARTS else behind


def _flag(page: Page, first: int, behind: int, reason: str) -> Candidate:
    found = page.candidate(first, behind, Label.ROLE, "quasi", reason, 0.5)
    return replace(found, needs_review=True)
