"""What Office keeps beside the words: forms, deleted ends, remarks, dates without a day."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.sheet_notes import FORMULA_NL, HIDDEN_CELLS_NL
from tests.unit.reading.files import docx_with_body, saved, xlsx_of, zip_of
from tests.unit.reading.seen import bodies, read_inside, read_text, rows, turns

RUN = "<w:r><w:t>{}</w:t></w:r>"
DELETED_END = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}{RUN.format(words)}</w:p>"


def field(words: str, properties: str = "") -> str:
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>"
        f"<w:sdtContent>{words}</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            field(paragraph("Klik om te typen."), "<w:showingPlcHdr/>")
            + field(paragraph("Op 3 mei.")),
            ["Op 3 mei."],
            id="a field that nobody filled in",
        ),
        pytest.param(
            f"<w:p>{RUN.format('Naam:')}"
            + field(RUN.format("Kies."), "<w:showingPlcHdr/>")
            + "</w:p>",
            ["Naam:"],
            id="a field in a line",
        ),
        pytest.param(
            field(paragraph("Op 3 mei."), '<w:showingPlcHdr w:val="0"/>'),
            ["Op 3 mei."],
            id="a field that shows what was typed",
        ),
        pytest.param(
            paragraph("Zij ging ", DELETED_END) + paragraph("naar huis."),
            ["Zij ging naar huis."],
            id="an end that was deleted",
        ),
        pytest.param(
            paragraph("Zij ging.", DELETED_END)
            + f"<w:tbl><w:tr><w:tc>{paragraph('cel')}</w:tc></w:tr></w:tbl>"
            + paragraph("Slot.", DELETED_END),
            ["Zij ging.", "cel", "Slot."],
            id="nothing that it goes on with",
        ),
    ],
)
def test_marks_of_word_are_followed(body: str, told: list[str]) -> None:
    assert bodies(read_inside(docx_with_body(body), name="a.docx")) == told


def book_with_marks() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Datum", "Wat"), (dt.date(2022, 3, 4), "Gebeld"), ("=A2+1", "Weer")):
        sheet.append(list(row))
    sheet["B2"].comment = Comment("Was dat niet 5 maart?", "Ada")
    sheet["B3"].comment = Comment("", "Ada")
    sheet.row_dimensions[2].hidden = True
    return saved(book.save)


def test_remarks_at_cells_are_comments_and_what_is_not_seen_is_told() -> None:
    told = read_inside(book_with_marks(), name="a.xlsx")
    assert told.warnings_nl == (HIDDEN_CELLS_NL, FORMULA_NL)
    comments = [s for s in told.segments if s.kind is SegmentKind.COMMENT]
    assert [s.speaker for s in comments] == ["Ada"]
    assert bodies(told, SegmentKind.COMMENT) == ["Was dat niet 5 maart?"]


def test_a_broken_remark_costs_no_rows() -> None:
    stream = io.BytesIO(xlsx_of([("Datum", "Wat"), ("3-5-2022", "Gebeld")]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/comments1.xml", "<comments>")
    told = read_inside(stream.getvalue(), name="a.xlsx")
    assert [date for date, _ in rows(told)] == ["3-5-2022"]


def ods_with(style: str, *, common: bool, column: bool = False) -> bytes:
    """Return a sheet with a date on the first of a month, shown in a style."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    spaces += ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
    date = f'<number:date-style style:name="N1">{style}</number:date-style>'
    cell = '<style:style style:name="c1" style:data-style-name="N1"/>'
    told = 'table:style-name="c1"' if not column else ""
    body = (
        '<table:table table:name="blad">'
        + ('<table:table-column table:default-cell-style-name="c1"/>' if column else "")
        + "<table:table-row><table:table-cell "
        'office:value-type="string"><text:p>Datum</text:p></table:table-cell>'
        "</table:table-row>"
        f'<table:table-row><table:table-cell {told} office:value-type="date" '
        'office:date-value="2022-06-01"><text:p>x</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>Wat</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    main = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        f"{'' if common else date}{cell}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    styles = f"<office:document-styles {spaces}>{date}</office:document-styles>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": main,
        "META-INF/manifest.xml": "<manifest/>",
    }
    return zip_of(members | ({"styles.xml": styles} if common else {}))


