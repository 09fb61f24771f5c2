"""Who is who: the list of people and doubts, and what a person decides on it."""

from dataclasses import replace

import pytest

from ltnlp.casework import names
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.names import names_sheet, open_doubts
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.release import refuse_names
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.errors import InputError, PrivacyError, StateError
from ltnlp.domain.mentions import Label, RosterEntry
from tests.builders import span
from tests.homes import TODAY

FIRST = """Op 4 maart 2024 sprak Sara Linders met de basisschool.
Op 5 maart 2024 belde Sara Obdam het wijkteam.
"""
SECOND = "Op 9 maart 2024 mailde Sara de huisarts in Zuidlaren.\n"
LATER = "Op 2 april 2024 kwam Sara Obdam langs. Fokkelien zweeg.\n"
BY = "begeleider"


def uploads(*texts: str) -> list[Upload]:
    return [
        Upload(content=text.encode(), file_name=f"b{at}.txt")
        for at, text in enumerate(texts)
    ]


@pytest.fixture
def review(home) -> str:
    made = new_review(home, Intake(title="x"), today=TODAY)
    add_sources(home, made, uploads(FIRST, SECOND))
    reconstruct(home, made)
    return made


def called(home, review, form: str) -> names.Named:
    return next(one for one in names_sheet(home, review).named if form in one.forms)


def texts(home, review) -> str:
    return "\n".join(p.text for p in home.store(review).released().passages)


def test_who_is_who_is_listed_with_forms_people_first(home, review):
    sheet = names_sheet(home, review)
    assert [one.label for one in sheet.named][:3] == [Label.PERSON] * 3
    assert called(home, review, "Sara Obdam").times == 1
    assert called(home, review, "Zuidlaren").label is Label.LOCATION
    assert sheet.waiting == 0


def test_a_doubt_is_shown_in_its_words_with_who_else_it_can_be(home, review):
    (doubt,) = names_sheet(home, review).doubts
    assert (doubt.words, doubt.slot) == ("Sara", "s002")
    assert doubt.before.endswith("mailde ")
    assert doubt.after.startswith(" de huisarts")
    others = {called(home, review, f"Sara {s}").id for s in ("Linders", "Obdam")}
    assert others <= {*doubt.others, doubt.whose}
    assert "iemand anders" in doubt.why_nl
    assert open_doubts(home, review) == 1


def test_a_decision_on_a_place_holds_when_documents_come(home, review):
    (doubt,) = names_sheet(home, review).doubts
    obdam = called(home, review, "Sara Obdam").id
    names.decide_place(home, review, doubt.slot, doubt.span, whose=obdam, by=BY)
    sheet = names_sheet(home, review)
    assert (sheet.doubts, sheet.waiting) == ((), 1)
    for more in ((), uploads(LATER)):
        add_sources(home, review, more)
        reconstruct(home, review)
        assert called(home, review, "Sara Obdam").times == 2 + bool(more)
        assert called(home, review, "Sara").id == obdam
        assert names_sheet(home, review).waiting == 0


@pytest.mark.parametrize("whose", ["ander", "geen", "nergens"])
def test_a_place_can_be_of_another_or_no_name(home, review, whose):
    (doubt,) = names_sheet(home, review).doubts
    names.decide_place(home, review, doubt.slot, doubt.span, whose=whose, by=BY)
    reconstruct(home, review)
    # Where others are called so, the name stays covered all the same.
    assert ("Sara" in texts(home, review)) is (whose == "nergens")
    assert names_sheet(home, review).doubts == ()


def test_a_missed_name_is_marked_and_taken_back(home, review):
    add_sources(home, review, uploads(LATER))
    names.mark_name(home, review, " huisarts ", label="PERSON", by=BY)
    reconstruct(home, review)
    assert "huisarts" not in texts(home, review)
    names.unmark_name(home, review, "huisarts", by=BY)
    reconstruct(home, review)
    assert "huisarts" in texts(home, review)


