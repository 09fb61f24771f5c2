"""Dates of birth that are said or stand in rows: "op zes juni is hij jarig", "naam | gebdat".

Figures behind a word for birth are told by `births`; here are days in words, rows of
personal data with a name before each date, and columns whose head says what they hold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import CLOSED
from ltnlp.nlp.names.page import Page

_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_DAY_WORD = (
    rf"(?:(?:{_ONES})(?:en|ën)twintig|(?:een|één)endertig|{_ONES}|tien|elf|twaalf|dertien"
    r"|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig)"
)
_NTH = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde"
    rf"|twaalfde|\w{{3,6}}tiende|(?:{_ONES})(?:en|ën)twintigste|twintigste|dertigste"
    r"|(?:een|één)endertigste)"
)
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
)
_YEAR_WORDS = (
    r"(?:\s(?:van\s)?(?:twee\s?duizend(?:\s?en)?(?:\s?\w+)?|negentien\s?(?:honderd\s?)?\w+tig"
    r"|\w+tig|nul\s\w+|'?\d{2}|(?:19|20)\d\d)\b)"
)
SPOKEN = rf"(?:(?:{_DAY_WORD}|{_NTH}|\d{{1,2}}(?:e|de|ste)?)\s(?:van\s)?{_MONTH}(?:{_YEAR_WORDS})?)"
"""A day said in words, with its year or without."""
_WHO = r"(?:hij|zij|ze|ie|ik|die|deze|[^\W\d_]{3,}(?:je)?)"
_FORMS = tuple(
    (re.compile(form, re.IGNORECASE), tuple(told.split()))
    for told, form in (
        (
            "jarig",
            rf"\b(?:op|is)\s(?P<day>{SPOKEN})\s(?:is|was|word|wordt|werd)?\s?(?:{_WHO}\s)?(?:ook\s)?jarig",
        ),
        (
            "jarig",
            rf"\bjarig\s(?:is\s|was\s)?(?:{_WHO}\s)?(?:op\s)?(?P<day>{SPOKEN})",
        ),
        (
            "gebo bevall beviel",
            rf"\b(?:geboren|bevallen|beviel)\s(?:ze\s|ik\s|zij\s)?(?:\w+\s)?(?:op\s)?(?P<day>{SPOKEN})",
        ),
        (
            "gebo bevall",
            rf"\bop\s(?P<day>{SPOKEN})\s(?:is|werd|was|ben|beviel)\s(?:\w+\s){{0,3}}?(?:geboren|bevallen)\b",
        ),
        (
            "bevall beviel",
            rf"\bop\s(?P<day>{SPOKEN})\s(?:\w+\s){{0,2}}(?:beviel|bevallen)\b",
        ),
        (
            "kwam",
            rf"\bkwam\s(?:de\sbaby|het\skind(?:je)?|de\skleine|hij\ster\swereld|ze\ster\swereld)"
            rf"\s(?:op\s)?(?P<day>{SPOKEN})",
        ),
        (
            "van uit",
            rf"\b(?:hij|zij|ze|ie|broer(?:tje)?|zus(?:je)?|baby|kind|(?-i:[A-ZÀ-Þ][\w\-]+))\s(?:is\s|zijn\s|komt\s)"
            rf"(?:er\seen\s)?(?:van|uit)\s(?P<day>{SPOKEN}{_YEAR_WORDS}?|(?:{_MONTH})\s(?:19|20)\d\d)",
        ),
        (
            "verjaardag",
            rf"\bverjaardag\s(?:is\s|was\s|viert\s\w+\s|van\s\w+\s)?(?:op\s)?(?P<day>{SPOKEN})",
        ),
        (
            "wordt werd word",
            rf"\b(?P<day>{SPOKEN}),?\s(?:dan\s)?(?:wordt|werd|word)\s{_WHO}\s(?:\w+\s)?(?:{_DAY_WORD}|\d{{1,2}})\b",
        ),
        (
            "jarig",
            rf"\b(?P<day>{SPOKEN})\s(?:is|was|wordt|werd)\s(?:\w+\s){{1,3}}?jarig\b",
        ),
        (
            "werd wordt word",
            rf"\b(?:werd|wordt|word)\s(?:op\s)(?P<day>{SPOKEN})\s(?:al\s|pas\s)?{_DAY_WORD}\b(?!\s(?:keer|uur|dagen))",
        ),
        (
            "geworden",
            rf"\bgeworden,?\s(?:(?:dus|op|de|dat|was)\s){{1,3}}(?P<day>{SPOKEN})",
        ),
        (
            "werd wordt word",
            rf"\b(?:werd|wordt|word)\s{_DAY_WORD}\sop\s(?:de\s)?(?P<day>{_NTH}(?:[.,]?\s{SPOKEN})?)",
        ),
        (
            "werd wordt word",
            rf"\b(?:werd|wordt|word)\s{_DAY_WORD}\sop\s(?:de\s)?{_NTH}[.,]?\s(?P<day>{SPOKEN})",
        ),
        (
            "in",
            rf"\bin\s{_MONTH}\s{_DAY_WORD}\s(?:op\s)?(?:de\s)?(?P<day>{SPOKEN})",
        ),
        (
            "verjaardag",
            rf"\bverjaardag,?\s(?:op\s)?de\s(?P<day>{_NTH})(?!\s(?:keer|dag|week|klas))\b",
        ),
        (
            "wordt werd",
            rf"(?P<day>\d{{1,2}}\s{_MONTH}(?:\s(?:19|20)\d\d)?)\s?\|\s?(?:[\w.]+\s){{1,3}}?(?:wordt|werd)\s(?:dan\s|die\sdag\s)?\d{{1,2}}\b",
        ),
    )
)
_WITHOUT_MONTH = tuple(f for f in _FORMS if f"(?P<day>{_NTH}" in f[0].pattern)
"""The forms that a day of the month alone is enough for: "verjaardag op de derde"."""
_A_MONTH = re.compile(rf"\s{_MONTH}")
_BORN_MARKS = ("geb", "gb", "gd", "g.d", "*", "°")
_TOLD = (
    "jarig", "geboren", "bevall", "beviel", "verjaar", "baby", "kwam", "wereld", "word", "werd",
    "tien de ", "elf de ", "twaalf de ", "is van", "zijn van", "komt van", "is uit", "komt uit", "er een van",
)  # fmt: skip
_FIGURES = r"\d{1,2}\s?[-/. ]\s?\d{1,2}\s?[-/. ]\s?(?:'?\d{2}|(?:19|20)\d\d)(?!\d)"
_WRITTEN = rf"\d{{1,2}}\s{_MONTH}\s?(?:(?:19|20)\d\d|'\d\d)(?!\d)"
_DATE = rf"(?:{_FIGURES}|{_WRITTEN})"
_BORN = re.compile(
    rf"(?:\bgeb(?:oren)?\b\.?(?:\s?da?t(?:u?m)?\b\.?)?(?:\sgecorr\w*\.?)?|\bgebdat\b|\bgb\b\.?|\bg\.?d\.?(?=:)|(?<!\w)[*°])"
    rf"\s?:?\s*(?:te\s\w+\s)?(?:op\s)?(?P<day>{_DATE}|\d{{6}}(?!\d)|\d{{8}}(?!\d))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"(?:(?<=[^\W\d_]\s)|(?<=[^\W\d_]\.\s))\((?:geb\.?\s|\*\s?)?(?P<day>\d{{1,2}}\s{_MONTH}\s?(?:19[3-9]\d|200\d|201[0-5]))(?=[,)])",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"\b(?:gegevens|personalia|voorblad|gezinsleden|gezinssamenstelling|samenstelling|bsn"
    r"|inwonend|kinderen|naw)\b",
    re.IGNORECASE,
)
_DATED = (
    "gegevens", "personalia", "voorblad", "gezinsleden", "samenstelling", "bsn", "inwonend",
    "kinderen", "naw",
)  # fmt: skip
_BEHIND_NAME = re.compile(
    rf"(?<=[^\W\d_.] )(?P<day>{_DATE})(?=\s*(?:[/;,|)]|$|[A-ZÀ-Þa-z]))"
)
_FEWEST = 2
_HEADS = ("geb", "gbd", "dob")
_CELL_DATE = re.compile(rf"\s*(?P<day>{_DATE}|\d{{6}}|\d{{8}})\s*$")
_FIGURE = re.compile(r"\d")


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield the dates of birth that are said, stand in a row of data or in a column."""
    column, document = -1, ""
    for page in pages:
        text = page.words.text
        lowered = page.lowered
        if page.holds(_TOLD):
            dated = _A_MONTH.search(lowered) is not None
            forms = _FORMS if dated else _WITHOUT_MONTH
            yield from _all(page, (form for form, told in forms if page.holds(told)))
        if page.figures:
            if page.holds(_BORN_MARKS):
                yield from _all(page, (_BORN,))
            if "(" in text:
                yield from _all(page, (_IN_BRACKETS,))
            if page.holds(_DATED) and _DATA.search(text):
                yield from _row(page)
        if "|" not in text and "\t" not in text:
            column = -1
            continue
        if page.document != document:
            column, document = -1, page.document
        head = _head(lowered)
        column = head if head >= 0 else column
        if head < 0 <= column:
            yield from _cell(page, column)


