"""How alike a text and the entries of a codebook are in what they are told like."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.points import field_points
from ltnlp.nlp.factors.vectors import field_vectors
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordings import Wording, unit, wording


class Space(Protocol):
    """Where texts have a place: near each other when they tell the same."""

    def of(self, told: Sequence[Wording]) -> Scores:
        """Return the places of texts, a row each, of length one or nought."""

    def likeness(self, told: Sequence[Wording], others: Scores) -> Scores:
        """Return the cosine of each text (row) with each row of `others` (column)."""


class Paraphrased:
    """Cosines between a text and each entry: by points that are told, and by vectors."""

    def __init__(self, entries: Sequence[Entry], weights: Mapping[str, float]) -> None:
        """Give each entry its places, by its own text.

        Args:
            entries: the codebook.
            weights: `name`, `keywords`, `definition`, and `vectors`, how much these say
                beside points.
        """
        spaces: tuple[tuple[Space, float], ...] = (
            (field_points(), 1.0),
            (field_vectors(), weights["vectors"]),
        )
        self._spaces = tuple(
            (space, _places(entries, space, weights), weight)
            for space, weight in spaces
        )

    def scores(self, texts: Sequence[str]) -> Scores:
        """Return how alike texts (rows) and entries (columns) are."""
        told = [wording(text) for text in texts]
        parts = [
            weight * space.likeness(told, places)
            for space, places, weight in self._spaces
        ]
        whole = sum(weight for _, _, weight in self._spaces)
        alike: Scores = np.sum(parts, axis=0) / whole
        return alike


def _places(
    entries: Sequence[Entry], space: Space, weights: Mapping[str, float]
) -> Scores:
    """Return the places of entries: of their name, their definition and their words."""
    return unit(
        weights["name"] * space.of([wording(one.name) for one in entries])
        + weights["definition"] * space.of([wording(one.definition) for one in entries])
        + weights["keywords"] * space.of([wording(one.words) for one in entries])
    )
