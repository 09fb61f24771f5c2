"""Where the first of many words stands in a text: regular expressions made quick.

A pattern that begins by looking back is tried at every letter. One that begins with
letters is tried where these stand; so patterns are sorted by the letter that each can
only begin with, and looking back comes behind it. Where no word of a text begins as they
surely do, they are not tried at all: few of many lists can find anything in a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

_OFTEN = frozenset("?*+{")
_LENGTHS = (1, 2, 4, 6)
_SURE = re.compile(rf"[^\W\d_](?:[^\W\d_]| ){{,{_LENGTHS[-1] - 1}}}(?![?*+{{])")
"""The letters and blanks that what a pattern finds is sure to begin with."""
_BEGINS = re.compile(r"(?<!\w)(?=\w)")
_Search = Callable[[str], re.Match[str] | None]


class WordSearch:
    """Finds the first place where one of many patterns stands, on word borders."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Compile regular expressions; one with ^ at its head has no word borders.

        They know no groups of their own by number, and no flags.
        """
        by_letter: dict[str, list[str]] = defaultdict(list)
        others: list[str] = []
        heads: set[str] = set()
        for pattern in patterns:
            if pattern.startswith("^"):
                others.append(pattern)
                continue
            for one in _expanded(pattern):
                if head := _head(one):
                    heads.add(head)
                    by_letter[one[0]].append(one[1:])
                else:
                    others.append(rf"(?<!\w)(?:{one})(?!\w)")
        lettered = [
            rf"{letter}(?<!\w{letter})(?:{'|'.join(dict.fromkeys(rest))})(?!\w)"
            for letter, rest in by_letter.items()
        ]
        self.heads = frozenset(heads)
        """How what is found begins; what stands in `_others` may begin anyhow."""
        self._others = _searches(others)
        self._all = [*_searches(lettered), *self._others]

    def start(self, text: str) -> int | None:
        """Return where the first of them begins, None where none stands."""
        found = [m.start() for search in self._of(text) if (m := search(text))]
        return min(found, default=None)

    def stands_in(self, text: str) -> bool:
        """Tell whether one of them stands in a text."""
        return any(search(text) for search in self._of(text))

    def _of(self, text: str) -> list[_Search]:
        """Return the searches that can find anything in a text."""
        return self._others if self.heads.isdisjoint(_heads(text)) else self._all

    @property
    def anyhow(self) -> bool:
        """Tell whether it must be tried in every text."""
        return bool(self._others)


def _searches(patterns: Sequence[str]) -> list[_Search]:
    return [re.compile("|".join(patterns)).search] if patterns else []


class WordSearches:
    """Searches by name, of which only those are tried that can find anything."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        """Make a search of the patterns of each name."""
        self._named = {name: WordSearch(some) for name, some in named.items()}
        self._anyhow = {name for name, one in self._named.items() if one.anyhow}
        self._of_head: dict[str, set[str]] = defaultdict(set)
        for name, one in self._named.items():
            for head in one.heads:
                self._of_head[head].add(name)

    def starts(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield what stands in a text, in the order of the names, and where it begins."""
        heads = self._of_head.keys() & _heads(text)
        able = self._anyhow.union(*(self._of_head[head] for head in heads))
        for name, search in self._named.items():
            if name in able and (start := search.start(text)) is not None:
                yield name, start

    def first(self, text: str) -> str | None:
        """Return the first name of which something stands in a text."""
        return next((name for name, _ in self.starts(text)), None)


@lru_cache(maxsize=8)
def _heads(text: str) -> frozenset[str]:
    """Return what each word and those behind it begin with, in all of `_LENGTHS`."""
    starts = [begin.start() for begin in _BEGINS.finditer(text)]
    return frozenset([text[at : at + length] for at in starts for length in _LENGTHS])


def _head(pattern: str) -> str:
    """Return how what a pattern finds surely begins, in one of `_LENGTHS`; "" for none."""
    found = _SURE.match(pattern)
    sure = found.end() if found else 0
    return pattern[: max((n for n in _LENGTHS if n <= sure), default=0)]


def _expanded(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern, those of a group at its head too."""
    for one in _alternatives(pattern):
        end = _closing(one) if one.startswith("(?:") else 0
        inner, rest = one[3:end], one[end + 1 :]
        optional = rest[:1] == "?"
        if not end or (rest[:1] in _OFTEN and not optional) or rest[1:2] == "?":
            yield one
            continue
        rest = rest[1:] if optional else rest
        for head in _alternatives(inner):
            yield from _expanded(head + rest)
        if optional:
            yield from _expanded(rest)


def _alternatives(pattern: str) -> list[str]:
    """Part a pattern at the bars that stand in no group."""
    parts, depth, begin = [], 0, 0
    for at, sign in _signs(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append(pattern[begin:at])
            begin = at + 1
    return [*parts, pattern[begin:]]


def _closing(pattern: str) -> int:
    """Return where the group closes that a pattern begins with."""
    depth = 0
    for at, sign in _signs(pattern):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return at
    raise ValueError(f"group does not close: {pattern}")


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Yield the signs of a pattern that may be of its grammar: not in [] or escaped."""
    inside = escaped = False
    for at, sign in enumerate(pattern):
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
        else:
            yield at, sign
