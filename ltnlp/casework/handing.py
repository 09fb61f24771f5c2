"""Papers handed out and taken back without a folder: for pages."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ltnlp.casework.check import check_outputs, take_answers
from ltnlp.casework.datings import kind_of, retold, rule_of
from ltnlp.casework.home import Home
from ltnlp.casework.release import Output, let_out
from ltnlp.casework.report import gather, source_words
from ltnlp.casework.rows_back import TABLES, RowsBack, take_rows
from ltnlp.casework.story import TakenBack, story_output, take_back, was_read
from ltnlp.domain.errors import InputError
from ltnlp.reading import read
from ltnlp.reporting import (
    ReportInput,
    read_answers,
    render_calendar,
    render_csv,
    render_report,
    render_rows,
    render_xlsx,
)
from ltnlp.reporting.words_nl import counted, missed, recorded

TIMELINES = {"tabel": ".xlsx", "csv": ".csv", "agenda": ".ics", "json": ".json"}
"""The timeline in the row format of the field, and how the name of its file ends."""

PAPERS = ("verhaal", "controle", "rapport", "leerbijeenkomst", *TIMELINES)
"""What pages hand out; the report for a learning meeting covers proposals."""

NOWHERE = Path()
MOST_TOLD = 20
"""Rows of which is told why they were not taken."""

NOTHING_NEW_NL = (
    "Er is niets anders dan wat er al stond. Wat u in de titel, gaten, factoren of noten "
    "verandert, wordt niet teruggelezen."
)
NO_PAPER_NL = (
    "Dit bestand komt niet uit deze review. Terug kunnen het verhaal en de formulieren "
    "(Word) en de tijdlijn (Excel of CSV)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file that left: its name, which tells nothing, and its content."""

    name: str
    content: bytes


def hand_out(
    home: Home, review_id: str, paper: str, *, today: dt.date, dates: str | None = None
) -> Handed:
    """Return one of `PAPERS`, scanned for names and registered.

    `dates` is the rule for its days, by default what the setting says; the story and
    the forms are working papers, whose days are always true.

    Raises:
        InputError: there is no such paper, or no such rule for dates.
        StateError: the review was never run.
        PrivacyError: it still holds a registered name.
    """
    if paper not in PAPERS:
        raise InputError("no such paper", message_nl="Dit stuk bestaat niet.")
    if paper == "controle":
        return _checks(home, review_id, today=today)
    if paper == "verhaal":
        output = story_output(home, review_id, NOWHERE, today=today)
        let_out(home, review_id, [output], kind="story", today=today)
        was_read(home, review_id)
        return Handed(name=output.path.name, content=output.content)
    return _retold(home, review_id, paper, today=today, dates=dates)


def _retold(
    home: Home, review_id: str, paper: str, *, today: dt.date, dates: str | None
) -> Handed:
    """Hand out a paper that may tell days by another rule."""
    rule = rule_of(home, dates or None)
    meeting = paper == "leerbijeenkomst"
    gathered = replace(gather(home, review_id), meeting=meeting)
    report = retold(home, review_id, gathered, rule)
    ending, content = _rendered(report, paper, today=today)
    output = Output(
        path=Path(f"{review_id}{ending}"),
        content=content,
        scanned="\n".join(source_words(report)),
    )
    let_out(home, review_id, [output], kind=kind_of(paper, rule), today=today)
    return Handed(name=output.path.name, content=output.content)


def _rendered(report: ReportInput, paper: str, *, today: dt.date) -> tuple[str, bytes]:
    """Return how the name of a paper ends, and its content."""
    if paper not in TIMELINES:
        ending = "-leerbijeenkomst.html" if report.meeting else ".html"
        return ending, render_report(report, today=today).encode()
    tables = {"tabel": render_xlsx, "csv": render_csv, "json": render_rows}
    render = tables.get(paper) or partial(render_calendar, today=today)
    return TIMELINES[paper], render(report)


def _checks(home: Home, review_id: str, *, today: dt.date) -> Handed:
    _, outputs = check_outputs(home, review_id, NOWHERE, today=today)
    let_out(home, review_id, outputs, kind="check", today=today)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for output in outputs:
            archive.writestr(output.path.name, output.content)
    return Handed(name=f"{review_id}-controle.zip", content=packed.getvalue())


def hand_in(
    home: Home, review_id: str, content: bytes, *, name: str = "terug.docx"
) -> str:
    """Take an edited story, table or filled-in paper; return in Dutch what became of it.

    Raises:
        InputError: it is none of these.
        UnreadableSourceError: the file cannot be read.
    """
    home.open_entry(review_id)
    # The door for documents from outside: it refuses what would harm to open.
    text = read(content, name=name, source=review_id)
    if text.format in TABLES:
        return rows_in_words(take_rows(home, review_id, content, name=name))
    if text.format == "docx" and read_answers(content).ours:
        done = take_answers(home, review_id, content)
        taken = recorded(done.appended, "antwoord", "antwoorden")
        return f"{taken}, {len(done.refused)} niet."
    if text.format != "docx":
        raise InputError("no paper of ours", message_nl=NO_PAPER_NL)
    back = take_back(home, review_id, content, by="begeleider")
    return story_in_words(back)


def story_in_words(back: TakenBack) -> str:
    """Return in Dutch what became of a story; what there was none of is not told."""
    taken = [
        counted(number, one, many)
        for number, one, many in (
            (back.edited, "aangepaste alinea", "aangepaste alinea's"),
            (back.added, "eigen alinea", "eigen alinea's"),
            (back.settled, "nagekeken alinea", "nagekeken alinea's"),
            (back.views, "zienswijze", "zienswijzen"),
        )
        if number
    ]
    told = [f"Vastgelegd: {', '.join(taken)}." if taken else NOTHING_NEW_NL]
    if back.refused:
        refused = counted(back.refused, "alinea kon", "alinea's konden")
        told.append(f"{refused} niet worden vastgelegd.")
    if back.missing:
        gone = counted(back.missing, "alinea staat", "alinea's staan")
        stays = "blijft" if back.missing == 1 else "blijven"
        told.append(f"{gone} niet in uw bestand en {stays} in het verhaal.")
    return " ".join(told)


def rows_in_words(back: RowsBack) -> str:
    """Return in Dutch what became of a table, with each row that was not taken."""
    known = back.known_before
    stood = f" {counted(known, 'stond', 'stonden')} er al." if known else ""
    missing = f" {missed(back.missing)}" if back.missing else ""
    told = [f"Regel {row}: {why}." for row, why in back.refused[:MOST_TOLD]]
    more = len(back.refused) - MOST_TOLD
    rest = [f"En nog {more} keer iets."] if more > 0 else []
    taken = recorded(back.appended, "verbetering", "verbeteringen")
    head = f"{taken}, {len(back.refused)} niet."
    return "\n".join([f"{head}{stood}{missing}", *told, *rest])
