"""System patterns across reviews (systeempatronen), and what of a review may enter."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.interactions import InteractionClass


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternDefinition:
    """A pattern of the library (`models/patterns.yaml`).

    `motifs` are ids of structural motifs that are its signature in time and graph.
    """

    id: str
    name: str
    description: str
    valence: Valence
    factors: tuple[str, ...]
    question: str
    motifs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRecord:
    """What of a factor may be compared over reviews: no text, no date, no source.

    `motifs` are ids of structural motifs that the review shows around the moment.
    `basket` numbers what was told together (one moment, else one passage) within the
    review; the number says nothing of when.
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
    basket: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeHistory:
    """Codes of earlier versions of codebook and library, old to new; a code may move on."""

    factors: Mapping[str, str]
    patterns: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotifRecord:
    """How often a review shows a structural motif (report without feedback, …).

    `chance` is the share of shuffled versions of the review that show it as well;
    a motif that is not there is recorded with `times` 0, for the same comparison.
    `against` is how often it began the same and ended well.
    """

    review: str
    motif: str
    times: int
    organisations: tuple[str, ...] = ()
    chance: float = 1.0
    against: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MotifStep:
    """One act of a motif: any of the classes or types, how it ended, who to whom.

    `giver` and `receiver` are variables ("A", "B"); the same letter is the same
    party, different letters are different parties, "" is anybody.
    """

    classes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    realised: tuple[str, ...] = ()
    giver: str = ""
    receiver: str = ""
    within_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotifDefinition:
    """A structural motif as data (`models/motifs.yaml`).

    Attributes:
        id: stable code.
        name: Dutch name.
        description: what it looks like in time and graph, Dutch.
        valence: whether it hampers or supports.
        steps: acts that follow one another.
        absent: an act that does not follow within its days; None for no such act.
        times: how often it must occur in a review to count.
        most_apart: days between two steps at most.
        parties: number of parties that the stretch must have at least.
        question: what a finding card asks.
    """

    id: str
    name: str
    description: str
    valence: Valence
    steps: tuple[MotifStep, ...]
    absent: MotifStep | None = None
    times: int = 1
    most_apart: int = 365
    parties: int = 0
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What of one review may be compared over reviews."""

    factors: tuple["FactorRecord", ...]
    motifs: tuple[MotifRecord, ...]
    interactions: tuple["InteractionRecord", ...]


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
        stability: how much of it comes back, 0 to 1: of a cluster in reviews drawn anew
            with replacement (bootstrap), of others when a review is left out.
        description: what it is, in a sentence.
        counter_evidence: reviews that show the opposite valence of its factors, or
            in which what its motif begins with ended well.
        motifs: structural motifs that are the signature of a library pattern.
        seen_in: reviews whose timeline shows one of those.
        p_value: chance of as many reviews without a pattern, corrected for many
            tests; None where the road makes no such claim.
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
    p_value: float | None = None
    question: str = ""
    group: str = ""
    description: str = ""
    motifs: tuple[str, ...] = ()
    seen_in: tuple[str, ...] = ()

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
