"""Corrections by people: a journal that is replayed on every run."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.spans import Span


class Do(StrEnum):
    """What a correction does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    REDATE = "redate"
    EDIT = "edit"
    JOIN = "join"
    SPLIT = "split"
    ADD = "add"
    MOMENT = "moment"
    NOT_MOMENT = "not_moment"
    NAME = "name"
    NOT_NAME = "not_name"
    JOIN_PERSONS = "join_persons"
    SPLIT_PERSON = "split_person"
    RENAME = "rename"
    ACCEPT_FACTOR = "accept_factor"
    REJECT_FACTOR = "reject_factor"
    RECODE_FACTOR = "recode_factor"


NEEDS: Mapping[Do, tuple[str, ...]] = {
    Do.REDATE: ("edtf",),
    Do.EDIT: ("what",),
    Do.JOIN: ("events",),
    Do.SPLIT: ("account",),
    Do.ADD: ("what",),
    Do.JOIN_PERSONS: ("persons",),
    Do.RENAME: ("pseudonym",),
    Do.RECODE_FACTOR: ("code",),
}
"""The values that a correction needs beside what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of the journal.

    Attributes:
        id: stable; the same entry appended twice is one entry.
        at: when it was made (UTC).
        by: role of the person, never a name.
        why: their reason.
        do: what it does.
        target: id of the event, factor or person it is about; None when a place is.
        slot: slot of the document, with `span` in its text as read.
        quote: HMAC under the review's key of the words at that place.
        values: what `do` needs beside: "edtf", "events", "label", "what", …
    """

    id: str
    at: dt.datetime
    by: str
    why: str
    do: Do
    target: str | None = None
    slot: str | None = None
    span: Span | None = None
    quote: str | None = None
    values: Mapping[str, str | tuple[str, ...]]

    def __post_init__(self) -> None:
        """Raise InvalidCorrectionError when it lacks what it is about."""
        missing = [need for need in NEEDS.get(self.do, ()) if need not in self.values]
        if missing:
            raise InvalidCorrectionError(
                f"correction {self.do} needs {', '.join(missing)}",
                message_nl=f"Bij '{self.do}' ontbreekt: {', '.join(missing)}.",
            )
        has_place = self.slot is not None and self.span is not None
        if not (self.target or has_place or self.values):
            raise InvalidCorrectionError(
                f"correction {self.do} names no target",
                message_nl="Er staat niet bij waar de correctie over gaat.",
            )

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return a value as a tuple, empty when it is not there."""
        value = self.values.get(name, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def one(self, name: str) -> str | None:
        """Return a value as one string, None when it is not there."""
        values = self.all_of(name)
        return values[0] if values else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A correction that finds no target any more: kept and listed, never dropped."""

    correction: str
    why_nl: str
