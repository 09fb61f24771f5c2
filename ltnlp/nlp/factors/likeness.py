"""Which pattern of a codebook a text tells of: what both speak of, and how others tell it."""

from collections.abc import Mapping, Sequence

import numpy as np

from ltnlp.domain.factors import ScoredId
from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.meanings import Meanings
from ltnlp.nlp.factors.paraphrased import Paraphrased
from ltnlp.nlp.factors.thesaurus import Told, field_thesaurus
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.resources import load_yaml

TOP = 3
_HALFWAY = 0.5


class PatternReader:
    """Ranks the patterns of a codebook for texts, the project's or one that is brought."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Give each pattern its place among what can be told."""
        calibrated = load_yaml("calibration.yaml")
        weights: Mapping[str, float] = calibrated["weights"]
        self._entries = tuple(entries)
        self._shares: Mapping[str, float] = calibrated["patterns"]
        self._meanings = Meanings(self._entries, field_thesaurus(), weights)
        self._paraphrased = Paraphrased(self._entries, weights)

    def scores(self, texts: Sequence[str], told: Sequence[Told]) -> Scores:
        """Return how alike texts (rows) and patterns (columns) are.

        Args:
            texts: statements.
            told: what the thesaurus finds in each.
        """
        if not texts:
            return np.zeros((0, len(self._entries)))
        share = self._shares
        meaning, said = self._meanings.scores(told)
        alike: Scores = (
            share["meaning"] * meaning
            + share["said"] * said
            + share["told_like"] * self._paraphrased.scores(texts)
        )
        return alike

    def ranked(self, scores: Scores) -> tuple[ScoredId, ...]:
        """Return the likeliest patterns of one text, best first."""
        order = np.argsort(-scores, kind="stable")[:TOP]
        return tuple(
            ScoredId(id=self._entries[n].id, score=_squeezed(scores[n])) for n in order
        )

    def abstains(self, scores: Scores) -> bool:
        """Tell whether nothing is sure: the next is too close."""
        second, best = np.sort(np.append(scores, 0.0))[-2:]
        return bool(best - second < self._shares["apart"])


def _squeezed(score: float) -> float:
    """Bring a sum of evidence between 0 and 1 without losing which is more."""
    told = max(0.0, float(score))
    return round(told / (told + _HALFWAY), 3)
