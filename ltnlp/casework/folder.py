"""A review made from a folder with a `review.json`, as a facilitator would type it."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from ltnlp.casework.home import Home
from ltnlp.casework.intake import Received, Upload, add_sources
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.dates import Bounds
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError
from ltnlp.domain.mentions import RosterEntry

Prefer = Literal["file", "text"]

KINDS = {
    "interview": DocumentKind.INTERVIEW,
    "clientinterview": DocumentKind.CLIENT_INTERVIEW,
    "client_interview": DocumentKind.CLIENT_INTERVIEW,
    "dossier": DocumentKind.FILE_EXTRACT,
    "file": DocumentKind.FILE_EXTRACT,
    "tijdlijn": DocumentKind.INDIVIDUAL_TIMELINE,
    "timeline": DocumentKind.INDIVIDUAL_TIMELINE,
    "email": DocumentKind.EMAIL,
    "e-mail": DocumentKind.EMAIL,
    "ruling": DocumentKind.RULING,
    "uitspraak": DocumentKind.RULING,
}


class _Typed(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


Day = Annotated[dt.date | None, BeforeValidator(lambda value: value or None)]
"""A day; "" is none."""


class _Period(_Typed):
    start: Day = Field(default=None, alias="from")
    end: Day = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> "_Period":
        if self.start and self.end and self.start > self.end:
            raise ValueError("a period ends before it begins")
        return self


class _Participant(_Typed):
    name: str
    role: str | None = None
    organisation: str | None = None
    aliases: list[str] = []


class _Document(_Typed):
    doc: str
    file: str | None = None
    kind: str | None = None
    author_role: str | None = None
    author_kind: str | None = None
    date: Day = None


class _Folder(_Typed):
    id: str = ""
    title: str = "Leerreview"
    kind: str = "overig"
    region: str = "north"
    period: _Period = _Period()
    questions: list[str] = []
    participants: list[_Participant] = []
    documents: list[_Document] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A review made from a folder, and what became of each of its sources.

    `missing` counts the documents of `review.json` that do not lie in `sources/`.
    """

    review: str
    received: tuple[Received, ...]
    missing: int = 0


def review_from_folder(
    home: Home, folder: Path, *, today: dt.date, prefer: Prefer = "file"
) -> Made:
    """Make a review from `folder/review.json` and the files in `folder/sources/`.

    `prefer` says which is taken of a document that lies there twice: the real file
    ("file") or the text it was made from ("text").

    Raises:
        InputError: there is no `review.json`, or it does not have the form.
    """
    typed = _read(folder)
    intake = Intake(
        title=typed.title,
        kind=typed.kind,
        period=Bounds(earliest=typed.period.start, latest=typed.period.end),
        participants=tuple(_roster_entry(p) for p in typed.participants),
        questions=tuple(typed.questions),
        region=typed.region,
    )
    named = [_upload(folder / "sources", doc, prefer) for doc in typed.documents]
    uploads = [upload for upload in named if upload is not None]
    uploads.extend(_others(folder / "sources", typed))
    review = new_review(home, intake, today=today)
    return Made(
        review=review,
        received=add_sources(home, review, uploads),
        missing=len([upload for upload in named if upload is None]),
    )


def _read(folder: Path) -> _Folder:
    path = folder / "review.json"
    if not path.is_file():
        raise InputError(
            "no review.json in the folder",
            message_nl="In deze map staat geen review.json.",
        )
    try:
        return _Folder.model_validate(json.loads(path.read_text("utf-8-sig")))
    except (ValidationError, ValueError):
        # The library's message quotes what was typed.
        raise InputError(
            "review.json does not have the expected form",
            message_nl="review.json heeft niet de vorm die is afgesproken.",
        ) from None


def _roster_entry(participant: _Participant) -> RosterEntry:
    return RosterEntry(
        name=participant.name,
        role=participant.role,
        organisation=participant.organisation,
        aliases=tuple(participant.aliases),
    )


def _others(sources: Path, typed: _Folder) -> Iterator[Upload]:
    """Yield the files that `review.json` does not name."""
    claimed = {n for d in typed.documents for n in (d.doc, d.file) if n}
    for path in sorted(sources.glob("*")):
        hidden = path.name.startswith((".", "~$"))
        if path.is_file() and not hidden and path.name not in claimed:
            yield Upload(content=path.read_bytes(), file_name=path.name)


def _upload(sources: Path, document: _Document, prefer: Prefer) -> Upload | None:
    names = [document.file, document.doc]
    if prefer == "text":
        names.reverse()
    paths = [sources / Path(name).name for name in names if name]
    found = next((path for path in paths if path.is_file()), None)
    if found is None:
        return None
    return Upload(
        content=found.read_bytes(),
        file_name=found.name,
        kind=KINDS.get((document.kind or "").lower()),
        author_role=document.author_role,
        author_kind=document.author_kind,
        made_on=document.date,
        label=document.doc,
    )
