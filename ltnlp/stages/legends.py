"""Letters that a document explains: "S = storm", "(m) = mariska", for who speaks in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ltnlp.domain.folding import fold
from ltnlp.stages.name_likeness import Naming

SPOKEN = "speaker"
_LONGEST = 3
_FIRST = 3
"""In how many of the first turns somebody says who they are: later a name is an answer."""


def says_who(naming: Naming) -> bool:
    """Tell whether a name is the label of who speaks: it opens the passage, or was found as one."""
    opens = naming.candidate.span.start <= 1 and len(naming.shown) <= _LONGEST
    return opens or naming.candidate.reason == SPOKEN


def explained(namings: Sequence[Naming]) -> Mapping[tuple[str, str], Naming]:
    """Return for a document and its letters, folded, the naming that says whose they are.

    Args:
        namings: in the order of the sources.
    """
    told: dict[tuple[str, str], Naming] = {}
    turns: Counter[tuple[str, str]] = Counter()
    for letter, name in pairwise(namings):
        key = (letter.document, fold(letter.shown))
        turns[key] += 1
        if name.around.legend and turns[key] <= _FIRST:
            told.setdefault(key, name)
    return told
