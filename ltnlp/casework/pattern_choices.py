"""Patterns of one review as people weigh them, and what a comparison says besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded
from ltnlp.casework.factor_choices import factor_sheet
from ltnlp.casework.home import Home
from ltnlp.casework.interactions import interaction_sheet
from ltnlp.casework.journal import journal
from ltnlp.casework.pattern_names import named_patterns
from ltnlp.domain.errors import InputError
from ltnlp.domain.factors import ContributingFactor, FactorStatus, Valence
from ltnlp.domain.patterns import MotifDefinition, Pattern, PatternDefinition, Road
from ltnlp.nlp.factors import pattern_library
from ltnlp.nlp.motifs import motif_library
from ltnlp.stages.motifs import Act, acts, occurrences
from ltnlp.stages.patterns import decided_patterns

STANDS = {"herkend": "confirm_pattern", "niet": "reject_pattern"}
"""What people say of a pattern in this review, and the correction that it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A pattern that this review may show, with what it rests on.

    Attributes:
        id: of the library or the motif.
        question: consideration, put as a question.
        factors: what people told that points to it; rejected factors are none.
        courses: stretches of the timeline that have its form, act after act.
        recognised: what people decided; None while nobody did.
        elsewhere: the pattern in the last comparison, None where it does not recur.
    """

    id: str
    name: str
    description: str
    question: str
    valence: Valence
    factors: tuple[ContributingFactor, ...] = ()
    courses: tuple[tuple[Act, ...], ...] = ()
    recognised: bool | None = None
    elsewhere: Pattern | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternSheet:
    """What a review shows, by the two roads that one review has, and beyond it.

    Attributes:
        guided: patterns of the library that factors point to, most told first.
        structural: motifs that the timeline shows, most often first.
        combined: combinations of factors over reviews that this review shows too.
        compared: how many reviews the last comparison had; 0 where there was none.
    """

    guided: tuple[Finding, ...]
    structural: tuple[Finding, ...]
    combined: tuple[Pattern, ...]
    compared: int


def pattern_sheet(home: Home, review_id: str) -> PatternSheet:
    """Return the patterns of a review with what people decided.

    Raises:
        StateError: the review was never run.
    """
    levels = factor_sheet(home, review_id).levels
    factors = [f for found in levels.values() for f in found]
    told = acts(interaction_sheet(home, review_id).graph.interactions)
    decided = decided_patterns(journal(home, review_id).corrections)
    compared = named_patterns(home)
    mine = {one.id: one for one in compared}
    combined = (Road.CLUSTER, Road.CANDIDATE)
    return PatternSheet(
        guided=_guided(factors, decided, mine),
        structural=_structural(told, decided, mine),
        combined=tuple(
            one
            for one in compared
            if one.road in combined and one.factors and review_id in one.reviews
        ),
        compared=len({review for one in compared for review in one.reviews}),
    )


def weigh_pattern(
    home: Home, review_id: str, pattern: str, stands: str, *, by: str
) -> Accepted:
    """Record whether people recognise a pattern in this review.

    Raises:
        InputError: there is no such pattern in it.
    """
    sheet = pattern_sheet(home, review_id)
    if pattern not in {one.id for one in (*sheet.guided, *sheet.structural)}:
        raise InputError(
            "no such pattern", message_nl="Dit patroon is niet meer gevonden."
        )
    told = {"do": STANDS[stands], "pattern": pattern}
    return recorded(home, review_id, told, by=by)


def _guided(
    factors: Sequence[ContributingFactor],
    decided: Mapping[str, bool],
    elsewhere: Mapping[str, Pattern],
) -> tuple[Finding, ...]:
    found = []
    for one in pattern_library():
        mine = tuple(
            f
            for f in factors
            if f.status is not FactorStatus.REJECTED
            and f.valence is one.valence
            and [scored.id for scored in f.patterns[:1]] == [one.id]
        )
        if mine:
            found.append(replace(_finding(one, decided, elsewhere), factors=mine))
    return tuple(sorted(found, key=lambda f: (-len(f.factors), f.id)))


def _structural(
    told: Sequence[Act], decided: Mapping[str, bool], elsewhere: Mapping[str, Pattern]
) -> tuple[Finding, ...]:
    seen: list[tuple[MotifDefinition, tuple[tuple[Act, ...], ...]]] = [
        (motif, occurrences(told, motif)) for motif in motif_library()
    ]
    found = [
        replace(_finding(motif, decided, elsewhere), courses=courses)
        for motif, courses in seen
        if len(courses) >= max(motif.times, 1)
    ]
    return tuple(sorted(found, key=lambda f: (-len(f.courses), f.id)))


def _finding(
    one: PatternDefinition | MotifDefinition,
    decided: Mapping[str, bool],
    elsewhere: Mapping[str, Pattern],
) -> Finding:
    """Return what is known of a pattern or a shape; not yet where this review shows it."""
    return Finding(
        id=one.id,
        name=one.name,
        description=one.description,
        question=one.question,
        valence=one.valence,
        recognised=decided.get(one.id),
        elsewhere=elsewhere.get(one.id),
    )
