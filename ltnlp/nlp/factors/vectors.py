"""What a text means: a learned vector, near that of other wordings of the same.

The vector of a text is the sum of those of its words, begins of words and pairs of
words. Learned by `python -m benchmarks.factors vectors`; see `models/wording_vectors.md`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordings import Wording, Wordings, unit, unpacked
from ltnlp.nlp.resources import models_folder

LEARNED = "wording_vectors.npz"
_STEPS = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """The wordings that are known, and the vector of each (a row)."""

    wordings: Wordings
    rows: Scores

    def of(self, told: Sequence[Wording]) -> Scores:
        """Return the vectors of texts: rows of length one; nought where no word is known."""
        return unit(self.wordings.rows(told) @ self.rows)

    def likeness(self, told: Sequence[Wording], others: Scores) -> Scores:
        """Return the cosine of each text (row) with each row of `others` (column)."""
        alike: Scores = self.of(told) @ others.T
        return alike

    def save(self, path: Path) -> None:
        """Write it to `path`, each vector in whole steps of its largest part."""
        largest = np.abs(self.rows).max(axis=1, keepdims=True)
        steps = self.rows / np.where(largest > 0, largest, 1.0) * _STEPS
        np.savez_compressed(
            path,
            **self.wordings.packed(),
            largest=largest.astype(np.float16),
            steps=np.round(steps).astype(np.int8),
        )


@lru_cache(maxsize=1)
def field_vectors() -> Vectors:
    """Return the vectors of the field, from `models/wording_vectors.npz`, read once."""
    with np.load(models_folder() / LEARNED) as file:
        largest = file["largest"].astype(np.float32)
        rows = file["steps"].astype(np.float32) * (largest / _STEPS)
        return Vectors(wordings=unpacked(file), rows=rows)
