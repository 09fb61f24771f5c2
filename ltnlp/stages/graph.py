"""Interactions → what they mean as a graph: order, parties, edges, slices of time."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    import networkx as nx

_WEEK = 7
_STRETCH = 3
"""Months in which parties are counted together."""
SETTLES = frozenset(
    {
        InteractionClass.FEEDBACK,
        InteractionClass.REFUSAL,
        InteractionClass.DECISION,
        InteractionClass.INFORMATION,
        InteractionClass.CONSULTATION,
        InteractionClass.ADVICE,
        InteractionClass.HANDOVER,
    }
)
"""What settles a question or a report, when it comes back."""
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


_Stretch = tuple[str, Bounds, frozenset[str | None]]


def with_order(
    interactions: Iterable[Interaction], timeline: IntegratedTimeline
) -> tuple[Interaction, ...]:
    """Return the interactions in order, each told whether its place is sure.

    A place is sure when no interaction of another event in which one of its parties
    takes part can lie on the same day.
    """
    places = {place.event: place for place in timeline.placed}

    def key(one: Interaction) -> tuple[int, dt.date, str, int, str]:
        place = places.get(one.event)
        first = bounds_of(one).earliest or dt.date.max
        order = place.order if place else len(places)
        return (order, first, one.document, one.source.start, one.id)

    ordered = sorted(interactions, key=key)
    known = {_stretch(one) for one in ordered if bounds_of(one).known}
    sure = {stretch for stretch in known if _is_sure(stretch, known)}
    return tuple(replace(one, order_certain=_stretch(one) in sure) for one in ordered)


def _stretch(one: Interaction) -> _Stretch:
    return one.event, bounds_of(one), frozenset({one.giver, one.receiver})


def _is_sure(stretch: _Stretch, others: Iterable[_Stretch]) -> bool:
    event, mine, parties = stretch
    if mine.earliest is None or mine.latest is None:
        return False
    return not any(
        other != event and theirs & parties and bounds.meets(mine)
        for other, bounds, theirs in others
    )


def bounds_of(one: Interaction) -> Bounds:
    """Return the first and last day on which it can have been."""
    return one.date.bounds if one.date else Bounds(earliest=None, latest=None)


def measure(interactions: Sequence[Interaction]) -> tuple[Party, ...]:
    """Return the parties, the one most in the middle first.

    Several tellings of one act count once.
    """
    # Late: networkx takes half a second to load, and most commands never need it.
    import networkx as nx

    acts = acts_of(interactions)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(kind for act in acts for kind in _pair(act))
    graph.add_edges_from(_pair(act) for act in acts if happened(act))
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    middle = nx.betweenness_centrality(graph.to_undirected())
    parties = [
        Party(
            kind=kind,
            given=sum(act.giver == kind for act in acts if happened(act)),
            received=sum(act.receiver == kind for act in acts if happened(act)),
            in_the_middle=round(middle[kind], 4),
            never_answered=sum(_unanswered(act, kind) for act in acts),
            reciprocity=_reciprocity(graph, kind),
        )
        for kind in graph.nodes
    ]
    return tuple(sorted(parties, key=lambda p: (-p.in_the_middle, p.kind)))


def acts_of(interactions: Sequence[Interaction]) -> list[Interaction]:
    """Return one telling of each act between two known parties, in their order."""
    seen: dict[tuple[object, ...], Interaction] = {}
    for one in interactions:
        if one.giver and one.receiver:
            seen.setdefault(_act(one), one)
    return list(seen.values())


def by_name(interactions: Sequence[Interaction]) -> tuple[Interaction, ...]:
    """Return acts between who is named; a kind stays where nothing tells who of it.

    What one telling of an act leaves open, another that names one party tells.
    """
    named: dict[tuple[object, ...], set[str]] = {}
    for one in interactions:
        for side, _, name in _sides(one):
            named.setdefault(side, set()).update({name} - {""})
    found = []
    for one in interactions:
        giver, receiver = (
            name or (min(named[side]) if len(named[side]) == 1 else kind)
            for side, kind, name in _sides(one)
        )
        found.append(replace(one, giver=giver, receiver=receiver))
    return tuple(found)


def _sides(
    one: Interaction,
) -> tuple[tuple[tuple[object, ...], str | None, str], ...]:
    """Return both sides of an act: what its tellings share, the kind and who is named."""
    act = _act(one)
    giver = (*act, "giver"), one.giver, one.giver_named
    return giver, ((*act, "receiver"), one.receiver, one.receiver_named)


def _act(one: Interaction) -> tuple[object, ...]:
    """Return what all tellings of one act share."""
    told = (one.interaction_class, one.realised, one.expected)
    return (one.event, one.giver, one.receiver, *told)


def _pair(act: Interaction) -> tuple[str, str]:
    return act.giver or "", act.receiver or ""


def happened(act: Interaction) -> bool:
    """Tell whether it took place, as the telling has it."""
    return act.realised is Realised.YES


def _unanswered(act: Interaction, kind: str) -> bool:
    """Tell whether the act says that `kind` got no answer."""
    return (act.expected or told_missing(act)) and act.receiver == kind


def told_missing(act: Interaction) -> bool:
    """Tell whether a source says itself that an answer did not come."""
    feedback = act.interaction_class is InteractionClass.FEEDBACK
    return feedback and act.realised is Realised.NO and not act.expected


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
        if between is None or (bounds_of(one).known and bounds_of(one).meets(between))
    ]
    grouped: dict[tuple[str, str, InteractionClass], list[Interaction]] = {}
    for act in acts_of(inside):
        pair = (act.giver or "", act.receiver or "", act.interaction_class)
        grouped.setdefault(pair, []).append(act)
    edges = [
        GraphEdge(
            giver=giver,
            receiver=receiver,
            interaction_class=kind,
            times=len({act.event for act in acts}),
            not_realised=sum(not happened(act) for act in acts),
            interactions=tuple(act.id for act in acts),
        )
        for (giver, receiver, kind), acts in sorted(grouped.items())
    ]
    return GraphPicture(nodes=measure(inside), edges=tuple(edges))


def parties_over_time(
    interactions: Sequence[Interaction],
) -> tuple[tuple[dt.date, int], ...]:
    """Return how many parties took part in each stretch of three months.

    The date is the first day of the stretch; stretches without interactions count 0.
    What can have been in more than one stretch is not counted.
    """
    stretches: dict[int, set[str]] = {}
    for one in acts_of(interactions):
        bounds = bounds_of(one)
        if not happened(one) or bounds.earliest is None or bounds.latest is None:
            continue
        at, upto = (_month(d) // _STRETCH for d in (bounds.earliest, bounds.latest))
        if at == upto:
            stretches.setdefault(at, set()).update(_pair(one))
    if not stretches:
        return ()
    first, last = min(stretches), max(stretches)
    return tuple(
        (
            dt.date(at * _STRETCH // 12, at * _STRETCH % 12 + 1, 1),
            len(stretches.get(at, ())),
        )
        for at in range(first, last + 1)
    )


def days_to_answer(
    interactions: Sequence[Interaction],
) -> tuple[tuple[str, str, int], ...]:
    """Return (who asked, who answered, days) for questions with a dated answer.

    What colleagues ask each other is not counted. Of both the day must be known within a week, or the days between say nothing.
    """
    acts = sorted(
        (a for a in acts_of(interactions) if happened(a) and _dated(a)),
        key=lambda a: bounds_of(a).earliest or dt.date.max,
    )
    found: list[tuple[str, str, int]] = []
    for at, asked in enumerate(acts):
        if asked.interaction_class not in _ASKING or asked.giver == asked.receiver:
            continue
        answers = (one for one in acts[at + 1 :] if _comes_back(one, asked))
        answer = next(answers, None)
        begin = bounds_of(asked).earliest
        end = bounds_of(answer).earliest if answer else None
        if begin and end:
            found.append((*_pair(asked), (end - begin).days))
    return tuple(found)


def _dated(act: Interaction) -> bool:
    """Tell whether the day of an act is known within a week."""
    first, last = bounds_of(act).earliest, bounds_of(act).latest
    return bool(first and last and (last - first).days <= _WEEK)


def _comes_back(one: Interaction, asked: Interaction) -> bool:
    """Tell whether an act goes back to who asked; in a consultation nobody is first."""
    if one.event == asked.event or one.interaction_class not in SETTLES:
        return False
    back = _pair(one) == _pair(asked)[::-1]
    mutual = one.interaction_class is InteractionClass.CONSULTATION
    return back or (mutual and _pair(one) == _pair(asked))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
