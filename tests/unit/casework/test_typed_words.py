"""What is typed beside a review names nobody behind the door."""

import pytest

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import Intake, load_review, new_review
from ltnlp.casework.typed_words import (
    behind_the_door,
    nameless_kind,
    nameless_roles,
    strict_check,
    without_initials,
)
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.stages.leaks import NameGuard
from tests import builders as make
from tests.homes import TODAY

REGISTRY = Registry(
    entities=(
        Entity(
            id="p1",
            label=Label.PERSON,
            pseudonym="[Moeder-1]",
            role="moeder",
            variants=("Marijke Tuinhof",),
        ),
        Entity(
            id="p2",
            label=Label.ORG_INSTANCE,
            pseudonym="[School-1]",
            role="school",
            variants=("De Windroos",),
        ),
    )
)
CHECK = strict_check(REGISTRY, NameGuard(REGISTRY))


def door(**given):
    (document,) = behind_the_door([make.document(**given)], REGISTRY, CHECK)
    return document


def test_the_role_of_an_author_loses_a_name_and_stays_a_role():
    assert door(author_role="moeder Marijke").author_role == "moeder"
    assert door(author_role="buurvrouw van Fokkelien").author_role == "buurvrouw"
    assert door(author_role="jeugdarts").author_role == "jeugdarts"
    assert door(author_role=None).author_role is None


def test_a_role_names_no_school():
    assert door(author_role="mentor van De Windroos").author_role == "mentor"
    assert door(author_role="de windroos").author_role is None


def test_a_label_with_a_name_gives_way_to_the_slot():
    assert door(label="Gesprek Marijke Tuinhof.docx").label == "s001"
    assert door(label="d1_gesprek.docx").label == "d1_gesprek.docx"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Leerreview verzuim, D.W.", "Leerreview verzuim"),
        ("Leerreview gezin S. te V.", "Leerreview gezin"),
        ("Leerreview A. en I. (kelderwoning)", "Leerreview … en … (kelderwoning)"),
        ("D. W.", "…"),
        (
            "Leerreview GI en school i.v.m. een OTS",
            "Leerreview GI en school i.v.m. een OTS",
        ),
        ("Wat ging goed in groep 3?", "Wat ging goed in groep 3?"),
    ],
)
def test_a_title_tells_no_initials(typed, told):
    assert without_initials(typed) == told


def test_a_stranger_goes_out_of_the_role_of_a_participant():
    typed = RosterEntry(name="Marijke Tuinhof", role="moeder van Quinten")
    (entry,) = nameless_roles([typed])
    assert entry.role == "moeder"
    (same,) = nameless_roles([RosterEntry(name="Marijke", role="moeder")])
    assert same.role == "moeder"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("thuiszitters", "thuiszitters"),
        ("zorgen_om_baby", "zorgen_om_baby"),
        ("thuiszitters Windroos", "thuiszitters"),
        ("Tuinhof", "overig"),
        ("zaak_Tuinhof", "overig"),
    ],
)
def test_the_kind_of_a_case_names_nobody(typed, kept):
    assert nameless_kind(typed, CHECK) == kept


def test_a_name_in_the_kind_outlives_no_run(home):
    typed = Intake(
        title="x",
        kind="thuiszitters Tuinhof",
        participants=(RosterEntry(name="Marijke Tuinhof", role="moeder"),),
    )
    review = new_review(home, typed, today=TODAY)
    text = b"Op 3 mei 2024 belde Marijke Tuinhof het wijkteam.\n"
    add_sources(home, review, [Upload(content=text, file_name="b.txt")])
    reconstruct(home, review)
    assert home.entry(review).kind == "thuiszitters"
    assert load_review(home, review).kind == "thuiszitters"
