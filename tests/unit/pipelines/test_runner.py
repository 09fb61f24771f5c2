"""What a Prefect server says of a run, told as a person needs it; no server is asked."""

import datetime as dt
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.progress import (
    DIED_NL,
    STOPPED_NL,
    RunState,
    Stage,
    Step,
    running,
    write_state,
    written_state,
)
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.errors import StateError
from tests.homes import TODAY, home_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from prefect.client.schemas.objects import FlowRun, State, StateType
    from prefect.exceptions import ObjectNotFound

    from pipelines import runner as handing_over
    from pipelines import server
    from pipelines.runner import NOT_DONE_NL, PrefectRunner, take_up_again
    from pipelines.traces import erase_traces

NOW = dt.datetime.now(dt.UTC)
LONG_AGO = NOW - dt.timedelta(hours=2)


class Server:
    """A client of a server that knows the runs that it is given."""

    def __init__(self, *runs: FlowRun) -> None:
        self.runs = {run.id: run for run in runs}
        self.crashed: list[object] = []
        self.deleted: list[object] = []
        self.artifacts: dict[object, list[object]] = {}

    def read_flow_run(self, run):
        if run not in self.runs:
            raise ObjectNotFound(http_exc=Exception())
        return self.runs[run]

    def set_flow_run_state(self, run, state, *, force):
        self.crashed.append(run)

    def read_deployment_by_name(self, name):
        return type("Deployment", (), {"id": uuid4()})

    def create_flow_run_from_deployment(self, deployment, *, parameters):
        made = flow_run(StateType.SCHEDULED, parameters=parameters)
        self.runs[made.id] = made
        return made

    def read_workers_for_work_pool(self, pool):
        return []

    def read_flow_runs(self, *, sort, limit, offset):
        return [*self.runs.values()][offset : offset + limit]

    def read_artifacts(self, *, artifact_filter):
        (run,) = artifact_filter.flow_run_id.any_
        return self.artifacts.get(run, [])

    def delete_artifact(self, artifact):
        self.deleted.append(artifact)

    def delete_flow_run(self, run):
        if run not in self.runs:
            raise ObjectNotFound(http_exc=Exception())
        self.deleted.append(run)


def lately(since: dt.datetime) -> dt.datetime:
    """Return the present for NOW: tables are made long before their tests run."""
    return dt.datetime.now(dt.UTC) if since == NOW else since


def flow_run(
    kind: StateType,
    *,
    since: dt.datetime = NOW,
    parameters: dict[str, object] | None = None,
) -> FlowRun:
    return FlowRun(
        id=uuid4(),
        flow_id=uuid4(),
        state_type=kind,
        state=State(type=kind, timestamp=lately(since)),
        parameters=parameters or {},
    )


@pytest.fixture
def home(tmp_path) -> Home:
    return home_in(tmp_path)


@pytest.fixture
def review(home) -> str:
    return new_review(home, Intake(title="Proef"), today=TODAY)


@pytest.fixture
def answer(monkeypatch):
    """Let a server answer wherever one is asked."""

    def by(made: Server) -> Server:
        @contextmanager
        def standing() -> Iterator[Server]:
            yield made

        monkeypatch.setattr(handing_over, "standing_server", standing)
        monkeypatch.setattr(server, "standing_server", standing)
        return made

    return by


def waits(home: Home, review: str, run: FlowRun, *, attempt: int = 1) -> None:
    state = RunState(
        review=review, state=Stage.WAITING, run=str(run.id), attempt=attempt
    )
    write_state(home, state)


@pytest.mark.parametrize(
    ("kind", "since", "state", "problem"),
    [
        (StateType.SCHEDULED, NOW, Stage.WAITING, ""),
        (StateType.PENDING, NOW, Stage.WAITING, ""),
        (StateType.SCHEDULED, LONG_AGO, Stage.WAITING, server.NO_WORKER_NL),
        (StateType.RUNNING, NOW, Stage.WAITING, ""),
        (StateType.RUNNING, LONG_AGO, Stage.FAILED, NOT_DONE_NL),
        (StateType.FAILED, NOW, Stage.FAILED, NOT_DONE_NL),
        (StateType.CRASHED, NOW, Stage.FAILED, NOT_DONE_NL),
        (StateType.CANCELLED, NOW, Stage.FAILED, STOPPED_NL),
    ],
)
def test_what_the_server_says_of_a_run_that_wrote_nothing(
    home, review, answer, kind, since, state, problem
):
    run = flow_run(kind, since=since)
    answer(Server(run))
    waits(home, review, run)
    told = PrefectRunner().state(home, review)
    assert (told.state, told.problem_nl) == (state, problem)


