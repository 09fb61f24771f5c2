"""How predictions are paired with labels, and counted."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from benchmarks.corpus.places import Row

SHARED = 0.3
"""The share of the shorter span that two places must have in common."""

Fit = tuple[float, ...] | None
Figures = dict[str, float | int]


def share(part: float, whole: float) -> float:
    """Return part of whole; all of nothing is 1, some of nothing 0."""
    if whole:
        return part / whole
    return 0.0 if part else 1.0


def rates(right: int, predicted: int, labelled: int) -> Figures:
    """Return precision, recall and their harmonic mean; nothing of nothing is 1."""
    if not predicted and not labelled:
        return {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 0}
    precision = right / predicted if predicted else 0.0
    recall = right / labelled if labelled else 0.0
    return _with_mean(precision, recall, labelled)


def _with_mean(precision: float, recall: float, count: int) -> Figures:
    both = precision + recall
    mean = 2 * precision * recall / both if both else 0.0
    return {"p": precision, "r": recall, "f1": mean, "n": count}


def common(a: Row, b: Row) -> int:
    """Return how many code points two places share."""
    if a["doc"] != b["doc"]:
        return 0
    return int(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])))


def overlap(a: Row, b: Row) -> float:
    """Return what two places share, as a part of the shorter."""
    shorter: int = min(a["end"] - a["start"], b["end"] - b["start"])
    return common(a, b) / max(1, shorter)


def likeness(a: Row, b: Row) -> float:
    """Return what two places share, as a part of what they cover together."""
    together: int = a["end"] - a["start"] + b["end"] - b["start"] - common(a, b)
    return common(a, b) / max(1, together)


def pair(
    gold: Sequence[Row], found: Sequence[Row], fit: Callable[[Row, Row], Fit]
) -> dict[int, int]:
    """Pair one to one, the best fit first; where `fit` is None they do not pair."""
    fits = [
        (tuple(-part for part in score), i, j)
        for i, label in enumerate(gold)
        for j, row in enumerate(found)
        if (score := fit(label, row)) is not None and any(score[:1])
    ]
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits):
        if i not in of_gold and j not in taken:
            of_gold[i] = j
            taken.add(j)
    return of_gold


def b_cubed(gold: Mapping[int, Hashable], found: Mapping[int, Hashable]) -> Figures:
    """Compare two groupings of the same items.

    An item that was not found stands alone and earns no recall.
    """
    if not gold:
        return {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 0}
    labelled = _groups(gold)
    grouped = _groups({i: (True, found[i]) if i in found else (False, i) for i in gold})
    precision = recall = 0.0
    for item in gold:
        mine = grouped[item]
        both = len(labelled[item] & mine)
        precision += both / len(mine)
        recall += both / len(labelled[item]) if item in found else 0.0
    return _with_mean(precision / len(gold), recall / len(gold), len(gold))


def _groups(of: Mapping[int, Hashable]) -> dict[int, set[int]]:
    members: dict[Hashable, set[int]] = defaultdict(set)
    for item, group in of.items():
        members[group].add(item)
    return {item: members[group] for item, group in of.items()}


def bounds(row: Row) -> tuple[dt.date, dt.date]:
    """Return first and last day of a row; an open side reaches to the end of time."""
    first, last = row.get("earliest"), row.get("latest")
    return (
        dt.date.fromisoformat(first) if first else dt.date.min,
        dt.date.fromisoformat(last) if last else dt.date.max,
    )


def meet(a: Row, b: Row) -> bool:
    """Tell whether a day lies within both."""
    (first, last), (other_first, other_last) = bounds(a), bounds(b)
    return first <= other_last and other_first <= last


def same_days(a: Row, b: Row) -> float:
    """Return the days that both allow, as a part of those that either allows."""
    ends = ("earliest", "latest")
    if not all(row.get(end) for row in (a, b) for end in ends):
        return float(all(a.get(end) == b.get(end) for end in ends))
    (first, last), (other_first, other_last) = bounds(a), bounds(b)
    both = max(0, (min(last, other_last) - max(first, other_first)).days + 1)
    either = (last - first).days + (other_last - other_first).days + 2 - both
    return both / either


def spelled(edtf: str | None) -> str:
    """Return an EDTF string with the members of a set in one order."""
    text = (edtf or "").replace(" ", "")
    if text[:1] in {"[", "{"}:
        return text[0] + ",".join(sorted(text[1:-1].split(","))) + text[-1]
    return text
