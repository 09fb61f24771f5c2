"""The words of a clause, with pseudonyms kept whole."""

import re
from typing import NamedTuple

_WORD = re.compile(
    r"\[[^\[\]\n]{2,60}-\d+\]|(?:[a-z]\.){2,}[a-z]?|[^\W_](?:[^\W_]|['’&+\-](?=[^\W_]))*|[^\w\s]"
)


class Word(NamedTuple):
    """One word or mark: offsets in the text that it was read from, lower case."""

    start: int
    end: int
    lower: str

    @property
    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not (self.lower[0].isalnum() or self.lower[0] == "[")


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words and marks of `text` between two offsets."""
    return tuple(
        [
            Word(m.start(), m.end(), m[0].lower().replace("’", "'"))
            for m in _WORD.finditer(text, start, end)
        ]
    )
