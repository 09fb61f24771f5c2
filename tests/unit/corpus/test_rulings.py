"""Where the full dates of a document went: none is counted twice or passed over."""

import datetime as dt

import pytest

from benchmarks.rulings.__main__ import counted, full_dates

RULING = """Rechtbank Lutterveld, 4 maart 2019.

1. De feiten
Op 12 november 2018 heeft de gecertificeerde instelling het kind uit huis geplaatst.
De school meldde op 3-9-2018 dat het kind drie weken niet was geweest.
Vergelijk ECLI:NL:HR:2014:9999, uitspraak van 7 februari 2014.
"""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("op 3 mei 2011 en 04-05-2011", {dt.date(2011, 5, 3), dt.date(2011, 5, 4)}),
        ("mei 2011, 3 mei en 31 februari 2011", set()),
    ],
    ids=["in words and in figures", "not in full, or no day"],
)
def test_a_full_date_has_a_day_a_month_and_a_year(text, days):
    assert full_dates(text) == days


def test_every_full_date_is_in_an_event_or_listed(tmp_path, monkeypatch):
    monkeypatch.setenv("LTNLP_KEY_FILE", str(tmp_path / "key" / "master.key"))
    path = tmp_path / "ruling.txt"
    path.write_text(RULING, "utf-8")
    found = counted(path, tmp_path / "home")
    assert (found.dates, found.in_events + found.listed, found.lost) == (4, 4, 0)
    assert found.in_events >= 2
    assert found.cited == 0
