"""Dates of birth and ages told over two turns: "En hoe oud is hij?", "Vier, net."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.ages import AGE, YOUNG
from ltnlp.nlp.names.birthdays import SPOKEN
from ltnlp.nlp.names.births import DAY
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.years import OLDEST, age_class, years_of

_FURTHEST = 3
"""Lines with times and numbers stand between the turns of some transcripts."""
_TAIL = 160
_HOW_OLD = re.compile(
    r"\b(?:hoe oud|en (?:je|jij|u|hij|zij|ze) (?:bent|is)|welke leeftijd|wat is (?:zijn|haar) leeftijd)\b[^?.!\n]{0,60}[?.…]*\s*$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:\b(?:wanneer|welke (?:dag|datum))\b[^?.!\n]{0,60}"
    r"\b(?:geboren|jarig|bevallen|verjaardag|verjaart|beviel\w*)\b[^?.!\n]{0,30}"
    r"|\b(?:geboren|bevallen|bevalling|geboorte|geboortedatum|verjaardag|jarig))"
    r"[?.…\s]*$",
    re.IGNORECASE,
)
_OLD = (
    "hoe oud",
    "leeftijd",
    "en je ",
    "en jij ",
    "en u ",
    "en hij ",
    "en zij ",
    "en ze ",
)
_BORN = ("gebor", "bevall", "beviel", "geboorte", "verjaa", "jarig")
"""What a text in lower case must hold for each: speed counts."""
_LABEL = r"\s*(?:<v [^>]*>\s*)?(?:[^\W\d][\w. ]{0,30}:\s*)?"
_DATE_FIRST = re.compile(
    rf"{_LABEL}[^.?!;\d]{{0,40}}?(?P<found>{DAY}|{SPOKEN})", re.IGNORECASE
)
_AGE_FIRST = re.compile(
    rf"{_LABEL}(?:[^\W\d]+[,.]?\s+){{0,5}}?(?P<found>{YOUNG}|(?!een\b){AGE})\b"
    r"(?!\s+(?:kinderen|keer|broers|zussen|uur|van|weken|maanden|dagen|weekend))",
    re.IGNORECASE,
)
_NEXT_AGE = re.compile(
    rf"[,.]?\s(?:of\s|à\s|tot\s|a\s|toen\s|nu\s)?(?:misschien\s)?(?P<found>(?!een\b){AGE})(?=\s*(?:[.,;!?]|$)|\sjaar\b)",
    re.IGNORECASE,
)
_WHO_SPEAKS = re.compile(
    r"\s*\[?(?:spreker|interviewer|stem|speaker|persoon|respondent|deelnemer)\s?\w?\]?:?\s*",
    re.IGNORECASE,
)


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield what the turn behind a question about birth or age begins with."""
    for at, page in enumerate(pages):
        text = page.words.text[-_TAIL:]
        old = page.holds(_OLD) and _HOW_OLD.search(text) is not None
        when = page.holds(_BORN) and _WHEN.search(text) is not None
        if not (old or when):
            continue
        answer = _answer(pages, at)
        if answer and old:
            yield from _age(answer)
        if answer and when:
            yield from _date(answer)


def _answer(pages: Sequence[Page], at: int) -> Page | None:
    """Return the next passage of the document that says something."""
    for page in pages[at + 1 : at + 1 + _FURTHEST]:
        if page.document != pages[at].document:
            return None
        text = page.words.text
        if "-->" in text or _WHO_SPEAKS.fullmatch(text):
            continue
        if text.strip("0123456789 \n"):
            return page
    return None


def _date(page: Page) -> Iterator[Candidate]:
    match = _DATE_FIRST.match(page.words.text)
    if match:
        yield _candidate(page, match, Label.DATE_OF_BIRTH)


def _age(page: Page) -> Iterator[Candidate]:
    """Yield the age that an answer gives, and a second one: "dertien veertien"."""
    match = _AGE_FIRST.match(page.words.text)
    while match:
        years = years_of(match["found"].lower())
        if years is None or years > OLDEST:
            return
        yield replace(_candidate(page, match, Label.AGE_PRECISE), role=age_class(years))
        match = _NEXT_AGE.match(page.words.text, match.end("found"))


def _candidate(page: Page, match: re.Match[str], label: Label) -> Candidate:
    start, end = match.span("found")
    return Candidate(
        passage=page.id,
        span=Span(start=start, end=end),
        label=label,
        found_by="answers",
        reason="answer to a question about birth or age",
        score=0.75,
    )
