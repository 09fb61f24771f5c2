import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.sheets import word_of
from tests.unit.reading import files
from tests.unit.reading.old_office import xls_of
from tests.unit.reading.seen import kinds, read_inside, read_text, rows

ROWS = (
    ("Tijdlijn van de mentor",),
    ("Datum", "Wat", "Wie"),
    (dt.date(2024, 3, 5), "Melding\ngedaan", "ik"),
    (),
    ("eind mei", None, "moeder"),
    (dt.datetime.fromisoformat("2024-06-01T14:30"), 3.0, 2.5),
)
TEXT = (
    "Tijdlijn van de mentor\nDatum | Wat | Wie\n5-3-2024 | Melding gedaan | ik\n"
    "eind mei |  | moeder\n1-6-2024 14:30 | 3 | 2,5"
)


def test_a_row_is_a_line() -> None:
    told = read_inside(files.xlsx_of(ROWS), name="a.xlsx")
    assert told.text == TEXT
    assert kinds(told) == ["heading", "header_row", "row", "row", "row"]
    assert [date for date, _ in rows(told)] == [
        "5-3-2024",
        "eind mei",
        "1-6-2024 14:30",
    ]
    assert [s.place.row for s in told.segments] == [1, 2, 3, 5, 6]


def test_sheets_follow_one_another() -> None:
    told = read_inside(
        files.xlsx_of([["a", "b"]], [["c"]], [["d"]], hidden=2), name="a.xlsx"
    )
    assert told.text == "a | b\n\nc"
    assert [s.place.sheet for s in told.segments] == [1, 2]
    assert "erborgen" in told.warnings_nl[0]


def test_ods_is_read_like_xlsx() -> None:
    told = read_inside(
        files.ods_of([["Datum", "Wat"], ["3-3-2024", "Melding"]]), name="a.ods"
    )
    assert told.text == "Datum | Wat\n3-3-2024 | Melding"
    assert rows(told) == [("3-3-2024", ["3-3-2024", "Melding"])]


def test_the_older_excel_is_read() -> None:
    told = read_inside(xls_of([["Datum", "Wat"], ["3-3-24", "Şahin"], ["mei", 3.0]]),
                       name="a.xls")  # fmt: skip
    assert told.format == "xls"
    assert told.text == "Datum | Wat\n3-3-24 | Şahin\nmei | 3"


@pytest.mark.parametrize(
    ("rows_given", "column"),
    [
        pytest.param([["Wie", "Wanneer"], ["ik", "mei"]], 1, id="by its header"),
        pytest.param([["ik", "3-3-24"], ["zij", "4 mei"]], 1, id="by its cells"),
        pytest.param([["Naam", "Rol"], ["An", "mentor"]], None, id="none"),
    ],
)
def test_the_date_column_is_found(
    rows_given: list[list[str]], column: int | None
) -> None:
    told = read_inside(files.xlsx_of(rows_given), name="a.xlsx")
    assert told.segments[-1].date_cell == column


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Datum;Wat\n3-3-24;"Zei: ""ja""; en meer"\n', id="semicolon"),
        pytest.param(
            'sep=;\r\nDatum;Wat\r\n3-3-24;"Zei: ""ja""; en meer"\r\n', id="sep"
        ),
        pytest.param('Datum\tWat\n3-3-24\t"Zei: ""ja""; en meer"\n', id="tab"),
        pytest.param('Datum,Wat\n3-3-24,"Zei: ""ja""; en\nmeer"\n', id="comma"),
    ],
)
def test_csv_is_read_like_a_sheet(text: str) -> None:
    told = read_text(text, "a.csv")
    assert told.text == 'Datum | Wat\n3-3-24 | Zei: "ja"; en meer'
    assert rows(told) == [("3-3-24", ["3-3-24", 'Zei: "ja"; en meer'])]


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read_inside(files.xlsx_of([]), name="a.xlsx")
    assert caught.value.reason is UnreadableReason.NO_TEXT


def test_what_a_workbook_shows_of_a_date_is_told() -> None:
    book = Workbook()
    sheet = book.active
    day = dt.date(2022, 3, 1)
    shown = [("mmm-yy", "a"), ("[$-413]mmmm yyyy;@", "b"), ("yyyy", "c"), ("d-m", "d")]
    sheet.append(["Datum", "Wat"])
    for number_format, words in shown:
        sheet.append([day, words])
        sheet.cell(sheet.max_row, 1).number_format = number_format
    told = read_inside(files.saved(book.save), name="a.xlsx")
    assert [date for date, _ in rows(told)] == [
        *("maart 2022", "maart 2022", "2022", "1-3-2022")
    ]


def test_a_date_over_several_rows_is_told_in_each() -> None:
    book = Workbook()
    sheet = book.active
    for row in (["", "Datum", "Wat"], ["", "3-3-24", "x"], ["", None, "y"]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    told = read_inside(files.saved(book.save), name="a.xlsx")
    assert [date for date, _ in rows(told)] == ["3-3-24", "3-3-24"]


NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "waar"), (2.0, "2"), (0.5, "0,5"), (1e300, "1e+300"), (NAN, "nan"),
     (dt.time(9, 5), "09:05"), ("x", "x"), (7, "7")],
)  # fmt: skip
def test_values_are_written_as_a_dutch_reader_does(value: object, words: str) -> None:
    assert word_of(value) == words


@pytest.mark.parametrize(
    ("rows", "dates"),
    [
        ([["Datum", "Wat"], [45356, "belde"], ["mei 2024", "kwam"]], ["5-3-2024", "mei 2024"]),
        ([["x", "Wat"], [dt.date(2024, 3, 4), "belde"], [45356.0, "kwam"]], ["4-3-2024", "5-3-2024"]),
        ([["Jaar", "Wat"], [2023, "belde"], [2024, "kwam"]], ["2023", "2024"]),
        ([["Datum", "Wat"], [3, "belde"], [45356, "kwam"]], ["3", "45356"]),
        ([["Bedrag", "Wat"], [45356, "betaald"], [20000, "terug"]], ["45356", "20000"]),
    ],
    ids=["named", "dated", "years", "other numbers", "amounts"],
)  # fmt: skip
def test_days_that_are_kept_as_numbers_are_days(
    rows: list[list[object]], dates: list[str]
) -> None:
    told = read_inside(files.xlsx_of(rows), name="a.xlsx")
    assert [line.split(" | ")[0] for line in told.text.splitlines()[1:]] == dates


def test_a_date_over_several_rows_of_an_ods_is_told_in_each() -> None:
    with zipfile.ZipFile(io.BytesIO(files.ods_of(
        [["Datum", "Wat"], ["3 mei", "belde"], ["", "kwam"]]
    ))) as archive:  # fmt: skip
        members = {name: archive.read(name) for name in archive.namelist()}
    before, cell, after = members["content.xml"].rpartition(b"<text:p>3 mei")
    at = before.rfind(b"<table:table-cell ")
    span = b'<table:table-cell table:number-rows-spanned="2" '
    spanning = before[:at] + before[at:].replace(b"<table:table-cell ", span)
    members["content.xml"] = spanning + cell + after
    told = read_inside(files.zip_of(members), name="a.ods")
    assert told.text.splitlines()[1:] == ["3 mei | belde", "3 mei | kwam"]
