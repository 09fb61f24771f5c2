"""Places: by gazetteer, by form, and by what stands around them."""

import re
from collections.abc import Iterator

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    GIVEN,
    NAME,
    NOT_NAME,
    PLACE,
    STARTS_PLACE,
    WORD,
)
from ltnlp.nlp.names.page import Page

_PLACE_ENDINGS = (
    "dam", "dijk", "veen", "burg", "hoven", "stad", "dorp", "horst", "wijk", "woude",
    "drecht", "lo", "um", "ingen", "huizen", "zijl", "berg", "beek", "broek", "kerk",
    "meer", "oord", "rade", "waard", "ede", "wolde", "mond", "laar", "loo", "recht",
)  # fmt: skip
_WIJK = word_set(
    "wijk buurt dorp gehucht plaats stad gemeente regio stadsdeel woonplaats geboorteplaats "
    "vestiging district streek woonwijk volksbuurt nieuwbouwwijk plaatsje dorpje stadje"
)
_SHORTEST = 4
_DIRECTION = re.compile(r"^[^\W\d_]{3,}-(?:Noord|Zuid|Oost|West|Centrum|Midden)$")
_DAY = re.compile(
    r",\s\d{1,2}\s?[-/. ]\s?(?:\d{1,2}[-/.]|jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
)
_AMBIGUOUS_LOWER = word_set(
    "huizen buren best made houten wel enter grave echt ens balk doorn "
    "namen essen luik kleef hoeven made marken monster noorden para "
    "putten rutten sluis stein vries waterland well zeeland heel elst rome lima "
    "erica sofia beek bergen dieren heikant helden erp nieuwland"
)

_ANYTHING = NAME | WORD | CLOSED | NOT_NAME
_INSIDE = frozenset({"in", "te", "uit"})


def find(page: Page) -> Iterator[Candidate]:
    """Yield places in a passage."""
    yield from _gazetteer(page)
    for at, capital in enumerate(page.words.capital):
        if capital and _stands_as_place(page, at):
            yield page.candidate(
                at, at + 1, Label.LOCATION, "places", "surroundings", 0.7
            )


def _gazetteer(page: Page) -> Iterator[Candidate]:
    for at, flag in enumerate(page.flags):
        if flag & STARTS_PLACE:
            behind = _phrase_at(page, at)
            if behind:
                behind += _is_part_of_town(page, behind)
                yield page.candidate(
                    at, behind, Label.LOCATION, "places", "gazetteer", 0.95
                )
                continue
        if flag & PLACE and _is_place(page, at):
            behind = at + 1 + _is_part_of_town(page, at + 1)
            yield page.candidate(at, behind, Label.LOCATION, "places", "gazetteer", 0.9)
        elif (
            not flag & _ANYTHING
            and page.words.key(at - 1) in _INSIDE
            and _looks_like_place(page, at)
        ):
            yield page.candidate(at, at + 1, Label.LOCATION, "places", "form", 0.6)


def _is_part_of_town(page: Page, at: int) -> bool:
    """Tell whether a quarter of the wind goes on: "amsterdam zuidoost", "Tilburg Noord"."""
    words = page.words
    if words.key(at) not in _PARTS_OF_TOWN or not words.joined(at):
        return False
    return words.capital[at] or page.plain


_PARTS_OF_TOWN = word_set(
    "noord zuid oost west noordoost noordwest zuidoost zuidwest nieuw-west centrum"
)


def _stands_as_place(page: Page, at: int) -> bool:
    """Tell whether only a place stands here: "wijk Zonneveld", "Duinrade, 3 mei"."""
    words, flag = page.words, page.flags[at]
    shown = words.shown[at]
    if page.shouting or not shown[0].isalpha() or len(shown) < _SHORTEST:
        return False
    if flag & (CLOSED | NOT_NAME) or page.abbreviation(at):
        return False
    if _DIRECTION.search(shown):
        head = page.lexicon.flag(words.keys[at].partition("-")[0])
        return not head & (FIELD | WORD | CLOSED)
    before = words.key(at - 2 if words.key(at - 1) == ":" else at - 1)
    if before in _WIJK:
        return not flag & FIELD
    dated = words.opens[at] and words.key(at + 1) == ","
    return bool(dated and _DAY.match(words.text, words.ends[at]))


def _phrase_at(page: Page, at: int) -> int:
    keys = page.words.keys
    for phrase in page.lexicon.places.get(keys[at], ()):
        behind = at + len(phrase)
        if tuple(keys[at:behind]) == phrase and _capital_somewhere(page, at, behind):
            return behind
    return 0


def _capital_somewhere(page: Page, at: int, behind: int) -> bool:
    if page.plain:
        listed = page.words.key(at - 1) in page.lexicon.listed("place_prepositions")
        return listed or behind - at > 2 or not page.ordinary(behind - 1)
    return any(c.isupper() for i in range(at, behind) for c in page.words.shown[i])


def _is_place(page: Page, at: int) -> bool:
    words, flag, key = page.words, page.flags[at], page.words.keys[at]
    before = words.key(at - 1)
    located = before in page.lexicon.listed("place_prepositions") or before in _WIJK
    if page.capital(at):
        if flag & WORD or key in _AMBIGUOUS_LOWER:
            return located or not (words.opens[at] or flag & GIVEN)
        return located or not flag & NAME
    if key in _AMBIGUOUS_LOWER or flag & (WORD | CLOSED):
        return before in _IN and key in _HARDLY_WORDS and _ends(page, at + 1)
    return located or not flag & GIVEN


_IN = word_set("in te naar uit")
_HARDLY_WORDS = word_set(
    "kampen putten goes elst rijen dieren gemert beek bergen made marken grave doorn houten erp stein "
    "balk essen keren monster sluis heerde ede echt"
)
"""Towns that are words too, but hardly behind these prepositions at the end of a clause."""


def _ends(page: Page, behind: int) -> bool:
    """Tell whether no noun follows: a mark, a verb or a word of the closed classes."""
    words = page.words
    if behind >= len(words) or not words.shown[behind][0].isalpha():
        return True
    return words.keys[behind] in _BEHIND_PLACE


_BEHIND_PLACE = word_set(
    "bij en met daar toen waar hebben heb ben is was zijn omdat maar want"
)


def _looks_like_place(page: Page, at: int) -> bool:
    """Tell whether an unknown word in lower case stands where only a place stands."""
    words, key = page.words, page.words.keys[at]
    if words.capital[at] or len(key) < 5:
        return False
    formed = page.plain or key.endswith(_PLACE_ENDINGS)
    return formed and words.shown[at].isalpha() and not page.ordinary(at)
