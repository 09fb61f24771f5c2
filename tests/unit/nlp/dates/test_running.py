"""Whole documents: messages, habits, holidays of the story, years and days alone."""

import datetime as dt

import pytest

from ltnlp.domain.dates import DateContext
from ltnlp.nlp.dates.cues import long_past, pluperfect
from ltnlp.nlp.dates.entries import Stretch
from ltnlp.nlp.dates.messages import stamps
from ltnlp.nlp.dates.plans import planned
from ltnlp.nlp.dates.reader import read_stretches

SPOKEN = dt.date(2023, 6, 14)


def told(
    *lines: str, kind: str = "interview", days: tuple[dt.date, ...] = ()
) -> list[tuple[str, str | None]]:
    rows = kind in {"file", "timeline", "email"}
    found = read_stretches(
        [Stretch(text=line, row=rows) for line in lines],
        DateContext(kind=kind, reference=SPOKEN, days=days),
        document=True,
    )
    return [(value.text, value.edtf) for line in found for _, value in line]


STAMPED = {
    "stamp first": ["[12-03-2022 09:14] Els: gisteren ook al niet"],
    "dash": ["12-03-22 09:14 - Els: gisteren ook al niet"],
    "sender first": ["Els (12 maart 2022, 09:14): gisteren ook al niet"],
    "a line that is a day": ["--- 12 maart 2022 ---", "09:14 Els: gisteren niet"],
    "name of the talk": ["Groepsapp trap, 12 maart 2022:", "Els: gisteren niet"],
    "spoken": ["Spraakbericht Els 12-3-2022: gisteren ook al niet"],
}


@pytest.mark.parametrize("lines", STAMPED.values(), ids=STAMPED)
def test_yesterday_is_before_the_message(lines: list[str]) -> None:
    assert told(*lines, kind="email")[-1] == ("gisteren", "2022-03-11")


def test_a_stamp_in_the_label_of_a_turn_is_the_day_of_the_message() -> None:
    text = "[12-03-2022 09:14] Els: gisteren ook al niet"
    stretch = Stretch(text=text, row=True, body=text.index("gisteren"))
    (found,) = read_stretches(
        [stretch], DateContext(kind="email", reference=SPOKEN), document=True
    )
    assert [value.edtf for _, value in found] == ["2022-03-12", "2022-03-11"]


@pytest.mark.parametrize(
    "text", ["Op 3 mei 2022 kwam Els: zij bleef.", "Zie ook 3 mei 2022 en later."]
)
def test_a_day_in_a_sentence_is_no_stamp(text: str) -> None:
    at = text.index("3 mei")
    assert not stamps(text, at, at + 10)


ALONE = {
    "Nee, 2019 was dat al.": [("2019", "2019")],
    "Dat zal 2018 of 2019 geweest zijn.": [("2018", "2018"), ("2019", "2019")],
    "Gesloten '16.": [("'16", "2016")],
    "Meer dan 2000 was het niet.": [],
    "Ze kreeg 2019 euro.": [],
    "Dossier 2019 ligt daar.": [],
}


@pytest.mark.parametrize("text", ALONE)
def test_a_year_may_stand_alone(text: str) -> None:
    assert told(text) == ALONE[text]


