"""The interaction graph as a drawing: boxes, curved arrows and labels that fit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ltnlp.reporting.graph_layout import LETTER, WIDTH, Box, Layout, lay_out
from ltnlp.reporting.graph_lines import COLOURS, MIXED, Line, lines
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.pages import fill

BULGE = 30
STEP = 30
TRIES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72)
MANY_LINES = 24
"""From so many lines on, only what happened more than once is written at its line."""
SMALL_LETTER = LETTER * 0.84
LABEL_HEIGHT = 15

ARROWS = (*((str(f), colour) for f, colour in COLOURS.items()), ("gemengd", MIXED))

Point = tuple[float, float]
Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line as it is drawn; `label_at` is None where no free place was found."""

    line: Line
    path: str
    colour: str
    width: float
    middle: Point
    label_at: Point | None
    in_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything on the paper, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def draw(report: ReportInput) -> Drawing:
    """Lay the graph of a report out; the same report gives the same drawing."""
    drawn = lines(report)
    kinds = {line.giver for line in drawn} | {line.receiver for line in drawn}
    kinds |= {party.kind for party in report.picture.nodes}
    layout = lay_out(
        {kind: report.kind_label(kind) for kind in kinds},
        [(line.giver, line.receiver, line.times) for line in drawn],
    )
    return Drawing(
        width=WIDTH,
        height=layout.height,
        boxes=tuple(layout.boxes[kind] for kind in sorted(layout.boxes)),
        curves=_curves(drawn, layout, report),
    )


def svg(
    drawing: Drawing, *, alone: bool = False, linked: bool = False, mark: str = ""
) -> Markup:
    """Return the drawing as SVG.

    Args:
        drawing: of one graph.
        alone: for a file of its own.
        linked: each line leads to the place with its name on the page ("#lijn-0"),
            where no script shows what it stands for.
        mark: ends the ids in it, where a page has several drawings.
    """
    filled = fill(
        "graph.svg",
        drawing=drawing,
        alone=alone,
        linked=linked,
        arrows=ARROWS,
        mark=mark,
    )
    return Markup(filled)  # escaped by fill


def _curves(
    drawn: Sequence[Line], layout: Layout, report: ReportInput
) -> tuple[Curve, ...]:
    taken: list[Area] = [_area(box) for box in layout.boxes.values()]
    seen: dict[tuple[str, str], int] = {}
    curves: list[Curve] = []
    for line in drawn:
        pair = (line.giver, line.receiver)
        nth = seen[pair] = seen.get(pair, -1) + 1
        one, other = layout.boxes[line.giver], layout.boxes[line.receiver]
        points = _loop(one, nth) if one is other else _arc(one, other, nth)
        written = line.times > 1 or len(drawn) < MANY_LINES
        label_at = _free_place(line.label, points, taken) if written else None
        curves.append(_curve(line, points, label_at, report))
    return tuple(curves)


def _curve(
    line: Line,
    points: tuple[Point, Point, Point],
    label_at: Point | None,
    report: ReportInput,
) -> Curve:
    start, bend, end = points
    not_realised = "" if line.happened else ", niet gebeurd of alleen voorgenomen"
    return Curve(
        line=line,
        path="M{:.1f} {:.1f} Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*start, *bend, *end),
        colour=line.colour,
        width=round(1.3 + 0.9 * math.log2(line.times), 1),
        middle=_on_curve(points, 0.5),
        label_at=label_at,
        in_words=(
            f"{report.kind_label(line.giver)} naar {report.kind_label(line.receiver)}: "
            f"{line.in_words}{not_realised}"
        ),
    )


def _arc(one: Box, other: Box, nth: int) -> tuple[Point, Point, Point]:
    """Bend to the right of the direction, so that there and back lie apart."""
    dx, dy = other.x - one.x, other.y - one.y
    length = math.hypot(dx, dy) or 1.0
    bulge = min(BULGE + STEP * nth, length * 0.9)
    bend = (
        (one.x + other.x) / 2 - dy / length * bulge,
        (one.y + other.y) / 2 + dx / length * bulge,
    )
    return (
        one.border_towards(*bend, apart=1),
        bend,
        other.border_towards(*bend, apart=7),
    )


def _loop(box: Box, nth: int) -> tuple[Point, Point, Point]:
    top = box.y - box.height / 2
    return (
        (box.x - 26, top - 1),
        (box.x, top - 54 - 20 * nth),
        (box.x + 26, top - 7),
    )


def _on_curve(points: tuple[Point, Point, Point], t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy) = points
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return round(a * ax + b * bx + c * cx, 1), round(a * ay + b * by + c * cy, 1)


def _free_place(
    label: str, points: tuple[Point, Point, Point], taken: list[Area]
) -> Point | None:
    half = len(label) * SMALL_LETTER / 2
    for t in TRIES:
        x, y = _on_curve(points, t)
        area = (x - half, y - LABEL_HEIGHT / 2, x + half, y + LABEL_HEIGHT / 2)
        on_paper = area[0] >= 0 and area[2] <= WIDTH and area[1] >= 0
        if on_paper and not any(_touch(area, other) for other in taken):
            taken.append(area)
            return x, y
    return None


def _area(box: Box) -> Area:
    half_x, half_y = box.width / 2, box.height / 2
    return box.x - half_x, box.y - half_y, box.x + half_x, box.y + half_y


def _touch(one: Area, other: Area) -> bool:
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3]
        and other[1] < one[3]
    )
