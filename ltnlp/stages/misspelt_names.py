"""Whether a name is a misspelling of another: nobody lists it, and a letter is off."""

from functools import lru_cache

from ltnlp.domain.folding import less_one, near, sound, sound_alike
from ltnlp.domain.personnames import NameParts
from ltnlp.stages.name_likeness import Person, genders_meet, same_interfix

SHORTEST_TYPO = 5


@lru_cache(maxsize=20_000)
def near_keys(name: NameParts) -> frozenset[str]:
    """Return keys of which two names share one if `is_typo` can hold of them."""
    keys: set[str] = set()
    given = name.given[0] if name.given else ""
    for part, word in (("given", given), ("surname", name.surname)):
        if word:
            keys |= {f"{part} {less}" for less in less_one(word)}
            keys |= {f"{part} sounds {sound(word)}", f"{part} single {_single(word)}"}
    return frozenset(keys)


def is_typo(person: Person, other: Person) -> bool:
    """Tell whether the first is a misspelling of the second: nobody lists it."""
    if len(person.namings) > len(other.namings):
        return False
    # Names first: of all pairs few are near, and the rest is counted anew each time.
    if not _any_near(person, other, listed=False):
        return False
    if person.listed and not _any_near(person, other, listed=True):
        return False
    return genders_meet(person, other)


def _any_near(person: Person, other: Person, *, listed: bool) -> bool:
    for mine in person.names:
        for theirs in other.names:
            if _names_near(mine, theirs, listed=listed):
                return True
    return False


def _names_near(mine: NameParts, theirs: NameParts, *, listed: bool) -> bool:
    if mine.surname and theirs.surname:
        first = not mine.first or not theirs.first or mine.first == theirs.first
        if mine.given and theirs.given and mine.given[0] != theirs.given[0]:
            one_letter = near(mine.given[0], theirs.given[0])
            same_surname = mine.surname == theirs.surname
            return (
                not listed
                and one_letter
                and same_surname
                and len(mine.given[0]) >= SHORTEST_TYPO
            )
        if not first or not same_interfix(mine.interfix, theirs.interfix):
            return False
        both_full = bool(mine.given and theirs.given)
        hinted = mine.first and not (both_full and listed)
        if hinted and sound_alike(mine.surname, theirs.surname):
            return True
        return not listed and _near_enough(mine.surname, theirs.surname)
    if mine.given and theirs.given and not mine.surname and not listed:
        one, other = mine.given[0], theirs.given[0]
        alike = len(one) >= SHORTEST_TYPO and sound_alike(one, other)
        return _near_enough(one, other) or alike
    return False


def _near_enough(one: str, other: str) -> bool:
    if one == other:
        return False
    if min(len(one), len(other)) < SHORTEST_TYPO:
        cut = len(one) == SHORTEST_TYPO - 1 and near(one, other) and one[0] == other[0]
        cut = cut and len(other) == SHORTEST_TYPO
        return cut or (len(one) == SHORTEST_TYPO - 1 and _doubled(one, other))
    return one[0] == other[0] and near(one, other)


def is_full_typo(person: Person, other: Person) -> bool:
    """Tell whether two full names differ in one letter of the surname, once and often.

    "Gerrie Oldenakmp" beside "Gerrie Oldenkamp": who has a listed given name too.
    """
    if len(person.namings) * _ONCE > len(other.namings):
        return False
    return genders_meet(person, other) and any(
        mine.given[:1] == theirs.given[:1] != ()
        and bool(mine.surname and theirs.surname)
        and same_interfix(mine.interfix, theirs.interfix)
        and mine.generation == theirs.generation
        and _near_enough(mine.surname, theirs.surname)
        for mine in person.names
        for theirs in other.names
    )


_ONCE = 3


def is_cut_typo(person: Person, other: Person) -> bool:
    """Tell whether a name of four letters is near one of five: "Mire" for "Mirte"."""
    short = {g for g in person.first_givens if len(g) < SHORTEST_TYPO}
    return bool(short) and not any(_doubled(s, g) for s in short for g in other.givens)


def _doubled(one: str, other: str) -> bool:
    """Tell whether two names differ in a doubled letter only ("Stam", "Stamm")."""
    return one != other and _single(one) == _single(other)


def _single(word: str) -> str:
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])
