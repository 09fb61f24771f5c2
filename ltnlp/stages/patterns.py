"""FactorRecords of many reviews → Patterns, along four roads."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.events import Event
from ltnlp.domain.factors import ContributingFactor, FactorStatus
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.patterns import (
    CodeHistory,
    FactorRecord,
    InteractionRecord,
    MotifDefinition,
    MotifRecord,
    Pattern,
    PatternDefinition,
    Records,
    Road,
)
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.chance import at_least, corrected
from ltnlp.stages.clusters import cluster
from ltnlp.stages.motifs import mine
from ltnlp.stages.renamed_codes import first_called, up_to_date

SIGNIFICANT = 0.01
"""The chance, corrected, at which a motif is claimed: at 0.05 two of 58 comparisons
of shuffled reviews claimed something; planted motifs lie far below."""

NEVER_RENAMED = CodeHistory(factors={}, patterns={})
_FEWEST_REVIEWS = 2
_DECIDED = frozenset({FactorStatus.ACCEPTED, FactorStatus.RECODED})


def record(
    factors: Sequence[ContributingFactor],
    graph: InteractionGraph,
    timeline: IntegratedTimeline,
    *,
    review: str,
    motifs: Sequence[MotifDefinition],
) -> Records:
    """Return what of a review may be compared: no text, no date, no source.

    Rejected factors stay out; proposed ones are in, marked as such.
    """
    seen = mine(graph.interactions, motifs, review=review)
    shown = {one.motif for one in seen if one.times}
    near_motifs = [motif for motif in motifs if motif.id in shown]
    events = {event.id: event for event in timeline.events}
    kept = [one for one in factors if one.status is not FactorStatus.REJECTED]
    told = list(dict.fromkeys(one.moment or one.passage for one in kept))
    baskets = {place: number for number, place in enumerate(told)}
    return Records(
        factors=tuple(
            replace(
                _factor_record(
                    factor, events.get(factor.moment or ""), graph, near_motifs
                ),
                review=review,
                basket=baskets[factor.moment or factor.passage],
            )
            for factor in kept
        ),
        motifs=seen,
        interactions=tuple(
            InteractionRecord(
                review=review,
                interaction_class=one.interaction_class,
                giver=one.giver,
                receiver=one.receiver,
                realised=one.realised,
            )
            for one in graph.interactions
            if not one.expected
        ),
    )


def decided_patterns(corrections: Iterable[Correction]) -> dict[str, bool]:
    """Return which patterns people recognised in a review, and which they did not.

    The last decision on a pattern counts.
    """
    decided: dict[str, bool] = {}
    for one in sorted(corrections, key=lambda c: (c.at, c.id)):
        if one.do in {Do.CONFIRM_PATTERN, Do.REJECT_PATTERN} and one.target:
            decided[one.target] = one.do is Do.CONFIRM_PATTERN
    return decided


def without_rejected(records: Records, decided: Mapping[str, bool]) -> Records:
    """Return the records of a review without the patterns that people did not recognise.

    A motif that is not there for people counts as not shown, for the same comparison.
    """
    gone = {pattern for pattern, kept in decided.items() if not kept}
    return replace(
        records,
        factors=tuple(
            replace(
                one,
                patterns=tuple(p for p in one.patterns if p not in gone),
                motifs=tuple(m for m in one.motifs if m not in gone),
            )
            for one in records.factors
        ),
        motifs=tuple(
            replace(one, times=0, organisations=(), against=0)
            if one.motif in gone
            else one
            for one in records.motifs
        ),
    )


def _factor_record(
    factor: ContributingFactor,
    event: Event | None,
    graph: InteractionGraph,
    motifs: Sequence[MotifDefinition],
) -> FactorRecord:
    around = [one for one in graph.interactions if event and one.event == event.id]
    near = {one.interaction_class for one in around}
    return FactorRecord(
        review="",
        code=factor.code,
        level=factor.level,
        valence=factor.valence,
        status=factor.status,
        moment_type=event.type if event else None,
        actor_kind=factor.teller_kind,
        organisations=tuple(sorted(set(event.organisations))) if event else (),
        motifs=tuple(
            motif.id
            for motif in motifs
            if any(near & set(step.classes) for step in motif.steps)
        ),
        patterns=tuple(scored.id for scored in factor.patterns[:1]),
        score=factor.score,
    )


def recur(
    records: Sequence[FactorRecord],
    motif_records: Sequence[MotifRecord],
    *,
    library: Sequence[PatternDefinition],
    motifs: Sequence[MotifDefinition],
    names: Mapping[str, str],
    history: CodeHistory = NEVER_RENAMED,
) -> tuple[Pattern, ...]:
    """Return what recurs over at least two reviews, road by road.

    Args:
        records: factors of all compared reviews.
        motif_records: motifs of the same reviews, those not shown included.
        library: patterns for the guided road.
        motifs: definitions of the structural road.
        names: what codes and kinds are called in a report.
        history: what codes were called in earlier versions of the codebook.
    """
    records = up_to_date(records, history)
    reviews = sorted(
        {one.review for one in records} | {one.review for one in motif_records}
    )
    if len(reviews) < _FEWEST_REVIEWS:
        return ()
    guided = _guided(records, motif_records, library, len(reviews))
    structural = _structural(motif_records, motifs, reviews)
    taken = {factor for pattern in guided for factor in pattern.factors}
    clusters = cluster(
        records,
        reviews=reviews,
        names=names,
        known=taken,
        first=first_called(history),
    )
    return (*guided, *clusters, *structural)


def _guided(
    records: Sequence[FactorRecord],
    motif_records: Sequence[MotifRecord],
    library: Sequence[PatternDefinition],
    total: int,
) -> list[Pattern]:
    """Find the library's patterns in what people tell, and in the timeline beside it."""
    found: list[Pattern] = []
    for definition in library:
        telling = [
            one
            for one in records
            if definition.id in one.patterns and one.valence is definition.valence
        ]
        if len(_reviews(telling)) < _FEWEST_REVIEWS:
            continue
        against = [
            one
            for one in records
            if one.code in definition.factors and one.valence is not definition.valence
        ]
        seen = [m for m in motif_records if m.times and m.motif in definition.motifs]
        pattern = _of_library(definition, telling, total)
        found.append(
            replace(pattern, counter_evidence=_reviews(against), seen_in=_reviews(seen))
        )
    return sorted(found, key=lambda one: (-one.n_reviews, one.id))