def test_nothing_leaves_with_a_name_that_was_told_since_the_run(home, review):
    add_sources(home, review, uploads(LATER))
    reconstruct(home, review)
    text = texts(home, review)
    refuse_names(home, review, [text])
    names.mark_name(home, review, "huisarts", label="PERSON", by=BY)
    names.mark_name(home, review, "Vermeerrhof", label="PERSON", by=BY)
    assert names_sheet(home, review).coming == (("huisarts", 1), ("Vermeerrhof", 0))
    with pytest.raises(PrivacyError) as held:
        refuse_names(home, review, [text])
    assert "Reken opnieuw door" in held.value.message_nl
    assert "huisarts" not in held.value.message_nl
    reconstruct(home, review)
    refuse_names(home, review, [f"{texts(home, review)} [Vermeerrhof-1]"])
    with pytest.raises(PrivacyError):
        refuse_names(home, review, ["Bij Vermeerrhof gebeld."])
    assert names_sheet(home, review).coming == (("Vermeerrhof", 0),)
    names.unmark_name(home, review, "vermeerrhof", by=BY)
    assert names_sheet(home, review).coming == ()


def test_people_are_joined_split_and_renamed(home, review):
    linders, obdam = (
        called(home, review, f"Sara {s}").id for s in ("Linders", "Obdam")
    )
    names.join_people(home, review, linders, obdam, by=BY)
    reconstruct(home, review)
    one = called(home, review, "Sara Linders")
    assert "Sara Obdam" in one.forms
    names.rename(home, review, one.id, "Tante", by=BY)
    assert names_sheet(home, review).renamed == {one.id: "Tante"}
    names.split_off(home, review, one.id, ["Sara Obdam"], by=BY)
    reconstruct(home, review)
    assert called(home, review, "Sara Linders").pseudonym == "[Tante-1]"
    assert called(home, review, "Sara Obdam").id != one.id


@pytest.mark.parametrize(
    "act",
    [
        lambda h, r, i: names.decide_place(h, r, "s001", span(0, 4), whose="x", by=BY),
        lambda h, r, i: names.decide_place(h, r, "s9", span(0, 4), whose=i, by=BY),
        lambda h, r, i: names.mark_name(h, r, " ", label="PERSON", by=BY),
        lambda h, r, i: names.join_people(h, r, i, i, by=BY),
        lambda h, r, i: names.join_people(h, r, i, "p99", by=BY),
        lambda h, r, i: names.split_off(h, r, i, [], by=BY),
        lambda h, r, i: names.split_off(h, r, i, ["Sara Obdam"], by=BY),
        lambda h, r, i: names.rename(h, r, i, "[]", by=BY),
        lambda h, r, i: names.rename(h, r, i, "Tante Linders", by=BY),
    ],
    ids=[
        "nobody", "no document", "no words", "one twice", "joined with nobody", "no names",
        "all names", "no pseudonym", "a name",
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_kept(home, review, act):
    obdam = called(home, review, "Sara Obdam").id
    with pytest.raises(InputError):
        act(home, review, obdam)
    assert home.store(review).corrections() == ()


def test_before_a_run_nobody_is_known(home):
    review = new_review(home, Intake(title="x"), today=TODAY)
    assert open_doubts(home, review) == 0
    with pytest.raises(StateError):
        names_sheet(home, review)


def test_who_looks_is_in_the_audit_log(home, review):
    names_sheet(home, review)
    assert "namen tonen aan wie ze mag zien" in {
        entry.purpose for entry in home.system().audit_log()
    }


def test_who_made_a_source_works_where_it_was_typed(home):
    """A coordinator of care is mostly one of a school for general education."""
    typed = (RosterEntry(name="Sara Obdam", role="zorgcoördinator"),)
    made = new_review(home, Intake(title="x", participants=typed), today=TODAY)
    note = replace(
        uploads("Op 9 maart 2024 belde Sara Obdam de huisarts.\n")[0],
        author_role="zorgcoördinator",
        author_kind="speciaal_onderwijs",
    )
    add_sources(home, made, [note])
    reconstruct(home, made)
    (told,) = home.store(made).released().actors
    assert told.organisation_kind == "speciaal_onderwijs"
