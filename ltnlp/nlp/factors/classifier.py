"""Ranks factors and patterns for a text: lexicons, likeness and the trained part."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ltnlp.domain.factors import (
    Classification,
    Level,
    ScoredFactor,
    ScoredId,
    Valence,
)
from ltnlp.domain.spans import Span
from ltnlp.nlp.factors.codebook import Entry, pattern_entries
from ltnlp.nlp.factors.features import lexical_features
from ltnlp.nlp.factors.lexical import LexicalReader, Read
from ltnlp.nlp.factors.likeness import TOP, PatternReader
from ltnlp.nlp.factors.trained import Judged, trained_judge
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.sentences import sentences

_UNLIKELY = 1e-3
_INDICATOR = 1.0
_LEVELS_APART = 2.0
"""How much surer a level is whose best code scores one more."""
_CODES_APART = 1.75
"""The same for codes: so that of what is shown with a chance of .3 three in ten are right,
in labelled statements of reviews that the trained part never saw."""
_LEVEL = 0.3
"""How much the trained chance of a level weighs beside words of a code (measured by
`python -m benchmarks.quality`: from .15 to 1 it hardly matters on unseen reviews)."""


class HybridClassifier:
    """Ranks the codes of the project's codebook, and the patterns of any other.

    Lexicons rank the factors: indicators in a window of stems, the concepts that these
    tell of, and shared characters. Patterns are ranked by what a text speaks of and by
    how others tell the same. The trained part says whether a condition is told at all,
    on which level and on which side. The same text always gets the same answer.
    """

    def __init__(self, patterns: Sequence[Entry] | None = None) -> None:
        """Load the lexicons and the weights.

        Args:
            patterns: entries of another codebook; None for the project's library.
        """
        self._lexical = LexicalReader()
        self._patterns = PatternReader(
            pattern_entries() if patterns is None else patterns
        )
        self._judge = trained_judge()

    def classify(self, text: str) -> Classification:
        """Return ranked suggestions, best first."""
        return self.classify_all([text])[0]

    def classify_all(
        self, texts: Sequence[str], patterns_from: float = 0.0
    ) -> tuple[Classification, ...]:
        """Return what `classify` returns for each text; quicker than one by one."""
        if not texts:
            return ()
        reads = self._lexical.read_all(texts)
        shown = [
            lexical_features(text, read, self._lexical)
            for text, read in zip(texts, reads, strict=True)
        ]
        judged = self._judge.judge(texts, np.array(shown))
        asked = [n for n, one in enumerate(judged) if _telling(one) >= patterns_from]
        alike = self._patterns.scores(
            [texts[n] for n in asked], [reads[n].told for n in asked]
        )
        scores = dict(zip(asked, alike, strict=True))
        return tuple(
            self._classification(read, one, scores.get(n))
            for n, (read, one) in enumerate(zip(reads, judged, strict=True))
        )

    def statements(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        return sentences(text, start)

    def _classification(
        self, read: Read, judged: Judged, alike: Scores | None
    ) -> Classification:
        scores = self._scored(read, judged)
        return Classification(
            levels=self._levels(scores),
            factors=self._ranked_factors(scores, read, judged),
            patterns=() if alike is None else self._patterns.ranked(alike),
            abstained=alike is None or self._patterns.abstains(alike),
            telling=_telling(judged),
        )

    def _ranked_factors(
        self, scores: Scores, read: Read, judged: Judged
    ) -> tuple[ScoredFactor, ...]:
        """Return the best codes, all on the side that the text is on."""
        level_of = self._lexical.level_of
        ranked = np.argsort(-scores, kind="stable")[:TOP]
        side = _side(read, judged, self._lexical.entries[ranked[0]].id)
        chances = _chances(scores, _CODES_APART)
        return tuple(
            ScoredFactor(
                code=self._lexical.entries[n].id,
                level=level_of[n],
                valence=side,
                score=round(float(chances[n]), 3),
            )
            for n in ranked
        )

    def _levels(self, scores: Scores) -> tuple[ScoredId, ...]:
        """Return the likeliest levels: each is as likely as its best code."""
        best = np.array([scores[those].max() for those in self._lexical.of_level])
        chances = zip(Level, _chances(best, _LEVELS_APART), strict=True)
        ranked = sorted(chances, key=lambda one: -one[1])[:TOP]
        return tuple(
            ScoredId(id=level, score=round(float(c), 3)) for level, c in ranked
        )

    def _scored(self, read: Read, judged: Judged) -> Scores:
        """Score codes by words, meaning, statements of before and likeness of level."""
        chances = dict(zip(Level, np.maximum(judged.levels, _UNLIKELY), strict=True))
        level_of = self._lexical.level_of
        likely = np.log([chances[level] for level in level_of])
        lexical: Scores = read.factors + read.levels + read.meant
        learned = self._lexical.weights["factor_learned"] * judged.codes
        return lexical + learned + _LEVEL * likely


def _telling(judged: Judged) -> float:
    return round(judged.condition, 3)


def _side(read: Read, judged: Judged, code: str) -> Valence:
    """Return the side: the trained chance, moved by indicators of the code itself."""
    told = sum(
        match.indicator.polarity * match.indicator.weight
        for match in read.matches
        if match.indicator.code == code
    )
    chance = min(max(judged.supporting, _UNLIKELY), 1 - _UNLIKELY)
    logit = float(np.log(chance / (1 - chance)))
    return Valence.SUPPORTING if logit + _INDICATOR * told > 0 else Valence.HAMPERING


def _chances(scores: Scores, apart: float) -> Scores:
    weighed = np.exp(apart * (scores - scores.max()))
    chances: Scores = weighed / weighed.sum()
    return chances


@lru_cache(maxsize=1)
def factor_classifier() -> HybridClassifier:
    """Return the classifier of the project's own codebook, made once."""
    return HybridClassifier()
