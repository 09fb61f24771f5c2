"""For which organisation the maker of a source stands, where nobody typed it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import RosterEntry
from ltnlp.nlp.organisations import kind_of_participant


def with_kinds(
    documents: Iterable[Document], roster: Sequence[RosterEntry]
) -> tuple[Document, ...]:
    """Return the documents with the kind of organisation of their makers.

    The participants who have the role of the maker say it, where all of them work at
    one kind; else the role itself. What was typed of a source stays.
    """
    return tuple(
        one
        if one.author_kind or not one.author_role
        else replace(one, author_kind=_kind(one.author_role, roster))
        for one in documents
    )


def _kind(role: str, roster: Sequence[RosterEntry]) -> str | None:
    held = {
        kind_of_participant(entry.role, entry.organisation)
        for entry in roster
        if entry.role and entry.role.casefold() == role.casefold()
    }
    return held.pop() if len(held) == 1 else kind_of_participant(role, None)
