"""Places that corrections name → the same places in a text that changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ltnlp.domain.corrections import Anchor
from ltnlp.domain.spans import Span

Seal = Callable[[bytes], str]
"""Returns the HMAC of some bytes under the key of the review."""

LEAD = 40
"""Characters, no words, with which a quote may begin before its first word."""
CONTEXT = 3
"""Words before and after a quote that are its context."""
TRIPLE = 3
MARK = 12
"""Hex digits kept of the mark of three words."""
ALIKE = 0.5
"""Share of its triples that an edited quote must still have to be found again."""
_WORD = re.compile(r"\w+")
_BEGIN = re.compile(r"(?<!\w)\S")


def anchored(text: str, span: Span, *, name: str, slot: str, seal: Seal) -> Anchor:
    """Return what is remembered of a place: marks of its words and their context."""
    before, after = _context(text, span, seal)
    return Anchor(
        name=name,
        slot=slot,
        span=span,
        quote=seal(span.of(text).encode()),
        before=before,
        after=after,
        words=tuple(mark for _, mark in _triples(span.of(text), seal)),
    )


class Places:
    """Finds anchors in one text; what is costly is done once a text."""

    def __init__(self, text: str, seal: Seal) -> None:
        """Look in `text`, with marks made by `seal`."""
        self._text = text
        self._seal = seal

    @cached_property
    def _marks(self) -> Mapping[str, Sequence[Span]]:
        """Return where every three words in a row stand, by their mark."""
        places: dict[str, list[Span]] = defaultdict(list)
        for span, mark in _triples(self._text, self._seal):
            places[mark].append(span)
        return places

    def find(self, anchor: Anchor, *, edited: bool = False) -> Anchor | None:
        """Return the anchor where its words stand now, None where they are gone.

        Of several places with the same words the one with the same context is taken,
        then the nearest. With `edited`, a passage in which at least half of the words
        stand in the same order counts as the same.
        """
        if self._holds(anchor.span, anchor.quote):
            return anchor
        span = self._same_words(anchor) or (
            self._most_words(anchor) if edited else None
        )
        return None if span is None else replace(anchor, span=span)

    def _holds(self, span: Span, quote: str) -> bool:
        return self._seal(span.of(self._text).encode()) == quote

    def _same_words(self, anchor: Anchor) -> Span | None:
        found = [s for s in self._windows(anchor) if self._holds(s, anchor.quote)]
        return min(found, key=lambda s: self._distance(s, anchor), default=None)

    def _windows(self, anchor: Anchor) -> Iterator[Span]:
        """Yield the places that could hold the quote: where its first words stand."""
        length = len(anchor.span)
        last = max(0, len(self._text) - length + 1)
        stretches = [(0, last)]
        if anchor.words:
            first = self._marks.get(anchor.words[0], ())
            stretches = [(max(0, s.start - LEAD), min(last, s.end)) for s in first]
        for start, end in stretches:
            for match in _BEGIN.finditer(self._text, start, end):
                yield Span(start=match.start(), end=match.start() + length)

    def _distance(self, span: Span, anchor: Anchor) -> tuple[int, int]:
        before, after = _context(self._text, span, self._seal)
        same = (before == anchor.before) + (after == anchor.after)
        return -same, abs(span.start - anchor.span.start)

    def _most_words(self, anchor: Anchor) -> Span | None:
        wanted = frozenset(anchor.words)
        hits = sorted((s, m) for m in wanted for s in self._marks.get(m, ()))
        best: Sequence[tuple[Span, str]] = ()
        for first in range(len(hits)):
            upto = hits[first][0].start + 2 * len(anchor.span)
            near = [hit for hit in hits[first:] if hit[0].end <= upto]
            if len({m for _, m in near}) > len({m for _, m in best}):
                best = near
        share = len({mark for _, mark in best}) / len(wanted) if wanted else 0.0
        if share < ALIKE:
            return None
        return Span(start=best[0][0].start, end=best[-1][0].end)


def _triples(text: str, seal: Seal) -> Iterator[tuple[Span, str]]:
    """Yield every three words in a row with their mark."""
    words = [match.span() for match in _WORD.finditer(text)]
    for first in range(len(words) - TRIPLE + 1):
        places = words[first : first + TRIPLE]
        told = " ".join(text[start:end].casefold() for start, end in places)
        span = Span(start=places[0][0], end=places[-1][1])
        yield span, seal(f"three:{told}".encode())[:MARK]


def _context(text: str, span: Span, seal: Seal) -> tuple[str, str]:
    """Return the marks of the words around a place, "" at an end of the text."""
    room = 200
    before = _WORD.findall(text[max(0, span.start - room) : span.start])[-CONTEXT:]
    after = _WORD.findall(text[span.end : span.end + room])[:CONTEXT]
    told = (" ".join(words).casefold() for words in (before, after))
    first, last = (seal(f"by:{one}".encode()) if one else "" for one in told)
    return first, last
