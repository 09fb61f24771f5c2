"""What of a release could point to somebody, and what lowers that."""

from dataclasses import dataclass
from enum import StrEnum


class Feature(StrEnum):
    """A kind of thing that tells who somebody is without a name."""

    FLAG = "flag"
    ORGANISATION = "organisation"
    CHILDREN = "children"
    AGE = "age"
    PLACE = "place"
    DAYS = "days"


class Level(StrEnum):
    """How likely it is that somebody is recognised, Dutch for the page."""

    HIGH = "hoog"
    MIDDLE = "midden"
    LOW = "laag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One thing that remains, in released words.

    Attributes:
        feature: what kind of thing.
        words: how the page names it; never a name.
        one_in: a rough estimate: one in so many families has it.
        times: how often it stands in the review.
        flag: id of the flag that a person can decide on; "" where there is none.
        decided: the choice that a person made ("keep"); "" while open.
        sort: what a flag is about ("diagnose"); "" for other things.
    """

    feature: Feature
    words: str
    one_in: int
    times: int = 1
    flag: str = ""
    decided: str = ""
    sort: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when it is rarer than nobody."""
        if self.one_in < 1:
            raise ValueError("one in less than one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Traits together, and for how many families in the country they would hold."""

    traits: tuple[Trait, ...]
    families: float
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How rare things are: one in so many families (`models/rarity.yaml`)."""

    families: int
    organisations: dict[str, int]
    usual: int
    children: dict[int, int]
    flags: dict[str, int]
    age: int
    places: int
    day: int
    days: int
    child_roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSheet:
    """Everything that remains, the riskiest combinations first."""

    traits: tuple[Trait, ...]
    combinations: tuple[Combination, ...]

    @property
    def open_flags(self) -> tuple[Trait, ...]:
        """Return the flags on which nobody decided."""
        return tuple(t for t in self.traits if t.flag and not t.decided)
