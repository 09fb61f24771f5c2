"""What trends count: in how many reviews something shows, and in which slice of them."""

from dataclasses import dataclass, field
from enum import StrEnum


class Subject(StrEnum):
    """What a count is about; each has a table of its own in a published version."""

    REVIEW = "review"
    LEVEL = "level"
    ORGANISATION = "organisation"
    PATTERN = "pattern"
    INTERACTION = "interaction"
    FACTOR = "factor"
    FACTOR_ORGANISATION = "factor_organisation"
    FACTOR_TIME = "factor_time"
    INTERACTION_ORGANISATION = "interaction_organisation"
    INTERACTION_TIME = "interaction_time"


COLUMNS: dict[Subject, tuple[str, ...]] = {
    Subject.REVIEW: (),
    Subject.LEVEL: ("level", "valence"),
    Subject.ORGANISATION: ("organisation_kind",),
    Subject.PATTERN: ("pattern", "valence"),
    Subject.INTERACTION: ("interaction_class", "realised"),
    Subject.FACTOR: ("factor", "level", "valence"),
    Subject.FACTOR_ORGANISATION: ("factor", "level", "valence", "organisation_kind"),
    Subject.FACTOR_TIME: ("factor", "level", "valence", "relative_time"),
    Subject.INTERACTION_ORGANISATION: (
        "interaction_class",
        "realised",
        "organisation_kind",
    ),
    Subject.INTERACTION_TIME: ("interaction_class", "realised", "relative_time"),
}
"""The dimensions of each subject, in the order of an item's values."""

CROSSED = frozenset(
    {
        Subject.FACTOR_ORGANISATION,
        Subject.FACTOR_TIME,
        Subject.INTERACTION_ORGANISATION,
        Subject.INTERACTION_TIME,
    }
)
"""Subjects that are counted over all reviews together, in no slice of them."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Item:
    """One thing that reviews can show: a factor that hampers, a report not made."""

    subject: Subject
    values: tuple[str, ...] = ()


ROOT = Item(subject=Subject.REVIEW)
"""Being a review at all: how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Slice:
    """Reviews of one kind, year or region; without a dimension all of them."""

    dimension: str = ""
    value: str = ""


ALL = Slice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Reviews that show an item now, and how many of those the last version had."""

    now: int
    before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A published number, and the version that it was last changed in."""

    reviews: int
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCell:
    """One row of a published table; `shown` is None where the number is withheld.

    Attributes:
        of: how many reviews there are in the slice: what the number is a part of.
    """

    item: Item
    slice: Slice
    shown: Shown | None
    of: int | None


Counts = dict[Item, dict[Slice, Count]]
Cells = dict[Item, dict[Slice, Shown]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a new version of the trends is made from.

    Attributes:
        version: its number, from 1.
        counts: of all finalised reviews; `ROOT` is in it.
        earlier: what the last version shows; empty for the first.
        k: on how many reviews a number rests at least.
        codes: factors of the codebook as (factor, level): those that nobody named
            are counted as well, as what a hidden one may be confused with.
    """

    version: int
    counts: Counts
    earlier: Cells = field(default_factory=dict)
    k: int
    codes: tuple[tuple[str, str], ...] = ()
