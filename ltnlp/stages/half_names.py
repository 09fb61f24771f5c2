"""Two halves of one name: "M. Hingstman" of the file and "Marjan" of the interviews."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ltnlp.stages.name_likeness import Person, genders_meet


def halves(persons: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield pairs of who is named by letter and surname, and by given name, only.

    Both must have the letter alone among their like, no gender or role may speak
    against it, and a role or an organisation must speak for it. Who joins them owes
    the reader a mark of doubt: that nobody else begins so is all that tells.
    """
    formal, familiar = _by_letter(persons)
    for letter, named in formal.items():
        called = familiar.get(letter, [])
        if len(named) == 1 and len(called) == 1 and _agree(named[0], called[0]):
            yield named[0], called[0]


def _by_letter(
    persons: Iterable[Person],
) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    formal: dict[str, list[Person]] = defaultdict(list)
    familiar: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        if not person.namings or person.family or len(person.letters) != 1:
            continue
        (letter,) = person.letters
        if person.surnames and not person.givens:
            formal[letter].append(person)
        elif person.givens and not person.surnames:
            familiar[letter].append(person)
    return formal, familiar


def _agree(one: Person, other: Person) -> bool:
    if one.entity and other.entity:
        return False
    return genders_meet(one, other) and bool(_roles(one) & _roles(other))


def _roles(person: Person) -> set[str]:
    told = {n.candidate.role for n in person.namings if n.candidate.role}
    return told | ({person.typed_role} if person.typed_role else set())
