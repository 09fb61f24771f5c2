"""Which format a file has: decided by its content, the name only breaks ties."""

import re
import zipfile

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.archive import ZIP_MARKS, main_part, opened
from ltnlp.reading.encoding import decode
from ltnlp.reading.foreign import (
    CALENDAR_NL,
    JSON_NL,
    PAGES_NL,
    SLIDES_NL,
    XML_NL,
    ZIP_NL,
    compound_format,
    foreign,
)
from ltnlp.reading.refusals import refused

HEAD = 4096
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF_MARK = b"{\\rtf"
PDF_MARK = b"%PDF-"
PDF_WITHIN = 1024
PLAIN = frozenset({"txt", "md", "csv", "srt", "vtt"})
NAMES = {
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "odt": "odt",
    "ott": "odt",
    "pdf": "pdf",
    "rtf": "rtf",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsx",
    "xls": "xls",
    "ods": "ods",
    "txt": "txt",
    "vtt": "vtt",
    "md": "md",
    "markdown": "md",
    "csv": "csv",
    "tsv": "csv",
    "srt": "srt",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "eml": "eml",
}
"""The format that an ending of a file's name promises."""

_BLANKS = b"\0 \t\r\n\f\v\xef\xbb\xbf\xfe\xff"
_BINARY = frozenset({"docx", "odt", "pdf", "xlsx", "xls", "ods"})
_BY_ENDING = frozenset({"md", "csv", "srt", "html", "eml"})
_VTT = re.compile(r"\s*WEBVTT(?=\s|$)")
_SRT = re.compile(r"\s*\d+\s*\r?\n\d+:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d+:\d\d:\d\d")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml\b")
_CALENDAR = re.compile(r"\s*BEGIN:(?:VCALENDAR|VCARD)\s", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")
_EML = re.compile(
    r"(?:return-path|received|mime-version|message-id|x-[\w-]{1,60}|delivered-to"
    r"|from|date|subject|to): ",
    re.IGNORECASE,
)
_EML_SURE = re.compile(
    r"^(?:mime-version|message-id|received): ", re.IGNORECASE | re.MULTILINE
)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, without its dot."""
    return name.rpartition(".")[2].lower()[:10] if "." in name else ""


def format_of(content: bytes, ending: str) -> str:
    """Return the format of a file whose name has this `ending`: "docx", "vtt", …

    Raises:
        UnreadableSourceError: `empty`, `unknown_format`, `encrypted`, `corrupt`, …
    """
    if not content.strip(_BLANKS):
        raise refused(UnreadableReason.EMPTY)
    if content.startswith(ZIP_MARKS):
        return _zipped(content)
    if content.startswith(OLE_MARK):
        return compound_format(content)
    if PDF_MARK in content[:PDF_WITHIN]:
        return "pdf"
    if content.startswith(RTF_MARK):
        return "rtf"
    return _text_format(content, ending)


def is_plain(content: bytes) -> bool:
    """Tell whether nothing at the start of a file says that it is no plain text."""
    marked = content.startswith((*ZIP_MARKS, OLE_MARK, RTF_MARK))
    return not marked and PDF_MARK not in content[:PDF_WITHIN]


def _text_format(content: bytes, ending: str) -> str:
    try:
        head = decode(_whole_letters(content[:HEAD])).text
    except UnreadableSourceError as error:
        broken = NAMES.get(ending) in _BINARY
        wrong = refused(UnreadableReason.CORRUPT) if broken else error
        raise (foreign(content) or wrong) from None
    if _VTT.match(head):
        return "vtt"
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=XML_NL)
    if _CALENDAR.match(head):
        raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=CALENDAR_NL)
    if _JSON.match(head):
        raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=JSON_NL)
    if _SRT.match(head):
        return "srt"
    if _EML.match(head) and _EML_SURE.search(head):
        return "eml"
    promised = NAMES.get(ending, "txt")
    return promised if promised in _BY_ENDING else "txt"


def _whole_letters(head: bytes) -> bytes:
    """Drop the bytes of a UTF-8 letter that is cut in two at the end."""
    for size in range(1, 4):
        if len(head) == HEAD and head[-size] >= 0xC0:
            return head[:-size]
    return head


def _zipped(content: bytes) -> str:
    with opened(content) as archive:
        names = frozenset(archive.namelist())
        mime = _mime(archive)
        main = main_part(archive) or ""
    if "word/document.xml" in names or main.startswith("word/"):
        return "docx"
    if names & {"xl/workbook.xml", "xl/workbook.bin"} or main.startswith("xl/"):
        return "xlsx"
    if "opendocument.text" in mime:
        return "odt"
    if "opendocument.spreadsheet" in mime:
        return "ods"
    if "ppt/presentation.xml" in names or "opendocument.presentation" in mime:
        raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=SLIDES_NL)
    if any(name.endswith(".iwa") for name in names):
        raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=PAGES_NL)
    if "[Content_Types].xml" in names:
        raise refused(UnreadableReason.CORRUPT)
    raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=ZIP_NL)


def _mime(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as member:
            return member.read(100).decode("ascii", "replace")
    except (KeyError, zipfile.BadZipFile, RuntimeError, OSError, EOFError):
        return ""
