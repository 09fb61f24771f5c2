"""Review → CrossCaseFact: what may be kept when a review is destroyed."""

import datetime as dt
from collections.abc import Mapping, Sequence

from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.events import Event
from ltnlp.domain.factors import ContributingFactor, FactorStatus, Valence
from ltnlp.domain.interactions import Interaction
from ltnlp.domain.reviews import Review, ReviewState
from ltnlp.domain.timeline import IntegratedTimeline

_ACCEPTED = frozenset({FactorStatus.ACCEPTED, FactorStatus.RECODED})
_BUCKETS = ((91, "0-3 maanden"), (183, "3-6 maanden"), (365, "6-12 maanden"))
_LATER, _BEFORE = "na 12 maanden", "ervoor"


def keep(
    review: Review,
    factors: Sequence[ContributingFactor],
    interactions: Sequence[Interaction],
    timeline: IntegratedTimeline,
    *,
    fact_id: str,
    sides: Mapping[str, Valence],
) -> tuple[CrossCaseFact, ...]:
    """Return the facts of a closed review that trends may count.

    Accepted and recoded factors and told interactions only; years and buckets
    instead of dates; no text, no link to a source.

    Args:
        review: closed; its period gives the year and the start of the buckets.
        factors: with people's decisions.
        interactions: as told; expected ones stay out.
        timeline: for the moments that factors belong to.
        fact_id: an id of the review that means nothing outside the system.
        sides: patterns of the library and their side; a factor that people put on the
            other side tells of no such pattern.

    Raises:
        PrivacyError: the review is still open or was cancelled.
    """
    if review.state not in {ReviewState.CLOSED, ReviewState.DESTROYED}:
        raise PrivacyError("facts are kept of closed reviews only")
    year = _year(review)
    events = {event.id: event for event in timeline.events}
    found = [
        _of_factor(factor, review, events, fact_id, _pattern(factor, sides))
        for factor in factors
        if factor.status in _ACCEPTED
    ]
    found += [
        _of_interaction(one, review, year, fact_id)
        for one in interactions
        if not one.expected
    ]
    return tuple(dict.fromkeys(found))


def _pattern(factor: ContributingFactor, sides: Mapping[str, Valence]) -> str | None:
    """Return the pattern that a factor shows, if it is on the pattern's side."""
    first = factor.patterns[0].id if factor.patterns else None
    return first if first and sides.get(first) is factor.valence else None


def _year(review: Review) -> int:
    for day in (review.period.earliest, review.period.latest, review.created_on):
        if day is not None:
            return day.year
    return 0


def _of_factor(
    factor: ContributingFactor,
    review: Review,
    events: Mapping[str, Event],
    fact_id: str,
    pattern: str | None,
) -> CrossCaseFact:
    event = events.get(factor.moment or "")
    day = event.date.earliest if event and event.date else None
    return CrossCaseFact(
        review=fact_id,
        review_kind=review.kind,
        year=_year(review),
        factor=factor.code,
        level=factor.level,
        valence=factor.valence,
        pattern=pattern,
        organisation_kind=factor.teller_kind,
        interaction_class=None,
        realised=None,
        relative_time=_bucket(review, day),
        region=review.region,
    )


def _of_interaction(
    one: Interaction, review: Review, year: int, fact_id: str
) -> CrossCaseFact:
    day = one.date.earliest if one.date else None
    return CrossCaseFact(
        review=fact_id,
        review_kind=review.kind,
        year=year,
        factor=None,
        level=None,
        valence=None,
        pattern=None,
        organisation_kind=one.giver,
        interaction_class=one.interaction_class,
        realised=one.realised,
        relative_time=_bucket(review, day),
        region=review.region,
    )


def _bucket(review: Review, day: dt.date | None) -> str | None:
    """Return how long after the start of the period it was, in broad steps."""
    start = review.period.earliest
    if day is None or start is None:
        return None
    days = (day - start).days
    if days < 0:
        return _BEFORE
    return next((name for most, name in _BUCKETS if days < most), _LATER)
