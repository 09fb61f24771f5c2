"""Events of the case, and the accounts in which they are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.dates import Bounds, UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.mentions import OrganisationMention
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
        context: for an undated telling, what the dates around it make likely; serves
            to find and to place it, never as its date.
        prompt: the released question that it answers; "" when it answers none.
        taken_back: a date that the teller first gave and then corrected.
        others_say: another date that others give, as this teller has it.
        written: the day on which these words were sent, of a mail.
        action: of a row, what was done on it, or why nothing was.
        mark: of a row that another review handed out: its event and account there.
        spoken_of: who of `organisations` and `actors` is only spoken of here.
        addressed: kinds of organisation to whom these words were sent, of a mail.
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
    context: Bounds | None = None
    prompt: str = ""
    taken_back: UncertainDate | None = None
    others_say: UncertainDate | None = None
    written: UncertainDate | None = None
    action: str = ""
    mark: str = ""
    spoken_of: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()


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
        also: other kinds of happening that its words name.
        times: how often it happened, as told ("tweemaal in 2008" is two).
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
    also: tuple[str, ...] = ()
    times: int = 1

    def __post_init__(self) -> None:
        """Raise ValueError when no account tells the event."""
        if not self.accounts:
            raise ValueError(f"event {self.id} has no account")


class NoEvent(StrEnum):
    """Why words tell no event of the case."""

    QUESTION = "question"
    CITATION = "citation"
    LAW = "law"
    GENERAL = "general"
    OPINION = "opinion"
    COUNTERFACTUAL = "counterfactual"
    HEADING = "heading"
    BIRTH = "birth"
    KNOWING = "knowing"
    DURATION = "duration"
    BESIDE = "beside"
    SMALL = "small"
    NOTHING_TOLD = "nothing_told"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInText:
    """An expression of time with its place in the text that is read."""

    span: Span
    value: UncertainDate


@dataclass(frozen=True, slots=True, kw_only=True)
class TextToRead:
    """One released text with all that is known of it before events are read.

    Attributes:
        text: the released words.
        start: where the told words begin.
        document_kind: interview, file, ruling, …
        kind: turn, paragraph, row, note, …
        cells: for a row, its cells; `date_cell` indexes them.
        dates: expressions of time, in order of place.
        organisations: kinds named, in order of place.
        persons: places of pseudonyms of persons.
        speaker_kind: kind of organisation of who speaks or wrote.
        interviewer: the speaker asks for the review.
        written: the day on which these words were sent, of a mail.
    """

    text: str
    start: int = 0
    document_kind: DocumentKind = DocumentKind.OTHER
    kind: SegmentKind = SegmentKind.PARAGRAPH
    cells: tuple[Span, ...] = ()
    date_cell: int | None = None
    dates: tuple[DateInText, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    persons: tuple[Span, ...] = ()
    speaker_kind: str | None = None
    interviewer: bool = False
    written: UncertainDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowing:
    """Words that tell that somebody came to know something, or did not know it.

    `span` is the sentence; `how` is one of the values of `KnownSince.how`; `speaker`
    tells whether the teller is the one who knew, `now` whether only on the day of
    telling.
    """

    span: Span
    how: str
    date: DateInText | None = None
    speaker: bool = True
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """One happening as one text tells it; spans count in that text.

    Attributes:
        span: the sentences that tell it.
        core: the sentence that carries it.
        what: short description in released words.
        type: kind of happening.
        realised: whether it happened, according to these words.
        date: which expression of time dates it.
        knowing: who came to know it, as told in or after these sentences.
        entry: it is the first one of a row or note.
        score: how sure it is an event, 0 to 1.
        also: other kinds of happening that the words name.
        taken_back: a date that the teller first gave and then corrected.
        others_say: another date that others give, as the teller has it.
        times: how often it happened, as told ("tweemaal").
    """

    span: Span
    core: Span
    what: str
    type: str
    realised: Realised
    date: DateInText | None = None
    knowing: tuple[Knowing, ...] = ()
    entry: bool = False
    score: float = 1.0
    also: tuple[str, ...] = ()
    taken_back: DateInText | None = None
    others_say: DateInText | None = None
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A stretch of text that tells no event, and why."""

    span: Span
    why: NoEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """What one text tells, and what in it tells nothing."""

    told: tuple[ToldEvent, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class EventReader(Protocol):
    """Finds the sentences that tell an event of the case."""

    def read(self, source: TextToRead) -> EventReading:
        """Return what is told, in order of place, none overlapping."""
        ...

    def read_all(self, sources: Sequence[TextToRead]) -> tuple[EventReading, ...]:
        """Return what `read` returns for each text."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedDate:
    """A date of a passage that dates no event, or a happening too small, and why.

    `span` is the expression of time, or the words of a happening without one.
    """

    passage: str
    span: Span
    why: NoEvent
