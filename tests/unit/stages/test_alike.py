"""What is offered as perhaps one event: neither joined nor told apart."""

import pytest

from ltnlp.domain.events import Event
from ltnlp.domain.timeline import Alike
from ltnlp.stages.accounts import MOST_OFFERED, OFFERED, Wishes, join
from ltnlp.stages.likeness import ENOUGH
from tests.unit.stages.story import event

SCHOOL = ("basisschool",)
CALL = event("Gebeld over de boot", when="2021-03-04", kind="contact", parties=SCHOOL)


def told(words: str = "Moeder sprak de juf aan het hek", **how: object) -> Event:
    """A telling of another source that may be of the call, without its words."""
    usual = {"when": "2021-03", "source": "d2", "kind": "contact", "parties": SCHOOL}
    return event(words, **(usual | how))  # type: ignore[arg-type]


def offered(*events: Event, wishes: Wishes | None = None) -> tuple[Alike, ...]:
    return join(events, wishes).alike


def test_what_scores_a_little_too_low_is_offered_with_its_reasons() -> None:
    (pair,) = offered(CALL, told())
    assert {pair.event, pair.other} == {CALL.id, told().id}
    assert OFFERED <= pair.score < ENOUGH
    assert pair.because == (
        "datums passen",
        "zelfde soort: contact",
        "zelfde organisaties",
    )


def test_what_tellers_date_a_few_days_apart_is_offered_too() -> None:
    (pair,) = offered(
        CALL, told("Over een boot bij de sluis", kind="informatie", when="2021-03-09")
    )
    assert "andere datum" in pair.because


PAIR = frozenset({frozenset({CALL.id, told().id})})


@pytest.mark.parametrize(
    ("other", "wishes"),
    [
        (told("Gebeld over de boot"), None),
        (told(source="d1", at=90), None),
        (told("Gebeld over de boot", when="2021-03-25"), None),
        (told(kind="incident", parties=("politie",)), None),
        (told(), Wishes(apart=PAIR)),
        (told(), Wishes(together=PAIR)),
    ],
    ids=["joined", "one source", "other day", "unlike", "told apart", "joined by hand"],
)
def test_what_is_decided_or_cannot_be_is_not_offered(
    other: Event, wishes: Wishes | None
) -> None:
    assert offered(CALL, other, wishes=wishes) == ()


def test_two_groups_are_one_question_by_the_ids_that_they_go_by() -> None:
    same = told("Gebeld over de boot", source="d3", when="2021-03-04")
    joined = join([CALL, same, told()])
    assert len(joined.events) == 2
    (pair,) = joined.alike
    assert {pair.event, pair.other} == {e.id for e in joined.events}


def test_an_event_is_asked_about_a_few_times_at_most() -> None:
    many = [told(at=100 * n) for n in range(MOST_OFFERED + 1)]
    pairs = offered(CALL, *many)
    assert len(pairs) == MOST_OFFERED
    assert all(CALL.id in {pair.event, pair.other} for pair in pairs)


def test_a_split_by_a_person_keeps_groups_apart_whole() -> None:
    same = told("Gebeld over de boot", source="d3", when="2021-03-04")
    wish = Wishes(apart=frozenset({frozenset({same.id, told().id})}))
    assert offered(CALL, same, told(), wishes=wish) == ()
