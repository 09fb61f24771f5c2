"""Named questions to a review, the system or the trends; no free SQL by accident."""

from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.casework.trends import published
from ltnlp.domain.errors import InputError
from ltnlp.store.database import Row
from ltnlp.store.questions import Question, ask, ask_trends, questions


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
            "no such question",
            message_nl="Deze vraag bestaat niet; 'ltnlp query --list' noemt ze alle.",
        )
    return Answer(question=found, rows=tuple(_rows(home, found, review)))


def _rows(home: Home, question: Question, review: str | None) -> list[Row]:
    if question.about == "system":
        return ask(home.system_database(), question)
    if question.about == "review":
        if review is None:
            raise InputError(
                "the question is about one review",
                message_nl="Deze vraag gaat over één review; noem haar nummer.",
            )
        return ask(home.review_database(review), question)
    return ask_trends(published(home), question)
