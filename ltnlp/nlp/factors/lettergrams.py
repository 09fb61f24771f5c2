"""Runs of letters inside the words of texts, counted: each word is cut up once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ltnlp.nlp.factors.weighing import sparse

_WORDS = 16_384
"""Of as many words it is remembered which runs they have."""


class LetterGrams:
    """Counts what scikit-learn's analyzer "char_wb" counts, to the last bit."""

    def __init__(self, *, sizes: tuple[int, int], columns: Mapping[str, int]) -> None:
        """Count what stands in `columns`, the column of every run that counts.

        Args:
            sizes: how long the shortest and the longest runs are.
            columns: by run.
        """
        self.columns = columns
        self._sizes = sizes
        self._known = lru_cache(maxsize=_WORDS)(self._runs)

    def counts(self, texts: Sequence[str]) -> Any:
        """Return a sparse matrix: a row for each text, a column for each run."""
        words: dict[str, int] = {}
        rows: list[Counter[int]] = []
        for text in texts:
            cut = text.lower().split()
            rows.append(Counter(words.setdefault(word, len(words)) for word in cut))
        grams = [self._known(word) for word in words]
        counted = sparse(rows, len(words)) @ sparse(grams, len(self.columns))
        counted.sort_indices()
        return counted

    def _runs(self, word: str) -> Counter[int]:
        columns = self.columns
        return Counter(columns[g] for g in grams(word, self._sizes) if g in columns)


def vocabulary(texts: Iterable[str], sizes: tuple[int, int]) -> dict[str, int]:
    """Return the runs that stand in texts, each with its number in the alphabet."""
    words = {word for text in texts for word in text.lower().split()}
    found = {gram for word in words for gram in grams(word, sizes)}
    return {gram: number for number, gram in enumerate(sorted(found))}


def grams(word: str, sizes: tuple[int, int]) -> list[str]:
    """Return the runs of letters in a word with a blank at either side.

    A word that is no longer than a run is one run, once.
    """
    padded = f" {word} "
    found: list[str] = []
    for size in range(sizes[0], sizes[1] + 1):
        last = max(1, len(padded) - size + 1)
        found += [padded[at : at + size] for at in range(last)]
        if last == 1:
            break
    return found
