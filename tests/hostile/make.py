"""A corpus of files that nobody should hand in, made anew each time.

    python -m tests.hostile.make FOLDER

Each says which refusals are right; None among them: it may also be read.
"""

import io
import struct
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ltnlp.domain.errors import UnreadableReason as Why
from tests.unit.reading import files

MEGABYTE = 1024 * 1024
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SENTENCE = "Moeder belde op 3 maart 2024 met de school. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A file, its name, and what reading it may end in."""

    name: str
    content: bytes
    expected: frozenset[Why | None]


def hostile(name: str, content: bytes, *expected: Why | None) -> Hostile:
    return Hostile(name=name, content=content, expected=frozenset(expected))


def corpus() -> Iterator[Hostile]:
    """Yield every file of the corpus."""
    yield from empty()
    yield from bombs()
    yield from trees()
    yield from locked()
    yield from broken()
    yield from disguised()
    yield from heavy_text()
    yield from odd_sheets()
    yield from odd_mail()


def empty() -> Iterator[Hostile]:
    yield hostile("leeg.docx", b"", Why.EMPTY)
    yield hostile("wit.txt", b" \r\n\t" * 1000, Why.EMPTY)
    yield hostile("nullen.txt", b"\0" * 5000, Why.EMPTY)
    yield hostile("geen_woorden.docx", files.docx_of("", ""), Why.NO_TEXT)
    yield hostile("geen_woorden.odt", files.odt_of(""), Why.NO_TEXT)
    yield hostile("geen_cellen.xlsx", files.xlsx_of([]), Why.NO_TEXT)
    yield hostile("scan.pdf", files.pdf_of([], []), Why.NO_TEXT)
    yield hostile("leeg.zip", files.zip_of({}), Why.UNKNOWN_FORMAT, Why.CORRUPT)
    yield hostile("stil.vtt", b"WEBVTT\n\n", Why.NO_TEXT)


def bombs() -> Iterator[Hostile]:
    zeros = b"\0" * (30 * MEGABYTE)
    too_much = (Why.UNSAFE, Why.TOO_LARGE, Why.CORRUPT, Why.TIMEOUT)
    yield hostile("zipbom.docx", files.zip_of({"word/document.xml": zeros}), *too_much)
    yield hostile("zipbom.xlsx", files.zip_of({"xl/workbook.xml": zeros}), *too_much)
    yield hostile("zipbom.zip", files.zip_of({"a.txt": zeros}), Why.UNSAFE)
    yield hostile("liegt.docx", _lying("word/document.xml"), *too_much)
    yield hostile("liegt.xlsx", _lying("xl/workbook.xml"), *too_much)
    many = {f"{n}.txt": b"" for n in range(20_000)}
    yield hostile("veel.zip", files.zip_of(many), Why.UNSAFE)
    laughs = '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
    )
    yield hostile("lachen.docx", _docx(f"{laughs}]>", "&l9;"), Why.UNSAFE)
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "http://x.example/y">]>'
    yield hostile("buiten.docx", _docx(outside, "&x;"), Why.UNSAFE)
    odt = {"mimetype": "application/vnd.oasis.opendocument.text"}
    yield hostile(
        "lachen.odt", files.zip_of({**odt, "content.xml": f"{laughs}]><a>&l9;</a>"}),
        Why.UNSAFE,
    )  # fmt: skip
    yield hostile("hond.txt", b"a " * (51 * MEGABYTE), Why.TOO_LARGE)
    yield hostile("hond.pdf", b"%PDF-1.4" + b"\0" * (101 * MEGABYTE), Why.TOO_LARGE)


def trees() -> Iterator[Hostile]:
    deep = "<w:sdt><w:sdtContent>" * 50_000
    yield hostile("diep.docx", files.docx_with_body(deep), Why.UNSAFE, Why.CORRUPT)
    closed = deep + "</w:sdtContent></w:sdt>" * 50_000
    yield hostile("dieper.docx", files.docx_with_body(closed), Why.UNSAFE)
    html = b"<html><body>" + b"<div>" * 200_000 + b"zorg"
    yield hostile("diep.html", html, None, Why.UNSAFE, Why.CORRUPT, Why.TIMEOUT)
    tables = b"<html><body>" + b"<table><tr><td>" * 3_000 + b"zorg"
    yield hostile("tabellen.html", tables, None, Why.UNSAFE, Why.CORRUPT, Why.TIMEOUT)
    yield hostile(
        "diep.rtf", b"{\\rtf1 " + b"{" * 200_000 + b"zorg", None, Why.NO_TEXT,
        Why.CORRUPT,
    )  # fmt: skip
    loop = files.pdf_of([(50, 700, "x")]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]")
    yield hostile("lus.pdf", loop, Why.CORRUPT, Why.NO_TEXT, Why.TIMEOUT, None)
    nested = b"[" * 100_000 + b"]" * 100_000
    inside = files.pdf_of([(50, 700, "x")]).replace(b"[0 0 595 842]", nested)
    yield hostile("diep.pdf", inside, None, Why.CORRUPT, Why.NO_TEXT)


