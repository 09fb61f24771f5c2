"""Organisations in brackets, in lower case: "de kerk (de hoeksteen)", "juf ilse (de regenboog)"."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import CLOSED, KIN, NAME, ROLE, VERB
from ltnlp.nlp.names.page import Page

_ARTICLES = frozenset({"de", "het", "'t", "t", "den"})
_NO_NAME = CLOSED | KIN | ROLE


def find(page: Page) -> Iterator[Candidate]:
    """Yield an article and a word in brackets, behind a kind or behind who works there."""
    words = page.words
    for mark in range(1, len(words) - 3) if "(" in page.said else ():
        first, name = mark + 1, mark + 2
        if words.shown[mark] != "(" or words.keys[first] not in _ARTICLES:
            continue
        if words.keys[name + 1] != ")" or page.flags[name] & _NO_NAME:
            continue
        kinds = page.lexicon.organisations["before"]
        kind = words.keys[mark - 1] in page.lexicon.instance_words
        if kind or _is_somebody(page, mark - 1, name):
            found = page.candidate(
                first, name + 1, Label.ORG_INSTANCE, "instances", "brackets", 0.8
            )
            named = kinds.get(words.keys[mark - 1])
            yield replace(found, organisation_kind=named or None)


def _is_somebody(page: Page, at: int, name: int) -> bool:
    """Tell whether a name stands before the bracket, and no verb inside."""
    flag = page.flags[at]
    known = flag & NAME and not flag & (CLOSED | VERB)
    return bool(known) and not page.flags[name] & VERB
