import pytest

from ltnlp.stages.gaps import gaps
from tests.unit.stages.story import event


def test_a_long_silence_of_an_organisation_is_shown() -> None:
    days = ["2021-01-04", "2021-01-20", "2021-06-01"]
    events = [
        event("Overleg", when=when, at=n * 9, kind="overleg", parties=("wijkteam",))
        for n, when in enumerate(days)
    ]
    (gap,) = gaps(events)
    assert (gap.kind, gap.organisation) == ("silence", "wijkteam")
    assert gap.text_nl == "Geen informatie tussen 20 januari 2021 en 1 juni 2021."


def test_a_report_without_answer_is_an_open_end() -> None:
    report = event(
        "Melding",
        when="2021-01-04",
        kind="melding",
        parties=("basisschool", "veilig_thuis"),
    )
    later = event("Feest", when="2022-01-04", at=9)
    (gap,) = gaps([report, later])
    assert (gap.kind, gap.event) == ("no_answer", report.id)


def test_an_answer_in_time_closes_it() -> None:
    parties = ("basisschool", "veilig_thuis")
    report = event("Melding", when="2021-01-04", kind="melding", parties=parties)
    answer = event(
        "Gebeld", when="2021-01-20", at=9, kind="terugkoppeling", parties=parties
    )
    later = event("Feest", when="2022-01-04", at=19)
    assert gaps([report, answer, later]) == ()


def test_a_plan_without_follow_up_is_an_open_end() -> None:
    plan = event(
        "De jeugdarts zou worden gevraagd",
        when="2021-01-04",
        realised="voorgenomen",
        parties=("jeugdgezondheidszorg",),
    )
    later = event("Feest", when="2022-01-04", at=9)
    assert [gap.kind for gap in gaps([plan, later])] == ["no_follow_up"]


def test_a_report_that_names_the_family_only_waits_for_nobody() -> None:
    report = event("Melding", when="2021-01-04", kind="melding", parties=("gezin",))
    assert gaps([report, event("Feest", when="2022-01-04", at=9)]) == ()


def test_an_own_plan_is_left_open_by_who_made_it() -> None:
    plan = event(
        "Wij zouden de school bellen",
        when="2021-01-04",
        realised="voorgenomen",
        parties=("basisschool", "wijkteam"),
        teller="wijkteam",
    )
    (gap,) = gaps([plan, event("Feest", when="2022-01-04", at=9)])
    assert gap.organisation == "wijkteam"


def test_a_plan_that_is_told_to_have_come_to_nothing_is_no_open_end() -> None:
    plan = event(
        "De jeugdarts zou bellen. Dat is niet gebeurd",
        when="2021-01-04",
        realised="voorgenomen",
        parties=("jeugdgezondheidszorg",),
    )
    assert gaps([plan, event("Feest", when="2022-01-04", at=9)]) == ()


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("Hierbij bevestigen wij de ontvangst van uw melding", "melding"),
        ("Vader vertelt aan het hek over de melding", "melding"),
        ("Doorgestuurd naar het ziekenhuis, vijf dagen gelegen", "verwijzing"),
    ],
    ids=["its receipt", "spoken of", "what came of it is told with it"],
)
def test_what_asks_for_nothing_more_is_no_open_end(what: str, kind: str) -> None:
    parties = ("basisschool", "veilig_thuis")
    asked = event(what, when="2021-01-04", kind=kind, parties=parties)
    plain = event("Melding", when="2021-01-04", at=99, kind=kind, parties=parties)
    later = event("Feest", when="2022-01-04", at=199)
    assert gaps([asked, later]) == ()
    assert [gap.event for gap in gaps([plain, later])] == [plain.id]
