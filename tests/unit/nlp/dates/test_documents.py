"""Whole documents: reports, asides, terms, quoted words and what is flagged."""

import datetime as dt
from collections.abc import Sequence

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import DateContext, UncertainDate
from ltnlp.nlp.dates.cues import already
from ltnlp.nlp.dates.entries import Stretch
from ltnlp.nlp.dates.plans import back_of, planned
from ltnlp.nlp.dates.reader import read_stretches

PERIOD = Bounds(earliest=dt.date(2021, 1, 1), latest=dt.date(2023, 3, 31))
SPOKEN = dt.date(2023, 6, 14)


def dates(
    *lines: str,
    kind: str = "interview",
    days: Sequence[dt.date] = (),
    reference: dt.date = SPOKEN,
) -> list[UncertainDate]:
    context = DateContext(kind=kind, reference=reference, period=PERIOD, days=days)
    rows = kind in {"file", "timeline", "email"}
    stretches = [Stretch(text=line, row=rows) for line in lines]
    found = read_stretches(stretches, context, document=True)
    return [value for line in found for _, value in line]


def edtf(*lines: str, **known: object) -> list[str | None]:
    return [value.edtf for value in dates(*lines, **known)]  # type: ignore[arg-type]


CASES = {
    "aside": (
        ["In maart 2022 begon het.", "Ze werkt daar sinds 2011.", "In mei was ze weg."],
        ["2022-03", "2011/..", "2022-05"],
    ),
    "learnt": (
        ["In maart 2022 kwam hij.", "Dat hoorde ik in oktober.", "In april ging hij."],
        ["2022-03", "2022-10", "2022-04"],
    ),
    "taken back": (
        ["In maart 2022 kwam hij.", "In mei, nee wacht, april ging hij weg."],
        ["2022-03", "2022-05", "2022-04"],
    ),
    "already": (
        ["Op 12 mei 2022 belde ze.", "Ze was in april al geweest.", "De dag erna ook."],
        ["2022-05-12", "2022-04", "2022-05-13"],
    ),
    "that year": (
        ["Op 12 mei 2022 belde ze, in oktober van dat jaar weer."],
        ["2022-05-12", "2022-10"],
    ),
    "later than an aside": (
        ["In mei 2022 kwam ze.", "Haar man leerde ze in 2008 kennen, twee jaar later."],
        ["2022-05", "2008", "2010-12~"],
    ),
    "night": (
        ["Op 12 mei 2022 belde ze.", "Die nacht sliep hij niet."],
        ["2022-05-12", "2022-05-12/2022-05-13"],
    ),
    "evening": (
        ["Op 12 mei 2022 belde ze.", "Diezelfde avond kwam hij."],
        ["2022-05-12", "2022-05-12"],
    ),
    "sevens": (["In de tweede week van juni 2022."], ["2022-06-08/2022-06-14"]),
    "last week": (["In de laatste week van juni 2022."], ["2022-06-27/2022-07-03"]),
    "school week": (["De eerste schoolweek van 2022 was er. In juni 2022."], None),
    "net na": (["Net na Pasen 2022 kwam hij."], ["2022-04-19~"]),
    "two sides": (["Ergens tussen mei en juli 2022."], ["2022-05/2022-07"]),
    "week about": (["Ze waren week om week bij hem."], ["P2W"]),
    "school year": (
        ["In het schooljaar 21-22 was hij ziek."],
        ["2021-08-01/2022-07-31"],
    ),
    "years and months": (["Het duurde twee jaar en vier maanden."], ["P2Y4M"]),
    "not a fall": (["Hij valt twee maanden terug met lezen."], ["P2M"]),
    "zat": (["Op 3 mei 2022 kwam ze.", "Ze zat de 5e bij mij."], None),
    "over, then": (
        ["Op 3 mei 2022 kwam ze. We hebben een controle over drie weken afgesproken."],
        ["2022-05-03", "2022-05-24~"],
    ),
}