def test_a_run_that_the_server_forgot_has_died(home, review, answer):
    answer(Server())
    waits(home, review, flow_run(StateType.SCHEDULED))
    told = PrefectRunner().state(home, review)
    assert (told.state, told.problem_nl) == (Stage.FAILED, DIED_NL)


def test_what_a_run_wrote_counts_more_than_what_the_server_says(home, review, answer):
    run = flow_run(StateType.CRASHED)
    answer(Server(run))
    with running(home, review, run=str(run.id)) as tell:
        tell(Step.RELEASE, 0, 1)
        assert PrefectRunner().state(home, review).step == "release"
    assert PrefectRunner().state(home, review).state is Stage.DONE


def test_a_run_that_begins_between_two_looks_is_told_as_it_is(home, review, answer):
    run = flow_run(StateType.FAILED)
    asked = answer(Server(run))
    waits(home, review, run)

    def meanwhile(_: object) -> FlowRun:
        write_state(home, RunState(review=review, state=Stage.DONE, run=str(run.id)))
        return run

    asked.read_flow_run = meanwhile
    assert PrefectRunner().state(home, review).state is Stage.DONE


@pytest.mark.parametrize(
    ("kind", "since", "again", "settled"),
    [
        (StateType.RUNNING, LONG_AGO, True, True),
        (StateType.RUNNING, NOW, False, False),
        (StateType.PENDING, LONG_AGO, True, True),
        (StateType.PENDING, NOW, False, False),
        (StateType.CRASHED, NOW, True, False),
        (StateType.SCHEDULED, LONG_AGO, False, False),
        (StateType.FAILED, NOW, False, False),
        (StateType.CANCELLED, NOW, False, False),
        (StateType.COMPLETED, NOW, False, False),
    ],
)
def test_only_what_died_is_taken_up_again(
    home, review, answer, kind, since, again, settled
):
    run = flow_run(kind, since=since)
    asked = answer(Server(run))
    waits(home, review, run)
    assert take_up_again(home) == ((review,) if again else ())
    assert asked.crashed == ([run.id] if settled else [])
    told = written_state(home, review)
    assert told.attempt == (2 if again else 1)
    if again:
        (made,) = (r for r in asked.runs.values() if r.id != run.id)
        assert made.parameters == {"review": review, "attempt": 2}
        assert told.run == str(made.id)


def test_what_died_three_times_is_left_to_people(home, review, answer):
    run = flow_run(StateType.CRASHED)
    answer(Server(run))
    waits(home, review, run, attempt=handing_over.ATTEMPTS)
    assert take_up_again(home) == ()
    assert PrefectRunner().state(home, review).problem_nl == NOT_DONE_NL


def test_a_run_of_this_machine_is_not_handed_over(home, review, answer):
    answer(Server())
    write_state(home, RunState(review=review, state=Stage.RUNNING))
    assert take_up_again(home) == ()


def test_a_run_that_was_lost_by_the_server_is_taken_up(home, review, answer):
    answer(Server())
    waits(home, review, flow_run(StateType.RUNNING))
    assert take_up_again(home) == (review,)


def test_only_runs_about_the_reviews_are_erased():
    mine = flow_run(StateType.COMPLETED, parameters={"review": "r1", "attempt": 1})
    listed = flow_run(StateType.COMPLETED, parameters={"reviews": ["r2", "r1"]})
    other = flow_run(StateType.COMPLETED, parameters={"review": "r2"})
    none = flow_run(StateType.COMPLETED, parameters={"dry_run": False, "reviews": None})
    asked = Server(mine, listed, other, none)
    artifact = type("Artifact", (), {"id": uuid4()})
    asked.artifacts[mine.id] = [artifact]
    assert erase_traces(asked, ["r1"]) == 2
    assert asked.deleted == [artifact.id, mine.id, listed.id]
    assert erase_traces(asked, []) == 0


def test_without_a_server_nothing_is_started_in_passing(monkeypatch):
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        with pytest.raises(StateError, match="no Prefect server"):
            server.standing_server().__enter__()
        assert "PREFECT_API_URL" in server.complaint_nl()
