import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.events import Event, Status
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import Integration
from ltnlp.stages.accounts import MOST_OFFERED
from ltnlp.stages.timeline import integrate
from tests.unit.stages.story import document, event

DOCUMENTS = [document(name) for name in ("d1", "d2", "d3")]
MEETING = event(
    "Overleg met de IB'er over het verzuim",
    when="2021-03-04",
    kind="overleg",
    parties=("basisschool", "wijkteam"),
)
SAME = event(
    "Overleg over het verzuim op school",
    when="2021-03-04",
    source="d2",
    at=40,
    kind="overleg",
    parties=("basisschool", "wijkteam"),
)
CALLED = event(
    "Gebeld over de boot", when="2021-03-04", kind="contact", parties=("basisschool",)
)
TALKED = event(
    "Moeder sprak de juf aan het hek",
    when="2021-03",
    source="d2",
    at=300,
    kind="contact",
    parties=("basisschool",),
)
OTHER = event("Weggelopen", when="2021-09-01", source="d3", at=80, kind="incident")


def correction(number: int, do: Do, **values: object) -> Correction:
    about = {k: values.pop(k) for k in ("target", "slot", "span") if k in values}
    return Correction(
        id=f"c{number}",
        at=dt.datetime(2023, 1, number, tzinfo=dt.UTC),
        by="reviewbegeleider",
        why="uit het gesprek",
        do=do,
        values=values,  # type: ignore[arg-type]
        **about,  # type: ignore[arg-type]
    )


def run(
    *corrections: Correction, events: tuple[Event, ...] = (MEETING, SAME, OTHER)
) -> Integration:
    return integrate(events, corrections=corrections, period=OPEN, documents=DOCUMENTS)


def find(result: Integration, event_id: str) -> Event:
    found = result.timeline.event(event_id)
    assert found is not None
    return found


def test_accounts_are_joined_and_found_by_either_id() -> None:
    result = run()
    assert len(result.timeline.events) == 2
    assert find(result, MEETING.id) is find(result, SAME.id)
    assert result.orphans == ()


def test_corrections_are_replayed() -> None:
    result = run(
        correction(1, Do.CONFIRM, target=SAME.id),
        correction(2, Do.EDIT, target=OTHER.id, what="Kind is weg"),
        correction(3, Do.REDATE, target=OTHER.id, edtf="2021-09-02"),
        correction(4, Do.MOMENT, target=MEETING.id),
        correction(5, Do.NOT_MOMENT, target=OTHER.id),
    )
    assert find(result, MEETING.id).status is Status.CONFIRMED
    other = find(result, OTHER.id)
    assert other.what == "Kind is weg"
    assert other.date is not None
    assert other.date.earliest == dt.date(2021, 9, 2)
    assert [m.event for m in result.timeline.moments] == [find(result, MEETING.id).id]


def test_a_correction_finds_its_event_by_place() -> None:
    place = Span(start=82, end=85)
    result = run(correction(1, Do.REJECT, slot="slot-d3", span=place))
    assert find(result, OTHER.id).status is Status.REJECTED
    assert result.timeline.moments == () or all(
        m.event != OTHER.id for m in result.timeline.moments
    )


def test_when_the_id_is_gone_the_place_is_looked_at() -> None:
    result = run(
        correction(
            1, Do.CONFIRM, target="gone", slot="slot-d3", span=Span(start=82, end=85)
        )
    )
    assert find(result, OTHER.id).status is Status.CONFIRMED
    assert result.orphans == ()


def test_split_and_join_hold_on_every_run() -> None:
    split = correction(1, Do.SPLIT, target=MEETING.id, account=SAME.accounts[0].id)
    assert len(run(split).timeline.events) == 3
    join = correction(2, Do.JOIN, events=(MEETING.id, OTHER.id))
    joined = run(split, join)
    assert find(joined, MEETING.id) is find(joined, OTHER.id)
    assert "samengevoegd door een deelnemer" in find(joined, MEETING.id).joined_because


def test_what_people_add_is_an_event_with_them_as_its_source() -> None:
    result = run(correction(1, Do.ADD, what="Opa belde", edtf="2021-05-05"))
    (added,) = [e for e in result.timeline.events if e.found_by == "person"]
    assert (added.what, added.status) == ("Opa belde", Status.CONFIRMED)
    assert added.accounts[0].who_tells == "reviewbegeleider"


def test_what_finds_no_target_is_an_orphan() -> None:
    result = run(
        correction(1, Do.REJECT, target="gone"),
        correction(2, Do.SPLIT, target=OTHER.id, account="gone"),
        correction(3, Do.JOIN, events=(OTHER.id, "gone")),
    )
    assert [orphan.correction for orphan in result.orphans] == ["c1", "c2", "c3"]


def test_outside_the_period_is_history() -> None:
    period = Bounds(earliest=dt.date(2021, 6, 1), latest=None)
    result = integrate(
        [MEETING, OTHER], corrections=(), period=period, documents=DOCUMENTS
    )
    assert find(result, MEETING.id).outside_period
    assert not find(result, OTHER.id).outside_period


