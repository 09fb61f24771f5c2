"""`ltnlp serve` and `ltnlp status`: what is printed, and what is refused."""

import re
import socket
from dataclasses import replace

import pytest

from ltnlp.casework.progress import RunState, Stage, Step, running, write_state
from tests import homes


@pytest.fixture
def listening(monkeypatch):
    """Take down what would be served, and under which options."""
    told: dict[str, object] = {}
    monkeypatch.setattr("uvicorn.run", lambda app, **options: told.update(options))
    monkeypatch.delenv("LTNLP_RUNNER", raising=False)
    return told


def test_it_serves_this_machine_and_prints_where_to_sign_in(ltnlp, listening):
    shown = ltnlp("serve", "--port", "0")
    assert shown.status == 0
    assert re.search(
        r"^http://127\.0\.0\.1:0/aanmelden\?token=\S{43}$", shown.out, re.M
    )
    assert listening["host"] == "127.0.0.1"
    assert listening["access_log"] is False


def test_under_a_name_it_is_reached_through_https(ltnlp, listening):
    shown = ltnlp("serve", "--port", "0", "--name", "reviews.example.nl")
    assert "https://reviews.example.nl/aanmelden?token=" in shown.out


def test_others_are_warned_of_and_need_a_name(ltnlp, listening):
    shown = ltnlp("serve", "--port", "0", "--host", "0.0.0.0")
    assert (shown.status, "--name" in shown.err) == (1, True)
    shown = ltnlp("serve", "--port", "0", "--host", "0.0.0.0", "--name", "x.example")
    assert shown.status == 0
    assert "https" in shown.err


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1"], ids=["taken", "not ours"])
def test_where_it_cannot_listen_is_said_in_dutch(ltnlp, listening, host):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        shown = ltnlp("serve", "--host", host, "--port", port, "--name", "x")
    assert shown.status == 1
    assert "kan niet worden geluisterd" in shown.err
    assert listening == {}


def test_a_runner_that_nobody_knows_is_refused(ltnlp, listening):
    shown = ltnlp("serve", "--port", "0", "--runner", "stoom")
    assert (shown.status, "local of prefect" in shown.err) == (1, True)


@pytest.fixture
def review(place) -> str:
    return homes.made(homes.home_in(place))


@pytest.mark.parametrize(
    ("state", "words", "status"),
    [
        (None, "Nog niet doorgerekend.", 0),
        (RunState(review="", state=Stage.DONE), "Doorgerekend.", 0),
        (RunState(review="", state=Stage.RUNNING), "gestopt voordat het klaar was", 1),
        (RunState(review="", state=Stage.FAILED, problem_nl="Naam."), "Naam.", 1),
        (RunState(review="", state=Stage.WAITING, run="r"), "wacht om te beginnen", 0),
    ],
    ids=["never", "done", "died", "failed", "waits elsewhere"],
)
def test_status_tells_how_far_a_run_is(ltnlp, place, review, state, words, status):
    if state is not None:
        write_state(homes.home_in(place), replace(state, review=review))
    waits = state is not None and state.run
    shown = ltnlp("status", review, *([] if waits else ["--follow"]))
    assert words in shown.out
    assert shown.status == status


def test_status_of_a_run_that_goes_on(ltnlp, place, review):
    with running(homes.home_in(place), review) as tell:
        tell(Step.READ_DATES, 2, 4)
        assert "Bezig: datums lezen (2 van 4)." in ltnlp("status", review).out
        tell(Step.RELEASE, 0, 1)
        assert "Bezig: namen vervangen." in ltnlp("status", review).out


def test_status_of_no_review(ltnlp):
    assert "bestaat niet" in ltnlp("status", "niets").err
