"""How alike a text and a code are by the letters they share."""

from collections.abc import Sequence

import numpy as np

from ltnlp.nlp.factors.lettergrams import LetterGrams, vocabulary
from ltnlp.nlp.factors.weighing import Scores, Weighing

SIZES = (3, 5)


class CharacterCentroids:
    """Cosine between character n-grams of a text and of each code's own words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Learn one centroid for each text of a codebook."""
        self._grams = LetterGrams(sizes=SIZES, columns=vocabulary(texts, SIZES))
        counts = self._grams.counts(texts)
        self._weighing = Weighing.learned(counts)
        self._centroids = self._weighing.rows(counts)

    def scores(self, texts: Sequence[str]) -> Scores:
        """Return one row for each text and one column for each code, 0 to 1."""
        vectors = self._weighing.rows(self._grams.counts(texts))
        product = vectors @ self._centroids.T
        return np.asarray(product.todense(), dtype=np.float64)
