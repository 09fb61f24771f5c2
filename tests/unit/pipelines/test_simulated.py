"""Made-up trends of the demonstration: the same each time, and called made-up."""

import pytest

from ltnlp.domain.factors import Valence
from ltnlp.nlp.factors import pattern_library
from pipelines.simulated import make_facts, show_trends
from tests.homes import TODAY


def test_the_same_reviews_are_made_each_time() -> None:
    first = dict(make_facts(last_year=2025, reviews=12))
    assert first == dict(make_facts(last_year=2025, reviews=12))
    assert len(first) == 12
    assert all(facts for facts in first.values())


@pytest.mark.slow
def test_made_up_trends_are_shown_and_shown_again(tmp_path) -> None:
    page = show_trends(tmp_path, today=TODAY)
    assert "Nagemaakte gegevens" in page.read_text("utf-8")
    assert show_trends(tmp_path, today=TODAY) == page
    assert [p.name for p in (tmp_path / "home" / "trends").iterdir()] == ["1.duckdb"]


def test_a_made_up_pattern_is_on_the_side_of_its_factor() -> None:
    sides = {one.id: one.valence for one in pattern_library()}
    made = [fact for _, facts in make_facts(last_year=2024) for fact in facts]
    shown = [fact for fact in made if fact.pattern]
    assert {fact.valence for fact in shown} == set(Valence)
    assert all(sides[fact.pattern or ""] is fact.valence for fact in shown)
