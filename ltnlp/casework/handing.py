"""Papers handed out and taken back without a folder: for pages."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.check import check_outputs, take_answers
from ltnlp.casework.datings import kind_of, retold, rule_of
from ltnlp.casework.home import Home
from ltnlp.casework.release import Output, let_out
from ltnlp.casework.report import gather, source_words
from ltnlp.casework.rows_back import TABLES, RowsBack, take_rows
from ltnlp.casework.story import story_output, take_back, was_read
from ltnlp.domain.errors import InputError
from ltnlp.reading import read
from ltnlp.reporting import read_answers, render_calendar, render_xlsx

PAPERS = ("verhaal", "tabel", "agenda", "controle")
NOWHERE = Path()
MOST_TOLD = 20
"""Rows of which is told why they were not taken."""

NO_PAPER_NL = (
    "Dit bestand komt niet uit deze review. Terug kunnen het verhaal en de formulieren "
    "(Word) en de tijdlijn (Excel of CSV)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file that left: its name, which tells nothing, and its content."""

    name: str
    content: bytes


def hand_out(home: Home, review_id: str, paper: str, *, today: dt.date) -> Handed:
    """Return one of `PAPERS`, scanned for names and registered.

    Raises:
        InputError: there is no such paper.
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
    return _table(home, review_id, paper, today=today)


def _table(home: Home, review_id: str, paper: str, *, today: dt.date) -> Handed:
    """Hand out rows or days, told as the setting for dates says."""
    rule = rule_of(home)
    report = retold(home, review_id, gather(home, review_id), rule)
    table = paper == "tabel"
    output = Output(
        path=Path(f"{review_id}.{'xlsx' if table else 'ics'}"),
        content=render_xlsx(report) if table else render_calendar(report, today=today),
        scanned="\n".join(source_words(report)),
    )
    let_out(home, review_id, [output], kind=kind_of(paper, rule), today=today)
    return Handed(name=output.path.name, content=output.content)


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
        return f"{done.appended} antwoord(en) vastgelegd, {len(done.refused)} niet."
    if text.format != "docx":
        raise InputError("no paper of ours", message_nl=NO_PAPER_NL)
    back = take_back(home, review_id, content, by="begeleider")
    missing = (
        f" {back.missing} alinea('s) misten en blijven staan." if back.missing else ""
    )
    return (
        f"{back.edited} aangepaste en {back.added} eigen alinea('s) vastgelegd, "
        f"{back.views} zienswijze(n), {back.refused} niet.{missing}"
    )


def rows_in_words(back: RowsBack) -> str:
    """Return in Dutch what became of a table, with each row that was not taken."""
    known = f" {back.known_before} stonden er al." if back.known_before else ""
    missing = (
        f" {back.missing} gebeurtenis(sen) misten en blijven staan."
        if back.missing
        else ""
    )
    told = [f"Regel {row}: {why}." for row, why in back.refused[:MOST_TOLD]]
    more = len(back.refused) - MOST_TOLD
    rest = [f"En nog {more} keer iets."] if more > 0 else []
    head = f"{back.appended} verbetering(en) vastgelegd, {len(back.refused)} niet."
    return "\n".join([f"{head}{known}{missing}", *told, *rest])
