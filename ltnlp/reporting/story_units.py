"""The story as units that keep their identity when a person edits them in Word.

Each paragraph of the story lies in a bookmark whose name holds the unit, a mark of
the words as shown and a mark of the words that the machine would write. So a file
that comes back tells, without anything else, what was edited and from what.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.timeline import StoryText
from ltnlp.reporting.chapters import UNDATED, Chapter, divide
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.telling import Piece, told

MARK = 8
PREFIX = "lt"
LOST = "Eigen tekst waarvan de gebeurtenis er niet meer is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One paragraph or heading of the story.

    Attributes:
        key: "e" and the id of its event, "c…" for the head of a chapter, "o…" for a
            person's own paragraph.
        lead: the words in bold with which it begins; "" for none.
        pieces: what the machine writes, with its notes.
        edited: what a person wrote in its place; None when nobody did.
        changed: what it rests on changed since the person wrote.
    """

    key: str
    lead: str = ""
    pieces: tuple[Piece, ...] = ()
    edited: str | None = None
    changed: bool = False

    @property
    def generated(self) -> str:
        """Return what the machine writes, as one text."""
        words = "".join(piece.text for piece in self.pieces)
        return f"{self.lead} {words}".strip()

    @property
    def shown(self) -> str:
        """Return the words that the story shows."""
        return self.generated if self.edited is None else self.edited

    @property
    def heading(self) -> bool:
        """Tell whether it is the head of a chapter."""
        return self.key.startswith("c")

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the accounts that it rests on, each once."""
        return tuple(dict.fromkeys(n for piece in self.pieces for n in piece.notes))

    @property
    def bookmark(self) -> str:
        """Return the name of its bookmark: at most 40 letters, digits and bars."""
        return f"{PREFIX}_{self.key}_{mark(self.shown)}_{mark(self.generated)}"


def mark(words: str) -> str:
    """Return a short mark of words, the same whatever the spaces between them."""
    plain = " ".join(words.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:MARK]


def units(report: ReportInput) -> tuple[Unit, ...]:
    """Return the story of a review, with what people wrote in it, in order."""
    texts = {text.unit: text for text in report.timeline.story if not text.lost}
    own: dict[str, list[StoryText]] = {}
    for text in texts.values():
        if text.unit.startswith("o"):
            own.setdefault(text.after, []).append(text)
    found: list[Unit] = []
    for chapter in divide(report.timeline, report.shown_events()):
        for unit in _chapter(chapter, report):
            found.append(_edited(unit, texts))
            found += _following(found[-1].key, own)
    found += [_own(text) for key in sorted(own) for text in own[key]]
    return tuple(found)


def lost_words(report: ReportInput) -> tuple[StoryText, ...]:
    """Return what people wrote about events that are gone or were rejected."""
    shown = {f"e{event.id}" for event in report.shown_events()}
    return tuple(
        text
        for text in report.timeline.story
        if text.words
        and (text.lost or (text.unit[0] == "e" and text.unit not in shown))
    )


def _chapter(chapter: Chapter, report: ReportInput) -> Iterator[Unit]:
    key = f"c{mark(chapter.title)}"
    yield Unit(key=key, pieces=(Piece(text=chapter.title),))
    before: UncertainDate | None = None
    for event in chapter.events:
        words = told(event, report, before, leading=chapter.title != UNDATED)
        yield Unit(key=f"e{event.id}", lead=words.lead, pieces=words.pieces)
        before = event.date


def _edited(unit: Unit, texts: Mapping[str, StoryText]) -> Unit:
    text = texts.get(unit.key)
    if text is None:
        return unit
    return replace(unit, edited=text.words, changed=text.stamp != mark(unit.generated))


def _following(key: str, own: dict[str, list[StoryText]]) -> Sequence[Unit]:
    """Return the paragraphs that a person put behind a unit, and behind those."""
    found: list[Unit] = []
    for text in own.pop(key, ()):
        found.append(_own(text))
        found += _following(text.unit, own)
    return found


def _own(text: StoryText) -> Unit:
    return Unit(key=text.unit, edited=text.words)
