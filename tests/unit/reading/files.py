"""Files of every format, built in memory."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email.message import EmailMessage

from docx import Document
from odf import text as odftext
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def docx_of(*paragraphs: str, table: Rows = ()) -> bytes:
    paper = Document()
    for words in paragraphs:
        paper.add_paragraph(words)
    if table:
        grid = paper.add_table(rows=0, cols=max(map(len, table)))
        for row in table:
            for cell, value in zip(grid.add_row().cells, row, strict=False):
                cell.text = str(value)
    return saved(paper.save)


def docx_with_body(body: str, **parts: str) -> bytes:
    """Return a Word document whose body is the XML given, with further parts."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    main = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    members = {"[Content_Types].xml": "<Types/>", "word/document.xml": main}
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {space}>{content}</w:{name}>"
    return zip_of(members)


def zip_of(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def odt_of(*paragraphs: str, table: Rows = (), comment: str = "") -> bytes:
    paper = OpenDocumentText()
    for words in paragraphs:
        paper.text.addElement(P(text=words))
    if table:
        paper.text.addElement(_odf_table("tabel", table))
    if comment:
        note = Annotation()
        note.addElement(P(text=comment))
        line = P(text="Met opmerking.")
        line.addElement(note)
        paper.text.addElement(line)
    return saved(paper.write)


def odt_with_spaces() -> bytes:
    paper = OpenDocumentText()
    line = P(text="een")
    line.addElement(odftext.Tab())
    line.addText("twee")
    line.addElement(odftext.LineBreak())
    line.addText("drie")
    paper.text.addElement(line)
    return saved(paper.write)


def odt_with_body(body: str) -> bytes:
    """Return an OpenDocument text whose body is the XML given."""
    spaces = " ".join(
        f'xmlns:{name}="urn:{name}"'
        for name in ("office", "text", "table", "draw", "dc")
    )
    main = (
        f"<office:document-content {spaces}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zip_of({"mimetype": mime, "content.xml": main})


def ods_of(rows: Rows) -> bytes:
    book = OpenDocumentSpreadsheet()
    book.spreadsheet.addElement(_odf_table("blad", rows))
    return saved(book.write)


def _odf_table(name: str, rows: Rows) -> Table:
    table = Table(name=name)
    table.addElement(TableColumn(numbercolumnsrepeated=max(map(len, rows))))
    for row in rows:
        line = TableRow()
        for words in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(words)))
            line.addElement(cell)
        table.addElement(line)
    return table


def xlsx_of(*sheets: Rows, hidden: int | None = None) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"blad {number}")
        for row in rows:
            sheet.append(list(row))
        if number == hidden:
            sheet.sheet_state = "hidden"
    return saved(book.save)


def eml_of(body: str, *, html: str = "", attachment: bytes = b"") -> bytes:
    message = EmailMessage()
    message["From"] = "Joke de Wit <j.dewit@school.example>"
    message["To"] = "Sara Pool <s.pool@wijkteam.example>"
    message["Date"] = "Tue, 05 Mar 2024 16:20:00 +0100"
    message["Subject"] = "RE: overleg"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    if attachment:
        message.add_attachment(
            attachment, maintype="application", subtype="pdf", filename="brief.pdf"
        )
    return bytes(message)


def rtf_of(*paragraphs: str, table: Rows = ()) -> bytes:
    lines = [f"\\pard {_rtf(words)}\\par\n" for words in paragraphs]
    for row in table:
        cells = "".join(f"{_rtf(str(words))}\\cell " for words in row)
        borders = "".join(f"\\cellx{n * 1000}" for n in range(1, len(row) + 1))
        lines.append(f"\\trowd{borders}\\pard\\intbl {cells}\\row\n")
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}"
    return (head + "".join(lines) + "}").encode("ascii")


def _rtf(words: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in words)


def pdf_of(*pages: Sequence[tuple[float, float, str]], lines: str = "") -> bytes:
    """Return a PDF: per page what is written where (points from below left).

    `lines` is drawn on each page ("50 700 m 550 700 l S").
    """
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects.append(font)
    for page in pages:
        stream = _pdf_stream(page, lines)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _pdf_file(objects)


def _pdf_stream(page: Sequence[tuple[float, float, str]], lines: str) -> bytes:
    drawn = [f"{lines}\n"]
    for left, bottom, words in page:
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"BT /F1 11 Tf {left} {bottom} Td ({escaped}) Tj ET\n")
    return "".join(drawn).encode("cp1252")


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, told in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(content))
    )
