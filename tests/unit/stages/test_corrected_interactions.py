"""What people decide on interactions holds on every run, also where it is read anew."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from ltnlp.domain.corrections import Anchor, Correction, Do
from ltnlp.domain.events import Realised, Status
from ltnlp.domain.interactions import (
    Expectation,
    Interaction,
    InteractionClass,
    InteractionGraph,
)
from ltnlp.stages.corrected_interactions import Corrected, corrected, settle, was
from tests.builders import (
    account,
    correction,
    document,
    event,
    interaction,
    span,
    timeline,
    told,
)

CONFIRM, REJECT = Do.CONFIRM_INTERACTION, Do.REJECT_INTERACTION
EDIT, ADD = Do.EDIT_INTERACTION, Do.ADD_INTERACTION
NEW = {"from_kind": "huisarts", "to_kind": "wijkteam", "type": "advies"}
DAY = dt.timedelta(days=1)


class Expecting:
    """A reader that expects an answer to each report."""

    def expectations(self) -> dict[str, Expectation]:
        return {
            "melding_doen": Expectation(
                type="melding_doen", answer=InteractionClass.FEEDBACK, within_days=30
            )
        }


def decision(do: Do, number: int = 1, **changes: Any) -> Correction:
    return correction(f"c{number}", do, **({"target": "i1"} | changes))


def anchored(name: str, start: int = 0, end: int = 17, slot: str = "s001") -> Anchor:
    return Anchor(name=name, slot=slot, span=span(start, end), quote="q")


def replayed(
    interactions: Sequence[Interaction], *journal: Correction, **changes: Any
) -> Corrected:
    given: dict[str, Any] = {"events": (event(),), "documents": (document(),)}
    return corrected(interactions, journal, **(given | changes))


def test_what_is_rejected_stands_apart_and_can_be_taken_back() -> None:
    later = decision(CONFIRM, 2, at=decision(REJECT).at + DAY)
    out = replayed((interaction(),), decision(REJECT))
    back = replayed((interaction(),), later, decision(REJECT))
    assert (out.standing, [one.id for one in out.rejected]) == ((), ["i1"])
    assert [one.status for one in back.standing] == [Status.CONFIRMED]


def test_who_is_named_is_of_the_kind_that_was_read() -> None:
    read = interaction(giver_named="[Juf-1]", receiver_named="[Arts-1]")
    (one,) = replayed((read,), decision(EDIT, values={"to_kind": "politie"})).standing
    (other,) = replayed(
        (read,), decision(EDIT, values={"from_kind": "politie"})
    ).standing
    assert (one.giver_named, one.receiver_named) == ("[Juf-1]", "")
    assert (other.giver_named, other.receiver_named) == ("", "[Arts-1]")


def test_twice_is_once() -> None:
    journal = (
        decision(EDIT, values={"to_kind": "politie"}),
        decision(ADD, 2, target="e1", values=NEW),
        decision(REJECT, 3, target="i2"),
    )
    once = replayed((interaction(), interaction("i2")), *journal)
    twice = replayed((*once.standing, *once.rejected), *journal)
    assert set(twice.standing) == set(once.standing)
    assert twice.rejected == once.rejected


def test_other_kinds_of_correction_are_passed_over() -> None:
    assert replayed((interaction(),), correction()).standing == (interaction(),)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"from_kind": "huisarts"}, ("huisarts", "veilig_thuis", "melding", "ja")),
        ({"to_kind": "politie"}, ("basisschool", "politie", "melding", "ja")),
        ({"type": "advies"}, ("basisschool", "veilig_thuis", "advies", "ja")),
        ({"realised": "nee"}, ("basisschool", "veilig_thuis", "melding", "nee")),
    ],
    ids=["from", "to", "type", "outcome"],
)
def test_what_is_corrected_stands_so(values: dict[str, str], expected: Any) -> None:
    (one,) = replayed((interaction(),), decision(EDIT, values=values)).standing
    assert (
        one.giver,
        one.receiver,
        one.interaction_class,
        one.realised,
    ) == expected
    assert one.status is Status.CONFIRMED
    assert (one.type == "melding_doen") == ("type" not in values)


def test_a_corrected_day_is_the_persons() -> None:
    made = decision(EDIT, values={"edtf": "2023-06-02"})
    (one,) = replayed((interaction(),), made).standing
    assert one.date is not None
    assert (one.date.edtf, one.date.rule) == ("2023-06-02", "person")


def test_what_is_read_under_another_id_is_found_by_place_and_what_it_was() -> None:
    again = interaction("i9", realised=Realised.ATTEMPT)
    beside = interaction("i8", giver="gezin", receiver="politie")
    elsewhere = interaction("i7", source=span(40, 60))
    made = decision(REJECT, values=was(interaction()), anchors=(anchored("i1"),))
    out = replayed((beside, elsewhere, again), made)
    assert [one.id for one in out.rejected] == ["i9"]


def test_what_is_said_of_a_missing_answer_does_not_touch_what_is_told() -> None:
    answer = interaction("i9", expected=True)
    made = decision(
        REJECT, target="weg", values=was(answer), anchors=(anchored("weg"),)
    )
    assert replayed((interaction(),), made).standing == (interaction(),)


def test_what_is_read_as_it_was_corrected_is_the_same() -> None:
    values = {"from_kind": "huisarts", "to_kind": "wijkteam"}
    made = decision(
        EDIT, values={**was(interaction()), **values}, anchors=(anchored("i1"),)
    )
    (one,) = replayed(
        (interaction("i9", **{"giver": "huisarts", "receiver": "wijkteam"}),), made
    ).standing
    assert (one.id, one.giver, one.status) == ("i9", "huisarts", Status.CONFIRMED)


@pytest.mark.parametrize("do", [CONFIRM, EDIT])
def test_what_people_said_stands_where_the_machine_reads_it_no_more(do: Do) -> None:
    values = {**was(interaction()), "realised": "poging"}
    made = decision(do, values=values, anchors=(anchored("i1"),), by="casegroep")
    (one,) = replayed((), made).standing
    assert (one.giver, one.receiver) == ("basisschool", "veilig_thuis")
    assert one.interaction_class is InteractionClass.REPORT
    assert one.realised is (Realised.YES if do is CONFIRM else Realised.ATTEMPT)
    assert (one.id, one.event, one.passages) == ("i1", "e1", ("p1",))
    assert (one.said_by, one.source) == ("casegroep", span(0, 17))


@pytest.mark.parametrize(
    ("values", "anchors"),
    [
        ({}, (anchored("i1"),)),
        (was(interaction()), ()),
        (was(interaction()), (anchored("i1", slot="s009"),)),
        (was(interaction()), (anchored("i1", 70, 90),)),
    ],
    ids=["nothing remembered", "no place", "source gone", "nothing told there"],
)
def test_a_decision_on_what_is_gone_is_an_orphan(
    values: dict[str, str], anchors: tuple[Anchor, ...]
) -> None:
    out = replayed((), decision(CONFIRM, values=values, anchors=anchors))
    assert out.standing == ()
    assert [one.correction for one in out.orphans] == ["c1"]


def test_what_a_person_adds_belongs_to_an_event() -> None:
    made = decision(ADD, target="e1", values={**NEW, "realised": "nee"}, by="casegroep")
    (one,) = replayed((), made).standing
    assert (one.giver, one.receiver, one.type) == ("huisarts", "wijkteam", "advies")
    assert (one.realised, one.event, one.date) == (Realised.NO, "e1", event().date)
    assert (one.passages, one.said_by, one.score) == (("p1",), "casegroep", 1.0)
    assert one.status is Status.CONFIRMED


def test_what_is_added_can_be_corrected() -> None:
    added = decision(ADD, target="e1", values=NEW)
    (before,) = replayed((), added).standing
    edited = decision(
        EDIT, 2, target=before.id, values={"type": "overleg"}, at=added.at + DAY
    )
    (one,) = replayed((), added, edited).standing
    assert (one.id, one.interaction_class) == (before.id, InteractionClass.CONSULTATION)


@pytest.mark.parametrize(
    "changes",
    [
        {"target": "a-e1"},
        {"target": "e0"},
        {"target": None, "slot": "s001", "span": span(2, 17)},
        {"target": "weg", "anchors": (anchored("weg"),)},
    ],
    ids=["its account", "its former id", "its place", "where it stood"],
)
def test_the_event_of_what_is_added_is_found(changes: dict[str, Any]) -> None:
    other = event("e2", accounts=(account("a2", source=span(50, 60)),))
    known = event(formerly=("e0",))
    made = decision(ADD, values=NEW, **changes)
    (one,) = replayed((), made, events=(other, known)).standing
    assert one.event == "e1"


def test_what_is_added_to_an_event_that_is_gone_is_an_orphan() -> None:
    made = decision(ADD, target="weg", values=NEW, anchors=(anchored("weg", 70, 90),))
    (orphan,) = replayed((), made).orphans
    assert "gebeurtenis" in orphan.why_nl


def settled(*journal: Correction, **changes: Any) -> InteractionGraph:
    """Settle a report of May 2023 in a story that goes on until 2024."""
    story = timeline(event(), event("e2", date=told("2024-03-01")))
    read = InteractionGraph(interactions=(interaction(**changes),), parties=())
    result = settle(read, story, journal, reader=Expecting(), documents=(document(),))  # type: ignore[arg-type]
    assert result.orphans == ()
    return result.graph


def test_a_missing_answer_stays_expected_until_somebody_says_otherwise() -> None:
    kept = settled()
    (missing,) = (one for one in kept.interactions if one.expected)
    about = {"target": missing.id, "values": was(missing)}
    rejected = settled(decision(REJECT, **about))
    assert [one.id for one in rejected.interactions] == ["i1"]
    assert [one.id for one in rejected.rejected] == [missing.id]
    came = decision(
        EDIT,
        target=missing.id,
        values={**was(missing), "realised": "ja", "edtf": "2023-06-10"},
    )
    answered = settled(came).interactions
    assert [(one.expected, one.realised) for one in answered] == [
        (False, Realised.YES),
        (False, Realised.YES),
    ]
    assert answered[1].order_certain


def test_an_answer_that_people_add_is_not_missing() -> None:
    values = {
        "from_kind": "veilig_thuis",
        "to_kind": "basisschool",
        "type": "terugkoppeling",
        "edtf": "2023-06-01",
    }
    graph = settled(decision(ADD, target="e1", values=values))
    assert not [one for one in graph.interactions if one.expected]


def test_to_reject_an_answer_that_is_not_expected_any_more_is_no_orphan() -> None:
    values = {**was(interaction("i1-a", expected=True))}
    late = decision(REJECT, target="i1-a", values=values)
    assert len(settled(late, realised=Realised.NO).interactions) == 1


def test_parties_are_counted_without_what_is_rejected() -> None:
    assert settled(decision(REJECT)).parties == ()
