"""The drawing of the interaction graph as a picture of pixels."""

import io
from typing import TYPE_CHECKING

from ltnlp.reporting.canvas import use_no_folder_of_the_user
from ltnlp.reporting.graph_layout import Box
from ltnlp.reporting.graph_picture import Curve, Drawing, draw
from ltnlp.reporting.inputs import ReportInput

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PIXELS_AN_INCH = 100
SHARPNESS = 2
INK, RULE, PAPER = "#23262b", "#8b8577", "#ffffff"
POINTS = 72 / PIXELS_AN_INCH
FONT = "DejaVu Sans"
_NOTHING_NL = "Er zijn geen verbanden gevonden."


def render_png(report: ReportInput) -> bytes:
    """Return the graph as PNG, the same drawing as the SVG at twice its size."""
    use_no_folder_of_the_user()
    # Late: drawing is rarely asked for, and its library is slow to load.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    drawing = draw(report)
    width, height = drawing.width, max(drawing.height, PIXELS_AN_INCH)
    figure = Figure(figsize=(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    _draw(axes, drawing)
    out = io.BytesIO()
    figure.savefig(
        out,
        format="png",
        dpi=PIXELS_AN_INCH * SHARPNESS,
        facecolor=PAPER,
        metadata={"Software": None},
    )
    return out.getvalue()


def _draw(axes: "Axes", drawing: Drawing) -> None:
    if not drawing.boxes:
        axes.text(20, 40, _NOTHING_NL, fontsize=13.5 * POINTS, family=FONT, color=INK)
    for curve in drawing.curves:
        _arrow(axes, curve)
    for curve in drawing.curves:
        if curve.label_at:
            _label(axes, curve, *curve.label_at)
    for box in drawing.boxes:
        _box(axes, box)


def _arrow(axes: "Axes", curve: Curve) -> None:
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    numbers = [float(n) for n in curve.path.replace("M", "").replace("Q", "").split()]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    happened = curve.line.happened
    axes.add_patch(
        FancyArrowPatch(
            path=Path(points, [Path.MOVETO, Path.CURVE3, Path.CURVE3]),
            arrowstyle="-|>,head_length=5,head_width=2.6",
            linewidth=curve.width * POINTS,
            linestyle="-" if happened else (0, (2, 4)),
            color=curve.colour,
            mutation_scale=1,
            shrinkA=0,
            shrinkB=0,
        )
    )


def _label(axes: "Axes", curve: Curve, x: float, y: float) -> None:
    from matplotlib.patheffects import withStroke

    axes.text(
        x,
        y,
        curve.line.label,
        ha="center",
        va="center",
        fontsize=12 * POINTS,
        family=FONT,
        color=curve.colour,
        path_effects=[withStroke(linewidth=3, foreground=PAPER)],
    )


def _box(axes: "Axes", box: Box) -> None:
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (box.x - box.width / 2, box.y - box.height / 2),
            box.width,
            box.height,
            boxstyle="round,pad=0,rounding_size=9",
            facecolor=PAPER,
            edgecolor=RULE,
            linewidth=1.2 * POINTS,
            zorder=3,
        )
    )
    axes.text(
        box.x,
        box.y,
        "\n".join(box.words),
        ha="center",
        va="center",
        fontsize=12.5 * POINTS,
        family=FONT,
        color=INK,
        linespacing=1.25,
        zorder=4,
    )
