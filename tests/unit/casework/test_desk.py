"""A run with help makes what a run alone makes, and what dies can be run again."""

import dataclasses
import os
import signal

import pytest

from ltnlp.casework import crew as crews
from ltnlp.casework import reconstruct as steps
from ltnlp.casework.desk import desk_of, laid
from ltnlp.casework.progress import Step
from ltnlp.domain.documents import Document
from tests import homes


@pytest.fixture
def review(home) -> str:
    return homes.made(home)


def written(home, review) -> list[object]:
    store = home.store(review)
    return [
        store.released(),
        store.timeline(),
        store.graph(),
        store.factors(),
        store.identifiers(),
        homes.exported(home, review),
    ]


@pytest.mark.slow
def test_a_run_reads_the_same_with_one_process_and_with_three(
    home, review, tmp_path, monkeypatch
):
    copy = homes.copied(tmp_path, tmp_path.parent / f"{tmp_path.name}-copy")
    monkeypatch.setenv(crews.WORKERS, "3")
    steps.reconstruct(home, review)
    monkeypatch.setenv(crews.WORKERS, "1")
    steps.reconstruct(copy, review)
    assert written(home, review) == written(copy, review)


@pytest.mark.slow
def test_a_run_whose_helper_is_killed_ends_as_one_without_help(
    home, review, tmp_path, monkeypatch
):
    copy = homes.copied(tmp_path, tmp_path.parent / f"{tmp_path.name}-copy")
    steps.reconstruct(copy, review)
    monkeypatch.setenv(crews.WORKERS, "2")

    def kill(step: Step, done: int, total: int) -> None:
        if step is Step.FIND_NAMES and not done:
            os.kill(desk_of(home, review).crew.pids[0], signal.SIGKILL)

    steps.reconstruct(home, review, progress=kill)
    assert written(home, review) == written(copy, review)


def test_a_step_alone_reads_what_a_run_would_have_at_hand(home, review, tmp_path):
    copy = homes.copied(tmp_path, tmp_path.parent / f"{tmp_path.name}-copy")
    steps.reconstruct(home, review)
    steps.find_names(copy, review)
    for document in steps.readable(copy, review):
        steps.read_dates(copy, review, document.id)
    for step in (
        steps.release,
        steps.integrate,
        steps.connect,
        steps.propose_factors,
        steps.record,
    ):
        step(copy, review)
    assert written(home, review) == written(copy, review)


def test_a_desk_is_there_for_its_run_only(home, review):
    with laid(home, review) as desk:
        assert desk_of(home, review) is desk
        assert all(isinstance(one, Document) for one in desk.documents)
    assert desk_of(home, review) is not desk


def test_a_desk_goes_when_its_run_fails(home, review):
    with pytest.raises(ZeroDivisionError), laid(home, review) as desk:
        1 / 0  # noqa: B018
    assert desk_of(home, review) is not desk


def test_what_lies_on_a_desk_is_what_would_be_read_back(home, review):
    seen = {}

    def look(step: Step, done: int, total: int) -> None:
        if step is Step.RECORD and done:
            desk = desk_of(home, review)
            seen["desk"] = (
                desk.released(),
                desk.timeline(),
                desk.graph(),
                desk.factors(),
            )
            seen["vault"] = desk.registry(), desk.mentions(), desk.births()

    steps.reconstruct(home, review, progress=look)
    desk = desk_of(home, review)
    assert seen["desk"] == (
        desk.released(),
        desk.timeline(),
        desk.graph(),
        desk.factors(),
    )
    assert seen["vault"] == (desk.registry(), desk.mentions(), desk.births())


def test_what_a_step_lays_down_is_not_covered_by_an_older_look(home, review):
    steps.reconstruct(home, review)
    desk = desk_of(home, review)
    newer = dataclasses.replace(desk_of(home, review).timeline(), gaps=())

    class Looking:
        """A store of which the timeline is read while a step saves another."""

        def timeline(self):
            desk.store = home.store(review)
            desk.save_timeline(newer, ())
            return

    desk.store = Looking()
    assert desk.timeline() == newer
