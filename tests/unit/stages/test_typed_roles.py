"""Roles as people type them name nobody, and neither do pseudonyms."""

import pytest

from ltnlp.domain.corrections import Do
from ltnlp.domain.mentions import RosterEntry, Shape
from ltnlp.domain.personnames import parse
from ltnlp.stages.typed_roles import holds_name, name_words, nameless
from tests.unit.stages.naming import correction, run

NAMES = frozenset({"brechtje", "oldenziel", "jan-willem", "willem"})


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("moeder van Brechtje", "moeder"),
        ("Brechtjes moeder", "moeder"),
        ("Brechtje's moeder", "moeder"),
        ("jeugdbeschermer (van Brechtje Oldenziel)", "jeugdbeschermer"),
        ("broer van Jan-Willem", "broer"),
        ("ambulant begeleider GI", "ambulant begeleider GI"),
        ("Brechtje: moeder", "moeder"),
        ("Brechtje", ""),
        ("", ""),
    ],
)
def test_a_name_goes_out_of_a_role(typed, left):
    assert nameless(typed, NAMES) == left


def test_the_words_of_names_are_given_names_and_surnames():
    names = [parse("Jan-Willem van der Berg-Bos", Shape.FULL), parse("Bo", Shape.GIVEN)]
    words = name_words(names)
    assert words >= {"jan-willem", "willem", "berg", "bos"}
    assert words.isdisjoint({"van", "der", "bo"})


@pytest.mark.parametrize("pseudonym", ["[Moeder-van-brechtje-1]", "[Oldenziels-2]"])
def test_a_pseudonym_with_a_name_is_seen(pseudonym):
    assert holds_name(pseudonym, NAMES)
    assert not holds_name("[Moeder-1]", NAMES)


SOURCES = {"d1": ["Marijke Tuinhof belde. Brechtje Oldenziel sliep.", "Ria kwam."]}


def entry(name: str, role: str) -> RosterEntry:
    return RosterEntry(name=name, role=role)


def test_no_pseudonym_is_made_of_a_role_with_a_name():
    roster = [
        entry("Marijke Tuinhof", "moeder van Brechtje"),
        entry("Brechtje Oldenziel", "Brechtje"),
    ]
    review = run(SOURCES, roster=roster)
    assert review.one("Marijke Tuinhof") == "[Moeder-1]"
    assert review.one("Brechtje Oldenziel") == "[Persoon-1]"


def test_a_role_that_is_a_surname_too_stays_where_texts_tell_it():
    roster = [entry("Ria", "voogd"), entry("Piet Voogd", "vader")]
    review = run({"d1": ["Voogd Ria kwam langs. Piet Voogd zweeg."]}, roster=roster)
    assert review.one("Ria") == "[Voogd-1]"


def test_a_pseudonym_that_came_to_hold_a_name_is_replaced():
    """An older run gave it, or a person chose it before the name was known."""
    first = run({"d1": ["Marijke Tuinhof belde."]})
    chosen = correction(
        Do.RENAME,
        target=first.registry.entities[0].id,
        values={"pseudonym": "Vriendin van Ria"},
    )
    then = run(
        {"d1": ["Marijke Tuinhof belde."]},
        registry=first.registry,
        corrections=[chosen],
    )
    assert then.one("Marijke Tuinhof") == "[Vriendin van Ria-1]"
    later = run(SOURCES, registry=then.registry, corrections=[chosen])
    assert "Ria" not in later.one("Marijke Tuinhof")
    assert not any("Ria" in text for text in later.released())
