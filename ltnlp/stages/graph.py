"""Interactions → what they mean as a graph: order, parties, edges, slices of time."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

import networkx as nx

from ltnlp.domain.dates import Bounds
from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import (
    GraphEdge,
    GraphPicture,
    Interaction,
    InteractionClass,
    Party,
)
from ltnlp.domain.timeline import IntegratedTimeline

_ASKING = frozenset(
    {
        InteractionClass.REPORT,
        InteractionClass.INFORMATION_REQUEST,
        InteractionClass.ADVICE,
        InteractionClass.APPLICATION,
        InteractionClass.REFERRAL,
        InteractionClass.ESCALATION,
    }
)


def with_order(
    interactions: Iterable[Interaction], timeline: IntegratedTimeline
) -> tuple[Interaction, ...]:
    """Return the interactions in order, each told whether its place is sure.

    A place is sure when no interaction of another event can lie on the same day.
    """
    places = {place.event: place for place in timeline.placed}

    def key(one: Interaction) -> tuple[int, dt.date, str, int, str]:
        place = places.get(one.event)
        first = _bounds(one).earliest or dt.date.max
        order = place.order if place else len(places)
        return (order, first, one.document, one.source.start, one.id)

    ordered = sorted(interactions, key=key)
    stretches = {(one.event, _bounds(one)) for one in ordered if _bounds(one).known}
    sure = {stretch: _is_sure(*stretch, stretches) for stretch in stretches}
    return tuple(
        replace(one, order_certain=sure.get((one.event, _bounds(one)), False))
        for one in ordered
    )


def _is_sure(event: str, mine: Bounds, stretches: Iterable[tuple[str, Bounds]]) -> bool:
    if mine.earliest is None or mine.latest is None:
        return False
    return not any(other != event and theirs.meets(mine) for other, theirs in stretches)


def _bounds(one: Interaction) -> Bounds:
    return one.date.bounds if one.date else Bounds(earliest=None, latest=None)


def measure(interactions: Sequence[Interaction]) -> tuple[Party, ...]:
    """Return the parties, the one most in the middle first.

    Several tellings of one act count once.
    """
    acts = _acts(interactions)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(kind for act in acts for kind in _pair(act))
    graph.add_edges_from(_pair(act) for act in acts if _happened(act))
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    middle = nx.betweenness_centrality(graph.to_undirected())
    parties = [
        Party(
            kind=kind,
            given=sum(act.giver == kind for act in acts if _happened(act)),
            received=sum(act.receiver == kind for act in acts if _happened(act)),
            in_the_middle=round(middle[kind], 4),
            never_answered=sum(_unanswered(act, kind) for act in acts),
            reciprocity=_reciprocity(graph, kind),
        )
        for kind in graph.nodes
    ]
    return tuple(sorted(parties, key=lambda p: (-p.in_the_middle, p.kind)))


def _acts(interactions: Sequence[Interaction]) -> list[Interaction]:
    """Return one telling of each act between two known parties."""
    seen: dict[tuple[object, ...], Interaction] = {}
    for one in interactions:
        if one.giver and one.receiver:
            key = (one.event, one.giver, one.receiver, one.interaction_class)
            seen.setdefault((*key, one.realised, one.expected), one)
    return list(seen.values())


def _pair(act: Interaction) -> tuple[str, str]:
    return act.giver or "", act.receiver or ""


def _happened(act: Interaction) -> bool:
    return act.realised is Realised.YES


def _unanswered(act: Interaction, kind: str) -> bool:
    """Tell whether the act says that `kind` got no answer."""
    told = act.interaction_class is InteractionClass.FEEDBACK
    missing = act.realised is Realised.NO and (told or act.expected)
    return missing and act.receiver == kind


def _reciprocity(graph: "nx.DiGraph[str]", kind: str) -> float:
    """Return the share of parties it turned to that turned to it as well."""
    reached = set(graph.successors(kind))
    if not reached:
        return 0.0
    return round(len(reached & set(graph.predecessors(kind))) / len(reached), 4)


def picture(
    interactions: Sequence[Interaction], *, between: Bounds | None = None
) -> GraphPicture:
    """Return nodes and edges for drawing, of the whole case or of a slice of time.

    Args:
        interactions: of one review.
        between: only what can lie within these days; None for all.
    """
    inside = [
        one
        for one in interactions
        if between is None or (_bounds(one).known and _bounds(one).meets(between))
    ]
    grouped: dict[tuple[str, str, InteractionClass], list[Interaction]] = {}
    for act in _acts(inside):
        pair = (act.giver or "", act.receiver or "", act.interaction_class)
        grouped.setdefault(pair, []).append(act)
    edges = [
        GraphEdge(
            giver=giver,
            receiver=receiver,
            interaction_class=kind,
            times=len({act.event for act in acts}),
            not_realised=sum(not _happened(act) for act in acts),
            interactions=tuple(act.id for act in acts),
        )
        for (giver, receiver, kind), acts in sorted(grouped.items())
    ]
    return GraphPicture(nodes=measure(inside), edges=tuple(edges))


def parties_over_time(
    interactions: Sequence[Interaction], *, months: int = 3
) -> tuple[tuple[dt.date, int], ...]:
    """Return how many parties took part in each stretch of `months` months.

    The date is the first day of the stretch; stretches without interactions count 0.
    """
    days = [
        (one.date.earliest, one)
        for one in _acts(interactions)
        if one.date and one.date.earliest and _happened(one)
    ]
    if not days:
        return ()
    stretches: dict[int, set[str]] = {}
    for day, one in days:
        at = (day.year * 12 + day.month - 1) // months
        stretches.setdefault(at, set()).update({one.giver or "", one.receiver or ""})
    first, last = min(stretches), max(stretches)
    return tuple(
        (
            dt.date(at * months // 12, at * months % 12 + 1, 1),
            len(stretches.get(at, ())),
        )
        for at in range(first, last + 1)
    )


def days_to_answer(
    interactions: Sequence[Interaction],
) -> tuple[tuple[str, str, int], ...]:
    """Return (who asked, who answered, days) for questions with a dated answer."""
    acts = sorted(
        (a for a in _acts(interactions) if a.date and a.date.earliest and _happened(a)),
        key=lambda a: _bounds(a).earliest or dt.date.max,
    )
    found: list[tuple[str, str, int]] = []
    for at, asked in enumerate(acts):
        if asked.interaction_class not in _ASKING:
            continue
        for answer in acts[at + 1 :]:
            back = answer.giver == asked.receiver and answer.receiver == asked.giver
            begin, end = _bounds(asked).earliest, _bounds(answer).earliest
            if back and begin and end:
                found.append(
                    (asked.giver or "", asked.receiver or "", (end - begin).days)
                )
                break
    return tuple(found)


def in_words(parties: Sequence[Party], names: dict[str, str]) -> tuple[str, ...]:
    """Return plain Dutch sentences that explain the measures.

    Args:
        parties: of one review, the one most in the middle first.
        names: kind → how a report names it.
    """
    told: list[str] = []
    if parties and parties[0].in_the_middle > 0:
        told.append(
            f"De meeste lijnen lopen via {_named(parties[0], names)}: valt die partij "
            "weg, dan hebben anderen geen verbinding meer met elkaar."
        )
    for party in parties:
        if party.never_answered:
            told.append(
                f"{_named(party, names).capitalize()} kreeg {party.never_answered} "
                "keer geen antwoord waar dat te verwachten was."
            )
        if party.given >= 3 and party.reciprocity == 0:
            told.append(
                f"{_named(party, names).capitalize()} wendde zich tot anderen, maar "
                "niemand van hen wendde zich tot deze partij."
            )
    return tuple(told)


def _named(party: Party, names: dict[str, str]) -> str:
    return names.get(party.kind, party.kind.replace("_", " "))
