"""Footnotes in a Word document, which python-docx does not write itself."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

CONTENT_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)
_BOTH_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)
TEXT_STYLE = "Voetnoot"
SIGN_STYLE = "Voetnootteken"
BETWEEN = ", "


class Footnotes:
    """The footnotes of one document; `close` puts them into it."""

    def __init__(self, document: Document) -> None:
        """Begin without a footnote, and add the styles that footnotes use."""
        self._document = document
        self._root = parse_xml(
            f"<w:footnotes {nsdecls('w')}>{_BOTH_RULES}</w:footnotes>"
        )
        self._count = 0
        styles = document.styles
        text = styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        text.font.size = Pt(9)
        text.paragraph_format.space_after = Pt(2)
        sign = styles.add_style(SIGN_STYLE, WD_STYLE_TYPE.CHARACTER)
        sign.font.superscript = True
        self._text_id, self._sign_id = text.style_id, sign.style_id

    def add(self, paragraph: Paragraph, texts: Sequence[str]) -> None:
        """Put a footnote for each text at the end of a paragraph: "13, 14"."""
        for number, text in enumerate(texts):
            if number:
                self._sign(paragraph).text = BETWEEN
            self._count += 1
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(self._count))
            self._sign(paragraph)._r.append(reference)
            self._root.append(self._note(text))

    def _sign(self, paragraph: Paragraph) -> Run:
        run = paragraph.add_run(style=SIGN_STYLE)
        # Said of the run as well: programs that rename styles keep it.
        run.font.superscript = True
        return run

    def _note(self, text: str) -> BaseOxmlElement:
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{self._count}"><w:p><w:pPr>'
            f'<w:pStyle w:val="{self._text_id}"/></w:pPr><w:r><w:rPr>'
            f'<w:rStyle w:val="{self._sign_id}"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
        )
        for words in note.iter(qn("w:t")):
            words.text = f" {text}"
        return note

    def close(self) -> None:
        """Add the part with all footnotes to the document."""
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE,
            serialize_part_xml(self._root),
            self._document.part.package,
        )
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
