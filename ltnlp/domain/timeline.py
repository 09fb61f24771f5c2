"""The integrated timeline: events in order, with doubts, gaps and moments shown."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.corrections import Orphan
from ltnlp.domain.dates import OPEN, Bounds
from ltnlp.domain.events import Event, Status
from ltnlp.domain.knowledge import KnowledgeState


class MomentReason(StrEnum):
    """Why a moment may be crucial (cruciaal moment)."""

    DECISION = "decision"
    DECISION_NOT_TAKEN = "decision_not_taken"
    REPORT = "report"
    REFUSAL = "refusal"
    HANDOVER = "handover"
    CHANGE_OF_WORKER = "change_of_worker"
    MISSING_ANSWER = "missing_answer"
    CONFLICT = "conflict"
    LONG_SILENCE = "long_silence"
    INCIDENT = "incident"
    TURN_FOR_GOOD = "turn_for_good"
    LEARNED_LATER = "learned_later"
    SEVERAL_SOURCES = "several_sources"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How one group sees a moment (zienswijze), in its own words.

    `by` is the role: case group, review team, or another.
    """

    by: str
    words: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a participant answered when asked to check (member check).

    `event` and `account` are ids; both are "" for a remark on the whole. `answer` is
    "klopt", "klopt niet", or "" where only words were given.
    """

    by: str
    words: str
    at: dt.datetime
    event: str = ""
    account: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """Words that a person put in the place of those of the machine, or beside them.

    Attributes:
        unit: what they stand for: "e" and the id of an event, "c…" for the head of a
            chapter, "o…" for a paragraph of the person's own.
        words: paragraphs, one a line.
        stamp: mark of the machine's words in whose place they came.
        after: for a paragraph of their own, the unit that it follows.
        lost: its event is no longer on the timeline; the words are kept.
    """

    unit: str
    words: str
    by: str
    stamp: str = ""
    after: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CrucialMoment:
    """A moment where the course could have gone otherwise; people choose.

    `number` is the one that people gave it; `views` how each group sees it.
    """

    event: str
    rank: int
    score: float
    reasons: tuple[MomentReason, ...]
    why_nl: str
    status: Status = Status.PROPOSED
    number: int | None = None
    views: tuple[View, ...] = ()


class RelationKind(StrEnum):
    """How one event lies to another in time.

    REALISED_BY: a plan and its doing; UNDONE_BY: a plan and that it came to nothing.
    """

    BEFORE = "before"
    AFTER = "after"
    SAME_DAY = "same_day"
    DURING = "during"
    REALISED_BY = "realised_by"
    UNDONE_BY = "undone_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation in time between two events, with the account that says so."""

    first: str
    second: str
    kind: RelationKind
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Relations and dates that cannot all be true, with the passages that say so."""

    events: tuple[str, ...]
    passages: tuple[str, ...]
    text_nl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch without information, or an end left open.

    `kind` is "silence", "no_answer", "no_intake" or "no_follow_up".
    """

    kind: str
    bounds: Bounds
    organisation: str | None
    event: str | None
    text_nl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event's place in the order: tightened bounds, and whether by date at all."""

    event: str
    bounds: Bounds
    dated: bool
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two events that may be one, not sure enough to join: people decide.

    Attributes:
        event: id of the earlier one.
        other: id of the other.
        score: how alike they are, as in joining.
        because: why, in Dutch.
    """

    event: str
    other: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegratedTimeline:
    """All events of a review in one order (geïntegreerde tijdlijn).

    `events` stand in the order of `placed`; the result does not depend on the
    order in which sources arrived. `alike` stands best first.
    """

    events: tuple[Event, ...]
    placed: tuple[Placed, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    gaps: tuple[Gap, ...] = ()
    moments: tuple[CrucialMoment, ...] = ()
    knowledge: tuple[KnowledgeState, ...] = ()
    period: Bounds = OPEN
    remarks: tuple[Remark, ...] = ()
    story: tuple[StoryText, ...] = ()
    alike: tuple[Alike, ...] = ()

    def event(self, event_id: str) -> Event | None:
        """Return the event with this id, also when it goes by another id now."""
        for event in self.events:
            if event.id == event_id or event_id in event.formerly:
                return event
        return None

    def known_as_of(self, actor: str, day: dt.date) -> tuple[KnowledgeState, ...]:
        """Return what `actor` surely knew on `day`; hindsight is left out."""
        return tuple(
            state
            for state in self.knowledge
            if state.actor == actor
            and state.how != "did_not_know"
            and state.surely_known_on(day)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Integration:
    """A timeline, and the corrections that found nothing to correct."""

    timeline: IntegratedTimeline
    orphans: tuple[Orphan, ...] = ()