KINDS = ["overleg", "melding", "incident", "contact", "overig"]
PARTIES = ["basisschool", "wijkteam", "huisarts", "gezin"]
WORDS = ["verzuim", "brief", "jeugdarts", "daarna gebeld", "plan", "Daarna overleg"]


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    number = draw(st.integers(1, 14))
    return [
        event(
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))),
            when=draw(
                st.none()
                | st.dates(dt.date(2021, 1, 1), dt.date(2021, 3, 1)).map(str)
                | st.just("2021-02")
            ),
            source=draw(st.sampled_from(["d1", "d2", "d3"])),
            at=number_at * 100,
            kind=draw(st.sampled_from(KINDS)),
            parties=tuple(draw(st.sets(st.sampled_from(PARTIES)))),
            realised=draw(st.sampled_from(["ja", "nee", "voorgenomen"])),
        )
        for number_at in range(number)
    ]


@settings(deadline=None, max_examples=60)
@given(stories(), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_the_order_of_upload(
    events: list[Event], chance: object
) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one = integrate(events, corrections=(), period=OPEN, documents=DOCUMENTS)
    other = integrate(shuffled, corrections=(), period=OPEN, documents=DOCUMENTS[::-1])
    assert one == other


def rekeyed(events: list[Event], key: str) -> list[Event]:
    """Return the events as an installation with another key would name them."""

    def name(identity: str) -> str:
        return hashlib.sha256(f"{key}{identity}".encode()).hexdigest()[:8]

    return [
        replace(
            told,
            id=name(told.id),
            accounts=tuple(
                replace(
                    account,
                    id=name(account.id),
                    passage=name(account.passage),
                    document=name(account.document),
                )
                for account in told.accounts
            ),
        )
        for told in events
    ]


def said(result: Integration) -> object:
    """Return all that a timeline says, without the ids in which it says it."""
    timeline = result.timeline
    at = {e.id: place for place, e in enumerate(timeline.events)}
    return (
        [
            (
                *(e.what, e.type, e.date, e.realised, e.joined_because),
                *((a.source, a.wording) for a in e.accounts),
                *((c.kind, c.text_nl) for c in e.conflicts),
            )
            for e in timeline.events
        ],
        [(at[p.event], p.bounds, p.dated) for p in timeline.placed],
        [(at[r.first], at[r.second], r.kind) for r in timeline.relations],
        [tuple(at[e] for e in c.events) for c in timeline.contradictions],
        [(g.kind, g.bounds, g.organisation, g.text_nl) for g in timeline.gaps],
        [(at[m.event], m.rank, m.score, m.why_nl) for m in timeline.moments],
        [(at[k.event], k.actor, k.how, k.known_from) for k in timeline.knowledge],
        [(at[a.event], at[a.other], a.score, a.because) for a in timeline.alike],
    )


@settings(deadline=None, max_examples=100)
@given(
    stories(), st.text("abc", min_size=1, max_size=3), st.randoms(use_true_random=False)
)
def test_two_installations_come_to_one_timeline(
    events: list[Event], key: str, chance: object
) -> None:
    other = rekeyed(events, key)
    chance.shuffle(other)  # type: ignore[attr-defined]
    one, two = (
        integrate(told, corrections=(), period=OPEN, documents=())
        for told in (events, other)
    )
    assert said(one) == said(two)


@settings(deadline=None, max_examples=60)
@given(stories())
def test_what_is_offered_as_one_can_be_one(events: list[Event]) -> None:
    timeline = integrate(
        events, corrections=(), period=OPEN, documents=DOCUMENTS
    ).timeline
    sources = {e.id: {a.document for a in e.accounts} for e in timeline.events}
    asked = [frozenset((a.event, a.other)) for a in timeline.alike]
    assert len(asked) == len(set(asked))
    assert all(sources[a.event].isdisjoint(sources[a.other]) for a in timeline.alike)
    scores = [a.score for a in timeline.alike]
    assert scores == sorted(scores, reverse=True)
    for name in sources:
        assert sum(name in pair for pair in asked) <= MOST_OFFERED


@pytest.mark.parametrize(
    "said",
    [
        {"do": Do.SPLIT, "target": CALLED.id, "account": CALLED.accounts[0].id},
        {"do": Do.JOIN, "events": (CALLED.id, TALKED.id)},
        {"do": Do.REJECT, "target": CALLED.id},
        {"do": Do.REDATE, "target": CALLED.id, "edtf": "2022-09-01"},
    ],
    ids=["split", "joined", "rejected", "dated apart"],
)
def test_what_a_person_decided_is_never_asked_again(said: dict[str, Any]) -> None:
    told = (CALLED, TALKED)
    assert [{a.event, a.other} for a in run(events=told).timeline.alike] == [
        {CALLED.id, TALKED.id}
    ]
    decided = correction(1, said["do"], **{k: v for k, v in said.items() if k != "do"})
    assert run(decided, events=told).timeline.alike == ()


@settings(deadline=None, max_examples=60)
@given(stories())
def test_no_account_is_lost_or_doubled(events: list[Event]) -> None:
    result = integrate(events, corrections=(), period=OPEN, documents=DOCUMENTS)
    before = sorted(a.id for e in events for a in e.accounts)
    after = sorted(a.id for e in result.timeline.events for a in e.accounts)
    assert before == after
    assert [p.order for p in result.timeline.placed] == list(
        range(len(result.timeline.events))
    )
