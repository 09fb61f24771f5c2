"""The paper for a member check: what one participant told, with room to correct."""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.months import day_in_words
from ltnlp.reporting.bookmarks import Bookmarks
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.own_words import own_line
from ltnlp.reporting.participants import Participant
from ltnlp.reporting.plain import printable
from ltnlp.reporting.words_nl import KNOWING, REALISED, place_in_words

TICKED, WHOLE = "lqk", "lqg"
"""Bookmarks of the first paragraph of a cell for an answer; the rest is the answer."""
YES, NO = "klopt", "klopt niet"
OTHERWISE = "Dit moet anders:"
MISSING = "Schrijf hier wat niet genoemd is en wel belangrijk was:"
INTRODUCTION = (
    "Dit is wat u vertelde of opschreef, en hoe het op de tijdlijn is gekomen. Wilt u "
    "nakijken of het klopt? Kruis aan en schrijf wat anders moet. U ziet alleen uw "
    "eigen verhaal; van anderen staat er niets in. Noem geen namen: een functie is "
    "genoeg. Wat u opschrijft wordt bewaard met uw functie en komt naast de tijdlijn "
    "te staan."
)
_BOX = (
    '<w:sdt {w} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    '<w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)


def render_check(
    report: ReportInput, participant: Participant, *, today: dt.date
) -> bytes:
    """Return the paper of one participant as a DOCX file with fields for answers."""
    document = docx.Document()
    _set_up(document, participant, today)
    bookmarks = Bookmarks(document)
    _head(document, report, participant, today)
    document.add_heading("Uw verhaal op de tijdlijn", level=1)
    places = {p.id: place_in_words(p.place) for p in report.passages}
    labels = {d.id: d.label for d in report.documents}
    for event, account in participant.tellings:
        parts = labels.get(account.document), places.get(account.passage)
        where = ", ".join(part for part in parts if part)
        _telling(document, event, account, where, bookmarks)
    _tunnel(document, participant)
    _unused(document, participant)
    _room(document, bookmarks)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Document, participant: Participant, today: dt.date) -> None:
    about = document.core_properties
    about.title = "Controle door deelnemer"
    about.subject = printable(participant.name)
    about.author = about.last_modified_by = about.comments = ""
    about.language = "nl-NL"
    about.created = about.modified = dt.datetime.combine(today, dt.time())
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)


def _head(
    document: Document, report: ReportInput, participant: Participant, today: dt.date
) -> None:
    document.add_heading("Wilt u dit nakijken?", level=0)
    document.add_paragraph(
        printable(f"Voor: {participant.name}. Gemaakt op {day_in_words(today)}.")
    )
    period = report.review.period
    if period.known:
        document.add_paragraph(f"Periode van de review: {bounds_in_words(period)}.")
    document.add_paragraph(INTRODUCTION)


def _telling(
    document: Document,
    event: Event,
    account: Account,
    where: str,
    bookmarks: Bookmarks,
) -> None:
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    table.autofit = False
    happened = REALISED[account.realised]
    outcome = "" if account.realised is Realised.YES else f" ({happened})"
    line = own_line(event, account)
    read = f"{told_in_words(account.date).capitalize()}: {line}{outcome}"
    heads = ("Zo staat het er nu", "Wat u vertelde", "Uw antwoord")
    for column, width in zip(table.columns, (Cm(3.6), Cm(11.6)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for row, head in zip(table.rows, heads, strict=True):
        _put(row.cells[0], head, bold=True)
    _put(table.cell(0, 1), read)
    _put(table.cell(1, 1), account.wording)
    table.cell(1, 1).add_paragraph().add_run(printable(where)).font.size = Pt(8)
    _answer(table.cell(2, 1), account.id, bookmarks)
    _on_one_page(table)
    document.add_paragraph()


def _on_one_page(table: Table) -> None:
    """Keep what somebody reads and the room for the answer together on paper."""
    for cell in (cell for row in table.rows for cell in row.cells):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _put(cell: _Cell, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(printable(text))
    run.bold = bold


def _answer(cell: _Cell, account: str, bookmarks: Bookmarks) -> None:
    boxes = cell.paragraphs[0]
    for word in (YES, NO):
        boxes._p.append(parse_xml(_BOX.format(w=nsdecls("w"))))
        boxes.add_run(f" {word}     ")
    bookmarks.around(boxes, boxes, f"{TICKED}{account}")
    _room_below(cell, cell.add_paragraph(OTHERWISE))


def _room_below(cell: _Cell, head: Paragraph) -> None:
    """Add empty lines under the words that ask for an answer."""
    head.runs[0].italic = True
    for _ in range(2):
        cell.add_paragraph()


def _tunnel(document: Document, participant: Participant) -> None:
    if not participant.tunnel:
        return
    document.add_heading("Wat u toen wist, volgens uw eigen verhaal", level=1)
    tellings = {account.id: account for _, account in participant.tellings}
    for event, state in participant.tunnel:
        known = state.known_from
        since = (
            bounds_in_words(known) if known.known else "niet te zeggen sinds wanneer"
        )
        told = f"{since.capitalize()} ({KNOWING[state.how]}): "
        told += own_line(event, tellings[state.account])
        document.add_paragraph(printable(told), "List Bullet")


def _unused(document: Document, participant: Participant) -> None:
    if not participant.unused:
        return
    document.add_heading("Wat u ook vertelde", level=1)
    document.add_paragraph("Dit staat niet als gebeurtenis op de tijdlijn.")
    for passage in participant.unused:
        text = passage.text[passage.body_start :].strip()
        paragraph = document.add_paragraph(printable(text), "List Bullet")
        paragraph.paragraph_format.space_after = Pt(2)


def _room(document: Document, bookmarks: Bookmarks) -> None:
    document.add_heading("Wat mist er?", level=1)
    table = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.cell(0, 0)
    head = cell.paragraphs[0]
    head.add_run(MISSING)
    bookmarks.around(head, head, WHOLE)
    _room_below(cell, head)
