"""`python -m benchmarks.names.words FILE`: write the ordinary words of a Dutch word list.

FILE holds a word a line, as `/usr/share/dict/dutch` of the package `wdutch` does (the
OpenTaal word list). Kept are words in lower case that our own lists do not hold and
that are no name, place or start of one, and no pet form of a name: what a word may be
besides a word is for the lists by hand. Folded, a hundred a line.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus.places import ROOT
from ltnlp.domain.folding import fold
from ltnlp.nlp.names.lexicon import (
    COMMON,
    NAME,
    PLACE,
    STARTS_INSTANCE,
    STARTS_PLACE,
    STARTS_SURNAME,
    WORD,
    lexicon,
)

KNOWN = NAME | PLACE | STARTS_PLACE | STARTS_SURNAME | STARTS_INSTANCE | WORD
_SHORTEST = 3
_DIMINUTIVES = ("je", "tje", "pje", "etje", "ke", "ie")
_A_LINE = 100
_HEAD = """\
# Ordinary words, folded: the words in lower case of the OpenTaal word list (package
# wdutch 2.20.19) that are in no list by hand and no name of any. Facts; the licence of
# that list stands in common_licence.txt. Made by `python -m benchmarks.names.words`.
"""


def main() -> None:
    """Write `models/names/words/common.txt`."""
    path = ROOT / "models" / "names" / COMMON
    path.write_text(_HEAD, "utf-8")
    lexicon.cache_clear()
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    words = sorted(set(ordinary(lines)))
    with path.open("a", encoding="utf-8") as file:
        for start in range(0, len(words), _A_LINE):
            print(*words[start : start + _A_LINE], file=file)


def ordinary(lines: Sequence[str]) -> Iterator[str]:
    """Yield the words, folded, that are words and nothing else."""
    flags = lexicon().flags
    named = {line.lower() for line in lines if line[:1].isupper()}
    for line in lines:
        if len(line) < _SHORTEST or not line.isalpha() or line != line.lower():
            continue
        key = fold(line)
        if line not in named and not _names(key, flags):
            yield key


def _names(key: str, flags: Mapping[str, int]) -> bool:
    """Tell whether a word is known, or what somebody with a known name may be called."""
    small = (key.removesuffix(end) for end in _DIMINUTIVES if key.endswith(end))
    return bool(flags.get(key, 0) & KNOWN or any(flags.get(s, 0) & NAME for s in small))


if __name__ == "__main__":
    main()
