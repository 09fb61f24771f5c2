"""Which format a file has: decided by its content, the name only breaks ties."""

import re
import zipfile

from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.archive import ZIP_MARK, opened
from ltnlp.reading.refusals import refused

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_FORMATS = frozenset({"txt", "md", "csv", "srt", "vtt", "html", "eml"})
BY_NAME = {
    "text": "txt",
    "log": "txt",
    "markdown": "md",
    "htm": "html",
    "xhtml": "html",
    "tsv": "csv",
    "tab": "csv",
}
_VTT = re.compile(r"\s*WEBVTT(?=\s|$)")


def format_of(content: bytes, name: str) -> str:
    """Return the format of a file: "docx", "vtt", …

    Raises:
        UnreadableSourceError: `empty`, `unknown_format`, `encrypted`, `corrupt`, …
    """
    if not content.strip(b"\0 \t\r\n\f\v"):
        raise refused(UnreadableReason.EMPTY)
    if content.startswith(ZIP_MARK):
        return _zipped(content)
    head = content[:64].decode("utf-8-sig", "ignore")
    if _VTT.match(head):
        return "vtt"
    return "txt"


def _zipped(content: bytes) -> str:
    with opened(content) as archive:
        names = frozenset(archive.namelist())
        mime = _mime(archive)
    if "word/document.xml" in names:
        return "docx"
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return "xlsx"
    if "opendocument.text" in mime:
        return "odt"
    if "opendocument.spreadsheet" in mime:
        return "ods"
    raise refused(UnreadableReason.UNKNOWN_FORMAT)


def _mime(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as member:
            return member.read(100).decode("ascii", "replace")
    except (KeyError, zipfile.BadZipFile, RuntimeError):
        return ""
