"""The head of a source tells when it was held: not what it is about, nor a birth."""

import datetime as dt

import pytest

from ltnlp.domain.documents import DocumentKind
from ltnlp.nlp.dates.heads import day_of_head
from ltnlp.reading import read

TALK = "\n\nBegeleider: hoe ging het?\nMoeder: op 3 mei 2022 belde ik. Gehouden op 1 mei 2021."
HELD = dt.date(2024, 3, 14)


def head_of(text: str, kind: DocumentKind = DocumentKind.INTERVIEW):
    return day_of_head(read(text.encode(), name="x.txt", source="x"), kind)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Gehouden op 14 maart 2024", "Gehouden op 14 maart 2024"),
        ("Datum gesprek: 14-3-2024", "Datum gesprek: 14-3-2024"),
        ("Datum: do 14 maart 2024 17:52", "Datum: do 14 maart 2024"),
        ("Interview met Fenna Oldekamp d.d. 14 maart 2024", "14 maart 2024"),
        ("Gesprek met oma op donderdag 14 maart 2024", "14 maart 2024"),
        ("Utrecht, 14 maart 2024", "14 maart 2024"),
        ("Donderdag 14 maart 2024, bij moeder thuis", "14 maart 2024"),
        ("Moeder, geb. 2-4-1985\nGespreksverslag (14-03-2024)", "14-03-2024"),
    ],
)
def test_the_head_tells_the_day_in_words_without_names(line, words):
    found = head_of(line + TALK.replace(" Gehouden op 1 mei 2021.", ""))
    assert found is not None
    assert (found.day, found.words) == (HELD, words)


@pytest.mark.parametrize(
    "line",
    [
        "Geboren op 14 maart 2014",
        "Geboortedatum: 14-3-2014",
        "Gesprek met Noor, geb. 14-3-2012",
        "Betreft: beschikking d.d. 14 maart 2022",
        "Interview over de melding van 14 maart 2023",
        "Datum plaatsing: 14-3-2022",
        "Gesprekken op 3 maart en 14 april 2024",
        "Gesprek 14 maart 2024 - 16 maart 2024",
        "Verslag over de periode 1-1-2023 tot 14-3-2024",
        "Gehouden op 14 maart 2024\nDatum: 16 maart 2024",
        "Wij zaten " + "heel lang " * 20 + "\nGehouden op 14 maart 2024",
        "Interview met de moeder",
    ],
)
def test_what_tells_another_day_is_no_date_of_the_source(line):
    assert head_of(line + TALK.replace(" Gehouden op 1 mei 2021.", "")) is None


def test_what_is_said_in_the_talk_is_no_head():
    assert head_of("Interview met de moeder" + TALK) is None


def test_a_form_that_comes_back_heads_parts():
    letters = "Zwolle, 6 maart 2024\nBeste ouders\n\nZwolle, 9 april 2024\nBeste ouders"
    assert head_of(letters, DocumentKind.OTHER) is None
    assert (
        head_of(letters.replace("9 april", "6 maart"), DocumentKind.OTHER) is not None
    )


def test_a_file_that_opens_with_a_day_is_not_held_on_it():
    text = "14 maart 2024\nHuisbezoek bij het gezin."
    assert head_of(text, DocumentKind.FILE_EXTRACT) is None
    assert head_of(text, DocumentKind.INTERVIEW) is not None
