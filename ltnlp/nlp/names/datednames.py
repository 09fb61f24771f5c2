"""Dates of birth that nothing but a name before them tells: "Kevin R. van Dongen, 14/08/2008".

A full date behind a full name may be the day of a talk. It is one of birth where it lies
years before the last date of the review, or where a child or parent is named.
"""

import re
from collections.abc import Iterator, Sequence

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import GIVEN
from ltnlp.nlp.names.page import Page

_PACKED = re.compile(
    r"(?:(?<=[^\W\d_]\s)|(?<=[^\W\d_]\.\s))"
    r"\((?P<day>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?P<year>\d\d))\)"
)
_ROMAN = r"\d{1,2}-(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})-(?:19|20)\d\d"
_HEADED = re.compile(
    rf"\b(?:kind|moeder|vader|jeugdige|zoon|dochter|broer|zus|baby|mr|vr)(?:\s\d)?:?\s"
    rf"[^,;|\n()]{{2,50}}[,;]\s(?P<day>{_ROMAN}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]'\d\d)(?!\d)",
    re.IGNORECASE,
)
_FULL = r"(?P<day>\d{1,2}[-/.]\d{1,2}[-/.](?P<year>(?:19|20)\d\d))(?!\d)"
_NAMED = re.compile(
    r"\b[A-ZÀ-Þ][\w'’-]+\s(?:[A-ZÀ-Þ]\.\s?)*(?:(?:van|de|der|den|el|al|ter|ten)\s){0,3}"
    rf"[A-ZÀ-Þ][\w'’-]+,?\s{_FULL}"
)
_NAMED_IN_LOWER = re.compile(
    r"\b[^\W\d_]{2,}\s(?:[^\W\d_]\.\s)(?:(?:van|de|der|den|el|al|ter|ten)\s){0,3}"
    rf"[^\W\d_]{{3,}},\s{_FULL}"
)
_BESIDE = re.compile(rf"[^\W\d_]\.?\s\(\s*{_FULL}\s*(?:,[^)]*)?\)")
_FORMS = (_PACKED, _HEADED, _NAMED, _NAMED_IN_LOWER, _BESIDE)
_HELD = {
    form: re.compile(day)
    for form, day in (
        (_PACKED, r"\(\d{6}\)"),
        (_HEADED, r"[,;]\s\d{1,2}(?:-[IVXivx]|[-/.]\d{1,2}[-/.]')"),
        (_NAMED, r"\w,?\s\d{1,2}[-/.]\d"),
        (_NAMED_IN_LOWER, r",\s\d{1,2}[-/.]\d"),
        (_BESIDE, r"\(\s*\d{1,2}[-/.]\d"),
    )
}
"""What a text must hold for each form, seen sooner than the form: speed counts."""
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_BEFORE_LAST = 7
_FIGURE = re.compile(r"\d\d\D{0,5}\d\d")


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield the dates behind names that are days of birth."""
    last = 0
    for page in pages:
        text = page.words.text
        if not _FIGURE.search(text):
            continue
        for form in _FORMS:
            for match in form.finditer(text) if _HELD[form].search(text) else ():
                last = last or _last_year(pages)
                if _is_birth(page, form, match, last):
                    yield _candidate(page, match)


def _is_birth(
    page: Page, form: re.Pattern[str], match: re.Match[str], last: int
) -> bool:
    if form is _HEADED or _year_of(match["year"]) <= last - _BEFORE_LAST:
        return True
    return form is _BESIDE and bool(page.flags[page.token_at(match.start())] & GIVEN)


def _last_year(pages: Sequence[Page]) -> int:
    """Return the last year that the review speaks of, and no earlier one than any has."""
    years = (int(y) for page in pages for y in _YEAR.findall(page.words.text))
    return max((*years, _EARLIEST))


_EARLIEST = 2019


def _year_of(shown: str) -> int:
    year = int(shown)
    if len(shown) == len("2000"):
        return year
    return year + (1900 if year > _OF_THIS_CENTURY else 2000)


_OF_THIS_CENTURY = 30


def _candidate(page: Page, match: re.Match[str]) -> Candidate:
    start, end = match.span("day")
    return Candidate(
        passage=page.id,
        span=Span(start=start, end=end),
        label=Label.DATE_OF_BIRTH,
        found_by="births",
        reason="date of birth",
        score=0.75,
        needs_review=True,
    )
