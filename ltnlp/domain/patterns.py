"""System patterns across reviews (systeempatronen), and what of a review may enter."""

from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.interactions import InteractionClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternDefinition:
    """A pattern of the library (`models/patterns.yaml`)."""

    id: str
    name: str
    description: str
    valence: Valence
    factors: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRecord:
    """What of a factor may be compared over reviews: no text, no date, no source.

    `motifs` are ids of structural motifs that the review shows around the moment.
    """

    review: str
    code: str
    level: Level
    valence: Valence
    status: FactorStatus
    moment_type: str | None = None
    actor_kind: str | None = None
    organisations: tuple[str, ...] = ()
    motifs: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MotifRecord:
    """A structural motif (report without feedback, ping-pong, …) seen in a review."""

    review: str
    motif: str
    times: int
    organisations: tuple[str, ...] = ()


class Road(StrEnum):
    """By which of the four roads a pattern was found; shown apart."""

    GUIDED = "guided"
    CLUSTER = "cluster"
    STRUCTURAL = "structural"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A regularity over at least two reviews; holds no passage text.

    Attributes:
        id: of the library, the motif or the cluster; stable over runs.
        spread: share of the compared reviews that show it, 0 to 1.
        stability: how often it comes back when reviews are left out, 0 to 1.
        counter_evidence: reviews that show the opposite valence of its factors.
    """

    id: str
    name: str
    road: Road
    valence: Valence
    factors: tuple[str, ...]
    reviews: tuple[str, ...]
    n_reviews: int
    spread: float
    stability: float
    explanation_nl: str
    counter_evidence: tuple[str, ...] = ()
    accepted: int = 0
    proposed: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError unless at least two reviews show it."""
        if len(set(self.reviews)) < 2:
            raise ValueError(f"pattern {self.id} needs at least two reviews")


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionRecord:
    """What of an interaction may be compared over reviews."""

    review: str
    interaction_class: InteractionClass
    giver: str | None
    receiver: str | None
    realised: str
