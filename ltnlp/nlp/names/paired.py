"""Organisations of two names in lower case: "vos en zonen", "groen & partners"."""

from collections.abc import Iterator

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import CLOSED, FIELD, INTERFIX, KIN, ROLE
from ltnlp.nlp.names.page import Page

_SECOND = word_set("zonen zn dochters partners")
_FIRST = word_set(
    "moeder vader kind ouder ouders jeugd gezin drank bed school zorg hulp"
)
"""What a mark joins that names nobody: "moeder & kind"."""


def find(page: Page) -> Iterator[Candidate]:
    """Yield pairs of words that a mark, or what follows, makes the name of a firm."""
    words = page.words
    for at in range(1, len(words) - 1):
        both = words.shown[at] == "&" and _is_name(page, at - 1)
        firm = words.keys[at] in {"en", "&"} and words.keys[at + 1] in _SECOND
        if not (both or firm) or words.opens[at]:
            continue
        behind = _behind(page, at + 1)
        if (
            behind
            and words.keys[at - 1] not in _FIRST
            and words.shown[at - 1].isalpha()
        ):
            yield page.candidate(
                at - 1, behind, Label.ORG_INSTANCE, "instances", "pair", 0.75
            )


def _is_name(page: Page, at: int) -> bool:
    return not page.flags[at] & (KIN | ROLE)


def _behind(page: Page, at: int) -> int:
    """Return the index behind the second name, over interfixes: "vrede & van dam"."""
    words = page.words
    while at < len(words) and page.flags[at] & INTERFIX and words.keys[at] != "&":
        at += 1
    if at >= len(words) or not words.shown[at].isalpha():
        return 0
    if page.flags[at] & (CLOSED | KIN | ROLE) and not page.flags[at] & FIELD:
        return 0
    return at + 1
