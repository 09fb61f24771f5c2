import datetime as dt

import pytest

from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import Expectation, InteractionClass
from ltnlp.stages.answers import missing_answers
from ltnlp.stages.graph import (
    by_name,
    days_to_answer,
    measure,
    parties_over_time,
    picture,
    with_order,
)
from tests.builders import event, interaction, timeline, told


def by_kind(*interactions):
    return {party.kind: party for party in measure(interactions)}


def edge(n: int, giver: str, receiver: str, **changes):
    return interaction(
        f"i{n}", giver=giver, receiver=receiver, event=f"e{n}", **changes
    )


def test_who_connects_the_others_is_in_the_middle() -> None:
    parties = measure([edge(1, "huisarts", "wijkteam"), edge(2, "wijkteam", "school")])
    assert parties[0].kind == "wijkteam"
    assert parties[0].in_the_middle == 1
    assert {p.kind: (p.given, p.received) for p in parties}["wijkteam"] == (1, 1)


def test_two_tellings_of_one_act_count_once() -> None:
    twice = [edge(1, "huisarts", "wijkteam"), edge(1, "huisarts", "wijkteam")]
    assert by_kind(*twice)["huisarts"].given == 1


@pytest.mark.parametrize(
    ("tellings", "drawn"),
    [
        (["[Arts-1]", ""], ["[Arts-1]"]),
        (["[Arts-1]", "[Arts-2]"], ["[Arts-1]", "[Arts-2]"]),
        (["[Arts-1]", "[Arts-2]", ""], ["[Arts-1]", "[Arts-2]", "huisarts"]),
        ([""], ["huisarts"]),
    ],
    ids=["one tells who", "two of a kind", "open which of two", "nobody tells"],
)
def test_who_of_a_kind_is_named_has_lines_of_its_own(tellings, drawn) -> None:
    acts = [edge(1, "huisarts", "wijkteam", giver_named=who) for who in tellings]
    found = picture(by_name(acts))
    assert [(e.giver, e.receiver) for e in found.edges] == [
        (who, "wijkteam") for who in drawn
    ]


def test_what_did_not_happen_is_no_contact() -> None:
    parties = by_kind(edge(1, "huisarts", "wijkteam", realised=Realised.NO))
    assert parties["huisarts"].given == 0
    assert parties["huisarts"].reciprocity == 0


def test_reciprocity_and_missing_answers() -> None:
    silent = edge(
        2,
        "wijkteam",
        "school",
        realised=Realised.NO,
        interaction_class=InteractionClass.FEEDBACK,
    )
    parties = by_kind(
        edge(1, "school", "wijkteam"), silent, edge(3, "wijkteam", "school")
    )
    assert parties["school"].never_answered == 1
    assert parties["school"].reciprocity == 1


def test_unknown_parties_are_no_nodes() -> None:
    assert measure([interaction(giver=None)]) == ()


def test_order_is_sure_only_where_no_other_event_can_lie_on_the_day() -> None:
    events = [
        event("e1", date=told("2023-05-01")),
        event("e2", date=told("2023-06")),
        event("e3", date=told("2023-06-10")),
        event("e4", date=None),
    ]
    acts = [
        interaction("i4", event="e4", date=None),
        interaction("i3", event="e3", date=told("2023-06-10")),
        interaction("i2", event="e2", date=told("2023-06")),
        interaction("i1", event="e1", date=told("2023-05-01")),
    ]
    ordered = with_order(acts, timeline(*events))
    assert [one.id for one in ordered] == ["i1", "i2", "i3", "i4"]
    assert [one.order_certain for one in ordered] == [True, False, False, False]


def test_what_concerns_others_leaves_an_order_sure() -> None:
    events = [event(f"e{n}", date=told("2023-06-10")) for n in (1, 2)]
    acts = [
        edge(1, "school", "wijkteam", date=told("2023-06-10")),
        edge(2, "huisarts", "kraamzorg", date=told("2023-06-10")),
    ]
    ordered = with_order(acts, timeline(*events))
    assert all(one.order_certain for one in ordered)


def test_a_picture_groups_acts_and_can_be_of_a_slice_of_time() -> None:
    acts = [
        edge(1, "school", "wijkteam", date=told("2022-01-10")),
        edge(2, "school", "wijkteam", date=told("2023-01-10"), realised=Realised.NO),
        edge(3, "school", "wijkteam", date=None),
    ]
    (line,) = picture(acts).edges
    assert (line.times, line.not_realised, len(line.interactions)) == (3, 1, 3)
    (early,) = picture(acts, between=bounds_of("2022")).edges
    assert early.times == 1


def test_parties_over_time_counts_each_stretch() -> None:
    acts = [
        edge(1, "school", "wijkteam", date=told("2022-01-10")),
        edge(2, "school", "huisarts", date=told("2022-08-10")),
    ]
    assert parties_over_time(acts) == (
        (dt.date(2022, 1, 1), 2),
        (dt.date(2022, 4, 1), 0),
        (dt.date(2022, 7, 1), 2),
    )
    assert parties_over_time([]) == ()


