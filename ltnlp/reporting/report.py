"""One review as one page that opens without a network and without a server."""

import datetime as dt
import re
from typing import Any

from ltnlp.domain.interactions import Interaction
from ltnlp.domain.months import day_in_words
from ltnlp.reporting import sections
from ltnlp.reporting.chapters import Chapter, divide
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.event_rows import (
    Json,
    day_number,
    days,
    event_rows,
    knowledge_rows,
)
from ltnlp.reporting.excerpts import Excerpts, cite
from ltnlp.reporting.graph_lines import COLOURS, FAMILY_MEANS, FAMILY_OF, MIXED
from ltnlp.reporting.graph_names import ends, per_name
from ltnlp.reporting.graph_picture import Drawing, draw, svg
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.lanes import lanes
from ltnlp.reporting.pages import embedded, fill
from ltnlp.reporting.words_nl import REALISED, STATUS

SCRIPTS = (
    "base.js",
    "dialog.js",
    "timeline_shapes.js",
    "timeline.js",
    "chapters.js",
    "graph.js",
    "knowledge.js",
    "start.js",
)


def render_report(report: ReportInput, *, today: dt.date) -> str:
    """Return the report of one review as one self-contained HTML page.

    The same input gives the same page. `today` is the date it carries.
    """
    chapters = divide(report.timeline, report.shown_events())
    excerpts = cite(report)
    rows = event_rows(report, chapters, excerpts)
    at = {row["id"]: number for number, row in enumerate(rows)}
    finder = sections.Finder(report=report, event_at=at, excerpts=excerpts)
    drawings = _drawings(report)
    chosen = sections.moments(finder, report.chosen_moments())
    proposed = sections.moments(finder, report.proposed_moments())
    return fill(
        "report.html",
        scripts=SCRIPTS,
        review=report.review,
        period=_period(report),
        made=day_in_words(today),
        figures=_figures(report, rows),
        explanations=report.explanations,
        families=[(f, COLOURS[f], FAMILY_MEANS[f]) for f in COLOURS],
        mixed=MIXED,
        graphs=[svg(one, mark=str(at)) for at, one in enumerate(drawings)],
        conflicts=sections.conflicts(finder),
        contradictions=sections.contradictions(finder),
        gaps=sections.gaps(finder),
        levels=sections.levels(finder),
        chosen=chosen,
        moments=proposed,
        meeting=report.meeting,
        remarks=sections.remarks(finder),
        changes=sections.changes(finder),
        doubts=sections.doubts(finder),
        documents=excerpts.documents,
        payload=embedded(
            _payload(
                report,
                chapters=chapters,
                rows=rows,
                excerpts=excerpts,
                finder=finder,
                drawings=drawings,
            )
            | {
                "moments": [moment["event"] for moment in proposed],
                "chosen": [moment["event"] for moment in chosen],
            }
        ),
    )


def _drawings(report: ReportInput) -> tuple[Drawing, ...]:
    """Return the graph between kinds, and between who is named where anybody is."""
    named = any(name for act in report.graph.interactions for _, name in ends(act))
    drawn = (report, per_name(report)) if named else (report,)
    return tuple(one for one in map(draw, drawn) if one.boxes)


def _period(report: ReportInput) -> str:
    period = report.review.period
    return bounds_in_words(period) if period.known else ""


def _figures(report: ReportInput, rows: list[Json]) -> list[tuple[int, str, str]]:
    tellings = sum(len(row["accounts"]) for row in rows)
    differing = sum(bool(row["conflicts"]) for row in rows)
    acts = {i for edge in report.picture.edges for i in edge.interactions}
    return [
        (len(report.documents), "bron", "bronnen"),
        (len(rows), "gebeurtenis", "gebeurtenissen"),
        (tellings, "lezing", "lezingen"),
        (differing, "met verschil", "met verschillen"),
        (len(acts), "verband", "verbanden"),
        (len(report.shown_factors()), "factor", "factoren"),
    ]


def _payload(
    report: ReportInput,
    *,
    chapters: tuple[Chapter, ...],
    rows: list[Json],
    excerpts: Excerpts,
    finder: sections.Finder,
    drawings: tuple[Drawing, ...],
) -> dict[str, Any]:
    acts = report.graph.interactions
    number_of = {act.id: number for number, act in enumerate(acts)}
    return {
        "period": [
            day_number(report.review.period.earliest),
            day_number(report.review.period.latest),
        ],
        "chapters": [chapter.title for chapter in chapters],
        "events": rows,
        "documents": excerpts.documents,
        "passages": excerpts.passages,
        "lanes": lanes(report, rows),
        "labels": {**per_name(report).labels, **_labels(report, rows)},
        "realised": {str(key): word for key, word in REALISED.items()},
        "status": {str(key): word for key, word in STATUS.items()},
        "knowledge": knowledge_rows(report, dict(finder.event_at), excerpts),
        "acts": [_act(act, finder) for act in acts],
        "lines": [
            [[number_of[i] for i in curve.line.interactions] for curve in one.curves]
            for one in drawings
        ],
    }


def _labels(report: ReportInput, rows: list[Json]) -> dict[str, str]:
    kinds = {kind for row in rows for kind in row["orgs"]}
    kinds |= {account["org"] for row in rows for account in row["accounts"]}
    kinds |= {kind for act in report.graph.interactions for kind, _ in ends(act)}
    return {kind: report.kind_label(kind) for kind in kinds if kind}


def _act(act: Interaction, finder: sections.Finder) -> Json:
    passage = act.passages[0] if act.passages else ""
    span = finder.excerpts.place_of.get(passage, -1)
    return {
        "from": act.giver or "",
        "to": act.receiver or "",
        "named": [name for _, name in ends(act)],
        "class": str(act.interaction_class),
        "type": re.sub(r"_+", " ", act.type),
        "family": str(FAMILY_OF[act.interaction_class]),
        "realised": str(act.realised),
        "expected": act.expected,
        "date": told_in_words(act.date),
        "days": days(act.date.bounds) if act.date else [None, None],
        "flow": act.flow,
        "event": finder.at(act.event),
        "passage": span,
    }
