"""How far a run is: written as it goes, and honest about one that died."""

import json
import multiprocessing
import os
import signal
import threading
from dataclasses import replace

import pytest

from ltnlp.casework import progress, reviews
from ltnlp.casework.progress import (
    BUSY_NL,
    DIED_NL,
    DISK_FULL_NL,
    SHUT_NL,
    STOPPED_NL,
    BusyError,
    RunState,
    Stage,
    Step,
    is_held,
    problem_of,
    read_state,
    running,
    write_state,
    written_state,
)
from ltnlp.domain.errors import PrivacyError, StateError, UnknownReviewError
from ltnlp.domain.reviews import ReviewState
from tests.homes import TODAY


@pytest.fixture
def review(home) -> str:
    return reviews.new_review(home, reviews.Intake(title="Proef"), today=TODAY)


def test_a_review_that_never_ran(home, review):
    assert read_state(home, review).state is Stage.NEVER


def test_a_run_writes_what_it_does(home, review):
    seen = []
    with running(home, review, progress=lambda *step: seen.append(step)) as tell:
        assert read_state(home, review).state is Stage.RUNNING
        tell(Step.READ_DATES, 1, 3)
        told = read_state(home, review)
        assert (told.step, told.done, told.total) == ("dates", 1, 3)
        assert is_held(home, review)
    assert seen == [(Step.READ_DATES, 1, 3)]
    assert read_state(home, review).state is Stage.DONE
    assert not is_held(home, review)


def test_what_is_written_holds_ids_and_counts_only(home, review):
    with running(home, review, run="r1", attempt=2):
        pass
    written = json.loads((home.folder(review) / "run.json").read_text())
    assert set(written) == set(RunState.__slots__)
    assert (written["run"], written["attempt"]) == ("r1", 2)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PrivacyError("x", message_nl="Er staat nog een naam in."), "nog een naam"),
        (OSError(28, "No space left on device", "/x/geheim"), DISK_FULL_NL),
        (FileExistsError(17, "File exists", "/x/geheim"), SHUT_NL),
        (KeyboardInterrupt(), STOPPED_NL),
        (ValueError("Jesse Hoekema belde"), "(ValueError, test_progress.py:"),
    ],
    ids=["ours", "disk full", "no folder", "ctrl-c", "unforeseen"],
)
def test_a_run_that_fails_says_why_without_words_of_others(home, review, error, words):
    with pytest.raises(type(error)), running(home, review):
        raise error
    told = read_state(home, review)
    assert told.state is Stage.FAILED
    assert words in told.problem_nl
    assert "Hoekema" not in told.problem_nl
    assert "geheim" not in told.problem_nl


def test_only_one_run_at_a_time(home, review):
    with running(home, review) as tell:
        tell(Step.RELEASE, 0, 1)
        with pytest.raises(BusyError, match=review) as busy, running(home, review):
            pass
        assert busy.value.message_nl == BUSY_NL
        assert read_state(home, review).step == "release", "the first goes on as it was"


def test_of_many_that_begin_at_once_one_runs(home, review):
    busy: list[BusyError] = []
    ran: list[int] = []
    gate, end = threading.Barrier(6), threading.Event()

    def begin(number: int) -> None:
        gate.wait()
        try:
            with running(home, review):
                ran.append(number)
                end.wait(5)
        except BusyError as error:
            busy.append(error)
            if len(busy) == 5:
                end.set()

    threads = [threading.Thread(target=begin, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(ran), len(busy)) == (1, 5)


def test_looking_holds_up_no_run(home, review):
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            read_state(home, review)

    write_state(home, RunState(review=review, state=Stage.RUNNING))
    lookers = [threading.Thread(target=look) for _ in range(3)]
    for thread in lookers:
        thread.start()
    try:
        for _ in range(20):
            with running(home, review):
                pass
    finally:
        stop.set()
        for thread in lookers:
            thread.join()


def test_a_closed_or_unknown_review_is_not_run(home, review):
    with pytest.raises(UnknownReviewError), running(home, "onbekend"):
        pass
    reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError), running(home, review):
        pass
    assert "afgesloten" in read_state(home, review).problem_nl
    assert not (home.root / "reviews" / "onbekend").exists()


def _die_inside(home, review) -> None:
    with running(home, review) as tell:
        tell(Step.INTEGRATE, 0, 1)
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_run_that_was_killed_is_seen_as_failed(home, review):
    child = multiprocessing.get_context("fork").Process(
        target=_die_inside, args=(home, review)
    )
    child.start()
    child.join()
    assert written_state(home, review).state is Stage.RUNNING
    told = read_state(home, review)
    assert (told.state, told.problem_nl, told.step) == (
        Stage.FAILED,
        DIED_NL,
        "integrate",
    )
    with running(home, review):
        assert read_state(home, review).state is Stage.RUNNING
    assert read_state(home, review).state is Stage.DONE


def test_what_waits_elsewhere_has_not_died(home, review):
    waiting = RunState(review=review, state=Stage.WAITING, run="r1")
    write_state(home, waiting)
    assert read_state(home, review).state is Stage.WAITING
    write_state(home, replace(waiting, run=""))
    assert read_state(home, review).state is Stage.FAILED


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"state": "dansend"}', b"\xff"],
    ids=repr,
)
def test_a_state_that_cannot_be_read_is_no_state(home, review, content):
    (home.folder(review) / "run.json").write_bytes(content)
    assert read_state(home, review).state is Stage.NEVER


def test_a_state_of_another_version_is_read(home, review):
    (home.folder(review) / "run.json").write_text(
        json.dumps({"review": "other", "state": "done", "colour": "blue"})
    )
    told = read_state(home, review)
    assert (told.review, told.state) == (review, Stage.DONE)


def test_a_failure_that_cannot_be_written_is_still_raised(home, review, monkeypatch):
    def full(*args: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    def fill_up() -> None:
        with running(home, review) as tell:
            monkeypatch.setattr(progress, "write_atomically", full)
            tell(Step.RELEASE, 0, 1)

    with pytest.raises(OSError, match="No space"):
        fill_up()
    assert written_state(home, review).state is Stage.RUNNING
    assert problem_of(OSError(28, "x")) == DISK_FULL_NL
