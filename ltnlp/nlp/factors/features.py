"""What the trained part looks at in a text: words, letters and what lexicons say."""

import itertools

import numpy as np

from ltnlp.domain.factors import Valence
from ltnlp.nlp.factors.lexical import LexicalReader, Read
from ltnlp.nlp.factors.stems import NEGATION, is_empty, stems
from ltnlp.nlp.factors.valence import valence_of
from ltnlp.nlp.factors.weighing import Scores

LETTERS = (2, 4)
"""How long the runs of letters are that the trained part counts."""
_LENGTH = 200.0
_WE = frozenset({"wij", "we", "ons", "onze"})
_I = frozenset({"ik", "mij", "me", "mijn"})


def word_features(text: str) -> list[str]:
    """Return the stems of a text that say something, and all pairs of neighbours.

    Words with a figure in them are left out: dates and amounts tell of no condition.
    """
    all_stems = [word for word in stems(text) if not any(map(str.isdigit, word))]
    alone = [word for word in all_stems if not is_empty(word)]
    return alone + [f"{a}_{b}" for a, b in itertools.pairwise(all_stems)]


def lexical_features(text: str, read: Read, reader: LexicalReader) -> Scores:
    """Return nineteen numbers: per level what lexicons and wording say, and the form.

    Six scores of the best factor of each level, six of the wording of each level, how
    telling the lexicons find it, length, question, side, who speaks of whom, and whether
    something is denied.
    """
    words = set(text.lower().split())
    best = [max(0.0, read.factors[those].max()) for those in reader.of_level]
    wording = [read.levels[those][-1] for those in reader.of_level]
    chosen = reader.entries[int(np.argmax(read.factors + read.levels))]
    matches = [m for m in read.matches if m.indicator.code == chosen.id]
    return np.array(
        [
            *best,
            *wording,
            reader.telling(read),
            len(text) / _LENGTH,
            float(text.rstrip().endswith("?")),
            float(valence_of(text, matches) is Valence.SUPPORTING),
            float(bool(words & _WE)),
            float(bool(words & _I)),
            float(NEGATION in read.stems),
        ]
    )
