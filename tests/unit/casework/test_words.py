"""What people type beside a review loses its names, and no word that is none."""

from dataclasses import replace

import pytest

from ltnlp.casework.words import LEFT_OUT, without_names, without_strangers
from tests.unit.casework.test_report import review_in

TYPED = "Hij zat op de klimboom"


@pytest.fixture
def review(home) -> str:
    """A review in whose sources a tree stands."""
    made = review_in(home)
    store = home.store(made)
    released = store.released()
    first, *rest = released.passages
    told = "Hij viel uit de klimboom op het plein."
    first = replace(first, text=told, name_check=lambda _: False)
    store.save_released(replace(released, passages=(first, *rest)), ())
    return made


def test_a_word_that_the_sources_show_is_no_name_when_it_is_typed(home, review):
    assert LEFT_OUT in without_strangers([TYPED])[0], "or this tests nothing"
    assert without_names(home, review, [TYPED]) == (TYPED,)


@pytest.mark.parametrize(
    "typed", ["Hij zat op De Klimboom", "Zwaantje Pollema zat in de klimboom."]
)
def test_a_capital_makes_it_somebody_still(home, review, typed):
    assert LEFT_OUT in without_names(home, review, [typed])[0]
