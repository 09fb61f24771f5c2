"""FactorRecords → clusters of factors that recur together, and candidates."""

import hashlib
import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ltnlp.domain.factors import FactorStatus, Valence
from ltnlp.domain.patterns import FactorRecord, Pattern, Road
from ltnlp.stages.chance import corrected, likely_share, together

_SIGNIFICANT = 0.01
_FARTHEST = 0.75
_FEWEST_REVIEWS = 3
_STABLE = 0.7
"""Share of a cluster that must come back on average in reviews drawn anew."""
_RESAMPLES = 20
_SEED = 20251
_BIG_ENOUGH = 2
_DECIDED = frozenset({FactorStatus.ACCEPTED, FactorStatus.RECODED})

Item = tuple[str, Valence]
Table = NDArray[np.bool_]


Basket = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """How often one item is told beside another, and how often without it.

    Each share is (told, of how many places).
    """

    one: str
    other: str
    beside: tuple[int, int]
    without: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Items that go together, how surely and how closely, and in which reviews.

    `cohesion` is how far the rarer of two stands with the other, 0 to 1, on average;
    `tie` tells of the pair that is surest.
    """

    items: tuple[Item, ...]
    p_value: float
    reviews: tuple[str, ...]
    cohesion: float
    tie: _Tie


def cluster(
    records: Sequence[FactorRecord],
    *,
    reviews: Sequence[str],
    names: Mapping[str, str],
    known: Collection[str],
    first: Mapping[str, str] | None = None,
) -> tuple[Pattern, ...]:
    """Return combinations of factors that recur together over reviews.

    Pairs that are told together (one moment, else one passage) more often than chance
    allows, corrected for many pairs, are joined by agglomerative clustering. A cluster that comes
    back when reviews are drawn anew (bootstrap) is a pattern; one that does not is a candidate.

    Args:
        records: of all reviews.
        reviews: the compared reviews.
        names: what codes and kinds are called.
        known: codes that the guided road explains; a candidate needs another one.
        first: what renamed codes were called first, so that ids outlive it.
    """
    items, baskets, table = _table(records)
    found = _find(items, baskets, table)
    again = _resampled(items, baskets, table, reviews) if found else []
    patterns: list[Pattern] = []
    for one in found:
        stability = _stability(one, again)
        new = any(code not in known for code, _ in one.items)
        stable = stability >= _STABLE
        if stable or new:
            road = Road.CLUSTER if stable else Road.CANDIDATE
            made = _pattern(one, road, stability, records, reviews, names)
            patterns.append(replace(made, id=_id(one.items, first or {})))
    return tuple(sorted(patterns, key=lambda p: (p.road, -p.n_reviews, p.id)))


def _find(
    items: Sequence[Item], baskets: Sequence[Basket], table: Table
) -> list[_Found]:
    if len(items) < _BIG_ENOUGH:
        return []
    p_values = _pairs(items, baskets, table)
    groups = _grouped(table, p_values)
    found = [_made(group, items, baskets, table, p_values) for group in groups]
    return [one for one in found if len(one.reviews) >= _FEWEST_REVIEWS]


def _table(
    records: Sequence[FactorRecord],
) -> tuple[list[Item], list[Basket], Table]:
    """Return which basket (row) shows which factor and side (column)."""
    shown = {_shown(one, at) for at, one in enumerate(records)}
    counted: dict[Item, set[str]] = {}
    for (review, _), item in shown:
        counted.setdefault(item, set()).add(review)
    items = sorted(i for i, seen in counted.items() if len(seen) >= _FEWEST_REVIEWS)
    baskets = sorted({basket for basket, _ in shown})
    column = {item: at for at, item in enumerate(items)}
    row = {basket: at for at, basket in enumerate(baskets)}
    table = np.zeros((len(baskets), len(items)), dtype=np.bool_)
    for basket, item in shown:
        if item in column:
            table[row[basket], column[item]] = True
    return items, baskets, table


def _shown(one: FactorRecord, at: int) -> tuple[Basket, Item]:
    """Return in which basket a factor lies; without one it lies alone."""
    basket = one.basket if one.basket is not None else -1 - at
    return (one.review, basket), (one.code, one.valence)


def _pairs(
    items: Sequence[Item], baskets: Sequence[Basket], table: Table
) -> dict[tuple[int, int], float]:
    """Return the corrected chance of each pair that meets in enough reviews."""
    counts = table.sum(axis=0)
    both = table.T.astype(int) @ table.astype(int)
    raw: dict[tuple[int, int], float] = {}
    for a, b in combinations(range(len(items)), 2):
        chance = 1.0
        if both[a, b] >= _FEWEST_REVIEWS:
            meet = table[:, a] & table[:, b]
            reviews = {baskets[int(at)][0] for at in np.flatnonzero(meet)}
            if len(reviews) >= _FEWEST_REVIEWS:
                seen = int(both[a, b]), int(counts[a]), int(counts[b])
                chance = together(*seen, len(table))
        raw[a, b] = chance
    return corrected(raw)


def _grouped(
    table: Table, p_values: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    sure = {pair for pair, p in p_values.items() if p <= _SIGNIFICANT}
    inside = sorted({at for pair in sure for at in pair})
    if len(inside) < _BIG_ENOUGH:
        return []
    distance = np.ones((len(inside), len(inside)))
    np.fill_diagonal(distance, 0.0)
    for x, y in combinations(range(len(inside)), 2):
        if (inside[x], inside[y]) in sure:
            apart = 1 - _alike(table[:, inside[x]], table[:, inside[y]])
            distance[x, y] = distance[y, x] = apart
    # Late: scikit-learn takes seconds to import, and only a comparison needs it.
    from sklearn.cluster import AgglomerativeClustering

    labels = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=_FARTHEST,
    ).fit_predict(distance)
    groups: dict[int, list[int]] = {}
    for at, label in zip(inside, labels, strict=True):
        groups.setdefault(int(label), []).append(at)
    return [group for group in groups.values() if len(group) >= _BIG_ENOUGH]


def _alike(one: Table, other: Table) -> float:
    """Return how far the rarer of two stands with the other, 0 to 1."""
    rarer = min(int(one.sum()), int(other.sum()))
    return int((one & other).sum()) / rarer if rarer else 0.0


def _made(
    group: Sequence[int],
    items: Sequence[Item],
    baskets: Sequence[Basket],
    table: Table,
    p_values: Mapping[tuple[int, int], float],
) -> _Found:
    rows = np.flatnonzero(table[:, list(group)].sum(axis=1) >= _BIG_ENOUGH)
    pairs = list(combinations(sorted(group), 2))
    surest = min(pairs, key=lambda pair: p_values[pair])
    return _Found(
        items=tuple(items[at] for at in group),
        p_value=p_values[surest],
        reviews=tuple(sorted({baskets[int(at)][0] for at in rows})),
        cohesion=float(np.mean([_alike(table[:, a], table[:, b]) for a, b in pairs])),
        tie=_tie(surest, items, table),
    )


def _tie(pair: tuple[int, int], items: Sequence[Item], table: Table) -> _Tie:
    """Return how often the commoner of a pair stands beside the rarer one."""
    one, other = sorted(pair, key=lambda at: int(table[:, at].sum()))
    told = int(table[:, one].sum())
    both = int((table[:, one] & table[:, other]).sum())
    return _Tie(
        one=items[one][0],
        other=items[other][0],
        beside=(both, told),
        without=(int(table[:, other].sum()) - both, len(table) - told),
    )


def _resampled(
    items: Sequence[Item],
    baskets: Sequence[Basket],
    table: Table,
    reviews: Sequence[str],
) -> list[list[_Found]]:
    """Return what is found when as many reviews are drawn with replacement.

    What a review tells that is drawn twice counts twice, yet a combination needs as many
    different reviews as ever. The seed is fixed: the same reviews give the same answer.
    """
    rows: dict[str, list[int]] = {review: [] for review in reviews}
    for at, (review, _) in enumerate(baskets):
        rows[review].append(at)
    dice = random.Random(_SEED)
    found = []
    for _ in range(_RESAMPLES):
        drawn = dice.choices(reviews, k=len(reviews))
        index = [at for review in drawn for at in rows[review]]
        found.append(_find(items, [baskets[at] for at in index], table[index]))
    return found


def _stability(one: _Found, again: Sequence[Sequence[_Found]]) -> float:
    """Return how much of the cluster comes back in reviews drawn anew, 0 to 1."""
    shares = [
        max((_overlap(one.items, other.items) for other in found), default=0.0)
        for found in again
    ]
    return round(sum(shares) / len(shares), 3)


def _overlap(one: Iterable[Item], other: Iterable[Item]) -> float:
    a, b = set(one), set(other)
    return len(a & b) / len(a | b)


def _pattern(
    one: _Found,
    road: Road,
    stability: float,
    records: Sequence[FactorRecord],
    reviews: Sequence[str],
    names: Mapping[str, str],
) -> Pattern:
    items = set(one.items)
    inside = [r for r in records if (r.code, r.valence) in items]
    inside = [r for r in inside if r.review in one.reviews]
    sides = Counter(valence for _, valence in one.items)
    codes = tuple(sorted({code for code, _ in one.items}))
    against = {
        r.review
        for r in records
        if r.code in codes and (r.code, r.valence) not in items
    }
    return Pattern(
        id="",
        name=" + ".join(names.get(code, code) for code in codes),
        road=road,
        valence=sides.most_common(1)[0][0],
        factors=codes,
        reviews=one.reviews,
        n_reviews=len(one.reviews),
        spread=round(len(one.reviews) / len(reviews), 3),
        stability=stability,
        explanation_nl=_in_words(inside, records, one, len(reviews), names),
        counter_evidence=tuple(sorted(against)),
        accepted=sum(r.status in _DECIDED for r in inside),
        proposed=sum(r.status not in _DECIDED for r in inside),
        p_value=round(one.p_value, 6),
    )


def _id(items: Iterable[Item], first: Mapping[str, str]) -> str:
    """Return an id that the same combination gets in every run and every year."""
    told = "|".join(sorted(f"{first.get(code, code)}:{side}" for code, side in items))
    return "C" + hashlib.sha256(told.encode()).hexdigest()[:10]


def _in_words(
    inside: Sequence[FactorRecord],
    records: Sequence[FactorRecord],
    one: _Found,
    total: int,
    names: Mapping[str, str],
) -> str:
    """Say what sets the cluster apart: what is commoner in it than elsewhere."""
    told = (
        f"Deze factoren komen samen voor in {len(one.reviews)} van {total} reviews, "
        "vaker dan door toeval te verwachten is. Samenhang: waar de ene wordt genoemd, "
        f"staat in {round(100 * one.cohesion)}% de andere erbij. "
    ) + _tie_in_words(one.tie, names)
    apart = _sets_apart(inside, records)
    if apart:
        listed = ", ".join(names.get(name, name.replace("_", " ")) for name in apart)
        told += f" Kenmerkend is: {listed}."
    return told


def _tie_in_words(tie: _Tie, names: Mapping[str, str]) -> str:
    # A pair whose rarer one is told everywhere is never surer than chance.
    named, other = names.get(tie.one, tie.one), names.get(tie.other, tie.other)
    return (
        f"Naast {named} wordt {other} genoemd in {_share(*tie.beside)} van de keren, "
        f"anders in {_share(*tie.without)}."
    )


def _share(shown: int, total: int) -> str:
    low, high = likely_share(shown, total)
    return (
        f"{round(100 * shown / total)}% (95%-interval "
        f"{round(100 * low)} tot {round(100 * high)}%)"
    )


def _sets_apart(
    inside: Sequence[FactorRecord], records: Sequence[FactorRecord]
) -> list[str]:
    here, anywhere = _features(inside), _features(records)
    lift = {
        name: (n / len(inside)) / (anywhere[name] / len(records))
        for name, n in here.items()
        if n >= _FEWEST_REVIEWS
    }
    ranked = sorted(lift.items(), key=lambda pair: (-pair[1], pair[0]))
    return [name for name, times in ranked if times >= 1.5][:3]


def _features(records: Sequence[FactorRecord]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for one in records:
        counted.update(
            {
                feature
                for feature in (
                    one.moment_type,
                    one.actor_kind,
                    *one.organisations,
                    *one.motifs,
                )
                if feature
            }
        )
    return counted
