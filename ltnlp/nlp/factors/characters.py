"""How alike a text and a code are by the letters they share."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ltnlp.nlp.factors.lettergrams import LetterGrams, vocabulary

Scores = NDArray[np.float64]

SIZES = (3, 5)


class CharacterCentroids:
    """Cosine between character n-grams of a text and of each code's own words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Learn one centroid for each text of a codebook."""
        # Late: scikit-learn takes seconds to import, and most commands never need it.
        from sklearn.feature_extraction.text import TfidfTransformer

        self._grams = LetterGrams(sizes=SIZES, columns=vocabulary(texts, SIZES))
        self._weighed = TfidfTransformer(sublinear_tf=True)
        self._centroids = self._weighed.fit_transform(self._grams.counts(texts))

    def scores(self, texts: Sequence[str]) -> Scores:
        """Return one row for each text and one column for each code, 0 to 1."""
        vectors = self._weighed.transform(self._grams.counts(texts))
        product = vectors @ self._centroids.T
        return np.asarray(product.todense(), dtype=np.float64)
