"""The trained part: does a text tell of a condition, on which level, on which side."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.codebook import factor_entries
from ltnlp.nlp.factors.codewords import CodeWords
from ltnlp.nlp.factors.features import LETTERS, word_features
from ltnlp.nlp.factors.lettergrams import LetterGrams
from ltnlp.nlp.factors.weighing import Scores, Weighing, counted
from ltnlp.nlp.linear import chance, shares
from ltnlp.nlp.resources import models_folder

WEIGHTS = "factors_trained.json"
_CONDITION, _SUPPORTING = 0, len(Level) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the trained part makes of one text: chances, 0 to 1.

    `levels` are chances of each level given that a condition is told; they add to 1.
    `codes` are log chances of each factor of the codebook by the words alone.
    """

    condition: float
    levels: tuple[float, ...]
    supporting: float
    codes: Scores


class TrainedJudge:
    """Logistic regressions whose weights stand in `models/factors_trained.json`.

    Each feature has its weights in one row: for telling of a condition, for the six
    levels in their order, and for the supporting side. `codes` counts words of labelled
    statements by their factor. Made by
    `python -m benchmarks.factors train` from the train and development reviews.
    """

    def __init__(self, weights: dict[str, Any]) -> None:
        """Take the weights as read from JSON."""
        self._words = _numbered(weights["words"])
        self._weighed_words = _weighing(weights["words"])
        self._letters = LetterGrams(
            sizes=LETTERS, columns=_numbered(weights["letters"])
        )
        self._weighed_letters = _weighing(weights["letters"])
        self._weights = np.array(
            [row[1:] for part in ("words", "letters") for row in weights[part].values()]
        )
        self._lexical = np.array(weights["lexical"])
        self._bias = np.array(weights["bias"])
        self._codes = CodeWords.learned(weights["codes"], factor_entries())

    def judge(self, texts: Sequence[str], lexical: Scores) -> tuple[Judged, ...]:
        """Return what it makes of each text.

        Args:
            texts: statements.
            lexical: their rows of `lexical_features`.
        """
        words = self._weighed_words.rows(
            counted(map(word_features, texts), self._words)
        )
        letters = self._weighed_letters.rows(self._letters.counts(texts))
        split = len(self._words)
        sums = (
            np.asarray(words @ self._weights[:split])
            + np.asarray(letters @ self._weights[split:])
            + lexical @ self._lexical
            + self._bias
        )
        return tuple(
            _judged(row, self._codes.chances(text))
            for row, text in zip(sums, texts, strict=True)
        )


@lru_cache(maxsize=1)
def trained_judge() -> TrainedJudge:
    """Return the judge with the weights of the models folder, made once."""
    path = models_folder() / WEIGHTS
    return TrainedJudge(json.loads(path.read_text(encoding="utf-8")))


def _numbered(rows: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(rows)}


def _weighing(rows: dict[str, list[float]]) -> Weighing:
    return Weighing(rarity=np.array([row[0] for row in rows.values()]))


def _judged(row: Scores, codes: Scores) -> Judged:
    return Judged(
        condition=chance(float(row[_CONDITION])),
        levels=tuple(shares([float(one) for one in row[1:_SUPPORTING]])),
        supporting=chance(float(row[_SUPPORTING])),
        codes=codes,
    )
