"""DuckDB files, encrypted, one process at a time; the only module that connects.

DuckDB lets one process hold a file; a lock of our own makes others wait for it
instead of failing. Each request opens, works in one transaction and closes.
"""

import datetime as dt
import importlib.metadata
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from ltnlp.domain.errors import KeyUnavailableError, StateError
from ltnlp.store.files import locked

SQL = Path(__file__).parent / "sql"
CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_file_encryption": "true",
}
ROOM_BYTES = 32_000_000
"""DuckDB ends the whole process when a disk is full at the wrong moment (1.5): a
store is not opened on a disk with less room than this."""

_PAGE = 4096
CLOSED_NL = "Geef uw gebruiker schrijfrecht op de map LTNLP_HOME."
FULL_NL = "De schijf is vol. Maak ruimte vrij en probeer het opnieuw."

Row = dict[str, Any]

_numbers = itertools.count(1)
"""Each session attaches under a name of its own: threads share the engine."""

_engines: dict[int, duckdb.DuckDBPyConnection] = {}
"""One by process, none ever dropped: a forked child cannot close its parent's."""


class Session:
    """One transaction on one attached database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Work on a connection whose default database is the attached one."""
        self._connection = connection

    def run(self, query: str, **values: object) -> None:
        """Run the statement `sql/queries/<query>.sql` with named values."""
        self._connection.execute(statement(f"queries/{query}.sql"), values)

    def answer(self, file: str) -> list[Row]:
        """Return the rows of an SQL file below `sql/` that takes no values."""
        return _rows(self._connection.execute(statement(file)))

    def rows(self, query: str, **values: object) -> list[Row]:
        """Return the rows of `sql/queries/<query>.sql`, each by column name."""
        return _rows(
            self._connection.execute(statement(f"queries/{query}.sql"), values)
        )

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Add rows in bulk through Arrow; columns by name."""
        if not rows:
            return
        name = _identifier(table)
        kinds = self._columns(name)
        columns = [column for column in kinds if column in rows[0]]
        batch = pa.table(
            {c: pa.array([row.get(c) for row in rows], kinds[c]) for c in columns}
        )
        self._connection.register("bulk", batch)
        self._connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM bulk")  # noqa: S608 - identifier checked
        self._connection.unregister("bulk")

    def replace(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Put rows in the place of all that a table holds."""
        self._connection.execute(f"DELETE FROM {_identifier(table)}")  # noqa: S608 - identifier checked
        self.insert(table, rows)

    def whole(self, table: str) -> pa.Table:
        """Return all that a table holds."""
        name = _identifier(table)
        return self._connection.execute(f"SELECT * FROM {name}").to_arrow_table()  # noqa: S608 - identifier checked

    def _columns(self, table: str) -> dict[str, pa.DataType]:
        empty = self._connection.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - identifier checked
        schema = empty.to_arrow_table().schema
        return {field.name: field.type for field in schema}


class Database:
    """One DuckDB file of a known schema ("review" or "system")."""

    def __init__(self, path: Path, *, schema: str, key: bytes | None) -> None:
        """Name the file, the folder of its migrations and its encryption key."""
        self._path = path
        self._schema = schema
        self._key = key

    @property
    def exists(self) -> bool:
        """Tell whether the file is there."""
        return self._path.exists()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open, migrate if need be, and run one transaction.

        Raises:
            KeyUnavailableError: the key does not open the file.
            StateError: another process holds it, a newer version wrote it, or the
                disk is full.
        """
        _require_room(self._path.parent)
        with locked(self._path), _cursor() as connection:
            name = f"store_{next(_numbers)}"
            self._attach(connection, name)
            try:
                _migrate(connection, self._schema)
                connection.begin()
                yield Session(connection)
                connection.commit()
            except duckdb.Error as error:
                # The library's messages quote values; only its kind goes on.
                raise StateError(
                    f"the {self._schema} store refused: {type(error).__name__}",
                    message_nl="De opslag kon dit niet uitvoeren. Is er nog ruimte op de "
                    "schijf? Probeer het anders opnieuw.",
                ) from None
            finally:
                _detach(connection, name)

    def _attach(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        option = f" (ENCRYPTION_KEY '{self._key.hex()}')" if self._key else ""
        path = str(self._path).replace("'", "''")
        try:
            connection.execute(f"ATTACH '{path}' AS {name}{option}")
            connection.execute(f"USE {name}")
        except duckdb.IOException:
            raise StateError(
                f"the {self._schema} store is no database or is held elsewhere",
                message_nl="De opslag is beschadigd of in gebruik bij een ander "
                "programma. Sluit dat; helpt het niet, zet dan een reservekopie terug.",
            ) from None
        except duckdb.Error:
            raise KeyUnavailableError(
                f"the {self._schema} store does not open with this key",
                message_nl="De opslag gaat niet open: de sleutel past niet. Zet het "
                "sleutelbestand terug dat bij deze gegevens hoort.",
            ) from None


def _detach(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Close a file: undo what was not committed, and write its log into it."""
    with suppress(duckdb.Error):  # there is none to undo after a commit
        connection.rollback()
    try:
        connection.execute("USE memory")
        connection.execute(f"DETACH {name}")
    except duckdb.Error:
        # It still holds the file: what was committed lies in its log, and the next
        # session reads it from there with an engine that holds nothing.
        if engine := _engines.pop(os.getpid(), None):
            engine.close()
        raise StateError("a store could not be closed", message_nl=FULL_NL) from None


