"""What the form of a note or a row tells: who did it, who was there, who was seen."""

import re
from collections.abc import Sequence

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import Span

_CLIENT = "gezin"
_WHO_CELL_WORDS = 4
_LISTED = re.compile(r"(?:[^\W\d_]+\.?\s){0,2}(?:\[[^\]]+\]|[^\W\d_]+)")
_NOTE_OF_CONTACT = re.compile(
    r"\W*\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\s(?:\(\w+\)\s)?(?:\[[^\]]+\]|[A-Z]{2,4})"
    r"(?:\.|,[^.,]{1,20}\.)\s"
)


def is_note_of_contact(text: str) -> bool:
    """Tell whether it is a note that begins with a day and a worker's initials."""
    return _NOTE_OF_CONTACT.match(text) is not None


def who_cells(passage: ReleasedPassage) -> tuple[Span, ...]:
    """Return the cells of a row that only list who was there."""
    return tuple(
        cell
        for cell in passage.cells
        if "," in cell.of(passage.text)
        and all(
            _LISTED.fullmatch(part.strip()) for part in cell.of(passage.text).split(",")
        )
    )


def doer_of_row(
    passage: ReleasedPassage, mentions: Sequence[OrganisationMention]
) -> str | None:
    """Return the kind that the last cell of a row names alone: who did it."""
    if passage.kind is not SegmentKind.ROW or len(passage.cells) < 2:
        return None
    cell = passage.cells[-1]
    words = cell.of(passage.text).lower().replace(",", " ").split()
    if len(words) > _WHO_CELL_WORDS or "ik" in words:
        return None
    kinds = {mention.kind for mention in mentions if cell.contains(mention.span)}
    return kinds.pop() if len(kinds) == 1 and _CLIENT not in kinds else None
