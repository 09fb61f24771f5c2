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
