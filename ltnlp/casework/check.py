"""Member check: a paper for each participant, and their answers in the journal."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.correct import Accepted, correct
from ltnlp.casework.home import Home
from ltnlp.casework.release import Output, release_outputs
from ltnlp.casework.report import gather, source_words
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.reading import read
from ltnlp.reporting import Answer, participants, read_answers, render_check


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper of one participant: where it lies and for whom it is."""

    path: Path
    participant: str
    tellings: int


def write_checks(
    home: Home, review_id: str, folder: Path, *, today: dt.date
) -> tuple[Paper, ...]:
    """Write a paper for each participant into `folder`, scanned for names first.

    The files are numbered: whose they are is told, not written in their names.

    Raises:
        StateError: the review was never run.
        PrivacyError: one still holds a registered name; nothing is written.
    """
    papers, outputs = check_outputs(home, review_id, folder, today=today)
    release_outputs(home, review_id, outputs, kind="check", today=today)
    return papers


def check_outputs(
    home: Home, review_id: str, folder: Path, *, today: dt.date
) -> tuple[tuple[Paper, ...], tuple[Output, ...]]:
    """Return the papers of all participants as files that want to leave.

    Raises:
        StateError: the review was never run.
    """
    report = gather(home, review_id)
    scanned = "\n".join(source_words(report))
    papers, outputs = [], []
    for number, one in enumerate(participants(report), start=1):
        path = folder / f"{review_id}-controle-{number:02d}.docx"
        content = render_check(report, one, today=today)
        outputs.append(Output(path=path, content=content, scanned=scanned))
        papers.append(
            Paper(path=path, participant=one.name, tellings=len(one.tellings))
        )
    return tuple(papers), tuple(outputs)


def take_answers(
    home: Home, review_id: str, content: bytes, *, by: str | None = None
) -> Accepted:
    """Take the answers of a paper into the journal, under the role of who gave them.

    They stand beside the timeline from the next run on; they change no event.

    Args:
        home: where the review lies.
        review_id: whose paper it is.
        content: the file that came back.
        by: role of the participant; by default the one that the paper was made for.

    Raises:
        InputError: it is no paper of this program.
        UnreadableSourceError: the file cannot be read.
    """
    home.open_entry(review_id)
    # The door for documents from outside: it refuses what would harm to open.
    read(content, name="controle.docx", source=review_id)
    found = read_answers(content)
    if not found.ours:
        raise InputError(
            "no paper of ours",
            message_nl="Dit bestand is geen controleformulier van dit programma.",
        )
    return correct(
        home, review_id, _lines(home, review_id, found.answers, by or found.by)
    )


def _lines(home: Home, review_id: str, answers: Sequence[Answer], by: str) -> list[str]:
    words = without_names(home, review_id, [answer.words for answer in answers])
    return [_line(a, told, by) for a, told in zip(answers, words, strict=True)]


def _line(answer: Answer, words: str, by: str) -> str:
    told = {
        "do": "remark",
        "words": words,
        "answer": answer.answer,
        "by": by,
        "why": "controle door deelnemer",
    }
    if answer.account:
        told["target"] = answer.account
    return json.dumps(told)
