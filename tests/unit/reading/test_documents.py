"""Word, OpenDocument, rich text, web pages, Markdown and mail."""

import datetime as dt

import pytest

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading import read
from tests.unit.reading import files
from tests.unit.reading.old_office import compound_of
from tests.unit.reading.seen import bodies, kinds, read_inside, read_text, rows, turns

PARAGRAPHS = ("Verslag van het gesprek", "", "Moeder belde op 3 maart.", "Geen gehoor.")
TABLE = (("Datum", "Wat", "Wie"), ("3-3-2024", "Melding", ""), ("mei", "", "ik"))
TEXT = "\n".join(PARAGRAPHS)
ROWS = "Datum | Wat | Wie\n3-3-2024 | Melding\nmei |  | ik"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(files.docx_of(*PARAGRAPHS, table=TABLE), id="docx"),
        pytest.param(files.odt_of(*PARAGRAPHS, table=TABLE), id="odt"),
        pytest.param(files.rtf_of(*PARAGRAPHS, table=TABLE), id="rtf"),
    ],
)
def test_paragraphs_and_rows_are_lines(content: bytes) -> None:
    told = read_inside(content, name="verslag")
    assert told.text == f"{TEXT}\n{ROWS}"
    assert kinds(told) == ["paragraph"] * 3 + ["header_row", "row", "row"]
    assert rows(told) == [
        ("3-3-2024", ["3-3-2024", "Melding"]),
        ("mei", ["mei", "", "ik"]),
    ]


RUN = "<w:r><w:t>{}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inner}</w:p>"


def run(words: str) -> str:
    return RUN.format(words)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            paragraph("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t></w:r>"),
            "een twee",
            id="tab",
        ),
        pytest.param(
            paragraph("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>"),
            "een twee",
            id="soft break",
        ),
        pytest.param(
            paragraph(
                run("A")
                + "<w:del><w:r><w:delText>B</w:delText></w:r></w:del>"
                + f"<w:ins>{run('C')}</w:ins>"
            ),
            "AC",
            id="tracked changes",
        ),
        pytest.param(
            paragraph(f"<w:moveFrom>{run('weg')}</w:moveFrom>{run('hier')}"),
            "hier",
            id="moved away",
        ),
        pytest.param(
            paragraph(
                "<w:r><w:t>wacht</w:t><w:softHyphen/><w:t>tijd</w:t>"
                "<w:noBreakHyphen/><w:t>A</w:t></w:r>"
            ),
            "wachttijd-A",
            id="hyphens",
        ),
        pytest.param(
            paragraph(
                f"<w:hyperlink>{run('link')}</w:hyperlink>"
                "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
            ),
            "link",
            id="link without its code",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{paragraph(run('in een veld'))}</w:sdtContent></w:sdt>",
            "in een veld",
            id="form field",
        ),
        pytest.param(
            paragraph(
                run("buiten")
                + "<w:r><w:drawing><w:txbxContent>"
                + paragraph(run("binnen"))
                + "</w:txbxContent></w:drawing></w:r>"
            ),
            "buiten\nbinnen",
            id="text box",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
            + paragraph(run("titel"))
            + "</w:tc></w:tr><w:tr><w:tc>"
            + paragraph(run("a"))
            + paragraph(run("b"))
            + "</w:tc><w:tc>"
            + paragraph(run("c"))
            + "</w:tc></w:tr></w:tbl>",
            "titel\na b | c",
            id="cells over columns and with paragraphs",
        ),
    ],
)
def test_word_is_read_as_it_is_seen(body: str, text: str) -> None:
    assert read_inside(files.docx_with_body(body), name="a.docx").text == text


def test_headings_by_style() -> None:
    style = "<w:pPr><w:pStyle w:val='Kop1'/></w:pPr>"
    body = paragraph(run("Aanleiding"), style) + paragraph(run("Er was zorg."))
    told = read_inside(files.docx_with_body(body), name="a.docx")
    assert kinds(told) == ["heading", "paragraph"]


