"""When two names are one person's, and who is meant of several."""

from dataclasses import replace

import pytest

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.spans import Span
from ltnlp.stages.name_likeness import (
    Naming,
    Person,
    begins,
    has_letters,
    is_typo,
    likeliest,
    surnames_meet,
)


def naming(order: int, shown: str, document: str = "d1", **more: object) -> Naming:
    values: dict[str, object] = {"shape": Shape.FULL, **more}
    candidate = Candidate(
        passage="p",
        span=Span(start=0, end=1),
        label=Label.PERSON,
        found_by="t",
        reason="r",
        **values,  # type: ignore[arg-type]
    )
    return Naming(
        candidate=candidate,
        shown=shown,
        parts=parse(shown, candidate.shape),
        order=order,
        document=document,
    )


def person(key: str, *namings: Naming) -> Person:
    made = Person(key=key)
    made.namings.extend(namings)
    made.names.extend(n.parts for n in namings)
    return made


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("Jan van de Berg", "van de Berg", True),
        ("Jan van den Berg", "van de Berg", True),
        ("Jan van Dam", "ten Dam", False),
        ("Jan van Dam", "Dam", True),
        ("Jan Smit", "Bakker", False),
    ],
)
def test_surnames_meet(one: str, other: str, meet: bool) -> None:
    parts = parse(other, Shape.SURNAME)
    assert surnames_meet(person("a", naming(0, one)), parts) is meet


def test_surname_begins_with_its_interfix_or_itself() -> None:
    name = parse("Jan van Dam", Shape.FULL)
    assert [begins(name, c) for c in ("v", "d", "x", "")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("letters", "fits"), [("JvD", True), ("jvd", True), ("AvD", False)]
)
def test_letters_of_a_person(letters: str, fits: bool) -> None:
    assert has_letters(person("a", naming(0, "Jan van Dam")), letters) is fits


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


def test_nobody_is_likeliest_when_nothing_tells() -> None:
    here = naming(5, "Smit", document="d9", shape=Shape.SURNAME)
    one, two = person("a", naming(0, "Jan Smit")), person("b", naming(1, "Piet Smit"))
    assert likeliest(here, [one, two]) == (None, False)


def test_only_one_named_in_the_document_is_likeliest_and_unsure() -> None:
    here = naming(0, "Smit", document="d2", shape=Shape.SURNAME)
    one = person("a", naming(4, "Jan Smit", document="d2"))
    two = person("b", naming(1, "Piet Smit"))
    assert likeliest(here, [one, two]) == (one, False)


@pytest.mark.parametrize("told", ["gender", "no-other", "role"])
def test_gender_and_role_tell_who_is_meant(told: str) -> None:
    more = {"gender": "f"} if told != "role" else {"role": "mentor"}
    here = naming(9, "Smit", shape=Shape.SURNAME, **more)
    one = person("a", naming(0, "Anna Smit", **({} if told == "no-other" else more)))
    two = person("b", naming(1, "Piet Smit", gender="m" if told != "role" else ""))
    assert likeliest(here, [one, two]) == (one, True)


def test_name_without_parts_is_nobodys() -> None:
    assert not is_typo(
        Person(key="a", names=[NameParts()]), Person(key="b", names=[NameParts()])
    )
