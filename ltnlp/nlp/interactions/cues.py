"""Groups of words that tell of what passes between parties (`interactions/cues.yaml`)."""

import re
from functools import lru_cache

from ltnlp.nlp.resources import load_yaml

_WORD_BEGINS = re.compile(r"(?<![^\W_])(?=\w)")


@lru_cache(maxsize=1)
def _groups() -> tuple[dict[str, tuple[str, ...]], tuple[int, ...]]:
    """Return the groups by the beginning of a word, and their lengths, longest first."""
    groups: dict[str, list[str]] = {}
    for name, beginnings in load_yaml("interactions/cues.yaml").items():
        for beginning in beginnings:
            groups.setdefault(str(beginning), []).append(str(name))
    lengths = sorted({len(beginning) for beginning in groups}, reverse=True)
    return {word: tuple(names) for word, names in groups.items()}, tuple(lengths)


def cues(text: str) -> frozenset[str]:
    """Return the groups of which a text has a word; the longest beginning counts."""
    groups, lengths = _groups()
    lower = text.lower() + " "
    found: set[str] = set()
    for match in _WORD_BEGINS.finditer(lower):
        at = match.start()
        pieces = (lower[at : at + length] for length in lengths)
        longest = next((piece for piece in pieces if piece in groups), None)
        found.update(groups[longest] if longest else ())
    return frozenset(found)
