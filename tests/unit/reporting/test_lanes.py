"""Lanes of the timeline: one for each kind of organisation, a sector's together."""

from ltnlp.reporting.lanes import NOBODY, lanes
from tests.unit.reporting.reviews import sample


def rows(*organisations: list[str]) -> list[dict[str, object]]:
    return [{"orgs": kinds} for kinds in organisations]


def test_a_sector_stands_together_and_what_names_nobody_comes_last() -> None:
    told = rows([], ["wijkteam"], ["huisarts", "wijkteam"], ["leerplicht"])
    found = lanes(sample(), told)
    assert [(lane["kind"], lane["count"]) for lane in found] == [
        ("wijkteam", 2),
        ("leerplicht", 1),
        ("huisarts", 1),
        (NOBODY, 1),
    ]
    assert found[0]["colour"] == found[1]["colour"] != found[2]["colour"]
    assert found[-1]["label"] == "Geen organisatie genoemd"