def _all(page: Page, forms: Iterable[re.Pattern[str]]) -> Iterator[Candidate]:
    for form in forms:
        for match in form.finditer(page.words.text):
            yield _candidate(page, match.start("day"), match.end("day"))


def _row(page: Page) -> Iterator[Candidate]:
    """Yield the dates behind names in a row of personal data, two at least."""
    found = [
        match
        for match in _BEHIND_NAME.finditer(page.words.text)
        if not page.flags[page.token_at(match.start() - 2)] & CLOSED
    ]
    if len(found) >= _FEWEST:
        for match in found:
            yield _candidate(page, match.start("day"), match.end("day"))


def _head(lowered: str) -> int:
    """Return the column whose head says that it holds dates of birth, else -1."""
    if not any(head in lowered for head in _HEADS) or _FIGURE.search(lowered):
        return -1
    cells = re.split(r"[|\t]", lowered)
    return next((n for n, c in enumerate(cells) if c.strip().startswith(_HEADS)), -1)


def _cell(page: Page, column: int) -> Iterator[Candidate]:
    text, begin = page.words.text, 0
    for number, cell in enumerate(re.split(r"[|\t]", text)):
        match = _CELL_DATE.match(cell) if number == column else None
        if match:
            yield _candidate(page, begin + match.start("day"), begin + match.end("day"))
        begin += len(cell) + 1


def _candidate(page: Page, start: int, end: int) -> Candidate:
    return Candidate(
        passage=page.id,
        span=Span(start=start, end=end),
        label=Label.DATE_OF_BIRTH,
        found_by="births",
        reason="date of birth",
        score=0.85,
    )
