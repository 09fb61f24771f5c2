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


def test_a_day_that_is_said_again_is_not_taken_back() -> None:
    """ "In november ben ik het vergeten. Of nee, in november was zij ziek." """
    (telling,) = event("Vergeten", when="2020-11", teller="moeder").accounts
    day = date("2020-11", "In november")
    again = replace(day, text="in november")
    assert conflicts([replace(telling, date=day, taken_back=again)]) == ()


def test_a_plan_and_what_came_of_it_are_no_conflict_of_date() -> None:
    plan = event("Zou bellen", when="2021-03-01", realised="voorgenomen").accounts[0]
    done = event("Niet gebeld", when="2021-03-09", at=50, realised="nee").accounts[0]
    assert conflicts([plan, done]) == ()
    near = event("Gebeld", when="2021-03-02", source="d2").accounts[0]
    assert [c.kind for c in conflicts([plan, near])] == [ConflictKind.DATE]


def test_a_day_that_was_told_by_another_is_named() -> None:
    """ "Die dag" beside "13 mei" would tell nobody what differs."""
    (that_day,) = event("Afspraak", when="2021-05-12").accounts
    one = replace(that_day, date=date("2021-05-12", "Die dag"))
    other = event("Afspraak", when="2021-05-13", source="d2").accounts[0]
    (conflict,) = conflicts([one, other, replace(other, date=None)])
    assert conflict.text_nl == "Volgens d1: 12 mei 2021; volgens d2: 2021-05-13"


def test_no_plan_lies_with_the_family_that_it_is_about() -> None:
    one = event("coach aanvragen", realised="voorgenomen", parties=("gezin",))
    other = event(
        "wijkteam vraagt coach aan",
        source="d2",
        realised="voorgenomen",
        parties=("wijkteam",),
    )
    assert conflicts([*one.accounts, *other.accounts]) == ()


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
        (
            "De coach dacht dat wij betaalden, en wij dachten dat zij het nog deed.",
            "ja",
            ConflictKind.ACTOR,
        ),
        ("Ik dacht dat de wijkagent dat deed.", "ja", None),
        ("Er is gebeld met school.", "ja", None),
    ],
    ids=["untrue", "others say", "the other would", "both", "it was done", "plain"],
)
def test_a_telling_may_say_itself_that_another_tells_it_otherwise(
    wording: str, realised: str, kind: ConflictKind | None
) -> None:
    found = conflicts(event(wording, realised=realised).accounts)
    assert [c.kind for c in found] == ([kind] if kind else [])


def test_a_day_that_others_give_is_shown_beside_the_tellers() -> None:
    (telling,) = event("Aanmelding", when="2021-03-04", teller="school").accounts
    told = replace(telling, others_say=date("2021-03-29", "29 maart"))
    (conflict,) = conflicts([told])
    assert conflict.kind is ConflictKind.DATE
    assert conflict.text_nl == "Volgens school: 2021-03-04; anderen noemen 29 maart"
    assert conflicts([replace(told, date=None)]) == ()


@pytest.mark.parametrize(
    ("wording", "then"),
    [
        ("De directeur belde. Of nee, de conciërge.", "de conciërge"),
        ("Zij bleef twee nachten. Nee, één.", "één"),
        ("Hij kwam op 14 uit, nee, 16, kijk maar na", "16, kijk maar na"),
        ("Zij bleef slapen, nou ja, op de bank zitten.", "op de bank zitten"),
    ],
)
def test_what_a_teller_puts_in_the_place_of_other_words_is_shown(
    wording: str, then: str
) -> None:
    (conflict,) = conflicts(event(wording).accounts)
    assert conflict.kind is ConflictKind.CONTENT
    assert conflict.text_nl.endswith(f"eerst anders, hersteld naar ‘{then}’")


@pytest.mark.parametrize(
    "wording",
    [
        "Ik vroeg het en hij zei nee, dat mocht.",
        "Ze belden. Nee, niet meer daarna.",
        "Dus het werd nee, dus weer wachten.",
    ],
)
def test_a_no_that_answers_corrects_nothing(wording: str) -> None:
    assert conflicts(event(wording).accounts) == ()


@pytest.mark.parametrize(
    "wording",
    [
        "De politie heeft opgeschreven dat hij omlaag hing.",
        "Genoteerd als 'geen toestemming'.",
        "Dat was geen weglopen, ik ging op bezoek.",
        "Een andere ouder zag het precies andersom.",
        "Wij hoorden niets, hij zegt van wel.",
        "Op papier vertrok zij in mei, maar zij was er in april al niet meer.",
        "Volgens mij was dat in juni, in het systeem staat iets anders.",
        "Tante zegt dat ze ook schreef, ik vind één notitie en geen brief.",
        "Dat heb ik zo niet gezegd.",
        "Wij hebben dat nooit toegezegd.",
        "Ik heb níet gezegd dat zij weg moest.",
        "Volgens de baliemedewerker doorgestuurd. Niet geverifieerd.",
    ],
)
def test_a_telling_that_speaks_against_another_shows_it(wording: str) -> None:
    assert [c.kind for c in conflicts(event(wording).accounts)] == [
        ConflictKind.CONTENT
    ]


def test_what_a_teller_kept_silent_speaks_against_nobody() -> None:
    wording = "Ik ben niet goed met rekenen, dat heb ik ook niet gezegd."
    assert conflicts(event(wording).accounts) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Overleg gaat niet door, wijkteam heeft afgezegd",
            "Overleg gepland, door school afgezegd wegens ziekte",
            ["door wijkteam afgezegd", "door school afgezegd"],
        ),
        (
            "Vader heeft de afspraak afgezegd",
            "De afspraak is door moeder afgezegd",
            ["door vader afgezegd", "door moeder afgezegd"],
        ),
        ("School heeft gemeld", "De basisschool heeft gemeld", []),
        ("Wijkteam heeft gebeld", "Door school afgezegd", []),
        ("Zij heeft het afgezegd", "Door school afgezegd", []),
    ],
    ids=["organisations", "family", "one and the same", "two deeds", "a pronoun"],
)
def test_who_did_it_is_shown_side_by_side(
    one: str, other: str, told: list[str]
) -> None:
    parties = ("wijkteam", "basisschool", "gezin")
    first = event(one, when="2023-02-23", teller="ib", parties=parties).accounts
    then = event(other, when="2023-02-23", source="d2", parties=parties).accounts
    found = conflicts([*first, *then])
    assert [all(words in c.text_nl for words in told) for c in found] == [True][
        : len(told)
    ]