ROWS = {
    "Terugval 17-5 zelf gemeld.": [("17-5", "2023-05-17")],
    "Vragen 3-4 niet ingevuld.": [],
    "Weekend 13/14 mei bij vader.": [("Weekend 13/14 mei", "2023-05-13/2023-05-14")],
    "Nacht 13 op 14-5 weg.": [("Nacht 13 op 14-5", "2023-05-13/2023-05-14")],
    "PW: aanvraag. Jongen 7 jr, thuis.": [],
    "Doorgeschoven naar jun.": [("jun", "2023-06")],
    "Februari had anders gemoeten.": [("Februari", "2023-02")],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows_of_a_file(text: str) -> None:
    assert told("10-05-2023 Start.", text, kind="file")[1:] == ROWS[text]


def test_short_weekdays_of_a_file_are_days_and_a_mother_is_none() -> None:
    lines = ["11-05-2023 Vr hoorde di pas van school.", "12-05-2023 Ma belt."]
    assert told(*lines, kind="file") == [
        ("11-05-2023", "2023-05-11"),
        ("di", "2023-05-09"),
        ("12-05-2023", "2023-05-12"),
    ]


HABITS = {
    "Ze komt op zaterdag bij ons eten.": "P1W",
    "Op zaterdag is zij gekomen.": "2022-05-07",
    "Bereikbaar op di en do.": "P1W",
}


@pytest.mark.parametrize("text", HABITS)
def test_the_present_tense_makes_a_weekday_weekly(text: str) -> None:
    kind = "timeline" if "di en" in text else "interview"
    first = (
        "3 mei 2022 | Gesprek." if kind == "timeline" else "Op 3 mei 2022 begon het."
    )
    assert told(first, text, kind=kind)[-1][1] == HABITS[text]


STORY = {
    "Sindsdien slaapt ze slecht.": ("Sindsdien", "2022-05-03/.."),
    "De derde dag kwam hij terug.": ("De derde dag", "2022-05-05"),
    "In de tweede week ging het mis.": ("de tweede week", "2022-05-09/2022-05-15"),
    "Die eerste maand was zwaar.": ("Die eerste maand", "2022-05"),
    "Dat was in het weekend.": ("het weekend", "2022-05-07/2022-05-08"),
    "Na de vakantie ging het beter.": ("Na de vakantie", "2022-05-09~"),
    "Een zondag in mei kwam hij.": ("Een zondag in mei", "2022-05-01/2022-05-29"),
}


@pytest.mark.parametrize("text", STORY)
def test_what_counts_from_the_story(text: str) -> None:
    assert told("Op 3 mei 2022 begon het.", text)[-1] == STORY[text]


def test_that_weekday_in_a_month_is_the_only_one_that_a_document_tells() -> None:
    days = (dt.date(2022, 5, 15),)
    lines = ["Op 3 mei 2022 begon het.", "Toen kwam die zondag in mei."]
    assert told(*lines, days=days)[-1] == ("die zondag in mei", "2022-05-15")


def test_the_day_after_a_part_of_a_month_lies_as_wide() -> None:
    lines = ["Eind april 2022 kwam de brief.", "De dag erna belde ik."]
    assert told(*lines)[-1][1] == "2022-04-22/2022-05-01"


def test_a_row_that_says_the_same_day_counts_from_the_row_before() -> None:
    lines = ["15 mei 2022 | Gebeld, weg tot 25 mei.", "dezelfde dag | Weer gebeld."]
    assert told(*lines, kind="timeline")[-1] == ("dezelfde dag", "2022-05-15")


def test_a_date_in_the_first_cell_is_the_day_of_the_row() -> None:
    lines = [
        "3 mei 2022 | Start.",
        "na het kamp, 8 juni | Gebeld.",
        "9 juli 2022 | Weg.",
    ]
    lines[1] = lines[1].replace("Gebeld.", "Gebeld. Twee dagen later weer.")
    assert ("Twee dagen later", "2022-06-10") in told(*lines, kind="timeline")


def test_the_same_day_without_its_article_is_that_of_the_entry() -> None:
    line = "12-05-2023 Mail van gisteren gelezen, zelfde dag langsgegaan."
    assert told(line, kind="file")[-1] == ("zelfde dag", "2023-05-12")


def test_a_weekday_in_the_pluperfect_lies_before_the_story() -> None:
    line = "Op donderdag 12 mei 2022 kwam de brief, ze hadden hem maandag al gebeld."
    assert told(line)[-1] == ("maandag", "2022-05-09")


def test_the_day_of_speaking_needs_no_year_in_the_first_lines() -> None:
    lines = ["dit is het gesprek van 14 juni", "In maart 2021 begon het."]
    assert told(*lines)[0] == ("14 juni", "2023-06-14")


def test_this_autumn_is_the_last_one_in_january() -> None:
    line = "09-01-2023 Kerft niet pas deze herfst."
    assert told(line, kind="file")[-1] == ("deze herfst", "2022-23")


def test_a_number_beside_a_weekday_is_its_day_where_it_fits() -> None:
    lines = "Het begon op 3 mei 2022.", "Toen kwam maandag 9, en ik belde."
    assert told(*lines)[-1] == ("maandag 9", "2022-05-09")
    assert told(lines[0], "Toen kwam maandag 8.")[-1] == ("maandag 8", "2022-05-02")


DONE = {
    "Verwezen door de huisarts op 16 mei": False,
    "op 16 mei op de lijst gezet": False,
    "we zien elkaar 16 mei": True,
}


@pytest.mark.parametrize("text", DONE)
def test_what_is_done_in_a_mail_is_not_to_come(text: str) -> None:
    at = text.index("16 mei")
    assert planned(text, at, at + 6, kind="email") is DONE[text]


def test_what_a_report_says_should_have_been_is_not_to_come() -> None:
    text = "Besloten werd dat hij in februari zou gaan"
    at = text.index("februari")
    assert planned(text, at, at + 8, kind="report") is False


def test_the_past_tense_may_stand_after_a_stretch() -> None:
    text = "Zij sliep niet. Sinds mei waren ze weg. Nu is het goed."
    at = text.index("Sinds")
    assert long_past(text, at, at + 9)
    assert not long_past(text, at)
    assert not pluperfect(text, at)


def test_a_day_of_a_baby_counts_from_the_only_birth_there_is() -> None:
    context = DateContext(reference=SPOKEN, dates_of_birth={"": dt.date(2022, 2, 11)})
    lines = [Stretch(text="Dag vier, dinsdag, kwam ze."), Stretch(text="Op dag tien.")]
    found = read_stretches(lines, context, document=True)
    edtf = [value.edtf for line in found for _, value in line]
    assert edtf == ["2022-02-15", "2022-02-15", "2022-02-21"]
    assert told("Op dag vier kwam ze.") == []


def test_mornings_are_in_every_week_and_days_need_not_be() -> None:
    assert told("Eerst twee ochtenden, toen drie dagen.") == [
        ("twee ochtenden", "P1W"),
        ("drie dagen", "P3D"),
    ]


def test_what_is_open_is_counted_from_where_it_begins() -> None:
    lines = ["Vanaf 3 mei 2022 kwam ze.", "De dag erna belde ik."]
    assert told(*lines)[-1] == ("De dag erna", "2022-05-04")


def test_a_holiday_and_a_weekend_have_a_loose_edge() -> None:
    lines = ["08-05-2023 Start.", "10-05-2023 Nieuwe afspraak komt na het weekend."]
    assert told(*lines, kind="file")[-1] == ("na het weekend", "2023-05-15~")


def test_in_a_conversation_after_a_length_is_the_length() -> None:
    lines = ["Op 3 mei 2022 begon het.", "Na zes weken mocht ze komen."]
    assert told(*lines)[-1] == ("zes weken", "P6W")


def test_what_somebody_is_invited_for_is_the_day_itself() -> None:
    lines = ["Datum: 2 mei 2022", "Ik nodig ze uit voor dinsdag 10 mei."]
    assert told(*lines, kind="email")[-1] == ("dinsdag 10 mei", "2022-05-10")


def test_a_row_before_christmas_is_the_week_before() -> None:
    lines = ["3 mei 2022 | Start.", "voor kerst | Rapport."]
    assert told(*lines, kind="timeline")[-1] == ("voor kerst", "2022-12-18/2022-12-24")
