"""What a correction names by id, remembered by its place in the sources as well."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ltnlp.casework.home import Home
from ltnlp.casework.intake import source_text
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.corrections import Anchor, Correction
from ltnlp.domain.spans import Span
from ltnlp.stages.anchors import anchored

NAMING = ("events", "account")
"""Values that name events or accounts."""

Place = tuple[str, Span]
"""A document's id and a place in its text as read."""


class Anchors:
    """Makes the anchors of corrections; what the last run found is read once."""

    def __init__(self, home: Home, review_id: str) -> None:
        """Look in the sources of one review as they are now."""
        self._home, self._review = home, review_id
        self._seal = home.key(review_id).fingerprinter()
        self._texts: dict[str, str] = {}

    def of(self, correction: Correction) -> tuple[Anchor, ...]:
        """Return an anchor for the place and for each account of what is named.

        What stands in a source that was replaced since the run has none.
        """
        return tuple(self._anchors(correction))

    def _anchors(self, correction: Correction) -> Iterator[Anchor]:
        if correction.slot and correction.span:
            for document, slot in self._slots.items():
                if slot == correction.slot:
                    yield self._anchor("", document, correction.span)
        for name in _named(correction):
            for document, span in self._places.get(name, ()):
                if document in self._slots:
                    yield self._anchor(name, document, span)

    def _anchor(self, name: str, document: str, span: Span) -> Anchor:
        if document not in self._texts:
            read = source_text(self._home, self._review, document)
            self._texts[document] = read.text
        text, slot = self._texts[document], self._slots[document]
        return anchored(text, span, name=name, slot=slot, seal=self._seal)

    @cached_property
    def _slots(self) -> Mapping[str, str]:
        documents = load_sources(self._home, self._review).readable()
        return {document.id: document.slot for document in documents}

    @cached_property
    def _places(self) -> Mapping[str, tuple[Place, ...]]:
        """Return where what the last run found stands, by every id that it goes by."""
        store = self._home.store(self._review)
        timeline, graph = store.timeline(), store.graph()
        places: dict[str, tuple[Place, ...]] = {
            factor.id: ((factor.document, factor.source),) for factor in store.factors()
        }
        read = (*graph.interactions, *graph.rejected) if graph else ()
        places |= {one.id: ((one.document, one.source),) for one in read}
        for event in timeline.events if timeline else ():
            told = tuple((a.document, a.source) for a in event.accounts)
            places |= dict.fromkeys((event.id, *event.formerly), told)
            places |= {a.id: ((a.document, a.source),) for a in event.accounts}
        return places


def _named(correction: Correction) -> Iterable[str]:
    names = [correction.target] if correction.target else []
    for value in NAMING:
        names += correction.all_of(value)
    return dict.fromkeys(names)
