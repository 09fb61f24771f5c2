"""What a text speaks of: the points that people tell in words like it.

A point is one thing that can be told, in many wordings (`models/paraphrases`). A text
stands for the points it is worded like, and two texts are alike when they stand for
the same points, even where they share no word: explicit semantic analysis, after
Gabrilovich and Markovitch (2007).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordings import PAIR, Wording, Wordings, unit, unpacked, wording
from ltnlp.nlp.resources import models_folder

LEARNED = "points.npz"

_TOLD_TWICE = 2
_STEEP = 1.5
_FOLD = 3.0
_NEAREST = 90
_BATCH = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Which wordings speak for which points.

    Attributes:
        wordings: what is compared.
        telling: sparse; a row for each wording, a column for each point.
    """

    wordings: Wordings
    telling: Any

    def of(self, told: Sequence[Wording]) -> Scores:
        """Return the points of texts: rows of length one; nought where none is near."""
        rows = [self._nearest(part) for part in _parts(told)]
        return _stacked(rows, self.telling.shape[1])

    def likeness(self, told: Sequence[Wording], others: Scores) -> Scores:
        """Return the cosine of each text (row) with each row of `others` (column)."""
        rows = [self._nearest(part) @ others.T for part in _parts(told)]
        return _stacked(rows, len(others))

    def save(self, path: Path) -> None:
        """Write it to `path`, the same bytes for the same points."""
        matrix = self.telling
        np.savez_compressed(
            path,
            **self.wordings.packed(),
            data=matrix.data.astype(np.float16),
            indices=matrix.indices.astype(np.uint16),
            indptr=matrix.indptr.astype(np.int32),
            points=np.array(matrix.shape[1], dtype=np.int32),
        )

    def _nearest(self, told: Sequence[Wording]) -> Scores:
        near = (self.wordings.rows(told) @ self.telling).toarray()
        near -= near.mean(axis=1, keepdims=True)
        if near.shape[1] > _NEAREST:
            least = -np.partition(-near, _NEAREST - 1, axis=1)[:, _NEAREST - 1]
            near[near < least[:, None]] = 0.0
        np.maximum(near, 0.0, out=near)
        return unit(near)


def learned(points: Sequence[Sequence[str]]) -> Points:
    """Return what the wordings of points teach.

    Args:
        points: for each point its tellings, in many words.
    """
    told = [[wording(text) for text in texts] for texts in points]
    held = Counter(w for rows in told for w in {w for row in rows for w in row})
    kept = sorted(w for w, n in held.items() if PAIR not in w or n >= _TOLD_TWICE)
    shares = np.array([len(points) / held[w] for w in kept])
    wordings = Wordings(
        columns={w: number for number, w in enumerate(kept)},
        rarity=np.log1p(shares) ** _STEEP,
    )
    matrix = wordings.rows([sum(map(Counter, rows), Counter()) for rows in told])
    matrix.data = np.log1p(_FOLD * matrix.data)
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)))
    matrix = matrix.multiply(1 / np.where(length > 0, length, 1.0))
    return Points(wordings=wordings, telling=matrix.T.tocsr())


@lru_cache(maxsize=1)
def field_points() -> Points:
    """Return the points of the field, from `models/points.npz`, read once."""
    # Late: scipy takes a while to import, and most commands never need it.
    from scipy.sparse import csr_matrix

    with np.load(models_folder() / LEARNED) as file:
        wordings = unpacked(file)
        parts = file["data"].astype(np.float32), file["indices"].astype(np.int32)
        shape = len(wordings.columns), int(file["points"])
        matrix = csr_matrix((*parts, file["indptr"]), shape=shape)
    return Points(wordings=wordings, telling=matrix)


def _parts(told: Sequence[Wording]) -> Iterator[Sequence[Wording]]:
    """Yield texts in batches: all points of many texts take much memory."""
    for start in range(0, len(told), _BATCH):
        yield told[start : start + _BATCH]


def _stacked(parts: Sequence[Scores], width: int) -> Scores:
    return np.vstack(parts) if parts else np.zeros((0, width))
