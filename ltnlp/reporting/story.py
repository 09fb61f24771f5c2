"""The reconstruction as a story in Word: chapters, and each sentence to its source."""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

from ltnlp.domain.documents import Document as Source
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.factors import Level
from ltnlp.reporting.chapters import divide
from ltnlp.reporting.dates_nl import bounds_in_words, day_in_words, told_in_words
from ltnlp.reporting.footnotes import Footnotes
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import printable
from ltnlp.reporting.words_nl import (
    CONFLICTS,
    FACTOR_STATUS,
    GAPS,
    LEVELS,
    REALISED,
    VALENCES,
    place_in_words,
)

EVENT_STYLE = "Gebeurtenis"
DIFFERENCE_STYLE = "Verschil"
NOTE_STYLE = "Toelichting"
CAUTION = (
    "Dit is een voorstel: de computer heeft het uit de bronnen gehaald, mensen "
    "beslissen wat klopt. Namen zijn vervangen; het blijft vertrouwelijk."
)


def render_story(report: ReportInput, *, today: dt.date) -> bytes:
    """Return the story as a DOCX file, with a footnote for every account."""
    document = docx.Document()
    _set_up(document, report, today)
    _head(document, report, today)
    notes = Footnotes(document)
    sources = {source.id: source for source in report.documents}
    places = {p.id: place_in_words(p.place) for p in report.passages}
    for chapter in divide(report.timeline, report.shown_events()):
        document.add_heading(chapter.title, level=1)
        for event in chapter.events:
            _event(document, event, notes, sources, places)
    _gaps(document, report)
    _factors(document, report, notes, sources, places)
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
        (DIFFERENCE_STYLE, 0.8, RGBColor(0x7A, 0x53, 0x00)),
        (NOTE_STYLE, 0.0, RGBColor(0x5F, 0x5F, 0x5A)),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_after = Pt(6)
        style.font.italic = name != EVENT_STYLE
        if colour is not None:
            style.font.color.rgb = colour


def _head(document: Document, report: ReportInput, today: dt.date) -> None:
    document.add_heading(printable(report.review.title), level=0)
    period = report.review.period
    about = f"{bounds_in_words(period)}. " if period.known else ""
    document.add_paragraph(f"{about}Gemaakt op {day_in_words(today)}.", NOTE_STYLE)
    document.add_paragraph(CAUTION, NOTE_STYLE)
    if report.review.questions:
        document.add_heading("Onderzoeksvragen", level=2)
        for question in report.review.questions:
            document.add_paragraph(printable(question), "List Number")


def _event(
    document: Document,
    event: Event,
    notes: Footnotes,
    sources: dict[str, Source],
    places: dict[str, str],
) -> None:
    paragraph = document.add_paragraph(style=EVENT_STYLE)
    paragraph.add_run(f"{told_in_words(event.date)}. ".capitalize()).bold = True
    paragraph.add_run(_sentence(event))
    for account in event.accounts:
        notes.add(paragraph, _footnote(account, sources, places))
    for conflict in event.conflicts:
        told = f"{CONFLICTS[conflict.kind]}. {conflict.text_nl}"
        document.add_paragraph(printable(told), DIFFERENCE_STYLE)


def _sentence(event: Event) -> str:
    text = printable(event.what).strip()
    ended = text if text.endswith((".", "!", "?", "…")) else f"{text}."
    if event.realised is Realised.YES:
        return ended
    return f"{ended} ({REALISED[event.realised].capitalize()}.)"


def _footnote(
    account: Account, sources: dict[str, Source], places: dict[str, str]
) -> str:
    source = sources.get(account.document)
    parts = [
        source.label if source else "bron",
        places.get(account.passage, ""),
        account.who_tells or "",
        "destijds opgeschreven" if account.contemporaneous else "achteraf verteld",
        f"datum zoals verteld: {account.date.text}" if account.date else "",
    ]
    where = ", ".join(part for part in parts if part)
    return printable(f"{where}. “{account.wording}”")


def _gaps(document: Document, report: ReportInput) -> None:
    if not report.timeline.gaps:
        return
    document.add_heading("Gaten en open einden", level=1)
    document.add_paragraph(
        "Waar de bronnen zwijgen, kan wel iets gebeurd zijn: vraag het na.", NOTE_STYLE
    )
    for gap in report.timeline.gaps:
        who = f", {report.kind_label(gap.organisation)}" if gap.organisation else ""
        kind = GAPS.get(gap.kind, "Open einde")
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{kind}{who}, {bounds_in_words(gap.bounds)}. ").bold = True
        paragraph.add_run(printable(gap.text_nl))


def _factors(
    document: Document,
    report: ReportInput,
    notes: Footnotes,
    sources: dict[str, Source],
    places: dict[str, str],
) -> None:
    shown = report.shown_factors()
    if not shown:
        return
    document.add_heading("Bijdragende factoren", level=1)
    for level in Level:
        own = [factor for factor in shown if factor.level is level]
        if own:
            document.add_heading(LEVELS[level], level=2)
        for factor in own:
            name = report.factor_names.get(factor.code, factor.code)
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{name} ({VALENCES[factor.valence]}). ").bold = True
            paragraph.add_run(f"{FACTOR_STATUS[factor.status].capitalize()}.")
            source = sources.get(factor.document)
            label = source.label if source else "bron"
            place = places.get(factor.passage, "")
            where = ", ".join(part for part in (label, place) if part)
            notes.add(paragraph, printable(f"{where}. “{factor.wording}”"))
