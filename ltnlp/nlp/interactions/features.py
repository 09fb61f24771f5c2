"""What a sentence shows of which parties it connects, as named features.

A feature is a short text that a person can read in `interactions/weights.json`:
"cue:melding|S>o" is a word of reporting where the speaker gives and another receives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ltnlp.domain.interactions import ClauseInteraction, Telling
from ltnlp.domain.mentions import FAMILY, LEADING
from ltnlp.nlp.factors.stems import stem
from ltnlp.nlp.interactions.arguments import Argument, arguments
from ltnlp.nlp.interactions.cues import cues
from ltnlp.nlp.interactions.procedures import Procedure, procedures
from ltnlp.nlp.interactions.triggers import triggers
from ltnlp.nlp.interactions.words import Word, words
from ltnlp.nlp.realisation import realised

_CLIENT = "gezin"
_NOBODY = frozenset({LEADING, "?", "school"})
_FEW = 2
_RECENT = 5
_LONG = (4, 8, 15)
_MANY = 3
_AGO = (1, 2, 4, 8, 16)
_OFTEN = (1, 2, 4)
SHAPES = ("same", "S>S", "S>F", "S>o", "F>S", "F>F", "F>o", "o>S", "o>F", "o>o")
"""Who gives and who receives: the speaker, the family or another; or one kind."""
_SIDES = {
    "van": "from", "vanuit": "from", "via": "from", "uit": "from", "door": "by",
    "namens": "by", "aan": "to", "naar": "to", "voor": "to", "bij": "at", "met": "with",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A telling, read once for all pairs of parties that it may connect."""

    telling: Telling

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        span = self.telling.span
        return words(self.telling.text, span.start, span.end)

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """Where each kind stands in the sentence: subject, behind "aan", …"""
        found: dict[str, set[str]] = {}
        recent = [kind for kind, _ in self.telling.recent]
        others = [kind for kind in recent if kind != self.telling.speaker]
        told = arguments(
            self.words,
            self.telling.parties,
            speaker_kind=self.telling.speaker,
            antecedent=others[0] if others else None,
            latest=recent[0] if recent else None,
        )
        first = True
        for argument in told:
            if argument.kind:
                found.setdefault(argument.kind, set()).add(_role(argument, first))
                first = first and bool(argument.case or argument.speaker)
        for party in self.telling.parties:
            found.setdefault(party.kind, {"named"})
        return {kind: frozenset(roles) for kind, roles in found.items()}

    @cached_property
    def told(self) -> tuple[str, ...]:
        """What the sentence tells, whoever its parties are."""
        telling = self.telling
        found = [f"cue:{name}" for name in cues(telling.words)]
        types = {t.type.id for t in triggers(self.words, telling.words.lower())}
        found += [f"type:{one}" for one in types]
        found += {f"rule:{one.interaction_class}" for one in telling.clauses}
        found += [f"event:{telling.event_type}"] if telling.event_type else []
        found += [f"segment:{telling.segment}", f"source:{telling.document}"]
        found.append(f"happened:{realised(telling.words)}")
        if telling.words.rstrip().endswith("?"):
            found.append("asks")
        return tuple(sorted(found))

    @cached_property
    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures of the field that the sentence has words of."""
        return procedures(self.telling.words)

    @cached_property
    def around(self) -> tuple[str, ...]:
        """What the sentence shows beside its own telling words."""
        telling = self.telling
        length = sum(len(self.words) >= limit for limit in _LONG)
        found = [f"length:{length}", f"named:{min(4, len(self.roles))}"]
        found += [f"asked:{name}" for name in cues(telling.question)]
        found += [f"word:{one}" for one in self._stems()]
        if telling.speaker in self.roles:
            found.append("speaker takes part")
        if any(k != telling.speaker and k not in FAMILY for k in self.roles):
            found.append("another takes part")
        if _CLIENT in self.roles:
            found.append("the family takes part")
        return tuple(sorted(found))

    def _stems(self) -> set[str]:
        plain = (w.lower for w in self.words if not w.is_mark and w.lower[0] != "[")
        return {stem(word) for word in plain if word.isalpha()}

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Giver and receiver of each pair that can be meant."""
        telling = self.telling
        kinds = {*self.roles, *telling.asked, *telling.event_kinds, _CLIENT}
        kinds |= {kind for kind, _ in telling.recent[:_RECENT]} | self._usual
        read = (*telling.clauses, *telling.elsewhere)
        kinds |= {k for c in read for k in (c.giver, c.receiver) if k}
        kinds |= {k for k in (telling.speaker, telling.partner) if k}
        listed = sorted(kinds - _NOBODY)
        internal = set() if telling.speaker in FAMILY else {telling.speaker}
        return tuple(
            (giver, receiver)
            for giver in listed
            for receiver in listed
            if giver != receiver or giver in internal
        )

    @property
    def _usual(self) -> set[str]:
        """The kinds that a procedure told here has to do with, where they are few."""
        sides = [s for one in self.procedures for s in (one.givers, one.receivers) if s]
        return {kind for side in sides if len(side) <= _FEW for kind in side}

    def shape(self, giver: str, receiver: str) -> str:
        """Return who gives and receives as speaker, family or other: "S>o"."""
        if giver == receiver:
            return "same"
        return f"{self._side(giver)}>{self._side(receiver)}"

    def _side(self, kind: str) -> str:
        if kind == self.telling.speaker:
            return "S"
        return "F" if kind in FAMILY else "o"

    def of_sentence(self) -> Iterator[str]:
        """Features that tell whether anything passes between parties here."""
        yield from self.told
        yield from self.around
        yield from sorted({f"says {one.interaction_class}" for one in self.procedures})

    def of_pair(self, giver: str, receiver: str) -> Iterator[str]:
        """Features that tell whether these two are meant."""
        yield from self.of_shape(self.shape(giver, receiver))
        yield from self.of_two(giver, receiver)

    def of_shape(self, shape: str) -> Iterator[str]:
        """Features that all pairs of one shape share: what is told, and that shape."""
        yield f"shape:{shape}"
        yield from (f"{one}|{shape}" for one in self.of_any_shape())

    def of_any_shape(self) -> Iterator[str]:
        """What tells of pairs of one shape otherwise than of another."""
        yield from self.told
        yield from (one for one in self.around if one[:5] == "word:")

    def of_two(self, giver: str, receiver: str) -> Iterator[str]:
        """Features of where these two stand."""
        yield from of_standing(*self.standing(giver, receiver))
        yield from of_names(giver, receiver)
        yield from self.of_reading(giver, receiver)

    def standing(
        self, giver: str, receiver: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return all that is known of where the one and the other stand."""
        return self._standing[giver], self._standing[receiver]

    def of_reading(self, giver: str, receiver: str) -> list[str]:
        """Features of what grammar reads, who is named first and which act fits."""
        telling = self.telling
        often = telling.often
        to, back = often.get((giver, receiver), 0), often.get((receiver, giver), 0)
        found = [*_dealings(to, back, self.shape(giver, receiver))]
        found += _fitting("read", telling.clauses, giver, receiver)
        if telling.elsewhere:
            found += _fitting("elsewhere", telling.elsewhere, giver, receiver)
        if giver in self._places or receiver in self._places:
            found += self._order(giver, receiver)
        if self.procedures:
            fits = {p.fits(giver, receiver) for p in self.procedures if not p.open}
            found += [f"procedure fits {one}" for one in sorted(fits)]
        return found

    def of_class(self, giver: str, receiver: str) -> Iterator[str]:
        """Features that tell what passes between these two."""
        family = self._family(giver, receiver)
        yield from self.told
        yield from self.around
        shape = self.shape(giver, receiver)
        yield f"shape:{shape}"
        yield f"family:{family}"
        yield f"event:{self.telling.event_type}|{shape}"
        yield from sorted(set(self._procedural(giver, receiver)))
        yield from of_names(giver, receiver)
        yield from (f"{one}|{family}" for one in self.told)
        for one in self.telling.clauses:
            if (one.giver, one.receiver) == (giver, receiver):
                yield f"read:{one.interaction_class}"

    def _procedural(self, giver: str, receiver: str) -> Iterator[str]:
        """Yield which procedures are told, and how far these two fit them."""
        for one in self.procedures:
            yield f"procedure {one.name}"
            fits = "plainly" if one.open else one.fits(giver, receiver)
            yield f"says {one.interaction_class} {fits}"

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each kind is named first in the sentence."""
        found: dict[str, int] = {}
        for party in self.telling.parties:
            found.setdefault(party.kind, party.span.start)
        return found

    @cached_property
    def _others(self) -> list[str]:
        """The kinds named here beside who speaks and the family."""
        return [kind for kind in self._places if self._side(kind) == "o"]

    def _order(self, giver: str, receiver: str) -> Iterator[str]:
        """Yield which of the two is named first, or how many others are named."""
        places = self._places
        if giver in places and receiver in places:
            first = "giver" if places[giver] < places[receiver] else "receiver"
            yield f"{first} first of {min(len(places), _MANY)}"
        others = self._others
        if len(others) == 1 and others[0] in {giver, receiver}:
            part = "giver" if others[0] == giver else "receiver"
            yield f"only other named: {part}|{self.shape(giver, receiver)}"

    @staticmethod
    def _family(giver: str, receiver: str) -> str:
        if giver == receiver:
            return "same"
        if giver in FAMILY:
            return "gives"
        return "receives" if receiver in FAMILY else "apart"

    @cached_property
    def _standing(self) -> Mapping[str, tuple[str, ...]]:
        kinds = {kind for pair in self.pairs for kind in pair}
        return {kind: self._stands(kind) for kind in kinds}

    def _stands(self, kind: str) -> tuple[str, ...]:
        """Return all that is known of where a party stands."""
        telling = self.telling
        found = set(self.roles.get(kind, {"absent"}))
        facts = {
            "speaker": kind == telling.speaker,
            "family": kind in FAMILY,
            "addressed": kind == telling.partner,
            "in the event": kind in telling.event_kinds,
            "asked for": kind in telling.asked,
        }
        found |= {name for name, holds in facts.items() if holds}
        return tuple(sorted(found | self._lately(kind)))

    def _lately(self, kind: str) -> set[str]:
        """Return how long ago a party was named, and how many others were since."""
        outside = [
            one
            for one, _ in self.telling.recent
            if one not in FAMILY and one != self.telling.speaker
        ]
        found = {f"other {min(3, outside.index(kind))}"} if kind in outside else set()
        for one, ago in self.telling.recent:
            if one == kind:
                found.add(f"ago {sum(ago > limit for limit in _AGO)}")
        return found


@lru_cache(maxsize=1024)
def _dealings(to: int, back: int, shape: str) -> tuple[str, ...]:
    """Features of how often two turn to each other in the whole review."""
    to, back = (sum(times >= limit for limit in _OFTEN) for times in (to, back))
    return (
        f"turns often {to}",
        f"turns back often {back}",
        f"often {to} back {back}|{shape}",
    )


def _fitting(
    where: str, clauses: Sequence[ClauseInteraction], giver: str, receiver: str
) -> list[str]:
    """Features of how a pair fits what the rules of grammar read."""
    if not clauses:
        return [f"{where}:nothing"]
    found: set[str] = set()
    for one in clauses:
        if (one.giver, one.receiver) == (giver, receiver):
            found |= {"both", f"both {one.interaction_class}"}
        elif (one.receiver, one.giver) == (giver, receiver):
            found.add("turned")
        elif one.giver == giver:
            found.add("giver")
        elif one.receiver == receiver:
            found.add("receiver")
        elif one.giver == receiver or one.receiver == giver:
            found.add("crossed")
    return [f"{where}:{one}" for one in sorted(found) or ("nothing",)]


def of_standing(gives: Sequence[str], receives: Sequence[str]) -> Iterator[str]:
    """Features of how one party stands that gives and another that receives."""
    yield from (f"giver:{one}" for one in gives)
    yield from (f"receiver:{one}" for one in receives)
    yield from (f"giver:{one} receiver:{two}" for one in gives for two in receives)


def of_names(giver: str, receiver: str) -> Iterator[str]:
    """Features of who two parties are, wherever they stand."""
    yield f"giver is {giver}"
    yield f"receiver is {receiver}"
    yield f"{giver} to {receiver}"


def _role(argument: Argument, first: bool) -> str:
    if argument.speaker:
        return f"I {argument.case}"
    if argument.case:
        return f"pronoun {argument.case}"
    if argument.preposition:
        return _SIDES.get(argument.preposition, "beside")
    return "first" if first else "later"
