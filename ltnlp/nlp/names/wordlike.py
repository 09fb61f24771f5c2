"""Names that are words, told by kinship or by what is said of persons alone.

"Tante Door zei", "Storm was boos", "opa haas vond het goed": the words are listed in
`models/names/wordlike.yaml`, with what must stand beside them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.names.lexicon import CLOSED, FIELD, KIN, NAME, PLACE, VERB, WORD
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

_ENDS = frozenset({"", ",", ".", ";", ":", "?", "!", ")", "(", "/", "|", "<"})
_CLAUSE = frozenset({"en", "maar", "want", "omdat", "toen", "dat", "als", ","})
_MOST_BETWEEN = 3


def find(page: Page) -> Iterator[Candidate]:
    """Yield words that are names where they stand, in any case."""
    said, names = page.said, worded("names")
    callers = not said.isdisjoint(worded("callers"))
    if not callers and said.isdisjoint(names):
        return
    for at, key in enumerate(page.words.keys):
        if callers and at and page.words.keys[at - 1] in worded("callers"):
            if _is_called(page, at):
                yield _candidate(page, at, "context.kinship")
        elif key in names and _is_subject(page, at) and does_as_person(page, at):
            yield _candidate(page, at, "predicate")


def is_exclamation(key: str) -> bool:
    """Tell whether a word cries out and may be a surname all the same: "Oei"."""
    return key in worded("exclamations")


def _is_called(page: Page, at: int) -> bool:
    """Tell whether the word behind "tante" is her name."""
    words, flag = page.words, page.flags[at]
    if not words.joined(at) or not words.shown[at].isalpha():
        return False
    listed = words.keys[at] in worded("names")
    if page.capital(at):
        label = words.opens[at - 1] and words.capital[at - 1]
        return listed or (not label and not flag & (CLOSED | VERB))
    if not page.plain:
        return False
    if not (listed or flag & NAME):
        return _is_noun_called(page, at)
    if flag & VERB or (not listed and flag & (CLOSED | FIELD | PLACE)):
        return False
    return _verb_or_end(page, at + 1)


def _is_noun_called(page: Page, at: int) -> bool:
    """Tell whether any noun behind "juf" is her name: "juf stip belde", not "de juf boos"."""
    words, flag = page.words, page.flags[at]
    if words.keys[at - 1] not in _TEACHERS or words.key(at - 2) in _BESIDE_NOUN:
        return False
    if flag & (CLOSED | VERB | FIELD | PLACE) or words.keys[at] in worded("states"):
        return False
    following = words.key(at + 1)
    return _verb_or_end(page, at + 1) or following in {"van", "wist", "was", "is", "en"}


_TEACHERS = frozenset({"juf", "meester"})
_BESIDE_NOUN = frozenset(
    {"de", "een", "mijn", "onze", "die", "haar", "zijn", "geen", "elke"}
)


def _verb_or_end(page: Page, at: int) -> bool:
    if page.words.key(at) in _ENDS:
        return page.words.key(at) != ""
    return bool(page.flags[at] & VERB) or page.words.key(at) in _ADDED


_ADDED = frozenset({"en", "die", "ook", "binnen", "mee", "toen", "dan", "niet", "weer"})


def _is_subject(page: Page, at: int) -> bool:
    """Tell whether a clause begins with the word, and nothing describes it."""
    words, flag = page.words, page.flags[at]
    if flag & CLOSED and not (flag & NAME and words.capital[at]):
        return False
    if page.capital(at) or words.opens[at]:
        return words.opens[at] and (page.plain or words.capital[at])
    return page.plain and words.key(at - 1) in _CLAUSE


def does_as_person(page: Page, at: int) -> bool:
    """Tell whether what stands behind the word is said of persons alone.

    "storm was boos", "hoop kwam niet opdagen", "beer huilde": not "storm was op komst".
    """
    words, verb = page.words, page.words.key(at + 1)
    thing = words.keys[at] in worded("things")
    if verb in worded("acts"):
        return not (thing and verb in worded("of_things"))
    copula = verb in worded("copulas")
    coming = not thing and verb in worded("comings")
    if not (copula or coming):
        return False
    behind = at + 2
    while words.key(behind) in worded("between") and behind < at + 2 + _MOST_BETWEEN:
        behind += 1
    if copula:
        of_kin = words.key(behind) in _OWN and page.flags[behind + 1 : behind + 2]
        return words.key(behind) in worded("states") or bool(of_kin and of_kin[0] & KIN)
    two = f"{words.key(behind)} {words.key(behind + 1)}"
    goes = words.key(behind) in worded("goings") or two in worded("goings")
    stays = words.key(at + 2) == "niet" and words.key(at + 3) in _ENDS
    return goes or stays


_OWN = frozenset({"mijn", "onze", "haar", "zijn", "hun", "jouw", "m'n", "z'n", "d'r"})


@lru_cache(maxsize=16)
def worded(name: str) -> frozenset[str]:
    """Return a list of the words that are names too, folded."""
    return frozenset(fold(str(w)) for w in load_yaml("names/wordlike.yaml")[name])


def _candidate(page: Page, at: int, reason: str) -> Candidate:
    found = page.candidate(at, at + 1, Label.PERSON, "persons", reason, 0.8)
    word = bool(page.flags[at] & WORD)
    return replace(found, shape=Shape.GIVEN, word=word, needs_review=word)
