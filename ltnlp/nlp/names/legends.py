"""Speakers told by a letter: "d = moeder, p = zoon", "mevr t", "W = wouter"; chat senders.

A legend says whom a letter stands for; the letter then opens lines, and names that person
as much as a name does. Letters of who asks or writes name nobody of the family.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, KIN, NAME, ROLE, TITLE, VERB
from ltnlp.nlp.names.page import Page

_ASKING = word_set(
    "interviewer interviewster vraagt vrager vraag onderzoeker reviewer spreker "
    "int intv itv interv iv vrg rev ond"
)
_CALLERS = word_set("opa oma oom tante juf meester pleegmoeder pleegvader")
_NO_LETTERS = frozenset("u")
_LONGEST = 3
_SENDER = re.compile(
    r"^(?P<first>[^\d\n:<>|]{2,24}?)\s\d{1,2}:\d{2}\s[-–]\s"
    r"|^\W*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s(?:om\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?"
    r"|\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?,\s\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\]?"
    r"|\d{1,2}[:.]\d{2}\]?)\s(?:[-–~]\s){0,2}(?P<sender>[^\n:<>]{1,30}?):\s"
)


def find(pages: Sequence[Page]) -> Iterator[Candidate]:
    """Yield letters that a legend or a title makes a person, wherever they open a line."""
    told: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        if "=" in page.said:
            for at in _explained(page):
                told[page.document].add(page.words.keys[at])
                yield _letter(page, at)
        yield from _titled(page)
        yield from _sender(page)
    for page in pages if told else ():
        letters = told.get(page.document, ())
        for at, key in enumerate(page.words.keys):
            if (
                key in letters
                and page.words.opens[at]
                and page.words.key(at + 1) == ":"
            ):
                yield _letter(page, at)


def _explained(page: Page) -> Iterator[int]:
    """Yield the letters that are said to be one of the family, or somebody by name."""
    words = page.words
    for mark in range(1, len(words) - 1):
        at, behind = mark - 1, mark + 1
        if words.shown[mark] != "=" or not _may_be_letter(page, at):
            continue
        if words.keys[behind] in {"de", "het"} and behind + 1 < len(words):
            behind += 1
        named = words.keys[behind].startswith(words.keys[at])
        told = page.flags[behind] & (KIN | TITLE) or named
        if words.keys[behind] not in _ASKING and told:
            yield at


def _may_be_letter(page: Page, at: int) -> bool:
    shown = page.words.shown[at]
    return (
        len(shown) <= _LONGEST
        and shown.isalpha()
        and not page.words.key(at - 1).isalpha()
    )


def _titled(page: Page) -> Iterator[Candidate]:
    """A small letter behind a title and before a verb, or behind kinship that speaks."""
    words = page.words
    for at in (at for at, shown in enumerate(words.shown) if len(shown) == 1):
        shown = words.shown[at]
        if not at or not shown.isalpha() or shown in _NO_LETTERS:
            continue
        if not words.joined(at):
            continue
        verb = (
            at + 1 < len(words) and words.joined(at + 1) and page.flags[at + 1] & VERB
        )
        speaks = words.keys[at - 1] in _CALLERS and len(words) == at + 1 == _SPEAKING
        if speaks or (verb and page.plain and page.flags[at - 1] & TITLE):
            yield _letter(page, at)


_SPEAKING = 2
"""How many words a line has that says only who speaks: "opa v"."""


def _sender(page: Page) -> Iterator[Candidate]:
    """Who sends a message: "… 15:58 - wil boven:", "… - avó bia:"."""
    match = _SENDER.match(page.words.text)
    if not match:
        return
    group = "first" if match["first"] else "sender"
    first, words = page.token_at(match.start(group)), page.words
    behind = page.token_at(match.end(group) - 1) + 1
    if "(" in words.shown[first:behind]:
        behind = words.shown.index("(", first)
    while first < behind and page.flags[first] & (KIN | TITLE | ROLE):
        first += 1
    last = behind
    while last > first and _tells_more(page, last - 1):
        last -= 1
    if last == first:
        return
    shown = words.text[words.starts[first] : words.ends[last - 1]]
    letters = shown.isupper() or page.flags[first] & CLOSED
    short = len(shown) <= _LONGEST and letters and not page.flags[first] & NAME
    short = short or words.keys[first] in _ASKING
    if not shown[0].isalpha() or any(map(str.isdigit, shown)) or short:
        return
    found = page.candidate(first, last, Label.PERSON, "labels", "speaker", 0.9)
    yield replace(found, shape=Shape.GIVEN if last == first + 1 else Shape.FULL)


def _tells_more(page: Page, at: int) -> bool:
    """Tell whether a word of a sender is no name: "wil boven", "moeder bas"."""
    flag, capital = page.flags[at], page.capital(at) and not page.words.opens[at]
    if flag & (KIN | TITLE | ROLE):
        return True
    word = page.ordinary(at) and not flag & GIVEN
    return word and (bool(flag & CLOSED) or not (capital or flag & NAME))


def _letter(page: Page, at: int) -> Candidate:
    found = page.candidate(at, at + 1, Label.PERSON, "labels", "speaker", 0.85)
    return replace(found, shape=Shape.INITIALS)


_SIGNED = re.compile(
    r"^[ \t]*(?P<name>(?:[^\W\d_]\.[ ]?)(?:(?:[a-z]{1,3}\.?|[^\W\d_]\.)[ -]?){0,3}[^\W\d_]\.)[ \t]*$",
    re.MULTILINE,
)
_NOBODY = frozenset({"p.s.", "n.b.", "b.v.", "n.v.", "a.s.", "e.d.", "o.a."})


def signatures(page: Page) -> Iterator[Candidate]:
    """Yield initials that fill a line: "M.T.A.F.", "G.t.H."."""
    text = page.words.text
    if "." not in text or not any(key[-1:] == "." for key in page.words.keys):
        return
    for match in _SIGNED.finditer(text):
        shown = match["name"].lower()
        if shown.replace(" ", "") in _NOBODY or shown.count(".") < 2:
            continue
        yield Candidate(
            passage=page.id,
            span=Span(start=match.start("name"), end=match.end("name")),
            label=Label.PERSON,
            found_by="letters",
            reason="signature",
            score=0.85,
            shape=Shape.INITIALS,
        )
