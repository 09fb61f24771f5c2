"""What people type into forms, made into values of the domain."""

import datetime as dt
import re

from pydantic import BaseModel

from ltnlp.casework.reviews import Intake
from ltnlp.domain.dates import Bounds
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError
from ltnlp.domain.mentions import RosterEntry

LONGEST_TITLE = 120
_ROLE = re.compile(
    r"([^,]+),\s*(?!(?:de|den|der|het|ten|ter|te|van|von|in|op|el|al|la|le|du)\b)"
    r"([a-zà-ÿ][^,]*),?(.*)"
)
DUTCH_DAY = "%d-%m-%Y"


class NewReview(BaseModel):
    """The form that begins a review; participants one a line: name; role; where."""

    title: str = ""
    kind: str = ""
    region: str = "north"
    period_from: str = ""
    period_to: str = ""
    participants: str = ""
    questions: str = ""

    def intake(self) -> Intake:
        """Return what was typed.

        Raises:
            InputError: a day is no day, the period ends before it begins, or a
                participant has no name.
        """
        return Intake(
            title=self.title.strip()[:LONGEST_TITLE] or "Leerreview",
            kind=self.kind.strip() or "overig",
            region=self.region if self.region in REGIONS else "north",
            period=_period(_day(self.period_from), _day(self.period_to)),
            participants=tuple(_entry(line) for line in _lines(self.participants)),
            questions=tuple(_lines(self.questions)),
        )


class Scope(BaseModel):
    """The form of what a review is called and about, as `NewReview` began it."""

    title: str = ""
    kind: str = ""
    region: str = ""
    period_from: str = ""
    period_to: str = ""
    questions: str = ""

    def about(self) -> dict[str, str]:
        """Return title, kind and region; "" for what was left open."""
        return {
            "title": self.title.strip()[:LONGEST_TITLE],
            "kind": self.kind.strip(),
            "region": self.region if self.region in REGIONS else "",
        }

    def period(self) -> Bounds:
        """Return the period that was typed; a day that is left open bounds nothing.

        Raises:
            InputError: a day is no day, or the period ends before it begins.
        """
        return _period(_day(self.period_from), _day(self.period_to))

    def asked(self) -> tuple[str, ...]:
        """Return the questions, one a line."""
        return tuple(_lines(self.questions))


DATES_NL = {
    "true": "zoals ze zijn",
    "shift": "alle evenveel weken verschoven",
    "month": "alleen de maand",
    "quarter": "alleen het kwartaal",
    "year": "alleen het jaar",
}
"""How a release may tell its days."""

REGIONS = {"north": "noord", "middle": "midden", "south": "zuid"}
"""The regions of the school holidays."""


def kind_of(typed: str) -> DocumentKind | None:
    """Return the kind that was chosen, None to take it from the format."""
    return DocumentKind(typed) if typed in set(DocumentKind) else None


def day_of(typed: str) -> dt.date | None:
    """Return the day that was typed, None when the field was left open.

    Raises:
        InputError: it is no day.
    """
    return _day(typed)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _entry(line: str) -> RosterEntry:
    name, role, where = (*_parted(line), "", "")[:3]
    if not name:
        raise InputError(
            "a participant without a name",
            message_nl="Een deelnemer heeft geen naam: begin elke regel met de naam.",
        )
    return RosterEntry(name=name, role=role or None, organisation=where or None)


def _parted(line: str) -> list[str]:
    """Return name, role and organisation as they were parted: by ";", a tab or commas.

    A comma parts only before a role in small letters: "Vries, de" and "Vries, Jan" are
    one name.
    """
    mark = next((one for one in (";", "\t") if one in line), None)
    if mark is None:
        role = _ROLE.match(line)
        return [part.strip() for part in role.groups()] if role else [line]
    return [part.strip() for part in line.split(mark)]


def _period(first: dt.date | None, last: dt.date | None) -> Bounds:
    if first and last and first > last:
        raise InputError(
            "the period ends before it begins",
            message_nl="De periode eindigt voordat zij begint: kijk de datums na.",
        )
    return Bounds(earliest=first, latest=last)


def _day(typed: str) -> dt.date | None:
    text = typed.strip()
    if not text:
        return None
    for reader in (dt.date.fromisoformat, _dutch_day):
        try:
            return reader(text)
        except ValueError:
            continue
    raise InputError(
        "not a day",
        message_nl="Een datum is niet te lezen: schrijf dag-maand-jaar, zoals 31-01-2024.",
    )


def _dutch_day(text: str) -> dt.date:
    return dt.datetime.strptime(text, DUTCH_DAY).replace(tzinfo=dt.UTC).date()
