"""Two versions of a timeline: what came, went and changed, and why."""

import pytest

from ltnlp.domain.corrections import Do
from ltnlp.domain.events import Conflict, ConflictKind, Realised, Status
from ltnlp.domain.timeline import CrucialMoment, MomentReason
from ltnlp.domain.versions import ChangeKind
from ltnlp.stages.versions import READ_ANEW_NL, compare, numbered, same, version
from tests.builders import NOW, account, correction, document, event, timeline, told

SCHOOL = document("d1", label="school")
TEAM = document("d2", slot="s002", label="wijkteam")


def telling(id_: str, words: str = "", doc: str = "d1"):
    return account(id_, document=doc, wording=words or f"woorden van {id_}")


def one(id_: str, *tellings, **changes):
    return event(id_, accounts=tellings or (telling(f"a-{id_}"),), **changes)


def kept(*events, sources=(SCHOOL,), corrections: int = 0, moments=()):
    made = timeline(*events, moments=moments)
    return version(made, sources, corrections=corrections)


def found(before, after, *journal):
    return [
        (str(change.kind), change.event, change.why_nl)
        for change in compare(before, after, journal).changes
    ]


def test_a_version_is_the_same_whatever_its_number():
    first = kept(one("e1"))
    assert same(first, numbered(first, 7, NOW))
    assert not same(first, kept(one("e1", what="anders")))
    assert not same(first, kept(one("e1"), sources=(SCHOOL, TEAM)))
    assert compare(first, first).changes == ()


def test_what_a_new_source_brings_names_the_source():
    joined = one("e1", telling("a-e1"), telling("a9", doc="d2"))
    after = kept(joined, one("e2", telling("a2", doc="d2")), sources=(SCHOOL, TEAM))
    assert found(kept(one("e1")), after) == [
        ("changed", "e1", "nieuwe bron: wijkteam"),
        ("came", "e2", "nieuwe bron: wijkteam"),
    ]


def test_a_source_that_was_replaced_changes_only_what_was_edited():
    new = document("d1x", label="school")
    before = kept(
        one("e1", telling("a1", "zo was het")), one("e2", telling("a2", "en zo"))
    )
    after = kept(
        one("x1", telling("y1", "zo was het", "d1x")),
        one("x2", telling("y2", "en anders", "d1x"), what="De trein vertrok"),
        sources=(new,),
    )
    assert found(before, after) == [
        ("came", "x2", "vervangen bron: school"),
        ("went", "e2", "vervangen bron: school"),
    ]


def test_what_was_reworded_in_a_source_that_was_replaced_is_one_change():
    new = document("d1x", label="school")
    before = kept(
        one("e1", telling("a1", "bezoek"), what="Huisbezoek bij moeder gedaan"),
        one("e2", telling("a2", "nog een"), what="Huisbezoek bij moeder gedaan"),
        one("e3", telling("a3", "leeg"), what="…"),
    )
    after = kept(
        one("x1", telling("y1", "op bezoek", "d1x"), what="Huisbezoek bij moeder"),
        one("x3", telling("y3", "niets", "d1x"), what="…"),
        sources=(new,),
    )
    assert [told[:2] for told in found(before, after)] == [
        ("changed", "x1"), ("came", "x3"), ("went", "e2"), ("went", "e3"),
    ]  # fmt: skip


def test_what_a_person_wrote_in_the_story_is_no_reason():
    told_so = correction("c1", Do.TELL, values={"words": "Zo was het.", "unit": "ee1"})
    after = kept(one("e1", date=told("2023-06")), corrections=1)
    assert found(kept(one("e1")), after, told_so) == [("changed", "e1", READ_ANEW_NL)]