def test_comments_and_notes_stand_under_the_text() -> None:
    content = files.docx_with_body(
        paragraph(run("Er was zorg.")),
        comments=f"<w:comment w:author='Ada Smit'>{paragraph(run('Wanneer?'))}</w:comment>",
        footnotes=f"<w:footnote w:type='separator'>{paragraph(run('-'))}</w:footnote>"
        f"<w:footnote>{paragraph(run('Zie het dossier.'))}</w:footnote>",
    )
    told = read_inside(content, name="a.docx")
    assert told.text == "Er was zorg.\n\nZie het dossier.\n\nAda Smit: Wanneer?"
    comment = told.segments[-1]
    assert (comment.kind, comment.speaker) == (SegmentKind.COMMENT, "Ada Smit")
    assert bodies(told, SegmentKind.COMMENT) == ["Wanneer?"]


def test_macros_are_told_of() -> None:
    paper = "<w:document xmlns:w='http://x'><w:body><w:p><w:r><w:t>Zorg.</w:t></w:r>"
    members = {"word/document.xml": paper + "</w:p></w:body></w:document>"}
    content = files.zip_of({**members, "word/vbaProject.bin": b"\0"})
    told = read_inside(content, name="a.docm")
    assert told.text == "Zorg."
    assert "macro" in told.warnings_nl[0]


def test_odt_blanks_and_comments() -> None:
    assert read_inside(files.odt_with_spaces(), name="a.odt").text == "een twee drie"
    told = read_inside(files.odt_of("Eerst.", comment="Klopt dit?"), name="a.odt")
    assert told.text == "Eerst.\nMet opmerking.\n\nKlopt dit?"


NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>Zie dossier.</text:p></text:note-body></text:note>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<text:p>een<text:s text:c='2'/>twee\n  drie </text:p>",
            "een  twee drie",
            id="blanks",
        ),
        pytest.param(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg"
            "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>hier</text:p>",
            "hier",
            id="tracked changes",
        ),
        pytest.param(
            f"<text:p>Er was zorg.{NOTE}</text:p>",
            "Er was zorg.\n\nZie dossier.",
            id="footnote",
        ),
        pytest.param(
            "<text:list><text:list-item><text:p>een</text:p></text:list-item>"
            "<text:list-item><text:p>twee</text:p></text:list-item></text:list>",
            "een\ntwee",
            id="list",
        ),
        pytest.param(
            "<text:p>buiten<draw:frame><draw:text-box><text:p>binnen</text:p>"
            "</draw:text-box></draw:frame></text:p>",
            "buiten\nbinnen",
            id="text box",
        ),
        pytest.param(
            "<text:p>zorg</text:p><office:annotation><dc:creator>Ada</dc:creator>"
            "<dc:date>2024-03-03</dc:date><text:p>Klopt dit?</text:p>"
            "</office:annotation>",
            "zorg\n\nAda: Klopt dit?",
            id="comment with its author",
        ),
        pytest.param(
            "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
            "<text:p>Datum</text:p></table:table-cell><table:table-cell>"
            "<text:p>Wat</text:p></table:table-cell></table:table-row>"
            "</table:table-header-rows><table:table-row><table:table-cell "
            "table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            "Datum | Wat\nx | x",
            id="table with a header",
        ),
    ],
)
def test_open_document_is_read_as_it_is_seen(body: str, text: str) -> None:
    assert read_inside(files.odt_with_body(body), name="a.odt").text == text


def test_headings_and_pages_of_open_document() -> None:
    body = "<text:h>Kop</text:h><text:p>een</text:p><text:soft-page-break/>"
    told = read_inside(files.odt_with_body(body + "<text:p>twee</text:p>"), name="a")
    assert kinds(told) == ["heading", "paragraph", "paragraph"]
    assert [s.place.page for s in told.segments] == [1, 1, 2]


def test_rtf_letters_bars_and_soft_breaks() -> None:
    told = read_inside(files.rtf_of("crèche | Şahin", r"een\line twee"), name="a.rtf")
    assert told.text == "crèche | Şahin\neen twee"


