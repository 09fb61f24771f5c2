"""Where a candidate stands: the words around it, and how the text is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ltnlp.nlp.dates.tokens import Token
from ltnlp.nlp.resources import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is written.

    Attributes:
        kind: kind of source; "chat" has times of the day as well.
        row: an entry or a row, where a bare date may stand alone.
        document: labelled as whole documents are; see `read_stretches`.
    """

    kind: str
    row: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a candidate stands."""

    tokens: Sequence[Token]
    text: str
    style: Style

    @property
    def kind(self) -> str:
        """Return the kind of source."""
        return self.style.kind

    @property
    def row(self) -> bool:
        """Tell whether it stands in an entry or a row."""
        return self.style.row

    def word(self, index: int) -> str:
        """Return the word at a token, "" outside the text."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def raw(self, index: int) -> str:
        """Return the word as written."""
        if not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        return self.text[token.start : token.end]


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, frozenset[str]]:
    """Return the lists of words that tell a date from what is none."""
    source = load_yaml("dates/not_a_date.yaml")
    return {name: frozenset(map(str, words)) for name, words in source.items()}


def starts_sentence(place: Place, first: int) -> bool:
    """Tell whether nothing but a sign stands before a token in its sentence."""
    return first == 0 or place.word(first - 1) in {
        ".", "!", "?", ":", ";", "|", "¶", "-", "–", "•", "*", '"', "“", "‘", "'", "(", "…", ">", ")",
    }  # fmt: skip


def begins_entry(place: Place, first: int) -> bool:
    """Tell whether nothing but a bullet stands before a token in its text."""
    return all(place.word(at) in {"-", "•", "*", ">", "|"} for at in range(first))


def _is_initial(place: Place, at: int) -> bool:
    raw = place.raw(at)
    return len(raw) == 1 and raw.isupper()


def is_name(place: Place, first: int) -> bool:
    """Tell whether a month or season is written as a name: "mevrouw Mei"."""
    raw = place.raw(first)
    before = place.raw(first - 1)
    if not raw[:1].isupper():
        return False
    if before.lower().rstrip(".") in word_lists()["titles"]:
        return True
    if before == "." and place.word(first - 2) in word_lists()["titles"]:
        return True
    if raw.isupper() and len(raw) > 1:
        return False
    if before == "." and _is_initial(place, first - 2):
        return True
    if starts_sentence(place, first):
        after = place.raw(first + 1)
        heads = place.row and begins_entry(place, first)
        surname = after[:1].isupper() and not heads and len(after) > 1
        return surname or after.lower() in word_lists()["person_verbs"]
    if place.raw(first + 1)[:1].isupper() and not place.row:
        return True
    return before.lower() not in word_lists()["before_month"]
