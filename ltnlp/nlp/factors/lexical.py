"""What the lexicons say of a text: indicators, concepts and characters per factor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.characters import CharacterCentroids
from ltnlp.nlp.factors.codebook import Entry, factor_codes, factor_entries
from ltnlp.nlp.factors.indicators import Indicator, IndicatorIndex, Match, indicator
from ltnlp.nlp.factors.levels import levels_told
from ltnlp.nlp.factors.meanings import Meanings
from ltnlp.nlp.factors.stems import stems
from ltnlp.nlp.factors.thesaurus import Told, field_thesaurus
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.resources import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one text shows: score per factor, per level; its stems.

    `factors` is in the order of the codebook; `levels` is what the wording adds to
    each of these, `meant` how alike the text is to each in what it speaks of. `told`
    is what the thesaurus finds.
    """

    factors: Scores
    levels: Scores
    meant: Scores
    matches: tuple[Match, ...]
    stems: tuple[str, ...]
    told: Told


class LexicalReader:
    """Scores the project's factors for texts."""

    def __init__(self) -> None:
        """Load the lexicons."""
        self.weights: Mapping[str, float] = load_yaml("calibration.yaml")["weights"]
        self.entries = factor_entries()
        codes = factor_codes()
        self.level_of = tuple(codes[entry.id].level for entry in self.entries)
        self.of_level = [
            np.array([n for n, one in enumerate(self.level_of) if one is level])
            for level in Level
        ]
        self._at = {entry.id: n for n, entry in enumerate(self.entries)}
        self._index = IndicatorIndex(_indicators(self.entries))
        self._letters = CharacterCentroids([entry.text for entry in self.entries])
        self._thesaurus = field_thesaurus()
        self._meanings = Meanings(self.entries, self._thesaurus, self.weights)

    def read_all(self, texts: Sequence[str]) -> tuple[Read, ...]:
        """Return what each text shows."""
        letters = self._letters.scores(texts)
        told = [self._thesaurus.read(text) for text in texts]
        w = self.weights
        alike, said = self._meanings.scores(told)
        meant = w["factor_meaning"] * alike + w["factor_said"] * said
        return tuple(map(self._read, texts, letters, meant, told))

    def telling(self, read: Read) -> float:
        """Return how much the lexicons find a text to tell of any factor at all."""
        letters = 1 + self.weights["factor_letters"]
        return float(
            read.factors.max() / letters
            + self.weights["level_words"] * float(read.levels.max())
        )

    def _read(self, text: str, letters: Scores, meant: Scores, told: Told) -> Read:
        found = stems(text)
        matches = self._index.matches(found)
        factors = np.zeros(len(self.entries))
        for match in matches:
            at = self._at[match.indicator.code]
            factors[at] = 1 - (1 - factors[at]) * (1 - match.indicator.weight)
        levels = levels_told(text)
        return Read(
            factors=factors + self.weights["factor_letters"] * letters,
            levels=np.array([levels.get(level, 0.0) for level in self.level_of]),
            meant=meant,
            matches=matches,
            stems=found,
            told=told,
        )


def _indicators(entries: Sequence[Entry]) -> list[Indicator]:
    found: list[Indicator | None] = []
    for entry in entries:
        found += [indicator(words, entry.id, -1) for words in entry.hampering]
        found += [indicator(words, entry.id, 1) for words in entry.supporting]
    return [one for one in found if one is not None]
