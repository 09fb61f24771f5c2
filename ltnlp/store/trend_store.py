"""What trends are counted from, and what the last version of them shows."""

import datetime as dt
from collections.abc import Sequence

from ltnlp.domain.trends import (
    COLUMNS,
    Cells,
    Count,
    Counts,
    Item,
    PublishedCell,
    Shown,
    Slice,
    Subject,
)
from ltnlp.store.database import Database, Row, Session

DIMENSIONS = ("review_kind", "year", "region")


class TrendStore:
    """Counts reviews in the system store; each call is one transaction."""

    def __init__(self, database: Database) -> None:
        """Work on the system's own database."""
        self._database = database

    def reviews(self) -> int:
        """Return of how many finalised reviews there are facts."""
        with self._database.session() as session:
            return int(session.rows("number_of_reviews")[0]["reviews"])

    def publications(self) -> list[Row]:
        """Return the published versions of the trends."""
        with self._database.session() as session:
            return session.rows("publications")

    def count(self, version: int) -> Counts:
        """Count the reviews that show each item, and remember which were counted.

        Those that no earlier version had belong to this version from now on. Counting
        again for the same version begins anew: what a failure left counts for nothing.
        """
        with self._database.session() as session:
            session.run("forget_reviews", version=version)
            session.answer("counting/reviews.sql")
            session.run("remember_reviews", version=version)
            return _counts(session)

    def earlier(self) -> Cells:
        """Return what the last version shows; nothing when there is none."""
        found: Cells = {}
        with self._database.session() as session:
            for row in session.rows("published_cells"):
                item = Item(subject=Subject(row["subject"]), values=tuple(row["item"]))
                slice_ = Slice(dimension=row["dimension"], value=row["value"])
                shown = Shown(reviews=row["reviews"], since=row["since"])
                found.setdefault(item, {})[slice_] = shown
        return found

    def tells_both(self, one: str, other: str) -> bool:
        """Tell whether a review has facts of two codes, of factors or of patterns."""
        with self._database.session() as session:
            rows = session.rows("reviews_of_both", one=one, other=other)
        return bool(rows[0]["reviews"])

    def record(
        self, version: int, cells: Sequence[PublishedCell], *, on: dt.date, reviews: int
    ) -> None:
        """Record a version and what it shows, in the place of what the last showed."""
        rows = [
            {
                "subject": str(cell.item.subject),
                "item": list(cell.item.values),
                "dimension": cell.slice.dimension,
                "value": cell.slice.value,
                "reviews": cell.shown.reviews,
                "since": cell.shown.since,
            }
            for cell in cells
            if cell.shown is not None
        ]
        made = {"version": version, "published_on": on, "reviews": reviews}
        with self._database.session() as session:
            session.insert("publication", [made])
            session.replace("published_cell", rows)


def _counts(session: Session) -> Counts:
    found: Counts = {}
    for subject, columns in COLUMNS.items():
        for row in session.answer(f"counting/{subject}.sql"):
            item = Item(subject=subject, values=tuple(row[c] for c in columns))
            count = Count(now=row["now"], before=row["before"])
            found.setdefault(item, {})[_slice(row)] = count
    return found


def _slice(row: Row) -> Slice:
    for dimension in DIMENSIONS:
        if row.get(dimension) is not None:
            return Slice(dimension=dimension, value=row[dimension])
    return Slice()
