"""What follows the story in Word: moments, gaps, factors, answers and changes."""

from collections.abc import Sequence

from docx.document import Document

from ltnlp.domain.factors import ContributingFactor, FactorStatus, Level, Valence
from ltnlp.reporting.changes import lines
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.own_words import in_full
from ltnlp.reporting.plain import printable
from ltnlp.reporting.story_notes import Notes
from ltnlp.reporting.story_units import LOST, lost_words
from ltnlp.reporting.styles import NOTE_STYLE, OWN_STYLE
from ltnlp.reporting.words_nl import (
    FACTOR_STATUS,
    GAPS,
    LEVELS,
    VALENCES,
)


def lost(document: Document, report: ReportInput, _: Notes) -> None:
    """Add what people wrote about events that are no longer told."""
    kept = lost_words(report)
    if not kept:
        return
    document.add_heading(LOST, level=1)
    document.add_paragraph(
        "Deze tekst schreef u eerder. De gebeurtenis erbij is afgewezen of staat niet "
        "meer in de bronnen; zet de tekst elders of laat hem weg.",
        NOTE_STYLE,
    )
    for text in kept:
        for line in text.words.split("\n"):
            document.add_paragraph(printable(line), OWN_STYLE)


def gaps(document: Document, report: ReportInput, notes: Notes) -> None:
    """Add where the sources are silent and what was left open, in whose words."""
    if not report.timeline.gaps:
        return
    document.add_heading("Gaten en open einden", level=1)
    document.add_paragraph(
        "Waar de bronnen zwijgen, kan wel iets gebeurd zijn: vraag het na.", NOTE_STYLE
    )
    for gap in report.timeline.gaps:
        who = f", {report.kind_label(gap.organisation)}" if gap.organisation else ""
        kind = GAPS.get(gap.kind, "Open einde")
        event = report.timeline.event(gap.event) if gap.event else None
        paragraph = document.add_paragraph(style="List Bullet")
        if event is None:
            paragraph.add_run(
                f"{kind}{who}, {bounds_in_words(gap.bounds)}."
            ).bold = True
            continue
        paragraph.add_run(f"{kind}{who}. ").bold = True
        when = told_in_words(event.date).capitalize()
        paragraph.add_run(printable(f"{when}: “{in_full(event)}”. {gap.text_nl}"))
        notes.add(paragraph, [account.id for account in event.accounts])


def factors(document: Document, report: ReportInput, notes: Notes) -> None:
    """Add the contributing factors by level, each once, with all its passages."""
    shown = report.shown_factors()
    if not shown:
        return
    document.add_heading("Bijdragende factoren", level=1)
    for level in Level:
        own: dict[tuple[str, Valence, FactorStatus], list[ContributingFactor]] = {}
        for factor in shown:
            if factor.level is level:
                alike = (factor.code, factor.valence, factor.status)
                own.setdefault(alike, []).append(factor)
        if own:
            document.add_heading(LEVELS[level], level=2)
        for alike, held in own.items():
            _factor(document, report, alike, held, notes)


def _factor(
    document: Document,
    report: ReportInput,
    alike: tuple[str, Valence, FactorStatus],
    held: Sequence[ContributingFactor],
    notes: Notes,
) -> None:
    code, valence, status = alike
    name = report.factor_names.get(code, code)
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{name} ({VALENCES[valence]}). ").bold = True
    paragraph.add_run(f"{FACTOR_STATUS[status].capitalize()}.")
    notes.add_factors(paragraph, held)


def remarks(document: Document, report: ReportInput, _: Notes) -> None:
    """Add what participants answered when they were asked to check."""
    if not report.timeline.remarks:
        return
    document.add_heading("Antwoorden van deelnemers", level=1)
    for remark in report.timeline.remarks:
        event = report.timeline.event(remark.event) if remark.event else None
        about = f" bij “{event.what}”" if event else ""
        answer = f"{remark.answer}. " if remark.answer else ""
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(printable(f"{remark.by}{about}: ")).bold = True
        paragraph.add_run(printable(f"{answer}{remark.words}"))


def differences(document: Document, report: ReportInput, _: Notes) -> None:
    """Add what came, went and changed since the story was last handed out."""
    if report.changes is None or not report.changes.changes:
        return
    before = report.changes
    document.add_heading(f"Veranderd sinds versie {before.before}", level=1)
    for title, told in lines(before):
        document.add_heading(title, level=2)
        for line in told:
            document.add_paragraph(printable(line), "List Bullet")
