"""One passage as the detectors see it: its words, what each may be, how it is written."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.passages import Passage
from ltnlp.domain.words import Words, cut, is_initial
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    INTERFIX,
    KIN,
    NAME,
    NOT_NAME,
    ROLE,
    TITLE,
    VERB,
    WORD,
    Lexicon,
)

_FIGURE = re.compile(r"\d")
_LONGEST_ABBREVIATION = 5
_ENOUGH_LETTERS = 12
_MOST_LETTERS = 3
_SHOUTED = 0.8
_ENOUGH_SENTENCES = 4
_MOST = 0.6
_OF_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,}['’](?:er|ers|en|tje|tjes)$")
"""Who or what is called by letters: "IB'er"."""
_SHOPS = frozenset({"albert heijn"})
"""Firms whose name begins as that of a person does."""
_LEGAL = (
    "wet", "wetboek", "besluit", "verdrag", "richtlijn", "circulaire", "regeling",
    "register", "verordening", "protocol", "convenant", "overleg", "model", "methode",
)  # fmt: skip


def is_participle(key: str) -> bool:
    """Tell whether a folded word has the form of a participle: "gebeld", "gesproken"."""
    return key.startswith("ge") and key.endswith(("d", "t", "en"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A passage cut into words, with what the lexicon says of each.

    Attributes:
        id: id of the passage.
        document: id of its document.
        words: the tokens.
        flags: what the lexicon says of each token.
        said: the folded tokens as a set, to see soon that a passage lacks a word.
        lowered: the text in lower case, to see soon that it lacks part of a word.
        figures: a figure stands in it.
        lexicon: where the flags came from.
        lower: the document is written without capitals, as transcripts are.
        shouting: the passage is written in capitals only.
        unmarked: it goes on without a mark, so that nothing parts one name from the next.
        body: index of the first token behind a speaker label.
    """

    id: str
    document: str
    words: Words
    flags: list[int]
    said: frozenset[str]
    lowered: str
    figures: bool
    lexicon: Lexicon
    lower: bool
    shouting: bool
    unmarked: bool
    body: int

    @property
    def plain(self) -> bool:
        """Tell whether capitals say nothing in this passage."""
        return self.lower or self.shouting

    def capital(self, at: int) -> bool:
        """Tell whether the token has a capital that says something."""
        return self.words.capital[at] and not self.shouting

    def ordinary(self, at: int) -> bool:
        """Tell whether the token is an ordinary word in some form."""
        flag = self.flags[at]
        return bool(flag & WORD) or self.lexicon.vocabulary.ordinary(
            self.words.keys[at]
        )

    def holds(self, parts: Iterable[str]) -> bool:
        """Tell whether one of these parts of words stands in the text, in any case."""
        # A loop: `any` over a generator takes thrice the time.
        for part in parts:  # noqa: SIM110
            if part in self.lowered:
                return True
        return False

    def abbreviation(self, at: int) -> bool:
        """Tell whether the token is written in capitals as abbreviations are."""
        shown = self.words.shown[at]
        return (
            not self.shouting
            and len(shown) <= _LONGEST_ABBREVIATION
            and shown.isupper()
            and not is_initial(shown)
        )

    def letters(self, at: int) -> bool:
        """Tell whether the token may be bare initials: "A", "JC", no "GZ" of the field."""
        shown = self.words.shown[at]
        if len(shown) == 1:
            return shown.isalpha()
        known = shown in self.lexicon.abbreviations or shown in self.lexicon.not_names
        free = not (known or self.shouting or self.flags[at] & (CLOSED | NOT_NAME))
        return (
            free and len(shown) <= _MOST_LETTERS and shown.isupper() and shown.isalpha()
        )

    def done(self, at: int) -> bool:
        """Tell whether the token has the form of a participle: "gebeld"; false behind the end."""
        return is_participle(self.words.key(at))

    def nameable(self, at: int) -> bool:
        """Tell whether a capitalised token may be part of a name."""
        flag, shown = self.flags[at], self.words.shown[at]
        if not shown[0].isalpha() or len(shown) == 1:
            return False
        if f"{self.words.keys[at]} {self.words.key(at + 1)}" in _SHOPS:
            return False
        if flag & NOT_NAME and not flag & NAME:
            return False
        if flag & CLOSED and not flag & NAME:
            return False
        if self.abbreviation(at) and (not flag & NAME or len(self.words.keys[at]) < 4):
            return False
        if not shown[1:].islower() and self._of_letters(at):
            return False
        if shown in self.lexicon.not_names and not flag & NAME:
            return False
        if self.words.keys[at].endswith(_LEGAL) and not flag & NAME:
            return False
        return "-" not in self.words.keys[at] or not self._half_a_name(at)

    def _of_letters(self, at: int) -> bool:
        """Tell whether capitals inside a word are those of an abbreviation."""
        shown = self.words.shown[at]
        if _OF_LETTERS.match(shown):
            return True
        return any(map(str.isupper, shown[2:])) and not self._mixed(at)

    def _mixed(self, at: int) -> bool:
        """Tell whether capitals inside a word are those of a name: "D'Angelo"."""
        shown = self.words.shown[at]
        if shown[1] in "'’":
            return True
        return shown.isupper() or "-" in shown or bool(self.flags[at] & NAME)

    def _half_a_name(self, at: int) -> bool:
        """Tell whether a hyphened word ends in a common one: "TLV-aanvraag"."""
        tail = self.words.shown[at].rpartition("-")[2]
        if self.lexicon.flag(self.words.keys[at].rpartition("-")[2]) & INTERFIX:
            return False
        return (
            tail[:1].islower()
            and not self.shouting
            and self.lexicon.vocabulary.ordinary(self.words.keys[at].rpartition("-")[2])
        )

    def candidate(
        self,
        first: int,
        behind: int,
        label: Label,
        found_by: str,
        reason: str,
        score: float = 0.9,
    ) -> Candidate:
        """Return a candidate over the tokens from `first` up to `behind`."""
        return Candidate(
            passage=self.id,
            span=self.words.span(first, behind),
            label=label,
            found_by=found_by,
            reason=reason,
            score=score,
            needs_review=score < 0.7,
            shape=Shape.UNKNOWN if label is Label.PERSON else None,
            listed=bool(self.flags[behind - 1] & NAME),
        )

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends behind `offset`."""
        return bisect_right(self.words.ends, offset)


def open_page(passage: Passage, lexicon: Lexicon, *, lower: bool) -> Page:
    """Return a passage as the detectors see it."""
    flag, listed = lexicon.flag, lexicon.flags
    capitals = 0 if passage.text.islower() else sum(map(str.isupper, passage.text))
    lower = lower or (not capitals and _letters(passage.text) > _ENOUGH_LETTERS)
    lower = lower or (bool(capitals) and _said_in_lower(passage.text))
    words = cut(passage.text, lower=lower)
    lower = lower or _begins_lower(words)
    flags = [listed[k] if k in listed else flag(k) for k in words.keys]
    unmarked = not lower and _is_unmarked(passage)
    if unmarked:
        words = _opened_by_capitals(words, flags)
    body = 0
    while body < len(words) and words.ends[body] <= passage.body_start:
        body += 1
    return Page(
        id=passage.id,
        document=passage.document,
        words=words,
        flags=flags,
        said=frozenset(words.keys),
        lowered=passage.text.lower(),
        figures=_FIGURE.search(passage.text) is not None,
        lexicon=lexicon,
        lower=lower,
        shouting=_shouts(passage.text, capitals),
        unmarked=unmarked,
        body=body,
    )


def _is_unmarked(passage: Passage) -> bool:
    """Tell whether somebody talks long without a mark: sentences end where nothing says so."""
    body = passage.text[passage.body_start :]
    if len(body) < _LONG_TALK or ", " in body or "? " in body:
        return False
    label = LABELS.match(body)
    return _MARKED.search(body, label.end() if label else 0) is None


_LONG_TALK = 80
_MARKED = re.compile(r"\w\w[.?!,;:…|)\"”](?:\s|$)")
_OPENS, _BEGINS = CLOSED | WORD | VERB, GIVEN | TITLE | INTERFIX | KIN | ROLE


def _opened_by_capitals(words: Words, flags: Sequence[int]) -> Words:
    """Let a capital of a common word open a sentence where no mark could.

    Behind what begins a name only a word of the closed classes does: "Hendrika Blauw".
    """
    capital, opens = [*words.capital, False], list(words.opens)
    for at in (at for at, big in enumerate(words.capital) if big and not opens[at]):
        begun = at and (flags[at - 1] & _BEGINS or is_initial(words.shown[at - 1]))
        opening = flags[at] & (CLOSED if begun else _OPENS)
        opens[at] = bool(opening) and not (flags[at] & NAME or capital[at + 1])
    return replace(words, opens=opens)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _shouts(text: str, capitals: int) -> bool:
    """Tell whether nearly all letters are capitals, counted only where many are."""
    if capitals <= _SHOUTED * _ENOUGH_LETTERS:
        return False
    letters = _letters(text)
    return letters > _ENOUGH_LETTERS and capitals > _SHOUTED * letters


LABELS = re.compile(r"^(?:\[[^\]\n]*\]|[\d:.,/\- ])*[^\n:<>@]{1,40}: ", re.MULTILINE)
"""Who speaks, as chats and transcripts write it: its capital says nothing of the rest."""


def _said_in_lower(text: str) -> bool:
    """Tell whether a chat's line has no capitals behind the label: "Shay: wie is rowie"."""
    label = LABELS.match(text)
    if not label or "\n" in text or not label.group()[-3:-2].isalnum():
        return False
    said = text[label.end() :]
    return said.islower() and len(said) > _ENOUGH_SAID and said[0].isalpha()


_ENOUGH_SAID = 20


def _begins_lower(words: Words) -> bool:
    """Tell whether most sentences begin without a capital, as in hasty mails."""
    if words.opens.count(True) < _ENOUGH_SENTENCES:
        return False
    begins = [i for i, o in enumerate(words.opens) if o and words.shown[i][0].isalpha()]
    without = sum(not words.capital[i] for i in begins)
    return len(begins) >= _ENOUGH_SENTENCES and without > _MOST * len(begins)
