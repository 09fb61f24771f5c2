"""Families by their surname: "de familie Kaya", "gezin Haddad"."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.chains import grow
from ltnlp.nlp.names.lexicon import INTERFIX, SURNAME, WORD
from ltnlp.nlp.names.page import Page

_FAMILIES = frozenset({"familie", "fam", "gezin", "echtpaar"})


def find(page: Page) -> Iterator[Candidate]:
    """Yield families in a passage."""
    words, family = page.words, page.lexicon.listed("family_words")
    if page.said.isdisjoint(family):
        return
    for at in range(len(words) - 1):
        if words.keys[at] not in family:
            continue
        first = at + 1 + (words.shown[at + 1] == "." and words.keys[at] == "fam")
        if first >= len(words) or (
            words.opens[first] and words.shown[first - 1] != "."
        ):
            continue
        flag = page.flags[first]
        if words.keys[at] not in _FAMILIES and not page.capital(first):
            continue
        if is_initial(words.shown[first]):
            yield _family(page, first, first + 1)
            continue
        if page.capital(first):
            good = page.nameable(first) or bool(flag & INTERFIX)
        else:
            surname = flag & SURNAME and not flag & WORD
            good = bool(surname) or (
                page.plain and not page.ordinary(first) and not flag & INTERFIX
            )
            good = good or bool(
                flag & INTERFIX
                and grow(page, first, bold=True) > first + 1
                and not page.capital(first)
            )
        if page.plain and words.keys[at] in _FAMILIES and _is_by_te(page, first):
            yield _family(page, first, first + 2)
            continue
        behind = grow(page, first, bold=True) if good else first
        if behind > first and words.shown[first][0].isalpha():
            yield _family(page, first, behind)


def _is_by_te(page: Page, first: int) -> bool:
    """Tell whether a surname with "te" or "ter" stands here: "de familie te winkel"."""
    words = page.words
    return words.keys[first] in _BY and words.shown[first + 1 : first + 2] != []


_BY = frozenset({"te", "ter", "ten"})


def _family(page: Page, first: int, behind: int) -> Candidate:
    found = page.candidate(first, behind, Label.PERSON, "labels", "family", 0.92)
    home = "gezin"
    return replace(
        found, shape=Shape.SURNAME, family=True, role=home, organisation_kind=home
    )
