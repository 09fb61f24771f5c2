"""Labelled reviews → the weights of the interaction model.

Three linear models, each fitted with strong shrinkage because there are few reviews:
whether a sentence tells anything (logistic), which pair is meant (a choice among the
pairs that can be meant), and which class (logistic over the classes). A label covers
an account of several sentences; which of them tells it is learnt with the rest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.corpus.matching import SHARED, overlap
from benchmarks.corpus.places import Row
from ltnlp.domain.interactions import Telling
from ltnlp.nlp.interactions.features import Seen

LEAST = 0.15
SECOND = 0.15
_ROUNDS = 3
_SELDOM = {"sentence": 3, "pair": 4, "class": 2}
_SHRINK = {"sentence": 0.06, "pair": 12.0, "class": 0.15}
_SMALLEST = 0.02

Features = Sequence[tuple[str, ...]]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a labelled review, with the labels that lie on it."""

    place: Row
    seen: Seen
    labels: tuple[int, ...]


def sentences(
    tellings: Iterable[tuple[Row, Telling]], labels: Sequence[Row]
) -> list[Sentence]:
    """Return the sentences of a review with its labels, by place."""
    return [
        Sentence(
            place=place,
            seen=Seen(telling=telling),
            labels=tuple(
                n for n, row in enumerate(labels) if overlap(row, place) >= SHARED
            ),
        )
        for place, telling in tellings
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """The pairs of one sentence: rows `begin` up to `end`, and which a label names."""

    begin: int
    end: int
    right: Mapping[int, list[tuple[int, str]]]


def learn(reviews: Sequence[tuple[list[Sentence], Sequence[Row]]]) -> dict[str, Any]:
    """Return the weights as they stand in `models/interactions/weights.json`."""
    told = [s for found, _ in reviews for s in found]
    models = {"sentence": _sentence_model(told)}
    pairs, choices = _choices(reviews)
    vocabulary = _vocabulary(pairs, "pair")
    matrix = _matrix(pairs, vocabulary)
    weights = np.zeros(len(vocabulary))
    for _ in range(_ROUNDS):
        best = _best(choices, matrix @ weights if weights.any() else None)
        weights = _fit_choice(matrix, choices, best, weights)
    models["pair"] = _named(vocabulary, weights, 0.0)
    models |= _class_models(reviews, _best(choices, matrix @ weights))
    return {"limits": {"least": LEAST, "second": SECOND}, "models": models}


def _sentence_model(told: Sequence[Sentence]) -> dict[str, float]:
    features = [tuple(one.seen.of_sentence()) for one in told]
    vocabulary = _vocabulary(features, "sentence")
    fitted = LogisticRegression(
        C=_SHRINK["sentence"], solver="liblinear", max_iter=500
    ).fit(_matrix(features, vocabulary), [bool(one.labels) for one in told])
    return _named(vocabulary, fitted.coef_[0], float(fitted.intercept_[0]))


def _choices(
    reviews: Sequence[tuple[list[Sentence], Sequence[Row]]],
) -> tuple[list[tuple[str, ...]], list[tuple[int, int, _Choice]]]:
    """Return the features of all pairs, and (review, sentence, its pairs)."""
    rows: list[tuple[str, ...]] = []
    choices: list[tuple[int, int, _Choice]] = []
    for review, (told, labels) in enumerate(reviews):
        for number, one in enumerate(told):
            begin = len(rows)
            right: dict[int, list[tuple[int, str]]] = {}
            pairs = list(one.seen.pairs) if one.labels else []
            for label in one.labels:
                row = labels[label]
                wanted = (row["from_kind"], row["to_kind"])
                if wanted in pairs:
                    at = begin + pairs.index(wanted)
                    right.setdefault(label, []).append((at, row["type"]))
            if right:
                rows += [tuple(one.seen.of_pair(*pair)) for pair in pairs]
                made = _Choice(begin=begin, end=len(rows), right=right)
                choices.append((review, number, made))
    return rows, choices


def _best(
    choices: Sequence[tuple[int, int, _Choice]], totals: Numbers | None
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each label the sentence (and the row) that tells it best."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for at, (review, _, choice) in enumerate(choices):
        for label, rows in choice.right.items():
            row = rows[0][0]
            share = 0.0
            if totals is not None:
                mine = np.exp(totals[choice.begin : choice.end] - totals[row])
                share = 1 / float(mine.sum())
            key = (review, label)
            if key not in best or share > best[key][0]:
                best[key] = (share, at, row)
    return {key: (at, row) for key, (_, at, row) in best.items()}


def _fit_choice(
    matrix: csr_matrix,
    choices: Sequence[tuple[int, int, _Choice]],
    best: Mapping[tuple[int, int], tuple[int, int]],
    begin: Numbers,
) -> Numbers:
    """Fit the choice of a pair, from `begin` on: shares over each sentence's pairs."""
    right = np.zeros(matrix.shape[0])
    used: set[int] = set()
    for at, row in best.values():
        right[row] = 1
        used.add(at)
    rows = [
        r
        for at in sorted(used)
        for r in range(choices[at][2].begin, choices[at][2].end)
    ]
    sizes = [choices[at][2].end - choices[at][2].begin for at in sorted(used)]
    part, wanted = matrix[rows], right[rows]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
    group = np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        totals = part @ weights
        raised = np.exp(totals - np.maximum.reduceat(totals, starts)[group])
        shares = raised / np.add.reduceat(raised, starts)[group]
        mass = np.add.reduceat(shares * wanted, starts)
        pull = shares * wanted / (mass[group] + 1e-12) - shares
        shrunk = _SHRINK["pair"] * weights
        return (
            float(-np.log(mass + 1e-12).sum() + weights @ shrunk / 2),
            -(part.T @ pull) + shrunk,
        )

    fitted = minimize(
        loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    return np.asarray(fitted.x)


def _class_models(
    reviews: Sequence[tuple[list[Sentence], Sequence[Row]]],
    best: Mapping[tuple[int, int], tuple[int, int]],
) -> dict[str, dict[str, float]]:
    features, names = [], []
    for review, (told, labels) in enumerate(reviews):
        for label, row in enumerate(labels):
            if (review, label) not in best:
                continue
            giver, receiver = row["from_kind"], row["to_kind"]
            on_it = [one for one in told if label in one.labels]
            features.append(
                tuple({f for one in on_it for f in one.seen.of_class(giver, receiver)})
            )
            names.append(row["type"])
    vocabulary = _vocabulary(features, "class")
    fitted = LogisticRegression(C=_SHRINK["class"], max_iter=500).fit(
        _matrix(features, vocabulary), names
    )
    return {
        f"class {name}": _named(vocabulary, fitted.coef_[n], fitted.intercept_[n])
        for n, name in enumerate(fitted.classes_)
    }


def _vocabulary(features: Features, model: str) -> dict[str, int]:
    counted = Counter(name for one in features for name in set(one))
    kept = sorted(name for name, times in counted.items() if times >= _SELDOM[model])
    return {name: at for at, name in enumerate(kept)}


def _matrix(features: Features, vocabulary: Mapping[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for one in features:
        columns += sorted({vocabulary[name] for name in one if name in vocabulary})
        ends.append(len(columns))
    shape = (len(features), len(vocabulary))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)


def _named(
    vocabulary: Mapping[str, int], weights: Numbers, bias: float
) -> dict[str, float]:
    """Return weights by name, rounded; the smallest are left out."""
    kept = {
        name: round(float(weights[at]), 2)
        for name, at in vocabulary.items()
        if abs(weights[at]) >= _SMALLEST
    }
    return {"(bias)": round(float(bias), 3)} | kept
