"""The order of the stages, stated once: code, README and documents follow it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One arrow of the story: a module of `ltnlp.stages`, and what it turns into what."""

    module: str
    arrow: str
    tells: str


STAGES = (
    Stage(
        module="passages",
        arrow="Document → Passage",
        tells="Each source is divided into turns, paragraphs and rows, with its place.",
    ),
    Stage(
        module="mentions",
        arrow="Passage → Mention",
        tells="Names, places, numbers and days are found; overlaps are resolved.",
    ),
    Stage(
        module="pseudonyms",
        arrow="Passage + Mention → ReleasedPassage",
        tells="The door: one person, one pseudonym; behind it there are no names.",
    ),
    Stage(
        module="events",
        arrow="ReleasedPassage → Event",
        tells="What happened, and what demonstrably did not, each with its account.",
    ),
    Stage(
        module="timeline",
        arrow="Event → IntegratedTimeline",
        tells="Accounts of one event meet; conflicts, doubts and gaps stay visible.",
    ),
    Stage(
        module="interactions",
        arrow="IntegratedTimeline → InteractionGraph",
        tells="Who turned to whom, for what, and whether it happened.",
    ),
    Stage(
        module="factors",
        arrow="ReleasedPassage + CrucialMoment → ContributingFactor",
        tells="Conditions on six levels that helped or hindered: proposals, for people.",
    ),
    Stage(
        module="patterns",
        arrow="FactorRecord → Pattern",
        tells="What comes back over reviews, guided by a library, checked by structure.",
    ),
    Stage(
        module="anonymity",
        arrow="Review → CrossCaseFact",
        tells="What may stay when a review is destroyed, and nothing else.",
    ),
)
