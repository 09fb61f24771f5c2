"""Processes that help read: the same answers however many there are, and no words lost."""

import gc
import os
import signal
import subprocess
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ltnlp.casework import crew as crews
from ltnlp.casework.crew import WORTH_WORDS, Answers, Crew, CrewError, processes
from ltnlp.casework.engines import engines
from ltnlp.casework.parcels import Parcel, done, parcels
from ltnlp.casework.spread import ClassifierSpread
from ltnlp.domain.errors import StateError
from ltnlp.nlp.resources import models_folder

WORDS = [
    "De school belde Veilig Thuis en de wijkagent kwam langs.",
    "De huisarts verwees naar de jeugd-ggz; het wijkteam wist van niets.",
    "Oma paste op en leerplicht schreef een brief.",
    "Niemand had de regie.",
    "De gezinscoach vroeg de raad om onderzoek.",
]
CALLS = [(f"p{n}", text) for n, text in enumerate(WORDS * 8)]


def asked() -> list[Parcel]:
    return list(parcels("organisations", "read", CALLS, of=3))


def answers(size: int) -> list[object]:
    crew = Crew(size)
    try:
        return crew.ask(asked()).all()
    finally:
        crew.close()


def taken(handed: Answers) -> Answers:
    """What was handed to a crew, when somebody has begun on all of it."""
    while handed.left:
        time.sleep(0.01)
    return handed


@pytest.mark.slow
@pytest.mark.parametrize("size", [1, 2, 3])
def test_answers_are_those_of_one_process_in_the_order_of_the_calls(size):
    assert answers(size) == [engines().organisations.read(*call) for call in CALLS]


@pytest.mark.slow
@pytest.mark.parametrize("size", [2, 3])
def test_what_those_who_ended_had_begun_is_read_by_the_run(size):
    crew = Crew(size)
    try:
        for pid in crew.pids:
            os.kill(pid, signal.SIGKILL)
        handed = crew.ask(asked())
        while crew.helped:
            time.sleep(0.01)
        assert handed.left == len(asked())
        assert handed.all() == [engines().organisations.read(*call) for call in CALLS]
        assert len(crew.ask(asked()).all()) == len(CALLS)
    finally:
        crew.close()


@pytest.mark.slow
def test_where_one_ended_another_goes_on():
    crew = Crew(3)
    try:
        os.kill(crew.pids[0], signal.SIGKILL)
        assert len(taken(crew.ask(asked())).all()) == len(CALLS)
        assert crew.helped
    finally:
        crew.close()


@pytest.mark.slow
def test_an_error_in_a_helper_comes_over_without_the_words_that_it_was_about(
    monkeypatch,
):
    monkeypatch.setenv("LTNLP_KEY", "secret")
    crew = Crew(2)
    name = "Zandbergen"
    try:
        parcel = Parcel(engine="dates", method="read", calls=((name, name),))
        handed = taken(crew.ask([parcel]))
        with pytest.raises(CrewError) as raised:
            handed.all()
        environment = Path(f"/proc/{crew.pids[0]}/environ").read_bytes()
    finally:
        crew.close()
    assert "AttributeError" in str(raised.value)
    assert name not in f"{raised.value} {raised.value.__cause__}"
    assert b"secret" not in environment


def test_a_crew_that_is_closed_has_ended_those_who_helped():
    crew = Crew(2)
    (pid,) = crew.pids
    crew.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["dumps", "loads"])
def test_what_cannot_be_handed_over_is_an_error_and_no_wait_for_ever(
    broken, monkeypatch
):
    def too_large(*_: object, **__: object) -> None:
        raise MemoryError

    crew = Crew(2)
    try:
        monkeypatch.setattr(crews.pickle, broken, too_large)
        handed = taken(crew.ask(asked()[:1]))
        with pytest.raises(CrewError, match="MemoryError"):
            handed.all()
        assert not crew.helped
    finally:
        crew.close()


