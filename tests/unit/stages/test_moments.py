from dataclasses import replace

import pytest

from ltnlp.domain.events import KnownSince, Status
from ltnlp.domain.timeline import MomentReason
from ltnlp.stages.moments import PROPOSED, moments
from tests.unit.stages.story import event


@pytest.mark.parametrize(
    ("kind", "realised", "reason"),
    [
        ("melding", "ja", MomentReason.REPORT),
        ("melding", "nee", MomentReason.DECISION_NOT_TAKEN),
        ("afwijzing", "ja", MomentReason.REFUSAL),
        ("overdracht", "ja", MomentReason.HANDOVER),
        ("wisseling", "ja", MomentReason.CHANGE_OF_WORKER),
        ("terugkoppeling", "nee", MomentReason.MISSING_ANSWER),
        ("incident", "ja", MomentReason.INCIDENT),
        ("omslag", "ja", MomentReason.TURN_FOR_GOOD),
    ],
)
def test_a_moment_has_its_reason(
    kind: str, realised: str, reason: MomentReason
) -> None:
    (moment,) = moments([event("x", kind=kind, realised=realised)])
    assert reason in moment.reasons
    assert moment.why_nl.endswith(".")


def test_what_is_nothing_special_is_no_moment() -> None:
    assert moments([event("x", kind="contact")]) == ()


def test_people_choose_first_and_refuse() -> None:
    plain = event("x", kind="contact")
    strong = event("y", kind="incident", at=9)
    refused = event("z", kind="incident", at=19)
    found = moments(
        [plain, strong, refused], chosen={plain.id: "keuze"}, refused=[refused.id]
    )
    assert [(m.event, m.rank, m.status) for m in found] == [
        (plain.id, 1, Status.CONFIRMED),
        (strong.id, 2, Status.PROPOSED),
    ]


def test_only_some_are_proposed() -> None:
    many = [event(f"x{n}", kind="incident", at=n * 9) for n in range(40)]
    assert len(moments(many)) == PROPOSED


def test_kinds_of_moment_vary() -> None:
    reports = [event(f"m{n}", kind="melding") for n in range(PROPOSED + 3)]
    calmer = event("wisseling van mentor", kind="wisseling")
    kinds = {m.reasons[0] for m in moments([*reports, calmer])}
    assert kinds == {MomentReason.REPORT, MomentReason.CHANGE_OF_WORKER}


def test_going_on_where_it_had_failed_is_a_turn() -> None:
    (moment,) = moments([event("Toen heeft zij hem alsnog gebeld", kind="contact")])
    assert moment.reasons == (MomentReason.TURN_FOR_GOOD,)


def test_a_failure_that_lasted_long_is_a_silence_too() -> None:
    (moment,) = moments([event("x", kind="overleg", realised="nee", when="2021")])
    assert moment.reasons == (MomentReason.MISSING_ANSWER, MomentReason.LONG_SILENCE)


def test_a_meeting_of_many_organisations_decides() -> None:
    many = ("wijkteam", "basisschool", "politie", "huisarts", "veilig_thuis")
    (moment,) = moments([event("x", kind="gesprek", parties=many)])
    assert moment.reasons == (MomentReason.DECISION,)
    assert moments([event("x", kind="gesprek", parties=many[:1])]) == ()


def test_a_second_proposal_of_one_week_counts_for_less() -> None:
    first = event("x", when="2021-03-01", kind="incident", parties=("politie",))
    same_week = event("y", when="2021-03-04", at=50, kind="overdracht")
    later = event("z", when="2021-06-04", at=90, kind="overdracht")
    ranked = moments([first, same_week, later])
    assert [m.event for m in ranked] == [first.id, later.id, same_week.id]


def test_what_not_all_knew_then_is_worth_a_look() -> None:
    heard = KnownSince(actor="wijkteam", date=None, how="heard_later")
    (moment,) = moments([event("x", kind="contact", knows=(heard,))])
    assert moment.reasons == (MomentReason.LEARNED_LATER,)


def test_what_several_tell_is_worth_a_look() -> None:
    told = event("x", kind="contact")
    other = event("y", kind="contact", source="d2")
    both = replace(told, accounts=(*told.accounts, *other.accounts))
    (moment,) = moments([both])
    assert moment.reasons == (MomentReason.SEVERAL_SOURCES,)
    assert "2 bronnen" in moment.why_nl
