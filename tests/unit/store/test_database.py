"""Databases: encrypted, migrated, one process at a time, each request whole."""

import contextlib
import datetime as dt
import errno
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ltnlp.domain.errors import KeyUnavailableError, StateError
from ltnlp.store import database as module
from ltnlp.store.database import Database

KEY = b"k" * 32
CANARY = "Zwartsluizen"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "review"


def opened(folder, *, key: bytes | None = KEY, schema: str = "review") -> Database:
    return Database(folder / "review.duckdb", schema=schema, key=key)


def whole(name: str, body: str = "x") -> dict[str, object]:
    return {"name": name, "body": body}


def test_what_is_written_is_there_for_the_next(folder):
    assert not opened(folder).exists
    with opened(folder).session() as session:
        session.insert("whole", [whole("a", "1"), whole("b", "2")])
    assert opened(folder).exists
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="b") == [{"body": "2"}]
        session.run("remove_whole", name="b")
        assert session.rows("one_whole", name="b") == []


def test_text_stands_nowhere_in_the_files(folder):
    with opened(folder).session() as session:
        session.insert("whole", [whole(CANARY, CANARY * 5000)])
    for file in folder.rglob("*"):
        if file.is_file():
            assert CANARY.encode() not in file.read_bytes()


def test_text_stands_not_in_the_log_of_a_process_that_was_killed(folder):
    writes = (
        "import os, sys\nfrom pathlib import Path\n"
        "from ltnlp.store.database import Database\n"
        "database = Database(Path(sys.argv[1]), schema='review', key=b'k' * 32)\n"
        "with database.session() as session:\n"
        "    session.insert('whole', [{'name': 'a', 'body': sys.argv[2]}])\n"
        "    session._connection.commit()\n"
        "    os._exit(9)\n"
    )
    path = folder / "review.duckdb"
    done = subprocess.run([sys.executable, "-c", writes, str(path), CANARY])
    assert done.returncode == 9
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.suffix == ".wal" for file in files)
    assert all(CANARY.encode() not in file.read_bytes() for file in files)
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a") == [{"body": CANARY}]


@pytest.mark.parametrize("key", [b"w" * 32, None], ids=["wrong", "missing"])
def test_without_the_key_it_does_not_open(folder, key):
    with opened(folder).session():
        pass
    with (
        pytest.raises(KeyUnavailableError) as refused,
        opened(folder, key=key).session(),
    ):
        pass
    assert "sleutel past niet" in refused.value.message_nl


def test_a_file_that_is_no_database_is_told_as_that(folder):
    folder.mkdir()
    (folder / "review.duckdb").write_bytes(b"no database" * 1000)
    with pytest.raises(StateError) as refused, opened(folder).session():
        pass
    assert "beschadigd" in refused.value.message_nl


def test_a_request_that_fails_changes_nothing(folder):
    with contextlib.suppress(KeyError), opened(folder).session() as session:
        session.insert("whole", [whole("a")])
        raise KeyError
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a") == []


def test_an_error_of_the_library_quotes_no_value(folder):
    with pytest.raises(StateError) as refused, opened(folder).session() as session:
        session.insert("whole", [whole(CANARY), whole(CANARY)])
    assert CANARY not in f"{refused.value}{refused.value.message_nl}"
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_rows_go_in_in_bulk_and_in_order(folder):
    rows = [
        {"correction": f"c{number:06}", "why": CANARY if number % 2 else None}
        for number in range(200_000)
    ]
    with opened(folder).session() as session:
        session.insert("orphan", rows)
        session.insert("orphan", [])
        assert session.rows("all_orphans") == rows


def test_values_of_every_kind_come_back(folder):
    moment = dt.datetime(2024, 1, 2, 3, 4, 5, 678901, tzinfo=dt.UTC)
    version = {
        "number": 1,
        "made_at": moment,
        "events": 2,
        "corrections": 0,
        "sources": 3,
    }
    found = {
        "label": "\x00é\U0001f600",
        "start_at": 4,
        "needs_review": True,
        "score": 0.25,
    }
    with opened(folder).session() as session:
        session.insert("version", [version | {"body": "{}"}])
        session.insert("identifier", [found])
        assert session.rows("all_versions") == [version]
        (identifier,) = session.rows("all_identifiers")
    assert {name: identifier[name] for name in found} == found


def test_a_table_is_replaced_as_a_whole(folder):
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
        session.replace("whole", [whole("b")])
        session.replace("orphan", [])
        assert session.rows("one_whole", name="a") == []
        assert session.rows("one_whole", name="b") != []


@pytest.mark.parametrize("table", ["whole; DROP TABLE whole", "Whole", "", "1"])
def test_what_is_no_name_of_a_table_is_refused(folder, table):
    with pytest.raises(StateError, match="not the name"), opened(folder).session() as s:
        s.insert(table, [whole("a")])


def test_a_store_of_a_newer_version_is_left_alone(folder):
    with opened(folder).session() as session:
        session.insert("migration", [{"number": 999, "applied": None}])
    with pytest.raises(StateError) as refused, opened(folder).session():
        pass
    assert "nieuwere versie" in refused.value.message_nl


