import pytest

from ltnlp.stages.told_dates import combined
from tests.unit.stages.story import event


@pytest.mark.parametrize(
    ("told", "edtf", "earliest", "latest"),
    [
        (["2021-03-04"], "2021-03-04", "2021-03-04", "2021-03-04"),
        (["2021-03", "2021-03-04"], "2021-03-04", "2021-03-04", "2021-03-04"),
        (
            ["2021-03-09", "2021-03-04"],
            "[2021-03-04,2021-03-09]",
            "2021-03-04",
            "2021-03-09",
        ),
        (
            ["2021-03-09", "2021-04", "2021-03"],
            "[2021-03-09,2021-04]",
            "2021-03-09",
            "2021-04-30",
        ),
    ],
    ids=["one", "finest", "set", "only what excludes"],
)
def test_tellings_become_one_date(
    told: list[str], edtf: str, earliest: str, latest: str
) -> None:
    accounts = [event("x", when=when).accounts[0] for when in told]
    date = combined(accounts)
    assert date is not None
    assert (date.edtf, str(date.earliest), str(date.latest)) == (edtf, earliest, latest)


def test_without_a_date_there_is_none() -> None:
    assert combined(event("x").accounts) is None


def test_a_set_that_no_set_can_hold_becomes_the_stretch_around_all() -> None:
    told = ["[2021-03-01,2021-03-05]", "2021-04-02"]
    date = combined([event("x", when=when).accounts[0] for when in told])
    assert date is not None
    assert date.edtf == "2021-03-01/2021-04-02"
    assert date.needs_review


def test_tellings_open_to_both_sides_leave_no_day_to_name() -> None:
    told = ["[..2019-05-01]", "[2021-04-02..]"]
    date = combined([event("x", when=when).accounts[0] for when in told])
    assert date is not None
    assert (date.edtf, date.earliest, date.latest) == (None, None, None)
    assert date.text == "[..2019-05-01] / [2021-04-02..]"
