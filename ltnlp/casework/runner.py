"""Long work, started outside the request that asks for it."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from typing import Protocol

from ltnlp.casework.home import Home
from ltnlp.casework.progress import (
    BusyError,
    RunState,
    Stage,
    is_held,
    read_state,
    start_lock,
    write_state,
)
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.errors import StateError

GROUP = "ltnlp.runners"
LOCAL = "local"


class Runner(Protocol):
    """Starts the run of a review somewhere, and tells how far it is."""

    def start(self, home: Home, review: str) -> None:
        """Start all stages of a review; returns at once.

        Raises:
            StateError: it is being run already, or there is nothing to run.
        """
        ...

    def state(self, home: Home, review: str) -> RunState:
        """Return how far the last run of a review is."""
        ...

    def erase(self, home: Home, reviews: Sequence[str]) -> int:
        """Wipe what it keeps of destroyed reviews; return how many runs that were."""
        ...

    def complaint_nl(self) -> str:
        """Return what keeps it from working and what to do, "" when nothing does."""
        ...


class LocalRunner:
    """Runs a review in a process of its own on this machine."""

    def start(self, home: Home, review: str) -> None:
        """Start `ltnlp run REVIEW` beside this process, which it outlives.

        The child inherits a lock and so holds it until it ends, however it ends.
        """
        check_startable(home, review)
        with _handed_on(home, review) as lock:
            write_state(home, RunState(review=review, state=Stage.WAITING))
            child = subprocess.Popen(
                [sys.executable, "-m", "ltnlp", "run", review],
                env=dict(os.environ) | {"LTNLP_HOME": str(home.root)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(lock,),
                start_new_session=True,
            )
        # Whoever starts a child has to take note of its end, or it stays a zombie.
        threading.Thread(target=child.wait, daemon=True).start()

    def state(self, home: Home, review: str) -> RunState:
        """Return what the run last wrote about itself."""
        return read_state(home, review)

    def erase(self, home: Home, reviews: Sequence[str]) -> int:  # noqa: ARG002
        """Do nothing: what a run wrote goes with the folder of its review."""
        return 0

    def complaint_nl(self) -> str:
        """Return nothing: a process can always be started here."""
        return ""


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
    raise StateError(
        f"no runner {name[:20]!r} is installed",
        message_nl="Deze manier van doorrekenen is niet bekend; kies local of prefect.",
    )


def configured_runner() -> Runner:
    """Return the runner that `LTNLP_RUNNER` names, the built-in one without it."""
    return find_runner(os.environ.get("LTNLP_RUNNER") or LOCAL)


def check_startable(home: Home, review: str) -> None:
    """Refuse to start a run that cannot be.

    Raises:
        StateError: the review is closed, has no source, or is being run.
    """
    home.open_entry(review)
    if not load_sources(home, review).readable():
        raise StateError(
            f"review {review} has no source",
            message_nl="Voeg eerst een bron toe: er is nog niets om door te rekenen.",
        )
    if is_held(home, review):
        raise BusyError(review)


@contextmanager
def _handed_on(home: Home, review: str) -> Iterator[int]:
    """Lock the start of a review; a child that inherits the descriptor keeps it.

    It is closed here, not unlocked: unlocking would unlock it for the child too.
    """
    path = start_lock(home, review)
    descriptor = os.open(
        path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600
    )
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield descriptor
    except BlockingIOError:
        raise BusyError(review) from None
    finally:
        os.close(descriptor)
