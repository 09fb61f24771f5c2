"""Published trends: whole, read-only, and nothing they were made from."""

import datetime as dt

import duckdb
import pytest

from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.trends import ALL, ROOT, Item, PublishedCell, Shown, Slice, Subject
from ltnlp.store.questions import ask_trends, questions
from ltnlp.store.trends import count_tables, newest, opened, publish

TODAY = dt.date(2024, 5, 1)
FACTOR = Item(subject=Subject.FACTOR, values=("K03", "keten", "belemmerend"))
TIME = Item(subject=Subject.FACTOR_TIME, values=(*FACTOR.values, "0-3 maanden"))


def cell(item=FACTOR, slice_=ALL, reviews: int | None = 9, of: int = 20):
    shown = None if reviews is None else Shown(reviews=reviews, since=1)
    return PublishedCell(item=item, slice=slice_, shown=shown, of=of)


def year(value: str) -> Slice:
    return Slice(dimension="year", value=value)


CELLS = (
    cell(ROOT, reviews=20),
    cell(ROOT, year("2023"), reviews=8),
    cell(ROOT, year("2022"), reviews=12),
    cell(),
    cell(slice_=year("2023"), reviews=5, of=8),
    cell(slice_=year("2022"), reviews=None, of=12),
    cell(slice_=year("onbekend"), reviews=None, of=6),
    cell(slice_=Slice(dimension="review_kind", value="eendaags"), reviews=6, of=9),
    cell(TIME, reviews=7),
)
DIMENSIONS = {
    "publication": [
        {
            "version": 3,
            "published_on": TODAY,
            "n_reviews": 20,
            "smallest_cell": 5,
            "simulated": False,
            "note_nl": "uitleg",
        }
    ],
    "dim_factor": [
        {"factor": "K03", "level": "keten", "name_nl": "terugkoppelen"},
    ],
    "dim_level": [{"level": "keten", "place": 6, "name_nl": "Keten"}],
    "dim_pattern": [],
    "dim_organisation": [],
}


@pytest.fixture
def path(tmp_path):
    return publish(tmp_path / "trends", 3, count_tables(CELLS) | DIMENSIONS)


def asked(path, query):
    with opened(path) as session:
        return session._connection.execute(query).fetchall()


def test_each_count_stands_beside_what_it_is_a_part_of(path):
    rows = asked(
        path,
        "SELECT slice, year, n_reviews, of_reviews, suppressed FROM factor_counts "
        "WHERE slice <> 'review_kind' ORDER BY slice, year NULLS LAST",
    )
    assert rows == [
        ("all", None, 9, 20, False),
        ("year", 2022, None, 12, True),
        ("year", 2023, 5, 8, False),
        ("year", None, None, 6, True),
    ]
    assert asked(path, "SELECT relative_time, n_reviews FROM factor_time_counts") == [
        ("0-3 maanden", 7)
    ]


def test_a_view_gives_names_and_shares(path):
    assert asked(
        path, "SELECT name_nl, percent FROM factor_by_year WHERE year=2023"
    ) == [("terugkoppelen", 63)]
    assert asked(path, "SELECT percent, percent_before FROM factor_shift") == [(63, 33)]


def test_every_view_and_every_table_of_counts_says_what_it_is(path):
    silent = asked(
        path,
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL "
        "UNION SELECT table_name FROM duckdb_tables() "
        "WHERE table_name LIKE '%_counts' AND comment IS NULL",
    )
    assert silent == []


@pytest.mark.parametrize(
    "question", [q for q in questions() if q.about == "trends"], ids=lambda q: q.name
)
def test_every_named_question_can_be_asked_and_is_explained(path, question):
    assert ask_trends(path, question) is not None
    assert question.explanation_nl.endswith(".")


def test_names_of_questions_are_given_once():
    names = [question.name for question in questions()]
    assert len(names) == len(set(names))


def test_a_version_is_read_only_and_published_once(path):
    assert path.stat().st_mode & 0o222 == 0
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(StateError, match="before"):
        publish(path.parent, 3, DIMENSIONS)
    with pytest.raises(InputError), opened(path) as session:
        session._connection.execute("CREATE TABLE x (y INTEGER)")


def test_nothing_it_was_made_from_is_in_the_file(path):
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute(
            "SELECT column_name FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    assert not {"review", "document", "passage", "body"} & {name for (name,) in names}


def test_what_was_left_of_a_publication_that_died_is_in_nobodys_way(tmp_path):
    (tmp_path / ".1.making").write_bytes(b"half")
    tables = count_tables(CELLS) | DIMENSIONS
    assert publish(tmp_path, 1, tables).exists()


def test_the_newest_version_is_the_highest_number(tmp_path):
    assert newest(tmp_path / "absent") is None
    for version in (2, 10):
        publish(tmp_path, version, count_tables(CELLS) | DIMENSIONS)
    (tmp_path / "x.duckdb").touch()
    assert newest(tmp_path) == tmp_path / "10.duckdb"
