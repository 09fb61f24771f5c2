"""Corrections about events: what they find, and what a later one takes back."""

import pytest

from ltnlp.domain.corrections import Anchor, Do
from ltnlp.domain.events import Status
from ltnlp.stages.replay import Replay
from tests.builders import account, correction, document, event, span

FIRST = event("e1", accounts=(account("a1", source=span(0, 9)),))
SECOND = event("e2", accounts=(account("a2", source=span(20, 29)),))
EVENTS = (FIRST, SECOND)


def replay(*journal: object) -> Replay:
    return Replay(journal, [document("d1")])  # type: ignore[arg-type]


def test_an_event_is_found_by_its_place_when_its_id_is_gone() -> None:
    made = correction(do=Do.REJECT, target=None, slot="s001", span=span(22, 25))
    found = replay(made)
    assert [e.status for e in found.corrected(EVENTS)] == [
        Status.PROPOSED,
        Status.REJECTED,
    ]
    assert found.orphans() == ()


def test_a_mark_on_what_is_gone_is_listed_and_marks_nothing() -> None:
    found = replay(correction(do=Do.MOMENT, target="e9"))
    assert found.chosen(EVENTS) == {}
    assert [o.correction for o in found.orphans()] == ["c1"]


def test_a_later_mark_takes_back_an_earlier() -> None:
    marks = [
        correction("c1", Do.MOMENT, why="keerpunt"),
        correction("c2", Do.NOT_MOMENT),
    ]
    assert replay(marks[0]).chosen(EVENTS) == {"e1": "keerpunt"}
    assert replay(*marks).chosen(EVENTS) == {}
    assert replay(*marks).refused(EVENTS) == {"e1"}


@pytest.mark.parametrize(
    "about",
    [
        {"target": None, "values": {"events": ("e1", "e2")}},
        {"target": "e1", "values": {"events": ("e2",)}},
        {
            "target": None,
            "slot": "s001",
            "span": span(0, 5),
            "values": {"events": "a2"},
        },
    ],
    ids=["two ids", "target and id", "place and account"],
)
def test_events_are_joined_however_they_are_named(about: dict[str, object]) -> None:
    wishes = replay(correction(do=Do.JOIN, **about)).wishes(EVENTS)
    assert wishes.together == {frozenset({"e1", "e2"})}


def test_a_join_that_finds_one_event_only_is_an_orphan() -> None:
    found = replay(correction(do=Do.JOIN, target="e1", values={"events": ("e9",)}))
    assert found.wishes(EVENTS).together == frozenset()
    assert len(found.orphans()) == 1


def test_a_split_takes_back_a_join() -> None:
    joined = correction("c1", Do.JOIN, values={"events": ("e2",)})
    split = correction("c2", Do.SPLIT, values={"account": "a2"})
    wishes = replay(joined, split).wishes(EVENTS)
    assert (wishes.together, wishes.apart) == (frozenset(), {frozenset({"e1", "e2"})})


def test_an_event_that_a_person_added_without_a_day_is_undated() -> None:
    made = correction(do=Do.ADD, target=None, values={"what": "Oma belde."})
    *_, added = replay(made).added(EVENTS)
    assert (added.what, added.date, added.found_by) == ("Oma belde.", None, "person")


def test_a_new_date_stands_in_place_of_the_told_one() -> None:
    made = correction(do=Do.REDATE, values={"edtf": "2022-01"})
    first, _ = replay(made).corrected(EVENTS)
    assert first.date is not None
    assert (first.date.edtf, first.date.rule) == ("2022-01", "person")


def anchor(name: str, start: int, end: int, slot: str = "s001") -> Anchor:
    return Anchor(name=name, slot=slot, span=span(start, end), quote="q")


@pytest.mark.parametrize(
    ("anchors", "status"),
    [
        ((anchor("gone", 19, 30),), Status.REJECTED),
        ((anchor("gone", 26, 40),), Status.PROPOSED),
        ((anchor("gone", 20, 29, "s009"),), Status.PROPOSED),
        ((anchor("other", 20, 29),), Status.PROPOSED),
    ],
    ids=["most of it", "too little of it", "another source", "another name"],
)
def test_an_event_is_found_where_it_stood_when_its_id_is_gone(anchors, status) -> None:
    found = replay(correction(do=Do.REJECT, target="gone", anchors=anchors))
    assert found.corrected(EVENTS)[1].status is status
    assert len(found.orphans()) == (status is Status.PROPOSED)


def test_joins_and_splits_outlive_the_ids_that_they_name() -> None:
    anchors = (anchor("old1", 0, 9), anchor("old2", 20, 29))
    joined = correction(
        "c1", Do.JOIN, target=None, values={"events": ("old1", "old2")}, anchors=anchors
    )
    split = correction(
        "c2", Do.SPLIT, target="old1", values={"account": "old2"}, anchors=anchors
    )
    pair = {frozenset({"e1", "e2"})}
    assert replay(joined).wishes(EVENTS).together == pair
    assert replay(split).wishes(EVENTS).apart == pair


def test_an_edit_may_say_which_organisations_took_part() -> None:
    edit = correction(
        do=Do.EDIT,
        target="e1",
        values={"what": "Gebeld.", "organisations": ("huisarts", "school")},
    )
    first, second = replay(edit).corrected(EVENTS)
    assert first.organisations == ("huisarts", "school")
    assert second.organisations == SECOND.organisations
    plain = correction(do=Do.EDIT, target="e1", values={"what": "Gebeld."})
    assert replay(plain).corrected(EVENTS)[0].organisations == FIRST.organisations


THIRD = event("e3", accounts=(account("a3", source=span(40, 49)),))
THREE = (FIRST, SECOND, THIRD)


def two(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


def test_a_split_from_some_leaves_the_others_alone() -> None:
    told = {"account": ("a1",), "events": ("a2",)}
    wishes = replay(correction(do=Do.SPLIT, values=told)).wishes(THREE)
    assert wishes.apart == {two("e1", "e2")}


def test_groups_are_told_apart_account_by_account() -> None:
    told = {"account": ("a1", "a3"), "events": ("a2",)}
    split = correction("c1", Do.SPLIT, values=told)
    assert replay(split).wishes(THREE).apart == {two("e1", "e2"), two("e3", "e2")}
    again = correction(
        "c2", Do.JOIN, target=None, values={"events": ("a1", "a2", "a3")}
    )
    assert replay(split, again).wishes(THREE).apart == frozenset()


def test_of_three_that_people_joined_the_two_left_stay_one() -> None:
    joined = correction(
        "c1", Do.JOIN, target=None, values={"events": ("e1", "e2", "e3")}
    )
    split = correction("c2", Do.SPLIT, values={"account": "a1"})
    assert replay(joined, split).wishes(THREE).together == {two("e2", "e3")}


def test_a_split_from_what_is_gone_is_listed() -> None:
    found = replay(correction(do=Do.SPLIT, values={"account": "a1", "events": "a9"}))
    assert found.wishes(THREE).apart == frozenset()
    assert [o.correction for o in found.orphans()] == ["c1"]
