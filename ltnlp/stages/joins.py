"""Persons who turn out to be one: misspelt, called otherwise, cut short, half told."""

from dataclasses import replace

from ltnlp.domain.shortnames import heads, is_head_of, is_short_for
from ltnlp.stages.crowd import SHORT_HEAD, Crowd
from ltnlp.stages.half_names import halves
from ltnlp.stages.legends import says_who
from ltnlp.stages.misspelt_names import is_cut_typo, is_full_typo, is_typo
from ltnlp.stages.name_likeness import Naming, Person, genders_meet


def join_misspelt(crowd: Crowd) -> set[int]:
    """Join a person whose name nobody lists with the one it is a typo of.

    Where it can be one of several, the one who is named far oftener is meant, with doubt.
    """
    doubtful: set[int] = set()
    for person in sorted(crowd.persons(), key=lambda p: (len(p.namings), p.key)):
        if person.entity or not person.namings:
            continue
        near = [p for p in crowd.nearly(person) if p.namings]
        fits = [p for p in near if is_typo(person, p)]
        guessed = len(fits) != 1 or is_cut_typo(person, fits[0])
        fits = fits or [p for p in near if is_full_typo(person, p)]
        fits = _likelier(fits, _LIKELIER)
        if len(fits) == 1 and not _side_by_side(person, fits[0]):
            if guessed:
                doubtful.update(n.order for n in person.namings)
            _merge(crowd, person, fits[0])
    return doubtful


_LIKELIER, _FAR_LIKELIER = 3, 5
"""So many times as often as each other somebody must be named to be meant by a misspelt
name, or by a nickname."""


def _likelier(fits: list[Person], times: int) -> list[Person]:
    """Return who is named so many times as often as the others, else all."""
    if len(fits) < 2:
        return fits
    most = max(fits, key=lambda p: len(p.namings))
    others = max(len(p.namings) for p in fits if p is not most)
    return [most] if len(most.namings) >= times * others else fits


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
        if not fits and listed:
            fits = _heads_of(crowd, person, short)
        guessed = listed or len(fits) > 1
        fits = _likelier(fits, _FAR_LIKELIER)
        if len(fits) == 1 and not _side_by_side(_unheard(person), fits[0]):
            if guessed:
                doubtful.update(n.order for n in person.namings)
            fits[0].aliases.add(short)
            _merge(crowd, person, fits[0])
    return doubtful


def _heads_of(crowd: Crowd, person: Person, short: str) -> list[Person]:
    """Return whose longer name a given name may be the head of, where nothing speaks against it."""
    return [
        p
        for p in crowd.beginning(heads(short, SHORT_HEAD))
        if p is not person
        and p.namings
        and any(is_head_of(short, g) for g in p.first_givens)
        and _can_be_one(person, p)
    ]


def _can_be_one(person: Person, other: Person) -> bool:
    """Tell whether neither gender nor role makes two people of them."""
    roles, others = _roles(person), _roles(other)
    agree = not (roles and others) or not roles.isdisjoint(others)
    return agree and genders_meet(person, other)


def _roles(person: Person) -> set[str]:
    return {n.candidate.role for n in person.namings if n.candidate.role}


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