def _of_library(
    definition: PatternDefinition, telling: Sequence[FactorRecord], total: int
) -> Pattern:
    """Return a pattern of the library as people tell it."""
    reviews = _reviews(telling)
    return Pattern(
        id=definition.id,
        name=definition.name,
        road=Road.GUIDED,
        valence=definition.valence,
        factors=tuple(sorted({one.code for one in telling})),
        reviews=reviews,
        n_reviews=len(reviews),
        spread=round(len(reviews) / total, 3),
        stability=_held_up(telling),
        explanation_nl=_guided_in_words(telling, total),
        accepted=sum(one.status in _DECIDED for one in telling),
        proposed=sum(one.status not in _DECIDED for one in telling),
        question=definition.question,
        description=definition.description,
        motifs=definition.motifs,
    )


def _reviews(records: Iterable[FactorRecord | MotifRecord]) -> tuple[str, ...]:
    return tuple(sorted({one.review for one in records}))


def _held_up(telling: Sequence[FactorRecord]) -> float:
    """Return the share of reviews that can be left out with two still showing it."""
    counted = Counter(one.review for one in telling)
    left = [len(counted) - 1 >= _FEWEST_REVIEWS for _ in counted]
    return round(sum(left) / len(left), 3)


def _guided_in_words(telling: Sequence[FactorRecord], total: int) -> str:
    shown = len({one.review for one in telling})
    levels = Counter(one.level for one in telling).most_common(2)
    where = " en ".join(level.value.replace("_", " en ") for level, _ in levels)
    return (
        f"In {shown} van {total} reviews, "
        f"{len(telling)} uitspraken, vooral op het niveau {where}."
    )


def _structural(
    motif_records: Sequence[MotifRecord],
    motifs: Sequence[MotifDefinition],
    reviews: Sequence[str],
) -> list[Pattern]:
    """Find motifs that more reviews show than chance allows."""
    by_motif = {
        motif.id: [one for one in motif_records if one.motif == motif.id]
        for motif in motifs
    }
    raw = {
        id_: at_least(sum(one.times > 0 for one in seen), [o.chance for o in seen])
        for id_, seen in by_motif.items()
        if any(one.times for one in seen)
    }
    p_values = corrected(raw)
    found: list[Pattern] = []
    for motif in motifs:
        shown = [one for one in by_motif[motif.id] if one.times]
        if len({one.review for one in shown}) >= _FEWEST_REVIEWS:
            found.append(
                replace(
                    _motif_pattern(motif, shown, len(reviews), p_values[motif.id]),
                    counter_evidence=_reviews(
                        one for one in by_motif[motif.id] if one.against
                    ),
                )
            )
    return sorted(found, key=lambda one: (one.road, -one.n_reviews, one.id))


def _motif_pattern(
    motif: MotifDefinition, shown: Sequence[MotifRecord], total: int, p_value: float
) -> Pattern:
    names = _reviews(shown)
    sure = p_value <= SIGNIFICANT
    told = (
        "vaker dan door toeval te verwachten is"
        if sure
        else "niet vaker dan toeval toelaat: een kandidaat, door mensen te wegen"
    )
    return Pattern(
        id=motif.id,
        name=motif.name,
        road=Road.STRUCTURAL if sure else Road.CANDIDATE,
        valence=motif.valence,
        factors=(),
        reviews=names,
        n_reviews=len(names),
        spread=round(len(names) / total, 3),
        stability=1.0 if len(names) > _FEWEST_REVIEWS else 0.0,
        explanation_nl=f"In {len(names)} van {total} reviews, {told}.",
        description=motif.description,
        p_value=round(p_value, 6),
        question=motif.question,
    )
