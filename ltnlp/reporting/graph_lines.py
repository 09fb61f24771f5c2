"""Edges of the graph as lines to draw: by direction, family of acts, and outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import Interaction, InteractionClass
from ltnlp.reporting.inputs import ReportInput


class Family(StrEnum):
    """What kind of acts a line shows; fourteen colours could not be told apart."""

    ASKING = "vragen"
    SHARING = "delen"
    DECIDING = "beslissen"


FAMILY_OF = {
    InteractionClass.REPORT: Family.ASKING,
    InteractionClass.ADVICE: Family.ASKING,
    InteractionClass.REFERRAL: Family.ASKING,
    InteractionClass.APPLICATION: Family.ASKING,
    InteractionClass.INFORMATION_REQUEST: Family.ASKING,
    InteractionClass.CONTACT_ATTEMPT: Family.ASKING,
    InteractionClass.CONSULTATION: Family.SHARING,
    InteractionClass.INFORMATION: Family.SHARING,
    InteractionClass.FEEDBACK: Family.SHARING,
    InteractionClass.HANDOVER: Family.SHARING,
    InteractionClass.REFUSAL: Family.DECIDING,
    InteractionClass.DECISION: Family.DECIDING,
    InteractionClass.ESCALATION: Family.DECIDING,
    InteractionClass.CLOSURE: Family.DECIDING,
}
COLOURS = {
    Family.ASKING: "#2f6690",
    Family.SHARING: "#3f7d5a",
    Family.DECIDING: "#8a5a83",
}
MIXED = "#5d6167"
SHORT = {
    "informatieoverdracht": "informatie",
    "informatieverzoek": "informatievraag",
}
NAMED = 2
"""Classes that are written at a line; a click tells the others."""
FAMILY_MEANS = {
    Family.ASKING: "melden, verwijzen, vragen",
    Family.SHARING: "overleggen, informeren, overdragen",
    Family.DECIDING: "besluiten, afwijzen, afsluiten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line between two parties; dashed where nothing of it happened.

    `parts` are classes with how often, most first; `interactions` are ids, in order.
    """

    giver: str
    receiver: str
    families: tuple[Family, ...]
    happened: bool
    parts: tuple[tuple[str, int], ...]
    interactions: tuple[str, ...]

    @property
    def times(self) -> int:
        """Return how many acts the line stands for."""
        return sum(number for _, number in self.parts)

    @property
    def colour(self) -> str:
        """Return the colour of its family; a line of several kinds is grey."""
        return COLOURS[self.families[0]] if len(self.families) == 1 else MIXED

    @property
    def arrow(self) -> str:
        """Return the name of its arrow head."""
        return str(self.families[0]) if len(self.families) == 1 else "gemengd"

    @property
    def label(self) -> str:
        """Return what is written at the line: "melding 2 · advies"."""
        rest = sum(number for _, number in self.parts[NAMED:])
        named = [(SHORT.get(name, name), n) for name, n in self.parts[:NAMED]]
        return _listed(named) + (f" · +{rest}" if rest else "")

    @property
    def in_words(self) -> str:
        """Return all classes with how often."""
        return _listed(self.parts)


def _listed(parts: Sequence[tuple[str, int]]) -> str:
    return " · ".join(
        name if number == 1 else f"{name} {number}" for name, number in parts
    )


def lines(report: ReportInput) -> tuple[Line, ...]:
    """Return the lines of the report's picture, in a fixed order."""
    known = {one.id: one for one in report.graph.interactions}
    grouped: dict[tuple[str, str, bool], list[Interaction]] = {}
    for edge in report.picture.edges:
        for one in (known[i] for i in edge.interactions if i in known):
            happened = one.realised is Realised.YES and not one.expected
            key = (edge.giver, edge.receiver, happened)
            grouped.setdefault(key, []).append(one)
    return tuple(_line(key, acts) for key, acts in sorted(grouped.items()))


def _line(key: tuple[str, str, bool], acts: list[Interaction]) -> Line:
    events: dict[str, set[str]] = {}
    for act in acts:
        events.setdefault(str(act.interaction_class), set()).add(act.event)
    parts = [(name, len(seen)) for name, seen in events.items()]
    giver, receiver, happened = key
    return Line(
        giver=giver,
        receiver=receiver,
        families=tuple(sorted({FAMILY_OF[act.interaction_class] for act in acts})),
        happened=happened,
        parts=tuple(sorted(parts, key=lambda part: (-part[1], part[0]))),
        interactions=tuple(act.id for act in acts),
    )
