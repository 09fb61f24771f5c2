"""Ages that no form tells: numbers by what stands around them."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from ltnlp.nlp.names.aged import features, find, places
from ltnlp.nlp.names.detector import open_pages
from tests.unit.nlp.names.building import passage


def shown(text: str) -> list[str]:
    (page,) = open_pages([passage(text)])
    return [c.span.of(text) for c in find(page)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Toen was ze pas dertien en al moeder van een kind.", "dertien"),
        ("Haar zoon is nu 14 jaar oud.", "14 jaar"),
        ("De baby was toen vier maanden.", "vier maanden"),
    ],
    ids=["a word", "figures with their unit", "months"],
)
def test_an_age_is_covered_with_its_unit(text: str, age: str) -> None:
    assert shown(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "Ze belde acht keer in twee uur.",
        "Op 12 maart kwam de brief van 3 kinderen.",
        "Er zaten mensen in de zaal.",
    ],
    ids=["times and hours", "days and counts", "no number"],
)
def test_what_counts_something_else_stays(text: str) -> None:
    assert shown(text) == []


def test_an_age_in_months_is_that_of_a_baby() -> None:
    text = "Haar zoontje was toen vier maanden oud."
    (page,) = open_pages([passage(text)])
    assert {c.role for c in find(page)} == {"babyleeftijd"}


def test_what_is_told_of_a_number_names_its_neighbours() -> None:
    (page,) = open_pages([passage("In Delft was Noor 12 jaar.")])
    (at,) = places(page)
    assert {"before Name", "behind years", "size child"} <= set(features(page, at))


def test_the_edges_of_a_passage_are_told() -> None:
    (page,) = open_pages([passage("Twaalf")])
    assert {"before ^", "behind $"} <= set(features(page, 0))


def test_rules_alone_do_not_weigh_numbers() -> None:
    text = "En hij, tja, hij was toen misschien een jaar of elf of zo."
    by_rules = NameDetector(rules_only=True).detect([passage(text)], ())
    assert not [c for c in by_rules if c.found_by == "aged"]
    assert {c.label for c in NameDetector().detect([passage(text)], ())} <= {
        Label.AGE_PRECISE
    }
