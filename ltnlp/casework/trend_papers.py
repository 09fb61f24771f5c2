"""A published version of the trends as papers: report, charts and tables."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.casework.trends import published
from ltnlp.domain.errors import InputError
from ltnlp.nlp.factors import pattern_library
from ltnlp.reporting.trend_charts import render_charts
from ltnlp.reporting.trend_files import render_trends_csv, render_trends_xlsx
from ltnlp.reporting.trend_inputs import TrendInput
from ltnlp.reporting.trend_page import render_year, render_year_docx
from ltnlp.store.files import write_atomically
from ltnlp.store.questions import ask_trends, questions
from ltnlp.store.trends import published_tables

YEAR = "jaarbeeld"


def write_trend_papers(
    home: Home, folder: Path, *, today: dt.date, version: int | None = None
) -> tuple[Path, ...]:
    """Write the newest version, or the one named, as papers into `folder`.

    The year's picture as HTML and DOCX, its charts as SVG and PNG, the answers of the
    named questions as XLSX, and every table as CSV and Parquet. All of it comes from
    the published file, so none of it can tell more than that.

    Raises:
        StateError: nothing was published yet.
        InputError: there is no such version, or the folder cannot be written.
    """
    path = published(home, version)
    try:
        return tuple(_write(path, folder, today))
    except OSError:
        raise InputError(
            "the papers cannot be written",
            message_nl="In deze map kan niet geschreven worden.",
        ) from None


def gather_trends(path: Path) -> TrendInput:
    """Return what a year's picture of a published version may show."""
    asked = [one for one in questions() if one.about == "trends"]
    answers = {one.name: ask_trends(path, one) for one in asked}
    return TrendInput(
        about=answers.pop("verantwoording")[0],
        answers=answers,
        explanations={one.name: one.explanation_nl for one in asked},
        pattern_questions={one.id: one.question for one in pattern_library()},
    )


def _write(path: Path, folder: Path, today: dt.date) -> Iterator[Path]:
    trends = gather_trends(path)
    pictures = {kind: render_charts(trends, kind) for kind in ("svg", "png")}
    page = render_year(trends, pictures["svg"], today=today)
    contents = {
        f"{YEAR}.html": page.encode(),
        f"{YEAR}.docx": render_year_docx(trends, pictures["png"], today=today),
        "trends.xlsx": render_trends_xlsx(trends),
    }
    for kind, drawn in pictures.items():
        contents |= {f"grafieken/{name}.{kind}": data for name, data in drawn.items()}
    for table in published_tables(path):
        contents[f"tabellen/{table.name}.csv"] = render_trends_csv(table.rows)
        contents[f"tabellen/{table.name}.parquet"] = table.parquet
    for name, content in contents.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, content)
        yield target
