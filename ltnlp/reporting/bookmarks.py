"""Bookmarks in a Word document: by them an edited file tells what its parts are."""

import io

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


class Bookmarks:
    """The bookmarks of one document, numbered as they are put in."""

    def __init__(self, document: Document) -> None:
        """Begin without a bookmark in a document that has none."""
        self._document = document
        self._count = 0

    def around(self, first: Paragraph, last: Paragraph, name: str) -> None:
        """Put all content from one paragraph up to and with another in a bookmark."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._count))
        start.set(qn("w:name"), name)
        properties = first._p.pPr
        first._p.insert(0 if properties is None else 1, start)
        last._p.append(end)
        self._count += 1

    def close(self) -> None:
        """Put every paragraph that has no bookmark yet in one that means nothing."""
        covered = False
        for paragraph in self._document.paragraphs:
            opens = paragraph._p.find(qn("w:bookmarkStart")) is not None
            closes = paragraph._p.find(qn("w:bookmarkEnd")) is not None
            if not (covered or opens or closes):
                self.around(paragraph, paragraph, f"lt_x{self._count}")
            covered = (covered or opens) and not closes


def without_bookmarks(content: bytes) -> bytes:
    """Return a Word document without its bookmarks: it cannot be taken back.

    A story whose days were told otherwise must not come back as if they were true.
    """
    document = docx.Document(io.BytesIO(content))
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(document.element.body.iter(qn(name))):
            mark.getparent().remove(mark)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
