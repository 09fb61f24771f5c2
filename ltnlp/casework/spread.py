"""The readers of a run: each divides what it is asked over the crew.

Parcels are the same however many help, and answers are joined in the order of what
was asked: so a run reads the same with one process or with four.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from ltnlp.casework.crew import Answers, Crew
from ltnlp.casework.engines import engines
from ltnlp.casework.parcels import parcels
from ltnlp.domain.events import EventReading, TextToRead
from ltnlp.domain.factors import Classification
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Expectation,
    Telling,
    TextToConnect,
)
from ltnlp.domain.mentions import Candidate, OrganisationMention, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.nlp.names import NameDetector
from ltnlp.nlp.sentences import sentences

PASSAGES = 100
SENTENCES = 400
STATEMENTS = 200
"""How much is read in one go: enough to be worth a message, little enough to share."""


class NamesSpread:
    """A `Detector` whose first pass, passage by passage, is shared."""

    def __init__(self, crew: Crew) -> None:
        """Spread over `crew`."""
        self._crew = crew

    def detect(
        self, passages: Sequence[Passage], roster: Sequence[RosterEntry]
    ) -> tuple[Candidate, ...]:
        """Return candidates, overlapping ones included."""
        return NameDetector(first_pass=self._first_pass).detect(passages, roster)

    def _first_pass(
        self,
        passages: Sequence[Passage],
        roster: Sequence[RosterEntry],
        lower: frozenset[str],
    ) -> tuple[tuple[Candidate, ...], ...]:
        chunks = (
            (passages[at : at + PASSAGES], roster, lower)
            for at in range(0, len(passages), PASSAGES)
        )
        asked = self._crew.ask(parcels("names", "first_pass", chunks, of=1))
        return tuple(chain.from_iterable(asked.all()))


class OrganisationsSpread:
    """Reads kinds of organisation in many passages."""

    def __init__(self, crew: Crew) -> None:
        """Spread over `crew`."""
        self._crew = crew

    def read_all(
        self, passages: Sequence[ReleasedPassage]
    ) -> tuple[OrganisationMention, ...]:
        """Return the mentions in all passages, in their order."""
        calls = ((passage.id, passage.text) for passage in passages)
        asked = self._crew.ask(parcels("organisations", "read", calls, of=PASSAGES))
        return tuple(chain.from_iterable(asked.all()))


class EventsSpread:
    """An `EventReader` for many texts."""

    def __init__(self, crew: Crew) -> None:
        """Spread over `crew`."""
        self._crew = crew

    def read(self, source: TextToRead) -> EventReading:
        """Return what one text tells."""
        return engines().events.read(source)

    def read_all(self, sources: Sequence[TextToRead]) -> tuple[EventReading, ...]:
        """Return what each text tells."""
        return _joined(self._crew, "events", "read_all", sources, of=PASSAGES)


class InteractionsSpread:
    """An `InteractionReader` for many texts."""

    def __init__(self, crew: Crew) -> None:
        """Spread over `crew`."""
        self._crew = crew

    def expectations(self) -> Mapping[str, Expectation]:
        """Return what should come back, by type of interaction."""
        return engines().interactions.expectations()

    def sentences(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        return engines().interactions.sentences(text, start)

    def read_all(
        self, texts: Sequence[TextToConnect]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return the interactions of each text."""
        return _joined(self._crew, "interactions", "read_all", texts, of=PASSAGES)

    def connect_all(
        self, tellings: Sequence[Telling]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return what each sentence tells passes between whom."""
        return _joined(
            self._crew, "interactions", "connect_all", tellings, of=SENTENCES
        )


class ClassifierSpread:
    """A `Classifier` for many texts, which can begin before it is asked."""

    def __init__(self, crew: Crew) -> None:
        """Spread over `crew`."""
        self._crew = crew
        self._begun: tuple[tuple[Sequence[str], float], Answers] | None = None

    def begin(self, texts: Sequence[str], patterns_from: float = 0.0) -> None:
        """Let those who help begin on what will be asked."""
        if self._crew.helped:
            self._begun = (texts, patterns_from), self._asked(texts, patterns_from)

    def classify(self, text: str) -> Classification:
        """Return ranked suggestions for one text."""
        return engines().classifier.classify(text)

    def classify_all(
        self, texts: Sequence[str], patterns_from: float = 0.0
    ) -> tuple[Classification, ...]:
        """Return ranked suggestions for each text."""
        begun, self._begun = self._begun, None
        same = begun is not None and begun[0] == (texts, patterns_from)
        answers = begun[1] if begun and same else self._asked(texts, patterns_from)
        return tuple(chain.from_iterable(answers.all()))

    def statements(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        # As the classifier has it, which takes seconds to make and is made elsewhere.
        return sentences(text, start)

    def _asked(self, texts: Sequence[str], patterns_from: float) -> Answers:
        chunks = (
            (texts[at : at + STATEMENTS], patterns_from)
            for at in range(0, len(texts), STATEMENTS)
        )
        return self._crew.ask(parcels("classifier", "classify_all", chunks, of=1))


def _joined(
    crew: Crew, engine: str, method: str, items: Sequence[Any], *, of: int
) -> tuple[Any, ...]:
    """Return the answers to all items, asked in chunks of at most `of`."""
    answers = _asked(crew, engine, method, items, of=of).all()
    return tuple(chain.from_iterable(answers))


def _asked(
    crew: Crew, engine: str, method: str, items: Sequence[Any], *, of: int
) -> Answers:
    chunks = ((items[at : at + of],) for at in range(0, len(items), of))
    return crew.ask(parcels(engine, method, chunks, of=1))
