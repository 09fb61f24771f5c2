"""No tunnel holds what was learned later: looked up in the reviews of development."""

import pytest

from benchmarks.events.early import checked
from benchmarks.events.reviews import labelled_reviews

pytestmark = pytest.mark.slow


def test_nothing_is_in_a_tunnel_before_it_was_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LTNLP_KEY_FILE", "")  # given back after it
    facts = [
        fact for review in labelled_reviews(["development"]) for fact in checked(review)
    ]
    assert len(facts) >= 20
    assert [fact for fact in facts if fact.early] == []
