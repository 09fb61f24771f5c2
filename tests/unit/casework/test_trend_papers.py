"""Papers of a published version: all of them, and nothing but that version."""

import pytest
from pyarrow import parquet

from ltnlp.casework.query import answer
from ltnlp.casework.trend_papers import write_trend_papers
from ltnlp.casework.trends import publish_trends
from ltnlp.domain.errors import InputError, StateError
from pipelines.simulated import make_facts
from tests.homes import TODAY


@pytest.fixture
def published(home):
    for review, facts in make_facts(last_year=2025, reviews=40):
        home.system().save_facts(review, facts)
    publish_trends(home, today=TODAY, simulated=True)
    return home


@pytest.mark.slow
def test_a_version_is_written_as_report_charts_and_tables(published, tmp_path):
    written = write_trend_papers(published, tmp_path / "uit", today=TODAY)
    names = {path.relative_to(tmp_path / "uit").as_posix() for path in written}
    assert {"jaarbeeld.html", "jaarbeeld.docx", "trends.xlsx"} <= names
    assert "grafieken/belemmerend.svg" in names
    assert "grafieken/belemmerend.png" in names
    table = parquet.read_table(tmp_path / "uit/tabellen/factor_counts.parquet")
    counts = [n for n in table.column("n_reviews").to_pylist() if n is not None]
    assert counts
    assert min(counts) >= 5
    csv = (tmp_path / "uit/tabellen/factor_counts.csv").read_text("utf-8-sig")
    assert len(csv.splitlines()) == table.num_rows + 1
    assert "region" in csv.splitlines()[0]
    assert "Nagemaakt" in (tmp_path / "uit/jaarbeeld.html").read_text("utf-8")
    with pytest.raises(InputError, match="version"):
        write_trend_papers(published, tmp_path, today=TODAY, version=7)
    (tmp_path / "vol").write_text("")
    with pytest.raises(InputError, match="written"):
        write_trend_papers(published, tmp_path / "vol", today=TODAY)


def test_a_question_about_trends_is_asked_of_the_newest_version(published):
    found = answer(published, "reviews_per_jaar").rows
    assert {row["jaar"] for row in found} <= {2021, 2022, 2023, 2024, 2025}
    assert all(row["reviews"] >= 5 for row in found)
    # Regions are in the trends only where that is allowed.
    assert answer(published, "factoren_per_regio").rows == ()


def test_without_a_version_there_is_nothing_to_ask(home, tmp_path):
    with pytest.raises(StateError, match="published"):
        answer(home, "reviews_per_jaar")
