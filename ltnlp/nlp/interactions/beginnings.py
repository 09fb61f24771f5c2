"""Lists of beginnings of words, looked up at every word of a text."""

import re
from collections.abc import Iterable, Mapping

_WORD_BEGINS = re.compile(r"(?<![^\W_])(?=\w)")
_KEY = 2


class Beginnings:
    """Names by the beginnings of words that call for them.

    "getek" is found in "getekend"; a space in a beginning stands for a space. At each
    word the longest beginning counts.
    """

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        """Keep the beginnings of each name."""
        names: dict[str, list[str]] = {}
        for name, beginnings in named.items():
            for beginning in beginnings:
                names.setdefault(str(beginning), []).append(str(name))
        self._names = names
        # Few beginnings share their first letters, so few are compared at a word.
        self._by_first: dict[str, tuple[str, ...]] = {}
        for beginning in sorted(names, key=len, reverse=True):
            first = beginning[:_KEY]
            self._by_first[first] = (*self._by_first.get(first, ()), beginning)

    def of(self, text: str) -> frozenset[str]:
        """Return the names that the words of a text call for."""
        lower = text.lower() + " "
        found: set[str] = set()
        for match in _WORD_BEGINS.finditer(lower):
            at = match.start()
            these = self._by_first.get(lower[at : at + _KEY], ())
            if lower.startswith(these, at):
                longest = next(one for one in these if lower.startswith(one, at))
                found.update(self._names[longest])
        return frozenset(found)