@pytest.fixture
def migrations(tmp_path, monkeypatch):
    """The migrations of a schema that a test may add to."""
    folder = tmp_path / "sql" / "migrations" / "review"
    folder.mkdir(parents=True)
    first = module.SQL / "migrations" / "review" / "001_first.sql"
    (folder / "001_first.sql").write_text(first.read_text("utf-8"), "utf-8")
    queries = tmp_path / "sql" / "queries"
    queries.symlink_to(module.SQL / "queries")
    monkeypatch.setattr(module, "SQL", tmp_path / "sql")
    caches = (module._migrations, module.statement)
    for cache in caches:
        cache.cache_clear()
    yield folder
    for cache in caches:
        cache.cache_clear()


def test_a_store_of_an_older_version_is_brought_up(folder, migrations):
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    (migrations / "002_more.sql").write_text(
        "ALTER TABLE whole ADD COLUMN colour VARCHAR; CREATE TABLE more (id INTEGER);"
    )
    module._migrations.cache_clear()
    with opened(folder).session() as session:
        session.insert("whole", [whole("b") | {"colour": "red"}])
        session.insert("more", [{"id": 1}])
        assert session.rows("one_whole", name="a") == [{"body": "x"}]


def test_a_broken_migration_changes_nothing(folder, migrations):
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    broken = migrations / "002_broken.sql"
    broken.write_text("DROP TABLE whole; ALTER TABLE absent ADD COLUMN x VARCHAR;")
    module._migrations.cache_clear()
    with pytest.raises(StateError) as refused, opened(folder).session():
        pass
    assert "niets veranderd" in refused.value.message_nl
    broken.unlink()
    module._migrations.cache_clear()
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a") == [{"body": "x"}]


WRITES = """
import sys
from pathlib import Path
from ltnlp.store.database import Database
database = Database(Path(sys.argv[1]), schema="review", key=b"k" * 32)
for number in range(5):
    with database.session() as session:
        name = f"{sys.argv[2]}{number}"
        session.insert("whole", [{"name": name, "body": "x"}])
"""


def test_processes_that_write_at_once_wait_for_each_other(folder):
    path = str(folder / "review.duckdb")
    started = [
        subprocess.Popen([sys.executable, "-c", WRITES, path, name]) for name in "ab"
    ]
    assert [process.wait(60) for process in started] == [0, 0]
    with opened(folder).session() as session:
        names = [f"{name}{number}" for name in "ab" for number in range(5)]
        assert all(session.rows("one_whole", name=name) for name in names)


def test_threads_with_stores_of_their_own_do_not_mix(tmp_path):
    def write(number):
        for _ in range(5):
            with opened(tmp_path / f"r{number}").session() as session:
                session.replace("whole", [whole(f"of {number}")])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    for number in range(4):
        with opened(tmp_path / f"r{number}").session() as session:
            assert session.rows("one_whole", name=f"of {number}")


def test_nothing_is_written_beside_the_store(folder):
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    assert {file.name for file in folder.iterdir()} == {
        "review.duckdb",
        "review.duckdb.lock",
    }


def test_a_missing_extension_is_told(monkeypatch):
    monkeypatch.setattr("importlib.metadata.files", lambda name: [])
    with pytest.raises(StateError, match="httpfs"):
        module._encryption_extension.__wrapped__()


def test_on_a_full_disk_a_store_is_not_opened(folder, monkeypatch):
    """DuckDB 1.5 ends the process when a commit fails at the wrong moment."""
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    before = (folder / "review.duckdb").read_bytes()
    usage = type("Usage", (), {"free": module.ROOM_BYTES - 1})
    with monkeypatch.context() as full:
        full.setattr(module.shutil, "disk_usage", lambda place: usage)
        with pytest.raises(StateError, match="disk is full") as told:
            opened(folder).session().__enter__()
    assert "Maak ruimte vrij" in told.value.message_nl
    assert (folder / "review.duckdb").read_bytes() == before
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a")


def test_a_store_that_cannot_be_closed_is_open_for_the_next(folder):
    with pytest.raises(StateError, match="could not be closed"), module._cursor() as it:
        module._detach(it, "absent")
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EDQUOT, "Maak ruimte vrij"), (errno.EACCES, "schrijfrecht")],
)
def test_where_nothing_can_be_written_no_store_is_opened(
    folder, monkeypatch, number, words
):
    """A quota or a limit shows in no figure of the disk: it is tried."""

    def refuse(**place: Path) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(module.tempfile, "TemporaryFile", refuse)
    with pytest.raises(StateError, match="written") as told, opened(folder).session():
        pass
    assert words in told.value.message_nl


def test_on_a_full_disk_no_store_is_opened(folder, monkeypatch):
    monkeypatch.setattr(module, "ROOM_BYTES", 10**18)
    with pytest.raises(StateError, match="disk is full"), opened(folder).session():
        pass


def lose(session):
    """Commit, and take the store away under a session that is still open."""
    connection = session._connection
    connection.execute("COMMIT; USE memory")
    attached = connection.execute("SHOW DATABASES").fetchall()
    (name,) = (n for (n,) in attached if n.startswith("store_"))
    connection.execute(f"DETACH {name}; BEGIN")


def test_a_store_that_could_not_be_closed_is_open_for_the_next(folder):
    with opened(folder).session() as session:
        session.insert("whole", [whole("a")])
    with pytest.raises(StateError, match="closed"), opened(folder).session() as session:
        lose(session)
    with opened(folder).session() as session:
        assert session.rows("one_whole", name="a")
