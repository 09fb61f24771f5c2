"""Organisations by letters, names that words are joined to, chats and shown phenomena."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.domain.passages import Passage
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import passage


def _shown(*texts: str, label: Label | None = None) -> set[str]:
    passages: list[Passage] = [
        passage(text, f"p{number}", ordinal=number) for number, text in enumerate(texts)
    ]
    by_id = {p.id: p.text for p in passages}
    found = join(NameDetector().detect(passages, []))
    return {
        c.span.of(by_id[c.passage]) for c in found if label is None or c.label is label
    }


def test_letters_stand_for_an_organisation_that_is_named_in_full() -> None:
    shown = _shown(
        "Aangemeld bij Stichting Wending Kustland.",
        "Volgens SWK is er geen plek.",
        label=Label.ORG_INSTANCE,
    )
    assert "SWK" in shown


def test_the_kind_in_a_name_has_letters_of_its_own() -> None:
    shown = _shown(
        "Er kwam een brief van Jeugdbescherming Maasmond.",
        "de jbm stond weer aan de deur bij ons",
        label=Label.ORG_INSTANCE,
    )
    assert "jbm" in shown


def test_an_abbreviation_of_the_field_stands_for_no_organisation() -> None:
    shown = _shown("Gebeld met Bakkerij Smit Oost.", "Daarna de BSO gesproken.")
    assert "BSO" not in shown


def test_a_name_inside_a_word_is_covered_and_the_word_is_left() -> None:
    shown = _shown(
        "Mevrouw Doran kwam later.", "De doranmannen gaan altijd weer weg, zei ze."
    )
    assert "doran" in shown


def test_a_label_in_capitals_says_nothing_of_what_is_said() -> None:
    shown = _shown(
        "[12-03-2022 21:14] Djenna: yo shay kom je morgen nog langs bij ons",
        "[12-03-2022 21:16] Shay: nee ik zit bij tante mirelva vandaag",
    )
    assert {"shay", "mirelva"} <= shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Contactpersoon is Gwen a/d Berg.", "Gwen a/d Berg"),
        ("Cc: mw. R. v. Dun, jeugdarts", "R. v. Dun"),
        ("Betrokkene 2: HASSAN ALI, Hodan (moeder)", "HASSAN ALI, Hodan"),
        ("Kaz = Kazim Demirel, een klasgenoot", "Kaz"),
        ("Bel mevr T over de jas.", "T"),
        ("Overgedragen aan Nynke Sj. Hoekema.", "Nynke Sj. Hoekema"),
        ("Hij bokst bij Samen Sterk.", "Samen Sterk"),
    ],
    ids=["a/d", "cut interfix", "capitals", "equals", "letter", "Sj.", "two words"],
)
def test_forms_of_names_are_found_whole(text: str, name: str) -> None:
    assert name in _shown(text)


def test_who_asks_is_nobody() -> None:
    shown = _shown("I: Kun je je voorstellen?", "I: En waar woonde je?")
    assert "I" not in shown


def test_an_age_and_a_half_is_covered_whole() -> None:
    shown = _shown("Ik ben nu zeventien en een half, bijna volwassen.")
    assert "zeventien en een half" in shown
