"""The interaction graph for other programs: with time, and as a drawing."""

import datetime as dt
import re
from typing import TYPE_CHECKING

from ltnlp.domain.events import Status
from ltnlp.domain.interactions import Interaction
from ltnlp.reporting.graph_names import ends
from ltnlp.reporting.graph_picture import draw, svg
from ltnlp.reporting.inputs import ReportInput

if TYPE_CHECKING:
    import networkx as nx

_MADE = re.compile(r'lastmodifieddate="[^"]*"')
_NAME = re.compile(r'(<graph [^>]*?) name="[^"]*"')
"""The library names the graph, which the schema of GEXF 1.2 does not know."""


def render_gexf(report: ReportInput, *, today: dt.date) -> bytes:
    """Return the graph as GEXF; each edge lives from its first to its last day."""
    # Late: most commands draw nothing, and the library takes long to import.
    import networkx as nx

    lines = nx.generate_gexf(_network(report), version="1.2draft")
    text = _MADE.sub(f'lastmodifieddate="{today.isoformat()}"', "\n".join(lines))
    text = _NAME.sub(r"\1", text, count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def render_graphml(report: ReportInput) -> bytes:
    """Return the graph as GraphML, first and last day as attributes of its edges."""
    import networkx as nx

    text = "\n".join(nx.generate_graphml(_network(report)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def render_svg(report: ReportInput) -> bytes:
    """Return the drawing of the graph as a file of its own."""
    return str(svg(draw(report), alone=True)).encode()


def _network(report: ReportInput) -> "nx.MultiDiGraph[str]":
    """Return kinds, and who of a kind the words name, with an edge for each act.

    An edge runs between who is named; each node tells its kind, so that grouping by it
    gives the graph of kinds.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn = {i for edge in report.picture.edges for i in edge.interactions}
    for party in sorted(report.picture.nodes, key=lambda one: one.kind):
        graph.add_node(
            party.kind,
            label=report.kind_label(party.kind),
            kind=party.kind,
            given=party.given,
            received=party.received,
            in_the_middle=party.in_the_middle,
            never_answered=party.never_answered,
            reciprocity=party.reciprocity,
        )
    for act in report.graph.interactions:
        if act.id in drawn and act.giver and act.receiver:
            for kind, named in ends(act):
                if named:
                    graph.add_node(named, label=named, kind=kind)
            giver, receiver = (named or kind for kind, named in ends(act))
            graph.add_edge(giver, receiver, key=act.id, **_edge(act))
    return graph


def _edge(act: Interaction) -> dict[str, str | bool | float]:
    found: dict[str, str | bool | float] = {
        "class": str(act.interaction_class),
        "fine_type": act.type,
        "realised": str(act.realised),
        "expected": act.expected,
        "event": act.event,
        "order_certain": act.order_certain,
        "by_person": act.status is Status.CONFIRMED,
        "score": act.score,
    }
    bounds = act.date.bounds if act.date else None
    if bounds and bounds.earliest:
        found["start"] = bounds.earliest.isoformat()
    if bounds and bounds.latest:
        found["end"] = bounds.latest.isoformat()
    return found
