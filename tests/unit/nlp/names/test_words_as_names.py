"""Words of the language that are names: by kinship, by predicate, by who attends."""

import pytest

from ltnlp.domain.mentions import RosterEntry
from ltnlp.nlp.names import NameDetector, attended, wordlike
from ltnlp.nlp.names.interfixes import behind_double, behind_family_first
from ltnlp.nlp.names.lexicon import lexicon
from ltnlp.nlp.names.page import Page, open_page
from tests.unit.nlp.names.building import passage


def page(text: str) -> Page:
    return open_page(passage(text), lexicon(), lower=text.islower())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Daar zat tante Merel.", ["Merel"]),
        ("en tante bloem belde", ["bloem"]),
        ("en oma ligt in bed", []),
        ("Zon was erg boos.", ["Zon"]),
        ("en toen hoop niet kwam", []),
        ("ik zag dat storm lachte", ["storm"]),
        ("ik zag dat storm woei", []),
        ("hoop kwam niet.", ["hoop"]),
        ("Vrede ging weer naar huis", ["Vrede"]),
        ("Regen kwam niet.", []),
        ("De storm was boos", []),
        ("Storm was op komst", []),
        ("Opa Ja dat klopt", []),
    ],
)
def test_a_word_is_a_name_by_what_is_said_of_it(text: str, names: list[str]) -> None:
    assert [c.span.of(text) for c in wordlike.find(page(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hij zat op de klimboom", ["de klimboom"]),
        ("Hij zat op de klimboom", ["klimboom"]),
        ("ze ging naar de windroos", ["de windroos"]),
        ("ze keek naar de windroos", []),
        ("het kruispunt heeft ons gebeld", ["kruispunt"]),
        ("het kruispunt was druk", []),
        ("zij zat op het brosterveldt", ["het brosterveldt"]),
        ("zij keek op het brosterveldt", []),
        ("Wij kozen 't Hoge Nest uit", ["'t Hoge Nest"]),
        ("mevrouw van 't Hoge zei", []),
        ("'t Was koud", []),
        ("we gingen naar 't bos", []),
        ("ze keek naar het brosterveldt", []),
    ],
)
def test_a_word_is_an_organisation_by_who_attends(text: str, names: list[str]) -> None:
    assert [c.span.of(text) for c in attended.find(page(text))] == names


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Smit-van der Laan belt", 3),
        ("smit-de laan belt", 2),
        ("Smit-van der laan", 0),
        ("Smit-Laan belt", 0),
        ("Smit-van", 0),
    ],
)
def test_a_double_surname_goes_on_over_its_interfixes(text: str, behind: int) -> None:
    assert behind_double(page(text), 0) == behind


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Tran Van Minh belt", 3),
        ("tran thi hanh belt", 3),
        ("Tran van de school", 0),
        ("tran belt terug", 0),
        ("Smit Van Minh", 0),
    ],
)
def test_a_family_name_that_stands_first(text: str, behind: int) -> None:
    assert behind_family_first(page(text), 0) == behind


def test_who_signs_above_a_line_is_no_part_of_its_label() -> None:
    text = "Groetjes,\nSjoukje\n\n---\nVan: de school"
    shown = {c.span.of(text) for c in NameDetector().detect([passage(text)], [])}
    assert shown == {"Sjoukje"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Over Sanne is niet gesproken.", "Sanne"),
        ("Mijn Sanne kwam thuis.", "Sanne"),
        ("Nam Mustafa de sleutel mee?", "Mustafa"),
        ("Elke Brouwer kwam thuis.", "Elke Brouwer"),
    ],
    ids=["preposition", "possessive", "verb", "a name after all"],
)
def test_a_small_word_that_opens_a_sentence_is_no_part_of_the_name_behind_it(
    text: str, name: str
) -> None:
    found = NameDetector().detect([passage(text)], ())
    assert {one.span.of(text) for one in found} >= {name}
    assert not any(one.span.of(text) != name and one.span.start == 0 for one in found)


@pytest.mark.parametrize(
    "told",
    [
        "Hij lag in het Sint Elders.",
        "hij lag in het sint elders",
        "Brief van St. Elders.",
    ],
    ids=["in full", "in lower case", "cut down"],
)
def test_behind_a_saint_a_word_is_a_name_where_the_roster_has_it(told: str) -> None:
    typed = RosterEntry(name="Petra Bos", organisation="ziekenhuis Sint Elders")
    found = NameDetector().detect([passage(told)], (typed,))
    at = told.lower().index("elders")
    assert any(one.span.start <= at and one.span.end >= at + 6 for one in found)
