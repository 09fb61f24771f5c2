from collections.abc import Sequence

import pytest

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.pdf import ATTACHED_NL
from ltnlp.reading.pdf_lines import joined
from tests.unit.reading.files import pdf_of
from tests.unit.reading.seen import bodies, kinds, read_inside, rows

WIDE = "Het wijkteam nam in de zomer contact op met de ouders, die net waren verhuisd na de"
LINES = [
    (50, 760, WIDE),
    (
        50,
        746,
        "scheiding. Er volgde een gesprek op school, waar ook de leerplichtambte-",
    ),
    (50, 732, "naar bij aanwezig was."),
    (50, 704, "In het najaar begon het opnieuw."),
]


def test_lines_become_paragraphs() -> None:
    told = read_inside(pdf_of(LINES), name="a.pdf")
    assert bodies(told) == [
        WIDE + " scheiding. Er volgde een gesprek op school, waar ook de "
        "leerplichtambtenaar bij aanwezig was.",
        "In het najaar begon het opnieuw.",
    ]
    assert {s.place.page for s in told.segments} == {1}


TABLE = [
    (50, 760, "Datum"), (150, 760, "Wat gebeurde er"), (450, 760, "Wie"),
    (50, 740, "3-3-2024"), (150, 740, "Melding gedaan bij Veilig Thuis door de"),
    (150, 727, "school, na overleg."), (450, 740, "mentor"),
    (50, 707, "12 mei"), (150, 707, "Gesprek."), (450, 707, "ik, moeder"),
]  # fmt: skip
GRID = " ".join(
    [f"45 {y} m 545 {y} l S" for y in (775, 755, 722, 700)]
    + [f"{x} 700 m {x} 775 l S" for x in (45, 145, 445, 545)]
)


@pytest.mark.parametrize("lines", [GRID, ""], ids=["drawn", "aligned"])
def test_table_rows_stay_together(lines: str) -> None:
    told = read_inside(pdf_of(TABLE, lines=lines), name="a.pdf")
    assert kinds(told) == ["header_row", "row", "row"]
    melding = "Melding gedaan bij Veilig Thuis door de school, na overleg."
    assert rows(told) == [
        ("3-3-2024", ["3-3-2024", melding, "mentor"]),
        ("12 mei", ["12 mei", "Gesprek.", "ik, moeder"]),
    ]


def grid(flat: list[tuple[int, int, int]], upright: list[tuple[int, int, int]]) -> str:
    """Return what draws lines: (height, left, right) and (place, bottom, top)."""
    lines = [f"{x} {y} m {z} {y} l S" for y, x, z in flat]
    return " ".join(lines + [f"{x} {y} m {x} {z} l S" for x, y, z in upright])


def read_table(
    words: Sequence[tuple[float, float, str]], lines: str = ""
) -> list[list[str]]:
    told = read_inside(pdf_of(words, lines=lines), name="a.pdf")
    segments = [s for s in told.segments if s.cells]
    return [[c.of(told.text).strip() for c in s.cells] for s in segments]


def test_a_drawn_cell_over_rows_is_told_in_each() -> None:
    words = [
        *((50, 760, "Wanneer"), (150, 760, "Wat"), (450, 760, "Wie")),
        *((50, 740, "3-3-2024"), (150, 740, "Gebeld."), (450, 740, "samen met het")),
        *((150, 720, "Gemaild."), (450, 727, "hele team")),
        *((50, 700, "4-3-2024"), (150, 700, "Bezocht."), (450, 700, "mentor")),
    ]
    sides = [(x, 695, 775) for x in (45, 145, 445, 545)]
    flat = [*((y, 45, 545) for y in (775, 755, 715, 695)), (735, 145, 445)]
    lines = (
        grid(flat, sides).replace("45 715 m", "45 713 m").replace("545 715", "545 713")
    )
    assert read_table(words, lines) == [
        ["Wanneer", "Wat", "Wie"],
        ["3-3-2024", "Gebeld.", "samen met het hele team"],
        ["3-3-2024", "Gemaild.", "samen met het hele team"],
        ["4-3-2024", "Bezocht.", "mentor"],
    ]


