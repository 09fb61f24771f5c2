"""The measures of the graph in plain Dutch: what they mean, and what they rest on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from ltnlp.domain.interactions import Interaction, InteractionGraph, Party, Passing
from ltnlp.stages.between import (
    cut_off_without,
    links_between_organisations,
    most_between,
)
from ltnlp.stages.graph import (
    acts_of,
    days_to_answer,
    parties_over_time,
    told_missing,
)
from ltnlp.stages.passing import chains, there_and_back

_SHOWN = 3
_SEVERAL = 4
"""Organisations among which it means something that one is between the others."""
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
        *_middle(graph.interactions, named),
        *_answers(graph.interactions, graph.parties, named),
        *_passed_on(graph.interactions, named),
        *_over_time(graph.interactions),
        *_time_to_answer(graph.interactions, named),
        *_order(graph.interactions),
    )


def _middle(interactions: Sequence[Interaction], named: Named) -> Iterator[str]:
    """Name the organisation between the others, and who hangs on it alone.

    Only organisations count: that all have to do with the family tells nothing.
    """
    links = links_between_organisations(interactions)
    kind = most_between(links)
    if kind is None or len(links) < _SEVERAL:
        return
    others, direct = len(links) - 1, len(links[kind])
    told = f"{_begun(named(kind))} stond het meest tussen andere organisaties in: "
    told += f"met {direct} van de {others} andere was er rechtstreeks contact"
    alone = cut_off_without(links, kind)
    if not alone:
        yield f"{told}, en ook zonder deze partij bleven de anderen met elkaar verbonden."
    elif len(alone) <= _SHOWN:
        verb = "heeft" if len(alone) == 1 else "hebben"
        yield (
            f"{told}. Zonder deze partij {verb} {_and(list(map(named, alone)))} "
            "volgens de bronnen geen lijn met de rest."
        )
    else:
        yield f"{told}. Voor {len(alone)} organisaties was dit de enige lijn met de rest."


def _answers(
    interactions: Sequence[Interaction], parties: Sequence[Party], named: Named
) -> Iterator[str]:
    acts = acts_of(interactions)
    for party in parties:
        who = _begun(named(party.kind))
        told = sum(one.receiver == party.kind for one in acts if told_missing(one))
        if told:
            yield f"Volgens de bronnen kreeg {named(party.kind)} {_times(told)} geen antwoord."
        silent = sum(one.expected and one.receiver == party.kind for one in acts)
        if silent:
            what = (
                "één vraag of melding"
                if silent == 1
                else f"{silent} vragen of meldingen"
            )
            yield (
                f"Bij {what} van {named(party.kind)} noemen de bronnen geen antwoord; "
                "of dat er kwam, kunt u navragen."
            )
        if party.given >= _TURNED_OFTEN and party.reciprocity == 0:
            yield (
                f"{who} wendde zich {_times(party.given)} tot anderen; dat een van hen zich "
                "tot deze partij wendde, vertellen de bronnen niet."
            )


def _and(names: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _times(number: int) -> str:
    return "één keer" if number == 1 else f"{number} keer"


def _begun(name: str) -> str:
    return name[:1].upper() + name[1:]


def _passed_on(interactions: Sequence[Interaction], named: Named) -> Iterator[str]:
    for chain in chains(interactions)[:_SHOWN]:
        yield (
            "Na elkaar verwezen, aangemeld of overgedragen: "
            f"{_row(chain, named)}.{_if_unsure(chain)}"
        )
    for turns in there_and_back(interactions)[:_SHOWN]:
        yield (
            f"Heen en weer tussen {named(turns.parties[0])} en "
            f"{named(turns.parties[1])}: {len(turns.interactions)} keer verwezen, aangemeld, "
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
        "Aantal partijen per kwartaal, het gezin meegeteld en voor zover de datum bekend is: "
        f"{counted[0]} in het begin, {counted[-1]} aan het eind; het meest {most}"
        + (f", {when} na het begin." if counted.index(most) else ", in het begin.")
    )


def _time_to_answer(interactions: Sequence[Interaction], named: Named) -> Iterator[str]:
    answers = sorted(days_to_answer(interactions), key=lambda one: one[2])
    if len(answers) < _FEW_ANSWERS:
        return
    asked, answered, days = answers[-1]
    usual = _length(round(median(one[2] for one in answers)))
    yield (
        f"Na {len(answers)} vragen en meldingen is bekend wanneer er iets terugkwam: in het "
        f"midden na {usual}; het langst duurde het van {named(answered)} aan "
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
    acts = [one for one in acts_of(interactions) if not one.expected]
    sure = sum(act.order_certain for act in acts)
    if acts and sure < len(acts):
        yield (
            f"Bij {sure} van de {len(acts)} verbanden staat de plaats in de tijd vast; "
            "bij de rest laten de bronnen een andere volgorde open."
        )
