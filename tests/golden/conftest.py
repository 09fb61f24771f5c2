"""One invented review: brought in once, and run once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.reconstruct import Summary, reconstruct
from tests import homes


@dataclass(frozen=True)
class Golden:
    """A review in the home below `place`; `summary` tells its run."""

    place: Path
    home: Home
    review: str
    summary: Summary | None = None

    def copy(self, target: Path) -> "Golden":
        """The same review, same keys, for a test to change."""
        return Golden(target, homes.copied(self.place, target), self.review)


@pytest.fixture(scope="session")
def waiting(tmp_path_factory) -> Golden:
    """The review with its sources, not run yet."""
    place = tmp_path_factory.mktemp("golden") / "waiting"
    home = homes.home_in(place)
    return Golden(place, home, homes.made(home))


@pytest.fixture(scope="session")
def golden(waiting, tmp_path_factory) -> Golden:
    """The review, run once."""
    copy = waiting.copy(tmp_path_factory.mktemp("golden") / "run")
    summary = reconstruct(copy.home, copy.review)
    return Golden(copy.place, copy.home, copy.review, summary)
