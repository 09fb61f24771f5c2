"""How the day of a telling is compared with its label."""

import pytest

from benchmarks.timeline.days import compared

LABEL = {"earliest": "2023-03-01", "latest": "2023-03-31"}


@pytest.mark.parametrize(
    ("first", "last", "how"),
    [
        ("2023-03-01", "2023-03-31", "exact"),
        ("2023-03-04", "2023-03-04", "inside"),
        ("2023-02-20", "2023-03-04", "meets"),
        ("2023-03-31", None, "meets"),
        ("2023-04-01", "2023-04-01", "excluded"),
        (None, None, "none"),
    ],
)
def test_days_are_compared(first: str | None, last: str | None, how: str) -> None:
    assert compared(LABEL, {"earliest": first, "latest": last}) == how
