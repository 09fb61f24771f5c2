"""The only rows that reach the trends: from accepted factors of finalised reviews."""

from dataclasses import dataclass

from ltnlp.domain.factors import Level, Valence

SMALLEST_CELL = 3
DEFAULT_CELL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCaseFact:
    """One countable fact of a finalised review; no link to a source.

    `review` is an id that means nothing outside the system; `relative_time` is a
    bucket counted from the start of the review's period, `year` its year.
    """

    review: str
    review_kind: str
    year: int
    factor: str | None
    level: Level | None
    valence: Valence | None
    pattern: str | None
    organisation_kind: str | None
    interaction_class: str | None
    realised: str | None
    relative_time: str | None
    region: str | None = None
