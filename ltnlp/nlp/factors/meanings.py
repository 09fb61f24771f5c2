"""How alike a text and the entries of a codebook are in what they speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.stems import NEGATION, is_empty
from ltnlp.nlp.factors.thesaurus import Thesaurus, Told, spreading
from ltnlp.nlp.factors.weighing import Scores, sparse

_NEVER_ZERO = 0.2
_HARDLY = 0.05
_TINY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What each entry says: how much of each concept (a row an entry), and its words."""

    concepts: Scores
    words: tuple[dict[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Space:
    """Entries as rows of length one, and how telling each of their columns is."""

    rarity: Scores
    entries: Scores

    @classmethod
    def of(cls, rows: Scores, rarity: Scores) -> "_Space":
        weighed = rows * rarity
        length = np.linalg.norm(weighed, axis=1, keepdims=True)
        return cls(rarity=rarity, entries=weighed / (length + _TINY))

    def likeness(self, told: Sequence[Mapping[int, float]], blur: float) -> Scores:
        """Return the cosine of each text (row) with each entry (column).

        Where a text tells hardly anything, `blur` makes it less.
        """
        weighed = sparse(told, len(self.rarity)).multiply(self.rarity).tocsr()
        length = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)))
        alike: Scores = (weighed @ self.entries.T) / (length + blur)
        return alike


class Meanings:
    """Cosines between a text and each entry: over concepts, and over words.

    Both are weighed by how few of the entries have them, so that what sets an entry
    apart counts.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        thesaurus: Thesaurus,
        weights: Mapping[str, float],
    ) -> None:
        """Map each entry to concepts and words, by its own text.

        Args:
            entries: the codebook.
            thesaurus: of the field.
            weights: `name`, `keywords`, `definition`, `spread`, `expand`, `blur`.
        """
        self._thesaurus = thesaurus
        self._blur = weights["blur"]
        said = _said(entries, thesaurus, weights)
        spread = said.concepts @ spreading(thesaurus, weights["spread"])
        self._concepts = _Space.of(spread, _rarity(said.concepts))
        self._expand(said, weights["expand"])
        known = sorted({word for one in said.words for word in one})
        self._columns = {word: at for at, word in enumerate(known)}
        rows = np.zeros((len(entries), len(known)))
        for row, each in enumerate(said.words):
            for word, weight in each.items():
                rows[row, self._columns[word]] = weight
        self._words = _Space.of(rows, _rarity(rows))

    def scores(self, told: Sequence[Told]) -> tuple[Scores, Scores]:
        """Return likeness in concepts and in words: rows texts, columns entries."""
        columns = self._columns
        said = [
            {columns[key]: 1.0 for each in one.keys for key in each if key in columns}
            for one in told
        ]
        return (
            self._concepts.likeness([one.concepts for one in told], self._blur),
            self._words.likeness(said, self._blur),
        )

    def _expand(self, said: _Said, share: float) -> None:
        """Let each entry take over the words with which its concepts are said."""
        for row, words in zip(self._concepts.entries, said.words, strict=True):
            for number in np.flatnonzero(row > _HARDLY):
                for word, part in self._thesaurus.said[int(number)].items():
                    much = share * part * float(row[number])
                    words[word] = max(words.get(word, 0.0), much)


def _said(
    entries: Sequence[Entry], thesaurus: Thesaurus, weights: Mapping[str, float]
) -> _Said:
    concepts = np.zeros((len(entries), len(thesaurus.concepts)))
    words: list[dict[str, float]] = [{} for _ in entries]
    for row, entry in enumerate(entries):
        for part, weight in _parts(entry, weights):
            keys = thesaurus.keys(part)
            for number, much in thesaurus.concepts_of(keys).items():
                concepts[row, number] = max(concepts[row, number], weight * much)
            for word in _telling(keys):
                words[row][word] = max(words[row].get(word, 0.0), weight)
    return _Said(concepts=concepts, words=tuple(words))


def _parts(entry: Entry, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the texts of an entry, each with how much it says of the entry."""
    words = (*entry.keywords, *entry.hampering, *entry.supporting)
    return [
        (entry.name, weights["name"]),
        (entry.definition, weights["definition"]),
        *((word, weights["keywords"]) for word in words),
    ]


def _telling(keys: Sequence[Sequence[str]]) -> set[str]:
    """Return what the words count as, without small words."""
    found = {key for each in keys for key in each}
    return {key for key in found if key != NEGATION and not is_empty(key)}


def _rarity(rows: Scores) -> Scores:
    """Return how much it says that an entry has each column."""
    having = np.minimum(rows, 1.0).sum(axis=0)
    rarity: Scores = np.log((1 + len(rows)) / (1 + having)) + _NEVER_ZERO
    return rarity
