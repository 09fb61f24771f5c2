"""A run looks for circles of values seldom, and leaves the process as it was."""

import gc

import pytest

from ltnlp.casework.collecting import SELDOM, USUAL, seldom_collected


@pytest.fixture(autouse=True)
def as_usual():
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


def test_while_a_run_lasts_circles_are_looked_for_seldom():
    with seldom_collected():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == USUAL


def test_a_run_that_fails_leaves_the_process_as_usual():
    with pytest.raises(ValueError, match="stuk"), seldom_collected():
        raise ValueError("stuk")
    assert gc.get_threshold() == USUAL


def test_two_runs_beside_each_other_leave_the_process_as_usual():
    one, other = seldom_collected(), seldom_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    other.__exit__(None, None, None)
    assert gc.get_threshold() == USUAL
