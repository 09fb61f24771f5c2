"""Sums become chances, however large they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.nlp.linear import chance, shares

SUMS = st.floats(min_value=-1e6, max_value=1e6)


def test_shares_add_up_to_one() -> None:
    assert sum(shares([1.0, 2.0, 3.0])) == pytest.approx(1.0)
    assert shares([]) == []


@given(SUMS, SUMS)
def test_more_is_likelier_and_a_chance_stays_one(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= chance(low) <= chance(high) <= 1
    assert chance(one) + chance(-one) == pytest.approx(1.0)


@given(st.lists(SUMS, min_size=1, max_size=6))
def test_shares_keep_the_order_of_their_sums(totals: list[float]) -> None:
    found = shares(totals)
    assert sum(found) == pytest.approx(1.0)
    assert found[totals.index(max(totals))] == max(found)
    by_total = [share for _, share in sorted(zip(totals, found, strict=True))]
    assert by_total == sorted(by_total)
