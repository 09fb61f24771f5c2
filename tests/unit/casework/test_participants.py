"""Participants after a review began: they count from the next run, nothing comes bare."""

import pytest

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.names import names_sheet, rename
from ltnlp.casework.participants import (
    Listed,
    add_participant,
    change_participant,
    drop_participant,
)
from ltnlp.casework.progress import mark_of
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import Intake, end, load_review, new_review, set_scope
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.reviews import ReviewState
from tests.homes import TODAY

ONE = RosterEntry(name="Quasel Wobbema", role="pleegmoeder", aliases=("Kwazi",))
TOLD = """Op 3 mei 2024 belde Quasel Wobbema met school.
Op 4 mei 2024 zei kwazi dat het beter ging.
Op 5 mei 2024 kwam Hidde Rozema langs.
"""
SPOKEN = """ja en toen op 6 mei 2024 zat quasel wobbema gewoon op school en dat vond
ik raar want normaal is quasel dan al lang thuis en toen belde ik en dat was het wel
"""


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x", participants=(ONE,)), today=TODAY)
    add_sources(
        home,
        made,
        [
            Upload(content=told.encode(), file_name=f"{at}.txt")
            for at, told in enumerate((TOLD, SPOKEN))
        ],
    )
    reconstruct(home, made)
    return made


def shown(home, review: str) -> str:
    """Run the review, and return what is released of it."""
    reconstruct(home, review)
    return " ".join(p.text for p in home.store(review).released().passages)


def test_who_takes_part_tells_one_state_of_a_review_from_another(home):
    made = new_review(home, Intake(title="x"), today=TODAY)
    before = mark_of(home, made)
    assert mark_of(home, made) == before
    add_participant(home, made, ONE)
    with_one = mark_of(home, made)
    set_scope(home, made, questions=("Wie belde wie?",))
    assert len({before, with_one, mark_of(home, made)}) == 3


def test_who_is_added_is_called_by_the_role_from_the_next_run_on(home, review):
    (found,) = (n for n in names_sheet(home, review).named if "Hidde Rozema" in n.forms)
    added = RosterEntry(name="Hidde Rozema", role="jeugdbeschermer")
    add_participant(home, review, added)
    assert load_review(home, review).participants == (ONE, added)
    assert "[Jeugdbeschermer-1] langs" in shown(home, review)
    assert names_sheet(home, review).by_id()[found.id].times == 1
    assert "[Jeugdbeschermer-1] langs" in shown(home, review)


def test_a_role_set_right_changes_no_pseudonym_that_a_person_chose(home, review):
    (found,) = (n for n in names_sheet(home, review).named if "kwazi" in n.forms)
    rename(home, review, found.id, "Tante", by="begeleider")
    reconstruct(home, review)
    right = RosterEntry(name=ONE.name, role="oma", aliases=ONE.aliases)
    listed = Listed(at=0, name=ONE.name)
    change_participant(home, review, listed, right, by="begeleider")
    assert load_review(home, review).participants == (right,)
    text = shown(home, review)
    assert "[Tante-1] met school" in text
    assert "Oma" not in text


def test_a_name_set_right_takes_its_role_along_and_marks_only_what_is_gone(
    home, review
):
    right = RosterEntry(name="Quasel Wobbema", role="pleegmoeder")
    listed = Listed(at=0, name=ONE.name)
    change_participant(home, review, listed, right, by="begeleider")
    assert len(home.store(review).corrections()) == 1
    text = shown(home, review)
    assert "[Pleegmoeder-1] met school" in text
    assert "wazi" not in text


def test_who_is_taken_off_stays_covered_under_the_same_pseudonym(home, review):
    drop_participant(home, review, Listed(at=0, name=ONE.name), by="begeleider")
    assert load_review(home, review).participants == ()
    text = shown(home, review)
    assert not any(name in text.lower() for name in ("wobbema", "quasel", "kwazi"))
    assert "[Pleegmoeder-1] met school" in text
    assert "zat [Pleegmoeder-1] gewoon" in text
    assert "is [Pleegmoeder-1] dan" in text


def test_each_change_stands_in_the_audit_log_without_a_name(home, review):
    add_participant(home, review, RosterEntry(name="Hidde Rozema"))
    log = home.system().audit_log()
    assert [e.action for e in log].count("participants changed") == 1
    assert "Rozema" not in repr(log)


@pytest.mark.parametrize(
    ("at", "was", "name", "said"),
    [
        (0, ONE.name, "", "Vul in"),
        (0, "Iemand anders", "Hidde", "intussen veranderd"),
        (7, ONE.name, "Hidde", "intussen veranderd"),
        (-1, ONE.name, "Hidde", "intussen veranderd"),
    ],
    ids=["no name", "another", "behind the list", "before the list"],
)
def test_what_cannot_be_changes_nothing(home, review, at, was, name, said):
    listed, typed = Listed(at=at, name=was), RosterEntry(name=name)
    with pytest.raises(InputError) as refused:
        change_participant(home, review, listed, typed, by="begeleider")
    assert said in refused.value.message_nl
    assert load_review(home, review).participants == (ONE,)


def test_nobody_is_listed_twice_nor_after_the_end(home, review):
    with pytest.raises(InputError, match="listed already"):
        add_participant(home, review, RosterEntry(name="quasel wobbema"))
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        add_participant(home, review, RosterEntry(name="Hidde"))
    with pytest.raises(StateError):
        drop_participant(home, review, Listed(at=0, name=ONE.name), by="begeleider")
