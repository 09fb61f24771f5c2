"""Persons who turn out to be one: misspelt, called otherwise, cut short, half told."""

from dataclasses import replace

from ltnlp.domain.shortnames import heads, is_short_for
from ltnlp.stages.crowd import SHORT_HEAD, Crowd
from ltnlp.stages.half_names import halves
from ltnlp.stages.legends import says_who
from ltnlp.stages.name_likeness import Naming, Person, is_typo


def join_misspelt(crowd: Crowd) -> None:
    """Join a person whose name nobody lists with the one it is a typo of."""
    for person in sorted(crowd.persons(), key=lambda p: (len(p.namings), p.key)):
        if person.entity or not person.namings:
            continue
        fits = [p for p in crowd.nearly(person) if p.namings and is_typo(person, p)]
        if len(fits) == 1 and not _side_by_side(person, fits[0]):
            _merge(crowd, person, fits[0])


def join_called(crowd: Crowd) -> set[int]:
    """Join who is called otherwise with who is: "Wilhelmina (roepnaam Willy)".

    Returns the namings that stay doubtful, by order, as the other joins do.
    """
    doubtful: set[int] = set()
    for person in sorted(crowd.persons(), key=lambda p: p.key):
        told = next((n for n in person.namings if n.around.alias), None)
        owner = _before(crowd, told) if told else None
        if told is None or owner is None or owner is person:
            continue
        doubtful.add(told.order)
        if person.entity or person.surnames:
            # Somebody else is called so in full: only this place is the owner's.
            person.namings.remove(told)
            owner.namings.append(told)
        else:
            owner.aliases.update(person.givens)
            _merge(crowd, person, owner)
    return doubtful


def _before(crowd: Crowd, told: Naming) -> Person | None:
    """Return whose name stands before another in its passage."""
    places = [
        (n.order, p)
        for p in crowd
        for n in p.namings
        if n.candidate.passage == told.candidate.passage and n.order < told.order
    ]
    return max(places, key=lambda place: place[0])[1] if places else None


def join_short(crowd: Crowd) -> set[int]:
    """Join a nickname with the one given name that it is short for.

    Who is named beside the other in one sentence is somebody else; a nickname that is a
    given name too stays doubtful.
    """
    doubtful: set[int] = set()
    for person in sorted(crowd.persons(), key=lambda p: p.key):
        if person.entity or person.surnames or len(person.givens) != 1:
            continue
        (short,) = person.givens
        listed = person.listed
        fits = [
            p
            for p in crowd.beginning(heads(short, SHORT_HEAD))
            if p is not person
            and any(is_short_for(short, g, listed=listed) for g in p.first_givens)
        ]
        if len(fits) == 1 and not _side_by_side(_unheard(person), fits[0]):
            if listed:
                doubtful.update(n.order for n in person.namings)
            fits[0].aliases.add(short)
            _merge(crowd, person, fits[0])
    return doubtful


def _unheard(person: Person) -> Person:
    """Leave out where a label cut short says who speaks: "lyg: ik ben lygia"."""
    told = [n for n in person.namings if not says_who(n)]
    return person if person.listed else replace(person, namings=told)


def _side_by_side(one: Person, other: Person) -> bool:
    """Tell whether both are named in one sentence: "opa Abraham en kleinzoon Bram"."""
    return any(n.in_sentence_of(m) for n in one.namings for m in other.namings)


def join_halves(crowd: Crowd) -> set[int]:
    """Join two halves of a name that nobody else can have, and mark the doubt."""
    doubtful: set[int] = set()
    for formal, familiar in list(halves(crowd.persons())):
        doubtful.update(n.order for n in formal.namings)
        gone, kept = (familiar, formal) if formal.entity else (formal, familiar)
        _merge(crowd, gone, kept)
    return doubtful


def _merge(crowd: Crowd, gone: Person, kept: Person) -> None:
    kept.namings.extend(gone.namings)
    kept.names.extend(n for n in gone.names if n not in kept.names)
    gone.namings.clear()
    crowd.drop(gone)
    crowd.renamed(kept)
