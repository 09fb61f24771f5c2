"""Days that the documents of a review tell with their year: what its calendar is."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from ltnlp.domain.spans import Span
from ltnlp.nlp.dates.cues import born_here
from ltnlp.nlp.dates.lexicon import words

_DAY = re.compile(
    r"(?<![\w./-])(?P<day>\d{1,2})"
    r"(?:\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?|\s(?P<name>[a-zA-Z]{3,9})\.?\s)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_FIRST, _LAST = 1990, 2050


def told_days(texts: Iterable[str]) -> tuple[dt.date, ...]:
    """Return what is told as a whole date, in order and without dates of birth."""
    return tuple(
        sorted(
            day
            for text in texts
            for span, day in whole_days(text)
            if not born_here(text, span.start)
        )
    )


def whole_days(text: str) -> Iterator[tuple[Span, dt.date]]:
    """Yield what is told with day, month and year, with where it stands."""
    for match in _DAY.finditer(text):
        day = _day(match)
        if day is not None and _FIRST <= day.year <= _LAST:
            yield Span(start=match.start(), end=match.end()), day


def _day(match: re.Match[str]) -> dt.date | None:
    name = (match["name"] or "").lower()
    month = words().get(name, {}).get("MONTH") if name else int(match["month"])
    year = int(match["year"])
    try:
        return dt.date(
            year if year > 99 else 2000 + year, month or 0, int(match["day"])
        )
    except ValueError:
        return None
