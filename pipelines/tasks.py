"""One task for each step of casework; ids go in, nothing but counts comes out."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from ltnlp.casework import reconstruct as steps
from ltnlp.casework.home import Home
from ltnlp.domain.errors import (
    InputError,
    KeyUnavailableError,
    LtnlpError,
    PrivacyError,
    StateError,
)

P = ParamSpec("P")
T = TypeVar("T")

RETRIES = 2
RETRY_SECONDS = 5
FINAL = (PrivacyError, InputError, KeyUnavailableError)


def may_help(task: Task[Any, Any], run: TaskRun, state: State[Any]) -> bool:  # noqa: ARG001
    """Tell whether trying again can help: never after a PrivacyError."""
    try:
        state.result()
    except FINAL:
        return False
    except Exception:  # noqa: BLE001 - any other fault may be gone next time
        return True
    return False


def step(name: str, work: Callable[..., None]) -> Task[..., None]:
    """Return a Prefect task that does one step and keeps nothing of it."""
    return task(
        name=name,
        retries=RETRIES,
        retry_delay_seconds=RETRY_SECONDS,
        retry_condition_fn=may_help,
        cache_policy=NO_CACHE,
        persist_result=False,
        log_prints=False,
    )(discreet(f"step {name}", work))


def discreet(name: str, work: Callable[P, T]) -> Callable[P, T]:
    """Replace errors that are not our own: their messages may quote a source.

    Prefect keeps errors, pickled and in its log, whatever is told of results.
    """

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except LtnlpError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge: it becomes a failed run
            raise StateError(f"{name} failed: {type(error).__name__}") from None

    return run


def _read_dates(review: str, document: str) -> None:
    steps.read_dates(Home.open(), review, document)


def _find_names(review: str) -> None:
    steps.find_names(Home.open(), review)


def _release(review: str) -> None:
    steps.release(Home.open(), review)


def _integrate(review: str) -> None:
    steps.integrate(Home.open(), review)


def _connect(review: str) -> None:
    steps.connect(Home.open(), review)


def _propose_factors(review: str) -> None:
    steps.propose_factors(Home.open(), review)


def _record(review: str) -> None:
    steps.record(Home.open(), review)


read_dates = step("read-dates", _read_dates)
find_names = step("find-names", _find_names)
release = step("release", _release)
integrate = step("integrate", _integrate)
connect = step("connect", _connect)
propose_factors = step("propose-factors", _propose_factors)
record = step("record", _record)
