"""How many words a second: cold, warm, and of texts that grow tenfold."""

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ltnlp.domain.dates import DateContext

SPEAKING = dt.date(2025, 1, 1)


def lines_of(folders: Sequence[Path]) -> list[str]:
    """Return the lines of the sources of some reviews."""
    return [
        line
        for folder in folders
        for file in sorted((folder / "sources").glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def measured(lines: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Yield words and words per second; the first is cold when it comes first of all.

    Args:
        lines: what is repeated until there are words enough.
        sizes: how many words to read each time.
    """
    for size in sizes:
        start = time.process_time()
        words = _read(lines, size)
        yield words, words / max(time.process_time() - start, 1e-6)


def _read(lines: Sequence[str], size: int) -> int:
    # Late: loading the engine and its lexicon is a part of what cold costs.
    from ltnlp.nlp.dates.entries import Stretch
    from ltnlp.nlp.dates.reader import read_stretches

    stretches, words = [], 0
    while words < size:
        for line in lines:
            stretches.append(Stretch(text=line))
            words += len(line.split())
            if words >= size:
                break
    read_stretches(stretches, DateContext(reference=SPEAKING), document=True)
    return words
