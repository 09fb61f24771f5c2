"""Named questions: one SQL file each, the first lines say what it asks."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ltnlp.store.database import SQL, Database, Row
from ltnlp.store.trends import opened

FOLDER = SQL / "questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question; `about` is "review", "system" or "trends"."""

    name: str
    about: str
    explanation_nl: str


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions in order of name."""
    return tuple(
        Question(
            name=file.stem,
            about=file.parent.name,
            explanation_nl=_explanation(file.read_text("utf-8")),
        )
        for file in sorted(FOLDER.glob("*/*.sql"))
    )


def ask(database: Database, question: Question) -> list[Row]:
    """Return the rows of a question."""
    with database.session() as session:
        return session.answer(_file(question))


def ask_trends(path: Path, question: Question) -> list[Row]:
    """Return the rows that a question gives of a published version.

    Raises:
        InputError: it is no file of trends.
    """
    with opened(path) as session:
        return session.answer(_file(question))


def _file(question: Question) -> str:
    return f"questions/{question.about}/{question.name}.sql"


def _explanation(sql: str) -> str:
    lines = [line[2:].strip() for line in sql.splitlines() if line.startswith("--")]
    return " ".join(lines)
