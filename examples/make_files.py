"""Make the real files of the example reviews (docx, odt, xlsx, vtt, eml) from texts.

    python examples/make_files.py TARGET

Each example keeps its sources as plain text; `review.json` says per document which
`file` it is in life. TARGET/<review>/ then holds what a facilitator would hand in:
`review.json` and `sources/` with the files and the texts. The same text always gives
the same bytes, so that making them again adds no source to a review.
"""

import datetime as dt
import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from pathlib import Path

from docx import Document as Paper
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook

BAR = " | "
DAY = re.compile(r"([1-9]\d?)-([1-9]\d?)-((?:19|20)\d\d)")
MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
LONG_AGO = (2024, 1, 1, 0, 0, 0)
HEADERS = {
    "van": "From",
    "aan": "To",
    "cc": "Cc",
    "verzonden": "Date",
    "datum": "Date",
    "onderwerp": "Subject",
}


def docx_of(text: str) -> bytes:
    """Return a Word document: a paragraph a line, lines with bars as tables."""
    paper = Paper()
    for rows in _blocks(text):
        if len(rows[0]) == 1:
            paper.add_paragraph(rows[0][0])
            continue
        table = paper.add_table(rows=0, cols=max(map(len, rows)))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                cell.text = words
    return _saved(paper.save)


def odt_of(text: str) -> bytes:
    """Return an OpenDocument text: a paragraph a line, lines with bars as tables."""
    paper = OpenDocumentText()
    for number, rows in enumerate(_blocks(text)):
        if len(rows[0]) == 1:
            paper.text.addElement(P(text=rows[0][0]))
            continue
        table = Table(name=f"tabel{number}")
        table.addElement(TableColumn(numbercolumnsrepeated=max(map(len, rows))))
        for row in rows:
            table.addElement(_odt_row(row))
        paper.text.addElement(table)
    return _saved(paper.write)


def xlsx_of(text: str) -> bytes:
    """Return a workbook: a row a line; days written in full become real dates."""
    book = Workbook()
    sheet = book.active
    sheet.title = "tijdlijn"
    for line in filter(None, text.splitlines()):
        sheet.append([_cell(words) for words in line.split(BAR)])
    for row in sheet.iter_rows():
        for cell in row:
            if cell.is_date:
                cell.number_format = "d-m-yyyy"
    return _saved(book.save)


def eml_of(text: str) -> bytes:
    """Return an e-mail: the header lines on top as headers, the rest as the body."""
    message = EmailMessage()
    head, _, body = text.partition("\n\n")
    for line in head.splitlines():
        name, _, value = line.partition(":")
        message[HEADERS.get(name.strip().lower(), "X-Regel")] = value.strip()
    message.set_content(body)
    return message.as_bytes()


def plain_of(text: str) -> bytes:
    """Return the text itself, for txt and vtt."""
    return text.encode()


MAKERS: dict[str, Callable[[str], bytes]] = {
    ".docx": docx_of,
    ".odt": odt_of,
    ".xlsx": xlsx_of,
    ".eml": eml_of,
    ".txt": plain_of,
    ".vtt": plain_of,
}


def make_files(examples: Path, target: Path) -> list[Path]:
    """Make the files of all examples; return the folders of the reviews.

    Raises:
        ValueError: a review names a kind of file that is not made here.
    """
    made = []
    for told in sorted(examples.glob("*/review.json")):
        folder = target / told.parent.name
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(told, folder / "review.json")
        for document in json.loads(told.read_text("utf-8"))["documents"]:
            _make(told.parent / "sources", folder / "sources", document)
        made.append(folder)
    return made


def _make(texts: Path, target: Path, document: dict[str, str]) -> None:
    name = document.get("file") or document["doc"]
    maker = MAKERS.get(Path(name).suffix)
    if maker is None:
        raise ValueError(f"no maker for {Path(name).suffix}")
    text = (texts / document["doc"]).read_text("utf-8")
    (target / document["doc"]).write_bytes(text.encode())
    (target / name).write_bytes(maker(text))


def _blocks(text: str) -> Iterator[list[list[str]]]:
    """Yield each line alone as one cell, and lines with bars together as a table."""
    table: list[list[str]] = []
    for line in text.splitlines():
        cells = line.split(BAR)
        if len(cells) > 1:
            table.append(cells)
            continue
        if table:
            yield table
            table = []
        yield [cells]
    if table:
        yield table


def _odt_row(cells: Sequence[str]) -> TableRow:
    row = TableRow()
    for words in cells:
        cell = TableCell()
        cell.addElement(P(text=words))
        row.addElement(cell)
    return row


def _cell(words: str) -> str | dt.date:
    day = DAY.fullmatch(words)
    if day is None:
        return words
    return dt.date(int(day[3]), int(day[2]), int(day[1]))


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """Return a saved document with the moment of saving taken out of it."""
    saved, settled = io.BytesIO(), io.BytesIO()
    save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(settled, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename in ("docProps/core.xml", "meta.xml"):
                content = MODIFIED.sub(rb"\g<1>2024-01-01T00:00:00Z\g<2>", content)
                content = re.sub(
                    rb"(<(?:meta:creation-date|dc:date)>)[^<]*",
                    rb"\g<1>2024-01-01",
                    content,
                )
            fixed = zipfile.ZipInfo(member.filename, LONG_AGO)
            fixed.compress_type = member.compress_type
            new.writestr(fixed, content)
    return settled.getvalue()


def main() -> None:
    """Make the files in the folder that the command line names."""
    if len(sys.argv) != 2:
        sys.exit("gebruik: python examples/make_files.py DOELMAP")
    for folder in make_files(Path(__file__).parent, Path(sys.argv[1])):
        print(folder)


if __name__ == "__main__":
    main()