def test_rows_that_nothing_cuts_belong_to_the_table_that_they_stand_in() -> None:
    words = [
        *((50, 760, "Wanneer"), (150, 760, "Wat")),
        *((50, 740, "3-3-2024"), (150, 740, "Gebeld.")),
        (60, 720, "Na de zomer, toen niemand meer iets van elkaar hoorde"),
        *((50, 700, "4-3-2024"), (150, 700, "Bezocht.")),
    ]
    flat = [(y, 45, 445) for y in (775, 755, 735, 715, 695)]
    cut = [(145, 755, 775), (145, 695, 715)]
    lines = grid(flat, [*cut, (45, 695, 775), (445, 695, 775)])
    told = read_inside(pdf_of(words, lines=lines), name="a.pdf")
    assert kinds(told) == ["header_row", "row", "heading", "row"]
    assert [date for date, _ in rows(told)] == ["3-3-2024", "4-3-2024"]


def test_prose_in_a_frame_is_no_table() -> None:
    words = [
        *((50, 780, WIDE[:60]), (50, 766, WIDE[:50])),
        *((50, 740, "3-3-2024"), (150, 740, "Gebeld.")),
        *((50, 720, "4-3-2024"), (150, 720, "Bezocht.")),
    ]
    flat = [(y, 45, 545) for y in (800, 755, 735, 715)]
    lines = grid(flat, [(45, 715, 800), (545, 715, 800), (145, 715, 755)])
    told = read_inside(pdf_of(words, lines=lines), name="a.pdf")
    assert kinds(told)[-2:] == ["row", "row"]
    assert WIDE[:60] in told.text.split("\n")[0]


SHEET = [
    *((50, 760, "Datum"), (150, 760, "Gebeurtenis"), (450, 760, "Wie")),
    *((50, 746, "3-3-2024"), (150, 746, "School belt omdat hij er"), (450, 746, "mentor")),
    (150, 733, "drie dagen niet is geweest"),
    *((50, 718, "9-3-2024"), (150, 718, "Niemand thuis"), (450, 718, "wijkteam")),
    *((50, 704, "april 2024"), (150, 704, "Melding; die wordt niet"), (450, 704, "mentor")),
    (150, 691, "in onderzoek genomen"),
    *((50, 677, "2-5-2024"), (150, 677, "Overleg"), (450, 677, "jeugdarts")),
]  # fmt: skip
EVENTS = [
    ["3-3-2024", "School belt omdat hij er drie dagen niet is geweest", "mentor"],
    ["9-3-2024", "Niemand thuis", "wijkteam"],
    ["april 2024", "Melding; die wordt niet in onderzoek genomen", "mentor"],
    ["2-5-2024", "Overleg", "jeugdarts"],
]


def test_dates_begin_the_rows_of_a_sheet_without_lines() -> None:
    assert read_table(SHEET)[1:] == EVENTS


def test_a_line_over_all_columns_divides_no_table() -> None:
    over = (50, 663, "Periode na de verhuizing naar de andere gemeente in het oosten")
    after = [(50, 649, "9-6-2024"), (150, 649, "Intake"), (450, 649, "wijkteam")]
    told = read_inside(pdf_of([*SHEET, over, *after]), name="a.pdf")
    assert kinds(told) == ["header_row", *["row"] * 4, "heading", "row"]
    assert rows(told)[-1] == ("9-6-2024", ["9-6-2024", "Intake", "wijkteam"])


