"""The lanes of the timeline picture: one per kind of organisation, coloured by sector."""

from typing import Any

from ltnlp.reporting.event_rows import Json
from ltnlp.reporting.inputs import ReportInput

PALETTE = (
    "#2f6690",
    "#7a5c99",
    "#3f7d5a",
    "#a4683a",
    "#3d7f86",
    "#8f6b1f",
    "#a05a70",
    "#566b8c",
    "#6f7f3c",
    "#6d5f57",
)
NOBODY = ""
"""The lane of events in which no organisation is named."""


def lanes(report: ReportInput, rows: list[Json]) -> list[dict[str, Any]]:
    """Return the lanes in order of first appearance, one sector's together."""
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for number, row in enumerate(rows):
        for kind in row["orgs"] or [NOBODY]:
            first.setdefault(kind, number)
            counts[kind] = counts.get(kind, 0) + 1
    sectors: dict[str, int] = {}
    for kind in sorted(first, key=first.__getitem__):
        sectors.setdefault(_sector(kind, report), len(sectors))
    ordered = sorted(
        first, key=lambda k: (k == NOBODY, sectors[_sector(k, report)], first[k])
    )
    return [
        {
            "kind": kind,
            "label": report.kind_label(kind) if kind else "Geen organisatie genoemd",
            "colour": PALETTE[sectors[_sector(kind, report)] % len(PALETTE)]
            if kind
            else "#777268",
            "count": counts[kind],
        }
        for kind in ordered
    ]


def _sector(kind: str, report: ReportInput) -> str:
    known = report.taxonomy.get(kind)
    return known.sector if known else kind
