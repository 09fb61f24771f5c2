"""CrossCaseFact → tables for trends, each cell resting on enough reviews."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.stages.anonymity import Cell, suppress

Row = dict[str, str | int | bool | None]

TABLES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "factor_counts": (("review_kind", "factor", "level", "valence"), "n_factors"),
    "interaction_counts": (
        ("organisation_kind", "interaction_class", "realised"),
        "n_interactions",
    ),
    "year_counts": (("year", "level", "valence"), "n_factors"),
}
"""Each table's dimensions and the name of its count."""


def tables(facts: Sequence[CrossCaseFact], k: int) -> dict[str, list[Row]]:
    """Return every table with cells on fewer than `k` reviews hidden.

    A hidden cell keeps its key and loses its counts.

    Raises:
        PrivacyError: `k` is under 3.
    """
    return {
        name: _table(facts, dimensions, count, k)
        for name, (dimensions, count) in TABLES.items()
    }


def _table(
    facts: Sequence[CrossCaseFact], dimensions: tuple[str, ...], count: str, k: int
) -> list[Row]:
    cells = _cells(facts, dimensions)
    hidden = suppress(cells, k)
    return [
        {
            **_named(dimensions, cell.key),
            "n_reviews": None if cell.key in hidden else cell.reviews,
            count: None if cell.key in hidden else cell.count,
            "suppressed": cell.key in hidden,
        }
        for cell in cells
    ]


def _named(dimensions: tuple[str, ...], key: tuple[str, ...]) -> Row:
    return {
        name: int(value) if name == "year" else value
        for name, value in zip(dimensions, key, strict=True)
    }


def _cells(
    facts: Sequence[CrossCaseFact], dimensions: tuple[str, ...]
) -> tuple[Cell, ...]:
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    reviews: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for fact in facts:
        values = [getattr(fact, name) for name in dimensions]
        if any(value is None for value in values):
            continue
        key = tuple(str(value) for value in values)
        counts[key] += 1
        reviews[key].add(fact.review)
    return tuple(
        Cell(key=key, count=counts[key], reviews=len(reviews[key]))
        for key in sorted(counts)
    )
