"""Contributing factors on the six levels (bijdragende factoren)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.spans import Span


class Level(StrEnum):
    """The six levels of the method."""

    PERSONAL = "persoonlijk"
    PROFESSIONAL = "professioneel"
    FAMILY = "client_gezin"
    TEAM = "team"
    ORGANISATION = "organisatie"
    CHAIN = "keten"


class Valence(StrEnum):
    """Whether it hampers or supports good practice."""

    HAMPERING = "belemmerend"
    SUPPORTING = "ondersteunend"


class FactorStatus(StrEnum):
    """A machine only ever proposes."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    RECODED = "recoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorCode:
    """A factor of the codebook (`models/factors.yaml`)."""

    id: str
    name: str
    level: Level
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredFactor:
    """A suggestion of the classifier for one text."""

    code: str
    level: Level
    valence: Valence
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredId:
    """An id of a pattern or level with its score, 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What the classifier makes of one text: best first; may abstain.

    `abstained` is True where nothing is sure enough; suggestions are still given.
    `telling` is how much the text tells of any factor at all, 0 to 1.
    """

    levels: tuple[ScoredId, ...]
    factors: tuple[ScoredFactor, ...]
    patterns: tuple[ScoredId, ...]
    abstained: bool
    telling: float = 0.0


class Classifier(Protocol):
    """Ranks the codes of a codebook for one text."""

    def classify(self, text: str) -> Classification:
        """Return ranked suggestions, best first."""
        ...

    def classify_all(
        self, texts: Sequence[str], patterns_from: float = 0.0
    ) -> tuple[Classification, ...]:
        """Return what `classify` returns for each text; quicker than one by one.

        Patterns are looked for where a text tells of any factor by `patterns_from` or
        more; elsewhere there are none.
        """
        ...

    def statements(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the stretches of a text that may each be one statement."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributingFactor:
    """A condition that helped or hindered acting, as said in a passage.

    `decided_by` is the role of the person who accepted, rejected or recoded; a
    proposal of the machine has none and is never accepted.
    """

    id: str
    code: str
    level: Level
    valence: Valence
    document: str
    passage: str
    span: Span
    source: Span
    wording: str
    score: float
    moment: str | None = None
    teller_kind: str | None = None
    patterns: tuple[ScoredId, ...] = ()
    alternatives: tuple[str, ...] = ()
    status: FactorStatus = FactorStatus.PROPOSED
    decided_by: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when a status other than proposed has no decider."""
        if self.status is not FactorStatus.PROPOSED and not self.decided_by:
            raise ValueError(f"factor {self.id} was decided by nobody")
