"""What is typed beside a review names nobody behind the door."""

from ltnlp.casework.typed_words import behind_the_door, nameless_roles
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.pseudonyms import Entity, Registry
from tests import builders as make

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


def door(**given):
    (document,) = behind_the_door([make.document(**given)], REGISTRY)
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


def test_a_stranger_goes_out_of_the_role_of_a_participant():
    typed = RosterEntry(name="Marijke Tuinhof", role="moeder van Quinten")
    (entry,) = nameless_roles([typed])
    assert entry.role == "moeder"
    (same,) = nameless_roles([RosterEntry(name="Marijke", role="moeder")])
    assert same.role == "moeder"
