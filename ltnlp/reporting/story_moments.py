"""The crucial moments in the story in Word, with a field for the view of each group."""

import io
import re
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from ltnlp.domain.timeline import CrucialMoment
from ltnlp.reporting.bookmarks import Bookmarks
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import printable
from ltnlp.reporting.story_back import paragraph_words
from ltnlp.reporting.story_units import MARK, mark
from ltnlp.reporting.styles import NOTE_STYLE
from ltnlp.reporting.words_nl import group_in_words

FIELDS = ("casegroep", "reviewteam")
"""Groups whose view is asked for at every moment; their place here names the field."""
_FIELD = re.compile(rf"lt_v(\d)([0-9a-f]+)_([0-9a-f]{{{MARK}}})")


def moments(document: Document, report: ReportInput, bookmarks: Bookmarks) -> None:
    """Add the crucial moments that people chose, with the views of the groups.

    Proposals of the machine are not in it: they would steer the dialogue.
    """
    chosen = report.chosen_moments()
    if not chosen:
        return
    document.add_heading("Cruciale momenten", level=1)
    document.add_paragraph(
        "Gekozen door de groepen. Schrijf in de vakken hoe elke groep het moment ziet; "
        "met ‘ltnlp story import’ wordt het bewaard.",
        NOTE_STYLE,
    )
    for moment in chosen:
        _moment(document, moment, report, bookmarks)


def _moment(
    document: Document, moment: CrucialMoment, report: ReportInput, bookmarks: Bookmarks
) -> None:
    event = report.timeline.event(moment.event)
    if event is None:
        return
    number = f"{moment.number}. " if moment.number else ""
    title = f"{number}{told_in_words(event.date).capitalize()}: {event.what}"
    document.add_heading(printable(title), level=2)
    views = {view.by.lower(): view.words for view in moment.views}
    others = [by for by in views if by not in FIELDS]
    table = document.add_table(
        rows=len(FIELDS) + len(others), cols=2, style="Table Grid"
    )
    table.autofit = False
    for column, width in zip(table.columns, (Cm(3.6), Cm(11.6)), strict=True):
        column.width = width
    for at, (row, by) in enumerate(zip(table.rows, (*FIELDS, *others), strict=True)):
        row.cells[0].width, row.cells[1].width = Cm(3.6), Cm(11.6)
        head = row.cells[0].paragraphs[0]
        head.add_run(group_in_words(by)).bold = True
        bookmarks.around(head, head, f"lt_xg{at}{event.id}")
        words = printable(views.get(by, ""))
        field = row.cells[1].paragraphs[0]
        field.add_run(words)
        name = f"lt_v{FIELDS.index(by)}" if by in FIELDS else "lt_w"
        bookmarks.around(field, field, f"{name}{event.id}_{mark(words)}")
    document.add_paragraph()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewBack:
    """The view of a group on one moment, as somebody wrote it in the story."""

    event: str
    by: str
    words: str


def read_views(content: bytes) -> tuple[ViewBack, ...]:
    """Return the views in an edited story that read otherwise than they did."""
    body = docx.Document(io.BytesIO(content)).element.body
    found = []
    for cell in body.iter(qn("w:tc")):
        for start in cell.iter(qn("w:bookmarkStart")):
            field = _FIELD.fullmatch(start.get(qn("w:name")))
            if field is None or int(field[1]) >= len(FIELDS):
                continue
            lines = [paragraph_words(p) for p in cell.iter(qn("w:p"))]
            words = " ".join(line for line in lines if line)
            if mark(words) != field[3] and words:
                found.append(
                    ViewBack(event=field[2], by=FIELDS[int(field[1])], words=words)
                )
    return tuple(found)
