"""Long work handed to a standing Prefect server."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.exceptions import ObjectNotFound
from prefect.states import Crashed

from ltnlp.casework.home import Home
from ltnlp.casework.progress import (
    STOPPED_NL,
    BusyError,
    RunState,
    Stage,
    died,
    is_held,
    read_state,
    start_lock,
    write_state,
    written_state,
)
from ltnlp.casework.runner import check_startable
from ltnlp.domain.errors import StateError
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.files import locked
from pipelines.server import RECONSTRUCT, complaint_nl, standing_server
from pipelines.traces import erase_traces

COMING_UP = {
    StateType.RUNNING: dt.timedelta(seconds=20),
    StateType.PENDING: dt.timedelta(minutes=5),
}
"""How long the server may hold a run for living that has not locked its review yet."""

PATIENCE = dt.timedelta(seconds=20)
"""How long a run may wait before we look for the cause."""

ATTEMPTS = 3
"""How often a run that died is taken up again: what kills it may be its own work."""

BEFORE = frozenset({StateType.SCHEDULED, StateType.PENDING, StateType.PAUSED})
NOT_DONE_NL = (
    "De worker kon het werk niet uitvoeren; in zijn logboek staat waarom. Start het "
    "opnieuw als dat verholpen is."
)


class PrefectRunner:
    """Starts reviews as runs of a deployment; a worker of the server does them."""

    def start(self, home: Home, review: str) -> None:
        """Hand a review to the deployment `reconstruct/on-demand`; returns at once.

        Raises:
            StateError: it is being run, has no source, or the server cannot do it.
        """
        check_startable(home, review)
        told = written_state(home, review)
        if self.state(home, review).under_way:
            raise BusyError(review)
        if told.run and told.under_way:
            _is_lost(told)
        _hand_over(home, told, attempt=1)

    def state(self, home: Home, review: str) -> RunState:
        """Return how far the run is: what it wrote, or why it has not begun."""
        told = read_state(home, review)
        if told.state is not Stage.WAITING or is_held(home, review):
            return told
        try:
            with standing_server() as client:
                asked = _asked(client, told)
        except StateError as error:
            return replace(told, problem_nl=error.message_nl)
        # It may have begun, or even ended, between the two looks.
        return (
            asked if written_state(home, review) == told else read_state(home, review)
        )

    def erase(self, home: Home, reviews: Sequence[str]) -> int:  # noqa: ARG002
        """Delete the runs of destroyed reviews from the server's own database."""
        with standing_server() as client:
            return erase_traces(client, reviews)

    def complaint_nl(self) -> str:
        """Return what keeps the server from doing work, "" when nothing does."""
        return complaint_nl()


def take_up_again(home: Home) -> tuple[str, ...]:
    """Hand over anew the reviews whose run died with its worker; return which.

    A run that failed or was cancelled is left alone: that is for people to decide.
    """
    entries = [e for e in home.system().reviews() if e.state == ReviewState.OPEN]
    return tuple(entry.id for entry in entries if _revived(home, entry.id))


def _revived(home: Home, review: str) -> bool:
    told = written_state(home, review)
    if not told.under_way or not told.run or is_held(home, review):
        return False
    if told.attempt >= ATTEMPTS or not _is_lost(told):
        return False
    _hand_over(home, told, attempt=told.attempt + 1)
    return True


def _is_lost(told: RunState) -> bool:
    """Tell whether the server has a dead run for a living one, or saw it crash."""
    with standing_server() as client:
        run = _run(client, told)
        if run is None or run.state_type is StateType.CRASHED:
            return True
        if run.state_type not in COMING_UP or _is_coming_up(run):
            return False
        # It would hold its place among the runs that may go on at once.
        client.set_flow_run_state(run.id, Crashed(message="lost"), force=True)
        return True


def _hand_over(home: Home, told: RunState, *, attempt: int) -> None:
    """Make a run of the deployment and write down which, unless somebody just did."""
    review = told.review
    with locked(start_lock(home, review), wait=10), standing_server() as client:
        if written_state(home, review) != told:
            raise BusyError(review)
        deployment = client.read_deployment_by_name(RECONSTRUCT)
        run = client.create_flow_run_from_deployment(
            deployment.id, parameters={"review": review, "attempt": attempt}
        )
        waiting = RunState(
            review=review, state=Stage.WAITING, run=str(run.id), attempt=attempt
        )
        # A quick worker may have written more than this by now.
        if written_state(home, review).run != waiting.run:
            write_state(home, waiting)


def _asked(client: SyncPrefectClient, told: RunState) -> RunState:
    """Return what the server knows of a run that has not written anything yet."""
    run = _run(client, told)
    if run is None:
        return died(told)
    if run.state_type is StateType.CANCELLED:
        return died(told, STOPPED_NL)
    if run.state_type in BEFORE:
        return told if _is_new(run, PATIENCE) else _hindered(told)
    if run.state_type is StateType.RUNNING and _is_coming_up(run):
        return told
    return died(told, NOT_DONE_NL)


def _hindered(told: RunState) -> RunState:
    return replace(told, problem_nl=complaint_nl())


def _run(client: SyncPrefectClient, told: RunState) -> FlowRun | None:
    with suppress(ObjectNotFound):
        return client.read_flow_run(UUID(told.run))
    return None


def _is_coming_up(run: FlowRun) -> bool:
    return run.state_type in COMING_UP and _is_new(run, COMING_UP[run.state_type])


def _is_new(run: FlowRun, age: dt.timedelta) -> bool:
    since = run.state.timestamp if run.state else None
    return since is not None and dt.datetime.now(dt.UTC) - since < age