@pytest.mark.parametrize(
    ("lines", "told"),
    [case for case in CASES.values() if case[1]],
    ids=[name for name, case in CASES.items() if case[1]],
)
def test_what_an_interview_tells(lines: list[str], told: list[str]) -> None:
    assert edtf(*lines) == told


def test_the_verb_zat_is_no_saturday() -> None:
    told = dates("Op 3 mei 2022 kwam ze.", "Ze zat de 5e bij mij.")
    assert told[1].text == "de 5e"


def test_a_school_week_is_counted_from_the_first_day() -> None:
    (told,) = dates("In de tweede schoolweek liep hij weg.")
    assert told.edtf in {"2021-08-30/2021-09-05", "2022-09-05/2022-09-11"}


def test_days_that_other_documents_tell_settle_the_year() -> None:
    lines = ("In februari begon het.", "Op 14 april stond ze voor de deur.")
    alone = edtf(*lines)
    known = edtf(*lines, days=[dt.date(2022, 4, 14)] * 3)
    assert alone[1] == "2021-04-14"
    assert known[1] == "2022-04-14"


def test_days_that_other_documents_tell_settle_a_day_of_a_month() -> None:
    lines = ("Op 20 februari 2022 begon het.", "Ze kwam de 27e.")
    known = dates(*lines, days=[dt.date(2022, 3, 27)])[1]
    assert (known.edtf, known.needs_review) == ("2022-03-27", False)
    assert dates(*lines)[1].needs_review


def test_days_that_other_documents_tell_settle_a_weekday() -> None:
    lines = ("In februari 2022 begon het.", "Op een dinsdag belde ze.")
    assert edtf(*lines, days=[dt.date(2022, 2, 15)])[1] == "2022-02-15"


REPORT = (
    "Rapport, opgesteld op 14 juni 2023",
    "Eerder, in 2017, is gesproken met het gezin. Het onderzoek is in mei 2023 begonnen, in juni gesproken.",
    "De zitting is bepaald op 3 juli.",
    "Volgens moeder is zij sinds de herfst in behandeling.",
)


def test_a_report_is_told_as_a_whole() -> None:
    told = edtf(*REPORT, kind="file")
    assert told == [
        "2023-06-14", "2017", "2023-05", "2023-06", "2023-07-03", "2022-23/.."
    ]  # fmt: skip


def test_a_file_with_entries_is_no_report() -> None:
    told = edtf("3-5-22 Gebeld.", "10-5-22 Gebeld, in januari weer.", kind="file")
    assert told == ["2022-05-03", "2022-05-10", "2022-01"]


TERMS = {
    "10-10-22 Verlengd tot maart.": "2023-03",
    "10-10-22 Was tot april weg.": "2022-04",
    "10-10-22 Controle gepland, de 14e.": "2022-10-14",
    "10-10-22 Opgeschort tot 1-7.": "2023-07-01",
    "10-10-22 Opgenomen (3-10).": "2022-10-03",
    "10-10-22 Uitgeschreven per 1/3.": "2023-03-01",
    "10-10-22 Zitting aangezegd voor 2 november.": "2022-11-02",
}


@pytest.mark.parametrize(("line", "told"), TERMS.items())
def test_a_term_of_an_entry_is_to_come(line: str, told: str) -> None:
    assert edtf(line, kind="file")[1] == told


def test_a_weekday_of_an_entry_can_be_its_own_day() -> None:
    assert edtf("10-10-22 Brief geschreven, maandagavond.", kind="file")[1] == (
        "2022-10-10"
    )


MAILS = {
    "Ze zei vrijdag dat het niet ging.": "2022-10-07",
    "Ik kom vrijdag langs.": "2022-10-14",
    "Dat ik in mei gezegd heb dat het kon, klopt.": "2022-05",
    "Wij wachten sinds juni op bericht.": "2022-06/..",
    "Uw melding van 30 januari hebben wij gelezen.": "2022-01-30",
    "Ik bel na drie maanden.": "2023-01~",
}


