"""When a name is a misspelling of another."""

from dataclasses import replace

import pytest

from ltnlp.domain.mentions import Shape
from ltnlp.domain.personnames import NameParts
from ltnlp.stages.misspelt_names import is_cut_typo, is_full_typo, is_typo
from ltnlp.stages.name_likeness import Person
from tests.unit.stages.test_name_likeness import naming, person


@pytest.mark.parametrize(
    ("one", "other", "typo"),
    [
        ("Jeroen Oostveeen", "Jeroen Oostveen", True),
        ("Jeroen Oostveen", "Jeroen Oostveen", False),
        ("Jeroen Stamm", "Jeroen Stam", True),
        ("Jeroen Stap", "Jeroen Stam", False),
        ("Pricsilla Bos", "Priscilla Bos", True),
        ("Pricsilla Bos", "Priscilla Smit", False),
        ("Jan Oostveeen", "Piet Oostveen", False),
        ("Mariekke", "Marieke", True),
        ("Marieke Bos", "Bakker", False),
    ],
)
def test_misspelling_of_a_name(one: str, other: str, typo: bool) -> None:
    mine, theirs = naming(0, one), naming(1, other)
    assert is_typo(person("a", mine), person("b", theirs, theirs)) is typo


def test_listed_name_and_other_gender_and_oftener_name_are_no_typos() -> None:
    right = naming(2, "Jeroen Oostveen", gender="m")
    wrong = naming(1, "Jeroen Oostveeen", gender="f")
    plain = replace(wrong, candidate=replace(wrong.candidate, gender="", listed=True))
    assert not is_typo(person("a", wrong), person("b", right))
    assert not is_typo(person("a", plain), person("b", right))
    assert not is_typo(person("a", wrong, wrong), person("b", right))


def test_name_without_parts_is_nobodys() -> None:
    assert not is_typo(
        Person(key="a", names=[NameParts()]), Person(key="b", names=[NameParts()])
    )


@pytest.mark.parametrize(
    ("one", "other", "typo"),
    [
        ("Zurb", "Zurab", True),
        ("Zurb", "Zurabi", False),
        ("Kurb", "Zurab", False),
        ("Zura", "Zurb", False),
    ],
)
def test_a_letter_can_be_lost_of_a_name_of_five(
    one: str, other: str, typo: bool
) -> None:
    mine = naming(0, one, shape=Shape.GIVEN)
    theirs = naming(1, other, shape=Shape.GIVEN)
    assert is_typo(person("a", mine), person("b", theirs)) is typo
    assert is_cut_typo(person("a", mine), person("b", theirs))


def test_a_doubled_letter_is_no_lost_one() -> None:
    mine, theirs = naming(0, "Joos", shape=Shape.GIVEN), naming(1, "Jooos")
    assert not is_cut_typo(person("a", mine), person("b", theirs))
    assert not is_cut_typo(person("a", naming(0, "Zurab")), person("b", theirs))


@pytest.mark.parametrize(
    ("one", "other", "times", "typo"),
    [
        ("Gerrie Oldenakmp", "Gerrie Oldenkamp", 3, True),
        ("Gerrie Oldenakmp", "Gerrie Oldenkamp", 2, False),
        ("Gerda Oldenakmp", "Gerrie Oldenkamp", 3, False),
        ("Gerrie van Oldenakmp", "Gerrie ten Oldenkamp", 3, False),
        ("Gerrie", "Gerrie Oldenkamp", 3, False),
        ("G. Oldenakmp", "Gerrie Oldenkamp", 3, False),
    ],
)
def test_a_full_name_is_misspelt_once_by_who_writes_it_often(
    one: str, other: str, times: int, typo: bool
) -> None:
    often = person("b", *(naming(n, other) for n in range(times)))
    assert is_full_typo(person("a", naming(9, one)), often) is typo


def test_a_man_is_no_misspelling_of_a_woman() -> None:
    often = person("b", *(naming(n, "Gerrie Oldenkamp", gender="f") for n in range(3)))
    his = naming(9, "Gerrie Oldenakmp", gender="m")
    assert not is_full_typo(person("a", his), often)
