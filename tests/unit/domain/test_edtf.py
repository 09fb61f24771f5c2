import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.domain.edtf import bounds_of, widened


def between(first: str | None, last: str | None) -> Bounds:
    return Bounds(
        earliest=dt.date.fromisoformat(first) if first else None,
        latest=dt.date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-03-05", "2018-03-05", "2018-03-05"),
        ("2018-03", "2018-03-01", "2018-03-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2018-34", "2018-04-01", "2018-06-30"),
        ("2018-41", "2018-07-01", "2018-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2018-03-05~", "2018-02-26", "2018-03-12"),
        ("2018-03~", "2018-02-15", "2018-04-14"),
        ("2018-22~", "2018-05-02", "2018-09-30"),
        ("2018~", "2017-10-02", "2019-04-01"),
        ("2018-03-05?", "2018-03-05", "2018-03-05"),
        ("2018-03-05%", "2018-02-26", "2018-03-12"),
        ("2018-03/2018-05", "2018-03-01", "2018-05-31"),
        ("2018-03/..", "2018-03-01", None),
        ("../2009", None, "2009-12-31"),
        ("[2018-03-01,2018-04]", "2018-03-01", "2018-04-30"),
        ("[2018-03-01, 2018-04]", "2018-03-01", "2018-04-30"),
        ("{2018-03-01,2018-05-02/2018-05-03}", "2018-03-01", "2018-05-03"),
        ("[..2018-03-01]", None, "2018-03-01"),
        ("P3W", None, None),
        ("P1.5M", None, None),
        ("P3WE", None, None),
    ],
)
def test_a_string_allows_exactly_these_days(
    edtf: str, first: str | None, last: str | None
) -> None:
    assert bounds_of(edtf) == between(first, last)


@pytest.mark.parametrize(
    "text", ["", "maart", "2018-13", "2018-02-30", "18-03-2018", "0000", "P", "2018/x"]
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds_of(text)


def test_widening_stays_inside_the_calendar() -> None:
    ends = Bounds(earliest=dt.date.min, latest=dt.date.max)
    assert widened(ends, 91) == ends
    assert widened(OPEN, 91) == OPEN


@given(st.dates(), st.dates())
def test_an_interval_of_days_gives_them_back(a: dt.date, b: dt.date) -> None:
    first, last = min(a, b), max(a, b)
    found = bounds_of(f"{first.isoformat()}/{last.isoformat()}")
    assert found == Bounds(earliest=first, latest=last)


def test_a_date_whose_edtf_and_bounds_disagree_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="disagree"):
        UncertainDate(
            text="3 mei",
            type=DateType.DATE,
            edtf="2018-05-03",
            earliest=dt.date(2018, 5, 4),
            latest=dt.date(2018, 5, 4),
        )


def test_an_unknown_date_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="disagree"):
        UncertainDate(
            text="toen",
            type=DateType.VAGUE,
            edtf=None,
            earliest=dt.date(2018, 5, 4),
        )


def test_days_counts_both_ends() -> None:
    assert between("2018-03-05", "2018-03-07").days == 3
    assert between("2018-03-05", None).days is None
