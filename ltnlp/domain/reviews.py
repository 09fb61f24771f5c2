"""The review: one learning study of one case (leerreview)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.dates import Bounds
from ltnlp.domain.mentions import RosterEntry


class ReviewState(StrEnum):
    """Where a review stands; only closed and cancelled ones can be forgotten."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the register knows of a review.

    Attributes:
        id: random, means nothing outside the system.
        title: as the facilitator typed it; may hold personal data, so it is kept in
            the encrypted stores only and never logged.
        kind: kind of case ("thuiszitters"), for trends.
        period: the period the review is about; what lies outside is history.
        participants: the roster.
        questions: the research questions.
        ended_on: the day it was closed or cancelled.
    """

    id: str
    title: str
    kind: str
    period: Bounds
    participants: tuple[RosterEntry, ...] = ()
    questions: tuple[str, ...] = ()
    state: ReviewState = ReviewState.OPEN
    created_on: dt.date | None = None
    ended_on: dt.date | None = None
    region: str = "north"
