"""What people type into forms, made into values of the domain."""

import datetime as dt

from pydantic import BaseModel

from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError
from ltnlp.domain.mentions import RosterEntry


class NewReview(BaseModel):
    """The form that begins a review; participants one a line: name; role; where."""

    title: str = ""
    kind: str = ""
    period_from: str = ""
    period_to: str = ""
    participants: str = ""
    questions: str = ""

    def first_day(self) -> dt.date | None:
        """Return the first day of the period, None when left open."""
        return _day(self.period_from)

    def last_day(self) -> dt.date | None:
        """Return the last day of the period, None when left open."""
        return _day(self.period_to)

    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the participants that were typed."""
        return tuple(_entry(line) for line in _lines(self.participants))

    def research_questions(self) -> tuple[str, ...]:
        """Return the research questions, one a line."""
        return tuple(_lines(self.questions))


def kind_of(typed: str) -> DocumentKind | None:
    """Return the kind that was chosen, None to take it from the format."""
    return DocumentKind(typed) if typed in set(DocumentKind) else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _entry(line: str) -> RosterEntry:
    parts = [part.strip() for part in line.split(";")]
    name, role, where = (*parts, "", "")[:3]
    return RosterEntry(name=name, role=role or None, organisation=where or None)


def _day(typed: str) -> dt.date | None:
    if not typed.strip():
        return None
    try:
        return dt.date.fromisoformat(typed.strip())
    except ValueError:
        raise InputError(
            "not a day", message_nl="Dit is geen datum: gebruik jaar-maand-dag."
        ) from None