def test_days_until_an_answer() -> None:
    acts = [
        edge(1, "school", "wijkteam", date=told("2022-01-10")),
        edge(2, "huisarts", "school", date=told("2022-01-12")),
        edge(4, "school", "school", date=told("2022-01-13")),
        edge(5, "school", "school", date=told("2022-01-14")),
        edge(
            3,
            "wijkteam",
            "school",
            date=told("2022-01-20"),
            interaction_class=InteractionClass.FEEDBACK,
        ),
    ]
    assert days_to_answer(acts) == (("school", "wijkteam", 10),)
    assert days_to_answer(acts[::-1]) == days_to_answer(acts)


EXPECTED = {
    "melding_doen": Expectation(
        type="melding_doen", answer=InteractionClass.FEEDBACK, within_days=30
    )
}


def missing(*acts, last: str = "2024-01"):
    line = timeline(event("e1"), event("e9", date=told(last)), event("e0", date=None))
    return missing_answers(acts, line, EXPECTED)


def answer(**changes):
    given = {
        "giver": "veilig_thuis",
        "receiver": "basisschool",
        "interaction_class": InteractionClass.FEEDBACK,
        "type": "terugkoppelen",
        "event": "e2",
        "date": told("2023-05-20"),
    }
    return interaction("i2", **(given | changes))


@pytest.mark.parametrize("day", ["2023-05-20", "2023-06-20"], ids=["in time", "late"])
def test_an_answer_is_not_missing(day: str) -> None:
    decided = {"date": told(day), "interaction_class": InteractionClass.DECISION}
    assert missing(interaction(), answer(**decided)) == ()


def test_who_should_have_answered_is_who_was_asked() -> None:
    asked = interaction(giver_named="[Juf-1]", receiver_named="[Veilig-Thuis-1]")
    (one,) = missing(asked)
    assert (one.giver_named, one.receiver_named) == ("[Veilig-Thuis-1]", "[Juf-1]")


@pytest.mark.parametrize(
    "changes",
    [
        {"date": told("2023-12"), "interaction_class": InteractionClass.DECISION},
        {"date": told("2022-12"), "interaction_class": InteractionClass.DECISION},
        {"giver": "huisarts"},
        {"interaction_class": InteractionClass.REPORT},
        {"interaction_class": InteractionClass.DECISION, "event": "e1"},
    ],
    ids=["too late", "before", "another party", "no answer", "the same event"],
)
def test_what_does_not_answer(changes) -> None:
    (one,) = missing(interaction(), answer(**changes))
    assert one.expected
    assert one.date is not None
    assert one.date.edtf == "2023-05-01/.."


def test_a_consultation_answers_either_way_also_without_a_date() -> None:
    talk = answer(
        giver="basisschool",
        receiver="veilig_thuis",
        interaction_class=InteractionClass.CONSULTATION,
        date=None,
    )
    assert missing(interaction(), talk) == ()


def test_a_missing_answer_that_is_told_is_not_added_again() -> None:
    assert missing(interaction(), answer(realised=Realised.NO)) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"realised": Realised.INTENDED},
        {"type": "overleggen"},
        {"giver": "gezin"},
        {"date": None},
        {"score": 0.4},
    ],
    ids=["only planned", "expects nothing", "a family", "no date", "a guess"],
)
def test_nothing_is_expected_of(changes) -> None:
    assert missing(interaction(**changes)) == ()


def test_a_story_that_ends_too_soon_expects_nothing() -> None:
    assert missing(interaction(), last="2023-06-01") == ()
    assert missing_answers([interaction()], timeline(), EXPECTED) == ()


def test_one_missing_answer_for_one_event() -> None:
    assert len(missing(interaction(), interaction("i5"))) == 1


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"event": "e2", "date": told("2023-05-20")}, 1),
        ({"event": "e2", "date": told("2023-04-20")}, 1),
        ({"event": "e2", "date": told("2023-09-01")}, 2),
        ({"event": "e2", "date": told("2023-01-01")}, 2),
        ({"event": "e2", "date": told("../2023-05-20")}, 1),
        ({"event": "e2", "giver": "huisarts"}, 2),
    ],
    ids=["told again", "told before", "much later", "much earlier", "open", "another"],
)
def test_a_question_that_is_told_twice_misses_one_answer(changes, expected) -> None:
    assert len(missing(interaction(), interaction("i5", **changes))) == expected


def test_a_question_known_only_by_its_end_expects_from_no_day() -> None:
    (one,) = missing(interaction(date=told("../2023-05-10")))
    assert one.date is None


def test_the_place_of_what_has_no_last_day_is_never_sure() -> None:
    (placed,) = with_order(
        [edge(1, "huisarts", "wijkteam", date=told("2023-05/.."))],
        timeline(event("e1")),
    )
    assert not placed.order_certain
