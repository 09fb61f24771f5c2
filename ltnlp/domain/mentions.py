"""Mentions: where a passage names a person, a place, an organisation, a role or a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import Span

FAMILY = frozenset({"gezin", "familie_netwerk"})
"""The kinds of organisation that are none: the household, and relatives around it."""

LEADING = "learning_together"
"""The kind of who leads the review: they ask, and take no part in what is told."""


class Label(StrEnum):
    """What an identifier identifies; ROLE is flagged and not masked."""

    PERSON = "PERSON"
    LOCATION = "LOCATION"
    ADDRESS = "ADDRESS"
    ORG_INSTANCE = "ORG_INSTANCE"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    URL = "URL"
    BSN = "BSN"
    IBAN = "IBAN"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    AGE_PRECISE = "AGE_PRECISE"
    CASE_NUMBER = "CASE_NUMBER"
    LICENCE_PLATE = "LICENCE_PLATE"
    ROLE = "ROLE"


class Choice(StrEnum):
    """What a person decides on words that tell who somebody is without a name."""

    KEEP = "keep"
    GENERALISE = "generalise"
    MASK = "mask"


COVERING = frozenset({Choice.GENERALISE, Choice.MASK})
"""Choices after which the words no longer stand in what is released."""


class Shape(StrEnum):
    """How much of a person's name stands at a place."""

    FULL = "full"
    GIVEN = "given"
    SURNAME = "surname"
    INITIALS = "initials"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What one detector takes for an identifier, before resolution.

    Attributes:
        role: base form of the role that stands with it ("moeder"), where one does.
        organisation_kind: kind of the instance, or of the organisation of the role.
        shape: how much of a name a person's is.
        gender: "f" or "m" where a title or kinship word tells.
        word: the form is an ordinary word too ("Roos"): only its context made it one.
        entity: key of the roster entry it was found by ("roster:2").
        family: a family is meant and not one of its members.
        listed: part of it stands in a gazetteer, so that it is no misspelling.
        choice: what a person decided on a flag; None while nobody did.
    """

    passage: str
    span: Span
    label: Label
    found_by: str
    reason: str
    score: float = 1.0
    needs_review: bool = False
    role: str | None = None
    organisation_kind: str | None = None
    shape: "Shape | None" = None
    gender: str = ""
    word: bool = False
    entity: str | None = None
    family: bool = False
    listed: bool = False
    choice: Choice | None = None

    @property
    def only_flags(self) -> bool:
        """Tell whether the words stay: flagged, and nobody decided to cover them."""
        return self.label is Label.ROLE and self.choice not in COVERING


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An identifier at its place in a passage's text, linked to its entity.

    Never holds the name itself: the vault's passage and the registry do.

    Attributes:
        passage: id of the passage; `span` counts in its text.
        label: what it identifies.
        entity: id of the entity in the registry of the review.
        found_by: ids of the detectors that found it.
        reason: why, in one sentence without the name.
        score: how sure, 0 to 1.
        needs_review: shown to the facilitator for a decision.
    """

    passage: str
    span: Span
    label: Label
    entity: str
    found_by: tuple[str, ...]
    reason: str = ""
    score: float = 1.0
    needs_review: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMention:
    """A kind of organisation, named or through a role that stands for it.

    Attributes:
        passage: id of the passage; `span` counts in the text it was read from.
        kind: id of the taxonomy (`models/organisations.yaml`).
        by_role: named through a function title ("de jeugdbeschermer").
        role: the function title in its base form, None for an organisation.
        ambiguous: other kinds that the form can mean.
    """

    passage: str
    span: Span
    kind: str
    by_role: bool = False
    role: str | None = None
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """A person or organisation that the facilitator typed in.

    `kind` is the kind of organisation that role and organisation stand for, where a
    reader of organisations told it.
    """

    name: str
    role: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None


class Detector(Protocol):
    """Finds what may identify somebody, in the passages of one review."""

    def detect(
        self, passages: Sequence[Passage], roster: Sequence[RosterEntry]
    ) -> tuple[Candidate, ...]:
        """Return candidates, overlapping ones included."""
        ...


class OrganisationReader(Protocol):
    """Finds kinds of organisation and the roles that stand for them in a text."""

    def read(self, passage: str, text: str) -> tuple[OrganisationMention, ...]:
        """Return mentions in order of place, none overlapping."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationKind:
    """A kind of organisation (soort organisatie) of the taxonomy.

    Attributes:
        id: stable code.
        sector: part of the field it belongs to.
        neutral: how a final report names it, Dutch.
        roles: function titles that stand for it.
    """

    id: str
    sector: str
    neutral: str
    roles: tuple[str, ...] = ()


Taxonomy = Mapping[str, OrganisationKind]
