"""Places and addresses: by gazetteer, by what stands before them, by street endings."""

import re
from collections.abc import Iterator

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    NAME,
    NOT_NAME,
    PLACE,
    STARTS_PLACE,
    WORD,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.resources import load_yaml

_NUMBER = re.compile(
    r"\s?(?:nr\.?\s?|nummer\s)?\d{1,4}(?:\s?[a-zA-Z](?![\w])|[\-/]\d{1,3}|\s?(?:bis|hs|huis|rood))?(?!\d|[.:\-/]\d|\s?(?:jaar|uur|keer|maanden|weken|dagen|km|euro|minuten|kinderen|%))"
)
_PREFIXED = re.compile(
    r"(?<!\w)(?:[Dd]e |[Hh]et |[Oo]ude |[Nn]ieuwe |[Gg]rote |[Kk]leine |[Ll]ange |[Kk]orte |"
    r"Burgemeester |Burg\. |Prins |Prinses |Koningin |Koning |Jan van |Sint |St\. |Dr\. |"
    r"Professor |Prof\. |Pastoor |Generaal |Van der |Van den |Van de |Van )+$"
)
_PLACE_ENDINGS = (
    "dam", "dijk", "veen", "burg", "hoven", "stad", "dorp", "horst", "wijk", "woude",
    "drecht", "lo", "um", "ingen", "huizen", "zijl", "berg", "beek", "broek", "kerk",
    "meer", "oord", "rade", "waard", "ede", "wolde", "mond", "laar", "loo", "recht",
)  # fmt: skip
_WIJK = word_set(
    "wijk buurt dorp gehucht plaats stad gemeente regio stadsdeel woonplaats geboorteplaats"
)
_AMBIGUOUS_LOWER = word_set(
    "huizen buren best made houten wel enter grave echt ens balk doorn "
    "namen essen luik kleef hoeven made marken monster noorden para "
    "putten rutten sluis stein vries waterland well zeeland heel elst rome lima "
    "erica sofia beek bergen dieren heikant helden erp nieuwland"
)


def find(page: Page) -> Iterator[Candidate]:
    """Yield places, streets and house numbers in a passage."""
    yield from _gazetteer(page)
    yield from _streets(page)


def _gazetteer(page: Page) -> Iterator[Candidate]:
    for at, flag in enumerate(page.flags):
        if flag & STARTS_PLACE:
            behind = _phrase_at(page, at)
            if behind:
                yield page.candidate(
                    at, behind, Label.LOCATION, "places", "gazetteer", 0.95
                )
                continue
        if flag & PLACE and _is_place(page, at):
            yield page.candidate(at, at + 1, Label.LOCATION, "places", "gazetteer", 0.9)
        elif (
            not page.words.capital[at]
            and not flag & (NAME | WORD | CLOSED | NOT_NAME)
            and _looks_like_place(page, at)
        ):
            yield page.candidate(at, at + 1, Label.LOCATION, "places", "form", 0.6)


def _phrase_at(page: Page, at: int) -> int:
    keys = page.words.keys
    for phrase in page.lexicon.places.get(keys[at], ()):
        behind = at + len(phrase)
        if tuple(keys[at:behind]) == phrase and _capital_somewhere(page, at, behind):
            return behind
    return 0


def _capital_somewhere(page: Page, at: int, behind: int) -> bool:
    if page.plain:
        return page.words.key(at - 1) in page.lexicon.listed("place_prepositions") or (
            behind - at > 2
        )
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
        return False
    return located or not flag & GIVEN


def _looks_like_place(page: Page, at: int) -> bool:
    """Tell whether an unknown word in lower case stands where only a place stands."""
    words, key = page.words, page.words.keys[at]
    if words.key(at - 1) not in {"in", "te", "uit"} or len(key) < 5:
        return False
    formed = page.plain or key.endswith(_PLACE_ENDINGS)
    return formed and words.shown[at].isalpha() and not page.ordinary(at)


# --- streets -------------------------------------------------------------------------


def _streets(page: Page) -> Iterator[Candidate]:
    forms = _forms()
    words = page.words
    for at, key in enumerate(words.keys):
        match = forms.form.search(key) if len(key) > 4 else None
        if not match:
            continue
        number = _NUMBER.match(words.text, words.ends[at])
        if key in forms.known_words and not (
            number
            and (page.capital(at) or (page.plain and match.group() in forms.sure))
        ):
            continue
        sure = match.group() in forms.sure
        if not (number or _is_street(page, at, sure=sure)):
            continue
        if not page.capital(at) and page.ordinary(at) and not sure:
            continue
        start = _with_prefix(page, at)
        end = number.end() if number else words.ends[at]
        if (
            words.text[words.ends[at] : end].strip().isdigit()
            and not page.capital(at)
            and not page.plain
            and page.ordinary(at)
        ):
            end = words.ends[at]
        yield Candidate(
            passage=page.id,
            span=Span(start=start, end=end),
            label=Label.ADDRESS,
            found_by="places",
            reason="street",
            score=0.95 if number else 0.85,
        )


def _is_street(page: Page, at: int, *, sure: bool) -> bool:
    words = page.words
    if page.capital(at):
        if words.opens[at]:
            return sure and not page.ordinary(at)
        return sure or words.key(at - 1) in {"de", "het", "aan", "op"}
    return sure


def _with_prefix(page: Page, at: int) -> int:
    start = page.words.starts[at]
    match = _PREFIXED.search(page.words.text, max(0, start - 40), start)
    if not match:
        return start
    return match.start() if page.words.text[match.start()].isupper() else start


class _Forms:
    def __init__(self) -> None:
        loaded = load_yaml("names/streets.yaml")
        endings = sorted(loaded["endings"], key=len, reverse=True)
        self.form = re.compile(rf"(?<=\w\w)(?:{'|'.join(endings)})$")
        self.sure = frozenset(loaded["sure"])
        self.known_words = frozenset(map(fold, loaded["not_streets"]))


_CACHE: list[_Forms] = []


def _forms() -> _Forms:
    if not _CACHE:
        _CACHE.append(_Forms())
    return _CACHE[0]