@pytest.mark.parametrize(("line", "told"), MAILS.items())
def test_a_mail_looks_back_and_ahead(line: str, told: str) -> None:
    head = "Verzonden: maandag 10 oktober 2022 09:00"
    assert edtf(head, line, kind="email")[1] == told


def test_days_told_long_before_a_mail_are_a_doubt_in_its_next_lines() -> None:
    told = dates(
        "Verzonden: maandag 10 oktober 2022 09:00",
        "Het begon op 3 mei 2020.",
        "In juni was er een gesprek.",
        kind="email",
    )
    assert told[2].needs_review


def test_in_a_timeline_learning_comes_after_the_row() -> None:
    told = edtf(
        "mei 2021 | Ruzie thuis. Dat las ik in december in het dossier.",
        kind="timeline",
    )
    assert told == ["2021-05", "2021-12"]


def test_last_summer_of_a_row_is_no_later_than_the_row() -> None:
    told = edtf("februari 2022 | Hij dronk vorige zomer al.", kind="timeline")
    assert told[1] == "2021-22"


FLAGGED = {
    "a row without a day": (["3 mei 2022 | Gebeld", "algemeen | In juli niets."], 1),
    "days of something": (["3 mei 2022 | Het overleg van vrijdag ging niet door."], 1),
}


@pytest.mark.parametrize(("lines", "at"), FLAGGED.values(), ids=FLAGGED)
def test_what_may_be_otherwise_is_flagged(lines: list[str], at: int) -> None:
    assert dates(*lines, kind="timeline")[at].needs_review


SAID = {
    "few": ["Op 3 mei 2022 kwam ze. Een paar weken later weer."],
    "quoted": ["Op 3 mei 2022 zei ze: ik kom volgende week donderdag."],
    "another turn": ["Op 3 mei 2022 kwam ze.", "Ja, de 14e."],
    "undated": ["Op 3 mei 2022 kwam ze. Een jaar na die val was het over."],
    "before summer": ["In mei 2022 kwam ze. Voor de zomervakantie was ze weg."],
    "nothing before": ["In oktober werd hij veertien."],
}


@pytest.mark.parametrize("lines", SAID.values(), ids=SAID)
def test_what_is_often_otherwise_in_a_conversation_is_flagged(lines: list[str]) -> None:
    assert dates(*lines)[-1].needs_review


def test_what_nobody_dated_is_one_expression_without_bounds() -> None:
    (told,) = dates("Een jaar na die val was het over.")
    assert (told.text, told.edtf) == ("Een jaar na die val", None)


HABITS = ["Ik werk maandag en dinsdag.", "Buikpijn, altijd op vrijdag."]


@pytest.mark.parametrize("line", HABITS)
def test_a_habit_is_every_week(line: str) -> None:
    assert {told.edtf for told in dates(line)} == {"P1W"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in juli al", True), ("al in juli", True), ("in juli", False)],
)
def test_already_looks_back(text: str, expected: bool) -> None:
    at = text.index("juli")
    assert already(text, at, at + 4) is expected


def test_a_plan_of_a_report_is_to_come() -> None:
    text = "Het besluit wordt in mei verwacht."
    assert planned(text, text.index("mei"), text.index("mei") + 3, kind="report")
    assert back_of("het overleg van ", 16)
    assert not back_of("het overleg op ", 15)


def test_the_birth_of_whom_a_mail_is_about_dates_nothing_in_it() -> None:
    born = dt.date(2010, 6, 3)
    context = DateContext(
        kind="email", reference=SPOKEN, dates_of_birth={"kim": born}, period=PERIOD
    )
    lines = (
        "Datum: 21 november 2022",
        "Onderwerp: K. de Wit, 03-06-2010",
        "Op 6 oktober is zij niet verschenen.",
    )
    stretches = [Stretch(text=line, row=True) for line in lines]
    (*_, (_, told)) = read_stretches(stretches, context, document=True)[-1]
    assert told.edtf == "2022-10-06"
