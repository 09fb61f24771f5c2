"""Dates as people tell them: an interval, how sure it is, and where it came from."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.bounds import OPEN as OPEN
from ltnlp.domain.bounds import Bounds as Bounds
from ltnlp.domain.edtf import bounds_of
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
        """Raise ValueError when it contradicts itself: EDTF, bounds, qualifier."""
        bounds = Bounds(earliest=self.earliest, latest=self.latest)
        if (OPEN if self.edtf is None else bounds_of(self.edtf)) != bounds:
            raise ValueError("EDTF and bounds disagree")
        if self.qualifier not in {"", "~", "?", "%"}:
            raise ValueError(f"unknown qualifier {self.qualifier!r}")
        if not 0 <= self.confidence <= 1:
            raise ValueError("confidence lies between 0 and 1")

    @property
    def bounds(self) -> Bounds:
        """Return the first and last possible day."""
        return Bounds(earliest=self.earliest, latest=self.latest)


def date_told(text: str, edtf: str, *, rule: str = "") -> UncertainDate:
    """Return what is told or typed as EDTF, with the bounds that it means.

    Raises:
        ValueError: it is no EDTF.
    """
    bounds = bounds_of(edtf)
    return UncertainDate(
        text=text,
        type=DateType.DATE,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        rule=rule,
    )


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
        period: the period that the story is about, where one is known.
        days: the days that any document of the review tells with their year, in order.
    """

    kind: str = "interview"
    reference: dt.date | None = None
    previous: dt.date | None = None
    dates_of_birth: Mapping[str, dt.date] = field(default_factory=dict)
    events: Mapping[str, dt.date] = field(default_factory=dict)
    region: str = "north"
    period: Bounds = OPEN
    days: tuple[dt.date, ...] = ()


class DateReader(Protocol):
    """Finds the expressions of time in one document, in reading order."""

    def read(
        self, passages: Sequence[Passage], context: DateContext
    ) -> tuple[DateMention, ...]:
        """Return the mentions in order of passage and place."""
        ...
