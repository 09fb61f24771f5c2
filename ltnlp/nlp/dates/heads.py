"""The day on which a source was held or written, as its head tells it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ltnlp.domain.documents import DocumentKind, ReadText, SegmentKind
from ltnlp.nlp.dates.cues import born_here
from ltnlp.nlp.dates.known_days import whole_days

_LINES = 8
_LONGEST = 160  # of a line of a head, in characters: a longer one tells a story
_TALK = re.compile(r"[?!]|\b(?:ik|wij|we|jij|je|u)\b", re.IGNORECASE)
_TOLD = frozenset({SegmentKind.TURN, SegmentKind.ROW, SegmentKind.HEADER_ROW})
_CONVERSATIONS = frozenset({DocumentKind.INTERVIEW, DocumentKind.CLIENT_INTERVIEW})
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? |(?:ma|di|wo|do|vr|za|zo)\.? )?"
)
_TITLE = (
    r"(?:\w*(?:interview|gesprek|verslag|verhaal|brief|uittreksel)s?(?:verslag)?|notulen"
    r"|transcript(?:ie)?)"
)
_HELD = (
    r"(?:(?:gesprek|interview|verslag|brief) )?(?:is )?(?:gehouden|gevoerd|afgenomen"
    r"|opgenomen|opgemaakt|opgesteld|geschreven|gemaakt|gedateerd)(?: op)?:? "
)
_LABEL = (
    r"(?:datum(?: (?:van )?(?:het |de )?(?:gesprek|interview|verslag|brief|afname|uittreksel))?"
    r"|(?:gespreks|interview|verslag)datum|(?:verzonden|date|sent)) ?: ?"
)
_CUE = re.compile(rf"(?:^|[\s(,;.–-])(?:{_HELD}|{_LABEL}){_WEEKDAY}$", re.IGNORECASE)
_STARTS = re.compile(rf"^(?:d\.?d\.? )?{_WEEKDAY}$", re.IGNORECASE)
_PLACE = re.compile(r"^['’]?[A-Z][\w'’ -]{1,30}, (?:de )?" + _WEEKDAY + "$")
_TITLED = re.compile(
    rf"^.{{0,30}}?\b{_TITLE}\b.*(?:[,;:(–-] ?|\bd\.?d\.? |\bop |{_TITLE} van )"
    rf"{_WEEKDAY}$",
    re.IGNORECASE,
)
# What the source is about has a day of its own.
_ABOUT = re.compile(
    r"\b(?:over|na|sinds|vanaf|inzake|betreft|betreffende|onderwerp|aanleiding|n\.?a\.?v"
    r"|periode|tot|t/m)\b|\d(?: [a-z]+)? (?:en|[–-]) ?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:tot|t/m|en|–|-)\s*(?:en met\s*)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadDay:
    """A day with the words that tell it, which hold no more than cue and date."""

    day: dt.date
    words: str


def day_of_head(text: ReadText, kind: DocumentKind) -> HeadDay | None:
    """Return the day that the first lines tell before the talk begins.

    None where they tell two days, or where the same form comes back below them with
    another day: those are heads of parts, not of the whole.
    """
    until = next((s.span.start for s in text.segments if s.kind in _TOLD), None)
    lines = [line.strip() for line in text.text[:until].splitlines() if line.strip()]
    head = list(takewhile(_is_head, lines[:_LINES]))
    found = [told for line in head for told in _told(line, kind)]
    if len({one.day for one in found}) != 1:
        return None
    below = text.text.splitlines()
    others = {one.day for line in below for one in _told(line.strip(), kind)}
    return found[0] if len(others) == 1 else None


def _is_head(line: str) -> bool:
    return len(line) <= _LONGEST and _TALK.search(line) is None


def _told(line: str, kind: DocumentKind) -> Iterator[HeadDay]:
    if len(line) > _LONGEST:
        return
    for span, day in whole_days(line):
        before, after = line[: span.start], line[span.end :]
        if _RANGE.match(after):
            return
        if born_here(line, span.start):
            continue
        cue = _CUE.search(before)
        if _ABOUT.search(before) or not (cue or _heads(before, after, kind)):
            continue
        start = cue.start() if cue else span.start
        yield HeadDay(day=day, words=line[start : span.end].strip(" (,;.–-"))


def _heads(before: str, after: str, kind: DocumentKind) -> bool:
    ends = not after.strip(" .)")
    if ends and (_PLACE.match(before) or _TITLED.match(before)):
        return True
    opens = ends or after.startswith((",", " om ", " van "))
    return kind in _CONVERSATIONS and opens and _STARTS.match(before) is not None
