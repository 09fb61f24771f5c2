"""What is recorded around the end of a review outlives it: it holds no names."""

import datetime as dt

import pytest

from ltnlp.casework import closing
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.errors import InputError
from ltnlp.domain.retention import RetentionHold
from tests.homes import TODAY

NAME = "Noor Blankestijn"
UNTIL = dt.date(2027, 1, 31)


@pytest.fixture
def review(home) -> str:
    return new_review(home, Intake(title="x"), today=TODAY)


def test_the_reason_of_a_hold_loses_its_names(home, review):
    held = RetentionHold(
        review=review,
        by="privacyfunctionaris",
        reason=f"klacht van {NAME}",
        until=UNTIL,
    )
    closing.hold(home, held)
    (kept,) = home.system().holds()
    assert (kept.by, kept.until) == (held.by, UNTIL)
    assert kept.reason == "klacht van [weggelaten]"


@pytest.mark.parametrize("role", ["privacyfunctionaris", "Functionaris Gegevens", "FG"])
def test_a_role_approves(home, review, role):
    closing.approve(home, review, by=role, today=TODAY)
    assert [one.by for one in home.system().approvals()] == [role]


def test_a_name_approves_and_holds_nothing(home, review):
    before = len(home.system().audit_log())
    held = RetentionHold(review=review, by=NAME, reason="klacht", until=UNTIL)
    for act in (
        lambda: closing.approve(home, review, by=NAME, today=TODAY),
        lambda: closing.hold(home, held),
    ):
        with pytest.raises(InputError) as refused:
            act()
        assert "Noem een rol" in refused.value.message_nl
    assert (home.system().approvals(), home.system().holds()) == ((), ())
    assert all(entry.by_role != NAME for entry in home.system().audit_log()[before:])
