"""Where the parties of a graph stand on paper: the same graph, the same picture."""

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

WIDTH = 1080
MARGIN_X = 120
MARGIN_TOP = 64
MARGIN_BOTTOM = 44
LETTER = 7.4
LINE_HEIGHT = 17
WRAP_AT = 20
GAP_X = 34
GAP_Y = 26
ROUNDS = 120

Points = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A party on paper: its centre, size and the lines of its label, in pixels."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[str, ...]

    def border_towards(
        self, x: float, y: float, *, apart: float = 0
    ) -> tuple[float, float]:
        """Return where a line from the centre to a point leaves the box."""
        dx, dy = x - self.x, y - self.y
        if not dx and not dy:
            return self.x, self.y
        half_x, half_y = self.width / 2 + apart, self.height / 2 + apart
        scale = min(
            half_x / abs(dx) if dx else math.inf, half_y / abs(dy) if dy else math.inf
        )
        return self.x + dx * scale, self.y + dy * scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All boxes, and how high the paper must be."""

    boxes: Mapping[str, Box]
    height: int


def lay_out(labels: Mapping[str, str], pairs: Sequence[tuple[str, str, int]]) -> Layout:
    """Place parties so that those with much between them stand together.

    Args:
        labels: kind → label, of every party.
        pairs: two kinds and how often they met.
    """
    if not labels:
        return Layout(boxes={}, height=0)
    height = min(260 + 46 * len(labels), 860)
    at = _spread(_points(labels, pairs), height)
    boxes = [_box(kind, labels[kind], at[kind]) for kind in sorted(labels)]
    boxes = _pushed_apart(boxes)
    bottom = max(box.y + box.height / 2 for box in boxes)
    return Layout(
        boxes={box.kind: box for box in boxes},
        height=math.ceil(max(bottom + MARGIN_BOTTOM, 180)),
    )


def _points(labels: Mapping[str, str], pairs: Sequence[tuple[str, str, int]]) -> Points:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(labels))
    for one, other, times in sorted(pairs):
        if one != other:
            graph.add_edge(one, other, weight=1 + 1 / times)
    _tie_together(graph)
    start = nx.circular_layout(graph)
    if len(graph) < 3:
        return {kind: (float(x), float(y)) for kind, (x, y) in start.items()}
    placed = nx.kamada_kawai_layout(graph, pos=start, weight="weight")
    return {kind: (float(x), float(y)) for kind, (x, y) in placed.items()}


def _tie_together(graph: "nx.Graph[str]") -> None:
    """Keep parts without connection on the same paper, at some distance."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=len)
    for part in parts[:-1]:
        graph.add_edge(part[0], parts[-1][0], weight=2.4)


def _spread(points: Points, height: int) -> Points:
    xs = [x for x, _ in points.values()]
    ys = [y for _, y in points.values()]

    def scaled(value: float, values: list[float], low: float, high: float) -> float:
        width = max(values) - min(values)
        if width < 1e-6:
            return (low + high) / 2
        return low + (value - min(values)) / width * (high - low)

    return {
        kind: (
            scaled(x, xs, MARGIN_X, WIDTH - MARGIN_X),
            scaled(y, ys, MARGIN_TOP, height - MARGIN_BOTTOM),
        )
        for kind, (x, y) in points.items()
    }


def _box(kind: str, label: str, at: tuple[float, float]) -> Box:
    words = tuple(textwrap.wrap(label, WRAP_AT)) or (label,)
    return Box(
        kind=kind,
        x=at[0],
        y=at[1],
        width=max(len(word) for word in words) * LETTER + 28,
        height=len(words) * LINE_HEIGHT + 18,
        words=words,
    )


def _pushed_apart(boxes: list[Box]) -> list[Box]:
    """Move boxes that touch a little away from each other, until none does."""
    for _ in range(ROUNDS):
        moved = False
        for first in range(len(boxes)):
            for second in range(first + 1, len(boxes)):
                push = _push(boxes[first], boxes[second])
                if push:
                    moved = True
                    boxes[first] = _inside(boxes[first], -push[0], -push[1])
                    boxes[second] = _inside(boxes[second], push[0], push[1])
        if not moved:
            break
    return [replace(box, x=round(box.x, 1), y=round(box.y, 1)) for box in boxes]


def _push(one: Box, other: Box) -> tuple[float, float] | None:
    over_x = (one.width + other.width) / 2 + GAP_X - abs(one.x - other.x)
    over_y = (one.height + other.height) / 2 + GAP_Y - abs(one.y - other.y)
    if over_x <= 0 or over_y <= 0:
        return None
    if over_y <= over_x:
        return 0.0, math.copysign(over_y / 2 + 0.5, other.y - one.y)
    return math.copysign(over_x / 2 + 0.5, other.x - one.x), 0.0


def _inside(box: Box, dx: float, dy: float) -> Box:
    half = box.width / 2 + 8
    x = min(max(box.x + dx, half), WIDTH - half)
    return replace(box, x=x, y=max(box.y + dy, MARGIN_TOP))
