"""Schools and organisations whose names are words, written without a capital.

"mijn zoon zat op de springplank", "het kruispunt heeft gebeld", "'t Hooge Nest": which
words is listed in `models/names/instance_names.yaml`, what must stand near in `attended.yaml`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.called import sure_names
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    ROLE,
    TITLE,
    VERB,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

_ARTICLES = frozenset({"de", "het"})
_CUT_DOWN = frozenset({"'t", "’t", "‘t"})
_PLACED = frozenset({"op", "bij", "naar", "van", "vanuit", "via", "aan"})
_STANDS = frozenset({"op", "naar"})
_BEFORE, _BEHIND = 12, 8
_MARKS = frozenset({",", ".", ";", ":", "(", ")", "|", "?", "!"})
_SHORTEST = 4
_LONGEST = 3


def find(page: Page) -> Iterator[Candidate]:
    """Yield the names of places that people attend, which no capital tells."""
    keys = page.words.keys
    if page.said & _CUT_DOWN:
        yield from _cut_down(page)
    told = not page.said.isdisjoint(sure_names())
    if not (told or (page.plain and page.said & _STANDS)):
        return
    for at, key in enumerate(keys):
        if key in _ARTICLES and at + 1 < len(keys) and _is_named(page, at):
            # So `instances` has it too: "op De Brug" is said with its article.
            whole = page.plain and not page.words.opens[at]
            yield _candidate(page, at if whole else at + 1, at + 2)


def _cut_down(page: Page) -> Iterator[Candidate]:
    """A name that begins with an article cut down: "'t Hooge Nest", "'t vogelnest"."""
    words = page.words
    for at, key in enumerate(words.keys):
        if key not in _CUT_DOWN or at + 1 >= len(words) or not words.joined(at + 1):
            continue
        named = INTERFIX | TITLE | NAME * (at > 0 and page.words.capital[at - 1])
        if at and page.flags[at - 1] & named:
            continue
        behind = at + 1
        while behind < len(words) and behind - at <= _LONGEST:
            if not (page.capital(behind) and words.joined(behind)):
                break
            behind += 1
        lower = page.plain and words.keys[at + 1] in sure_names()
        no_name = page.flags[at + 1] & (NOT_NAME | VERB | CLOSED)
        if lower or behind > at + 1 + bool(no_name):
            yield _candidate(page, at, max(behind, at + 2))


def _is_named(page: Page, at: int) -> bool:
    """Tell whether the article at `at` begins the name of a place to attend."""
    words, part = page.words, at + 1
    if page.capital(part) or not words.joined(part):
        return False
    before = words.key(at - 1)
    if words.keys[part] not in sure_names():
        placed = before == "op" or (before == "naar" and _schooled(page, at))
        return placed and _is_unlisted(page, part) and _is_near(page, at)
    if before in _PLACED and not words.opens[at]:
        return _is_near(page, at)
    return words.opens[at] and _does(page, part)


def _is_unlisted(page: Page, at: int) -> bool:
    """Tell whether a word is none of the language: "het farel"."""
    flag, key = page.flags[at], page.words.keys[at]
    if not page.plain or flag & (CLOSED | VERB | KIN | ROLE | TITLE | NOT_NAME):
        return False
    if key.endswith(tuple(page.lexicon.organisations["compound_behind"])):
        return False
    return key.isalpha() and len(key) >= _SHORTEST and not page.ordinary(at)


def _is_near(page: Page, at: int) -> bool:
    """Tell whether somebody attends, or a school, child or practice is near."""
    keys = page.words.keys
    if _schooled(page, at):
        return True
    before = keys[max(0, at - _BEFORE) : at]
    verbs = "moves" if before[-1:] == ["naar"] else "verbs"
    for key in reversed(before):
        if key in _MARKS:
            break
        if key in _listed(verbs):
            return True
    return False


def _schooled(page: Page, at: int) -> bool:
    """Tell whether a school or child is told of, and not only somebody who goes."""
    near = page.words.keys[max(0, at - _BEFORE) : at + 2 + _BEHIND]
    return any(key in _listed("near") for key in near)


def _does(page: Page, part: int) -> bool:
    keys = page.words.keys[part + 1 : part + 1 + _BEHIND]
    acts = bool(keys) and bool(page.flags[part + 1] & VERB)
    return acts and any(key in _listed("does") for key in keys)


@lru_cache(maxsize=8)
def _listed(name: str) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load_yaml("names/attended.yaml")[name])


def _candidate(page: Page, first: int, behind: int) -> Candidate:
    found = page.candidate(
        first, behind, Label.ORG_INSTANCE, "instances", "attended", 0.7
    )
    return replace(found, needs_review=True)
