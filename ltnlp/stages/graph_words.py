"""The measures of the graph in plain Dutch: what they mean, and what they rest on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from ltnlp.domain.interactions import Interaction, InteractionGraph, Party, Passing
from ltnlp.domain.mentions import FAMILY
from ltnlp.stages.graph import acts_of, days_to_answer, parties_over_time
from ltnlp.stages.passing import chains, there_and_back

_SHOWN = 3
_TURNED_OFTEN = 3
_FEW_ANSWERS = 2
_WEEK = 7
_MONTH = 30.44
_MONTHS_FROM = 60
_QUARTER_DAYS = 91

Named = Callable[[str], str]


def in_words(graph: InteractionGraph, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return sentences that explain the measures of a graph.

    Args:
        graph: of one review.
        names: kind → how a report names it.
    """

    def named(kind: str) -> str:
        return names.get(kind, kind.replace("_", " "))

    return (
        *_middle(graph.parties, named),
        *_answers(graph.parties, named),
        *_passed_on(graph.interactions, named),
        *_over_time(graph.interactions),
        *_time_to_answer(graph.interactions, named),
        *_order(graph.interactions),
    )


def _middle(parties: Sequence[Party], named: Named) -> Iterator[str]:
    """Name the organisation in the middle; that the family is there tells nothing."""
    others = [party for party in parties if party.kind not in FAMILY]
    if others and others[0].in_the_middle > 0:
        yield (
            f"De meeste lijnen tussen organisaties lopen via {named(others[0].kind)}: "
            "valt die partij weg, dan verliezen anderen hun verbinding met elkaar."
        )


def _answers(parties: Sequence[Party], named: Named) -> Iterator[str]:
    for party in parties:
        name = named(party.kind)
        who = name[:1].upper() + name[1:]
        if party.never_answered:
            times = "één" if party.never_answered == 1 else party.never_answered
            yield f"{who} kreeg {times} keer geen antwoord waar dat te verwachten was."
        if party.given >= _TURNED_OFTEN and party.reciprocity == 0:
            yield (
                f"{who} wendde zich tot anderen, maar niemand van hen wendde zich tot "
                "deze partij."
            )


def _passed_on(interactions: Sequence[Interaction], named: Named) -> Iterator[str]:
    for chain in chains(interactions)[:_SHOWN]:
        yield (
            f"Doorgegeven van hand tot hand: {_row(chain, named)}.{_if_unsure(chain)}"
        )
    for turns in there_and_back(interactions)[:_SHOWN]:
        yield (
            f"Heen en weer tussen {named(turns.parties[0])} en "
            f"{named(turns.parties[1])}: {len(turns.interactions)} keer doorverwezen, "
            f"overgedragen of afgewezen.{_if_unsure(turns)}"
        )


def _row(passing: Passing, named: Named) -> str:
    return " → ".join(named(kind) for kind in passing.parties)


def _if_unsure(passing: Passing) -> str:
    if passing.order_certain:
        return ""
    return " De bronnen laten een andere volgorde open."


def _over_time(interactions: Sequence[Interaction]) -> Iterator[str]:
    """Tell how many parties there were at first, at most and at last.

    Counted from the beginning, so that the sentence holds no date.
    """
    counted = [number for _, number in parties_over_time(interactions)]
    if len(counted) < 2:
        return
    most = max(counted)
    when = _length(counted.index(most) * _QUARTER_DAYS)
    yield (
        f"Aantal partijen per kwartaal: {counted[0]} in het begin, {counted[-1]} aan het "
        f"eind; het meest {most}"
        + (f", {when} na het begin." if counted.index(most) else ", in het begin.")
    )


def _time_to_answer(interactions: Sequence[Interaction], named: Named) -> Iterator[str]:
    answers = sorted(days_to_answer(interactions), key=lambda one: one[2])
    if len(answers) < _FEW_ANSWERS:
        return
    asked, answered, days = answers[-1]
    usual = _length(round(median(one[2] for one in answers)))
    yield (
        f"Van {len(answers)} vragen en meldingen is bekend wanneer er antwoord kwam: "
        f"meestal na {usual}; het langst duurde het van {named(answered)} aan "
        f"{named(asked)}, {_length(days)}."
    )


def _length(days: int) -> str:
    """Return a length of time, no finer than weeks."""
    if days < _WEEK:
        return "minder dan een week"
    if days < _MONTHS_FROM:
        weeks = round(days / _WEEK)
        return "ongeveer een week" if weeks == 1 else f"ongeveer {weeks} weken"
    return f"ongeveer {round(days / _MONTH)} maanden"


def _order(interactions: Sequence[Interaction]) -> Iterator[str]:
    acts = acts_of(interactions)
    sure = sum(act.order_certain for act in acts)
    if acts and sure < len(acts):
        yield (
            f"Bij {sure} van de {len(acts)} verbanden staat de plaats in de tijd vast; "
            "bij de rest laten de bronnen een andere volgorde open."
        )
