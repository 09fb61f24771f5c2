"""Two who stand side by side are no given name and surname: "chantal shilan en xin kookten".

In lower case nothing but the review itself tells: a second word that is somebody's given
name elsewhere, and nobody's surname behind an initial or another given name, is a person
of its own. So is who stands behind "v." for "van" ("de moeder v. Robel"), and a label
that a legend explains: "v2 = jorrit ay = ayaan".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, SURNAME, VERB
from ltnlp.nlp.names.page import Page

_SURE = 0.8
_OF = "v. "


def parted(
    found: Sequence[Candidate], pages: Mapping[str, Page]
) -> Iterator[Candidate]:
    """Yield the candidates, two persons apart where one was made of them."""
    givens, surnames = _names(found, pages)
    for candidate in found:
        page = pages[candidate.passage]
        shown = candidate.span.of(page.words.text)
        if candidate.label is not Label.PERSON or " " not in shown:
            yield candidate
        elif shown.startswith(_OF) and fold(shown.removeprefix(_OF)) in givens:
            span = replace(candidate.span, start=candidate.span.start + len(_OF))
            yield replace(candidate, span=span, shape=Shape.GIVEN)
        elif candidate.shape is Shape.FULL and (page.plain or page.unmarked):
            yield from _apart(candidate, page, givens, surnames)
        else:
            yield candidate


def _names(
    found: Sequence[Candidate], pages: Mapping[str, Page]
) -> tuple[frozenset[str], Mapping[str, set[str]]]:
    """Return the given names that stand alone, and before what each last word stands."""
    givens: set[str] = set()
    surnames: dict[str, set[str]] = defaultdict(set)
    for candidate in found:
        if candidate.label is not Label.PERSON:
            continue
        shown = fold(candidate.span.of(pages[candidate.passage].words.text))
        first, _, last = shown.partition(" ")
        if last:
            surnames[shown.rpartition(" ")[2]].add(first)
        elif candidate.shape is Shape.SURNAME:
            surnames[shown].add("")
        elif candidate.shape is Shape.GIVEN and candidate.score >= _SURE:
            givens.add(shown)
    return frozenset(givens), surnames


def _apart(
    candidate: Candidate,
    page: Page,
    givens: frozenset[str],
    surnames: Mapping[str, set[str]],
) -> Iterator[Candidate]:
    """Yield the two persons of a candidate of two words, or the candidate as it is."""
    first = page.token_at(candidate.span.start)
    last = page.token_at(candidate.span.end - 1)
    if last != first + 1 or not page.words.joined(last):
        yield candidate
        return
    flag = page.flags[last]
    if flag & VERB and not flag & (SURNAME | GIVEN) and page.ordinary(last):
        yield _one(page, first, candidate)
        return
    key = page.words.keys[last]
    others = surnames[key] - {page.words.keys[first]}
    listed = flag & GIVEN or not flag & SURNAME
    called = key in givens and listed and not flag & CLOSED
    explained = page.words.key(last + 1) == "="
    if explained or (called and not others):
        yield _one(page, first, candidate)
        yield _one(page, last, candidate)
        return
    yield candidate


def _one(page: Page, at: int, candidate: Candidate) -> Candidate:
    return replace(candidate, span=page.words.span(at, at + 1), shape=Shape.GIVEN)
