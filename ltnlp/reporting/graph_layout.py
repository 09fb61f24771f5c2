"""Where the parties of a graph stand on paper: the same graph, the same picture."""

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
FEW = 9
"""Parties that are placed by their distances; more stand on two rings."""
INNER = 0.5
SWAPS = 12

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
        labels: party → label; what is said between brackets has a line of its own.
        pairs: two kinds and how often they met.
    """
    if not labels:
        return Layout(boxes={}, height=0)
    height = min(260 + 46 * len(labels), 700 + 10 * max(len(labels), 20))
    at = _spread(_points(labels, pairs), height)
    boxes = [_box(kind, labels[kind], at[kind]) for kind in sorted(labels)]
    boxes = _pushed_apart(boxes)
    bottom = max(box.y + box.height / 2 for box in boxes)
    return Layout(
        boxes={box.kind: box for box in boxes},
        height=math.ceil(max(bottom + MARGIN_BOTTOM, 180)),
    )


def _points(labels: Mapping[str, str], pairs: Sequence[tuple[str, str, int]]) -> Points:
    """Place few parties by their distances, many on rings with the busiest inside."""
    # Late: most commands draw nothing, and the library takes long to import.
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(labels))
    for one, other, _ in sorted(pairs):
        if one != other:
            graph.add_edge(one, other)
    if len(graph) < 3:
        return {kind: (float(n), 0.0) for n, kind in enumerate(sorted(labels))}
    if len(graph) <= FEW and nx.is_connected(graph):
        start = nx.circular_layout(graph)
        placed = nx.kamada_kawai_layout(graph, pos=start)
        return {kind: (float(x), float(y)) for kind, (x, y) in placed.items()}
    return _rings(graph)


def _rings(graph: "nx.Graph[str]") -> Points:
    busiest = sorted(graph, key=lambda kind: (-graph.degree[kind], kind))
    inside = sorted(busiest[: max(1, round(len(busiest) / 4))])
    points = _ring(_least_crossing(inside, graph), INNER)
    outside = sorted(set(graph) - set(inside))
    best = _least_crossing(
        sorted(outside, key=lambda kind: (_pull(kind, graph, points), kind)), graph
    )
    turns = range(len(best))
    turned = [_ring(best[turn:] + best[:turn], 1.0) for turn in turns]
    return points | min(turned, key=lambda ring: _length(graph, points | ring))


def _ring(kinds: Sequence[str], radius: float) -> Points:
    """Place kinds on a circle; a single one of the inner ring in the middle."""
    if len(kinds) == 1 and radius < 1:
        return {kinds[0]: (0.0, 0.0)}
    angles = (2 * math.pi * n / len(kinds) - math.pi / 2 for n in range(len(kinds)))
    return {
        kind: (radius * math.cos(angle), radius * math.sin(angle))
        for kind, angle in zip(kinds, angles, strict=True)
    }


def _pull(kind: str, graph: "nx.Graph[str]", points: Points) -> float:
    """Return the direction in which the neighbours on the inner ring lie."""
    near = [points[other] for other in graph[kind] if other in points]
    return math.atan2(sum(y for _, y in near), sum(x for x, _ in near)) if near else 9.0


def _least_crossing(kinds: Sequence[str], graph: "nx.Graph[str]") -> list[str]:
    """Swap neighbours on a ring as long as that shortens the lines between them."""
    order = list(kinds)
    part = graph.subgraph(order)
    shortest = _length(part, _ring(order, 1.0))
    for _ in range(SWAPS):
        improved = False
        for first in range(len(order)):
            for second in range(first + 1, len(order)):
                order[first], order[second] = order[second], order[first]
                length = _length(part, _ring(order, 1.0))
                if length < shortest - 1e-9:
                    shortest, improved = length, True
                else:
                    order[first], order[second] = order[second], order[first]
        if not improved:
            break
    return order


def _length(graph: "nx.Graph[str]", points: Points) -> float:
    return sum(math.dist(points[one], points[other]) for one, other in graph.edges)


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
    words = tuple(
        word
        for line in label.replace(" (", "\n(").splitlines()
        for word in textwrap.wrap(line, WRAP_AT, break_long_words=False)
    ) or (label,)
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
