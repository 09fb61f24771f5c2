"""Pages set in columns, like a newsletter: each column is read to its end."""

from collections import Counter
from collections.abc import Sequence

from ltnlp.reading.pdf_page import Word

JUMP = 5.0
"""Line heights up, from the foot of a column to the head of the next one."""

MIN_LINES = 4
NEAR = 4.0


def columns_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a page in stretches that are read one after another.

    A page is written column by column, a table row by row: where the writing jumps
    up to the right of all that stands beside it, and does so once, a column begins.
    """
    gutters = Counter(
        round(words[at].left / NEAR)
        for at in range(1, len(words))
        if _jumps(words[at - 1], words[at])
    )
    found: list[list[Word]] = [[]]
    left = 0.0
    for at, word in enumerate(words):
        if at and _jumps(words[at - 1], word):
            once = gutters[round(word.left / NEAR)] == 1
            if once and _is_column(found[-1], words[at:], word):
                found.append([])
                left = word.left
        elif len(found) > 1 and word.left < left - NEAR:
            found.append([])
            left = 0.0
        found[-1].append(word)
    return found


def _jumps(before: Word, word: Word) -> bool:
    up = word.middle - before.middle
    return up > JUMP * word.height and word.left > before.left


def _is_column(before: Sequence[Word], after: Sequence[Word], first: Word) -> bool:
    beside = [w for w in before if w.middle < first.middle + 0.5 * first.height]
    if any(word.right > first.left + NEAR for word in beside):
        return False
    column = []
    for word in after:
        if word.left < first.left - NEAR:
            break
        column.append(word)
    return _lines(beside) >= MIN_LINES and _lines(column) >= MIN_LINES


def _lines(words: Sequence[Word]) -> int:
    return len({round(word.middle) for word in words})