def locked() -> Iterator[Hostile]:
    package = OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    yield hostile("slot.docx", package, Why.ENCRYPTED)
    yield hostile("slot.xlsx", package, Why.ENCRYPTED)
    told = files.zip_of({"a.txt": "geheim"})
    flagged = told.replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"
    )
    yield hostile("slot.zip", flagged, Why.ENCRYPTED)
    rule = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]/Root"
        % (b"41" * 32, b"42" * 32)
    )
    pdf = files.pdf_of([(50, 700, "geheim")]).replace(b"/Root", rule)
    yield hostile("slot.pdf", pdf, Why.ENCRYPTED)


def broken() -> Iterator[Hostile]:
    whole = {
        "docx": files.docx_of(SENTENCE * 20),
        "odt": files.odt_of(SENTENCE * 20),
        "xlsx": files.xlsx_of([["Datum", "Wat"], ["3-3-24", SENTENCE]]),
        "ods": files.ods_of([["Datum", "Wat"], ["3-3-24", SENTENCE]]),
        "pdf": files.pdf_of([(50, 700, SENTENCE)]),
        "rtf": files.rtf_of(SENTENCE),
    }
    anything = (None, Why.CORRUPT, Why.NO_TEXT, Why.UNKNOWN_FORMAT)
    for ending, content in whole.items():
        for tenths in (1, 5, 9):
            cut = content[: len(content) * tenths // 10]
            yield hostile(f"half_{tenths}.{ending}", cut, *anything)
        middle = len(content) // 2
        noise = content[:middle] + b"\xff" * 40 + content[middle + 40 :]
        yield hostile(f"ruis.{ending}", noise, *anything)
    yield hostile("kop.pdf", b"%PDF-1.7\n", Why.CORRUPT)
    yield hostile("kop.zip", b"PK\x03\x04", Why.CORRUPT)
    yield hostile("kop.xls", OLE + "Workbook".encode("utf-16-le"), Why.CORRUPT)
    no_body = files.zip_of({"word/document.xml": "<a/>"})
    yield hostile("zonder_romp.docx", no_body, Why.NO_TEXT)
    yield hostile(
        "geen_xml.docx", files.zip_of({"word/document.xml": "nee"}), Why.CORRUPT
    )
    yield hostile("tijden.vtt", b"WEBVTT\n\n99:99 --> x\nhoi\n", Why.NO_TEXT)


def disguised() -> Iterator[Hostile]:
    text = SENTENCE.encode()
    yield hostile("tekst.docx", text, None)
    yield hostile("tekst.pdf", text, None)
    yield hostile("word.txt", files.docx_of(SENTENCE), None)
    yield hostile("blad.vtt", files.xlsx_of([["Datum"], ["mei"]]), None)
    yield hostile("foto.docx", b"\xff\xd8\xff\xe0\0\x10JFIF\0" * 50, Why.UNKNOWN_FORMAT)
    yield hostile("opname.txt", b"ID3\3\0\0\0\0" * 50, Why.UNKNOWN_FORMAT)
    yield hostile("programma.pdf", b"MZ\x90\0\3\0\0\0" * 50, Why.UNSAFE)
    yield hostile("ruis.txt", bytes(range(256)) * 20, Why.ENCODING)
    yield hostile("ruis.docx", bytes(range(256)) * 20, Why.CORRUPT)
    yield hostile(
        "oud.doc", OLE + "WordDocument".encode("utf-16-le"), Why.UNKNOWN_FORMAT
    )
    yield hostile("half.txt", SENTENCE.encode("utf-16-le")[:-1], None)
    mixed = SENTENCE.encode() + "crèche".encode("cp1252") + SENTENCE.encode()
    yield hostile("gemengd.txt", mixed, None)
    yield hostile("wreed.txt", b"\xed\xa0\x80 zorg \xf4\x90\x80\x80 zorg", None)
    yield hostile("links.txt", "zorg \u202e gnal \u2066 x".encode(), None)
    tricks = {"../../etc/passwd": "x", "/etc/shadow": "x", "C:\\x.txt": "x"}
    yield hostile("paden.zip", files.zip_of(tricks), Why.UNKNOWN_FORMAT)
    macro = {"word/document.xml": _document(SENTENCE), "word/vbaProject.bin": b"\0"}
    yield hostile("macro.docm", files.zip_of(macro), None)


def heavy_text() -> Iterator[Hostile]:
    yield hostile("een_regel.txt", b"zorg " * 900_000, None, Why.TIMEOUT)
    yield hostile("groter.txt", b"> " * 450_000 + b"zorg", None)
    yield hostile("streepjes.txt", b"a | " * 200_000, None)
    yield hostile("dubbelepunt.txt", b"Naam : " * 150_000, None)
    yield hostile("haakjes.txt", b"(" * 900_000, None, Why.NO_TEXT)
    yield hostile("haken.vtt", b"WEBVTT\n\n00:01.0 --> 00:02.0\n" + b"<v " * 200_000,
                  None, Why.NO_TEXT)  # fmt: skip
    yield hostile("cellen.md", b"|" * 500_000, None, Why.NO_TEXT)
    yield hostile("regels.txt", b"Ja: a\n" * 100_000, None)
    yield hostile("kop.html", b"<html>" + b"<" * 500_000, None, Why.NO_TEXT)
    yield hostile("streep.csv", b'"' * 300_001, None, Why.CORRUPT, Why.NO_TEXT)
    yield hostile("links.rtf", b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 3000,
                  None, Why.NO_TEXT, Why.TIMEOUT, Why.CORRUPT)  # fmt: skip


def odd_sheets() -> Iterator[Hostile]:
    big = (Why.TOO_LARGE, Why.CORRUPT, Why.TIMEOUT, None)
    yield hostile("verre_cel.xlsx", _far_cell("XFD1048576"), *big)
    yield hostile("lange_kolom.xlsx", _far_cell("A1048576"), *big)
    ods = files.ods_of([["Datum", "Wat"], ["mei", "zorg"]])
    wide = b'table:number-columns-repeated="16000" table:number-rows-repeated="1000000"'
    with zipfile.ZipFile(io.BytesIO(ods)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["content.xml"] = (
        members["content.xml"]
        .replace(b"<table:table-row>", b"<table:table-row " + wide.split()[1] + b">")
        .replace(b"<table:table-cell ", b"<table:table-cell " + wide.split()[0] + b" ")
    )
    yield hostile("herhaling.ods", files.zip_of(members), *big)
    formula = files.xlsx_of([["Datum", "Wat"], ["mei", '=WEBSERVICE("http://x")']])
    yield hostile("formule.xlsx", formula, None)


def odd_mail() -> Iterator[Hostile]:
    head = b"From: a@b.example\nMIME-Version: 1.0\n"
    deep = head + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
        for n in range(500)
    )
    sure = (None, Why.CORRUPT, Why.UNSAFE, Why.NO_TEXT)
    yield hostile("diep.eml", deep, *sure)
    strange = head + b"Content-Type: text/plain; charset=klingon\n\nzorg \xe8\n"
    yield hostile("letters.eml", strange, None)
    yield hostile(
        "datum.eml", head + b"Date: nooit\nSubject: =?x?y?z?=\n\nzorg\n", None
    )
    yield hostile("kop.eml", head + b"To: " + b"a@b.example, " * 20_000 + b"\n\nzorg\n",
                  *sure, Why.TIMEOUT)  # fmt: skip


def _docx(doctype: str, words: str) -> bytes:
    return files.zip_of({"word/document.xml": doctype + _document(words)})


def _document(words: str) -> str:
    return (
        f"<w:document {W}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )


def _lying(name: str) -> bytes:
    """Return a zip whose table tells a size far below the true one."""
    content = bytearray(files.zip_of({name: b" " * (20 * MEGABYTE)}))
    size = struct.pack("<I", 20 * MEGABYTE)
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = struct.pack("<I", 1000)
    return bytes(content)


def _far_cell(place: str) -> bytes:
    told = files.xlsx_of([["Datum"], ["mei"]])
    with zipfile.ZipFile(io.BytesIO(told)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    members["xl/worksheets/sheet1.xml"] = sheet.replace(
        b'r="A2"', b'r="%s"' % place.encode()
    )
    return files.zip_of(members)


def main() -> None:
    """Write the corpus to the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for one in corpus():
        (folder / one.name).write_bytes(one.content)


if __name__ == "__main__":
    main()
