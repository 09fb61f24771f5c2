"""What the lexicons say of a text: indicators, concepts and characters per code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.characters import CharacterCentroids, Scores
from ltnlp.nlp.factors.codebook import (
    Entry,
    factor_codes,
    factor_entries,
    pattern_entries,
)
from ltnlp.nlp.factors.indicators import Indicator, IndicatorIndex, Match, indicator
from ltnlp.nlp.factors.levels import levels_told
from ltnlp.nlp.factors.meanings import Meanings
from ltnlp.nlp.factors.paraphrased import Paraphrased
from ltnlp.nlp.factors.stems import stems
from ltnlp.nlp.factors.thesaurus import field_thesaurus
from ltnlp.nlp.resources import load_yaml

_FEW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one text shows: score per concept, per pattern, per level; its stems.

    `factors` holds the project's factors first, in the order of the codebook;
    `levels` is what the wording adds to each of these, `meant` how alike the text is
    to each in what it speaks of. `patterns` is by the lexicons of
    the patterns alone, `concepts` by the thesaurus alone, `told_like` by how others
    tell the same, `ranked` by all together.
    """

    factors: Scores
    patterns: Scores
    concepts: Scores
    told_like: Scores
    ranked: Scores
    levels: Scores
    meant: Scores
    matches: tuple[Match, ...]
    stems: tuple[str, ...]


class LexicalReader:
    """Scores the project's factors, and the patterns of a codebook, for texts."""

    def __init__(self, patterns: Sequence[Entry] | None = None) -> None:
        """Load the lexicons.

        Args:
            patterns: entries of another codebook; None for the project's library.
        """
        self.weights: Mapping[str, float] = load_yaml("calibration.yaml")["weights"]
        own = patterns is None
        self._shares: Mapping[str, float] = load_yaml("calibration.yaml")["shares"][
            "own" if own else "brought"
        ]
        self.entries = tuple(patterns) if patterns is not None else pattern_entries()
        self.own = factor_entries()
        codes = factor_codes()
        self.level_of = tuple(codes[entry.id].level for entry in self.own)
        self.of_level = [
            np.array([n for n, one in enumerate(self.level_of) if one is level])
            for level in Level
        ]
        self._concepts = (*self.own, *(() if own else pattern_entries()))
        self._factor_at = {e.id: n for n, e in enumerate(self._concepts)}
        self._pattern_at = {e.id: n for n, e in enumerate(self.entries)}
        self._index = IndicatorIndex(
            [*_indicators(self._concepts, "f"), *_indicators(self.entries, "p")]
        )
        self._letters = CharacterCentroids(
            [e.text for e in (*self._concepts, *self.entries)]
        )
        self._thesaurus = field_thesaurus()
        self._meanings = Meanings(self.entries, self._thesaurus, self.weights)
        self._factors = Meanings(self.own, self._thesaurus, self.weights)
        self._draws_on = self._pattern_factors()
        self._paraphrased = Paraphrased(self.entries, self.weights)

    def read_all(self, texts: Sequence[str]) -> tuple[Read, ...]:
        """Return what each text shows."""
        letters = self._letters.scores(texts)
        told = [self._thesaurus.read(text) for text in texts]
        w = self.weights
        alike, said = self._factors.scores(told)
        meant = w["factor_meaning"] * alike + w["factor_said"] * said
        ranked = zip(
            *self._meanings.scores(told),
            self._paraphrased.scores(texts),
            strict=True,
        )
        reads = zip(texts, letters, ranked, meant, strict=True)
        return tuple(self._read(*each) for each in reads)

    def telling(self, read: Read) -> float:
        """Return how much the lexicons find a text to tell of any factor at all."""
        best = read.factors[: len(self.own)].max()
        letters = 1 + self.weights["factor_letters"]
        return float(
            best / letters + self.weights["level_words"] * float(read.levels.max())
        )

    def _read(
        self,
        text: str,
        letters: Scores,
        alike: tuple[Scores, Scores, Scores],
        meant: Scores,
    ) -> Read:
        concepts, said, told_like = alike
        found = stems(text)
        matches = self._index.matches(found)
        factors = np.zeros(len(self._concepts))
        patterns = np.zeros(len(self.entries))
        for match in matches:
            kind, code = match.indicator.code.split(":", 1)
            own = kind == "f"
            scores = factors if own else patterns
            at = (self._factor_at if own else self._pattern_at)[code]
            scores[at] = 1 - (1 - scores[at]) * (1 - match.indicator.weight)
        w = self.weights
        factors = factors + w["factor_letters"] * letters[: len(factors)]
        patterns = (
            w["words"] * patterns
            + w["concepts"] * (self._draws_on @ factors)
            + w["letters"] * letters[len(factors) :]
        )
        share = self._shares
        told = levels_told(text)
        return Read(
            factors=factors,
            patterns=patterns,
            concepts=concepts,
            told_like=told_like,
            ranked=share["lexicons"] * patterns
            + share["meaning"] * concepts
            + share["said"] * said
            + share["told_like"] * told_like,
            levels=np.array([told.get(level, 0.0) for level in self.level_of]),
            meant=meant,
            matches=matches,
            stems=found,
        )

    def _pattern_factors(self) -> Scores:
        """Return how much each pattern draws on each factor, rows adding to one."""
        rows = np.zeros((len(self.entries), len(self._concepts)))
        texts = [e.text for e in self.entries]
        letters = self._letters.scores(texts)[:, : len(self._concepts)]
        for n, entry in enumerate(self.entries):
            if entry.factors:
                for rank, code in enumerate(entry.factors):
                    rows[n, self._factor_at[code]] = 1 / (1 + 0.5 * rank)
                continue
            rows[n] = letters[n] * self.weights["soft"]
            for match in self._index.matches(stems(entry.text)):
                kind, code = match.indicator.code.split(":", 1)
                if kind == "f":
                    rows[n, self._factor_at[code]] += match.indicator.weight
            rows[n] = _sharpened(rows[n])
        return rows


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
    kept = np.where(row >= np.sort(row)[-_FEW], row, 0.0)
    total = float(kept.max())
    return kept / total if total else kept
