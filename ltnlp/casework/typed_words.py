"""What facilitators type beside a review: roles, titles, labels, without names in them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ltnlp.casework.engines import engines
from ltnlp.domain.documents import Document
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.pseudonyms import NameCheck, Registry
from ltnlp.stages.passages import alone
from ltnlp.stages.typed_roles import name_words, nameless

_NAMED = frozenset({Label.PERSON, Label.ORG_INSTANCE, Label.LOCATION})
OTHER = "overig"
"""The kind of a case of which no kind is told."""
SHORTEST_PART = 4
"""Letters that a part of a name has at least, to be one by itself in a title."""


def strict_check(registry: Registry, guard: NameCheck) -> NameCheck:
    """Return a check for what people type: half a name in it is a name too.

    "Leerreview Kwartelhof" names the school that sources call "De Kwartelhof".

    Args:
        registry: of a review.
        guard: tells whole names of that registry.
    """
    parts = {
        fold(word)
        for entity in registry.entities
        for variant in entity.variants
        for word in variant.split()
        if len(word) >= SHORTEST_PART
    }

    def names_somebody(text: str) -> bool:
        later = (word for word in text.split()[1:] if word[:1].isupper())
        return guard(text) or any(
            fold(word.strip(".,;:?!()")) in parts for word in later
        )

    return names_somebody


_INITIALS = re.compile(r"\b[A-Z](?:\.\s?[A-Z])*\.(?!\w)")
_HANGING = re.compile(r"(?:[\s,;:–]*(?:…|\b(?:te|en|in|uit|van)\b))+\s*$")


def without_initials(title: str) -> str:
    """Return a title without letters for a name: "Leerreview verzuim, D.W."."""
    told = _INITIALS.sub("…", title)
    return title if told == title else _HANGING.sub("", told) or "…"


def labelled(document: Document, check: NameCheck) -> Document:
    """Name a source by its slot where its label names somebody, and its author by role."""
    role = document.author_role or ""
    return replace(
        document,
        label=document.slot if check(document.label) else document.label,
        author_role=None if check(role) else document.author_role,
    )


def behind_the_door(
    documents: Iterable[Document], registry: Registry, check: NameCheck
) -> tuple[Document, ...]:
    """Return the documents with labels and roles of authors that name nobody.

    `check` is the strict one of the registry.
    """
    names = name_words(
        parse(shown)
        for entity in registry.entities
        if entity.label is Label.PERSON
        for shown in entity.variants
    )
    documents = tuple(documents)
    told = _names_in([document.author_role or "" for document in documents])
    cleaned = (
        replace(document, author_role=_without(document.author_role, names | told))
        for document in documents
    )
    return tuple(labelled(document, check) for document in cleaned)


def nameless_kind(kind: str, check: NameCheck) -> str:
    """Return a kind of case without the names in it: "thuiszitters Windroos"."""
    if not check(f"de {kind}"):
        return kind
    left = " ".join(word for word in kind.split() if not check(f"de {word}"))
    return OTHER if check(f"de {left}") else left or OTHER


def nameless_roles(roster: Iterable[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Return the roster with roles in which nobody is named: "moeder van Quinten"."""
    roster = tuple(roster)
    told = _names_in([entry.role or "" for entry in roster])
    return tuple(replace(entry, role=_without(entry.role, told)) for entry in roster)


def _without(role: str | None, names: frozenset[str]) -> str | None:
    return nameless(role, names) or None if role else role


def _names_in(roles: Iterable[str]) -> frozenset[str]:
    """Return the words of roles that finders of names take for somebody's."""
    read = [alone(f"role{at:06d}", role)[1] for at, role in enumerate(roles) if role]
    if not any(len(passage.text.split()) > 1 for passage in read):
        return frozenset()
    texts = {passage.id: passage.text for passage in read}
    found: list[NameParts] = [
        parse(one.span.of(texts[one.passage]), one.shape)
        for one in engines().names.detect(read, ())
        if one.label in _NAMED
    ]
    return name_words(found)
