"""Corrections by people: a journal that is replayed on every run."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import InteractionClass
from ltnlp.domain.mentions import Choice, Label
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
    GENERALISE = "generalise"
    ACCEPT_FACTOR = "accept_factor"
    REJECT_FACTOR = "reject_factor"
    RECODE_FACTOR = "recode_factor"
    CONFIRM_INTERACTION = "confirm_interaction"
    REJECT_INTERACTION = "reject_interaction"
    EDIT_INTERACTION = "edit_interaction"
    ADD_INTERACTION = "add_interaction"
    CONFIRM_PATTERN = "confirm_pattern"
    REJECT_PATTERN = "reject_pattern"
    VIEW = "view"
    REMARK = "remark"
    TELL = "tell"
    LAY_TO_REST = "lay_to_rest"


NEEDS: Mapping[Do, tuple[str, ...]] = {
    Do.REDATE: ("edtf",),
    Do.EDIT: ("what",),
    Do.JOIN: ("events",),
    Do.SPLIT: ("account",),
    Do.ADD: ("what",),
    Do.JOIN_PERSONS: ("persons",),
    Do.RENAME: ("pseudonym",),
    Do.RECODE_FACTOR: ("code",),
    Do.ADD_INTERACTION: ("from_kind", "to_kind", "type"),
    Do.VIEW: ("words",),
    Do.REMARK: ("words",),
    Do.TELL: ("words", "unit"),
}
"""The values that a correction needs beside what it is about."""


LONGEST_WORDING = 120
UNFIT = frozenset("[]\n\r|")
"""Signs that a wording may not hold: those of pseudonyms, and of rows and lines."""

QUESTIONS: tuple[frozenset[Do], ...] = (
    frozenset({Do.CONFIRM, Do.REJECT}),
    frozenset({Do.REDATE}),
    frozenset({Do.EDIT}),
    frozenset({Do.JOIN, Do.SPLIT}),
    frozenset({Do.ADD}),
    frozenset({Do.MOMENT, Do.NOT_MOMENT}),
    frozenset({Do.NAME, Do.NOT_NAME}),
    frozenset({Do.JOIN_PERSONS, Do.SPLIT_PERSON}),
    frozenset({Do.RENAME}),
    frozenset({Do.GENERALISE}),
    frozenset({Do.ACCEPT_FACTOR, Do.REJECT_FACTOR, Do.RECODE_FACTOR}),
    frozenset({Do.CONFIRM_INTERACTION, Do.REJECT_INTERACTION}),
    frozenset({Do.EDIT_INTERACTION}),
    frozenset({Do.ADD_INTERACTION}),
    frozenset({Do.CONFIRM_PATTERN, Do.REJECT_PATTERN}),
    frozenset({Do.VIEW}),
    frozenset({Do.REMARK}),
    frozenset({Do.TELL}),
    frozenset({Do.LAY_TO_REST}),
)
"""Corrections that answer one question: the later takes back the earlier."""

GATHERED = frozenset({Do.ADD, Do.VIEW, Do.REMARK, Do.ADD_INTERACTION})
"""Corrections that stand beside one another: a later takes back none."""

JOINING = frozenset({Do.JOIN, Do.SPLIT, Do.JOIN_PERSONS, Do.SPLIT_PERSON})
"""Corrections about several things: a join and a split name them differently."""

TARGETED = frozenset(
    {
        Do.CONFIRM,
        Do.REJECT,
        Do.REDATE,
        Do.EDIT,
        Do.SPLIT,
        Do.MOMENT,
        Do.NOT_MOMENT,
        Do.NAME,
        Do.NOT_NAME,
        Do.SPLIT_PERSON,
        Do.RENAME,
        Do.GENERALISE,
        Do.ACCEPT_FACTOR,
        Do.REJECT_FACTOR,
        Do.RECODE_FACTOR,
        Do.CONFIRM_INTERACTION,
        Do.REJECT_INTERACTION,
        Do.EDIT_INTERACTION,
        Do.ADD_INTERACTION,
        Do.CONFIRM_PATTERN,
        Do.REJECT_PATTERN,
        Do.VIEW,
        Do.LAY_TO_REST,
    }
)
"""Corrections that must name an id or a place in a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where in a source stood what a correction names, without its words.

    All marks are HMACs under the review's key, so that the place can be found again
    when the source was replaced or read anew, and nothing can be guessed from them.

    Attributes:
        name: the id as the correction names it; "" for the place that it names.
        slot: slot of the document, with `span` in its text as read.
        quote: of the words at that place.
        before: of the words that precede it; "" at the beginning of the text.
        after: of the words that follow it; "" at the end.
        words: of every three words in a row of the quote: what is left of them tells
            where an edited passage stands.
    """

    name: str
    slot: str
    span: Span
    quote: str
    before: str = ""
    after: str = ""
    words: tuple[str, ...] = ()


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
        anchors: where what it names by id stood, so that it outlives the id.
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
    anchors: tuple[Anchor, ...] = ()

    def __post_init__(self) -> None:
        """Raise InvalidCorrectionError when it lacks what it is about."""
        missing = [need for need in NEEDS.get(self.do, ()) if need not in self.values]
        if missing:
            raise InvalidCorrectionError(
                f"correction {self.do} needs {', '.join(missing)}",
                message_nl=f"Bij '{self.do}' ontbreekt: {', '.join(missing)}.",
            )
        has_place = self.slot is not None and self.span is not None
        has_words = "text" in self.values or "variants" in self.values
        if self.do in TARGETED and not (self.target or has_place or has_words):
            raise InvalidCorrectionError(
                f"correction {self.do} names no target",
                message_nl="Er staat niet bij waar de verbetering over gaat.",
            )
        self._check_date()
        self._check_choice()
        self._check_interaction()
        if self.one("label") not in {None, *Label}:
            raise InvalidCorrectionError(
                f"correction {self.do} has an unknown label",
                message_nl=f"Het label is er geen van {', '.join(Label)}.",
            )

    def _check_date(self) -> None:
        """Refuse a date that no run could read: it would stop every run."""
        edtf = self.one("edtf")
        if edtf is None:
            return
        try:
            bounds_of(edtf)
        except ValueError:
            raise InvalidCorrectionError(
                f"correction {self.do} has no EDTF date",
                message_nl="De datum is geen EDTF (bijvoorbeeld 2023-05 of 2023-05-12).",
            ) from None

    def _check_choice(self) -> None:
        """Refuse a choice that is none, and a generalisation without its wording."""
        if self.do is not Do.GENERALISE:
            return
        wording = self.one("instead") or ""
        if self.choice is None or (self.choice is Choice.GENERALISE and not wording):
            raise InvalidCorrectionError(
                "correction generalise needs a choice, or words to put instead",
                message_nl=(
                    "Er ontbreekt een keuze: 'choice' is keep, generalise of mask; bij "
                    "generalise staat in 'instead' wat er moet komen."
                ),
            )
        if len(wording) > LONGEST_WORDING or set(wording) & UNFIT:
            raise InvalidCorrectionError(
                "the words to put instead are unfit",
                message_nl=(
                    f"Wat er moet staan is hoogstens {LONGEST_WORDING} tekens, "
                    "op één regel en zonder vierkante haken."
                ),
            )

    def _check_interaction(self) -> None:
        """Refuse a class or an outcome of an interaction that there is not."""
        if self.do not in {Do.EDIT_INTERACTION, Do.ADD_INTERACTION}:
            return
        known = self.one("type") in {None, *InteractionClass}
        if not known or self.one("realised") not in {None, *Realised}:
            raise InvalidCorrectionError(
                f"correction {self.do} has an unknown type or outcome",
                message_nl=(
                    f"Het soort verband is er geen van {', '.join(InteractionClass)}, of "
                    f"'realised' geen van {', '.join(Realised)}."
                ),
            )

    @property
    def choice(self) -> Choice | None:
        """Return what becomes of flagged words; wording alone asks to generalise."""
        named = self.one("choice") or (Choice.GENERALISE if self.one("instead") else "")
        return Choice(named) if named in set(Choice) else None

    def takes_back(self, earlier: "Correction") -> bool:
        """Tell whether this decides anew what `earlier` decided."""
        question = next(q for q in QUESTIONS if self.do in q)
        if earlier.do not in question or self.do in GATHERED:
            return False
        if self.do is Do.TELL and self.one("unit") != earlier.one("unit"):
            return False
        if question & JOINING:
            return self.do is not earlier.do
        # Of names the mark of the words tells what is decided.
        same = (self.target, self.slot, self.span, self.all_of("text"))
        then = (earlier.target, earlier.slot, earlier.span, earlier.all_of("text"))
        return same == then

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


def laid_to_rest(corrections: Iterable[Correction]) -> frozenset[str]:
    """Return the ids of corrections that people laid to rest: kept, no more replayed."""
    return frozenset(c.target or "" for c in corrections if c.do is Do.LAY_TO_REST)