def test_what_a_person_joined_split_and_added_says_who_and_why():
    joined = one("e1", telling("a-e1"), telling("a-e2"), formerly=("e2",))
    join = correction(
        "c1", Do.JOIN, target=None, values={"events": ("e1", "e2")}, by="casegroep",
        why="zelfde gesprek",
    )  # fmt: skip
    apart, together = kept(one("e1"), one("e2")), kept(joined, corrections=1)
    assert found(apart, together, join) == [
        ("changed", "e1", "casegroep: zelfde gesprek"),
        (
            "went",
            "e2",
            "samengevoegd met “[Moeder-1] belde”: casegroep: zelfde gesprek",
        ),
    ]
    split = correction("c2", Do.SPLIT, values={"account": "a-e2"}, by="lid")
    again = kept(one("e1"), one("e2"), corrections=2)
    assert found(together, again, join, split) == [
        ("changed", "e1", "verbetering door lid"),
        ("came", "e2", "verbetering door lid"),
    ]
    by_hand = one("p1", what="Oma belde", found_by="person")
    add = correction(
        "c3", Do.ADD, target=None, values={"what": "Oma belde"}, why="agenda"
    )
    more = kept(one("e1"), by_hand, corrections=1)
    assert found(kept(one("e1")), more, add) == [("came", "p1", "begeleider: agenda")]
    assert found(kept(one("e1")), kept(one("e1"), by_hand)) == [
        ("came", "p1", "met de hand toegevoegd")
    ]


def test_a_join_and_a_split_by_the_machine_are_told_as_such():
    joined = one("e1", telling("a-e1"), telling("a-e2"), formerly=("e2",))
    assert found(kept(one("e1"), one("e2")), kept(joined))[1] == (
        "went", "e2", "samengevoegd met “[Moeder-1] belde”",
    )  # fmt: skip
    assert found(kept(joined), kept(one("e1"), one("e2")))[1] == (
        "came", "e2", "losgemaakt van een andere gebeurtenis",
    )  # fmt: skip


def test_what_no_source_and_no_person_explains_was_read_anew():
    assert found(kept(one("e1")), kept(one("e2"))) == [
        ("came", "e2", READ_ANEW_NL),
        ("went", "e1", READ_ANEW_NL),
    ]


def test_what_stood_in_a_source_that_is_gone():
    before = kept(one("e1", telling("a1", doc="d2")), sources=(SCHOOL, TEAM))
    assert found(before, kept()) == [("went", "e1", "de bron is er niet meer")]


CHOSEN = CrucialMoment(
    event="e1", rank=1, score=1.0, reasons=(MomentReason.ADDED,), why_nl="",
    status=Status.CONFIRMED,
)  # fmt: skip
CONFLICT = Conflict(kind=ConflictKind.DATE, accounts=("a-e1",), text_nl="mei of juni")


@pytest.mark.parametrize(
    ("after", "field", "values"),
    [
        ({"what": "anders"}, "what", ("[Moeder-1] belde", "anders")),
        ({"date": told("2023-06")}, "when", ("2023-05", "2023-06")),
        ({"date": None}, "when", ("2023-05", "")),
        ({"realised": Realised.NO}, "realised", ("ja", "nee")),
        ({"status": Status.REJECTED}, "status", ("proposed", "rejected")),
        ({"organisations": ("huisarts",)}, "organisations", ("", "huisarts")),
        ({"conflicts": (CONFLICT,)}, "conflicts", ("", "mei of juni")),
    ],
)
def test_each_thing_that_changed_is_told_with_both_values(after, field, values):
    (change,) = compare(kept(one("e1")), kept(one("e1", **after))).changes
    assert change.kind is ChangeKind.CHANGED
    assert [(f.field, (f.before, f.after)) for f in change.fields] == [(field, values)]


def test_that_people_made_it_a_moment_is_a_change():
    (change,) = compare(kept(one("e1")), kept(one("e1"), moments=(CHOSEN,))).of(
        ChangeKind.CHANGED
    )
    assert (change.fields[0].before, change.fields[0].after) == ("", "x")


def test_only_corrections_made_since_are_a_reason():
    old = correction("c1", Do.REDATE, values={"edtf": "2023"}, why="oud")
    new = correction("c2", Do.REDATE, values={"edtf": "2023-06"}, why="agenda")
    before = kept(one("e1"), corrections=1)
    after = kept(one("e1", date=told("2023-06")), corrections=2)
    assert found(before, after, old, new) == [("changed", "e1", "begeleider: agenda")]
