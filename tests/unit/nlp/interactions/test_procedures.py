"""Procedures of the field: known by their words, and whom they fit."""

import pytest

from ltnlp.domain.interactions import InteractionClass
from ltnlp.nlp.interactions.beginnings import Beginnings
from ltnlp.nlp.interactions.procedures import procedures
from ltnlp.nlp.organisations import organisation_reader
from ltnlp.nlp.resources import load_yaml

SCHOOL, TRUANCY = "voortgezet_onderwijs", "leerplicht"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("3-11 verzuimmelding de deur uit", "truancy_report", InteractionClass.REPORT),
        ("De TLV afgegeven tot de zomer.", "tlv_given", InteractionClass.DECISION),
        ("Aanvraag retour, paraaf mist.", "intake_refused", InteractionClass.REFUSAL),
        ("Met de verwijsbrief gebeld.", "gp_refers", InteractionClass.REFERRAL),
        ("Twee keer niet verschenen.", "missed", InteractionClass.CONTACT_ATTEMPT),
        ("Morgen is de zitting.", "hearing", InteractionClass.CONSULTATION),
    ],
)
def test_a_procedure_is_known_by_its_words(
    text: str, name: str, kind: InteractionClass
) -> None:
    found = {one.name: one.interaction_class for one in procedures(text)}
    assert found.get(name) is kind


def test_plain_words_call_for_no_procedure() -> None:
    assert procedures("De lucht was grijs en de straat nat.") == ()


@pytest.mark.parametrize(
    ("giver", "receiver", "fits"),
    [
        (SCHOOL, TRUANCY, "both"),
        (TRUANCY, SCHOOL, "turned"),
        (SCHOOL, "politie", "giver"),
        ("politie", TRUANCY, "receiver"),
        ("politie", "huisarts", "neither"),
        (SCHOOL, SCHOOL, "giver"),
    ],
)
def test_whom_a_procedure_fits(giver: str, receiver: str, fits: str) -> None:
    (one,) = procedures("Verzuimmelding gedaan.")
    assert one.fits(giver, receiver) == fits


def test_work_passes_within_a_kind_where_the_procedure_says_so() -> None:
    (one,) = procedures("De waarnemer begint in maart.")
    assert one.fits("wijkteam", "wijkteam") == "both"
    assert one.fits("wijkteam", "huisarts") == "giver"


def test_words_that_anybody_uses_fit_any_two() -> None:
    (one,) = procedures("Nog een advies.")
    assert one.open
    assert one.fits("huisarts", "kinderopvang") == "both"


def test_each_procedure_names_kinds_that_exist() -> None:
    stored = load_yaml("interactions/procedures.yaml")
    circles = stored["circles"]
    named = {kind for kinds in circles.values() for kind in kinds}
    for one in stored["procedures"].values():
        named |= {*one["from"], *one["to"]} - set(circles) - {"any", "same"}
    assert [k for k in sorted(named) if not organisation_reader().knows(k)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Getekend.", {"signed"}),
        ("Ongetekend.", set()),
        ("een brief van het hof", {"letter"}),
        ("de brief van huis", {"post"}),
        ("brievenbus", set()),
        ("", set()),
    ],
    ids=["begins", "inside", "longest", "shorter", "other word", "empty"],
)
def test_the_longest_beginning_at_a_word_counts(text: str, expected: set[str]) -> None:
    words = Beginnings(
        {"signed": ["getek"], "post": ["brief"], "letter": ["brief van het hof"]}
    )
    assert words.of(text) == expected
