"""When two names are one person's, and who is meant of several."""

import pytest

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.personnames import parse
from ltnlp.domain.spans import Span
from ltnlp.stages.name_likeness import (
    Naming,
    Person,
    begins,
    has_letters,
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
