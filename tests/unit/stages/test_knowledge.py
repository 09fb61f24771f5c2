import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.bounds import OPEN
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Event, KnownSince
from ltnlp.domain.knowledge import Knowing, KnowledgeState, Tunnel
from ltnlp.stages.knowledge import known
from ltnlp.stages.timeline import integrate, tunnel, tunnels
from tests.unit.stages.story import date, document, event


def told_later() -> KnownSince:
    return KnownSince(
        actor="leerplicht",
        date=date("2022-07"),
        how="heard_later",
        organisation_kind="leerplicht",
    )


def told_by_team(wording: str, *, kind: str) -> Event:
    """What a district team tells of its own part on a day."""
    return event(
        wording,
        when="2022-03-04",
        kind=kind,
        parties=("wijkteam",),
        teller="wijkteam",
    )


def noted(told: Event) -> Event:
    """The same, written down as it happened."""
    return replace(
        told, accounts=tuple(replace(a, contemporaneous=True) for a in told.accounts)
    )


def test_who_takes_part_knows_from_that_day_and_silence_is_no_state() -> None:
    meeting = event(
        "Overleg",
        when="2022-03-04",
        kind="overleg",
        parties=("basisschool", "wijkteam"),
    )
    timeline = integrate(
        [meeting], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    assert {(s.actor, s.how) for s in timeline.knowledge} == {
        ("basisschool", Knowing.TOOK_PART),
        ("wijkteam", Knowing.TOOK_PART),
    }
    assert tunnel(timeline, "huisarts", dt.date(2023, 1, 1)).states == ()


def test_hindsight_never_enters_a_tunnel() -> None:
    incident = event(
        "Weggelopen", when="2021-12-23", kind="incident", knows=(told_later(),)
    )
    timeline = integrate(
        [incident], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    assert tunnel(timeline, "leerplicht", dt.date(2022, 7, 30)).states == ()
    (state,) = tunnel(timeline, "leerplicht", dt.date(2022, 7, 31)).states
    assert state.how is Knowing.HEARD_LATER


def test_not_knowing_is_a_state_and_in_no_tunnel() -> None:
    unknown = KnownSince(actor="huisarts", date=None, how="did_not_know")
    incident = event("Weggelopen", when="2021-12-23", kind="incident", knows=(unknown,))
    timeline = integrate(
        [incident], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    (state,) = timeline.knowledge
    assert state.how is Knowing.DID_NOT_KNOW
    assert tunnel(timeline, "huisarts", dt.date(2030, 1, 1)).states == ()


def test_what_did_not_happen_is_taken_part_in_by_nobody() -> None:
    missed = event(
        "Niet gebeld",
        when="2022-03-04",
        kind="contact",
        parties=("wijkteam",),
        realised="nee",
    )
    timeline = integrate(
        [missed], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    assert timeline.knowledge == ()


def test_a_tunnel_refuses_what_was_known_later() -> None:
    state = KnowledgeState(
        actor="wijkteam",
        organisation_kind=None,
        event="e",
        known_from=date("2022-05-01").bounds,
        known_from_edtf="2022-05-01",
        how=Knowing.WAS_TOLD,
        account="a",
    )
    with pytest.raises(ValueError, match="was not known yet"):
        Tunnel(actor="wijkteam", moment=dt.date(2022, 4, 30), states=(state,))


def test_tunnels_stand_side_by_side_at_one_moment() -> None:
    parties = ("basisschool", "wijkteam")
    meeting = event("Overleg", when="2022-03-04", kind="overleg", parties=parties)
    timeline = integrate(
        [meeting], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    views = tunnels(timeline, dt.date(2022, 3, 4))
    assert [(v.actor, len(v.states)) for v in views] == [
        ("basisschool", 1),
        ("wijkteam", 1),
    ]


def test_what_is_sent_is_not_known_yet_by_who_must_receive_it() -> None:
    report = event(
        "Wij hebben gemeld bij leerplicht",
        when="2022-03-04",
        kind="melding",
        parties=("leerplicht", "basisschool"),
        teller="basisschool",
    )
    timeline = integrate(
        [report], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    assert [s.actor for s in timeline.knowledge] == ["basisschool"]


def test_hearsay_makes_nobody_a_part() -> None:
    heard = event(
        "Moeder vertelt over het gesprek met de huisarts",
        when="2021-12-23",
        kind="gesprek",
        parties=("gezin", "huisarts"),
        knows=(told_later(),),
    )
    timeline = integrate(
        [heard], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    assert [s.actor for s in timeline.knowledge] == ["leerplicht"]


def test_a_file_knows_what_it_noted_that_day() -> None:
    note = event("Weggelopen", when="2021-12-23", kind="incident", teller="jeugd_ggz")
    account = replace(note.accounts[0], contemporaneous=True)
    file = replace(
        document("d1", kind="file", author="jeugd_ggz"), contemporaneous=True
    )
    timeline = integrate(
        [replace(note, accounts=(account,))],
        corrections=(),
        period=OPEN,
        documents=[file],
    ).timeline
    (state,) = timeline.knowledge
    assert (state.actor, state.how) == ("jeugd_ggz", Knowing.WAS_TOLD)


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("Toen belde de school mij over het verzuim", True),
        ("Toen belde de school de huisarts over het verzuim", False),
        ("De school belde mij later dat hij die dag was weggelopen", False),
    ],
)
def test_who_was_called_knows_from_that_day(wording: str, told: bool) -> None:
    call = event(wording, when="2022-03-04", kind="informatie", teller="wijkteam")
    timeline = integrate(
        [call], corrections=(), period=OPEN, documents=[document("d1")]
    ).timeline
    found = {(s.actor, s.how, s.known_from_edtf) for s in timeline.knowledge}
    assert (("wijkteam", Knowing.WAS_TOLD, "2022-03-04") in found) is told


def test_persons_at_a_meeting_know_of_it() -> None:
    meeting = event("Overleg", when="2022-03-04", kind="overleg")
    there = replace(meeting.accounts[0], actors=("[Moeder-1]",))
    (state,) = known([replace(meeting, accounts=(there,))])
    assert (state.actor, state.organisation_kind) == ("[Moeder-1]", None)
    assert state.how is Knowing.TOOK_PART


def test_a_teller_who_does_not_say_i_was_not_surely_there() -> None:
    told = {"when": "2022-03-04", "kind": "overleg", "parties": ("wijkteam",)}
    assert known([event("Er was overleg", teller="wijkteam", **told)]) == ()
    (state,) = known([event("Wij hadden overleg", teller="wijkteam", **told)])
    assert state.actor == "wijkteam"


def file_of(author: str) -> Document:
    return replace(document("d1", kind="file", author=author), contemporaneous=True)


def test_a_note_without_a_day_tells_nobody_when() -> None:
    note = event("Weggelopen", kind="incident", teller="jeugd_ggz")
    assert known([note], [file_of("jeugd_ggz")]) == ()


def mailed(wording: str, *, when: str | None, sent: str, realised: str = "ja") -> Event:
    told = event(
        wording, when=when, kind="incident", teller="huisarts", realised=realised
    )
    account = replace(told.accounts[0], written=date(sent), contemporaneous=True)
    return replace(told, accounts=(account,))


def test_who_mails_of_it_knew_of_it_when_the_mail_was_sent_and_not_before() -> None:
    (state,) = known([mailed("Hij liep weg", when="2022-03-01", sent="2022-03-04")])
    assert (state.actor, state.how) == ("huisarts", Knowing.WAS_TOLD)
    assert state.known_from_edtf == "2022-03-04"
    (undated,) = known([mailed("Hij liep weg", when=None, sent="2022-03-04")])
    assert undated.known_from_edtf == "2022-03-04"


@pytest.mark.parametrize(
    ("when", "realised"), [("2022-03-09", "ja"), (None, "voorgenomen")]
)
def test_what_lay_ahead_of_a_mail_is_known_to_nobody_by_it(
    when: str | None, realised: str
) -> None:
    plan = mailed(
        "Hij komt kennismaken", when=when, sent="2022-03-04", realised=realised
    )
    assert known([plan]) == ()


def test_what_was_sent_to_somebody_is_not_known_to_have_arrived() -> None:
    told: dict[str, Any] = {
        "when": "2022-03-04",
        "kind": "overdracht",
        "parties": ("wijkteam",),
    }
    sent = event("Overgedragen aan het wijkteam", teller="veilig_thuis", **told)
    assert known([sent]) == ()
    (state,) = known([event("Het wijkteam droeg over", teller="huisarts", **told)])
    assert state.actor == "wijkteam"


def test_a_letter_to_somebody_is_no_note_of_what_came_in() -> None:
    told = event("Uw aanvraag is ontvangen", when="2022-03-04", teller="huisarts")
    note = event("Aanvraag ontvangen", when="2022-03-04", teller="huisarts")
    for one, actors in ((told, []), (note, ["huisarts"])):
        account = replace(one.accounts[0], contemporaneous=True)
        found = known([replace(one, accounts=(account,))])
        assert [state.actor for state in found] == actors


HEARD = KnownSince(
    actor="wijkteam", date=None, how="was_told", organisation_kind="wijkteam"
)


def test_what_was_heard_on_an_untold_day_lies_between_event_and_telling() -> None:
    heard = event("Hij liep weg", when="2022-03-01", knows=(HEARD,))
    (state,) = known([heard], [document("d1")])
    assert state.known_from_edtf == "2022-03-01/2023-01-01"
    assert not state.surely_known_on(dt.date(2022, 12, 31))
    assert state.surely_known_on(dt.date(2023, 1, 1))


def test_a_mail_tells_that_its_writer_had_heard_of_it_by_then() -> None:
    told = mailed("Hij liep weg", when="2022-03-01", sent="2022-03-04")
    account = replace(told.accounts[0], known_since=(HEARD,))
    states = known([replace(told, accounts=(account,))], [document("d1")])
    assert {s.known_from_edtf for s in states if s.actor == "wijkteam"} == {
        "2022-03-01/2022-03-04"
    }


@pytest.mark.parametrize("when", [None, "2023-05-01"], ids=["undated", "afterwards"])
def test_without_days_to_go_by_nobody_can_say_since_when(when: str | None) -> None:
    (state,) = known(
        [event("Hij liep weg", when=when, knows=(HEARD,))], [document("d1")]
    )
    assert (state.known_from, state.known_from_edtf) == (OPEN, None)


@pytest.mark.parametrize(
    ("wording", "kind", "knew"),
    [
        ("Brief gemeente: afwijzing", "afwijzing", True),
        ("Huisbezoek, moeder doet open", "gesprek", True),
        ("Moeder mailt de mentor", "contact", False),
        ("Hij is verhuisd", "wonen", False),
        ("In het systeem: huisbezoek", "gesprek", False),
        ("Huisbezoek [toegevoegd 3-4 door een collega]", "gesprek", False),
    ],
)
def test_of_its_own_row_a_teller_knows_what_came_in_and_where_it_was(
    wording: str, kind: str, knew: bool
) -> None:
    row = event(
        wording, when="2022-03-04", kind=kind, parties=("wijkteam",), teller="wijkteam"
    )
    states = known([row], [document("d1", kind="timeline")])
    assert bool(states) is knew


@pytest.mark.parametrize(
    ("wording", "knew"),
    [
        ("Toen hebben wij de hulp stopgezet", True),
        ("Ik zat erbij toen het misging", True),
        ("De hulp werd stopgezet", False),
        ("Volgens mij werd onze hulp stopgezet", False),
    ],
)
def test_who_says_what_they_did_or_saw_was_there(wording: str, knew: bool) -> None:
    told = told_by_team(wording, kind="afsluiting")
    assert bool(known([told])) is knew


@pytest.mark.parametrize(
    ("wording", "parties", "realised", "knew"),
    [
        ("Ik heb het aan de huisarts verteld", ("wijkteam", "huisarts"), "ja", True),
        ("Ik heb het de huisarts gemeld", ("wijkteam", "huisarts"), "ja", False),
        ("Ik heb het hun verteld", ("wijkteam", "huisarts", "politie"), "ja", False),
        (
            "Ik heb het de huisarts niet verteld",
            ("wijkteam", "huisarts"),
            "nee",
            False,
        ),
    ],
    ids=["told", "reported", "whom?", "not told"],
)
def test_whom_the_teller_told_by_mouth_knows_from_that_day(
    wording: str, parties: tuple[str, ...], realised: str, knew: bool
) -> None:
    told = event(
        wording,
        when="2022-03-04",
        kind="informatie",
        parties=parties,
        teller="wijkteam",
        realised=realised,
    )
    found = {(s.actor, s.how) for s in known([told])}
    assert (("huisarts", Knowing.WAS_TOLD) in found) is knew


@pytest.mark.parametrize(
    ("wording", "kind", "parties", "actors"),
    [
        ("De school mailde het wijkteam", "contact", ("basisschool", "wijkteam"), 1),
        ("De school belde het wijkteam", "contact", ("basisschool", "wijkteam"), 2),
        (
            "Overleg, de school niet uitgenodigd",
            "overleg",
            ("wijkteam", "basisschool"),
            0,
        ),
    ],
    ids=["a mail is not yet read", "a call is heard", "left out"],
)
def test_who_is_named_was_not_always_there(
    wording: str, kind: str, parties: tuple[str, ...], actors: int
) -> None:
    told = event(
        wording, when="2022-03-04", kind=kind, parties=parties, teller="huisarts"
    )
    assert len(known([told])) == actors


def test_where_somebody_was_left_out_the_teller_was_there() -> None:
    told = event(
        "Wij hadden overleg, school niet uitgenodigd",
        when="2022-03-04",
        kind="overleg",
        parties=("wijkteam", "basisschool"),
        teller="wijkteam",
    )
    assert [state.actor for state in known([told])] == ["wijkteam"]


def test_what_was_heard_on_the_next_day_is_not_of_this_day() -> None:
    row = event(
        "Moeder belt mij de volgende dag over de nacht",
        when="2022-03-04",
        kind="wonen",
        teller="wijkteam",
    )
    assert known([row], [document("d1", kind="timeline")]) == ()


def test_of_two_tellings_the_first_says_since_when_somebody_knew() -> None:
    one = event("Overleg", when="2022-03-04", kind="overleg", parties=("politie",))
    other = event(
        "Overleg", when="2022-03-05", kind="overleg", parties=("politie",), source="d2"
    )
    both = replace(one, accounts=(*one.accounts, *other.accounts))
    assert [state.known_from_edtf for state in known([both])] == ["2022-03-04"]


def test_who_is_only_spoken_of_was_not_there() -> None:
    talk = event(
        "Gesprek met school over moeder",
        when="2022-03-04",
        kind="gesprek",
        parties=("basisschool", "gezin"),
        teller="wijkteam",
    )
    account = replace(
        talk.accounts[0],
        spoken_of=("gezin", "[Moeder-1]"),
        actors=("[Moeder-1]", "[Mentor-1]"),
    )
    actors = [s.actor for s in known([replace(talk, accounts=(account,))])]
    assert actors == ["basisschool", "[Mentor-1]"]


@pytest.mark.parametrize(
    ("wording", "knew"),
    [
        ("Ik had overleg met de voogd", True),
        ("Er was overleg met de voogd, denk ik", False),
        ("Ik heb begrepen dat de voogd overleg had", False),
        ("Naar ik hoorde was er overleg met de voogd", False),
        ("Er was overleg van ons met de voogd, daar waren wij niet bij", False),
        ("Overleg met de voogd heb ik gemist", False),
        ("Er was overleg met de voogd en ons, ik lag ziek in bed", False),
        ("Namens ons zat een invaller bij het overleg met de voogd", False),
        ("De voogd zei: ik had overleg met het team van onze wijk", False),
        ("Zij zei wij hebben overleg gehad met de voogd", False),
    ],
    ids=[
        "own part",
        "a thought",
        "understood",
        "heard",
        "not there",
        "missed",
        "ill",
        "somebody in their place",
        "said by another",
        "said by another without colon",
    ],
)
def test_a_teller_took_part_where_they_say_so_at_first_hand(
    wording: str, knew: bool
) -> None:
    told = told_by_team(wording, kind="overleg")
    assert bool(known([told])) is knew


@pytest.mark.parametrize(
    ("wording", "knew"),
    [("Ik heb de voogd gebeld, geen gehoor", True), ("Hij sprak bij ons in", False)],
    ids=["own attempt", "an attempt of others"],
)
def test_an_attempt_is_known_to_who_made_it(wording: str, knew: bool) -> None:
    told = event(
        wording,
        when="2022-03-04",
        kind="contact",
        parties=("wijkteam",),
        teller="wijkteam",
        realised="poging",
    )
    assert bool(known([told])) is knew


def test_a_day_within_a_report_is_not_the_day_on_which_it_was_written() -> None:
    report = replace(document("d1", kind="file"), contemporaneous=True)
    told = event(
        "De school heeft op 2022-03-04 gemeld",
        when="2022-03-04",
        kind="melding",
        teller="wijkteam",
    )
    (state,) = known([noted(told)], [report])
    assert state.known_from_edtf == "2022-03-04/2023-01-01"


def test_nobody_hears_of_a_thing_before_it_happened() -> None:
    early = KnownSince(actor="politie", date=date("2021-03"), how="heard_later")
    told = event("Weggelopen", when="2021-12-23", kind="incident", knows=(early,))
    (state,) = known([told], [document("d1")])
    assert state.known_from_edtf == "2021-12-23/2023-01-01"
    plan = event(
        "Zitting",
        when="2021-12-23",
        kind="overleg",
        knows=(early,),
        realised="voorgenomen",
    )
    assert [s.known_from_edtf for s in known([plan])] == ["2021-03"]


def test_who_heard_of_it_only_later_was_not_told_when_it_was_sent() -> None:
    sent = KnownSince(actor="politie", date=date("2021-12-23"), how="was_told")
    read = KnownSince(actor="politie", date=date("2022-02"), how="heard_later")
    told = event("Mail", when="2021-12-23", kind="contact", knows=(sent, read))
    assert [s.known_from_edtf for s in known([told])] == ["2022-02"]


def test_a_joined_telling_that_tells_of_no_meeting_makes_nobody_present() -> None:
    call = event(
        "Wijkteam gebeld", when="2022-03-04", kind="contact", parties=("wijkteam",)
    )
    fall = event(
        "Moeder is gevallen", when="2022-03", kind="incident", parties=("gezin",),
        source="d2",
    )  # fmt: skip
    joined = replace(call, accounts=(*call.accounts, *fall.accounts))
    assert [state.actor for state in known([joined])] == ["wijkteam"]


@pytest.mark.parametrize(
    ("wording", "since"),
    [
        ("2022-03-04 Kind gezien", "2022-03-04"),
        ("2022-03-04 is het kind gezien", "2022-03-04/2023-01-01"),
        ("Kind gezien", "2022-03-04"),
    ],
    ids=["the head of a note", "the day of a sentence", "a note without its head"],
)
def test_a_note_is_of_its_day_and_a_sentence_of_what_it_tells(
    wording: str, since: str
) -> None:
    report = replace(document("d1", kind="file"), contemporaneous=True)
    told = event(wording, when="2022-03-04", kind="zorg", teller="wijkteam")
    (state,) = known([noted(told)], [report])
    assert state.known_from_edtf == since


def test_what_came_in_on_another_day_was_not_told_on_this_one() -> None:
    row = event(
        "Opname kinderafdeling (brief ontvangen 7-10-2022)",
        when="2022-09-20",
        kind="medisch",
        teller="huisarts",
    )
    assert known([row], [document("d1", kind="timeline")]) == ()


def test_a_day_that_is_told_without_words_is_no_day_of_a_sentence() -> None:
    report = replace(document("d1", kind="file"), contemporaneous=True)
    told = event("Overleg", when="2022-03-04", kind="overleg", parties=("wijkteam",),
                 teller="wijkteam")  # fmt: skip
    day = replace(date("2022-03-04"), text="")
    silent = replace(told.accounts[0], date=day)
    state, *_ = known([noted(replace(told, accounts=(silent,)))], [report])
    assert state.known_from_edtf == "2022-03-04"


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("Oma belt de huisarts. Vertelde ze mij in juli", "timeline"),
        ("Mail van school in de postbus. Geopend 06-12-22", "file"),
    ],
    ids=["told in a later month", "opened on a later day"],
)
def test_what_reached_its_teller_later_is_not_known_on_its_day(
    wording: str, kind: str
) -> None:
    told = told_by_team(wording, kind="contact")
    source = replace(document("d1", kind=kind), contemporaneous=kind == "file")
    early = [s for s in known([told], [source]) if s.how is Knowing.WAS_TOLD]
    assert early == []


@pytest.mark.parametrize(
    ("wording", "knew"),
    [
        ("Op 2022-03-04 stond moeder bij ons aan de balie", True),
        ("Op 2022-03-04 lieten wij de brief bezorgen", True),
        ("Op 2022-03-04 hebben de voogd en ik het plan gelezen", True),
        ("Twee collega's van mij stonden op 2022-03-04 daar, zelf was ik op cursus", False),
        ("Ik heb nagevraagd wat er op 2022-03-04 is voorgevallen", False),
        ("Ergens, 2022-03-04. Ik was in Rome en heb het plan gelezen", True),
    ],
    ids=[
        "somebody was with them", "a deed", "two did it", "colleagues", "asked about it",
        "a day by itself",
    ],
)  # fmt: skip
def test_a_teller_did_it_in_the_clause_of_its_day(wording: str, knew: bool) -> None:
    assert bool(known([told_by_team(wording, kind="overig")])) is knew


@pytest.mark.parametrize(
    ("row", "knew"),
    [
        ("4-3-2022 | Voogd gebeld over verlof", True),
        ("4-3-2022 | Aanhouding broer. Was erbij", True),
        ("4-3-2022 | Ik ga dezelfde avond langs", True),
        ("4-3-2022 | Wijkteam gemeld door school", False),
        ("4-3-2022 | Eerste nacht elders. Hij appt mij de volgende ochtend een foto", False),
        ("4-3-2022 | School belt huisarts (ontdekt bij voorbereiding)", False),
        ("4-3-2022 | Casusoverleg. Verslag op 30 juni gekregen, wij waren er", False),
    ],
    ids=[
        "who did it is left out", "there", "says I", "done by another", "the next day",
        "found later", "read later",
    ],
)  # fmt: skip
def test_an_own_row_tells_what_its_writer_did(row: str, knew: bool) -> None:
    own = [document("d1", kind="timeline")]
    assert bool(known([told_by_team(row, kind="overig")], own)) is knew


@pytest.mark.parametrize(
    ("wording", "by_then"),
    [
        ("Voogd belt: verlof ingetrokken. Wist ik niet", True),
        ("Toen niet bekend met de intrekking", False),
    ],
    ids=["known by then", "not known then"],
)
def test_who_notes_that_they_did_not_know_knows_by_the_day_of_the_note(
    wording: str, by_then: bool
) -> None:
    ignorant = KnownSince(actor="wijkteam", date=None, how="did_not_know")
    told = event(
        wording, when="2022-03-04", kind="zorg", teller="wijkteam", knows=(ignorant,)
    )
    file = replace(document("d1", kind="file"), contemporaneous=True)
    since = [state.known_from_edtf for state in known([noted(told)], [file])]
    assert since == (["2022-03-04", None] if by_then else [None])


def test_a_file_put_together_afterwards_is_no_note_of_its_days() -> None:
    told = event("2022-03-04 Kind gezien", when="2022-03-04", kind="zorg",
                 teller="wijkteam")  # fmt: skip
    file = replace(document("d1", kind="file"), contemporaneous=True)
    assert known([told], [file]) == ()


@pytest.mark.parametrize(
    ("day", "knew"),
    [("2022-03-04", ["gezin"]), ("2022-03-05", ["gezin", "wijkteam"])],
    ids=["the same day", "another day"],
)
def test_who_is_said_to_be_left_out_in_the_same_note_was_not_there(
    day: str, knew: list[str]
) -> None:
    meeting = event(
        "Overleg met gezin", when="2022-03-04", kind="overleg",
        parties=("gezin", "wijkteam"), teller="basisschool",
    )  # fmt: skip
    left_out = event(
        "Wijkteam niet uitgenodigd", when=day, at=40, realised="nee",
        parties=("wijkteam",), teller="basisschool",
    )  # fmt: skip
    assert [state.actor for state in known([meeting, left_out])] == knew


@pytest.mark.parametrize(
    ("wording", "knew"),
    [
        ("Moeder belt 22-11: lag in ziekenhuis", False),
        ("Moeder belt 4-3: lag in ziekenhuis", True),
        ("Consult. [aanvulling 4-1: blauw oog]", False),
    ],
    ids=["told on a later day", "told on its day", "added later"],
)
def test_a_note_that_was_told_or_added_later_was_not_known_on_its_day(
    wording: str, knew: bool
) -> None:
    told = event(wording, when="2022-03-04", kind="zorg", teller="wijkteam")
    file = replace(document("d1", kind="file"), contemporaneous=True)
    assert bool(known([noted(told)], [file])) is knew


def test_without_a_day_what_was_told_on_one_is_not_said_to_be_later() -> None:
    told = event("Moeder belt 22-11: lag in ziekenhuis", kind="zorg", teller="wijkteam")
    file = replace(document("d1", kind="file"), contemporaneous=True)
    assert known([noted(told)], [file]) == ()


def mailed_to(
    wording: str, *, on: str, teller: str, to: str, when: str = "2022-02-01"
) -> Event:
    """A happening that one organisation mails another of."""
    told = event(wording, when=when, kind="zorg", teller=teller)
    account = replace(told.accounts[0], written=date(on), addressed=(to, teller))
    return replace(told, accounts=(account,))


def test_whom_a_mail_went_to_is_told_some_time_after_it_was_sent() -> None:
    mail = mailed_to("Hij slaapt", on="2022-03-04", teller="wijkteam", to="huisarts")
    answer = mailed_to("Zij eet", on="2022-03-09", teller="huisarts", to="wijkteam")
    since = {
        (state.actor, state.event): state.known_from_edtf
        for state in known([mail, answer], [document("d1", kind="email")])
    }
    assert since == {
        ("wijkteam", mail.id): "2022-03-04",
        ("huisarts", mail.id): "2022-03-04/2022-03-09",
        ("huisarts", answer.id): "2022-03-09",
        ("wijkteam", answer.id): "2022-03-09/2023-01-01",
    }


@pytest.mark.parametrize(
    ("when", "on"),
    [("2022-05-01", "2022-03-04"), ("2022-02-01", "2024-03-04")],
    ids=["what lies ahead", "sent after the bundle was made"],
)
def test_of_some_mails_nobody_can_say_when_they_were_read(when: str, on: str) -> None:
    mail = mailed_to("Slaapt", on=on, teller="wijkteam", to="huisarts", when=when)
    found = known([mail], [document("d1", kind="email")])
    assert "huisarts" not in {state.actor for state in found}


def test_a_mail_that_is_answered_the_same_day_is_read_that_day() -> None:
    mail = mailed_to("Hij slaapt", on="2022-03-04", teller="wijkteam", to="huisarts")
    answer = mailed_to("Zij eet", on="2022-03-04", teller="huisarts", to="wijkteam")
    found = known([mail, answer], [document("d1", kind="email")])
    assert {state.known_from_edtf for state in found} == {"2022-03-04"}
