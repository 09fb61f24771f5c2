"""The door: behind it there are no names, only pseudonyms and released passages."""

from collections.abc import Callable
from dataclasses import InitVar, dataclass, replace

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import NOWHERE, Place, SegmentKind
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.mentions import COVERING, Choice, Label
from ltnlp.domain.spans import OffsetMap, Span

NOT_RELEASED = "[NIET VRIJGEGEVEN]"

ARTICLES = frozenset({"de", "het", "een"})

NameCheck = Callable[[str], bool]
"""Tells whether a text still holds a registered name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or instance of a review, with its pseudonym; vault only.

    Attributes:
        id: stable within the review ("p3").
        label: what kind of identifier names it.
        pseudonym: role and number in brackets, "[Moeder-1]".
        role: the role the pseudonym is made from, base form, "moeder".
        organisation_kind: kind it stands for: of the instance, or of a person's work.
        variants: the forms under which the sources name it.
        pinned: the pseudonym was chosen by a person.
        words: variants, folded, that are ordinary words too ("roos"): a text holds
            them as a name only where its surroundings say so.
        gender: "f", "m" or "" when nothing tells.
        telling: given names and surnames in the variants, folded, that are no ordinary
            words: by themselves they are names too.
        choice: for a flag (label ROLE), what a person decided; None while open.
        instead: the wording that a person chose in its place.
        slots: the sources that name a person, less those that were taken out of the
            review; None for what is no person, or was not counted yet.
    """

    id: str
    label: Label
    pseudonym: str
    role: str
    organisation_kind: str | None = None
    variants: tuple[str, ...] = ()
    pinned: bool = False
    words: tuple[str, ...] = ()
    gender: str = ""
    telling: tuple[str, ...] = ()
    choice: Choice | None = None
    instead: str = ""
    slots: tuple[str, ...] | None = None

    def shown_for(self, words: str) -> str:
        """Return what stands in the place of `words`, with an article as they have one."""
        if not self.instead:
            return self.pseudonym
        head, _, rest = self.instead.partition(" ")
        begins = words.partition(" ")[0].lower() in ARTICLES
        return self.instead if begins or head.lower() not in ARTICLES else rest

    @property
    def withdrawn(self) -> bool:
        """Tell whether all sources that name this person were taken out."""
        return self.slots == ()

    @property
    def covered(self) -> bool:
        """Tell whether its names may not be released; a flag only by a decision."""
        return self.label is not Label.ROLE or self.choice in COVERING


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All entities of one review; numbers once given out are never reused.

    Attributes:
        entities: with their pseudonyms.
        taken: every pseudonym that was ever given out.
        cleared: folded words of which a person said that they are no name.
    """

    entities: tuple[Entity, ...] = ()
    taken: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()

    def without(self, slot: str) -> "Registry":
        """Return the registry with one source taken out; who it named stays in it."""
        left = (
            replace(e, slots=tuple(s for s in e.slots if s != slot)) if e.slots else e
            for e in self.entities
        )
        return replace(self, entities=tuple(left))

    def by_id(self) -> dict[str, Entity]:
        """Return the entities by their id."""
        return {entity.id: entity for entity in self.entities}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPassage:
    """A passage in pseudonymised words: the only text type behind the door.

    Attributes:
        id: the id of the passage it came from.
        document: id of the document.
        ordinal: place in reading order within the document.
        text: pseudonymised words.
        offsets: `text` → the document's text as read.
        body_start: offset in `text` where the told words begin.
        speaker: pseudonym or role of who speaks; None when not known.
        speaker_kind: kind of organisation of the speaker; None when not known.
        interviewer: the speaker asks for the review, and tells nothing of the case.
        cells: for a row, its cells as spans of `text`.
        name_check: refuses a text that still holds a registered name; reading from
            the review store, where only released text was ever written, passes one
            that knows no names.
    """

    id: str
    document: str
    ordinal: int
    text: str
    offsets: OffsetMap
    name_check: InitVar[NameCheck]
    body_start: int = 0
    speaker: str | None = None
    speaker_kind: str | None = None
    interviewer: bool = False
    kind: SegmentKind = SegmentKind.PARAGRAPH
    place: Place = NOWHERE
    cells: tuple[Span, ...] = ()
    date_cell: int | None = None

    def __post_init__(self, name_check: NameCheck) -> None:
        """Raise PrivacyError when the text still holds a registered name."""
        if name_check(self.text):
            raise PrivacyError(f"passage {self.id} still holds a registered name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A pseudonym in a released passage and what is known of who it stands for."""

    passage: str
    span: Span
    entity: str
    pseudonym: str
    label: Label
    role: str
    organisation_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDate:
    """An expression of time at its place in a released passage."""

    passage: str
    span: Span
    value: UncertainDate
