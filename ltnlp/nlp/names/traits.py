"""Rare traits of a family: flagged for a decision, never masked by themselves.

Five kinds: how a family is made up, a dwelling told by its surroundings, events,
diagnoses and occupations that few have. The words stand in `models/names/traits.yaml`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.words import cut
from ltnlp.nlp.names.lexicon import INTERFIX
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

FAMILY, DWELLING, EVENT, DIAGNOSIS = "family", "dwelling", "event", "diagnosis"
OCCUPATION = "occupation"
SHOWN = {
    FAMILY: "gezinssamenstelling",
    DWELLING: "woonplek",
    EVENT: "gebeurtenis",
    DIAGNOSIS: "diagnose",
    OCCUPATION: "functie",
}
"""What a pseudonym is made of where a person has a trait masked."""
FOUND_BY = "traits"
NUMBERS = {
    word: n
    for n, word in enumerate(
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien".split(),
        start=2,
    )
}
_ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The words of traits, folded; `phrases` by their first word, longest first.

    Every trait begins with a word of `begin`, or with a figure.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    counted: frozenset[str]
    fewest: int
    dwellings: frozenset[str]
    links: frozenset[str]
    landmarks: frozenset[str]
    reach: int
    not_alone: frozenset[str]
    announced_by: frozenset[str]
    heads: frozenset[str]
    eponyms: frozenset[str]
    begin: frozenset[str]


@lru_cache(maxsize=1)
def traits() -> Traits:
    """Return the words of traits, read once per process."""
    listed = load_yaml("names/traits.yaml")
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in SHOWN:
        for shown in listed[kind]["phrases"]:
            keys = tuple(cut(str(shown)).keys)
            phrases.setdefault(keys[0], []).append((keys, kind))
    dwelling, diagnosis = listed[DWELLING], listed[DIAGNOSIS]
    return Traits(
        phrases={
            k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()
        },
        counted=_folded(listed[FAMILY]["counted"]),
        fewest=int(listed[FAMILY]["fewest"]),
        dwellings=_folded(dwelling["heads"]),
        links=_folded(dwelling["links"]),
        landmarks=_folded(dwelling["landmarks"]),
        reach=int(dwelling["reach"]),
        not_alone=_folded(diagnosis["not_alone"]),
        announced_by=_folded(diagnosis["announced_by"]),
        heads=_folded(diagnosis["heads"]),
        eponyms=_folded(diagnosis["eponyms"]),
        begin=frozenset(
            (*phrases, *NUMBERS, *_folded(dwelling["heads"] + diagnosis["heads"]))
        ),
    )


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in words)


def find(page: Page) -> Iterator[Candidate]:
    """Yield what tells who somebody is: "een gezin met negen kinderen", "tweeling"."""
    known, reached = traits(), 0
    if not page.figures and page.said.isdisjoint(known.begin):
        return
    for at, key in enumerate(page.words.keys):
        if at < reached or not (key in known.begin or key.isdigit()):
            continue
        behind, kind = _at(page, at, key, known)
        if behind > at:
            reached = behind
            yield _flag(page, at, behind, kind)


def behind_illness(page: Page, at: int) -> int:
    """Return the index behind whom an illness is called after: "syndroom van Down", else `at`."""
    words, behind = page.words, at
    before = words.keys[max(0, at - 2) : at]
    known = before == ["ziekte", "van"] and words.keys[at] in traits().eponyms
    while behind < len(words) and (known or before == ["syndroom", "van"]):
        goes_on = words.capital[behind] or page.flags[behind] & INTERFIX
        if behind > at and not (words.joined(behind) and goes_on):
            break
        behind += 1
    return behind


def _at(page: Page, at: int, key: str, known: Traits) -> tuple[int, str]:
    """Return the index behind the trait that begins here, and its kind."""
    if key in known.dwellings:
        return _behind_landmark(page, at, known), DWELLING
    if key in NUMBERS or key.isdigit():
        return _behind_count(page, at, key, known), FAMILY
    for phrase, kind in known.phrases.get(key, ()):
        behind = at + len(phrase)
        if tuple(page.words.keys[at:behind]) == phrase:
            alone = key in known.not_alone and len(phrase) == 1
            announced = page.words.key(at - 1) in known.announced_by
            return (at if alone and not announced else behind), kind
    if key in known.heads and page.words.key(at + 1) == "van":
        named = at + 2 < len(page.words) and page.words.capital[at + 2]
        return (at + 3 if named else at), DIAGNOSIS
    return at, _ANY


def _behind_count(page: Page, at: int, key: str, known: Traits) -> int:
    """Return the index behind "negen kinderen", `at` where there are but few."""
    many = NUMBERS.get(key) or (int(key) if len(key) <= 2 else 0)
    counts = known.fewest <= many <= 20 and page.words.key(at + 1) in known.counted
    return at + 2 if counts else at


def _behind_landmark(page: Page, at: int, known: Traits) -> int:
    """Return the index behind "hoekhuis tegenover de kerk", `at` without a landmark."""
    if page.words.key(at + 1) not in known.links:
        return at
    for here in range(at + 2, min(at + 2 + known.reach, len(page.words))):
        if page.words.opens[here] or page.words.keys[here] in {".", ",", ";"}:
            return at
        if page.words.keys[here] in known.landmarks:
            return here + 1
    return at


def _flag(page: Page, first: int, behind: int, kind: str) -> Candidate:
    found = page.candidate(first, behind, Label.ROLE, FOUND_BY, f"trait: {kind}", 0.5)
    return replace(found, needs_review=True, role=SHOWN[kind])
