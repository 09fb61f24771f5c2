"""The wording of a text: what of it is compared with how others tell the same."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ltnlp.nlp.factors.stems import is_empty, stems
from ltnlp.nlp.factors.weighing import Scores

Wording = Mapping[str, float]
"""What of a text is compared, each with how much it counts."""
BEGIN, PAIR = "…", " "
"""What tells the begin of a word, and two words, from a word."""
_SMALL_WORD, _PART = 0.6, 0.5
_LETTERS = 5


def wording(text: str) -> Wording:
    """Return what of the wording of a text is compared, each with how much it counts.

    Stems, the begins of long stems (so that compounds meet), and neighbouring stems (so
    that turns of phrase meet).
    """
    found: dict[str, float] = {}
    told = stems(text)
    for stem in told:
        more = _SMALL_WORD if is_empty(stem) else 1.0
        found[stem] = found.get(stem, 0.0) + more
        if len(stem) > _LETTERS + 1:
            found[stem[:_LETTERS] + BEGIN] = _PART
    for one, other in itertools.pairwise(told):
        found[one + PAIR + other] = _PART
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The wordings that are known: the number of each, and how telling it is."""

    columns: Mapping[str, int]
    rarity: Scores

    def rows(self, told: Sequence[Wording]) -> Any:
        """Return a sparse matrix: a row for each wording of a text, a column for each part."""
        # Late: scipy takes a while to import, and most commands never need it.
        from scipy.sparse import csr_matrix

        columns, rarity = self.columns, self.rarity
        known = [
            [
                (columns[w], much * rarity[columns[w]])
                for w, much in row.items()
                if w in columns
            ]
            for row in told
        ]
        ends = np.cumsum([0, *map(len, known)], dtype=np.int32)
        at = np.array([column for row in known for column, _ in row], dtype=np.int32)
        values = np.array([much for row in known for _, much in row], dtype=np.float32)
        return csr_matrix((values, at, ends), shape=(len(told), len(columns)))

    def packed(self) -> dict[str, Any]:
        """Return it as arrays that `unpacked` takes."""
        names = "\n".join(self.columns).encode()
        return {
            "wordings": np.frombuffer(names, dtype=np.uint8),
            "rarity": self.rarity.astype(np.float16),
        }


def unpacked(file: Mapping[str, Any]) -> Wordings:
    """Return what `Wordings.packed` put in a file."""
    names = file["wordings"].tobytes().decode().split("\n")
    return Wordings(
        columns={wording: number for number, wording in enumerate(names)},
        rarity=file["rarity"].astype(np.float32),
    )


def unit(rows: Scores) -> Scores:
    """Return rows with length one; what is nought stays nought."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    made: Scores = rows / np.where(length > 0, length, 1.0)
    return made
