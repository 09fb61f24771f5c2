from dataclasses import replace

import pytest

from ltnlp.domain.events import ConflictKind, Event, Realised
from ltnlp.stages.accounts import Wishes, join, outcome
from tests.unit.stages.story import event


def events_of(told: list[Event], wishes: Wishes | None = None) -> tuple[Event, ...]:
    return join(told, wishes).events


SCHOOL, CARE, POLICE = "basisschool", "wijkteam", "politie"


def test_two_sources_of_one_day_and_kind_become_one_event_that_says_why() -> None:
    one = event(
        "Overleg met de IB'er over het verzuim van Sem",
        when="2021-03-04",
        kind="overleg",
        parties=(SCHOOL, CARE),
    )
    other = event(
        "Die dag hadden we overleg over het verzuim",
        when="2021-03",
        source="d2",
        kind="overleg",
        parties=(CARE, SCHOOL),
    )
    (joined,) = events_of([one, other])
    assert len(joined.accounts) == 2
    assert joined.date is not None
    assert joined.date.edtf == "2021-03-04"
    assert {joined.id, *joined.formerly} == {one.id, other.id}
    assert "twee bronnen" in joined.joined_because
    assert "zelfde soort: overleg" in joined.joined_because
    assert joined.conflicts == ()


def test_what_somebody_added_is_joined_by_people_alone() -> None:
    told = "De school heeft gemeld bij Veilig Thuis"
    parties = ("basisschool", "veilig_thuis")
    read = event(told, when="2021-03-04", kind="melding", parties=parties)
    same = event(told, when="2021-03-04", source="d2", kind="melding", parties=parties)
    assert len(join([read, same]).events) == 1
    added = replace(same, found_by="person")
    apart = join([read, added])
    assert len(apart.events) == 2
    assert [{a.event, a.other} for a in apart.alike] == [{read.id, added.id}]
    together = Wishes(together=frozenset({frozenset((read.id, added.id))}))
    assert len(join([read, added], together).events) == 1


def test_dates_that_exclude_each_other_become_a_set_and_a_conflict() -> None:
    one = event(
        "Verzuimmelding gedaan bij leerplicht via het loket",
        when="2021-12-06",
        kind="melding",
        parties=(SCHOOL, "leerplicht"),
    )
    other = event(
        "De verzuimmelding van school kwam bij leerplicht via het loket binnen",
        when="2021-12-20",
        source="d2",
        kind="melding",
        parties=("leerplicht", SCHOOL),
    )
    (joined,) = events_of([one, other])
    assert joined.date is not None
    assert joined.date.edtf == "[2021-12-06,2021-12-20]"
    assert joined.date.needs_review
    (conflict,) = joined.conflicts
    assert conflict.kind is ConflictKind.DATE
    assert conflict.text_nl == "Volgens d1: 2021-12-06; volgens d2: 2021-12-20"


def test_whether_it_happened_is_a_conflict_too() -> None:
    parties = (SCHOOL, "jeugdgezondheidszorg")
    wording = "de brief over de groeicurve naar de jeugdarts gestuurd"
    one = event(wording, when="2021-03-04", kind="informatie", parties=parties)
    other = event(
        f"Nooit {wording}",
        when="2021-03-04",
        source="d2",
        kind="informatie",
        parties=parties,
        realised="nee",
    )
    (joined,) = events_of([one, other])
    assert [c.kind for c in joined.conflicts] == [ConflictKind.REALISED]


@pytest.mark.parametrize(
    ("source", "when", "kind"),
    [
        ("d1", "2021-03-04", "overleg"),
        ("d2", "2022-03-04", "overleg"),
        ("d2", "2021-03-12", "incident"),
    ],
    ids=["same source", "a year later", "another kind"],
)
def test_what_differs_stays_apart(source: str, when: str, kind: str) -> None:
    one = event(
        "Overleg op school", when="2021-03-04", kind="overleg", parties=(SCHOOL,)
    )
    other = event(
        "Ruzie in huis", when=when, source=source, at=99, kind=kind, parties=(POLICE,)
    )
    assert len(events_of([one, other])) == 2


