"""How telling words and letters of a text are: counted, and weighed by who else has them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def counted(rows: Iterable[Iterable[str]], columns: Mapping[str, int]) -> Any:
    """Return how often each known name stands in a row, as a sparse matrix."""
    known = [Counter(columns[name] for name in row if name in columns) for row in rows]
    return sparse(known, len(columns))


def sparse(rows: Sequence[Mapping[int, float]], columns: int) -> Any:
    """Return rows of columns and numbers as a sparse matrix."""
    # Late: scipy takes a while to import, and most commands never need it.
    from scipy.sparse import csr_matrix

    numbers = np.array([n for row in rows for n in row.values()], dtype=np.float64)
    at = np.array([column for row in rows for column in row], dtype=np.int32)
    ends = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    made = csr_matrix((numbers, at, ends), shape=(len(rows), columns))
    made.sort_indices()
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """TF-IDF with a logarithm of counts, as scikit-learn has it: that takes a second to import."""

    rarity: Scores

    @classmethod
    def learned(cls, counts: Any) -> "Weighing":
        """Return what the rows that have each column say of how telling it is."""
        having = np.bincount(counts.indices, minlength=counts.shape[1])
        return cls(rarity=np.log((1 + counts.shape[0]) / (1 + having)) + 1)

    def rows(self, counts: Any) -> Any:
        """Return counts weighed, each row of length one."""
        weighed = counts.copy()
        weighed.data = (np.log(weighed.data) + 1) * self.rarity[weighed.indices]
        length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1))).ravel()
        weighed.data /= np.repeat(length, np.diff(weighed.indptr))
        return weighed
