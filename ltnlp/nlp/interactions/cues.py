"""Groups of words that tell of what passes between parties (`interactions/cues.yaml`)."""

import re
from functools import lru_cache

from ltnlp.nlp.resources import load_yaml


@lru_cache(maxsize=1)
def _groups() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return one pattern for the beginnings of all words, and the groups of each."""
    groups: dict[str, list[str]] = {}
    for name, beginnings in load_yaml("interactions/cues.yaml").items():
        for beginning in beginnings:
            groups.setdefault(str(beginning), []).append(str(name))
    longest_first = sorted(groups, key=lambda word: (-len(word), word))
    pattern = "|".join(map(re.escape, longest_first))
    return (
        re.compile(rf"(?<![^\W_])(?=({pattern}))"),
        {word: tuple(names) for word, names in groups.items()},
    )


def cues(text: str) -> frozenset[str]:
    """Return the groups of which a text has a word."""
    pattern, groups = _groups()
    words = {match[1] for match in pattern.finditer(text.lower() + " ")}
    return frozenset(name for word in words for name in groups[word])
