"""What the procedures of the field fix: who turns to whom, and as what.

`interactions/procedures.yaml` tells by which words a procedure is known. It is
evidence beside what a sentence says, never a rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ltnlp.domain.interactions import InteractionClass
from ltnlp.nlp.interactions.beginnings import Beginnings
from ltnlp.nlp.resources import load_yaml

_ANY = "any"
_SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """An act with a fixed form: what passes, and between which kinds.

    `givers` and `receivers` are ids of kinds, None where anybody can be meant;
    `within` tells that the receiver can be of the giver's own kind.
    """

    name: str
    interaction_class: InteractionClass
    givers: frozenset[str] | None
    receivers: frozenset[str] | None
    within: bool

    @property
    def open(self) -> bool:
        """Tell whether it says nothing of who takes part."""
        return self.givers is None and self.receivers is None

    def fits(self, giver: str, receiver: str) -> str:
        """Return who of the two it fits: both, giver, receiver, turned or neither."""
        gives, receives = self._gives(giver), self._receives(giver, receiver)
        if gives and receives:
            return "both"
        if self._gives(receiver) and self._receives(receiver, giver):
            return "turned"
        if gives:
            return "giver"
        return "receiver" if receives else "neither"

    def _gives(self, kind: str) -> bool:
        return self.givers is None or kind in self.givers

    def _receives(self, giver: str, receiver: str) -> bool:
        if giver == receiver:
            return self.within
        return self.receivers is None or receiver in self.receivers


def procedures(text: str) -> tuple[Procedure, ...]:
    """Return the procedures that the words of a text call for, in order of name."""
    known, words = _known()
    return tuple(known[name] for name in sorted(words.of(text)))


@lru_cache(maxsize=1)
def _known() -> tuple[Mapping[str, Procedure], Beginnings]:
    stored = load_yaml("interactions/procedures.yaml")
    circles: Mapping[str, Sequence[str]] = stored["circles"]
    told: Mapping[str, Mapping[str, Any]] = stored["procedures"]
    known = {name: _procedure(name, one, circles) for name, one in told.items()}
    return known, Beginnings({name: one["says"] for name, one in told.items()})


def _procedure(
    name: str, one: Mapping[str, Any], circles: Mapping[str, Sequence[str]]
) -> Procedure:
    return Procedure(
        name=name,
        interaction_class=InteractionClass(one["class"]),
        givers=_kinds(one["from"], circles),
        receivers=_kinds(one["to"], circles),
        within=_SAME in one["to"] or _ANY in one["to"],
    )


def _kinds(
    named: Sequence[str], circles: Mapping[str, Sequence[str]]
) -> frozenset[str] | None:
    """Return the kinds of circles and single kinds; None where anybody is meant."""
    if _ANY in named:
        return None
    kinds = {kind for name in named for kind in circles.get(name, [name])}
    return frozenset(kinds - {_SAME})
