"""Words between and around dates: corrections, quotes, headers, births, citations."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from ltnlp.nlp.dates.lexicon import words
from ltnlp.nlp.dates.prose import CITATION_AFTER, CITATION_BEFORE

HEADER = re.compile(
    r"[\s>|*]*(?:datum|gespreksdatum|interviewdatum|verzonden|verstuurd|sent|date|ontvangen"
    r"|opname|afgenomen|gehouden|opgesteld|samengesteld)\b[^\n]{0,24}?[:,\s]",
    re.IGNORECASE,
)
"""How a line begins that tells the day of the document or of what follows."""

_WROTE = re.compile(r"[^\n]{0,80}\b(?:schreef|schreven|wrote)\b", re.IGNORECASE)
_BEFORE_WROTE = re.compile(r"[\s>|*]*(?:op|on)?\s*", re.IGNORECASE)


_FROM = re.compile(r"[\s>|*]*(?:van|from)\s*:[^\n]{0,60}", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[\s,]*(?:\d{1,2}[:.]\d\d(?:\suur|u)?)?\s*:?\s*$")


def heads(text: str, body: int, start: int, end: int) -> bool:
    """Tell whether a date is the day of what follows: "Verzonden: …", "Op … schreef"."""
    if _FROM.match(text, body, start) and _LINE_ENDS.match(text, end):
        return True
    header = HEADER.match(text, body)
    if header and start - header.end() < _HEADER_REACH:
        return True
    before = _BEFORE_WROTE.match(text, body)
    begins = before is not None and before.end() == start
    return begins and _WROTE.match(text, end) is not None


_HEADER_REACH = 30

SUBJECT = re.compile(r"[\s>|*]*(?:onderwerp|subject|betreft?)\s*:", re.IGNORECASE)
"""How a line begins that may be older than the mail it stands in."""

_CORRECTION = re.compile(
    r"\b(?:of nee|nee\b[, ]{0,2}(?:nee|wacht|sorry|dat|het|toch|in|op|ik|eh)"
    r"|nee wacht|wacht even|wacht,|nee,|ik bedoel|bedoel ik|sorry,|correctie"
    r"|of eigenlijk|althans|klopt niet|zeg ik verkeerd|vergis)",
    re.IGNORECASE,
)
_REACH = 90

_SAYING = re.compile(
    r"\b(?:zei|zeiden|zegt|gezegd|vroeg|vroegen|riep|dacht|belde|beloofde|schreef|appte"
    r"|mailde|vertelde|antwoordde|zeg|dan bel ik|stond erin|gaat)\b|[\"“„]"
    r"|:\s(?=ik|we|dan|u|je|wij)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]\s")
_BIRTH = re.compile(
    r"(?:\bgeb(?:oren|\.)?|\bgeboortedatum|\*)[\s:.]{0,3}(?:op\s)?$", re.I
)


def corrected(text: str, end: int, start: int) -> bool:
    """Tell whether the words between two dates take the first one back."""
    if not 0 <= start - end <= _REACH:
        return False
    return _CORRECTION.search(text, end, start) is not None


_PAST_STATE = re.compile(
    r"\b(?:zat|zaten|was|waren|had|hadden|woonde|stond|lag|werkte|ging|sliep|kende)\b",
    re.IGNORECASE,
)


def long_past(text: str, at: int, end: int | None = None) -> bool:
    """Tell whether the sentence is in the past tense: so far, or around a stretch."""
    if _PAST_STATE.search(text, _sentence_begin(text, at), at):
        return True
    if end is None:
        return False
    stop = _SENTENCE_END.search(text, end, end + 60)
    return _PAST_STATE.search(text, end, stop.start() if stop else end + 60) is not None


_PLUPERFECT = re.compile(
    r"\b(?:had|hadden)\b|\b(?:was|waren)\s(?:toen\s)?(?:al|reeds)\b|\b(?:zoals|eerder)\b",
    re.IGNORECASE,
)


def pluperfect(text: str, at: int) -> bool:
    """Tell whether the sentence so far looks back from the story: "ze hadden hem …"."""
    return _PLUPERFECT.search(text, _sentence_begin(text, at), at) is not None


def _sentence_begin(text: str, at: int) -> int:
    begin = max(0, at - 60)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, begin, at)]
    return ends[-1] if ends else begin


def quoted(text: str, at: int) -> bool:
    """Tell whether the words are said by somebody of that moment."""
    begin = max(0, at - 120)
    sentence = text[begin:at]
    ends = [m.end() for m in _SENTENCE_END.finditer(sentence)]
    return _SAYING.search(sentence, ends[-1] if ends else 0) is not None


_LEARNT = re.compile(
    r"\b(?:hoorde|hoor|begreep|ontdekte|vernam|las|lees|bleek|achterhaald|achter gekomen"
    r"|kwam[^.!?\n]{0,30}achter|wist[^.!?\n]{0,20}niet)\b",
    re.IGNORECASE,
)


def learnt_later(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence says when somebody came to know of something."""
    begin = max(0, start - 80)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, begin, start)]
    return _LEARNT.search(text, ends[-1] if ends else begin, end + 20) is not None


def born_here(text: str, start: int) -> bool:
    """Tell whether the date is a date of birth."""
    return _BIRTH.search(text[max(0, start - 24) : start]) is not None


def cited(text: str, start: int, end: int) -> bool:
    """Tell whether the date is part of the citation of a court's decision."""
    if CITATION_AFTER.match(text, end, min(len(text), end + 80)):
        return True
    return CITATION_BEFORE.search(text[max(0, start - 80) : start]) is not None


def named_person(text: str, start: int, births: Mapping[str, dt.date]) -> str | None:
    """Return the person with a known date of birth that was named last before."""
    if len(births) < 2:
        return None
    before = text[max(0, start - 400) : start].lower()
    at = {name: before.rfind(name) for name in births if name}
    nearest = max(at, key=lambda name: at[name], default=None)
    return nearest if nearest and at[nearest] >= 0 else None


_ALREADY_AFTER = re.compile(r"\s?al\b(?!\s(?:met|die|de|het|zo))", re.IGNORECASE)
_ALREADY_BEFORE = re.compile(r"\bal\s(?:in|op|met|rond|sinds)?\s?$", re.IGNORECASE)


def already(text: str, start: int, end: int) -> bool:
    """Tell whether it is told as earlier than the story: "in juli al"."""
    if _ALREADY_AFTER.match(text, end):
        return True
    return _ALREADY_BEFORE.search(text, max(0, start - 12), start) is not None


_WORD = re.compile(r"[^\W\d_]+")


def event_words(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the happenings that the sentence with this date tells of."""
    known = words()
    begin = max(text.rfind(". ", max(0, start - 160), start), max(0, start - 160))
    stop = text.find(". ", end, end + 160)
    stop = stop if stop >= 0 else min(len(text), end + 160)
    for match in _WORD.finditer(text, begin, stop):
        word = match.group().lower()
        if "EVENT" in known.get(word, {}):
            yield word