MONTH = "<number:month/><number:year/>"


@pytest.mark.parametrize(
    ("content", "date"),
    [
        pytest.param(ods_with(MONTH, common=False), "juni 2022", id="month"),
        pytest.param(ods_with(MONTH, common=True), "juni 2022", id="common style"),
        pytest.param(
            ods_with(MONTH, common=True, column=True), "juni 2022", id="of a column"
        ),
        pytest.param(ods_with("<number:year/>", common=False), "2022", id="year"),
        pytest.param(
            ods_with(f"<number:day/>{MONTH}", common=False), "1-6-2022", id="day"
        ),
    ],
)
def test_a_date_without_a_day_has_none(content: bytes, date: str) -> None:
    told = read_inside(content, name="a.ods")
    assert told.text.split("\n")[-1].split(" | ")[0] == date


MAIL = "From: a@x.example\nMIME-Version: 1.0\nSubject: x\n{head}\n\n{body}\n"


@pytest.mark.parametrize(
    ("head", "reason", "word"),
    [
        (
            'Content-Type: multipart/encrypted; boundary="b"',
            UnreadableReason.ENCRYPTED,
            "versleuteld",
        ),
        ("Content-Type: application/pkcs7-mime", UnreadableReason.ENCRYPTED, "Word"),
        ("Content-Type: application/ms-tnef", UnreadableReason.NO_TEXT, "winmail.dat"),
    ],
    ids=["pgp", "smime", "winmail"],
)
def test_mail_that_only_some_programs_open_is_refused_in_plain_words(
    head: str, reason: UnreadableReason, word: str
) -> None:
    body = "--b\nContent-Type: application/octet-stream\n\nx\n--b--"
    with pytest.raises(UnreadableSourceError) as caught:
        read_text(MAIL.format(head=head, body=body), "a.eml")
    assert caught.value.reason is reason
    assert word in caught.value.message_nl


def test_flowing_lines_of_mail_are_whole() -> None:
    head = "Date: ma, 4 mrt 2024 09:01\nContent-Type: text/plain; format=flowed"
    body = "Zij ging \nnaar huis.\nDaarna niets.\n-- \nAda \n"
    told = read_text(MAIL.format(head=head, body=body), "a.eml")
    assert bodies(told, SegmentKind.PARAGRAPH) == [
        *("Zij ging naar huis.", "Daarna niets.", "--", "Ada"),
    ]
    assert "Verzonden: ma, 4 mrt 2024 09:01" in told.text


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "a.ics", "agenda"),
        (b'{"results": [{"transcript": "Op 3 mei"}]}', "a.json", "JSON"),
        (b"\x78\x9f\x3e\x22" + bytes(99), "winmail.dat", "winmail.dat"),
        (zip_of({"Index/Document.iwa": "x"}), "a.pages", "Pages"),
    ],
    ids=["calendar", "json", "winmail", "pages"],
)
def test_what_is_no_source_is_told_what_to_do(
    content: bytes, name: str, word: str
) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read_inside(content, name=name)
    assert caught.value.reason is UnreadableReason.UNKNOWN_FORMAT
    assert word in caught.value.message_nl


def test_a_line_with_bars_that_stands_alone_is_no_row() -> None:
    head = "Content-Type: text/plain"
    told = read_text(
        MAIL.format(head=head, body="Dag,\n\nAda | wijkteam | 12"), "a.eml"
    )
    assert turns(told)[-1] == (None, "Ada | wijkteam | 12")
    assert told.segments[-1].kind is SegmentKind.PARAGRAPH


def test_words_in_a_text_box_of_rich_text_are_read() -> None:
    source = (
        r"{\rtf1\ansi Tekst.\par{\shp{\*\shpinst{\sp{\sn x}}{\shptxt \pard In een "
        r"kader.\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext In een kader.}}}} Slot.\par}"
    )
    told = read_inside(source.encode(), name="a.rtf")
    assert bodies(told) == ["Tekst.", "Slot.", "In een kader."]
