"""Learns vectors of wordings: tellings of one point come to lie near each other.

Each step takes two tellings of many points. Of the second tellings the one of the same
point is to be nearer than all others, and nearer than a trap: a telling that shares
words with the point but tells another (contrastive learning, InfoNCE; the loss goes
down by Adam). Words are left out at random, so that no single word decides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ltnlp.nlp.factors.vectors import Vectors
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordings import BEGIN, PAIR, Wordings, wording

SIZE, KEPT = 300, 128
"""Numbers a vector has while it is learned, and of these the directions that say most."""
STEPS = 1200
AT_ONCE = 400
LEFT_OUT = 0.4
SHARP = 0.08
_RATE, _WARM = 0.01, 100
_OFTEN = {False: 2, True: 3}
_BETAS, _TINY = (0.9, 0.999), 1e-8


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that is told: its tellings, and tellings of something else like it."""

    told: tuple[str, ...]
    traps: tuple[str, ...] = ()


def fitted(points: Sequence[Point], *, steps: int = STEPS, seed: int = 0) -> Vectors:
    """Return the vectors that tell these points apart."""
    told = [wording(t) for point in points for t in (*point.told, *point.traps)]
    wordings = _counted(told)
    rows = wordings.rows(told)
    places = _places(points)
    chance = np.random.default_rng(seed)
    vectors = _Adam(chance.standard_normal((len(wordings.columns), SIZE)) * 0.1, steps)
    for _ in range(steps):
        at = _drawn(places, chance)
        taken = rows[np.concatenate(at)]
        taken.data = taken.data * (chance.random(len(taken.data)) > LEFT_OUT)
        vectors.step(_slope(taken, vectors.now, len(at[0])))
    return Vectors(wordings=wordings, rows=_shortened(vectors.now))


def _counted(told: Sequence[Mapping[str, float]]) -> Wordings:
    held = Counter(w for row in told for w in row)
    kept = sorted(w for w, n in held.items() if n >= _OFTEN[PAIR in w or BEGIN in w])
    shares = np.array([len(told) / held[w] for w in kept])
    rarity = np.log1p(shares) / np.log1p(len(told) / 2)
    return Wordings(columns={w: n for n, w in enumerate(kept)}, rarity=rarity)


def _places(points: Sequence[Point]) -> list[tuple[np.ndarray, np.ndarray]]:
    found, at = [], 0
    for point in points:
        behind = at + len(point.told)
        last = behind + len(point.traps)
        found.append((np.arange(at, behind), np.arange(behind, last)))
        at = last
    return found


def _drawn(
    places: Sequence[Any], chance: Any
) -> tuple[list[int], list[int], list[int]]:
    drawn = chance.choice(len(places), min(AT_ONCE, len(places)), replace=False)
    twos = [chance.choice(places[n][0], 2, replace=False) for n in drawn]
    traps = [int(chance.choice(places[n][1])) for n in drawn if len(places[n][1])]
    return [int(one) for one, _ in twos], [int(other) for _, other in twos], traps


def _slope(rows: Any, vectors: Scores, pairs: int) -> Scores:
    """Return how the loss grows with each vector."""
    summed = rows @ vectors
    length = np.linalg.norm(summed, axis=1, keepdims=True) + 1e-6
    unit = summed / length
    asked, offered = unit[:pairs], unit[pairs:]
    there = _off(asked @ offered.T)
    back = _off(offered[:pairs] @ asked.T)
    slope = np.vstack([there @ offered + back.T @ offered[:pairs], there.T @ asked])
    slope[pairs : 2 * pairs] += back @ asked
    slope -= unit * (slope * unit).sum(axis=1, keepdims=True)
    found: Scores = rows.T @ (slope / length / 2)
    return found


def _shortened(rows: Scores) -> Scores:
    """Return vectors of fewer numbers, with likenesses as near as can be."""
    directions, _, _ = np.linalg.svd(rows.T @ rows)
    shorter: Scores = rows @ directions[:, :KEPT]
    return shorter


def _off(alike: Scores) -> Scores:
    """Return how far each choice is from the right one: the same row."""
    weighed = np.exp((alike - alike.max(axis=1, keepdims=True)) / SHARP)
    chances: Scores = weighed / weighed.sum(axis=1, keepdims=True)
    own = np.arange(len(chances))
    chances[own, own] -= 1
    return chances / (len(chances) * SHARP)


class _Adam:
    """Goes down a slope, with steps as large as the slope has been steady."""

    def __init__(self, start: Scores, steps: int) -> None:
        self.now: Any = start.astype(np.float32)
        self._steps = steps
        self._mean = np.zeros_like(self.now)
        self._square = np.zeros_like(self.now)
        self._done = 0

    def step(self, slope: Scores) -> None:
        self._done += 1
        first, second = _BETAS
        self._mean += (1 - first) * (slope - self._mean)
        self._square += (1 - second) * (slope * slope - self._square)
        mean = self._mean / (1 - first**self._done)
        square = self._square / (1 - second**self._done)
        left = 1 - (self._done - 1) / self._steps
        rate = _RATE * min(1.0, self._done / _WARM) * np.sqrt(left)
        self.now -= rate * mean / (np.sqrt(square) + _TINY)
