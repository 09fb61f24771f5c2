"""Tables for trends: what is counted, what is hidden, what is not said."""

import pytest

from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.factors import Level, Valence
from ltnlp.stages.trends import tables


def fact(
    review: str,
    *,
    year: int = 2023,
    factor: str | None = "K03",
    interaction: str | None = None,
) -> CrossCaseFact:
    return CrossCaseFact(
        review=review,
        review_kind="casus",
        year=year,
        factor=factor,
        level=Level.CHAIN if factor else None,
        valence=Valence.HAMPERING if factor else None,
        pattern=None,
        organisation_kind="wijkteam" if interaction else None,
        interaction_class=interaction,
        realised="ja" if interaction else None,
        relative_time=None,
    )


def test_a_factor_in_enough_reviews_is_counted() -> None:
    facts = [fact("r1"), fact("r1"), fact("r2"), fact("r3")]
    assert tables(facts, 3)["factor_counts"] == [
        {
            "review_kind": "casus",
            "factor": "K03",
            "level": "keten",
            "valence": "belemmerend",
            "n_reviews": 3,
            "n_factors": 4,
            "suppressed": False,
        }
    ]


def test_a_cell_on_too_few_reviews_keeps_its_key_and_loses_its_counts() -> None:
    (row,) = tables([fact("r1"), fact("r2")], 3)["factor_counts"]
    assert row["factor"] == "K03"
    assert (row["n_reviews"], row["n_factors"], row["suppressed"]) == (None, None, True)


def test_the_year_is_a_number_and_the_years_stand_in_order() -> None:
    facts = [fact(f"r{n}", year=year) for n in range(3) for year in (2024, 2022)]
    assert [row["year"] for row in tables(facts, 3)["year_counts"]] == [2022, 2024]


def test_an_interaction_is_counted_as_no_factor_and_a_factor_as_no_interaction() -> (
    None
):
    facts = [fact(f"r{n}", factor=None, interaction="melding") for n in range(3)]
    found = tables([*facts, fact("r1")], 3)
    (row,) = found["interaction_counts"]
    assert (row["interaction_class"], row["n_interactions"]) == ("melding", 3)
    assert [r["suppressed"] for r in found["factor_counts"]] == [True]


def test_without_facts_every_table_is_empty() -> None:
    assert tables([], 3) == {
        "factor_counts": [],
        "interaction_counts": [],
        "year_counts": [],
    }


def test_too_small_a_threshold_is_refused() -> None:
    with pytest.raises(PrivacyError):
        tables([fact("r1")], 2)