def test_people_join_and_split_for_ever() -> None:
    one = event(
        "Overleg op school", when="2021-03-04", kind="overleg", parties=(SCHOOL,)
    )
    same = event(
        "Overleg op school",
        when="2021-03-04",
        source="d2",
        kind="overleg",
        parties=(SCHOOL,),
    )
    other = event("Bevallen", when="2019-01-01", source="d3", kind="gezin")
    pair = frozenset({frozenset({one.id, same.id})})
    assert len(events_of([one, same])) == 1
    assert len(events_of([one, same], Wishes(apart=pair))) == 2
    forced = Wishes(together=frozenset({frozenset({one.id, other.id})}))
    assert len(events_of([one, other], forced)) == 1


def test_a_plan_and_its_failure_in_one_source_are_one_event() -> None:
    plan = event(
        "Besluit: groeicurve opvragen bij de kraamzorg",
        when="2021-03-01",
        kind="besluit",
        realised="voorgenomen",
    )
    failed = event(
        "Groeicurve niet opgevraagd",
        when="2021-03-08",
        at=200,
        kind="informatie",
        realised="nee",
    )
    (joined,) = events_of([plan, failed])
    assert joined.realised is Realised.INTENDED
    assert "voornemen en uitkomst" in joined.joined_because
    wish = Wishes(apart=frozenset({frozenset({plan.id, failed.id})}))
    assert len(events_of([plan, failed], wish)) == 2


def test_a_wish_to_join_what_is_gone_changes_nothing() -> None:
    one = event("Overleg", when="2021-03-04")
    gone = frozenset({one.id, "verdwenen"})
    assert [e.id for e in events_of([one], Wishes(together=frozenset({gone})))] == [
        one.id
    ]


def test_three_joined_two_by_two_are_one_event() -> None:
    three = [
        event(f"Bericht {n}", when=f"202{n}-03-04", source=f"d{n}") for n in range(3)
    ]
    ids = [e.id for e in three]
    wanted = {frozenset({ids[a], ids[b]}) for a, b in ((0, 1), (1, 2), (0, 2))}
    (joined,) = events_of(three, Wishes(together=frozenset(wanted)))
    assert len(joined.accounts) == 3
    assert {joined.id, *joined.formerly} == set(ids)


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ((), Realised.UNKNOWN),
        (("nee", "nee"), Realised.NO),
        (("poging", "nee"), Realised.ATTEMPT),
        (("voorgenomen", "nee"), Realised.INTENDED),
        (("voorgenomen", "ja"), Realised.YES),
        (("onbekend", "nee"), Realised.NO),
    ],
    ids=str,
)
def test_whether_it_happened_goes_by_all_tellings(
    told: tuple[str, ...], taken: Realised
) -> None:
    accounts = [event("Gebeld", realised=how).accounts[0] for how in told]
    assert outcome(accounts) is taken


def test_likeness_to_one_of_a_group_alone_draws_in_no_third() -> None:
    """The letter is like the long telling alone, which is of the call."""
    parties = (SCHOOL, CARE)
    told = "Gebeld over de tekening van de boot"
    wording = "de brief over rekenen verstuurd"
    long = event(
        f"{told}, daarna {wording}", when="2021-03-04", kind="contact", parties=parties
    )
    call = event(told, when="2021-03-04", source="d2", kind="contact", parties=parties)
    letter = event(
        wording, when="2021-03-09", source="d3", kind="informatie", parties=parties
    )
    assert [len(e.accounts) for e in events_of([long, letter])] == [2]
    assert sorted(len(e.accounts) for e in events_of([long, call, letter])) == [1, 2]


def test_a_vague_telling_joins_no_two_days_that_lie_far_apart() -> None:
    def told(when: str, source: str):
        return event(
            "Overleg over de taxi naar de dagbesteding",
            when=when,
            source=source,
            kind="overleg",
            parties=(SCHOOL, CARE),
        )

    days = [told("2021-01-10", "d1"), told("2021", "d2"), told("2021-06-20", "d3")]
    assert sorted(len(e.accounts) for e in events_of(days)) == [1, 2]
