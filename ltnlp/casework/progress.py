"""How far the run of a review is, told honestly: a run that died has failed.

A run holds a lock for as long as its process lives; the operating system lets go of
it when the process ends in whatever way. So a state that says "running" while
nobody holds the lock is the state of a run that died.
"""

import datetime as dt
import errno
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb

from ltnlp.casework.home import Home
from ltnlp.casework.reviews import load_review, load_sources
from ltnlp.domain.errors import LtnlpError, StateError, UnknownReviewError
from ltnlp.store.files import is_locked, locked, write_atomically


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
    Step.RELEASE: "namen vervangen",
    Step.INTEGRATE: "tijdlijn maken",
    Step.CONNECT: "verbanden leggen",
    Step.FACTORS: "factoren voorstellen",
    Step.RECORD: "klaarzetten voor vergelijking",
}

Progress = Callable[[Step, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


class Stage(StrEnum):
    """Where the last run of a review stands."""

    NEVER = "never"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


MOMENT = 0.2
"""Seconds to wait for a lock: whoever only looks at it holds it no longer."""

WRITINGS = 20
"""How often the progress of one step is written at most: each waits for the disk."""

UNDER_WAY = frozenset({Stage.WAITING, Stage.RUNNING})

DIED_NL = (
    "Het doorrekenen is gestopt voordat het klaar was: het programma of de computer "
    "ging uit. Er is niets kwijt; start het opnieuw."
)
BUSY_NL = "Deze review wordt al doorgerekend."
STOPPED_NL = "Het doorrekenen is afgebroken. Start het opnieuw als u verder wilt."
DISK_FULL_NL = "De schijf is vol. Maak ruimte vrij en start het opnieuw."
SHUT_NL = (
    "Er kan niet geschreven worden waar de gegevens of de sleutel horen te staan. Kijk "
    "na waar LTNLP_HOME en LTNLP_KEY_FILE naar wijzen, en geef uw gebruiker daar "
    "schrijfrecht."
)
_SHUT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
UNFORESEEN_NL = (
    "Er ging iets mis dat niet had mogen gebeuren ({}). Start het opnieuw; blijft het "
    "misgaan, geef dit bericht dan door aan uw beheerder."
)


def silent(step: Step, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """How far a run is; ids and counts only.

    `run` is the id that another system knows the run by, "" for one on this machine.
    `at` is when this was written (UTC, ISO 8601). `attempt` counts the times that a
    run which died was taken up again by itself. `sources` marks what was run: it
    tells whether sources, participants or the scope changed since.
    """

    review: str
    state: Stage
    step: str = ""
    done: int = 0
    total: int = 0
    problem_nl: str = ""
    run: str = ""
    at: str = ""
    attempt: int = 1
    sources: str = ""

    @property
    def under_way(self) -> bool:
        """Tell whether the run has yet to end."""
        return self.state in UNDER_WAY


def write_state(home: Home, state: RunState) -> None:
    """Write how far a run is, beside the review's stores."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    content = json.dumps(asdict(replace(state, at=now))).encode()
    write_atomically(_state_file(home, state.review), content)


def written_state(home: Home, review: str) -> RunState:
    """Return what the last run wrote about itself, which it may not have outlived."""
    path = _state_file(home, review)
    try:
        told = json.loads(path.read_text("utf-8"))
        names = {field.name for field in fields(RunState)}
        known = {name: value for name, value in told.items() if name in names}
        return RunState(**known | {"review": review, "state": Stage(told["state"])})
    except (FileNotFoundError, ValueError, TypeError, LookupError, AttributeError):
        return RunState(review=review, state=Stage.NEVER)


def read_state(home: Home, review: str) -> RunState:
    """Return how far the last run on this machine is; one that died has failed."""
    state = written_state(home, review)
    if not state.under_way or is_held(home, review):
        return state
    # It may have ended between the two looks.
    state = written_state(home, review)
    waits_elsewhere = state.state is Stage.WAITING and state.run
    return state if not state.under_way or waits_elsewhere else died(state)


def died(state: RunState, problem_nl: str = DIED_NL) -> RunState:
    """Return the state of a run whose process ended without a word."""
    return replace(state, state=Stage.FAILED, problem_nl=problem_nl)


def is_held(home: Home, review: str) -> bool:
    """Tell whether a living process runs the review, or is about to."""
    return is_locked(run_lock(home, review)) or is_locked(start_lock(home, review))


def run_lock(home: Home, review: str) -> Path:
    """Return what a run is locked by, from its first step to its last."""
    return home.folder(review) / "run"


def start_lock(home: Home, review: str) -> Path:
    """Return what a run is locked by from the moment that it is asked for."""
    return home.folder(review) / "start"


@contextmanager
def running(
    home: Home,
    review: str,
    *,
    progress: Progress = silent,
    run: str = "",
    attempt: int = 1,
) -> Iterator[Progress]:
    """Be the one run of a review; its progress and its end are written down.

    Raises:
        StateError: the review is closed, or another run of it is going on.
    """
    told = RunState(review=review, state=Stage.RUNNING, run=run, attempt=attempt)
    try:
        home.open_entry(review)
        with alone(home, review):
            told = replace(told, sources=mark_of(home, review))
            write_state(home, told)
            yield _written(home, told, progress)
            write_state(home, replace(told, state=Stage.DONE))
    except (UnknownReviewError, BusyError):
        raise
    except (Exception, KeyboardInterrupt) as error:
        # A signal that ends the process is no failure of the run: it died.
        _write_failure(home, told, error)
        raise


class BusyError(StateError):
    """Another run of this review is going on."""

    def __init__(self, review: str) -> None:
        """Name the review by its id."""
        super().__init__(f"review {review} is being run", message_nl=BUSY_NL)


@contextmanager
def alone(home: Home, review: str) -> Iterator[None]:
    """Keep a review for oneself: nothing runs it meanwhile.

    Raises:
        StateError: a run of it is going on.
    """
    with ExitStack() as held:
        try:
            held.enter_context(locked(run_lock(home, review), wait=MOMENT))
        except StateError:
            raise BusyError(review) from None
        yield


def mark_of(home: Home, review: str) -> str:
    """Return what tells one state of what a run begins with from another.

    What is known of a source counts too (its day decides what "gisteren" means), and
    so do participants, period, questions and region. Made with the review's key: names are
    in it, and it lies in clear.
    """
    about = load_review(home, review)
    sources = sorted(
        f"{one.id} {one.kind} {one.made_on} {one.author_role}"
        for one in load_sources(home, review).readable()
    )
    typed = about.participants, about.period, about.questions, about.region
    told = [*sources, repr(typed)]
    return home.key(review).fingerprint("\n".join(told).encode())[:16]


def _written(home: Home, told: RunState, progress: Progress) -> Progress:
    """Return a progress that is also written where a page can read it."""

    written: tuple[Step, int] | None = None

    def tell(step: Step, done: int, total: int) -> None:
        nonlocal written
        here = step, done * WRITINGS // max(1, total)
        if here != written:
            written = here
            write_state(home, replace(told, step=str(step), done=done, total=total))
        progress(step, done, total)

    return tell


def _write_failure(home: Home, told: RunState, error: BaseException) -> None:
    failed = replace(told, state=Stage.FAILED, problem_nl=problem_of(error))
    # On a full disk even this fails; that the lock is free then tells enough.
    with suppress(OSError, LtnlpError):
        write_state(home, failed)


def problem_of(error: BaseException) -> str:
    """Return what went wrong in one Dutch sentence; never a library's own words."""
    if isinstance(error, LtnlpError):
        return error.message_nl
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DISK_FULL_NL
    if isinstance(error, OSError) and error.errno in _SHUT:
        return SHUT_NL
    if isinstance(error, KeyboardInterrupt):
        return STOPPED_NL
    return UNFORESEEN_NL.format(f"{type(error).__name__}, {place_of(error)}")


def place_of(error: BaseException) -> str:
    """Return file and line where an error arose: what may be told of it anywhere."""
    frames = extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _state_file(home: Home, review: str) -> Path:
    return home.folder(review) / "run.json"
