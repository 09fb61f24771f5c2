"""Which sentences tell a happening, and another one: fitted to labels, left-one-out."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.events import worth
from benchmarks.events.examples import Example
from benchmarks.events.reviews import LabelledReview
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.spans import Span
from ltnlp.nlp.events.chance import Seen, barred, chance, features
from ltnlp.nlp.events.reader import UNTOLD, looked_at, stretches

MODELS = ("tells", "another", worth.MODEL)
STRENGTH = 0.1
"""Inverse strength of the penalty on large weights."""
COVERED = 0.5
"""A sentence tells when this part of it, or of an account, is shared."""
SMALL = 0.05
"""Weights nearer to nought are left out of the table."""

Place = tuple[int, int]


def examples(review: LabelledReview) -> list[Example]:
    """Return what the sentences of a review teach each of the models."""
    told: dict[str, list[Place]] = {}
    for event in review.labels("events"):
        for account in event["accounts"]:
            place = (account["start"], account["end"])
            told.setdefault(account["doc"], []).append(place)
    return [*_examples(review, told), *worth.tellings(review)]


def _examples(
    review: LabelledReview, told: Mapping[str, Sequence[Place]]
) -> Iterator[Example]:
    for passage, source in review.sources():
        if source.kind in UNTOLD or source.interviewer:
            continue
        accounts = told.get(review.names[passage.document], ())
        for within in stretches(source):
            head, sentences = looked_at(source, within)
            noted = head is not None or source.kind is SegmentKind.ROW
            kind = source.document_kind
            seen = features(sentences, kind, entry=noted)
            places = [passage.offsets.to_origin(s.span) for s in sentences]
            may_tell = [not noted and not barred(s, kind) for s in sentences]
            told_in = [_told(place, accounts) for place in places]
            yield from _of_stretch(seen, told_in, may_tell)


def _of_stretch(
    seen: Sequence[Seen], told: Sequence[Place | None], may_tell: Sequence[bool]
) -> Iterator[Example]:
    """Yield what one stretch teaches; of a note it is given that it tells."""
    last: Place | None = None
    for what, account, asked in zip(seen, told, may_tell, strict=True):
        if asked:
            yield Example(model="tells", seen=what, holds=account is not None)
        if account is not None and last is not None:
            yield Example(model="another", seen=what, holds=account != last)
        last = account or last


def _told(span: Span, accounts: Sequence[Place]) -> Place | None:
    """Return the account that holds most of a sentence; None without one."""
    shared = [
        (min(end, span.end) - max(start, span.start), (start, end))
        for start, end in accounts
    ]
    enough = [
        (length, place)
        for length, place in shared
        if length >= COVERED * min(place[1] - place[0], len(span))
    ]
    return max(enough)[1] if enough else None


def fitted(
    examples: Sequence[Example], models: Sequence[str] = MODELS
) -> dict[str, dict[str, float]]:
    """Return the weights that fit best, by model."""
    return {
        model: _fitted([e for e in examples if e.model == model]) for model in models
    }


def _fitted(sentences: Sequence[Example]) -> dict[str, float]:
    vectors = DictVectorizer()
    rows = vectors.fit_transform([example.seen for example in sentences])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(rows, [example.holds for example in sentences])
    names = vectors.get_feature_names_out()
    weights = dict(zip(names, model.coef_[0], strict=True))
    kept = {n: round(float(w), 3) for n, w in weights.items() if abs(w) >= SMALL}
    return {"bias": round(float(model.intercept_[0]), 3)} | dict(sorted(kept.items()))


Figures = dict[str, float]


def left_out(reviews: Sequence[LabelledReview]) -> dict[str, dict[str, Figures]]:
    """Return figures per review and model, each with weights that never saw it."""
    by_review = {review.name: examples(review) for review in reviews}
    figures = {}
    for name, own in by_review.items():
        others = [e for other, es in by_review.items() if other != name for e in es]
        weights = fitted(others)
        figures[name] = {
            model: _figures([e for e in own if e.model == model], weights[model])
            for model in MODELS
        }
    return figures


def _figures(own: Sequence[Example], weights: Mapping[str, float]) -> Figures:
    chances = np.array([chance(example.seen, weights) for example in own])
    holds = np.array([example.holds for example in own])
    sure = chances >= COVERED
    return {
        "sentences": len(own),
        "hold": round(float(holds.mean()), 3),
        "ranked": round(float(roc_auc_score(holds, chances)), 3),
        "precision": round(float(holds[sure].mean()), 3),
        "recall": round(float(sure[holds].mean()), 3),
    }
