"""What of a review stands behind the door, as it is stored."""

from dataclasses import dataclass

from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierRow:
    """Where an identifier stood (offsets in the document as read); never which.

    `pseudonym` is "" for what was only flagged: its words stay.
    """

    document: str
    start: int
    end: int
    label: str
    entity: str
    pseudonym: str
    found_by: str
    score: float
    needs_review: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """All that went through the door for one review."""

    documents: tuple[Document, ...]
    passages: tuple[ReleasedPassage, ...]
    actors: tuple[Actor, ...]
    dates: tuple[ReleasedDate, ...]
    organisations: tuple[OrganisationMention, ...]