HTML = (
    "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>"
    "<h1>Tijdlijn</h1><p>Eerst <b>dit</b>,\n dan dat.<br>En meer.</p>"
    "<script>alert(1)</script><table><tr><th>Datum<th>Wat</tr>"
    "<tr><td>3 mei 2024<td>Melding<br>gedaan</tr></table></body></html>"
)


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.doc"])
def test_html_blocks_are_lines(name: str) -> None:
    told = read_inside(HTML.encode(), name=name)
    assert told.format == "html"
    assert told.text == (
        "Tijdlijn\nEerst dit, dan dat.\nEn meer.\nDatum | Wat\n"
        "3 mei 2024 | Melding gedaan"
    )
    assert rows(told) == [("3 mei 2024", ["3 mei 2024", "Melding gedaan"])]


def test_layout_tables_are_no_rows() -> None:
    told = read_inside(
        b"<html><body><table><tr><td><table><tr><td>Dag Sara,</td></tr>"
        b"<tr><td>Tot morgen.</td></tr></table></td></tr></table></body></html>",
        name="a.html",
    )
    assert kinds(told) == ["paragraph", "paragraph"]


def test_markdown_is_the_file_with_its_marks_known() -> None:
    text = "# Verslag\n\n---\n\n- Eerst\n- Dan\n\n| Datum | Wat |\n|---|---|\n"
    text += "| 3-3-24 | Melding |\n\n> citaat\n"
    told = read_text(text, "a.md")
    assert told.text == text
    assert kinds(told) == [
        *("heading", "paragraph", "paragraph", "header_row", "row", "quoted")
    ]
    assert bodies(told)[:3] == ["Verslag", "Eerst", "Dan"]
    assert rows(told) == [("3-3-24", ["3-3-24", "Melding"])]


def test_mail_has_headers_a_date_and_its_text() -> None:
    told = read_inside(
        files.eml_of("Dag Sara,\n\nDinsdag kan.\n\n> Kun je?\n"), name="a.eml"
    )
    assert told.text.splitlines()[:5] == [
        "Van: Joke de Wit <j.dewit@school.example>",
        "Aan: Sara Pool <s.pool@wijkteam.example>",
        "Verzonden: dinsdag 5 maart 2024 16:20",
        "Onderwerp: RE: overleg",
        "",
    ]
    assert told.made_on == dt.date(2024, 3, 5)
    assert kinds(told) == ["mail_header"] * 4 + ["paragraph", "paragraph", "quoted"]


def test_plain_text_of_a_mail_goes_before_its_html() -> None:
    html = "<p>Dag <b>Sara</b></p><p>Dinsdag kan.</p>"
    both = read_inside(files.eml_of("Gewoon.\n", html=html), name="a.eml")
    assert bodies(both, SegmentKind.PARAGRAPH) == ["Gewoon."]


def test_html_is_read_where_a_mail_has_nothing_else() -> None:
    content = (
        b"From: a@b.example\r\nDate: Tue, 05 Mar 2024 16:20:00 +0100\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<p>Dag Sara</p><p>Dinsdag kan.</p>"
    )
    told = read_inside(content, name="bericht")
    assert bodies(told, SegmentKind.PARAGRAPH) == ["Dag Sara", "Dinsdag kan."]


FORWARDED = (
    b"From: a@b.example\nSubject: FW: x\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain\n\n"
    b"Zie onder.\n--q\nContent-Type: message/rfc822\n\nFrom: c@d.example\n"
    b"Date: Mon, 4 Mar 2024 09:00:00 +0100\nSubject: x\n\nEr is zorg.\n--q--\n"
)


def test_a_message_attached_to_a_message_is_read() -> None:
    told = read_inside(FORWARDED, name="a.eml")
    assert bodies(told, SegmentKind.PARAGRAPH) == ["Zie onder.", "Er is zorg."]
    assert "Verzonden: maandag 4 maart 2024 09:00" in told.text
    assert (told.made_on, told.warnings_nl) == (None, ())


def test_a_message_in_unknown_letters_is_read() -> None:
    head = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x\n"
    )
    assert (
        "crèche" in read_inside(head + "\ncrèche".encode("cp1252"), name="a.eml").text
    )


def test_attachments_are_told_of() -> None:
    told = read_inside(
        files.eml_of("Zie bijlage.\n", attachment=b"%PDF-"), name="a.eml"
    )
    assert told.warnings_nl == (
        "1 bijlage is niet gelezen; lever die apart aan als dat nodig is.",
    )


