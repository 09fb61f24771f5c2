"""Versions of a timeline, and what differs between two of them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.events import Realised, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceThen:
    """A source as it was for one version: its slot and the document that stood there."""

    slot: str
    document: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountThen:
    """A telling as it was: `words` is a mark of its wording, equal for equal words."""

    id: str
    slot: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventThen:
    """An event as it was for one version, with what people see of it.

    `when` is its date in EDTF, "" for none; `moment` the crucial moment that people
    made of it: its number, "x" without one, "" for none.
    """

    id: str
    what: str
    when: str
    realised: Realised
    status: Status
    accounts: tuple[AccountThen, ...]
    formerly: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    moment: str = ""
    by_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of the timeline, in order; `corrections` counts the journal then."""

    number: int
    made_at: dt.datetime
    events: tuple[EventThen, ...]
    sources: tuple[SourceThen, ...]
    corrections: int = 0


class ChangeKind(StrEnum):
    """What became of an event between two versions."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One thing of an event that differs: what, and both values as they are stored."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one event, and why.

    `event` is its id in the later version, in the earlier for what went; `why_nl`
    says whether a source, a person or a new reading did it.
    """

    kind: ChangeKind
    event: str
    what: str
    when: str
    fields: tuple[FieldChange, ...] = ()
    why_nl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs between two versions, in the order of the timeline."""

    before: int
    after: int
    before_at: dt.datetime
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)