def test_dates_end_the_rows_where_cells_stand_at_the_bottom() -> None:
    words = [
        *((50, 760, "Datum"), (150, 760, "Gebeurtenis")),
        (150, 746, "School belt omdat hij er"),
        *((50, 733, "3-3-2024"), (150, 733, "drie dagen niet is geweest")),
        *((50, 718, "9-3-2024"), (150, 718, "Niemand thuis")),
        (150, 704, "Melding; die wordt niet"),
        *((50, 691, "2-5-2024"), (150, 691, "in onderzoek genomen")),
    ]
    told = [row[1] for row in read_table(words)[1:]]
    assert told == [EVENTS[0][1], EVENTS[1][1], EVENTS[2][1]]


def test_a_letterhead_has_no_days_of_events() -> None:
    words = [
        *((50, 760, "Gemeente Dorpstad"), (350, 760, "Datum: 12 mei 2022")),
        *((50, 746, "Afdeling Jeugd"), (350, 746, "Kenmerk: 2022-334")),
        *((50, 732, "Postbus 12"), (350, 732, "Behandeld door: team")),
    ]
    assert {date for date, _ in rows(read_inside(pdf_of(words), name="a.pdf"))} == {
        None
    }


def test_what_goes_on_behind_a_label_is_not_torn() -> None:
    words = [
        *((50, 760, "Aanwezig:"), (150, 760, "moeder, vader en de arts van de")),
        (50, 746, "GGD"),
        *((50, 732, "Plaats:"), (150, 732, "De Wilg")),
        *((50, 718, "Tijd:"), (150, 718, "tien uur tot half twaalf")),
    ]
    assert read_table(words)[0] == ["Aanwezig:", "moeder, vader en de arts van de GGD"]


def test_heads_of_a_transcript_stand_alone() -> None:
    said = [("Ada Smit 0:03", "Hoe begon het?"), ("Bo Vos 0:09", "Met een brief.")]
    said += [("Ada Smit 0:15", "En toen?"), ("Bo Vos 0:21", "Toen was het stil.")]
    lines = [line for turn in said for line in turn]
    words = [(50.0, 760.0 - 14 * n, line) for n, line in enumerate(lines)]
    told = read_inside(pdf_of(words), name="a.pdf")
    assert [s.speaker for s in told.segments] == ["Ada Smit", "Bo Vos"] * 2
    assert bodies(told) == [words for _, words in said]


def page(number: int, *words: str) -> list[tuple[float, float, str]]:
    lines = [(50.0, 700.0 - 14 * at, line) for at, line in enumerate(words)]
    return [
        (50, 800, "Dossier WT-2023, vertrouwelijk"),
        *lines,
        (280, 30, f"Pagina {number} van 3"),
    ]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    told = read_inside(
        pdf_of(page(1, "Eerst."), page(2, "Toen."), page(3, "Daarna.")), name="a.pdf"
    )
    assert bodies(told) == ["Eerst.", "Toen.", "Daarna."]
    assert [s.place.page for s in told.segments] == [1, 2, 3]


def test_a_paragraph_goes_on_over_the_page() -> None:
    told = read_inside(pdf_of(page(1, "Zij ging"), page(2, "naar huis.")), name="a.pdf")
    assert bodies(told) == ["Zij ging naar huis."]


def test_a_scan_is_refused_and_told_of() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read_inside(pdf_of([], []), name="a.pdf")
    assert caught.value.reason is UnreadableReason.NO_TEXT
    assert "scan" in caught.value.message_nl
    told = read_inside(pdf_of(LINES, []), name="a.pdf")
    assert told.warnings_nl == (
        "Op bladzijde 2 staat geen tekst die te lezen is (een scan?).",
    )


