"""Which events labellers chose as moments: fitted to labels, each review left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.corpus.matching import Fit, likeness, meet, overlap, pair
from benchmarks.corpus.places import Row
from benchmarks.events.reviews import LabelledReview
from benchmarks.events.told import rows_of, timeline_of
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.moment_signs import signs
from ltnlp.stages.moments import ground_of

STRENGTH = 0.03
"""Inverse strength of the penalty on large weights."""
SHARED = 0.3
FIRST = 10
"""As many proposals are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The events of a review with their signs, and whether labellers chose them."""

    timeline: IntegratedTimeline
    found: Sequence[Row]
    labels: Sequence[Row]
    seen: Sequence[Mapping[str, float]]
    holds: Sequence[bool]


def chosen(review: LabelledReview) -> Chosen:
    """Return the events of a review beside the moments that its labels hold."""
    timeline = timeline_of(review)
    ends = {gap.event for gap in timeline.gaps if gap.event}
    labels = review.labels("crucial_moments")
    found = rows_of(timeline.events, review.names)
    return Chosen(
        timeline=timeline,
        found=found,
        labels=labels,
        seen=[signs(event, ground_of(event, ends)) for event in timeline.events],
        holds=[any(fit(label, row) for label in labels) for row in found],
    )


def fit(label: Row, row: Row) -> Fit:
    """Return how well an event tells a labelled moment; None where it does not."""
    pairs = [(a, b) for a in label["accounts"] for b in row["accounts"]]
    told = any(overlap(a, b) >= SHARED for a, b in pairs)
    if not told or not meet(label, row):
        return None
    return (sum(likeness(a, b) for a, b in pairs),)


def fitted(reviews: Sequence[Chosen]) -> tuple[float, dict[str, float]]:
    """Return the base and the weight of each sign, fitted to the reviews."""
    shown = [dict(seen) for review in reviews for seen in review.seen]
    table = DictVectorizer(sparse=False)
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table.fit_transform(shown), [h for r in reviews for h in r.holds])
    weights = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    ordered = sorted(weights, key=lambda pair: -pair[1])
    base = round(float(model.intercept_[0]), 2)
    return base, {str(name): round(float(w), 2) for name, w in ordered}


def left_out(reviews: Sequence[Chosen]) -> dict[str, float]:
    """Return how many labelled moments the first ten meet, with weights of the others.

    Only the weights are tried here, without what `moments` does for variety.
    """
    met = sum(_met(out, [r for r in reviews if r is not out]) for out in reviews)
    labelled = sum(len(review.labels) for review in reviews)
    return {
        "labelled": labelled,
        "met_in_first_ten": round(met / labelled, 3),
        "of_ten_right": round(met / (FIRST * len(reviews)), 3),
    }


def _met(out: Chosen, others: Sequence[Chosen]) -> int:
    base, weights = fitted(others)
    told = [
        base + sum(weights.get(name, 0) * value for name, value in seen.items())
        for seen in out.seen
    ]
    best = np.argsort(told)[::-1][:FIRST]
    return len(pair(out.labels, [out.found[int(i)] for i in best], fit))
