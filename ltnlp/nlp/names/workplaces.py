"""Who is named by where they work or live: "Petra van 't Bruggetje" is Petra, and no family name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.names.page import Page

_SURE = 0.8
_OF = re.compile(r"(?P<who>\S+)\s[Vv]an\s(?P<where>.+)", re.DOTALL)
_ARTICLE = re.compile(r"^(?:de|het|'t|’t|‘t|t)\s", re.IGNORECASE)
_HOUSE = re.compile(r"\s\d.*$", re.DOTALL)


def told_apart(
    found: Sequence[Candidate], pages: Mapping[str, Page]
) -> Iterator[Candidate]:
    """Yield the candidates, a person cut off where a known organisation begins."""
    ends = {(c.passage, c.span.end) for c in found if _is_full(c)}
    # Behind a name in full it may be the family name itself: "J. van 't Zandt".
    places = frozenset(
        _bare(c.span.of(pages[c.passage].words.text))
        for c in found
        if (c.label is Label.ORG_INSTANCE or _is_street(c))
        and c.score >= _SURE
        and (c.passage, c.span.end) not in ends
    )
    for candidate in found:
        yield _cut_off(candidate, pages, places) if places else candidate


def _cut_off(
    candidate: Candidate, pages: Mapping[str, Page], places: frozenset[str]
) -> Candidate:
    if not _is_full(candidate):
        return candidate
    told = _OF.fullmatch(candidate.span.of(pages[candidate.passage].words.text))
    if told is None or _bare(told["where"]) not in places:
        return candidate
    end = candidate.span.start + told.end("who")
    return replace(candidate, span=replace(candidate.span, end=end), shape=Shape.GIVEN)


def _is_full(candidate: Candidate) -> bool:
    return candidate.label is Label.PERSON and candidate.shape is Shape.FULL


def _is_street(candidate: Candidate) -> bool:
    return candidate.label is Label.ADDRESS and candidate.reason == "street"


def _bare(shown: str) -> str:
    return fold(_ARTICLE.sub("", _HOUSE.sub("", shown)))
