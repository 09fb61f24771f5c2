"""People who look alike stay apart, and one person stays one; what is open is asked."""

import pytest

from tests.unit.stages.lookalikes import Case, cases, false_joins, false_splits

CASES = cases()


def test_there_are_sixty_cases_and_each_has_its_name() -> None:
    assert len(CASES) >= 60
    assert len({c.name for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name.replace(" ", "-"))
def test_nobody_is_joined_with_somebody_else(case: Case) -> None:
    assert false_joins(case) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name.replace(" ", "-"))
def test_one_person_stays_one(case: Case) -> None:
    assert false_splits(case) == []
