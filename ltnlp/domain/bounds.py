"""The first and the last day on which something can have happened."""

import datetime as dt
from dataclasses import dataclass


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

    @property
    def days(self) -> int | None:
        """Return how many days lie within, None when a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

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
