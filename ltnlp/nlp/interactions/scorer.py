"""Learned weights: which parties a sentence connects, and in which class."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from ltnlp.domain.interactions import InteractionClass, Telling
from ltnlp.nlp.interactions.features import SHAPES, Seen, of_names, of_standing
from ltnlp.nlp.linear import chance, shares
from ltnlp.nlp.resources import models_folder

WEIGHTS = "interactions/weights.json"
_WEIGHED = 4


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
        return sum(map(self.of.get, features, repeat(0.0)), before)


_Side = TypeVar("_Side", bound=Hashable)


class _Summed(Generic[_Side]):
    """What two sides of a pair add to its chance, each two summed once.

    There are few ways to stand and few names, and many pairs that have them.
    """

    def __init__(
        self,
        weights: Weights,
        features: Callable[[_Side, _Side], Iterable[str]],
    ) -> None:
        self._weights = weights
        self._features = features
        self._known: dict[tuple[_Side, _Side], float] = {}

    def of(self, gives: _Side, receives: _Side) -> float:
        known = self._known.get((gives, receives))
        if known is None:
            known = self._weights.added(self._features(gives, receives))
            self._known[gives, receives] = known
        return known


@dataclass(frozen=True, kw_only=True)
class Model:
    """Three linear models and from which likelihood on something is told.

    `sentence`: whether anything passes; `pair`: between whom; `classes`: what.
    `least` holds for the likeliest pair and class of a sentence, `second` for another
    beside it.
    """

    sentence: Weights
    pair: Weights
    classes: Mapping[InteractionClass, Weights]
    least: float
    second: float

    def of_two(self, seen: Seen, giver: str, receiver: str) -> float:
        """Return what it adds to a pair who they are and how they stand."""
        before = self._standings.of(*seen.standing(giver, receiver))
        before += self._names.of(giver, receiver)
        return self.pair.total(seen.of_reading(giver, receiver), before=before)

    def of_shapes(self, features: Iterable[str]) -> dict[str, float]:
        """Return what a sentence adds to pairs of each shape."""
        known, rows = self._by_shape
        at = [known[name] for name in features if name in known]
        totals = (rows[at].sum(axis=0) + rows[-1]).tolist()
        return dict(zip(SHAPES, totals, strict=True))

    def of_classes(self, features: Iterable[str]) -> list[float]:
        """Return the total of each class, in their order."""
        known, rows = self._by_feature
        at = [known[name] for name in features if name in known]
        totals: list[float] = (rows[at].sum(axis=0) + rows[-1]).tolist()
        return totals

    @cached_property
    def _by_feature(self) -> tuple[Mapping[str, int], NDArray[np.float64]]:
        """Each feature's row, with a column for each class; the last has the biases.

        There are fourteen classes and one sentence: a feature is looked up once.
        """
        names = sorted({name for one in self.classes.values() for name in one.of})
        rows = np.zeros((len(names) + 1, len(self.classes)))
        for column, one in enumerate(self.classes.values()):
            rows[:, column] = [one.of.get(name, 0.0) for name in names] + [one.bias]
        return {name: at for at, name in enumerate(names)}, rows

    @cached_property
    def _by_shape(self) -> tuple[Mapping[str, int], NDArray[np.float64]]:
        """Each feature's row, with a column for each shape of a pair."""
        weights = self.pair.of
        parted = [name.rpartition("|") for name in weights]
        names = sorted({name for name, _, shape in parted if shape in SHAPES})
        rows = np.zeros((len(names) + 1, len(SHAPES)))
        for column, shape in enumerate(SHAPES):
            rows[:-1, column] = [weights.get(f"{one}|{shape}", 0.0) for one in names]
            rows[-1, column] = weights.get(f"shape:{shape}", 0.0)
        return {name: at for at, name in enumerate(names)}, rows

    @cached_property
    def _standings(self) -> _Summed[tuple[str, ...]]:
        return _Summed(self.pair, of_standing)

    @cached_property
    def _names(self) -> _Summed[str]:
        return _Summed(self.pair, of_names)


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
    """Return what a sentence tells passes between whom, the likeliest first.

    At most two: a plan that failed, or who was asked and what was answered. Pair and
    class are chosen together, so a class that is plain can settle the pair.
    """
    seen = Seen(telling=telling)
    told = chance(learned.sentence.total(seen.of_sentence()))
    if told < learned.least:
        return ()
    found = [
        one
        for share, pair in _likeliest(seen, told, learned)
        for one in _classified(seen, pair, told * share, learned)
    ]
    ranked = sorted(found, key=lambda one: (-one.score, one.giver, one.receiver))
    return tuple(
        one
        for rank, one in enumerate(ranked[:2])
        if one.score >= (learned.second if rank else learned.least)
    )


def _likeliest(
    seen: Seen, told: float, learned: Model
) -> list[tuple[float, tuple[str, str]]]:
    """Return the likeliest pairs of a sentence, that can be likely enough, with their shares."""
    pairs = seen.pairs
    shapes = learned.of_shapes(seen.of_any_shape())
    share_of = shares(
        [shapes[seen.shape(*pair)] + learned.of_two(seen, *pair) for pair in pairs]
    )
    likely = [
        (share, pair)
        for share, pair in zip(share_of, pairs, strict=True)
        if told * share >= learned.least
    ]
    return sorted(likely, key=lambda one: (-one[0], one[1]))[:_WEIGHED]


def _classified(
    seen: Seen, pair: tuple[str, str], score: float, learned: Model
) -> Iterator[Connected]:
    """Yield a pair with each class that is likely enough."""
    least = min(learned.least, learned.second)
    totals = learned.of_classes(seen.of_class(*pair))
    for name, share in zip(learned.classes, shares(totals), strict=True):
        if score * share >= least:
            yield Connected(
                giver=pair[0],
                receiver=pair[1],
                interaction_class=name,
                score=score * share,
            )
