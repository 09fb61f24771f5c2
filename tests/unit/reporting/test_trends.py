"""The year's picture of the trends: readable, honest about what is withheld."""

import datetime as dt
import io
import re

import docx
import openpyxl
import pytest

from ltnlp.reporting.trend_charts import render_charts
from ltnlp.reporting.trend_files import render_trends_csv, render_trends_xlsx
from ltnlp.reporting.trend_inputs import TrendInput, may_be_chance
from ltnlp.reporting.trend_page import render_year, render_year_docx
from ltnlp.reporting.trend_words import in_short

TODAY = dt.date(2026, 1, 15)
ABOUT = {
    "versie": 2,
    "uitgegeven": TODAY,
    "reviews": 40,
    "minstens": 5,
    "nagemaakt": False,
    "toelichting": "Zo is geteld.",
}


def factor(name: str, valence: str, reviews: int) -> dict[str, object]:
    return {
        "niveau": "keten",
        "factor": name[:3],
        "naam": name,
        "werking": valence,
        "reviews": reviews,
        "van": 40,
        "percent": round(100 * reviews / 40),
    }


def level(year: int, percent: int | None) -> dict[str, object]:
    return {
        "jaar": year,
        "niveau": "Keten",
        "werking": "belemmerend",
        "reviews": None,
        "van": 20,
        "percent": percent,
    }


SHIFT = {
    "jaar": 2025,
    "factor": "K03",
    "naam": "terugkoppeling",
    "werking": "belemmerend",
    "reviews": 6,
    "van": 20,
    "percent": 30,
    "eerder": 16,
    "eerder_van": 20,
    "eerder_percent": 80,
}
ANSWERS = {
    "reviews_per_jaar": [{"jaar": 2024, "reviews": 20}, {"jaar": 2025, "reviews": 20}],
    "factoren_in_reviews": [
        factor("terugkoppeling", "belemmerend", 22),
        factor("vaste werker", "ondersteunend", 9),
    ],
    "niveaus_per_jaar": [level(2023, 50), level(2024, None), level(2025, 60)],
    "systeempatronen": [factor("heen en weer", "belemmerend", 12) | {"patroon": "PT1"}],
    "niet_gebeurd": [{"soort": "overleg", "reviews": 8, "van": 40, "percent": 20}],
    "verschuivingen": [SHIFT],
}
NOTHING: dict[str, list[dict[str, object]]] = {name: [] for name in ANSWERS}


def trends(answers=None, **about: object) -> TrendInput:
    return TrendInput(
        about=ABOUT | about,
        answers=ANSWERS if answers is None else answers,
        explanations={"niet_gebeurd": "Wat uitbleef."},
        pattern_questions={"PT1": "Wie heeft doorzettingsmacht?"},
    )


def page(given: TrendInput) -> str:
    return render_year(given, render_charts(given, "svg"), today=TODAY)


def test_the_page_tells_what_stands_out_with_its_numbers() -> None:
    shown = page(trends())
    assert "Jaarbeeld leerreviews 2025" in shown
    assert "terugkoppeling (22 van 40 reviews)" in shown
    assert "minder vaak voor dan in de jaren ervoor: 6 van 20 reviews (30%)" in shown
    assert "heen en weer (12 van 40 reviews)" in shown
    assert "Wie heeft doorzettingsmacht?" in shown
    assert "na zes weken" in shown
    assert "Nagemaakt" not in shown
    assert not re.search(r"(src|href)=.?https?:", shown)


def test_the_newest_year_is_the_one_that_is_counted() -> None:
    years = [{"jaar": 2024, "reviews": 20}, {"jaar": 2025, "reviews": 7}]
    given = trends(ANSWERS | {"reviews_per_jaar": years})
    assert (given.year, given.reviews_of_year) == (2025, 7)
    assert trends(NOTHING).reviews_of_year is None


def test_made_up_numbers_are_called_so_in_every_form() -> None:
    given = trends(nagemaakt=True)
    assert "Nagemaakte gegevens" in page(given)
    assert render_charts(given, "svg") != render_charts(trends(), "svg")
    document = docx.Document(
        io.BytesIO(render_year_docx(given, render_charts(given, "png"), today=TODAY))
    )
    assert any("NAGEMAAKTE" in p.text for p in document.paragraphs)


def test_without_numbers_the_page_says_that_there_are_too_few() -> None:
    given = trends(NOTHING)
    assert render_charts(given, "svg") == {}
    shown = page(given)
    assert "<h1>Jaarbeeld leerreviews</h1>" in shown
    assert shown.count("nog te weinig reviews") == 5
    assert in_short(given) == ["Dit beeld rust op 40 afgesloten reviews."]
    assert render_year_docx(given, {}, today=TODAY)


def test_charts_are_the_same_each_time_and_leave_gaps() -> None:
    drawn = render_charts(trends(), "svg")
    assert set(drawn) == {
        "belemmerend",
        "ondersteunend",
        "niveaus",
        "patronen",
        "niet_gebeurd",
        "verschuivingen",
    }
    assert drawn == render_charts(trends(), "svg")
    assert render_charts(trends(), "png")["niveaus"].startswith(b"\x89PNG")
    filled = ANSWERS | {
        "niveaus_per_jaar": [level(2023, 50), level(2024, 55), level(2025, 60)]
    }
    assert drawn["niveaus"] != render_charts(trends(filled), "svg")["niveaus"]


def test_the_word_document_has_the_chapters_the_charts_and_the_table_to_fill() -> None:
    given = trends()
    document = docx.Document(
        io.BytesIO(render_year_docx(given, render_charts(given, "png"), today=TODAY))
    )
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[1] == "1. Wat het vaakst terugkwam"
    assert headings[-1] == "Verantwoording"
    assert len(document.inline_shapes) == 6
    assert [len(table.rows) for table in document.tables] == [4, 6]
    assert not any("NAGEMAAKTE" in p.text for p in document.paragraphs)


@pytest.mark.parametrize(
    ("newest", "before", "chance"),
    [((6, 20), (16, 20), False), ((8, 20), (10, 20), True), ((20, 20), (20, 20), True)],
)
def test_a_difference_that_chance_gives_easily_is_called_so(
    newest: tuple[int, int], before: tuple[int, int], chance: bool
) -> None:
    row = {"reviews": newest[0], "van": newest[1]}
    row |= {"eerder": before[0], "eerder_van": before[1]}
    assert may_be_chance(row) is chance


def test_a_workbook_has_a_sheet_for_each_answer() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_trends_xlsx(trends())))
    assert book.sheetnames[0] == "Uitleg"
    sheet = book["niet_gebeurd"]
    assert sheet["A1"].value == "Wat uitbleef."
    assert [cell.value for cell in sheet[3]] == ["overleg", 8, 40, 20]
    assert "verschuivingen" not in openpyxl.load_workbook(
        io.BytesIO(render_trends_xlsx(trends(NOTHING)))
    )


def test_in_a_table_for_a_spreadsheet_the_withheld_is_empty_and_nothing_computes() -> (
    None
):
    rows = [{"naam": "=1+1", "n": 7}, {"naam": "b", "n": None}]
    told = render_trends_csv(rows).decode("utf-8-sig").splitlines()
    assert told == ["naam;n", "'=1+1;7", "b;"]
    assert render_trends_csv([]).decode("utf-8-sig").strip() == ""
