"""The persons of a review while they are gathered, found by parts of their names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from ltnlp.stages.misspelt_names import near_keys
from ltnlp.stages.name_likeness import Person

SHORT_HEAD = 2
"""So many letters of a given name are what short forms of it are looked up by."""


class _Shelves:
    """Persons by keys that their names have; a person lies under several."""

    def __init__(self, keys: Callable[[Person], Iterable[str]]) -> None:
        self._keys = keys
        self._under: dict[str, set[Person]] = defaultdict(set)

    def put(self, person: Person) -> None:
        for key in self._keys(person):
            self._under[key].add(person)

    def under(self, keys: Iterable[str]) -> set[Person]:
        return set().union(*(self._under.get(key, ()) for key in keys))


class Crowd:
    """All persons so far; who can be meant is found without looking at everybody.

    Every answer is in the order in which persons came. Families are kept, and found
    by their key only.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._order: dict[Person, int] = {}
        self._came = 0
        self._by_key: dict[str, Person] = {}
        self._givens = _Shelves(lambda p: p.givens)
        self._surnames = _Shelves(lambda p: p.surnames)
        self._letters = _Shelves(lambda p: p.letters)
        self._near = _Shelves(lambda p: {k for n in p.names for k in near_keys(n)})
        self._heads = _Shelves(lambda p: {g[:SHORT_HEAD] for g in p.first_givens})

    def __iter__(self) -> Iterator[Person]:
        """Yield everybody, families too."""
        return iter(self._order)

    def add(self, person: Person) -> None:
        """Take in a person or a family."""
        self._order[person] = self._came
        self._came += 1
        self._by_key[person.key] = person
        self.renamed(person)

    def renamed(self, person: Person) -> None:
        """Find a person by the names that were added too."""
        if person.family:
            return
        for shelves in (
            self._givens,
            self._surnames,
            self._letters,
            self._near,
            self._heads,
        ):
            shelves.put(person)

    def drop(self, person: Person) -> None:
        """Forget a person who was another one after all."""
        del self._order[person]
        del self._by_key[person.key]

    def persons(self) -> list[Person]:
        """Return everybody who is no family."""
        return [p for p in self._order if not p.family]

    def keyed(self, key: str) -> Person | None:
        """Return whose key this is."""
        return self._by_key.get(key)

    def with_given(self, words: Iterable[str]) -> list[Person]:
        """Return who has one of these as given name or nickname."""
        return self._ordered(self._givens.under(words))

    def with_surname(self, words: Iterable[str]) -> list[Person]:
        """Return who has one of these as surname or as part of a double one."""
        return self._ordered(self._surnames.under(words))

    def with_letter(self, letter: str) -> list[Person]:
        """Return whose given name begins with a letter."""
        return self._ordered(self._letters.under((letter,)))

    def nearly(self, person: Person) -> list[Person]:
        """Return who else has a name that can be the same but for a typo, and others."""
        keys = {key for name in person.names for key in near_keys(name)}
        return self._ordered(self._near.under(keys) - {person})

    def beginning(self, heads: Iterable[str]) -> list[Person]:
        """Return whose given name in full begins so, told by its first two letters."""
        return self._ordered(self._heads.under(heads))

    def _ordered(self, found: set[Person]) -> list[Person]:
        order = self._order
        return sorted((p for p in found if p in order), key=order.__getitem__)