def test_a_thread_that_waits_hears_that_another_failed_on_what_it_waits_for(
    monkeypatch,
):
    crew = Crew(1)
    handed = crew.ask(asked()[:1])
    begun, waits = threading.Event(), threading.Event()

    def failing(_: Parcel) -> tuple[object, ...]:
        begun.set()
        waits.wait(10)
        raise ZeroDivisionError

    monkeypatch.setattr(crews, "done", failing)
    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(handed.of, 0)
        begun.wait(10)
        other = threads.submit(handed.of, 0)
        waits.set()
        with pytest.raises(ZeroDivisionError):
            one.result(10)
        with pytest.raises(CrewError, match="ZeroDivisionError"):
            other.result(10)


def test_where_no_more_processes_may_begin_fewer_help(monkeypatch):
    begin, begun = subprocess.Popen, []

    def full(*args: object, **settings: object) -> object:
        if begun:
            raise BlockingIOError
        begun.append(begin(*args, **settings))
        return begun[0]

    monkeypatch.setattr(crews.subprocess, "Popen", full)
    crew = Crew(4)
    assert crew.pids == (begun[0].pid,)
    crew.close()
    assert begun[0].poll() is not None


@pytest.mark.slow
def test_who_helps_finds_the_models_that_were_named_from_here(monkeypatch):
    folder = models_folder()
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(crews, "models_folder", lambda: Path(folder.name))
    crew = Crew(2)
    try:
        assert len(taken(crew.ask(asked())).all()) == len(CALLS)
    finally:
        crew.close()


def test_a_crew_of_one_keeps_nothing_of_what_was_answered():
    crew = Crew(1)
    handed = crew.ask(asked())
    kept = weakref.ref(handed)
    assert len(handed.all()) == len(CALLS)
    del handed
    gc.collect()
    assert kept() is None


def test_a_failure_can_be_shown_to_a_facilitator():
    error = CrewError("ValueError")
    assert isinstance(error, StateError)
    assert "opnieuw" in error.message_nl


@pytest.mark.parametrize(
    ("told", "words", "expected"),
    [
        ("", WORTH_WORDS - 1, 1),
        ("", WORTH_WORDS, 3),
        ("1", WORTH_WORDS, 1),
        ("2", 10, 2),
        ("0", 10, 1),
        ("veel", 10, 1),
        ("²", 10, 1),
    ],
    ids=["small", "large", "told none", "told two", "zero", "no number", "a power"],
)
def test_how_many_processes_read(told, words, expected, monkeypatch):
    monkeypatch.setenv(crews.WORKERS, told)
    monkeypatch.setattr("joblib.cpu_count", lambda: 3)
    assert processes(words) == expected


def test_no_more_processes_read_than_pay(monkeypatch):
    monkeypatch.delenv(crews.WORKERS, raising=False)
    monkeypatch.setattr("joblib.cpu_count", lambda: 64)
    assert processes(WORTH_WORDS) == crews.MOST


def test_calls_are_divided_alike_whoever_helps():
    divided = parcels("organisations", "read", CALLS, of=7)
    assert [len(parcel.calls) for parcel in divided] == [7, 7, 7, 7, 7, 5]
    assert [call for parcel in divided for call in parcel.calls] == CALLS


def test_a_parcel_without_calls_only_makes_its_engine_ready():
    assert done(Parcel(engine="organisations")) == ()


@pytest.mark.slow
def test_what_was_begun_is_answered_as_if_it_had_not_been(monkeypatch):
    crew = Crew(2)
    try:
        classifier = ClassifierSpread(crew)
        classifier.begin(WORDS)
        begun = classifier.classify_all(WORDS)
        assert begun == classifier.classify_all(WORDS)
        classifier.begin(WORDS)
        assert classifier.classify_all(WORDS[:1]) == begun[:1]
    finally:
        crew.close()
    assert begun == engines().classifier.classify_all(WORDS)
    assert begun[0] == classifier.classify(WORDS[0])


def test_statements_are_those_of_the_classifier():
    text = "Niemand wist ervan. De regie ontbrak; ieder wachtte op een ander."
    spread = ClassifierSpread(Crew(1))
    assert spread.statements(text, 3) == engines().classifier.statements(text, 3)
