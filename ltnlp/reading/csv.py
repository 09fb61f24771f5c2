"""Comma-separated values, with whatever separates them: a row a line, as in sheets."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from ltnlp.domain.documents import Place, ReadText
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.encoding import decode
from ltnlp.reading.limits import MAX_ROWS
from ltnlp.reading.lines import Composer
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of

SEPARATORS = ";\t,|"
SAMPLE_ROWS = 50
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BREAKS = re.compile(r"[\t\r\n\v\f]+")


def read_csv(content: bytes) -> ReadText:
    """Read a table of values.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`, `corrupt`.
    """
    decoded = decode(content)
    text = decoded.text
    told = _TOLD.match(text)
    separator = told[1] if told else _separator(text)
    composer = Composer()
    try:
        for number, row in enumerate(_rows(text, separator), start=1):
            if number > MAX_ROWS:
                raise refused(UnreadableReason.TOO_LARGE)
            if number == 1 and told:
                continue
            cells = [_BREAKS.sub(" ", cell).strip(" ") for cell in row]
            composer.add_row(cells, place=Place(row=number))
    except csv.Error:
        raise refused(UnreadableReason.CORRUPT) from None
    lines, segments = composer.done()
    return ReadText(
        format="csv",
        text=lines,
        segments=segments_of(lines, segments),
        encoding=decoded.encoding,
    )


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """Return the separator that cuts most rows into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    try:
        sample = [len(r) for r in islice(_rows(text, separator), SAMPLE_ROWS) if r]
    except csv.Error:
        return 0.0, 0
    if not sample:
        return 0.0, 0
    width, rows = Counter(sample).most_common(1)[0]
    return (rows / len(sample) if width > 1 else 0.0), width
