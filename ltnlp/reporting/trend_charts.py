"""Charts of the trends, as SVG and PNG: bars with their number, lines with their gaps."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ltnlp.reporting.canvas import use_no_folder_of_the_user
from ltnlp.reporting.trend_inputs import Row, TrendInput

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HAMPERING, SUPPORTING = "belemmerend", "ondersteunend"
SIGNS = {HAMPERING: "–", SUPPORTING: "+"}
"""What stands before a factor that helps or hinders, where there is no room for more."""
COLOURS = {HAMPERING: "#7d5a86", SUPPORTING: "#3f7d5a"}
DEEP, SOFT, RULE = "#1f4f57", "#5f5f5a", "#ddd7ca"
LINES = ("#1f4f57", "#7d5a86", "#9a6a00", "#3f7d5a", "#b0563f", "#5b6fa8")
MARKS = ("o", "s", "^", "D", "v", "P")
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.edgecolor": RULE,
    "svg.hashsalt": "ltnlp",
    "svg.fonttype": "path",
}
WIDTH = 8.6
SIMULATED_NL = "NAGEMAAKTE GEGEVENS"
LONGEST = 52


def render_charts(trends: TrendInput, kind: str) -> dict[str, bytes]:
    """Return the charts that have something to show, by name.

    Args:
        trends: the answers to draw.
        kind: "svg" or "png".
    """
    drawn = {name: draw(trends) for name, draw in CHARTS.items()}
    return {name: figure(kind) for name, figure in drawn.items() if figure}


Save = Callable[[str], bytes]


def _bars(
    rows: Sequence[Row], label: str, colour: str, trends: TrendInput
) -> Save | None:
    """Draw a bar for each row, with the number and what it is a part of."""
    if not rows:
        return None

    def draw(axes: "Axes") -> None:
        places = range(len(rows))[::-1]
        shares = [100 * row["reviews"] / row["van"] for row in rows]
        axes.barh(places, shares, color=colour, height=0.62)
        axes.set_yticks(places, [_short(str(row[label])) for row in rows])
        for place, share, row in zip(places, shares, rows, strict=True):
            axes.text(
                share + 1,
                place,
                f"{row['reviews']} van {row['van']}",
                va="center",
                color=SOFT,
                fontsize=9,
            )
        _percent(axes, "x", max(shares))

    return _figure(draw, 0.9 + 0.36 * len(rows), trends)


def _levels(trends: TrendInput) -> Save | None:
    found: Mapping[str, Sequence[tuple[int, int | None]]] = trends.levels(HAMPERING)
    years = sorted({year for points in found.values() for year, _ in points})
    if len(years) < 2:
        return None

    def draw(axes: "Axes") -> None:
        for (name, points), colour, mark in zip(
            found.items(), LINES, MARKS, strict=False
        ):
            told = dict(points)
            shares = [told.get(year) for year in years]
            # A withheld number is a gap in the line, never a zero.
            axes.plot(
                years,
                [float("nan") if share is None else share for share in shares],
                color=colour,
                marker=mark,
                label=name,
            )
        axes.set_xticks(years)
        _percent(axes, "y", 99)
        axes.legend(
            frameon=False, ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.1)
        )

    return _figure(draw, 4.2, trends)


def _shifts(trends: TrendInput) -> Save | None:
    rows = trends.shifts()
    if not rows:
        return None

    def draw(axes: "Axes") -> None:
        places = range(len(rows))[::-1]
        for place, row in zip(places, rows, strict=True):
            colour = COLOURS[row["werking"]]
            span = (row["eerder_percent"], row["percent"])
            axes.plot(span, (place, place), color=RULE, linewidth=3, zorder=1)
            axes.scatter(
                span[0], place, facecolor="white", edgecolor=colour, s=60, zorder=2
            )
            axes.scatter(span[1], place, color=colour, s=60, zorder=2)
        labels = [_short(f"{SIGNS[row['werking']]} {row['naam']}") for row in rows]
        axes.set_yticks(places, labels)
        _percent(axes, "x", 95)
        axes.set_title(
            f"open: eerder · dicht: {trends.year} · – belemmert · + steunt",
            fontsize=9,
            color=SOFT,
            loc="left",
        )

    return _figure(draw, 1.3 + 0.36 * len(rows), trends)


CHARTS: dict[str, Callable[[TrendInput], Save | None]] = {
    "belemmerend": lambda t: _bars(t.factors(HAMPERING), "naam", COLOURS[HAMPERING], t),
    "ondersteunend": lambda t: _bars(
        t.factors(SUPPORTING), "naam", COLOURS[SUPPORTING], t
    ),
    "niveaus": _levels,
    "patronen": lambda t: _bars(t.patterns(), "naam", DEEP, t),
    "niet_gebeurd": lambda t: _bars(t.not_done(), "soort", "#9a6a00", t),
    "verschuivingen": _shifts,
}


def _figure(draw: Callable[["Axes"], None], height: float, trends: TrendInput) -> Save:
    use_no_folder_of_the_user()
    # Late: to load it takes a second that no other command should wait for.
    import matplotlib
    from matplotlib.figure import Figure

    def save(kind: str) -> bytes:
        with matplotlib.rc_context(STYLE):
            figure: Figure = Figure(figsize=(WIDTH, height), layout="constrained")
            axes = figure.add_subplot()
            for side in ("top", "right", "left"):
                axes.spines[side].set_visible(False)
            axes.tick_params(length=0)
            draw(axes)
            if trends.about["nagemaakt"]:
                axes.set_title(SIMULATED_NL, loc="right", color="#b0563f", fontsize=8)
            out = io.BytesIO()
            metadata = {"Date": None} if kind == "svg" else {"Software": None}
            figure.savefig(out, format=kind, dpi=160, metadata=metadata)
        return out.getvalue()

    return save


def _percent(axes: "Axes", side: str, most: float) -> None:
    edge = min(118.0, most * 1.18 + 4)
    if side == "x":
        axes.set_xlim(0, edge)
        axes.set_xticks([t for t in range(0, 101, 20) if t < edge])
        axes.xaxis.set_major_formatter("{x:.0f}%")
        axes.grid(axis="x", color=RULE, linewidth=0.6)
    else:
        axes.set_ylim(0, 102)
        axes.yaxis.set_major_formatter("{x:.0f}%")
        axes.grid(axis="y", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