def test_an_interview_in_word_has_turns() -> None:
    told = read_inside(
        files.docx_of(
            "Gesprek", "", "An: Hoe?", "", "Bo: Zo.", "", "An: En?", "", "Bo: Nou."
        ),
        name="a.docx",
    )
    assert turns(told)[1:] == [
        ("An", "Hoe?"),
        ("Bo", "Zo."),
        ("An", "En?"),
        ("Bo", "Nou."),
    ]


def test_a_recorded_meeting_in_word_has_turns_where_its_lines_are_soft() -> None:
    said = [("An Vos", "Hoe?"), ("Bo", "Zo."), ("An Vos", "En?"), ("Bo", "Nou.")]
    cues = [
        f"0:{n}:5.12 --> 0:{n}:8.0\n{who}\n{words}"
        for n, (who, words) in enumerate(said)
    ]
    told = read_inside(files.docx_of(*cues), name="a.docx")
    assert turns(told) == said
    other = read_inside(files.docx_of("Eerste regel\nen verder."), name="a.docx")
    assert other.text == "Eerste regel en verder."


def test_a_wrong_ending_is_read_by_content_with_a_warning() -> None:
    told = read_inside(files.docx_of("Er was zorg."), name="a.pdf")
    assert told.format == "docx"
    assert "docx" in told.warnings_nl[0]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (files.docx_of(""), "a.docx", UnreadableReason.NO_TEXT),
        (b"* * *\n\n- - -\n", "a.txt", UnreadableReason.NO_TEXT),
        (files.docx_of("Zorg.")[:900], "a.docx", UnreadableReason.CORRUPT),
        (compound_of("WordDocument", b"x"),
         "a.doc", UnreadableReason.UNKNOWN_FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "a.docx", UnreadableReason.ENCRYPTED),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.png", UnreadableReason.UNKNOWN_FORMAT),
        (b"\0\0\0\x18ftypmp42\0\0", "a.mp4", UnreadableReason.UNKNOWN_FORMAT),
        (b"MZ\x90\0\3\0\0\0", "a.exe", UnreadableReason.UNSAFE),
        (files.zip_of({"a.txt": "x"}), "a.zip", UnreadableReason.UNKNOWN_FORMAT),
    ],
    ids=["no words", "rules alone", "cut off", "old word", "password", "picture", "film", "program",
         "zip"],
)  # fmt: skip
def test_refusals_say_why(content: bytes, name: str, reason: UnreadableReason) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read_inside(content, name=name)
    assert caught.value.reason is reason


MERGED = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"


def test_a_date_over_several_rows_is_told_in_each() -> None:
    def row(first: str, words: str) -> str:
        return f"<w:tr>{first}<w:tc>{paragraph(run(words))}</w:tc></w:tr>"

    starts = MERGED.format(" w:val='restart'", paragraph(run("3-3-24")))
    goes_on = MERGED.format("", paragraph(""))
    head = f"<w:tc>{paragraph(run('Datum'))}</w:tc>"
    body = row(head, "Wat") + row(starts, "x") + row(goes_on, "y")
    told = read_inside(files.docx_with_body(f"<w:tbl>{body}</w:tbl>"), name="a.docx")
    assert [date for date, _ in rows(told)] == ["3-3-24", "3-3-24"]


def test_pages_of_word_are_known_where_it_left_them() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
    body = paragraph(run("een")) + paragraph(turned.format("twee"))
    body += paragraph(run("nog ") + turned.format("twee")) + paragraph(run("drie"))
    told = read_inside(files.docx_with_body(body), name="a.docx")
    assert [s.place.page for s in told.segments] == [1, 2, 2, 3]


def test_a_main_part_with_another_name_is_found() -> None:
    relation = "<Relationships><Relationship Id='r' Target='/word/document2.xml' "
    relation += "Type='http://x/relationships/officeDocument'/></Relationships>"
    paper = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Zorg.</w:t></w:r></w:p>"
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relation,
        "word/document2.xml": f"{paper}</w:body></w:document>",
    }
    assert read_inside(files.zip_of(members), name="a.docx").text == "Zorg."


