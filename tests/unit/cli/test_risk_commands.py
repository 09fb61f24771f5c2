"""`ltnlp risk`, `release-dates` and `--dates`: Dutch, and a status that scripts can use."""

import json

import pytest

from ltnlp.casework.home import Home
from tests.unit.casework.test_report import review_in


@pytest.fixture
def review(place) -> str:
    return review_in(Home.open())


def test_what_remains_is_shown_and_written(ltnlp, review, place):
    shown = ltnlp("risk", review)
    assert shown.status == 0
    assert "Wat overblijft" in shown.out
    assert ltnlp("risk", review, "--report", place / "uit").status == 0
    (page,) = (place / "uit").iterdir()
    assert "herkend" in page.read_text("utf-8")


def test_releases_take_a_rule_for_dates(ltnlp, review, place):
    assert "ware datums" in ltnlp("release-dates").out
    assert "verschoven" in ltnlp("release-dates", "shift").out
    assert ltnlp("release-dates", "ooit").status == 1
    assert ltnlp("report", review, place / "a").status == 0
    assert ltnlp("export", review, place / "b", "--dates", "year").status == 0
    kinds = [row["kind"] for row in Home.open().system().releases()]
    assert sorted(kinds) == ["export, dates: year", "report, dates: shift"]
    events = json.loads((place / "b" / "events.json").read_text("utf-8"))
    assert all("-" not in (event["edtf"] or "") for event in events)
    assert ltnlp("papers", review, place / "c", "--dates", "vaag").status == 1
