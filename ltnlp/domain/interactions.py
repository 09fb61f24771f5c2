"""Interactions between organisations: who turned to whom, for what, and did it happen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import Realised, Status
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.spans import Span


class InteractionClass(StrEnum):
    """The fourteen classes that interactions are compared in."""

    REPORT = "melding"
    ADVICE = "advies"
    REFERRAL = "verwijzing"
    APPLICATION = "aanmelding"
    REFUSAL = "afwijzing"
    CONSULTATION = "overleg"
    INFORMATION = "informatieoverdracht"
    INFORMATION_REQUEST = "informatieverzoek"
    FEEDBACK = "terugkoppeling"
    HANDOVER = "overdracht"
    DECISION = "besluit"
    ESCALATION = "opschaling"
    CLOSURE = "afsluiting"
    CONTACT_ATTEMPT = "contactpoging"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseInteraction:
    """An interaction as one text says it; `span` counts in that text.

    `giver` and `receiver` are ids of organisation kinds, None when not said.
    `type` is the finer type (`models/interactions.yaml`).
    """

    span: Span
    giver: str | None
    receiver: str | None
    type: str
    interaction_class: InteractionClass
    realised: Realised
    score: float
    flow: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What should come back after a type of interaction, and within how many days."""

    type: str
    answer: InteractionClass
    within_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence with all that is known of who can be meant in it.

    Attributes:
        text: the words of the passage; `span` is the sentence in it.
        parties: who is named in the sentence, with kinds that hold in this review.
        clauses: what the rules of grammar read in the sentence.
        speaker: kind of organisation of who speaks or wrote.
        partner: kind of whom the text is addressed to.
        recent: kinds named before it, the latest first, with how many sentences ago.
        asked: kinds named in the question just before.
        event_type: kind of happening of the event told here; None outside accounts.
        event_kinds: kinds of organisation that take part in that event.
        segment: turn, note, row, …; `document` is the kind of source.
        question: what was asked just before.
        elsewhere: what grammar reads where another account tells the same event.
        often: how often grammar plainly reads one kind turning to another in the review.
    """

    text: str
    span: Span
    parties: tuple[OrganisationMention, ...] = ()
    clauses: tuple[ClauseInteraction, ...] = ()
    speaker: str | None = None
    partner: str | None = None
    recent: tuple[tuple[str, int], ...] = ()
    asked: tuple[str, ...] = ()
    event_type: str | None = None
    event_kinds: tuple[str, ...] = ()
    segment: SegmentKind = SegmentKind.PARAGRAPH
    document: DocumentKind = DocumentKind.OTHER
    question: str = ""
    elsewhere: tuple[ClauseInteraction, ...] = ()
    often: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The words of the sentence."""
        return self.span.of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToConnect:
    """A text in which clauses are looked for that tell who turned to whom.

    Attributes:
        text: released or raw words.
        organisations: kinds named in it, with offsets in `text`.
        actors: pseudonyms in it; their kind goes before what a lexicon says.
        speaker_kind: kind of organisation that "ik" and "wij" stand for.
        partner_kind: whom the text is addressed to, "jij" and "u".
    """

    text: str
    organisations: tuple[OrganisationMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    speaker_kind: str | None = None
    partner_kind: str | None = None


class InteractionReader(Protocol):
    """Finds interactions in texts whose organisations and actors are known."""

    def expectations(self) -> Mapping[str, Expectation]:
        """Return what should come back, by type of interaction."""
        ...

    def read_all(
        self, texts: Sequence[TextToConnect]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return for each text its interactions in order of place."""
        ...

    def sentences(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        ...

    def connect_all(
        self, tellings: Sequence[Telling]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return what each sentence tells passes between whom, the surest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """A typed, directed act between two kinds of organisation: an edge of the graph.

    `order_certain` tells whether its place among the others is sure; `passages`
    are the ids of the passages that say so: at least one, unless a person said it, whose
    role `said_by` then is. `status` is what people decided on it. `giver_named` and
    `receiver_named` are pseudonyms, "" where the words name none of the kind, or several.
    """

    id: str
    giver: str | None
    receiver: str | None
    type: str
    interaction_class: InteractionClass
    realised: Realised
    date: UncertainDate | None
    event: str
    account: str
    document: str
    source: Span
    passages: tuple[str, ...]
    flow: str = ""
    score: float = 1.0
    order_certain: bool = False
    expected: bool = False
    status: Status = Status.PROPOSED
    said_by: str = ""
    giver_named: str = ""
    receiver_named: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when neither a passage nor a person says it."""
        if not self.passages and not self.said_by:
            raise ValueError(f"interaction {self.id} names no passage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An organisation kind as a node of the graph, with measures that mean something.

    Shares lie between 0 and 1. `never_answered` counts realised requests and
    reports from this party that nobody answered.
    """

    kind: str
    given: int
    received: int
    in_the_middle: float
    never_answered: int
    reciprocity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionGraph:
    """Interactions and the parties between which they run.

    `rejected` are those that people said are none: kept, so that it can be taken back,
    and counted nowhere.
    """

    interactions: tuple[Interaction, ...]
    parties: tuple[Party, ...]
    rejected: tuple[Interaction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """Interactions of one class between two kinds, drawn as one line.

    `times` counts events, not tellings; `not_realised` those that stayed out,
    failed or were only planned.
    """

    giver: str
    receiver: str
    interaction_class: InteractionClass
    times: int
    not_realised: int
    interactions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """A family that was passed on: from party to party, or there and back.

    `parties` in order of time, one more than there were acts; `order_certain` tells
    whether each act surely was before the next.
    """

    parties: tuple[str, ...]
    interactions: tuple[str, ...]
    order_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphPicture:
    """What a drawing of the graph needs, whatever its layout."""

    nodes: tuple[Party, ...]
    edges: tuple[GraphEdge, ...]
