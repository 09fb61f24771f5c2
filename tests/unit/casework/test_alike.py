"""What may be one event: asked once, and what a person said is kept for ever."""

import dataclasses
import json

import pytest

from ltnlp.casework.alike import (
    alike_sheet,
    join_events,
    part_account,
    part_events,
)
from ltnlp.casework.correct import correct
from ltnlp.casework.entries import HOLDS_NL, TAKEN_BACK_NL, entries
from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.bounds import OPEN
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.events import Status
from ltnlp.domain.timeline import Alike
from ltnlp.stages.timeline import integrate
from ltnlp.store.codec import from_json, to_json
from ltnlp.store.released import Released
from tests import builders as make
from tests.homes import TODAY


def told(name: str, document: str, at: int = 0):
    return make.account(name, document=document, source=make.span(at, at + 17))


CALLED = make.event("e1", accounts=(told("a1", "d1"), told("a2", "d2")))
VISITED = make.event("e2", accounts=(told("b1", "d3"),))
WROTE = make.event("e3", accounts=(told("c1", "d3", 40),))
PAIRS = (
    Alike(event="e1", other="e2", score=2.8, because=("zelfde soort: contact",)),
    Alike(event="e1", other="e3", score=2.6, because=("datums passen",)),
)
DOCUMENTS = tuple(make.document(f"d{n}", slot=f"s00{n}") for n in (1, 2, 3))


def review_with_pairs(home: Home) -> str:
    """A review whose timeline has an event of two accounts, and two pairs to ask."""
    made = new_review(home, Intake(title="x"), today=TODAY)
    store = home.store(made)
    nothing = Released(
        documents=DOCUMENTS, passages=(), actors=(), dates=(), organisations=()
    )
    store.save_released(nothing, ())
    store.save_timeline(make.timeline(CALLED, VISITED, WROTE, alike=PAIRS), [])
    return made


@pytest.fixture
def review(home) -> str:
    return review_with_pairs(home)


def asked(home, review) -> list[tuple[str, str]]:
    return [(p.one.id, p.other.id) for p in alike_sheet(home, review).asked]


def rerun(home, review):
    """The tellings as they come out of the sources, with what the journal holds."""
    alone = [
        dataclasses.replace(event, id=account.id, accounts=(account,))
        for event in (CALLED, VISITED, WROTE)
        for account in event.accounts
    ]
    corrections = journal(home, review).corrections
    done = integrate(alone, corrections=corrections, period=OPEN, documents=DOCUMENTS)
    assert done.orphans == ()
    return [{a.id for a in event.accounts} for event in done.timeline.events]


def test_pairs_are_asked_best_first_with_their_reasons(home, review):
    sheet = alike_sheet(home, review)
    assert [pair.because for pair in sheet.asked] == [p.because for p in PAIRS]
    assert [event.id for event in sheet.several] == ["e1"]
    assert (sheet.decided, sheet.pending) == ((), False)
    assert sheet.labels["d1"] == "d1.txt"


def test_a_join_holds_all_accounts_and_is_not_asked_again(home, review):
    join_events(home, review, "e1", "e2", by="casegroep")
    sheet = alike_sheet(home, review)
    assert asked(home, review) == [("e1", "e3")]
    (said,) = sheet.decided
    assert (said.joined, said.by, said.between) == (True, "casegroep", ("e1", "e2"))
    assert {account.id for account in said.tellings} == {"a1", "a2", "b1"}
    assert sheet.pending
    assert {"a1", "a2", "b1"} in [
        names & {"a1", "a2", "b1"} for names in rerun(home, review)
    ]


def test_who_says_not_the_same_is_not_asked_again(home, review):
    part_events(home, review, "e1", "e2", by="begeleider")
    sheet = alike_sheet(home, review)
    assert asked(home, review) == [("e1", "e3")]
    (said,) = sheet.decided
    assert not said.joined
    assert [account.id for account in said.others] == ["b1"]
    assert said.between == ("e1", "e2")
    assert not sheet.pending
    assert all(not ({"a1", "a2"} & one and "b1" in one) for one in rerun(home, review))


def test_a_split_takes_back_the_join_of_the_same_alone(home, review):
    join_events(home, review, "e1", "e2", by="lid")
    part_events(home, review, "e3", "e1", by="lid")
    assert [entry.stands_nl for entry in entries(home, review)] == [HOLDS_NL] * 2
    part_events(home, review, "e1", "e2", by="lid")
    assert [entry.stands_nl for entry in entries(home, review)] == [
        TAKEN_BACK_NL,
        HOLDS_NL,
        HOLDS_NL,
    ]


def test_who_thinks_again_is_followed(home, review):
    for act in (part_events, join_events, part_events, join_events):
        assert act(home, review, "e1", "e2", by="lid").appended == 1
    (said,) = alike_sheet(home, review).decided
    assert said.joined


def test_an_account_is_taken_apart_and_put_back(home, review):
    part_account(home, review, "a2", by="begeleider")
    sheet = alike_sheet(home, review)
    assert sheet.parted == {"a2"}
    assert sheet.pending
    assert all("a1" not in one for one in rerun(home, review) if "a2" in one)
    (said,) = sheet.decided
    assert [account.id for account in said.tellings] == ["a2"]
    assert said.between == ()
    join_events(home, review, "e1", "e1", by="begeleider")
    sheet = alike_sheet(home, review)
    assert (sheet.parted, sheet.pending) == (frozenset(), False)
    assert asked(home, review) == [("e1", "e2"), ("e1", "e3")]
    assert any({"a1", "a2"} <= one for one in rerun(home, review))


def test_a_split_from_all_shows_the_account_alone(home, review):
    line = {"do": "split", "event": "e1", "account": "a2", "by": "lid"}
    correct(home, review, [json.dumps(line)])
    sheet = alike_sheet(home, review)
    (said,) = sheet.decided
    assert ([a.id for a in said.tellings], said.others) == (["a2"], ())
    assert sheet.parted == {"a2"}
    assert sheet.asked == ()


def test_what_was_rejected_has_no_accounts_to_part(home, review):
    rejected = dataclasses.replace(CALLED, status=Status.REJECTED)
    home.store(review).save_timeline(make.timeline(rejected, VISITED), [])
    assert alike_sheet(home, review).several == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda h, r: join_events(h, r, "e1", "e9", by="lid"),
        lambda h, r: part_events(h, r, "e9", "e1", by="lid"),
        lambda h, r: part_account(h, r, "b1", by="lid"),
    ],
    ids=["join", "part", "the only account"],
)
def test_what_is_not_there_is_refused(home, review, act):
    with pytest.raises(InputError):
        act(home, review)
    assert home.store(review).corrections() == ()


def test_without_a_run_nothing_can_be_asked(home):
    made = new_review(home, Intake(title="x"), today=TODAY)
    with pytest.raises(StateError):
        alike_sheet(home, made)


def test_a_timeline_of_before_opens_and_asks_nothing():
    timeline = make.timeline(CALLED, VISITED, alike=PAIRS[:1])
    plain = json.loads(to_json(timeline))
    assert from_json(type(timeline), json.dumps(plain)) == timeline
    del plain["alike"]
    assert from_json(type(timeline), json.dumps(plain)).alike == ()
