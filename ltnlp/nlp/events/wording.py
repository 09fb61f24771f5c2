"""A short, neutral description of a happening, from its own words."""

import re

from ltnlp.domain.spans import Span
from ltnlp.nlp.events.features import begins_with_verb
from ltnlp.nlp.sentences import clauses

LONGEST = 120

_FILLER = re.compile(
    r"^(?:(?:ja|nee|nou|nou ja|tja|eh+m?|uh+m?|pff|en|dus|maar|toen|want|ook|kijk|goed|oké"
    r"|eigenlijk|gewoon|weet je|zeg maar|op een gegeven moment|vervolgens|daarna)\b"
    r"[\s,.…:;!-]*)+",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:toen|daarna|vervolgens|ook|eigenlijk|op een gegeven moment)[\s,]*$",
    re.IGNORECASE,
)
"""What keeps its place before a verb: without it the sentence would be a question."""
_SUBORDINATE = re.compile(
    r"(?:voordat|nadat|toen|waarin|waarop|dat|die|terwijl|omdat|sinds|tot|als|van|en)\b",
    re.IGNORECASE,
)
"""Words with which no sentence can begin whose day was cut."""
_INSIDE = re.compile(
    r",?\s*\b(?:eh+m?|uh+m?|zeg maar|weet je(?: wel)?|moet ik zeggen|eerlijk waar"
    r"|denk ik|geloof ik|hè|pff|of zo|ofzo|nota bene)\b,?",
    re.IGNORECASE,
)
_EDGE = " \t\n,;:.…|–—-"


def description(text: str, core: Span, dates: tuple[Span, ...] = ()) -> str:
    """Return at most 120 characters that say what `core` tells.

    The date at its head, fillers and clauses after the first are left out; words are
    not changed otherwise.
    """
    told = _without_head_date(text, core, dates)
    first = clauses(told)
    short = first[0].of(told) if first and len(first[0]) >= 20 else told
    clean = _INSIDE.sub("", _without_filler(" ".join(short.split()))).strip(_EDGE)
    clean = clean or " ".join(told.split()).strip(_EDGE) or core.of(text)
    return _cut(clean[:1].upper() + clean[1:])


def _without_head_date(text: str, core: Span, dates: tuple[Span, ...]) -> str:
    for date in dates:
        head = text[core.start : date.start]
        if core.contains(date) and len(head.strip(_EDGE + "opinmetper")) == 0:
            rest = text[date.end : core.end].strip(_EDGE)
            broken = begins_with_verb(rest) or _SUBORDINATE.match(rest)
            return core.of(text) if not rest or broken else rest
    return core.of(text)


def _without_filler(text: str) -> str:
    found = _FILLER.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    kept = _OF_TIME.search(text, 0, found.end()) if begins_with_verb(rest) else None
    return text[kept.start() :] if kept else rest


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    whole = text[: LONGEST - 1].rsplit(" ", 1)[0]
    return whole.rstrip(_EDGE) + "…"
