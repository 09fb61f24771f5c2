from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.events import Event
from ltnlp.stages.accounts import join
from ltnlp.stages.repeated import each_time
from tests.unit.stages.story import event


def told(**how: Any) -> Event:
    return replace(event("Gemeld bij Veilig Thuis", when="2008", kind="melding"), **how)


def test_twice_in_a_year_is_two_events_with_the_same_words_and_bounds() -> None:
    first, second = each_time(told(times=2))
    assert first.what == "Gemeld bij Veilig Thuis (eerste van 2)"
    assert second.what == "Gemeld bij Veilig Thuis (tweede van 2)"
    assert first.id != second.id
    assert first.accounts[0].id != second.accounts[0].id
    assert first.date == second.date == told().date
    assert (first.times, second.times) == (1, 1)


@pytest.mark.parametrize(
    "one",
    [
        told(),
        told(times=8),
        told(times=2, type="contact"),
        told(times=2, realised="nee"),
        replace(event("Twee keer gemeld", when="2008-03-04", kind="melding"), times=2),
        replace(event("Twee keer gemeld", kind="melding"), times=2),
    ],
    ids=["once", "a habit", "calls", "never", "on one day", "undated"],
)
def test_what_does_not_lie_apart_stays_one(one: Event) -> None:
    assert each_time(one) == (one,)


def test_each_of_two_times_takes_its_own_telling_elsewhere() -> None:
    reports = each_time(told(times=2))
    spring = event("Melding Veilig Thuis", when="2008-03", kind="melding", source="d2")
    autumn = event("Melding Veilig Thuis", when="2008-10", kind="melding", source="d3")
    joined = join([*reports, spring, autumn]).events
    assert len([e for e in joined if "d1" in {a.document for a in e.accounts}]) == 2
