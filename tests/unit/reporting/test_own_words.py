"""Whose words an event is called by, and those words in full."""

import dataclasses

import pytest

from ltnlp.reporting.own_words import in_full, teller_of, without_day
from tests import builders as make


def event(what: str, *wordings: str):
    accounts = tuple(
        make.account(f"a{at}", wording=wording) for at, wording in enumerate(wordings)
    )
    return make.event(what=what, accounts=accounts)


@pytest.mark.parametrize(
    ("what", "teller"),
    [
        ("Oma belde", "a1"),
        ("Oma belde de huisarts toen", "a1"),
        ("Iets heel anders", "a0"),
    ],
    ids=["the words themselves", "most of the words", "nobody's words"],
)
def test_words_have_one_teller(what: str, teller: str) -> None:
    told = event(what, "De juf kwam.", "Nee, oma belde de huisarts.")
    assert teller_of(told).id == teller


@pytest.mark.parametrize(
    ("what", "wording", "whole"),
    [
        ("Oma belde", "Oma belde de huisarts.", "Oma belde"),
        (
            "Oma belde de…",
            "Ja, oma belde de huisarts. Later niet.",
            "Oma belde de huisarts.",
        ),
        (
            "Oma sprak…",
            "Oma sprak met dhr. Post over het geld. Later niet.",
            "Oma sprak met dhr. Post over het geld.",
        ),
        (
            "Oma sprak met dhr…",
            "Oma sprak met dhr. Post over het geld. Later niet.",
            "Oma sprak met dhr. Post over het geld.",
        ),
        ("Oma zei…", "Oma zei: “Kom maar.” Later niet.", "Oma zei: “Kom maar.”"),
        ("Oma belde de…", "Oma belde de huisarts", "Oma belde de huisarts"),
        ("Oma riep…", "Zij kwam.", "Oma riep…"),
    ],
    ids=[
        "not cut",
        "to its end",
        "an abbreviation",
        "cut at one",
        "a quote",
        "no end",
        "not there",
    ],
)
def test_words_that_were_cut_are_told_in_full(
    what: str, wording: str, whole: str
) -> None:
    assert in_full(event(what, wording)) == whole


@pytest.mark.parametrize(
    ("words", "day", "left"),
    [
        ("Vader is in 2018 weggegaan.", "2018", "Vader is weggegaan."),
        (
            "Een brief van 3 mei 2018 gevonden.",
            "3 mei 2018",
            "Een brief van 3 mei 2018 gevonden.",
        ),
        ("Moeder kwam in december thuis.", "december", "Moeder kwam thuis."),
        (
            "Gehoord dat moeder in december thuiskwam.",
            "december",
            "Gehoord dat moeder in december thuiskwam.",
        ),
        ("Moeder kwam op vrijdag.", "vrijdag", "Moeder kwam op vrijdag."),
    ],
    ids=["said before", "another word with it", "month", "what was heard", "weekday"],
)
def test_a_day_is_said_once(words: str, day: str, left: str) -> None:
    assert without_day(words, dataclasses.replace(make.told("2018"), text=day)) == left


def test_without_a_day_nothing_is_left_out() -> None:
    assert without_day("Oma belde in 2018.", None) == "Oma belde in 2018."
