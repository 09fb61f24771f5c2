"""Dates as people tell them: an interval, how sure it is, and where it came from."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import Span


class DateType(StrEnum):
    """What kind of expression of time it is."""

    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"
    RELATIVE = "relative"
    VAGUE = "vague"


class Precision(StrEnum):
    """The unit in which the date was told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    NONE = "none"


class Anchor(StrEnum):
    """What a date that is not complete in itself was counted from."""

    NONE = "none"
    SPOKEN = "spoken"
    PREVIOUS = "previous"
    NEIGHBOUR = "neighbour"
    ROW = "row"
    EVENT = "event"
    BIRTH = "birth"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The first and the last day that are possible, both inclusive; None is open."""

    earliest: dt.date | None
    latest: dt.date | None

    def __post_init__(self) -> None:
        """Raise ValueError when the first day lies after the last."""
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} after latest {self.latest}")

    @property
    def known(self) -> bool:
        """Tell whether at least one side is bounded."""
        return self.earliest is not None or self.latest is not None

    def meets(self, other: "Bounds") -> bool:
        """Tell whether a day exists that lies within both."""
        a0, a1 = self.earliest or dt.date.min, self.latest or dt.date.max
        b0, b1 = other.earliest or dt.date.min, other.latest or dt.date.max
        return a0 <= b1 and b0 <= a1

    def hull(self, other: "Bounds") -> "Bounds":
        """Return the smallest bounds that hold both."""
        return Bounds(
            earliest=min(self.earliest, other.earliest)
            if self.earliest and other.earliest
            else None,
            latest=max(self.latest, other.latest)
            if self.latest and other.latest
            else None,
        )

    def surely_before(self, other: "Bounds") -> bool:
        """Tell whether every day of this lies before every day of `other`."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)


OPEN = Bounds(earliest=None, latest=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainDate:
    """One expression of time and what it can mean.

    `earliest` and `latest` are inclusive; None is open. `edtf` is level 1 (and the
    set `[a,b]` of level 2), or None where nothing could be computed. `rule` is the
    id of the rule that made it. A date told and then corrected is `superseded`.
    """

    text: str
    type: DateType
    edtf: str | None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision = Precision.NONE
    qualifier: str = ""
    anchor: Anchor = Anchor.NONE
    rule: str = ""
    timex: str | None = None
    alternatives: tuple[Bounds, ...] = ()
    confidence: float = 1.0
    needs_review: bool = False
    superseded: bool = False
    citation: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError when bounds, qualifier or confidence are impossible."""
        Bounds(earliest=self.earliest, latest=self.latest)
        if self.qualifier not in {"", "~", "?", "%"}:
            raise ValueError(f"unknown qualifier {self.qualifier!r}")
        if not 0 <= self.confidence <= 1:
            raise ValueError("confidence lies between 0 and 1")

    @property
    def bounds(self) -> Bounds:
        """Return the first and last possible day."""
        return Bounds(earliest=self.earliest, latest=self.latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """An expression of time at its place in a passage (offsets in its text)."""

    passage: str
    span: Span
    value: UncertainDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContext:
    """What the reader of dates may know beyond the text itself.

    Attributes:
        kind: interview, file, timeline, email, ruling or chat: which year or
            direction is likelier where none is said.
        reference: the day on which it was said or written.
        previous: the last moment of the story before this text.
        dates_of_birth: name or role as written → date of birth.
        events: named event as written ("de melding") → its day.
        region: school holiday region: north, middle or south.
    """

    kind: str = "interview"
    reference: dt.date | None = None
    previous: dt.date | None = None
    dates_of_birth: Mapping[str, dt.date] = field(default_factory=dict)
    events: Mapping[str, dt.date] = field(default_factory=dict)
    region: str = "north"


class DateReader(Protocol):
    """Finds the expressions of time in one document, in reading order."""

    def read(
        self, passages: Sequence[Passage], context: DateContext
    ) -> tuple[DateMention, ...]:
        """Return the mentions in order of passage and place."""
        ...
