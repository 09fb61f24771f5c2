"""Published trends: a file for analysts with tables that are already suppressed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from ltnlp.domain.errors import StateError
from ltnlp.store.database import Row, Session, attach_plain, statement

VIEWS = "views/trends.sql"


def publish(
    folder: Path, version: int, tables: Mapping[str, Sequence[Row]], *, on: dt.date
) -> Path:
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
            _write(connection, name, rows)
        _write(connection, "publication", [{"version": version, "published_on": on}])
        connection.execute(statement(VIEWS))
    beside.chmod(0o444)
    beside.replace(path)
    return path


def newest(folder: Path) -> Path | None:
    """Return the newest published file, None when there is none."""
    numbered = {int(p.stem): p for p in folder.glob("*.duckdb") if p.stem.isdigit()}
    return numbered[max(numbered)] if numbered else None


def _write(
    connection: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Row]
) -> None:
    connection.execute(statement(f"trends/{name}.sql"))
    Session(connection).insert(name, rows)
