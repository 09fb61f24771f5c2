"""Named questions to a review or to the system; no free SQL by accident."""

from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.domain.errors import InputError
from ltnlp.store.database import Row
from ltnlp.store.questions import Question, ask, questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that a question gave, and what it asks in Dutch."""

    question: Question
    rows: tuple[Row, ...]


def list_questions() -> tuple[Question, ...]:
    """Return all named questions."""
    return questions()


def answer(home: Home, name: str, review: str | None = None) -> Answer:
    """Return the rows that the named question gives.

    Raises:
        InputError: there is no such question, or it is about one review.
    """
    found = next((q for q in questions() if q.name == name), None)
    if found is None:
        raise InputError(
            "no such question", message_nl="Deze vraag bestaat niet; zie --list."
        )
    if found.about == "review":
        if review is None:
            raise InputError(
                "the question is about one review",
                message_nl="Deze vraag gaat over één review; noem haar nummer.",
            )
        database = home.review_database(review)
    else:
        database = home.system_database()
    return Answer(question=found, rows=tuple(ask(database, found)))


def trends_folder(home: Home) -> Path:
    """Return where the published trends lie."""
    return home.root / "trends"
