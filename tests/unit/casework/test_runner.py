"""Work started outside the request: once, to its end, whoever dies meanwhile."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.progress import DIED_NL, BusyError, RunState, Stage, is_held
from ltnlp.casework.runner import LocalRunner, configured_runner, find_runner
from ltnlp.domain.errors import StateError
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from tests.homes import TODAY

TEXT = b"Op 4 maart 2024 belde de basisschool het wijkteam over de zorgen thuis."


@pytest.fixture
def review(home) -> str:
    made = reviews.new_review(home, reviews.Intake(title="Proef"), today=TODAY)
    add_sources(home, made, [Upload(content=TEXT, file_name="a.txt")])
    return made


def wait(home: Home, review: str, true: Callable[[RunState], bool]) -> RunState:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        told = LocalRunner().state(home, review)
        if true(told):
            return told
        time.sleep(0.02)
    raise AssertionError(LocalRunner().state(home, review))


def children(review: str) -> list[int]:
    """Return the processes that run this review: its id stands in their command."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = place.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"run" in command and review.encode() in command:
            found.append(int(place.parent.name))
    return found


@pytest.mark.slow
def test_of_many_that_start_at_once_one_does_and_it_ends(home, review):
    busy: list[BusyError] = []

    def start() -> None:
        try:
            LocalRunner().start(home, review)
        except BusyError as error:
            busy.append(error)

    threads = [threading.Thread(target=start) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(busy) == 4
    with pytest.raises(BusyError):
        LocalRunner().start(home, review)
    told = wait(home, review, lambda t: not t.under_way)
    assert told.state is Stage.DONE, told.problem_nl
    assert home.store(review).timeline() is not None
    deadline = time.monotonic() + 10
    while children(review) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children(review) == [], "whoever started it took note of its end"


def kill_the_run(review: str) -> None:
    deadline = time.monotonic() + 30
    while not (found := children(review)) and time.monotonic() < deadline:
        time.sleep(0.02)
    (child,) = found
    os.kill(child, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize("stage", [Stage.WAITING, Stage.RUNNING])
def test_a_run_that_is_killed_is_failed(home, review, stage):
    LocalRunner().start(home, review)
    wait(home, review, lambda t: t.state is stage)
    kill_the_run(review)
    told = wait(home, review, lambda t: not t.under_way)
    assert (told.state, told.problem_nl) == (Stage.FAILED, DIED_NL)
    assert not is_held(home, review)
    LocalRunner().start(home, review)
    assert LocalRunner().state(home, review).state is Stage.WAITING
    kill_the_run(review)


@pytest.mark.slow
def test_the_words_of_a_run_that_fails_come_back(home, review):
    """The child finds a text that is gone: it says so, and nobody waits for ever."""
    document = reviews.load_sources(home, review).readable()[0].id
    home.vault(review, purpose=Purpose.CHECK).remove(f"text:{document}")
    LocalRunner().start(home, review)
    told = wait(home, review, lambda t: not t.under_way)
    assert told.state is Stage.FAILED
    assert "geen tekst" in told.problem_nl


def test_what_cannot_be_run_is_not_started(home, review):
    empty = reviews.new_review(home, reviews.Intake(title="Leeg"), today=TODAY)
    with pytest.raises(StateError, match="has no source"):
        LocalRunner().start(home, empty)
    reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError, match="is closed"):
        LocalRunner().start(home, review)
    assert LocalRunner().state(home, review).state is Stage.NEVER


def test_runners_are_found_by_name(monkeypatch):
    assert isinstance(find_runner("local"), LocalRunner)
    with pytest.raises(StateError, match="no runner 'stoom'"):
        find_runner("stoom")
    monkeypatch.delenv("LTNLP_RUNNER", raising=False)
    assert isinstance(configured_runner(), LocalRunner)
    monkeypatch.setenv("LTNLP_RUNNER", "")
    assert isinstance(configured_runner(), LocalRunner)


def test_the_local_runner_keeps_nothing_elsewhere(home):
    assert LocalRunner().erase(home, ["a", "b"]) == 0
    assert LocalRunner().complaint_nl() == ""
