"""Which factor people mean by which words: counted in labelled statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.stems import NEGATION, is_empty, stems
from ltnlp.nlp.factors.weighing import Scores

_UNSEEN = 0.3
_LOWEST = -12.0

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeWords:
    """Chances of codes by the words of a text (naive Bayes), and of any word unseen.

    `words` are log chances: a row a word, a column a code, in the codebook's order.
    """

    rows: Mapping[str, int]
    words: Scores
    before: Scores

    @classmethod
    def learned(cls, counts: Counts, entries: Sequence[Entry]) -> "CodeWords":
        """Count words of statements and of the codebook itself.

        Args:
            counts: word → code → in how many labelled statements of that code.
            entries: the codebook; each of its expressions counts as a statement.
        """
        at = {entry.id: column for column, entry in enumerate(entries)}
        told = [(at[e.id], said(text)) for e in entries for text in _texts(e)]
        known = sorted({*counts, *(word for _, each in told for word in each)})
        rows = {word: row for row, word in enumerate(known)}
        table = np.zeros((len(rows), len(entries)))
        for word, by_code in counts.items():
            for code, times in by_code.items():
                if code in at:
                    table[rows[word], at[code]] += times
        for column, each in told:
            for word in each:
                table[rows[word], column] += 1
        whole = table.sum(axis=0)
        return cls(
            rows=rows,
            words=np.log((table + _UNSEEN) / (whole + _UNSEEN * len(rows))),
            before=np.log((whole + 1) / (whole + 1).sum()),
        )

    def chances(self, text: str) -> Scores:
        """Return the log chance of each code, none lower than -12."""
        shown = [self.rows[word] for word in said(text) if word in self.rows]
        logs = self.before + self.words[shown].sum(axis=0)
        sure = logs - np.logaddexp.reduce(logs)
        chances: Scores = np.maximum(sure, _LOWEST)
        return chances


def said(text: str) -> frozenset[str]:
    """Return the stems of a text that can tell of a code: no small words, no figures."""
    return frozenset(
        word
        for word in stems(text)
        if word == NEGATION or not (is_empty(word) or any(map(str.isdigit, word)))
    )


def word_counts(
    statements: Iterable[tuple[str, str]], *, least: int
) -> dict[str, dict[str, int]]:
    """Count in how many statements of each code a word stands.

    Args:
        statements: text and code.
        least: words in fewer statements are left out.
    """
    found: dict[str, dict[str, int]] = {}
    for text, code in statements:
        for word in said(text):
            by_code = found.setdefault(word, {})
            by_code[code] = by_code.get(code, 0) + 1
    kept = {w: found[w] for w in sorted(found) if sum(found[w].values()) >= least}
    return {word: dict(sorted(by_code.items())) for word, by_code in kept.items()}


def _texts(entry: Entry) -> list[str]:
    words = (*entry.hampering, *entry.supporting, *entry.keywords)
    return [entry.name, entry.definition, *(word.replace("*", "") for word in words)]
