"""Ranks factors and patterns for a text: indicators, concepts and characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ltnlp.domain.factors import (
    Classification,
    Level,
    ScoredFactor,
    ScoredId,
)
from ltnlp.domain.spans import Span
from ltnlp.nlp.factors.characters import CharacterCentroids, Scores
from ltnlp.nlp.factors.codebook import (
    Entry,
    factor_codes,
    factor_entries,
    pattern_entries,
)
from ltnlp.nlp.factors.indicators import Indicator, IndicatorIndex, Match, indicator
from ltnlp.nlp.factors.levels import levels_told
from ltnlp.nlp.factors.stems import stems
from ltnlp.nlp.factors.valence import valence_of
from ltnlp.nlp.resources import load_yaml
from ltnlp.nlp.sentences import sentences

TOP = 3
_HALFWAY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one text shows: score per factor, per pattern, and the matches."""

    factors: Scores
    patterns: Scores
    matches: tuple[Match, ...]


class HybridClassifier:
    """Ranks the codes of the project's codebook, and the patterns of any other.

    Three sources are added up: indicators in a window of stems, the concepts that
    these tell of and that a pattern draws on (the project's factors, and for another
    codebook its patterns as well), and shared characters. Without
    pretrained model; the same text always gets the same answer.
    """

    def __init__(self, patterns: Sequence[Entry] | None = None) -> None:
        """Load the lexicons.

        Args:
            patterns: entries of another codebook; None for the project's library.
        """
        self._weights: Mapping[str, float] = load_yaml("calibration.yaml")["weights"]
        own = patterns is None
        self._limits = _limits(own=own)
        self._factors = len(factor_entries())
        self._concepts = (*factor_entries(), *(() if own else pattern_entries()))
        self._entries = tuple(patterns) if patterns is not None else pattern_entries()
        self._codes = factor_codes()
        self._factor_at = {e.id: n for n, e in enumerate(self._concepts)}
        self._pattern_at = {e.id: n for n, e in enumerate(self._entries)}
        self._index = IndicatorIndex(
            [*_indicators(self._concepts, "f"), *_indicators(self._entries, "p")]
        )
        self._letters = CharacterCentroids(
            [e.text for e in (*self._concepts, *self._entries)]
        )
        self._draws_on = self._pattern_factors()

    def classify(self, text: str) -> Classification:
        """Return ranked suggestions, best first."""
        return self.classify_all([text])[0]

    def classify_all(self, texts: Sequence[str]) -> tuple[Classification, ...]:
        """Return what `classify` returns for each text; quicker than one by one."""
        if not texts:
            return ()
        letters = self._letters.scores(texts)
        return tuple(
            self._classification(text, self._read(text, letters[n]))
            for n, text in enumerate(texts)
        )

    def statements(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        return sentences(text, start)

    def _classification(self, text: str, read: _Read) -> Classification:
        factors = self._ranked_factors(text, read)
        order = np.argsort(-read.patterns, kind="stable")[:TOP]
        patterns = tuple(
            ScoredId(id=self._entries[n].id, score=_squeezed(read.patterns[n]))
            for n in order
        )
        return Classification(
            levels=_levels(factors),
            factors=factors,
            patterns=patterns,
            abstained=self._abstains(read.patterns),
            telling=_shown(
                read.factors[: self._factors].max()
                / (1 + self._weights["factor_letters"])
                + self._weights["level_words"] * float(self._told_level(text).max())
            ),
        )

    def _read(self, text: str, letters: Scores) -> _Read:
        matches = self._index.matches(stems(text))
        factors = np.zeros(len(self._concepts))
        patterns = np.zeros(len(self._entries))
        for match in matches:
            kind, code = match.indicator.code.split(":", 1)
            own = kind == "f"
            scores = factors if own else patterns
            at = (self._factor_at if own else self._pattern_at)[code]
            scores[at] = 1 - (1 - scores[at]) * (1 - match.indicator.weight)
        w = self._weights
        factors = factors + w["factor_letters"] * letters[: len(factors)]
        concepts = self._draws_on @ factors
        patterns = (
            w["words"] * patterns
            + w["concepts"] * concepts
            + w["letters"] * letters[len(factors) :]
        )
        return _Read(factors=factors, patterns=patterns, matches=matches)

    def _pattern_factors(self) -> Scores:
        """Return how much each pattern draws on each factor, rows adding to one."""
        rows = np.zeros((len(self._entries), len(self._concepts)))
        texts = [e.text for e in self._entries]
        letters = self._letters.scores(texts)[:, : len(self._concepts)]
        for n, entry in enumerate(self._entries):
            if entry.factors:
                for rank, code in enumerate(entry.factors):
                    rows[n, self._factor_at[code]] = 1 / (1 + 0.5 * rank)
                continue
            rows[n] = letters[n] * self._weights["soft"]
            for match in self._index.matches(stems(entry.text)):
                kind, code = match.indicator.code.split(":", 1)
                if kind == "f":
                    rows[n, self._factor_at[code]] += match.indicator.weight
            rows[n] = _sharpened(rows[n])
        return rows

    def _ranked_factors(self, text: str, read: _Read) -> tuple[ScoredFactor, ...]:
        found: list[ScoredFactor] = []
        scores = read.factors[: self._factors] + self._told_level(text)
        for n in np.argsort(-scores, kind="stable")[:TOP]:
            entry = self._concepts[n]
            own = [m for m in read.matches if m.indicator.code == f"f:{entry.id}"]
            found.append(
                ScoredFactor(
                    code=entry.id,
                    level=self._codes[entry.id].level,
                    valence=valence_of(text, own),
                    score=_shown(read.factors[n]),
                )
            )
        return tuple(found)

    def _told_level(self, text: str) -> Scores:
        """Return what the wording adds to each factor of the level it tells of."""
        told = levels_told(text)
        entries = self._concepts[: self._factors]
        return np.array([told.get(self._codes[e.id].level, 0.0) for e in entries])

    def _abstains(self, scores: Scores) -> bool:
        ordered = np.sort(scores)[::-1]
        best = float(ordered[0])
        second = float(ordered[1]) if len(ordered) > 1 else 0.0
        return best < self._limits["best"] or best - second < self._limits["margin"]


def _limits(*, own: bool) -> Mapping[str, float]:
    limits: Mapping[str, float] = load_yaml("calibration.yaml")[
        "own" if own else "brought"
    ]
    return limits


def _indicators(entries: Sequence[Entry], kind: str) -> list[Indicator]:
    found: list[Indicator | None] = []
    for entry in entries:
        code = f"{kind}:{entry.id}"
        found += [indicator(words, code, -1) for words in entry.hampering]
        found += [indicator(words, code, 1) for words in entry.supporting]
        found += [indicator(words, code, 0) for words in entry.keywords]
    return [one for one in found if one is not None]


def _sharpened(row: Scores) -> Scores:
    """Keep the few factors that a pattern really draws on."""
    kept = np.where(row >= np.sort(row)[-6], row, 0.0)
    total = float(kept.max())
    return kept / total if total else kept


def _levels(factors: Sequence[ScoredFactor]) -> tuple[ScoredId, ...]:
    best: dict[Level, float] = {}
    for factor in factors:
        best[factor.level] = max(best.get(factor.level, 0.0), factor.score)
    ranked = sorted(best.items(), key=lambda pair: -pair[1])
    return tuple(ScoredId(id=level, score=score) for level, score in ranked)


def _shown(score: float) -> float:
    return round(float(min(1.0, max(0.0, score))), 3)


def _squeezed(score: float) -> float:
    """Bring a sum of evidence between 0 and 1 without losing which is more."""
    return round(float(score / (score + _HALFWAY)), 3)


@lru_cache(maxsize=1)
def factor_classifier() -> HybridClassifier:
    """Return the classifier of the project's own codebook, made once."""
    return HybridClassifier()
