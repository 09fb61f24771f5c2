"""What people type beside a review loses its names, and no word that is none."""

from dataclasses import replace

import pytest

from ltnlp.casework.desk import MENTIONS, MentionList
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.words import LEFT_OUT, without_names, without_strangers
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from tests.builders import span
from tests.unit.casework.test_report import NAME, review_in

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


def test_who_is_nobody_any_more_has_no_part_in_whose_name_it_is(home, review):
    """She was read as two in an earlier run."""
    vault = home.vault(review, purpose=Purpose.CHECK)
    registry = vault.recall(REGISTRY, Registry)
    (mother,) = registry.entities
    given = NAME.split()[0]
    mother = replace(mother, variants=(*mother.variants, given))
    before = replace(
        mother, id="p2", pseudonym="[Persoon-1]", variants=(given, f"Over {given}")
    )
    vault.keep(REGISTRY, replace(registry, entities=(mother, before)))
    typed = f"Daarna belde {given} weer."
    assert LEFT_OUT in without_names(home, review, [typed])[0]
    found = Mention(
        passage="p1",
        span=span(0, 4),
        label=Label.PERSON,
        entity="p1",
        found_by=("roster",),
        score=1.0,
    )
    vault.keep(MENTIONS, MentionList(mentions=(found,)))
    assert without_names(home, review, [typed]) == ("Daarna belde [Moeder-1] weer.",)
