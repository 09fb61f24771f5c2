"""Organisations that stand by name in a list: "Jeugdbescherming west", "Zon en Schild"."""

from collections.abc import Iterator

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import NAME, WORD
from ltnlp.nlp.names.page import Page

_ARTICLES = word_set("de het")


def listed(page: Page, at: int) -> Iterator[tuple[int, str]]:
    """Yield the index behind the longest name that begins at `at`, and its kind, if one does."""
    keys = page.words.keys
    for phrase, kind in page.lexicon.instances[keys[at]]:
        behind = at + len(phrase)
        if tuple(keys[at:behind]) != phrase:
            continue
        single = len(phrase) == 1 and page.flags[at] & (WORD | NAME)
        worded = single or phrase in page.lexicon.cased
        if not _shown_by_capitals(page, at, behind) and (not page.plain or worded):
            continue
        if single and page.words.opens[at]:
            continue
        yield behind, kind
        return


def _shown_by_capitals(page: Page, at: int, behind: int) -> bool:
    """Tell whether capitals show a name: not "De brug" where a sentence begins."""
    words = page.words
    opening = words.opens[at] or words.keys[at] in _ARTICLES
    return not words.shown[behind - 1].islower() or (words.capital[at] and not opening)
