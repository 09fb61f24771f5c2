"""Events that hold different happenings are counted, and tellers of another kind."""

import pytest

from benchmarks.corpus.joining import false_joins, right_tellers


def told(start, teller="gezin"):
    return {"doc": "d", "start": start, "end": start + 10, "teller_kind": teller}


def event(*accounts):
    return {"accounts": list(accounts)}


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        ([event(told(0)), event(told(20), told(40))], 0.0),
        ([event(told(0), told(20)), event(told(40))], 0.5),
        ([event(told(20), told(90))], 0.0),
        ([], 0.0),
    ],
    ids=["as labelled", "two happenings in one", "one that is not labelled", "nothing"],
)
def test_an_event_of_different_happenings_is_counted(found, wrong):
    gold = [event(told(0)), event(told(20), told(40))]

    assert false_joins(gold, found) == wrong


def test_labels_hold_no_different_happenings():
    gold = [event(told(0), told(5)), event(told(40))]

    assert false_joins(gold, gold) == 0.0


def test_tellers_of_another_kind_are_counted():
    gold = [event(told(0), told(20, "huisarts"))]
    found = [event(told(0)), event(told(20, "wijkteam")), event(told(90))]

    assert right_tellers(gold, found) == 0.5
