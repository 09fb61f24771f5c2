"""Organisations that stand by name in a list: "Jeugdbescherming west", "Zon en Schild"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import NAME, WORD, lexicon
from ltnlp.nlp.names.page import Page

_ARTICLES = word_set("de het")


def listed(page: Page, at: int) -> Iterator[tuple[int, str]]:
    """Yield the index behind the longest name that begins at `at`, and its kind, if one does."""
    keys, names = page.words.keys, _by_two()
    for second in (page.words.key(at + 1), ""):
        for phrase, kind in names.get((keys[at], second), ()):
            behind = at + len(phrase)
            if tuple(keys[at:behind]) == phrase and _is_meant(page, at, phrase):
                yield behind, kind
                return


def _is_meant(page: Page, at: int, phrase: Sequence[str]) -> bool:
    single = len(phrase) == 1 and page.flags[at] & (WORD | NAME)
    if single and page.words.opens[at]:
        return False
    worded = single or phrase in page.lexicon.cased
    shown = _shown_by_capitals(page, at, at + len(phrase))
    return shown or (page.plain and not worded)


def _shown_by_capitals(page: Page, at: int, behind: int) -> bool:
    """Tell whether capitals show a name: not "De brug" where a sentence begins."""
    words = page.words
    opening = words.opens[at] or words.keys[at] in _ARTICLES
    return not words.shown[behind - 1].islower() or (words.capital[at] and not opening)


@lru_cache(maxsize=1)
def _by_two() -> Mapping[tuple[str, str], list[tuple[Sequence[str], str]]]:
    """Return the names by their first two words: a hundred begin with "de". Speed counts."""
    found: dict[tuple[str, str], list[tuple[Sequence[str], str]]] = defaultdict(list)
    for first, pairs in lexicon().instances.items():
        for phrase, kind in pairs:
            found[first, phrase[1] if len(phrase) > 1 else ""].append((phrase, kind))
    return dict(found)
