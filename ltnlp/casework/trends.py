"""Trends for analysts: a new version only when enough reviews came in."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.domain.crosscase import DEFAULT_CELL, SMALLEST_CELL
from ltnlp.stages.trends import tables
from ltnlp.store.trends import publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A version of the trends that was made, or why none was (Dutch)."""

    path: Path | None
    reviews: int
    why_nl: str = ""


def smallest_cell(home: Home) -> int:
    """Return on how many reviews a cell must rest: the setting `k`, never under 3."""
    typed = home.system().rules().get("k", str(DEFAULT_CELL))
    return max(SMALLEST_CELL, int(typed))


def publish_trends(home: Home, *, today: dt.date) -> Published:
    """Publish a new version if at least k closed reviews came in since the last.

    So two versions in a row can never be subtracted to learn about fewer than k.
    """
    system = home.system()
    facts = system.facts()
    k = smallest_cell(home)
    reviews = len({fact.review for fact in facts})
    earlier = system.publications()
    before = max((row["reviews"] for row in earlier), default=0)
    if reviews - before < k:
        need = k - (reviews - before)
        return Published(
            path=None,
            reviews=reviews,
            why_nl=f"er zijn nog {need} afgesloten review(s) nodig voor een nieuwe versie",
        )
    version = max((row["version"] for row in earlier), default=0) + 1
    # First: a version that was published and not recorded could be subtracted.
    system.record_publication(version=version, on=today, reviews=reviews)
    path = publish(home.root / "trends", version, tables(facts, k), on=today)
    system.audit(
        by_role="systeem", action="trends published", purpose="trends", count=reviews
    )
    return Published(path=path, reviews=reviews)
