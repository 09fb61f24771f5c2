"""What a year's picture of the trends (jaarbeeld) is made from, and what it picks out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

SURE = 1.96
"""Standard errors between two shares from which chance alone is unlikely (95 per cent)."""

MOST_SHOWN = 10
"""Bars in a chart, rows in a table: more is not read."""
SMALL_SHIFT = 10
"""Percentage points under which a difference between years is not worth a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendInput:
    """Answers of the named questions about one published version.

    Attributes:
        about: the row of `verantwoording`.
        answers: question → rows.
        explanations: question → what it asks, in Dutch.
        pattern_questions: pattern → consideration, put as a question.
    """

    about: Row
    answers: Mapping[str, Sequence[Row]]
    explanations: Mapping[str, str] = field(default_factory=dict)
    pattern_questions: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """Return the newest year that is shown."""
        years = [row["jaar"] for row in self.answers["reviews_per_jaar"] if row["jaar"]]
        return max(years, default=None)

    @property
    def reviews_of_year(self) -> int | None:
        """Return how many reviews the newest year has."""
        rows = self.answers["reviews_per_jaar"]
        found = [row["reviews"] for row in rows if row["jaar"] == self.year]
        return found[0] if found and self.year else None

    def factors(self, valence: str) -> list[Row]:
        """Return the factors of most reviews, by whether they hamper or support."""
        rows = self.answers["factoren_in_reviews"]
        return [row for row in rows if row["werking"] == valence][:MOST_SHOWN]

    def levels(self, valence: str) -> dict[str, list[tuple[int, int | None]]]:
        """Return for each level its share per year; None where it is withheld."""
        found: dict[str, list[tuple[int, int | None]]] = {}
        for row in self.answers["niveaus_per_jaar"]:
            if row["werking"] == valence and row["jaar"]:
                found.setdefault(row["niveau"], []).append(
                    (row["jaar"], row["percent"])
                )
        return found

    def patterns(self) -> list[Row]:
        """Return the patterns of most reviews."""
        return list(self.answers["systeempatronen"])[:MOST_SHOWN]

    def not_done(self) -> list[Row]:
        """Return what did not happen, in most reviews first."""
        return list(self.answers["niet_gebeurd"])[:MOST_SHOWN]

    def shifts(self) -> list[Row]:
        """Return where the newest year differs most from the years before."""
        rows = self.answers["verschuivingen"]
        return [
            row
            for row in rows
            if abs(row["percent"] - row["eerder_percent"]) >= SMALL_SHIFT
        ][:MOST_SHOWN]

    def themes(self) -> list[tuple[Row, str]]:
        """Return the patterns to talk about, each with the question that it asks."""
        return [
            (row, self.pattern_questions[row["patroon"]])
            for row in self.patterns()
            if row["patroon"] in self.pattern_questions
        ][:6]


def may_be_chance(row: Row) -> bool:
    """Tell whether chance alone gives such a difference between years easily.

    Two shares with their pooled standard error; a rough rule that says what needs
    care, not what is true.
    """
    newest, before = row["reviews"] / row["van"], row["eerder"] / row["eerder_van"]
    both = row["van"] + row["eerder_van"]
    pooled = (row["reviews"] + row["eerder"]) / both
    spread = pooled * (1 - pooled) * (1 / row["van"] + 1 / row["eerder_van"])
    return bool((newest - before) ** 2 <= SURE**2 * spread)