def _require_room(folder: Path) -> None:
    """Refuse to open a store where nothing can be written any more.

    The engine may end the whole process when a commit cannot be written, so this is
    tried beforehand; a quota or a limit shows only so.

    Raises:
        StateError: fewer than `ROOM_BYTES` are left, or a page cannot be written.
    """
    place = next(p for p in (folder, *folder.parents) if p.exists())
    if shutil.disk_usage(place).free < ROOM_BYTES:
        raise StateError("the disk is full", message_nl=FULL_NL)
    try:
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(bytes(_PAGE))
    except PermissionError:
        raise StateError("a store may not be written", message_nl=CLOSED_NL) from None
    except OSError:
        raise StateError("nothing can be written", message_nl=FULL_NL) from None


@contextmanager
def attach_plain(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Make an unencrypted file for publication; closed when the block ends."""
    connection = duckdb.connect(str(path), config=dict(CONFIG))
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def attach_read_only(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a published file to read; many may at the same time."""
    connection = duckdb.connect(str(path), read_only=True, config=dict(CONFIG))
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection in memory that can attach encrypted files."""
    cursor = _engine(os.getpid()).cursor()
    try:
        yield cursor
    finally:
        cursor.close()


def _engine(process: int) -> duckdb.DuckDBPyConnection:
    """Return the engine of a process, made once: to make one takes 50 ms.

    It holds no file between sessions and never writes one of its own.
    """
    if process not in _engines:
        connection = duckdb.connect(":memory:", config=dict(CONFIG))
        connection.execute("SET temp_directory = ''")
        connection.execute(f"LOAD '{_encryption_extension()}'")
        _engines.setdefault(process, connection)
    return _engines[process]


@lru_cache(maxsize=1)
def _encryption_extension() -> str:
    """Return the file, inside the installed package, that writes encrypted files."""
    files = importlib.metadata.files("duckdb-extension-httpfs") or []
    for file in files:
        if file.name.endswith(".duckdb_extension"):
            return str(file.locate())
    raise StateError("the package duckdb-extension-httpfs is not installed")


@lru_cache(maxsize=256)
def statement(relative: str) -> str:
    """Return the text of an SQL file below `sql/`."""
    return (SQL / relative).read_text("utf-8")


def _rows(result: duckdb.DuckDBPyConnection) -> list[Row]:
    columns = [column[0] for column in result.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def _identifier(name: str) -> str:
    if not name.replace("_", "").isalpha() or not name.islower():
        raise StateError(f"not the name of a table: {name!r}")
    return name


@lru_cache(maxsize=8)
def _migrations(schema: str) -> tuple[tuple[int, str], ...]:
    files = sorted((SQL / "migrations" / schema).glob("*.sql"))
    return tuple((int(file.name.split("_")[0]), file.name) for file in files)


def _migrate(connection: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Bring the attached file to the newest version, each step in a transaction."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER, applied TIMESTAMP)"
    )
    done = connection.execute("SELECT coalesce(max(number), 0) FROM migration")
    version = int((done.fetchone() or (0,))[0])
    known = _migrations(schema)
    if known and version > known[-1][0]:
        raise StateError(
            f"the {schema} store has version {version}, this program {known[-1][0]}",
            message_nl="Deze gegevens zijn gemaakt met een nieuwere versie van het "
            "programma. Werk het programma bij; er is niets veranderd.",
        )
    for number, name in known:
        if number > version:
            _apply(connection, schema, number, name)


def _apply(
    connection: duckdb.DuckDBPyConnection, schema: str, number: int, name: str
) -> None:
    connection.begin()
    try:
        connection.execute(statement(f"migrations/{schema}/{name}"))
        connection.execute(
            "INSERT INTO migration VALUES ($number, $applied)",
            {"number": number, "applied": dt.datetime.now(dt.UTC)},
        )
        connection.commit()
    except duckdb.Error:
        connection.rollback()
        raise StateError(
            f"migration {number} of {schema} failed",
            message_nl="Deze gegevens konden niet worden bijgewerkt; er is niets "
            "veranderd. Ga terug naar de vorige versie van het programma en geef dit "
            "door aan uw beheerder.",
        ) from None
