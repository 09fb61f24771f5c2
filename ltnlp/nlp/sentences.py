"""Sentences and clauses of Dutch talk, file notes, table rows and rulings."""

import re
from functools import lru_cache

from ltnlp.domain.spans import Span
from ltnlp.nlp.breaths import breaths
from ltnlp.nlp.resources import load_yaml

_END = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s|$)")
_BREAK = re.compile(r"\s*\n\s*\n\s*|\s+\|\s*|\s*\|\s+")
_LINE = re.compile(r"[ \t]*\n[ \t]*")
_WORD = re.compile(r"[^\s(\[\"'“‘«]+$")
_NUMBERING = re.compile(r"\s*(?:[-•*]\s*)?(?:\d{1,3}[.)]?)+[a-z]?[.)]?\s*$")
_BEGINS = re.compile(r"[\s\"'“‘«(\-–—•*]*(?P<first>[^\W_]|\[)")
_FIRST_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
_HANGING = re.compile(
    r"(?:,|\b(?:de|het|een|van|in|op|aan|met|voor|bij|en|of|dat|te))$"
)
_CLAUSE = re.compile(
    r";\s+|\s+[–—]\s+|,?\s+(?=(?:maar|want|terwijl|omdat|doordat|zodat|waarna|waarop"
    r"|hoewel|waardoor|nadat|voordat|totdat|al was|dus)\b)|,\s+(?=(?:en|dat|toen|daarna"
    r"|die|wat|als|daar|dan|nadat|ik|we|wij|hij|zij|ze|er|dus)\b)"
)
_SMALLEST_CLAUSE = 8
LONGEST = 2000
"""Characters that a sentence has at most: what nobody ended is cut at a blank."""
_LOOK_BACK = 64
_MASKS = re.compile(r"\[[^\]]*\]")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load_yaml("events/abbreviations.yaml")
    words = [frozenset(map(str, data[k])) for k in ("never_end", "may_end", "starters")]
    return words[0], words[1], words[2]


@lru_cache(maxsize=4096)
def sentences(text: str, start: int = 0) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, trimmed of white space.

    Blank lines and table bars (" | ") always end one; a single line break does when
    a new line visibly begins. Talk that is written without capitals ends a sentence
    at a full stop too: its first letter tells that it is. Talk without any mark is cut
    where a new breath shows (`breaths`). What goes on without an end is cut as well, so
    that no reader of sentences meets a whole book as one.

    Args:
        text: any Dutch text, pseudonyms in brackets included.
        start: only from this offset on (after a speaker label, say).
    """
    spans: list[Span] = []
    begin = start
    for stop, resume in _stops(text, start):
        begin = _cut(spans, text, begin, stop)
        _keep(spans, text, begin, stop)
        begin = resume
    begin = _cut(spans, text, begin, len(text))
    _keep(spans, text, begin, len(text))
    return tuple(breath for span in spans for breath in breaths(text, span))


def _cut(spans: list[Span], text: str, begin: int, end: int) -> int:
    """Keep pieces of what is too long and return where its last piece begins."""
    while end - begin > LONGEST:
        blank = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
        reached = blank + 1 if blank >= 0 else begin + LONGEST
        _keep(spans, text, begin, reached)
        begin = reached
    return begin


def clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of all sentences of `text` in order, none overlapping.

    Cuts at semicolons, dashes and conjunctions; a stub shorter than a few letters
    stays with what follows it.
    """
    spans: list[Span] = []
    for sentence in sentences(text):
        begin = sentence.start
        for cut in _CLAUSE.finditer(text, sentence.start, sentence.end):
            if cut.start() - begin >= _SMALLEST_CLAUSE:
                _keep(spans, text, begin, cut.start())
                begin = cut.end()
        _keep(spans, text, begin, sentence.end)
    return tuple(spans)


def _keep(spans: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    bare = piece.strip()
    if any(letter.isalnum() for letter in bare):
        first = begin + len(piece) - len(piece.lstrip())
        spans.append(Span(start=first, end=first + len(bare)))
    elif bare and spans and spans[-1].end <= begin and "|" not in bare:
        spans[-1] = Span(start=spans[-1].start, end=begin + len(piece.rstrip()))


def _stops(text: str, start: int) -> list[tuple[int, int]]:
    """Return (end of a sentence, where to go on) in order."""
    stops = [(m.start(), m.end()) for m in _BREAK.finditer(text, start)]
    stops += [
        (m.start(), m.end())
        for m in _LINE.finditer(text, start)
        if _new_line(text, m.start(), m.end())
    ]
    hard = sorted({start, *(end for _, end in stops)})
    at = 0
    small = _without_capitals(text[start:])
    for mark in _END.finditer(text, start):
        while at + 1 < len(hard) and hard[at + 1] <= mark.start():
            at += 1
        if _ends_sentence(text, hard[at], mark, small):
            stops.append((mark.end(), mark.end()))
    return sorted(stops)


def _new_line(text: str, end: int, begin: int) -> bool:
    """Tell whether the line after a single break begins something new."""
    before = text[max(0, end - 12) : end]
    if before.endswith((".", "!", "?", ":", "…", "|", '"', ")")):
        return True
    if _HANGING.search(before):
        return False
    first = text[begin : begin + 1]
    return first.isupper() or first.isdigit() or first in "[-•*–—"


def _without_capitals(text: str) -> bool:
    """Tell whether a text begins with a small letter, pseudonyms left out."""
    first = _LETTER.search(_MASKS.sub(" ", text))
    return first is not None and first[0].islower()


def _ends_sentence(text: str, begin: int, mark: re.Match[str], small: bool) -> bool:
    """Tell whether punctuation ends a sentence: by what stands before and after."""
    rest = text[mark.end() : mark.end() + 40]
    if not rest.strip():
        return True
    follows = _BEGINS.match(rest)
    if follows is None or not (small or _may_begin(follows["first"])):
        return False
    if mark["mark"][0] in "!?":
        return True
    if mark["mark"] != ".":
        return follows["first"] != "[" and _may_begin(follows["first"])
    before = text[max(begin, mark.start() - _LOOK_BACK) : mark.start()]
    return _full_stop_ends(before, rest, bool(mark["close"]))


def _may_begin(letter: str) -> bool:
    return letter.isupper() or letter.isdigit() or letter == "["


def _full_stop_ends(before: str, rest: str, closed: bool) -> bool:
    never, may, starters = _lists()
    if _NUMBERING.fullmatch(before[-12:]) and len(before) <= 12:
        return False
    found = _WORD.search(before[-24:])
    token = found[0].lower() if found else ""
    if closed:
        return token not in never
    next_word = _FIRST_WORD.match(rest)
    starts = (
        bool(next_word) and next_word[1].lower() in starters if next_word else False
    )
    if token in never or _is_initial(token, before):
        return starts and token not in {"mw", "mevr", "dhr", "dr", "drs", "art", "nr"}
    if token in may:
        return starts or not _digit_first(rest)
    return True


def _is_initial(token: str, before: str) -> bool:
    """Tell whether `token` is an initial or initials ("E", "J.P", "A.M")."""
    parts = token.split(".")
    capital = before[-1:].isupper()
    return capital and all(len(part) == 1 and part.isalpha() for part in parts)


def _digit_first(rest: str) -> bool:
    return rest.lstrip()[:1].isdigit()
