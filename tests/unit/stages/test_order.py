import datetime as dt
from dataclasses import replace

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.timeline import RelationKind
from ltnlp.stages.context import SLACK
from ltnlp.stages.order import REACH, ordered
from tests.unit.stages.story import event


def test_dated_events_stand_by_day() -> None:
    late = event("b", when="2021-05-01")
    early = event("a", when="2021-04", at=9)
    order = ordered([late, early])
    assert [placed.event for placed in order.placed] == [early.id, late.id]
    assert all(placed.dated for placed in order.placed)


def test_an_undated_event_stands_after_the_one_it_follows() -> None:
    first = event("Overleg op school", when="2021-04-10")
    then = event("Daarna belde de voogd", at=20)
    last = event("Zitting", when="2021-06-01", at=50)
    order = ordered([last, then, first])
    assert [placed.event for placed in order.placed] == [first.id, then.id, last.id]
    (relation,) = order.relations
    assert (relation.first, relation.second) == (then.id, first.id)
    assert relation.kind is RelationKind.AFTER
    placed = next(p for p in order.placed if p.event == then.id)
    assert not placed.dated
    assert placed.bounds.earliest == dt.date(2021, 4, 10)


def test_before_gives_a_last_day() -> None:
    first = event("Overleg op school", when="2021-04-10")
    before = event("Daarvoor was er al gebeld", at=20)
    order = ordered([first, before])
    assert [p.event for p in order.placed] == [before.id, first.id]
    placed = next(p for p in order.placed if p.event == before.id)
    assert placed.bounds.latest == dt.date(2021, 4, 10)


def test_bounds_are_tightened_through_a_chain() -> None:
    first = event("Overleg op school", when="2021-04-10")
    second = event("Daarna belde de voogd", at=20)
    third = event("Vervolgens kwam er een brief", at=40)
    bounds = {p.event: p.bounds for p in ordered([third, second, first]).placed}
    assert bounds[third.id].earliest == dt.date(2021, 4, 10)


def test_what_came_after_an_undated_thing_came_after_the_day_told_before_that() -> None:
    first = event("Melding gedaan", when="2021-04-10")
    silent = event("Er is nooit teruggekoppeld", at=20)
    then = event("Kort daarna belde ik de voogd", at=60)
    order = ordered([then, silent, first])
    assert [p.event for p in order.placed] == [first.id, silent.id, then.id]
    bounds = {p.event: p.bounds for p in order.placed}
    assert bounds[then.id].earliest == dt.date(2021, 4, 10)
    assert not bounds[silent.id].known


@pytest.mark.parametrize(
    "between",
    [["Al eerder was er gebeld"], [f"Er kwam niemand, {n}" for n in range(REACH)]],
    ids=["a look back", "too far"],
)
def test_a_word_of_time_points_no_further_than_it_can(between: list[str]) -> None:
    first = event("Melding gedaan", when="2021-04-10")
    told = [event(words, at=20 + 40 * n) for n, words in enumerate(between)]
    then = event("Daarna belde ik de voogd", at=900)
    bounds = {p.event: p.bounds for p in ordered([first, *told, then]).placed}
    assert bounds[then.id].earliest is None


def test_a_word_of_time_is_seen_behind_the_label_of_who_speaks() -> None:
    first = event("Overleg op school", when="2021-04-10")
    then = event("Voogd: daarna kwam er een brief", at=20)
    assert len(ordered([first, then]).relations) == 1


def test_an_undated_event_stands_behind_what_its_source_told_before_it() -> None:
    """Also where another source gave that a later day than this one did."""
    context = Bounds(earliest=dt.date(2021, 3, 10), latest=dt.date(2021, 6, 1))
    first = event("Melding", when="2021-04-10")
    later = event("Melding", when="2021-04-25", source="d2")
    joined = replace(
        first, accounts=(*first.accounts, *later.accounts), date=later.date
    )
    bare = event("Er is nooit teruggekoppeld", at=20)
    told = replace(bare, accounts=(replace(bare.accounts[0], context=context),))
    assert [p.event for p in ordered([told, joined]).placed] == [joined.id, told.id]


def test_an_undated_event_without_relation_stands_last() -> None:
    lost = event("Er is gebeld", at=3, source="d2")
    dated = event("Overleg", when="2021-04-10")
    assert [p.event for p in ordered([lost, dated]).placed] == [dated.id, lost.id]


def test_a_telling_that_contradicts_the_dates_is_reported_and_not_resolved() -> None:
    first = event("Overleg op school", when="2021-04-10")
    then = event("Daarna kwam de zitting", when="2021-02-01", at=40)
    order = ordered([first, then])
    (contradiction,) = order.contradictions
    assert set(contradiction.events) == {first.id, then.id}
    assert contradiction.passages == ("p-d1",)
    bounds = {p.event: p.bounds for p in order.placed}
    assert bounds[then.id].latest == dt.date(2021, 2, 1)


def test_two_sources_that_turn_an_order_round_place_both_all_the_same() -> None:
    one = event("Daarna kwam de brief", at=20)
    other = event("Daarna belde de voogd", at=40)
    again = event("Daarna kwam de brief", source="d2", at=60)
    ahead = event("Daarna belde de voogd", source="d2", at=20)
    letter = replace(one, accounts=(*one.accounts, *again.accounts))
    call = replace(other, accounts=(*other.accounts, *ahead.accounts))
    order = ordered([letter, call])
    assert {(r.first, r.second) for r in order.relations} == {
        (call.id, letter.id),
        (letter.id, call.id),
    }
    assert {p.event for p in order.placed} == {letter.id, call.id}
    assert order == ordered([call, letter])


def test_an_undated_event_stands_behind_the_day_that_its_teller_told_last() -> None:
    before = event("Overleg", when="2021-04-10")
    after = event("Zitting", when="2021-04-20", at=50)
    told = event("Er is gebeld", at=30, source="d2")
    around = Bounds(earliest=dt.date(2021, 4, 10) - SLACK, latest=dt.date(2021, 6, 1))
    told = replace(told, accounts=(replace(told.accounts[0], context=around),))
    order = [p.event for p in ordered([told, after, before]).placed]
    assert order == [before.id, told.id, after.id]
