from dataclasses import replace

import pytest

from ltnlp.domain.events import ConflictKind
from ltnlp.stages.conflicts import conflicts
from tests.unit.stages.story import date, event


def test_another_number_of_the_same_thing_is_a_conflict_of_content() -> None:
    one = event("drie keer gebeld").accounts[0]
    other = event("2 keer gebeld", source="d2").accounts[0]
    (conflict,) = conflicts([one, other])
    assert conflict.kind is ConflictKind.CONTENT
    assert conflict.text_nl == "Volgens d1: 3 keer; volgens d2: 2 keer"


def test_a_plan_laid_with_two_parties_is_a_conflict_of_actor() -> None:
    one = event("school zou bellen", realised="voorgenomen", parties=("basisschool",))
    other = event(
        "leerplicht zou bellen",
        source="d2",
        realised="voorgenomen",
        parties=("leerplicht",),
    )
    found = conflicts([*one.accounts, *other.accounts])
    assert [c.kind for c in found] == [ConflictKind.ACTOR]


def test_agreement_is_no_conflict() -> None:
    one = event("drie keer gebeld", when="2021-03").accounts[0]
    other = event("drie keer gebeld", when="2021-03-04", source="d2").accounts[0]
    assert conflicts([one, other]) == ()


def test_a_date_given_and_taken_back_is_shown_with_both() -> None:
    (telling,) = event("Overleg", when="2021-03-04", teller="school").accounts
    taken_back = replace(telling, taken_back=date("2021-02-04", "4 februari"))
    (conflict,) = conflicts([taken_back])
    assert conflict.kind is ConflictKind.DATE
    assert "eerst 4 februari, hersteld naar 2021-03-04" in conflict.text_nl
    assert conflicts([replace(taken_back, date=None)]) == ()


def test_a_plan_and_what_came_of_it_are_no_conflict_of_date() -> None:
    plan = event("Zou bellen", when="2021-03-01", realised="voorgenomen").accounts[0]
    done = event("Niet gebeld", when="2021-03-09", at=50, realised="nee").accounts[0]
    assert conflicts([plan, done]) == ()


@pytest.mark.parametrize(
    ("wording", "realised", "kind"),
    [
        ("In het verslag staat april. Dat is niet waar.", "ja", ConflictKind.CONTENT),
        (
            "School zegt dat er is gebeld, maar ik zie niets.",
            "ja",
            ConflictKind.CONTENT,
        ),
        ("Ik dacht dat de wijkagent dat deed.", "nee", ConflictKind.ACTOR),
        ("Ik dacht dat de wijkagent dat deed.", "ja", None),
        ("Er is gebeld met school.", "ja", None),
    ],
    ids=["untrue", "others say", "the other would", "it was done", "plain"],
)
def test_a_telling_may_say_itself_that_another_tells_it_otherwise(
    wording: str, realised: str, kind: ConflictKind | None
) -> None:
    found = conflicts(event(wording, realised=realised).accounts)
    assert [c.kind for c in found] == ([kind] if kind else [])
