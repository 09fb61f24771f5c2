"""Events of the case, and the accounts in which they are told."""

from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.spans import Span


class Realised(StrEnum):
    """Whether it happened."""

    YES = "ja"
    NO = "nee"
    ATTEMPT = "poging"
    INTENDED = "voorgenomen"
    UNKNOWN = "onbekend"


class Status(StrEnum):
    """Who stands behind it: the machine proposes, people decide."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class ConflictKind(StrEnum):
    """On what accounts of one event disagree."""

    DATE = "date"
    ACTOR = "actor"
    CONTENT = "content"
    REALISED = "realised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One source's telling of one event (lezing).

    Attributes:
        id: stable for the same passage and place.
        document: id of the document; `label` is the document's name in exports.
        passage: id of the released passage; `span` counts in its text.
        source: the same stretch in the document's text as read.
        wording: the released words.
        date: as told here; None when this telling gives none.
        who_tells: role or pseudonym of the teller.
        teller_kind: kind of organisation of the teller.
        contemporaneous: written at the time, not in retrospect.
        realised: whether it happened, according to this telling.
        organisations: kinds of organisation named here.
        actors: pseudonyms named here.
        known_since: what this telling says of when somebody came to know it.
    """

    id: str
    document: str
    passage: str
    span: Span
    source: Span
    wording: str
    date: UncertainDate | None = None
    who_tells: str | None = None
    teller_kind: str | None = None
    contemporaneous: bool = False
    realised: Realised = Realised.YES
    organisations: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    known_since: tuple["KnownSince", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSince:
    """A telling that somebody came to know it, and when and how.

    `actor` is a kind of organisation or a pseudonym. `how` is one of: took_part,
    was_told, suspected, heard_later, did_not_know.
    """

    actor: str
    date: UncertainDate | None
    how: str
    organisation_kind: str | None = None
    told_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Accounts of one event that disagree; shown, never resolved silently."""

    kind: ConflictKind
    accounts: tuple[str, ...]
    text_nl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or demonstrably did not (gebeurtenis).

    Attributes:
        id: from its first account; joining keeps the older id, `formerly` the other.
        date: hull of what its accounts tell; EDTF set `[a,b]` where they disagree.
        what: a short description in released words.
        type: kind of happening ("melding", "overleg", …) or "overig".
        who: pseudonyms of those who took part.
        organisations: kinds of organisation that took part.
        accounts: at least one.
        joined_because: why accounts were taken for one event, Dutch; "" when one.
        outside_period: lies outside the period of the review: history.
    """

    id: str
    what: str
    type: str
    accounts: tuple[Account, ...]
    date: UncertainDate | None = None
    who: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    realised: Realised = Realised.YES
    status: Status = Status.PROPOSED
    joined_because: str = ""
    conflicts: tuple[Conflict, ...] = ()
    formerly: tuple[str, ...] = ()
    outside_period: bool = False
    found_by: str = "events"
    score: float = 1.0

    def __post_init__(self) -> None:
        """Raise ValueError when no account tells the event."""
        if not self.accounts:
            raise ValueError(f"event {self.id} has no account")
