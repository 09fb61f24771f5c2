"""A table that comes back: changed cells are corrections, the rest is told plainly."""

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from ltnlp.casework.datings import AMOUNT
from ltnlp.casework.handing import hand_in, hand_out
from ltnlp.casework.report import gather
from ltnlp.casework.reviews import end
from ltnlp.casework.rows_back import GONE_NL, NO_STAMP_NL, TWICE_NL, take_rows
from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.events import Status
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from ltnlp.reporting import render_csv
from tests.unit.casework.test_report import NAME, review_in
from tests.unit.reporting import reviews

Row = dict[str, str]


@pytest.fixture
def review(home):
    return review_in(home)


def rows_of(home, review) -> list[Row]:
    text = render_csv(gather(home, review)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def table(rows: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def taken(home, review, rows: list[Row]):
    return take_rows(home, review, table(rows), name="a.csv")


def journal(home, review) -> list[tuple[Do, str | None, dict[str, object]]]:
    return [(c.do, c.target, dict(c.values)) for c in home.store(review).corrections()]


def test_a_table_that_nobody_changed_changes_nothing(home, review):
    rows = rows_of(home, review)
    back = taken(home, review, rows)
    assert (back.appended, back.unchanged, back.missing) == (0, len(rows), 0)
    assert back.refused == ()
    assert journal(home, review) == []


CHANGES = (
    ("Datum", "12-5-2022", Do.REDATE, {"edtf": "2022-05-12"}),
    ("Datum", "rond maart 2022", Do.REDATE, {"edtf": "2022-03~"}),
    ("Datum (EDTF)", "2022-04", Do.REDATE, {"edtf": "2022-04"}),
    ("Gebeurtenis", "Er is gebeld.", Do.EDIT, {"what": "Er is gebeld."}),
    ("Gebeurd", "niet gebeurd", Do.EDIT, {"realised": "nee"}),
    (
        "Organisatie",
        "huisarts; Veilig Thuis",
        Do.EDIT,
        {"organisations": ("huisarts", "veilig_thuis")},
    ),
    ("Moment", "7", Do.MOMENT, {"number": "7"}),
    ("Moment", "x", Do.MOMENT, {}),
    ("Stand", "afgewezen", Do.REJECT, {}),
    ("Stand", "bevestigd", Do.CONFIRM, {}),
)


def of_events(rows: list[Row]) -> list[Row]:
    """The first row of each event."""
    return list({row["Nr"]: row for row in rows[::-1]}.values())[::-1]


def test_changed_cells_are_corrections(home, review):
    rows = rows_of(home, review)
    open_rows = [
        row
        for row in of_events(rows)
        if row["Stand"] == "voorstel" and row["Gebeurd"] == "gebeurd"
    ]
    for row, (column, cell, _, _) in zip(open_rows, CHANGES, strict=False):
        row[column] = cell
    assert len(open_rows) >= len(CHANGES)
    back = taken(home, review, rows)
    assert (back.appended, back.refused) == (len(CHANGES), ())
    made = {target: (do, told) for do, target, told in journal(home, review)}
    for row, (_, _, do, values) in zip(open_rows, CHANGES, strict=False):
        done, told = made[row["Kenmerk"].partition(".")[0]]
        assert done is do
        assert values.items() <= told.items()
    assert taken(home, review, rows).known_before == len(CHANGES)


def test_an_edit_tells_all_that_holds(home, review):
    rows = rows_of(home, review)
    rows[0]["Gebeurd"] = "poging"
    taken(home, review, rows)
    ((_, _, told),) = journal(home, review)
    assert told["what"] == rows[0]["Gebeurtenis"]


def test_a_moment_that_is_cleared_is_none(home, review):
    timeline = home.store(review).timeline()
    moments = tuple(replace(m, status=Status.CONFIRMED) for m in timeline.moments)
    home.store(review).save_timeline(replace(timeline, moments=moments), ())
    rows = rows_of(home, review)
    next(row for row in of_events(rows) if row["Moment"])["Moment"] = ""
    assert taken(home, review, rows).appended == 1
    assert journal(home, review)[0][0] is Do.NOT_MOMENT


UNCLEAR = (
    ("Datum", "ooit", "de datum is niet te lezen"),
    ("Datum", "", "de datum is niet te lezen"),
    ("Gebeurtenis", "", "leeggemaakt"),
    ("Gebeurd", "misschien", "voorgenomen"),
    ("Organisatie", "de buren", "niet te herkennen"),
    ("Organisatie", ",", "niet te herkennen"),
    ("Moment", "derde", "een nummer"),
    ("Stand", "voorstel?", "afgewezen"),
    ("Controle", "abc", NO_STAMP_NL),
    ("Kenmerk", "weg.weg", GONE_NL),
)
"""What is typed into a cell, and what is said of it."""


def test_what_cannot_be_taken_is_told_with_its_row(home, review):
    rows = rows_of(home, review)
    for row, (column, cell, _) in zip(rows, UNCLEAR, strict=False):
        row[column] = cell
        if column == "Kenmerk":
            row["Gebeurtenis"] = "Anders."
    back = taken(home, review, rows)
    assert back.appended == 0
    assert [row for row, _ in back.refused] == list(range(2, 2 + len(UNCLEAR)))
    for (_, _, told), (_, why) in zip(UNCLEAR, back.refused, strict=True):
        assert told in why


def test_two_rows_of_one_event_that_disagree_are_told(home, review):
    rows = rows_of(home, review)
    first = [r["Kenmerk"].partition(".")[0] for r in rows]
    at = next(n for n in range(len(rows) - 1) if first[n] == first[n + 1])
    rows[at]["Datum"], rows[at + 1]["Datum"] = "3 mei 2022", "4 mei 2022"
    back = taken(home, review, rows)
    assert back.refused == ((at + 3, TWICE_NL),)
    assert journal(home, review)[0][2] == {"edtf": "2022-05-03"}


def test_a_row_that_nobody_changed_may_be_of_an_event_that_is_gone(home, review):
    rows = rows_of(home, review)
    rows[0]["Kenmerk"] = "weg.weg"
    assert taken(home, review, rows).refused == ()


def test_what_holds_already_is_no_change(home, review):
    rows = rows_of(home, review)
    row = next(r for r in rows if "," in r["Organisatie"])
    row["Organisatie"] = "; ".join(row["Organisatie"].upper().split(", "))
    back = taken(home, review, rows)
    assert (back.appended, back.refused) == (0, ())


def test_what_changed_since_is_not_taken_back(home, review):
    rows = rows_of(home, review)
    store = home.store(review)
    timeline = store.timeline()
    first, *rest = timeline.events
    store.save_timeline(
        replace(timeline, events=(replace(first, what="Anders."), *rest)),
        (),
    )
    assert taken(home, review, rows).refused == (), "an old file takes nothing back"
    rows[0]["Gebeurtenis"] = "Nog anders."
    back = taken(home, review, rows)
    assert back.appended == 0
    assert "haal de tabel opnieuw op" in back.refused[0][1]


def test_a_day_that_a_spreadsheet_rewrote_is_no_change(home, review):
    rows = rows_of(home, review)
    row = next(r for r in rows if r["Precisie"] == "dag")
    row["Datum"] = "-".join(
        str(int(part)) for part in row["Eerste dag"].split("-")[::-1]
    )
    back = taken(home, review, rows)
    assert (back.appended, back.refused) == (0, ())


def test_shifted_days_are_not_taken_for_true_ones(home, review):
    book = load_workbook(io.BytesIO(shifted(home, review)))
    sheet = book["Tijdlijn"]
    for row in range(2, 8):
        sheet.cell(row=row, column=2).value = "3 mei 2022"
    out = io.BytesIO()
    book.save(out)
    back = take_rows(home, review, out.getvalue(), name="a.xlsx")
    assert back.appended == 0
    assert "andere datums" in back.refused[0][1]


def shifted(home, review) -> bytes:
    home.vault(review, purpose=Purpose.DATE).put(AMOUNT, b"-4")
    home.system().set_rule("release_dates", "shift")
    return hand_out(home, review, "tabel", today=reviews.TODAY).content


def test_rows_that_were_added_are_new_events(home, review):
    rows = rows_of(home, review)
    empty = dict.fromkeys(rows[0], "")
    rows += [
        empty | {"Gebeurtenis": "De school belde.", "Datum": "mei 2022"},
        empty | {"Datum": "3 mei 2022"},
        empty | {"Gebeurtenis": "Niets.", "Datum": "ooit"},
    ]
    back = taken(home, review, rows)
    assert (back.appended, len(back.refused)) == (1, 2)
    ((do, _, told),) = journal(home, review)
    assert do is Do.ADD
    assert told == {"what": "De school belde.", "edtf": "2022-05"}


def test_rows_that_are_missing_stay_and_names_are_replaced(home, review):
    rows = rows_of(home, review)[:1]
    rows[0]["Gebeurtenis"] = f"{NAME} belde."
    back = taken(home, review, rows)
    assert back.missing > 0
    ((_, _, told),) = journal(home, review)
    assert told["what"] == "[Moeder-1] belde."


@pytest.mark.parametrize(
    "content",
    [b"Datum;Gebeurtenis\n3-5-2022;Gebeld\n4-5-2022;Gemaild\n", None],
    ids=["another table", "of another review"],
)
def test_a_table_that_is_not_ours_is_refused(home, review, content):
    if content is None:
        rows = rows_of(home, review)
        content = table([row | {"Kenmerk": "aa.bb"} for row in rows])
    with pytest.raises(InputError) as caught:
        take_rows(home, review, content, name="a.csv")
    assert "Kenmerk" in caught.value.message_nl


def test_a_closed_review_takes_nothing(home, review):
    content = table(rows_of(home, review))
    end(home, review, state=ReviewState.CLOSED, today=reviews.TODAY)
    with pytest.raises(StateError):
        take_rows(home, review, content, name="a.csv")


def test_excel_goes_out_and_comes_back_through_the_page(home, review):
    content = hand_out(home, review, "tabel", today=reviews.TODAY).content
    assert hand_in(home, review, content, name="a.xlsx").startswith("0 verbeteringen")
    book = load_workbook(io.BytesIO(content))
    sheet = book["Tijdlijn"]
    sheet["D2"] = "Er is gebeld."
    for row in range(3, 40):
        sheet.cell(row=row, column=2).value = "ooit"
    out = io.BytesIO()
    book.save(out)
    told = hand_in(home, review, out.getvalue(), name="a.xlsx").split("\n")
    assert told[0].startswith("1 verbetering vastgelegd")
    assert told[1].startswith("Regel 3: de datum is niet te lezen")


def test_what_is_no_paper_is_told(home, review):
    with pytest.raises(InputError) as caught:
        hand_in(home, review, b"Zomaar een tekst.", name="a.txt")
    assert "komt niet uit deze review" in caught.value.message_nl
