"""Whole documents: years from the telling, births from elsewhere, quoted mails."""

import datetime as dt
from collections.abc import Mapping

import pytest

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import DateContext, UncertainDate
from ltnlp.nlp.dates.asides import far_from
from ltnlp.nlp.dates.entries import Stretch
from ltnlp.nlp.dates.moments import UNKNOWN, of_month
from ltnlp.nlp.dates.plans import planned
from ltnlp.nlp.dates.reader import read_stretches

PERIOD = Bounds(earliest=dt.date(2021, 9, 1), latest=dt.date(2023, 3, 31))
SPOKEN = dt.date(2023, 6, 14)


def dates(
    *lines: str,
    kind: str = "interview",
    reference: dt.date | None = SPOKEN,
    births: Mapping[str, dt.date] | None = None,
    period: Bounds = PERIOD,
) -> list[UncertainDate]:
    context = DateContext(
        kind=kind, reference=reference, period=period, dates_of_birth=births or {}
    )
    stretches = [
        Stretch(text=t, row=kind in {"file", "timeline", "email"}) for t in lines
    ]
    found = read_stretches(stretches, context, document=True)
    return [value for line in found for _, value in line]


def edtf(*lines: str, **known: object) -> list[str | None]:
    return [value.edtf for value in dates(*lines, **known)]  # type: ignore[arg-type]


def test_a_year_told_later_settles_a_month_told_before() -> None:
    told = edtf("In november begon het.", "In maart 2022 was ze weg, in juni terug.")
    assert told == ["2021-11", "2022-03", "2022-06"]


def test_had_already_looks_back() -> None:
    told = edtf(
        "In april 2022 werd hij ontslagen.", "In december hadden we al schulden."
    )
    assert told == ["2022-04", "2021-12"]


def test_a_year_that_could_be_another_is_flagged() -> None:
    autumn = dates("In februari 2022 sprak ik hem, in oktober weer.")[1]
    assert autumn.needs_review
    assert autumn.alternatives


def test_a_weekday_takes_the_date_that_follows_and_fits() -> None:
    told = edtf("Hij belde op een donderdag, het was 10 maart 2022.")
    assert told == ["2022-03-10", "2022-03-10"]


def test_an_age_counts_from_a_birth_told_elsewhere() -> None:
    births = {"n.": dt.date(2011, 5, 2), "els": dt.date(1980, 1, 1)}
    found = dates("Toen Noor tien werd, ging het mis.", births=births)[0]
    assert (found.edtf, found.needs_review) == ("2021-05-02/2022-05-01", False)


def test_the_age_of_somebody_else_is_a_doubt() -> None:
    births = {"n.": dt.date(2011, 5, 2), "bakker": dt.date(2011, 5, 2)}
    found = dates("Toen Kees tien werd, ging het mis.", births=births)[0]
    assert found.needs_review


def test_an_adult_s_birth_dates_no_class_at_school() -> None:
    births = {"els": dt.date(1980, 1, 1)}
    assert edtf("In groep 5 ging het mis.", births=births) == []


@pytest.mark.parametrize(
    ("kind", "flagged"), [("client_interview", False), ("interview", True)]
)
def test_my_age_is_the_child_s_when_the_child_speaks(kind: str, flagged: bool) -> None:
    births = {"n.": dt.date(2011, 5, 2), "bakker": dt.date(2011, 5, 2)}
    found = dates("Toen ik tien was, ging het mis.", kind=kind, births=births)[0]
    assert found.needs_review is flagged


def test_the_confinement_is_the_birth_in_the_period() -> None:
    births = {"roos": dt.date(2022, 11, 19), "els": dt.date(1990, 1, 1)}
    told = edtf("Twee dagen voor de bevalling belde ze.", births=births)
    assert told == ["2022-11-17"]


def test_a_quoted_mail_has_its_own_day() -> None:
    told = edtf(
        "Verzonden: vrijdag 13 mei 2022 09:00",
        "Onderwerp: RE: morgen",
        "> Op wo 11 mei 2022 om 10:00 schreef Els:",
        "> Gisteren belde ik.",
        kind="email",
    )
    assert told == ["2022-05-13", "2022-05-14", "2022-05-11", "2022-05-10"]


def test_a_sentence_of_a_mail_that_begins_with_a_date_heads_nothing() -> None:
    told = edtf(
        "Verzonden: vrijdag 13 mei 2022 09:00",
        "3 juni ben ik er weer.",
        "Gisteren belde ik.",
        kind="email",
    )
    assert told == ["2022-05-13", "2022-06-03", "2022-05-12"]
    told = edtf("13-05-2022 09:00 Els: gisteren belde ik", kind="email")
    assert told == ["2022-05-13", "2022-05-12"]


def test_what_a_subject_says_is_a_doubt() -> None:
    lines = ("Verzonden: vrijdag 13 mei 2022 09:00", "Onderwerp: RE: morgen")
    assert dates(*lines, kind="email")[1].needs_review


def test_an_entry_after_some_weeks_is_that_entry() -> None:
    told = edtf("3-5-22 Intake", "14-6-22 Gebeld na 6 weken", kind="file")
    assert told[2] == "2022-06-14~"


def test_a_term_within_which_something_came_is_a_length_in_a_document() -> None:
    told = edtf("Op 3 mei 2022 belde ik. Binnen een week was hij terug.")
    assert told[1] == "P1W"
    told = edtf("Op 3 mei 2022 belde ik. Zij moeten binnen twee weken reageren.")
    assert told[1] == "P2W"


def test_without_any_day_a_year_comes_from_what_is_told_first() -> None:
    told = edtf("4 maart gebeld", "9 mei 2021 zitting", reference=None, period=OPEN)
    assert told[-1] == "2021-05-09"
    told = edtf(
        "4 maart gebeld", "9 mei 2021 zitting", kind="file", reference=None, period=OPEN
    )
    assert told == ["2021-03-04", "2021-05-09"]


def test_a_day_of_speaking_that_cannot_be_is_left_out() -> None:
    for year in (1, 9999):
        spoken = dt.date(year, 6, 1)
        assert edtf("Met Pasen belde ze.", reference=spoken, period=OPEN) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik heb moeder gesproken, zij belt vrijdag terug.", True),
        ("Bijgaand het verslag van vrijdag.", False),
        ("Dank voor het gesprek van vrijdag.", False),
        ("Wij hebben vrijdag overlegd.", False),
        ("Tot vrijdag.", True),
    ],
)
def test_a_mail_tells_what_is_to_come_by_its_clause(text: str, expected: bool) -> None:
    at = text.index("vrijdag")
    assert planned(text, at, at + 7, kind="email") is expected


def test_what_is_nowhere_lies_not_far_from_anything() -> None:
    assert not far_from(PERIOD, UNKNOWN)
    assert not far_from(PERIOD, of_month(2022, 1))
    assert far_from(PERIOD, of_month(2019, 1))
    assert far_from(PERIOD, of_month(2025, 1))
