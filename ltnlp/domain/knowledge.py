"""Knowledge of then: who knew what, and from when (kennisstand)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.dates import Bounds


class Knowing(StrEnum):
    """How an actor came to know, or that it did not."""

    TOOK_PART = "took_part"
    WAS_TOLD = "was_told"
    SUSPECTED = "suspected"
    HEARD_LATER = "heard_later"
    DID_NOT_KNOW = "did_not_know"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeState:
    """What one actor knew of one event, and from when.

    `actor` is a pseudonym or a kind of organisation: what a worker knew is not what
    the organisation knew, nor the other way round. `known_from` with open earliest
    means that it cannot be said from when.
    """

    actor: str
    organisation_kind: str | None
    event: str
    known_from: Bounds
    known_from_edtf: str | None
    how: Knowing
    account: str
    told_by: str | None = None

    def surely_known_on(self, day: dt.date) -> bool:
        """Tell whether it was known on `day` whichever of its days it was.

        A state known from somewhere in May is not in the view of 10 May.
        """
        if self.how is Knowing.DID_NOT_KNOW or self.known_from.earliest is None:
            return False
        surely = self.known_from.latest or self.known_from.earliest
        return surely <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Tunnel:
    """One actor's view at one moment: nothing known later than that is in it."""

    actor: str
    moment: dt.date
    states: tuple[KnowledgeState, ...]

    def __post_init__(self) -> None:
        """Raise ValueError when a state is known only after the moment."""
        for state in self.states:
            known = state.known_from.earliest
            if state.how is Knowing.DID_NOT_KNOW or known is None:
                raise ValueError("a tunnel holds only what is known since a day")
            if known > self.moment:
                raise ValueError(f"event {state.event} was not known yet")
