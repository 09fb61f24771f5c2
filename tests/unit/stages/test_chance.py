"""How likely it is that two things meet so often by chance."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.stages.chance import together


@st.composite
def meetings(draw: st.DrawFn) -> tuple[int, int, int, int]:
    total = draw(st.integers(1, 120))
    first = draw(st.integers(0, total))
    second = draw(st.integers(0, total))
    return draw(st.integers(0, min(first, second) + 1)), first, second, total


@given(meetings())
def test_it_is_the_tail_counted_in_whole_numbers(
    seen: tuple[int, int, int, int],
) -> None:
    both, first, second, total = seen
    ways = sum(
        comb(first, k) * comb(total - first, second - k)
        for k in range(both, min(first, second) + 1)
        if 0 <= second - k <= total - first
    )
    assert together(*seen) == pytest.approx(ways / comb(total, second), rel=1e-9)


@pytest.mark.parametrize(
    ("seen", "chance"),
    [((0, 0, 0, 0), 1.0), ((3, 2, 5, 9), 0.0), ((1, 5, 5, 9), 1.0)],
    ids=["nothing", "more than there are", "they must meet"],
)
def test_what_must_or_cannot_be(seen: tuple[int, int, int, int], chance: float) -> None:
    assert together(*seen) == chance


def test_thousands_of_reviews_take_no_time() -> None:
    assert 0 < together(900, 4000, 3000, 15000) < 1
