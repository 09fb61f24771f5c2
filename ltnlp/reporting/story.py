"""The reconstruction as a story in Word: chapters, and each sentence to its source."""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from ltnlp.domain.months import day_in_words
from ltnlp.reporting.bookmarks import Bookmarks
from ltnlp.reporting.dates_nl import bounds_in_words
from ltnlp.reporting.footnotes import Footnotes
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import printable
from ltnlp.reporting.story_annexes import (
    differences,
    factors,
    gaps,
    lost,
    remarks,
)
from ltnlp.reporting.story_moments import moments
from ltnlp.reporting.story_notes import Notes
from ltnlp.reporting.story_units import Unit, units
from ltnlp.reporting.styles import CHANGED_STYLE, EVENT_STYLE, NOTE_STYLE, OWN_STYLE

CAUTION = (
    "Dit is een voorstel: de computer heeft het uit de bronnen gehaald, mensen "
    "beslissen wat klopt. Namen zijn vervangen; het blijft vertrouwelijk."
)
EDITING = (
    "U kunt deze tekst in Word aanpassen. Geef het bestand daarna terug op de pagina "
    "van de review (bij ‘Terug’) of met ‘ltnlp story import’: wat u schreef blijft "
    "staan, ook als er bronnen bij komen. Titel, gaten, factoren en noten maakt de "
    "computer steeds opnieuw: schrijf wat u daarover wilt zeggen bij een hoofdstuk."
)
CHANGED = (
    "Let op: sinds u deze alinea schreef, is veranderd waarop zij rust. "
    "De bronnen geven nu: "
)


def render_story(report: ReportInput, *, today: dt.date) -> bytes:
    """Return the story as a DOCX file, with a footnote for every account."""
    document = docx.Document()
    _set_up(document, report, today)
    _head(document, report, today)
    notes = Notes(Footnotes(document), report)
    bookmarks = Bookmarks(document)
    for unit in units(report):
        _unit(document, unit, notes, bookmarks)
    lost(document, report, notes)
    moments(document, report, bookmarks)
    for annex in (gaps, factors, remarks, differences):
        annex(document, report, notes)
    bookmarks.close()
    notes.close()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Document, report: ReportInput, today: dt.date) -> None:
    about = document.core_properties
    about.title = printable(report.review.title)
    about.author = about.last_modified_by = ""
    about.comments = ""
    about.language = "nl-NL"
    about.created = about.modified = dt.datetime.combine(today, dt.time())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for name, indent, colour in (
        (EVENT_STYLE, 0.0, None),
        (OWN_STYLE, 0.0, None),
        (CHANGED_STYLE, 0.8, RGBColor(0x7A, 0x53, 0x00)),
        (NOTE_STYLE, 0.0, RGBColor(0x5F, 0x5F, 0x5A)),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_after = Pt(6)
        style.font.italic = colour is not None
        if colour is not None:
            style.font.color.rgb = colour


def _head(document: Document, report: ReportInput, today: dt.date) -> None:
    document.add_heading(printable(report.review.title), level=0)
    period = report.review.period
    about = f"Periode: {bounds_in_words(period)}. " if period.known else ""
    document.add_paragraph(f"{about}Gemaakt op {day_in_words(today)}.", NOTE_STYLE)
    if report.review.questions:
        document.add_heading("Onderzoeksvragen", level=2)
        for question in report.review.questions:
            document.add_paragraph(printable(question), "List Number")
    document.add_paragraph(CAUTION, NOTE_STYLE)
    document.add_paragraph(EDITING, NOTE_STYLE)


def _unit(document: Document, unit: Unit, notes: Notes, bookmarks: Bookmarks) -> None:
    if unit.edited == "":
        # A person left it out; the marks of what follows do not depend on it.
        return
    paragraphs = _edited(document, unit, notes) or [_written(document, unit, notes)]
    bookmarks.around(paragraphs[0], paragraphs[-1], unit.bookmark)
    if unit.changed:
        warning = document.add_paragraph(f"{CHANGED}{unit.generated}", CHANGED_STYLE)
        bookmarks.around(warning, warning, f"lt_m{unit.key}")


def _written(document: Document, unit: Unit, notes: Notes) -> Paragraph:
    if unit.heading:
        heading: Paragraph = document.add_heading(printable(unit.generated), level=1)
        return heading
    paragraph = document.add_paragraph(style=EVENT_STYLE)
    if unit.lead:
        paragraph.add_run(f"{unit.lead} ").bold = True
    for piece in unit.pieces:
        paragraph.add_run(piece.text)
        notes.add(paragraph, piece.notes)
    return paragraph


def _edited(document: Document, unit: Unit, notes: Notes) -> list[Paragraph]:
    """Return the paragraphs that a person wrote; the sources stay behind the last."""
    if unit.edited is None:
        return []
    lines = [printable(line) for line in unit.edited.split("\n")]
    if unit.heading:
        return [document.add_heading(line, level=1) for line in lines]
    style = OWN_STYLE if unit.key.startswith("o") else EVENT_STYLE
    paragraphs = []
    for line in lines:
        paragraph = document.add_paragraph(style=style)
        begun = bool(unit.lead) and line.startswith(unit.lead)
        if begun:
            paragraph.add_run(unit.lead).bold = True
        paragraph.add_run(line.removeprefix(unit.lead) if begun else line)
        paragraphs.append(paragraph)
    notes.add(paragraphs[-1], unit.notes)
    return paragraphs
