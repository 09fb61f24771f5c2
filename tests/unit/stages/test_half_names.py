"""A letter with a surname, and a given name: when they are two halves of one name."""

import pytest

from ltnlp.domain.mentions import RosterEntry
from ltnlp.stages.half_names import halves
from tests.unit.stages.naming import run

FILE = "Wijkverpleegkundige M. Hingstman noteerde koorts."
TALK = "Toen kwam wijkverpleegkundige Marjan. Marjan bleef een uur."


def together(file: str, talk: str, *roster: RosterEntry) -> bool:
    review = run({"d1": [file], "d2": [talk]}, roster=roster)
    return review.pseudonyms("M. Hingstman") == review.pseudonyms("Marjan")


def test_halves_of_one_role_are_one_person() -> None:
    assert together(FILE, TALK)


def test_the_join_is_on_the_review_list() -> None:
    review = run({"d1": [FILE], "d2": [TALK]})
    texts = {p.id: p.text for p in review.passages}
    formal = [m for m in review.mentions if "Hing" in m.span.of(texts[m.passage])]
    assert formal
    assert all(m.needs_review for m in formal)


@pytest.mark.parametrize(
    ("file", "talk"),
    [
        (FILE, "Onze buurvrouw Marjan kwam. Marjan bleef een uur."),
        (FILE, "Marjan kwam langs. Marjan bleef een uur."),
        (FILE, TALK + " Wijkverpleegkundige Miriam kwam ook."),
        (FILE + " Wijkverpleegkundige M. Oosting ook.", TALK),
        ("Wijkverpleegkundige dhr. M. Hingstman kwam.", "Mw. Marjan, wijkverpleegkundige, belde."),
    ],
    ids=["another role", "no role", "two so called", "two with the letter", "gender"],
)  # fmt: skip
def test_halves_that_others_can_have_stay_apart(file: str, talk: str) -> None:
    assert not together(file, talk)


def test_who_was_typed_in_keeps_the_entry() -> None:
    entry = RosterEntry(name="Marjan", role="jeugdverpleegkundige")
    assert together(FILE, "Marjan bleef een uur.", entry)


def test_nobody_has_no_halves() -> None:
    assert list(halves([])) == []


def test_two_who_were_typed_in_stay_two() -> None:
    formal = RosterEntry(name="M. Hingstman", role="jeugdverpleegkundige")
    familiar = RosterEntry(name="Marjan", role="jeugdverpleegkundige")
    assert not together(FILE, TALK, formal, familiar)
