"""Published trends: a file for analysts with tables that are already suppressed."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from pyarrow import parquet

from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.trends import COLUMNS, CROSSED, PublishedCell
from ltnlp.store.database import (
    Row,
    Session,
    attach_plain,
    attach_read_only,
    statement,
)

VIEWS = "views/trends.sql"
WHOLE = "all"
"""What the column `slice` holds where all reviews are counted together."""


def publish(folder: Path, version: int, tables: Mapping[str, Sequence[Row]]) -> Path:
    """Write `<version>.duckdb` with the tables, and nothing they were made from.

    Written beside and renamed, so that analysts see all of it or nothing; the file
    is made read-only.

    Raises:
        StateError: this version was published before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{version}.duckdb"
    if path.exists():
        raise StateError(f"version {version} of the trends was published before")
    beside = folder / f".{version}.making"
    beside.unlink(missing_ok=True)
    with attach_plain(beside) as connection:
        for name, rows in tables.items():
            connection.execute(statement(f"trends/{name}.sql"))
            Session(connection).insert(name, rows)
        connection.execute(statement(VIEWS))
    beside.chmod(0o444)
    beside.replace(path)
    return path


def count_tables(cells: Iterable[PublishedCell]) -> dict[str, list[Row]]:
    """Return the cells as rows of the tables of counts, one table for each subject."""
    tables: dict[str, list[Row]] = {f"{subject}_counts": [] for subject in COLUMNS}
    for cell in cells:
        tables[f"{cell.item.subject}_counts"].append(_row(cell))
    return tables


def newest(folder: Path) -> Path | None:
    """Return the newest published file, None when there is none."""
    numbered = {int(p.stem): p for p in folder.glob("*.duckdb") if p.stem.isdigit()}
    return numbered[max(numbered)] if numbered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTable:
    """A table of a published version, as rows and as a Parquet file."""

    name: str
    rows: tuple[Row, ...]
    parquet: bytes


def published_tables(path: Path) -> tuple[PublishedTable, ...]:
    """Return every table of a published version, in order of name.

    Raises:
        InputError: it is no file of trends.
    """
    with opened(path) as session:
        names = [row["name"] for row in session.answer("trends/tables.sql")]
        return tuple(_table(session, name) for name in names)


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    """Open a published file to read.

    Raises:
        InputError: it is no file of trends.
    """
    try:
        with attach_read_only(path) as connection:
            yield Session(connection)
    except duckdb.Error:
        raise InputError(
            "no file of trends", message_nl="Dit is geen leesbaar bestand met trends."
        ) from None


def _table(session: Session, name: str) -> PublishedTable:
    table = session.whole(name)
    out = io.BytesIO()
    parquet.write_table(table, out)
    rows = tuple(table.to_pylist())
    return PublishedTable(name=name, rows=rows, parquet=out.getvalue())


def _row(cell: PublishedCell) -> Row:
    row: Row = dict(zip(COLUMNS[cell.item.subject], cell.item.values, strict=True))
    if cell.item.subject not in CROSSED:
        row |= _slice(cell)
    return row | {
        "n_reviews": cell.shown.reviews if cell.shown else None,
        "of_reviews": cell.of,
        "suppressed": cell.shown is None,
        "since_version": cell.shown.since if cell.shown else None,
    }


def _slice(cell: PublishedCell) -> Row:
    dimension, value = cell.slice.dimension, cell.slice.value
    return {
        "slice": dimension or WHOLE,
        "review_kind": value if dimension == "review_kind" else None,
        "year": int(value) if dimension == "year" and value.isdigit() else None,
        "region": value if dimension == "region" else None,
    }
