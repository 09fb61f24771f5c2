"""Every query on the analysts' page runs on a published version, and finds something."""

import re
from pathlib import Path

import pytest

from ltnlp.casework.trends import publish_trends
from ltnlp.store.trends import opened
from pipelines.simulated import make_facts
from tests.homes import TODAY, home_in

PAGE = (Path(__file__).parents[2] / "docs" / "analisten.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def version(tmp_path_factory):
    home = home_in(tmp_path_factory.mktemp("analyst"))
    for review, facts in make_facts(last_year=2025, reviews=60):
        home.system().save_facts(review, facts)
    made = publish_trends(home, today=TODAY, simulated=True).path
    assert made is not None
    return made


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query_of_the_page_finds_something(version, query: str) -> None:
    with opened(version) as session:
        assert session._connection.execute(query).fetchall()


def test_the_python_of_the_page_runs(version, monkeypatch, capsys) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    monkeypatch.chdir(version.parent.parent)
    exec(
        compile(
            code.replace("trends/3.duckdb", f"trends/{version.name}"), "page", "exec"
        )
    )
    assert int(capsys.readouterr().out) > 0


def test_the_page_names_every_table_of_counts(version) -> None:
    with opened(version) as session:
        names = [row["name"] for row in session.answer("trends/tables.sql")]
    counts = [name for name in names if name.endswith("_counts")]
    assert counts
    assert not [name for name in counts if f"`{name}`" not in PAGE]
