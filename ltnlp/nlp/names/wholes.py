"""Names of organisations taken whole: with the article they are known by, with "B.V." behind.

A review that writes "De Windhaan" once has the article for a part of the name, so that
"op de windhaan" gives away two letters less.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.page import Page

_ARTICLES = frozenset({"de", "het", "'t", "den"})
_FIRMS = (
    "B.V.",
    "BV",
    "B.V",
    "N.V.",
    "NV",
    "V.O.F.",
    "VOF",
    "b.v.",
    "bv",
    "vof",
    "v.o.f.",
)


def find(pages: Mapping[str, Page], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the instances in `found` that go on before or behind what was found."""
    named = [c for c in found if c.label is Label.ORG_INSTANCE]
    known = {name for c in named if (name := _with_article(c, pages))}
    seen: set[tuple[str, Span]] = set()
    for candidate in named:
        page = pages[candidate.passage]
        span = Span(
            start=_begin(page, candidate.span, known), end=_end(page, candidate.span)
        )
        if span != candidate.span and (page.id, span) not in seen:
            seen.add((page.id, span))
            yield replace(candidate, span=span)


def _with_article(candidate: Candidate, pages: Mapping[str, Page]) -> str:
    """Return the name in small letters where a capital makes the article a part of it."""
    text, span = pages[candidate.passage].words.text, candidate.span
    shown = span.of(text)
    article, _, name = shown.partition(" ")
    if article.lower() in _ARTICLES:
        return shown.lower() if article[0].isupper() and name else ""
    start = _article_before(text, span.start)
    inside = text[:start].rstrip()[-1:]
    own = start < span.start and text[start].isupper() and inside not in _OPENING
    return text[start : span.end].lower() if own else ""


_OPENING = frozenset({"", ".", "!", "?", ":", "\n", "|", "-", "]"})


def _article_before(text: str, start: int) -> int:
    """Return where the article begins that stands before a place, else the place."""
    for article in _ARTICLES:
        begin = start - len(article) - 1
        if begin >= 0 and text[begin:start].lower() == f"{article} ":
            return begin if not text[:begin][-1:].isalnum() else start
    return start


def _begin(page: Page, span: Span, known: set[str]) -> int:
    """Return where a name begins with the article that it is known by."""
    text = page.words.text
    start = _article_before(text, span.start)
    return start if text[start : span.end].lower() in known else span.start


def _end(page: Page, span: Span) -> int:
    text = page.words.text
    for firm in _FIRMS:
        if text.startswith(f" {firm}", span.end):
            behind = span.end + 1 + len(firm)
            if not text[behind : behind + 1].isalnum():
                return behind
    return span.end