def test_columns_are_read_one_after_another() -> None:
    left = [
        (50, 700 - 14 * n, f"links regel nummer {n} van de tekst") for n in range(9)
    ]
    right = [(320, 700 - 14 * n, f"rechts regel {n} van de tekst") for n in range(9)]
    told = read_inside(pdf_of([*left, *right]), name="a.pdf")
    assert told.text.index("links regel nummer 8") < told.text.index("rechts regel 0")
    assert set(kinds(told)) == {"paragraph"}


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["de wacht-", "tijd"], "de wachttijd"),
        (["de in-", "en uitstroom"], "de in- en uitstroom"),
        (["de JGZ-", "arts"], "de JGZ-arts"),
        (["een wie-wat-", "waar"], "een wie-wat-waar"),
        (["zaak DK-", "2022"], "zaak DK-2022"),
        (["op 3-11-", "2022"], "op 3-11-2022"),
        (["Sint-", "Odulf"], "Sint-Odulf"),
        (["hij kwam -", "te laat"], "hij kwam - te laat"),
        (["een", "twee", "drie"], "een twee drie"),
    ],
)
def test_words_cut_at_line_ends_are_made_whole(lines: list[str], text: str) -> None:
    assert joined(lines) == text


def test_a_row_that_a_page_cuts_in_two_is_one() -> None:
    first = [
        *[(50, 90, "Datum"), (150, 90, "Wat"), (450, 90, "Wie")],
        *[(50, 70, "3-3-2024"), (150, 70, "Melding gedaan."), (450, 70, "ik")],
        *[(50, 50, "9 mei"), (150, 50, "Gesprek gevoerd met de"), (450, 50, "ik")],
    ]
    second = [
        (150, 760, "leerplicht van de regio."),
        *[(50, 740, "12 mei"), (150, 740, "Nog een gesprek."), (450, 740, "ik")],
        *[(50, 720, "14 mei"), (150, 720, "Brief aan de ouders."), (450, 720, "ik")],
    ]
    told = read_inside(pdf_of(first, second), name="a.pdf")
    assert [cells[1] for _, cells in rows(told)] == [
        "Melding gedaan.",
        "Gesprek gevoerd met de leerplicht van de regio.",
        "Nog een gesprek.",
        "Brief aan de ouders.",
    ]


def test_bullets_labels_and_notes_begin_paragraphs() -> None:
    wide = "Het wijkteam nam in de zomer contact op met de ouders, en dat ging heel goed. Ja."
    lines = [
        *(wide, "- eerste punt dat wordt genoemd", wide, "Advies: wachten", wide),
        *("12-03-24 gebeld", wide, "ze zeiden dit"),
    ]
    told = read_inside(
        pdf_of([(50, 760 - 14 * n, x) for n, x in enumerate(lines)]), name="a"
    )
    assert len(bodies(told)) == 7


def test_what_is_attached_to_a_pdf_is_told_and_never_opened() -> None:
    attached = (
        b"<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles"
        b"<</Names[(a)<</Type/Filespec/F(a)>>]>>>>/Type/Catalog"
    )
    plain = pdf_of([(50, 700, "Oma belde.")])
    told = read_inside(plain.replace(b"<</Type/Catalog", attached), name="a.pdf")
    assert bodies(told) == ["Oma belde."]
    assert told.warnings_nl == (ATTACHED_NL,)
    assert read_inside(plain, name="a.pdf").warnings_nl == ()


@pytest.mark.parametrize(
    "matrix",
    ["0 1 -1 0 842 0", "0 -1 1 0 -200 595", "-1 0 0 -1 595 842", "1 0 0 1 0 0"],
    ids=["to the left", "to the right", "upside down", "upright"],
)
def test_a_page_on_its_side_is_turned(matrix: str) -> None:
    prose = [(50, 660, WIDE), (50, 646, "scheiding. Er volgde een gesprek.")]
    turned = read_inside(
        pdf_of([*TABLE, *prose], lines=f"{matrix} cm {GRID}"), name="a.pdf"
    )
    told = read_inside(pdf_of([*TABLE, *prose], lines=GRID), name="a.pdf")
    assert turned.text == told.text
    assert kinds(turned) == ["header_row", "row", "row", "paragraph"]
