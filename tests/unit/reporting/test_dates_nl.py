"""Uncertain dates in words: as sure as they are, and no surer."""

import datetime as dt

import pytest

from ltnlp.domain.dates import Bounds
from ltnlp.reporting.dates_nl import UNDATED, bounds_in_words, told_in_words
from tests.unit.reporting.reviews import date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-03-03", "3 maart 2018"),
        ("2018-03", "maart 2018"),
        ("2018", "2018"),
        ("2018~", "rond 2018"),
        ("2018-03-03~", "rond 3 maart 2018"),
        ("2018-03?", "mogelijk maart 2018"),
        ("2018-03%", "mogelijk rond maart 2018"),
        ("2018-21", "voorjaar 2018"),
        ("2018-24", "winter 2018–2019"),
        ("2018-34", "tweede kwartaal van 2018"),
        ("2018-40", "eerste helft van 2018"),
        ("2018-03-03/..", "vanaf 3 maart 2018"),
        ("../2009-12-31", "tot en met 31 december 2009"),
        ("2018-03-03/2018-03-12", "3–12 maart 2018"),
        ("2018-03-28/2018-04-04", "28 maart – 4 april 2018"),
        ("2018-12-28/2019-01-04", "28 december 2018 – 4 januari 2019"),
        ("2018-01/2018-03", "januari – maart 2018"),
        ("2018-11/2019-01", "november 2018 – januari 2019"),
        ("2018/2020", "2018–2020"),
        ("[2018-03-03,2018-03-12]", "3 maart 2018 of 12 maart 2018"),
        ("P3W", UNDATED),
        (None, UNDATED),
    ],
)
def test_edtf_in_words(edtf, words):
    assert told_in_words(date(edtf, "x")) == words


def test_no_date_is_said():
    assert told_in_words(None) == UNDATED


def test_bounds_without_a_name_are_told_by_their_ends():
    bounds = Bounds(earliest=dt.date(2020, 2, 1), latest=dt.date(2020, 2, 29))
    assert bounds_in_words(bounds) == "februari 2020"
