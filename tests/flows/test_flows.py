"""The flows: they do the work of casework, and remember nothing of a review but ids."""

import asyncio
import datetime as dt
import os

import pytest

from ltnlp.casework import reconstruct as steps
from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.progress import Stage, read_state
from ltnlp.domain.errors import (
    InputError,
    KeyUnavailableError,
    PrivacyError,
    StateError,
    UnknownReviewError,
)
from ltnlp.domain.reviews import ReviewState
from tests import homes

pytestmark = pytest.mark.usefixtures("prefect")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    for name, value in homes.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("LTNLP_KEY", raising=False)
    return Home.open()


@pytest.fixture
def review(home) -> str:
    return homes.made(home)


@pytest.fixture
def flows():
    from pipelines import flows

    return flows


def test_reconstruct_makes_what_the_command_makes(home, review, flows, tmp_path):
    copy = homes.copied(tmp_path, tmp_path.parent / f"{tmp_path.name}-copy")
    flows.reconstruct(review)
    steps.reconstruct(copy, review)
    assert homes.exported(home, review) == homes.exported(copy, review)
    assert read_state(home, review).state is Stage.DONE


def test_ingest_reads_every_document(home, review, flows):
    assert flows.ingest(review) == 4


def test_compare_finds_patterns_over_reviews(home, review, flows):
    other = homes.made(home)
    for one in (review, other):
        flows.reconstruct(one)
    found = flows.compare([review, other])
    assert found == len(home.system().patterns()) > 0
    with pytest.raises(UnknownReviewError):
        flows.compare(["absent"])


def test_forget_destroys_what_may_go(home, review, flows):
    flows.reconstruct(review)
    assert flows.forget() == 0
    ended = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=60)
    reviews.end(home, review, state=ReviewState.CANCELLED, today=ended)
    reviews.approve(home, review, by="opdrachtgever", today=ended)
    assert flows.forget(dry_run=True) == 1
    assert home.key(review)
    assert flows.forget() == 1
    assert home.entry(review).state == "destroyed"
    assert not home.folder(review).exists()


def test_a_closed_review_is_not_run(home, review, flows):
    reviews.end(home, review, state=ReviewState.CLOSED, today=homes.TODAY)
    with pytest.raises(StateError):
        flows.reconstruct(review)


def run_alone(task, review):
    """Run one task in a flow of its own."""
    from prefect import flow

    @flow(persist_result=False)
    def alone(review: str) -> None:
        task(review)

    alone(review)


def counted(monkeypatch, error: Exception) -> list[str]:
    """Let one step fail; return the calls that it got."""
    from pipelines import tasks

    calls: list[str] = []

    def fails(home, review):
        calls.append(review)
        raise error

    monkeypatch.setattr(steps, "release", fails)
    quick = tasks.release.with_options(retry_delay_seconds=0)
    monkeypatch.setattr(tasks, "release", quick)
    return calls


@pytest.mark.parametrize(
    ("error", "times"),
    [
        (PrivacyError("passage p1 still holds a registered name"), 1),
        (InputError("x"), 1),
        (KeyUnavailableError("x"), 1),
        (StateError("a store is in use"), 3),
        (OSError("disk"), 3),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_only_what_a_retry_can_help_is_tried_again(
    home, review, monkeypatch, error, times
):
    from pipelines import tasks

    calls = counted(monkeypatch, error)
    kind = StateError if isinstance(error, OSError) else type(error)
    with pytest.raises(kind) as failed:
        run_alone(tasks.release, review)
    assert calls == [review] * times
    assert "disk" not in str(failed.value)


def test_a_run_that_fails_says_so_where_a_page_can_read_it(
    home, review, flows, monkeypatch
):
    def fails(home, review):
        raise PrivacyError("x", message_nl="Er staat nog een naam in.")

    monkeypatch.setattr(steps, "release", fails)
    with pytest.raises(PrivacyError):
        flows.reconstruct(review)
    state = read_state(home, review)
    assert (state.state, state.problem_nl) == (
        Stage.FAILED,
        "Er staat nog een naam in.",
    )


CANARIES = (
    "Ymkelien",
    "Zandbergen",
    "Jorrit",
    "Koolbergen",
    "Vossenstein",
    "Kwartelhof",
    "48215973",
    "wachtlijst",
    "huisbezoek",
)


def test_prefect_remembers_ids_and_counts_only(home, review, flows, prefect, capfd):
    flows.reconstruct(review)
    flows.compare([review])
    asyncio.run(_settled())
    files = [path for path in prefect.rglob("*") if path.is_file()]
    remembered = b"".join(path.read_bytes() for path in files)
    assert review.encode() in remembered
    assert b"reconstruct" in remembered
    for word in CANARIES:
        assert word.encode() not in remembered, word
    shown = "".join(capfd.readouterr())
    assert [word for word in CANARIES if word in shown] == []


def test_a_step_that_fails_on_a_text_leaves_no_word_of_it(
    home, review, flows, monkeypatch, prefect, capfd
):
    from pipelines import tasks

    def fails(home, review):
        raise ValueError("Ymkelien Zandbergen belde")

    monkeypatch.setattr(steps, "release", fails)
    quick = tasks.release.with_options(retry_delay_seconds=0, retries=1)
    with pytest.raises(StateError):
        run_alone(quick, review)
    asyncio.run(_settled())
    files = [path for path in prefect.rglob("*") if path.is_file()]
    assert all(b"Ymkelien" not in path.read_bytes() for path in files)
    assert "Ymkelien" not in "".join(capfd.readouterr())


def test_a_flow_that_fails_on_a_text_leaves_no_word_of_it(
    home, review, flows, monkeypatch, prefect, capfd
):
    def fails(home, review):
        raise ValueError("Ymkelien Zandbergen belde")

    monkeypatch.setattr(steps, "readable", fails)
    with pytest.raises(StateError, match="ingest failed: ValueError"):
        flows.ingest(review)
    asyncio.run(_settled())
    files = [path for path in prefect.rglob("*") if path.is_file()]
    assert all(b"Ymkelien" not in path.read_bytes() for path in files)
    assert "Ymkelien" not in "".join(capfd.readouterr())


async def _settled() -> None:
    """Wait until the server wrote down what it was told."""
    await asyncio.sleep(3)


def test_flows_take_ids_and_switches_only(flows):
    taken = {
        name: set(getattr(flows, name).parameters.properties)
        for name in ("ingest", "reconstruct", "compare", "forget")
    }
    assert taken["ingest"] == {"review"}
    assert taken["compare"] == {"reviews"}
    assert taken["forget"] == {"dry_run"}
    assert taken["reconstruct"] <= {"review", "attempt"}


def test_nothing_is_kept_of_a_task(flows):
    from pipelines import tasks

    for name in ("read_dates", "find_names", "release", "integrate", "record"):
        task = getattr(tasks, name)
        assert task.persist_result is False
        assert task.log_prints is False
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
