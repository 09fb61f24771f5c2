"""Published trends: whole, read-only, and nothing they were made from."""

import datetime as dt

import duckdb
import pytest

from ltnlp.domain.errors import StateError
from ltnlp.store.trends import newest, publish

TODAY = dt.date(2024, 5, 1)
TABLES = {
    "factor_counts": [
        {
            "review_kind": "overig",
            "factor": "K03",
            "level": "keten",
            "valence": "belemmerend",
            "n_reviews": 5,
            "n_factors": 9,
            "suppressed": False,
        },
        {
            "review_kind": "overig",
            "factor": "K04",
            "level": "keten",
            "valence": "belemmerend",
            "n_reviews": None,
            "n_factors": None,
            "suppressed": True,
        },
    ],
    "interaction_counts": [],
    "year_counts": [],
}


def asked(path, query):
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_an_analyst_finds_tables_views_and_version(tmp_path):
    path = publish(tmp_path / "trends", 3, TABLES, on=TODAY)
    assert asked(path, "SELECT n_reviews FROM factor_counts ORDER BY factor") == [
        (5,),
        (None,),
    ]
    assert asked(path, "SELECT * FROM publication") == [(3, TODAY)]
    assert asked(path, "SELECT cells, hidden FROM factors_by_level") == [(1, 1)]
    assert asked(path, "SELECT * FROM interactions_that_stayed_out") == []


def test_a_version_is_read_only_and_published_once(tmp_path):
    path = publish(tmp_path, 1, TABLES, on=TODAY)
    assert path.stat().st_mode & 0o222 == 0
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(StateError, match="before"):
        publish(tmp_path, 1, TABLES, on=TODAY)


def test_what_was_left_of_a_publication_that_died_is_in_nobodys_way(tmp_path):
    (tmp_path / ".1.making").write_bytes(b"half")
    assert publish(tmp_path, 1, TABLES, on=TODAY).exists()


def test_the_newest_version_is_the_highest_number(tmp_path):
    assert newest(tmp_path / "absent") is None
    for version in (2, 10):
        publish(tmp_path, version, TABLES, on=TODAY)
    (tmp_path / "x.duckdb").touch()
    assert newest(tmp_path) == tmp_path / "10.duckdb"