def test_a_table_of_speakers_and_words_is_an_interview() -> None:
    table = [["An:", "Hoe ging het?"], ["Bo:", "Niet zo goed."]] * 3
    told = read_inside(files.docx_of("Gesprek", table=table), name="a.docx")
    assert turns(told)[1:3] == [("An", "Hoe ging het?"), ("Bo", "Niet zo goed.")]


def test_notes_and_comments_of_rich_text_stand_under_it_and_deletions_are_gone() -> (
    None
):
    content = (
        rb"{\rtf1\ansi\ansicpg1252 Oma{\deleted  nooit} belde{\revised  vaak}."
        rb"{\super\chftn{\*\footnote\chftn  Zie {\i het} logboek.}} Toen kwam"
        rb"{\*\atnauthor Ria}\chatn{\*\annotation{\*\atnref 0} Wanneer?} zij."
        rb"{\footnote\chftn  Op 3 mei.}\par}"
    )
    told = read_inside(content, name="a.rtf")
    assert bodies(told) == [
        "Oma belde vaak. Toen kwam zij.",
        "Zie het logboek.",
        "Op 3 mei.",
        "Wanneer?",
    ]
    assert told.segments[-1].kind is SegmentKind.COMMENT
    assert told.segments[-1].speaker == "Ria"


def test_a_note_of_rich_text_that_never_ends_is_no_note() -> None:
    content = rb"{\rtf1 Oma belde op 3 mei.\par{\footnote en {toen"
    assert bodies(read_inside(content, name="a.rtf")) == ["Oma belde op 3 mei."]


def test_bullets_of_a_picture_font_are_bullets() -> None:
    content = rb"{\rtf1 {\pntext\u-3913 ?\tab}\u61623 ? Oma belde.\par}"
    assert bodies(read_inside(content, name="a.rtf")) == ["• Oma belde."]


_SPANS = {
    "a.odt": files.odt_with_body(
        "<table:table><table:table-row><table:table-cell"
        ' table:number-rows-spanned="2"><text:p>3 mei</text:p></table:table-cell>'
        "<table:table-cell><text:p>Oma belde</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:covered-table-cell/>"
        "<table:table-cell><text:p>Opa kwam</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell"
        ' table:number-columns-spanned="2"><text:p>Slot</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table>"
    ),
    "a.html": b"<html><body><table><tr><td rowspan=2>3 mei<td>Oma belde"
    b"<tr><td>Opa kwam<tr><td colspan=2>Slot</table>",
    "a.rtf": rb"{\rtf1 \trowd\clvmgf\cellx10\cellx20 3 mei\cell Oma belde\cell\row"
    rb"\trowd\clvmrg\cellx10\cellx20 \cell Opa kwam\cell\row"
    rb"\trowd\cellx10\cellx20 Slot\cell\cell\row}",
}


@pytest.mark.parametrize("name", _SPANS)
def test_a_cell_over_several_rows_is_told_in_each(name: str) -> None:
    told = read_inside(_SPANS[name], name=name)
    assert told.text.splitlines() == ["3 mei | Oma belde", "3 mei | Opa kwam", "Slot"]


def test_a_long_cell_over_several_rows_is_told_once() -> None:
    table = f"<td rowspan=2>{'zorg ' * 20}<td>een<td>x<tr><td>twee<td>y"
    content = f"<html><table><tr>{table}</table></html>".encode()
    above, below = read_inside(content, name="a.html").text.splitlines()
    assert above.startswith("zorg zorg")
    assert below == " | twee | y"


@pytest.mark.parametrize(
    ("halves", "shown"),
    [(r"\u-10179?\u-8704?", "\U0001f600"), (r"\u-10179?", "\ufffd")],
    ids=["an emoji", "half an emoji"],
)
def test_an_emoji_in_rich_text_is_one_letter(halves: str, shown: str) -> None:
    content = rf"{{\rtf1\ansi Moeder appte {halves} naar school.\par}}".encode()
    told = read(content, name="bericht.rtf", source="b").text
    assert told == f"Moeder appte {shown} naar school."
