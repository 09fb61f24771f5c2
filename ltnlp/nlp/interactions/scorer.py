"""Learned weights: which parties a sentence connects, and in which class."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from ltnlp.domain.interactions import InteractionClass, Telling
from ltnlp.nlp.interactions.features import Seen, of_standing
from ltnlp.nlp.linear import chance, shares
from ltnlp.nlp.resources import models_folder

WEIGHTS = "interactions/weights.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A linear model: what each feature adds, and what stands without any."""

    bias: float
    of: Mapping[str, float]

    def total(self, features: Iterable[str], *, before: float = 0.0) -> float:
        """Return the sum over the features; those that were never seen add nothing.

        `before` is what features add that come first, as `added` tells.
        """
        return self.bias + self.added(features, before=before)

    def added(self, features: Iterable[str], *, before: float = 0.0) -> float:
        """Return what the features add to `before`, without what stands anyhow."""
        known = self.of
        return sum([known[name] for name in features if name in known], before)


class _Standings:
    """What it adds to the chance of a pair how both stand, each summed once.

    There are few ways to stand and many pairs that stand so.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}

    def of(self, gives: tuple[str, ...], receives: tuple[str, ...]) -> float:
        known = self._known.get((gives, receives))
        if known is None:
            known = self._weights.added(of_standing(gives, receives))
            self._known[gives, receives] = known
        return known


@dataclass(frozen=True, kw_only=True)
class Model:
    """Three linear models and from which likelihood on something is told.

    `sentence`: whether anything passes; `pair`: between whom; `classes`: what.
    `least` holds for the likeliest pair of a sentence, `second` for another beside it.
    """

    sentence: Weights
    pair: Weights
    classes: Mapping[InteractionClass, Weights]
    least: float
    second: float

    def of_two(self, seen: Seen, giver: str, receiver: str) -> float:
        """Return what it adds to a pair who they are and how they stand."""
        standing = self._standings.of(*seen.standing(giver, receiver))
        return self.pair.total(seen.of_reading(giver, receiver), before=standing)

    @cached_property
    def _standings(self) -> _Standings:
        return _Standings(self.pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """A pair with what passes between it; `score` is a likelihood."""

    giver: str
    receiver: str
    interaction_class: InteractionClass
    score: float


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model that `python -m benchmarks.interactions learn` wrote."""
    text = (models_folder() / WEIGHTS).read_text(encoding="utf-8")
    return read_model(json.loads(text))


def read_model(told: Mapping[str, Any]) -> Model:
    """Return a model as it stands in the file of weights."""
    stored: Mapping[str, Mapping[str, float]] = told["models"]
    limits: Mapping[str, float] = told["limits"]
    return Model(
        sentence=_weights(stored["sentence"]),
        pair=_weights(stored["pair"]),
        classes={
            InteractionClass(name.removeprefix("class ")): _weights(stored[name])
            for name in stored
            if name.startswith("class ")
        },
        least=limits["least"],
        second=limits["second"],
    )


def _weights(stored: Mapping[str, float]) -> Weights:
    of = {name: value for name, value in stored.items() if name != "(bias)"}
    return Weights(bias=stored.get("(bias)", 0.0), of=of)


def connected(telling: Telling, learned: Model) -> tuple[Connected, ...]:
    """Return the pairs that a sentence connects, the likeliest first; at most two."""
    seen = Seen(telling=telling)
    told = chance(learned.sentence.total(seen.of_sentence()))
    if told < learned.least:
        return ()
    pairs = seen.pairs
    shapes = {
        shape: learned.pair.total(seen.of_shape(shape)) for shape in seen.shapes()
    }
    share_of = shares(
        [shapes[seen.shape(*pair)] + learned.of_two(seen, *pair) for pair in pairs]
    )
    ranked = sorted(
        zip(share_of, pairs, strict=True), key=lambda one: (-one[0], one[1])
    )
    kept = [
        (told * share, pair)
        for rank, (share, pair) in enumerate(ranked[:2])
        if told * share >= (learned.second if rank else learned.least)
    ]
    return tuple(_classified(seen, pair, score, learned) for score, pair in kept)


def _classified(
    seen: Seen, pair: tuple[str, str], score: float, learned: Model
) -> Connected:
    features = tuple(seen.of_class(*pair))
    totals = {name: one.total(features) for name, one in learned.classes.items()}
    best = max(totals, key=lambda name: (totals[name], name))
    return Connected(
        giver=pair[0], receiver=pair[1], interaction_class=best, score=score
    )
