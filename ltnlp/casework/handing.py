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
from ltnlp.casework.story import story_output, take_back, was_read
from ltnlp.domain.errors import InputError
from ltnlp.reading import read
from ltnlp.reporting import read_answers, render_calendar, render_xlsx

PAPERS = ("verhaal", "tabel", "agenda", "controle")
NOWHERE = Path()


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


def hand_in(home: Home, review_id: str, content: bytes) -> str:
    """Take an edited story or a filled-in paper; return in Dutch what became of it.

    Raises:
        InputError: it is neither.
        UnreadableSourceError: the file cannot be read.
    """
    home.open_entry(review_id)
    # The door for documents from outside: it refuses what would harm to open.
    read(content, name="terug.docx", source=review_id)
    if read_answers(content).ours:
        done = take_answers(home, review_id, content)
        return f"{done.appended} antwoord(en) vastgelegd, {len(done.refused)} niet."
    back = take_back(home, review_id, content, by="begeleider")
    missing = (
        f" {back.missing} alinea('s) misten en blijven staan." if back.missing else ""
    )
    return (
        f"{back.edited} aangepaste en {back.added} eigen alinea('s) vastgelegd, "
        f"{back.views} zienswijze(n), {back.refused} niet.{missing}"
    )
