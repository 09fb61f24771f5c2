"""Interactions → which organisation stands between the others."""

from collections.abc import Mapping, Sequence

from ltnlp.domain.interactions import Interaction
from ltnlp.domain.mentions import FAMILY
from ltnlp.stages.graph import acts_of, happened

Links = Mapping[str, frozenset[str]]
"""Each organisation with those that it had to do with, in either direction."""


def links_between_organisations(interactions: Sequence[Interaction]) -> Links:
    """Return who had to do with whom, of what happened, without the family."""
    found: dict[str, set[str]] = {}
    for act in acts_of(interactions):
        pair = {act.giver or "", act.receiver or ""}
        if happened(act) and len(pair) == 2 and not pair & FAMILY:
            for one in pair:
                found.setdefault(one, set()).update(pair - {one})
    return {kind: frozenset(found[kind]) for kind in sorted(found)}


def most_between(links: Links) -> str | None:
    """Return the organisation on most of the shortest ways between others, if any is."""
    # Late: networkx takes half a second to load, and most commands never need it.
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((kind, other) for kind in links for other in links[kind])
    middle = nx.betweenness_centrality(graph)
    best = max(
        sorted(middle), key=lambda kind: (middle[kind], len(links[kind])), default=None
    )
    return best if best is not None and middle[best] > 0 else None


def cut_off_without(links: Links, kind: str) -> tuple[str, ...]:
    """Return who have no line with the rest of the organisations without one of them.

    The rest is the largest group that is left, of those that `kind` had to do with
    directly or through others.
    """
    groups: list[set[str]] = []
    for first in sorted(links[kind]):
        if not any(first in group for group in groups):
            groups.append(_reached(links, first, without=kind))
    largest = max(groups, key=len)
    return tuple(sorted(k for group in groups if group is not largest for k in group))


def _reached(links: Links, first: str, *, without: str) -> set[str]:
    reached, ahead = {first}, [first]
    while ahead:
        for other in links[ahead.pop()]:
            if other != without and other not in reached:
                reached.add(other)
                ahead.append(other)
    return reached
