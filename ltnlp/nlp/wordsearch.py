"""Where the first of many words stands in a text: regular expressions made quick.

A pattern that begins by looking back is tried at every letter. One that begins with
letters is tried where these stand; so patterns are sorted by the letter that each can
only begin with, and looking back comes behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_OFTEN = frozenset("?*+{")


class WordSearch:
    """Finds the first place where one of many patterns stands, on word borders."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Compile regular expressions; one with ^ at its head has no word borders.

        They know no groups of their own by number, and no flags.
        """
        by_letter: dict[str, list[str]] = defaultdict(list)
        others: list[str] = []
        for pattern in patterns:
            if pattern.startswith("^"):
                others.append(pattern)
                continue
            for one in _expanded(pattern):
                if one[:1].isalpha() and one[1:2] not in _OFTEN:
                    by_letter[one[0]].append(one[1:])
                else:
                    others.append(rf"(?<!\w)(?:{one})(?!\w)")
        lettered = [
            rf"{letter}(?<!\w{letter})(?:{'|'.join(dict.fromkeys(rest))})(?!\w)"
            for letter, rest in by_letter.items()
        ]
        self._searches = [
            re.compile("|".join(some)).search for some in (lettered, others) if some
        ]

    def start(self, text: str) -> int | None:
        """Return where the first of them begins, None where none stands."""
        found = [m.start() for search in self._searches if (m := search(text))]
        return min(found, default=None)

    def stands_in(self, text: str) -> bool:
        """Tell whether one of them stands in a text."""
        return any(search(text) for search in self._searches)


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
