"""Long work, started outside the request that asks for it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from ltnlp.casework.home import Home
from ltnlp.domain.errors import StateError
from ltnlp.store.files import write_atomically

GROUP = "ltnlp.runners"
LOCAL = "local"


class Step(StrEnum):
    """The steps of a run, in their order; the Dutch names are in `STEP_NL`."""

    FIND_NAMES = "names"
    READ_DATES = "dates"
    RELEASE = "release"
    INTEGRATE = "integrate"
    CONNECT = "connect"
    FACTORS = "factors"
    RECORD = "record"


STEP_NL = {
    Step.FIND_NAMES: "namen zoeken",
    Step.READ_DATES: "datums lezen",
    Step.RELEASE: "pseudonimiseren",
    Step.INTEGRATE: "tijdlijn maken",
    Step.CONNECT: "interacties leggen",
    Step.FACTORS: "factoren voorstellen",
    Step.RECORD: "klaarzetten voor vergelijking",
}

Progress = Callable[[Step, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


def silent(step: Step, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """How far a run is: `state` is waiting, running, done or failed; ids only."""

    review: str
    state: str
    step: str = ""
    done: int = 0
    total: int = 0
    problem_nl: str = ""


class Runner(Protocol):
    """Starts the run of a review somewhere, and tells how far it is."""

    def start(self, home: Home, review: str) -> None:
        """Start all stages of a review; returns at once."""
        ...

    def state(self, home: Home, review: str) -> RunState:
        """Return how far the last run of a review is."""
        ...


class LocalRunner:
    """Runs a review in a process of its own on this machine."""

    def start(self, home: Home, review: str) -> None:
        """Start `ltnlp run REVIEW` beside this process."""
        write_state(home, RunState(review=review, state="waiting"))
        environment = dict(os.environ) | {"LTNLP_HOME": str(home.root)}
        subprocess.Popen(
            [sys.executable, "-m", "ltnlp", "run", review],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def state(self, home: Home, review: str) -> RunState:
        """Return what the run last wrote about itself."""
        return read_state(home, review)


def find_runner(name: str = LOCAL) -> Runner:
    """Return the built-in runner or one found by entry point.

    Raises:
        StateError: no runner of this name is installed.
    """
    if name == LOCAL:
        return LocalRunner()
    for point in entry_points(group=GROUP):
        if point.name == name:
            runner: Runner = point.load()()
            return runner
    raise StateError(f"no runner {name!r} is installed")


def write_state(home: Home, state: RunState) -> None:
    """Write how far a run is: ids and counts, no content."""
    content = json.dumps(asdict(state)).encode()
    write_atomically(_state_file(home, state.review), content)


def read_state(home: Home, review: str) -> RunState:
    """Return what the last run wrote; "never" when there was none."""
    path = _state_file(home, review)
    if not path.exists():
        return RunState(review=review, state="never")
    return RunState(**json.loads(path.read_text("utf-8")))


def _state_file(home: Home, review: str) -> Path:
    return home.folder(review) / "run.json"
