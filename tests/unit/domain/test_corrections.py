"""Corrections: what an entry of the journal must hold, and which takes back which."""

import datetime as dt

import pytest

from ltnlp.domain.corrections import JOINING, QUESTIONS, TARGETED, Correction, Do
from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.spans import Span

NEEDED = {
    Do.REDATE: {"edtf": "2023-05"},
    Do.EDIT: {"what": "de melding"},
    Do.JOIN: {"events": ("e1", "e2")},
    Do.SPLIT: {"account": "a1"},
    Do.ADD: {"what": "het overleg"},
    Do.JOIN_PERSONS: {"persons": ("p1", "p2")},
    Do.RENAME: {"pseudonym": "[Tante-1]"},
    Do.RECODE_FACTOR: {"code": "K03"},
    Do.ADD_INTERACTION: {
        "from_kind": "basisschool",
        "to_kind": "gezin",
        "type": "advies",
    },
    Do.GENERALISE: {"choice": "mask"},
    Do.VIEW: {"words": "hier liep het anders"},
    Do.REMARK: {"words": "dit was later"},
    Do.TELL: {"words": "Oma belde.", "unit": "e1"},
}


def correction(do: Do, *, target: str | None = "e1", **changes) -> Correction:
    given = {
        "id": "c1",
        "at": dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        "by": "begeleider",
        "why": "",
        "do": do,
        "target": target,
        "values": NEEDED.get(do, {}),
    }
    return Correction(**(given | changes))


@pytest.mark.parametrize("do", Do)
def test_a_whole_correction_is_accepted(do):
    assert correction(do).do is do


@pytest.mark.parametrize("do", NEEDED)
def test_a_correction_that_lacks_a_value_is_refused(do):
    with pytest.raises(InvalidCorrectionError) as refused:
        correction(do, values={})
    assert "ontbreekt" in refused.value.message_nl


@pytest.mark.parametrize("do", sorted(TARGETED))
def test_a_correction_about_nothing_is_refused(do):
    with pytest.raises(InvalidCorrectionError, match="no target"):
        correction(do, target=None)


@pytest.mark.parametrize(
    "values",
    [{"type": "ruzie"}, {"type": "advies", "realised": "misschien"}],
    ids=["type", "outcome"],
)
def test_an_interaction_of_no_type_or_outcome_is_refused(values):
    with pytest.raises(InvalidCorrectionError) as refused:
        correction(Do.EDIT_INTERACTION, values=values)
    assert "Het soort verband is er geen van melding" in refused.value.message_nl


@pytest.mark.parametrize(
    "place",
    [{"slot": "s001"}, {"span": Span(start=0, end=3)}],
    ids=["no span", "no document"],
)
def test_half_a_place_is_no_place(place):
    with pytest.raises(InvalidCorrectionError, match="no target"):
        correction(Do.NAME, target=None, **place)


def test_a_place_in_a_document_is_enough():
    place = Span(start=4, end=8)
    made = correction(Do.NOT_NAME, target=None, slot="s001", span=place)
    assert made.span == place


@pytest.mark.parametrize("edtf", ["gisteren", "2023-13", "2023-02-30", ""])
def test_a_date_that_no_run_could_read_is_refused(edtf):
    with pytest.raises(InvalidCorrectionError, match="EDTF"):
        correction(Do.REDATE, values={"edtf": edtf})


def test_values_are_read_as_one_or_as_many():
    made = correction(Do.JOIN, values={"events": ("e1", "e2"), "type": "melding"})
    assert made.all_of("events") == ("e1", "e2")
    assert made.one("events") == "e1"
    assert made.all_of("type") == ("melding",)
    assert made.one("absent") is None
    assert made.all_of("absent") == ()


def test_every_correction_answers_one_question():
    assert sorted(do for question in QUESTIONS for do in question) == sorted(Do)
    assert all(q <= JOINING or not q & JOINING for q in QUESTIONS)


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        (correction(Do.REJECT), correction(Do.CONFIRM), True),
        (correction(Do.REJECT, target="e2"), correction(Do.CONFIRM), False),
        (correction(Do.MOMENT), correction(Do.CONFIRM), False),
        (correction(Do.RECODE_FACTOR), correction(Do.ACCEPT_FACTOR), True),
        (correction(Do.SPLIT), correction(Do.JOIN, target=None), True),
        (correction(Do.JOIN), correction(Do.JOIN, target=None), False),
        (correction(Do.ADD, target=None), correction(Do.ADD, target=None), False),
    ],
    ids=[
        "same thing",
        "another thing",
        "another question",
        "another code",
        "split after join",
        "two joins",
        "two additions",
    ],
)
def test_a_later_decision_takes_back_an_earlier_one(later, earlier, expected):
    assert later.takes_back(earlier) is expected


@pytest.mark.parametrize(("words", "expected"), [("m1", True), ("m2", False)])
@pytest.mark.parametrize("do", [Do.NAME, Do.GENERALISE])
def test_a_decision_on_words_takes_back_that_on_the_same_words_only(
    do, words, expected
):
    earlier = correction(do, target=None, values={"text": ("m1",), "choice": "keep"})
    later = correction(do, target=None, values={"text": (words,), "choice": "mask"})
    assert later.takes_back(earlier) is expected


@pytest.mark.parametrize(("unit", "expected"), [("e1", True), ("o1", False)])
def test_words_of_the_story_take_back_those_of_the_same_paragraph_only(unit, expected):
    earlier = correction(Do.TELL)
    later = correction(Do.TELL, values={"words": "anders", "unit": unit})
    assert later.takes_back(earlier) is expected


@pytest.mark.parametrize("do", [Do.VIEW, Do.REMARK])
def test_what_people_say_stands_beside_what_others_said(do):
    assert not correction(do).takes_back(correction(do))
