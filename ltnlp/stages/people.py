"""Names of persons as they stand in the sources → one group a person."""

from collections.abc import Iterator, Mapping, Sequence

from ltnlp.domain.folding import bare, fold
from ltnlp.domain.mentions import RosterEntry, Shape
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.shortnames import heads, is_short_for
from ltnlp.stages.crowd import SHORT_HEAD, Crowd
from ltnlp.stages.joins import join_called, join_halves, join_misspelt, join_short
from ltnlp.stages.legends import explained, says_who
from ltnlp.stages.name_likeness import (
    KINSHIP,
    NEAR,
    TITLED,
    Naming,
    Person,
    alike,
    at_home,
    begins,
    half_of_another,
    has_interfix,
    has_letters,
    in_other_order,
    is_child,
    is_given_of,
    is_named,
    likeliest,
    meets_titled,
    of_that_kin,
    parted,
    surnames_meet,
    two_in_a_breath,
    with_plurals,
)

FIRST = "roster:0"
"""Key of who is typed first: most often the child that the review is about."""


def gather(
    namings: Sequence[Naming], roster: Sequence[RosterEntry]
) -> tuple[list[Person], set[int]]:
    """Group the namings; the second result holds those that stay doubtful, by order.

    The result does not depend on the order of the documents: names are taken in
    order of how much they tell, and alphabetically among equals.
    """
    people = _People(roster)
    namings = with_plurals(namings)
    told = explained(namings)
    rest = people.take_typed(namings)
    letters = [n for n in rest if (n.document, fold(n.shown)) in told]
    rest = [n for n in rest if n not in letters]
    stages = (
        (_is_family, people.family),
        (_is_full, people.full),
        (_is_initials_and_surname, people.initials_and_surname),
        (_has_last_letter, people.cut_off),
    )
    for belongs, take in stages:
        taken = [n for n in rest if belongs(n)]
        rest = [n for n in rest if not belongs(n)]
        for group in alike(taken):
            take(group)
    people.doubtful |= join_misspelt(people.crowd)
    for shapes in ((Shape.SURNAME,), (Shape.GIVEN, Shape.UNKNOWN, Shape.FULL)):
        taken = [n for n in rest if n.candidate.shape in shapes]
        rest = [n for n in rest if n.candidate.shape not in shapes]
        for group in alike(taken):
            people.single(group)
    for join in (join_misspelt, join_called, join_short, join_halves):
        people.doubtful |= join(people.crowd)
    for group in alike([*rest, *letters]):
        for part in people.take_explained(group, told):
            people.by_letters(part)
    for person in people.crowd:
        people.doubtful |= two_in_a_breath(person.namings)
    return [p for p in people.crowd if p.namings], people.doubtful


def _is_family(naming: Naming) -> bool:
    return naming.candidate.family


def _is_full(naming: Naming) -> bool:
    return bool(naming.parts.given and naming.parts.surname)


def _has_last_letter(naming: Naming) -> bool:
    return bool(naming.parts.first and naming.parts.last)


def _is_initials_and_surname(naming: Naming) -> bool:
    return bool(naming.parts.initials and naming.parts.surname)


class _People:
    """The persons so far, and the rules by which a name finds its person."""

    def __init__(self, roster: Sequence[RosterEntry]) -> None:
        self.crowd = Crowd()
        self.doubtful: set[int] = set()
        self._typed: dict[str, Person] = {}
        for number, entry in enumerate(roster):
            entity = f"roster:{number}"
            person = Person(key=entity, names=[parse(entry.name, Shape.FULL)])
            person.entity = entity
            person.typed_role = (entry.role or "").lower()
            for alias in entry.aliases:
                parts = parse(alias, Shape.FULL if " " in alias else Shape.GIVEN)
                person.aliases.update(parts.given)
                if parts.surname:
                    person.names.append(parts)
            self.crowd.add(person)
            self._typed[entity] = person

    def take_typed(self, namings: Sequence[Naming]) -> list[Naming]:
        """Give full names found by the roster to their entries; return the others."""
        rest = []
        for naming in namings:
            typed = self._typed_as(naming)
            if typed is not None:
                typed.namings.append(naming)
            else:
                rest.append(naming)
        return rest

    def _typed_as(self, naming: Naming) -> Person | None:
        """Return the entry with this full name: the whole surname before a half of it."""
        parts = naming.parts
        if not (parts.given and parts.surname):
            return None
        whole = [p for p in self._typed.values() if is_named(p, parts)]
        if len(whole) == 1:
            return whole[0]
        person = self._typed.get(naming.candidate.entity or "")
        fits = person is not None and self._fits_whole(person, parts)
        return person if fits else None

    @staticmethod
    def _fits_whole(person: Person, parts: NameParts) -> bool:
        return bool(
            parts.given
            and parts.surname
            and parts.given[0] in person.givens
            and set(parts.surnames) & person.surnames
        )

    def _new(self, group: list[Naming], *, family: bool = False) -> Person:
        parts = group[0].parts
        key = f"{'family:' if family else ''}{parts.full or group[0].shown}"
        if self.crowd.keyed(key) is not None:
            key += f":{group[0].candidate.gender}:{group[0].order}"
        person = Person(key=key, family=family)
        person.names.append(parts)
        person.namings.extend(group)
        self.crowd.add(person)
        return person

    def family(self, group: list[Naming]) -> None:
        """A family is an entity of its own, one for each surname."""
        wanted = set(group[0].parts.surnames)
        for person in self.crowd:
            if person.family and person.surnames & wanted:
                person.namings.extend(group)
                return
        self._new(group, family=True)

    def full(self, group: list[Naming]) -> None:
        """Given name and surname: the person with both, or a new one."""
        parts = group[0].parts
        first = {parts.given[0], "-".join(parts.given)}
        first.add("-".join((*parts.given, parts.surname)))
        so_called = self.crowd.with_given(first)
        fits = [p for p in so_called if surnames_meet(p, parts)]
        whole = [p for p in fits if is_named(p, parts)]
        if fits and not whole and not any(has_interfix(p, parts) for p in fits):
            self.doubtful.update(n.order for n in group)
        if not fits:
            fits = [p for p in so_called if in_other_order(p, parts)]
        if not fits:
            fits = [p for p in so_called if self._only_given(p, parts)]
        if not fits:
            fits = [p for p in so_called if is_given_of(p, parts)]
        self._settle(group, whole or fits)

    @staticmethod
    def _only_given(person: Person, parts: NameParts) -> bool:
        """Tell whether a roster entry has just this given name and no surname."""
        return not person.surnames and parts.given[0] in person.givens

    def cut_off(self, group: list[Naming]) -> None:
        """ "Emre Y.": given name and the first letter of the surname."""
        parts = group[0].parts
        if parts.given:
            persons = self.crowd.with_given(parts.given[:1])
        else:
            persons = self.crowd.with_letter(parts.first)
        fits = [
            p
            for p in persons
            if any(begins(n, parts.last) for n in p.names)
            or not (p.surnames or any(n.last not in ("", parts.last) for n in p.names))
        ]
        self._settle(group, fits or self._initialled(parts))

    def _initialled(self, parts: NameParts) -> list[Person]:
        """Return who is known by both letters only: "L. Hamidi" for "Latif H."."""
        letter = parts.given[0][0] if parts.given else parts.first
        persons = (p for p in self.crowd.with_letter(letter) if not p.givens)
        return [p for p in persons if any(begins(n, parts.last) for n in p.names)]

    def initials_and_surname(self, group: list[Naming]) -> None:
        """ "J. Prins": surname and first letter."""
        parts = group[0].parts
        fits = [
            p
            for p in self.crowd.with_surname(parts.surnames)
            if surnames_meet(p, parts) and parts.first in p.letters
        ]
        for person in fits:
            self.doubtful.update(n.order for n in group if meets_titled(person, n))
        if fits and not any(has_interfix(p, parts) for p in fits):
            self.doubtful.update(n.order for n in group)
        self._settle(group, fits)

    def single(self, group: list[Naming]) -> None:
        """A given name or a surname alone."""
        parts = group[0].parts
        if parts.surname:
            named = self.crowd.with_surname(parts.surnames)
            fits = [p for p in named if surnames_meet(p, parts)]
            fits = of_that_kin(fits, group[0])
            if len(fits) == 1 and half_of_another(fits[0], group):
                self.doubtful.update(n.order for n in group)
        else:
            word = parts.given[0] if parts.given else ""
            given = self.crowd.with_given(parts.given) or self._genitive(group)
            fits = given or self._by_surname(group, word)
            if len(fits) == 1 and self._is_short_for_others(word, fits[0]):
                self.doubtful.update(n.order for n in group)
        for part in parted(group) if not parts.surname else (group,):
            self._settle(part, fits)
            fits = [p for p in fits if part[0] not in p.namings]

    def _genitive(self, group: list[Naming]) -> list[Person]:
        """Return who "Sannes" of "Sannes tas" is, where no list knows a Sannes.

        Where one does, a Sanne who was typed in is likelier; that stays doubtful.
        """
        word = group[0].shown.lower()
        fits = self.crowd.with_given((word[:-1],)) if word[-1] == "s" else []
        if all(n.candidate.reason == NEAR for n in group):
            return fits
        typed = [p for p in fits if p.entity]
        self.doubtful.update(n.order for n in group if typed)
        return typed

    def _is_short_for_others(self, word: str, fit: Person) -> bool:
        """Tell whether "Lex" is somebody's name and short for "Alexander" of another."""
        return any(
            p is not fit
            and any(is_short_for(word, g, listed=True) for g in p.first_givens)
            for p in self.crowd.beginning(heads(word, SHORT_HEAD))
        )

    def _by_surname(self, group: list[Naming], word: str) -> list[Person]:
        """Return who has a surname that is a given name too: "Simon", "Hans"."""
        fits = self.crowd.with_surname((word,))
        if group[0].candidate.shape is not Shape.GIVEN or not group[0].candidate.listed:
            return fits
        if any(n.candidate.reason == KINSHIP for n in group):
            return []
        self.doubtful.update(n.order for n in group if fits)
        return fits

    def take_explained(
        self, group: list[Naming], told: Mapping[tuple[str, str], Naming]
    ) -> Iterator[list[Naming]]:
        """Give letters of who speaks to whom their document says; yield the others."""
        rest = []
        for naming in group:
            name = told.get((naming.document, fold(naming.shown)))
            fits = [p for p in self.crowd if name and name in p.namings]
            if fits:
                fits[0].namings.append(naming)
            else:
                rest.append(naming)
        if rest:
            yield rest

    def by_letters(self, group: list[Naming]) -> None:
        """ "E.", "mw. B.", "RdH": letters only."""
        shown = bare(group[0].shown).rstrip(".")
        initials = group[0].parts.initials
        if len(initials) > 1:
            self._settle(group, self._with_letters(initials))
            return
        if len(shown) > 1 and not initials:
            fits = self._with_letters(shown) or self._spoken(group, fold(shown))
            self._settle(group, fits)
            return
        letter = group[0].parts.first
        for naming in group:
            titled = naming.candidate.reason == TITLED
            fits = self._with_letter(letter, titled=titled, naming=naming)
            self._settle([naming], fits)
            if len(fits) == 1 and not titled and self._is_guessed(fits[0], letter):
                self.doubtful.add(naming.order)

    def _spoken(self, group: list[Naming], short: str) -> list[Person]:
        """Return whose name begins as a label does that says who speaks: "ay" for Ayaan."""
        if not any(map(says_who, group)):
            return []
        persons = self.crowd.beginning((short[:SHORT_HEAD],))
        fits = [p for p in persons if any(g.startswith(short) for g in p.first_givens)]
        self.doubtful.update(n.order for n in group if fits)
        return fits if len(fits) == 1 else []

    def _is_guessed(self, person: Person, letter: str) -> bool:
        """Tell whether another child or relative begins with the letter too."""
        others = [p for p in self.crowd.with_letter(letter) if p is not person]
        near = [
            p
            for p in others
            if p.givens and (not p.surnames.isdisjoint(person.surnames) or is_child(p))
        ]
        return person.key != FIRST and bool(near)

    def _with_letters(self, shown: str) -> list[Person]:
        return [p for p in self.crowd.persons() if has_letters(p, shown)]

    def _with_letter(
        self, letter: str, *, titled: bool, naming: Naming
    ) -> list[Person]:
        if titled:
            persons = self.crowd.persons()
            fits = [p for p in persons if any(begins(n, letter) for n in p.names)]
            fits = [p for p in fits if p.gender in {"", naming.candidate.gender}]
            if fits:
                return fits
        persons = self.crowd.with_letter(letter)
        known = [p for p in persons if p.givens]
        young = [p for p in known if is_child(p)]
        first = [p for p in young if p.key == FIRST]
        if len(young) == 1 or first:
            return first or young
        home = [p for p in known if at_home(p)]
        return home or known or persons

    def _settle(self, group: list[Naming], fits: list[Person]) -> None:
        """Give the group to the one person that fits, or each naming to the likeliest."""
        gender = group[0].candidate.gender
        fits = [p for p in fits if not gender or p.gender in {"", gender}]
        if gender and group[0].candidate.reason == TITLED:
            fits = [p for p in fits if not is_child(p)]
        if not fits:
            self._new(group)
            return
        if len(fits) == 1:
            self._join(fits[0], group)
            return
        parts = group[0].parts
        exact = [p for p in fits if parts.first and parts in p.names]
        if len(exact) == 1 and parts.surname and not group[0].candidate.gender:
            self._join(exact[0], group)
            return
        for naming in group:
            chosen, sure = likeliest(naming, fits)
            if chosen is None:
                self._doubt(naming)
                continue
            chosen.namings.append(naming)
            if not sure:
                self.doubtful.add(naming.order)

    def _doubt(self, naming: Naming) -> None:
        """Nothing tells who is meant: an entity of its own, on the review list."""
        self.doubtful.add(naming.order)
        key = f"doubt:{naming.parts.full or naming.shown}:{naming.candidate.gender}"
        person = self.crowd.keyed(key)
        if person is None:
            self.crowd.add(Person(key=key, namings=[naming]))
        else:
            person.namings.append(naming)

    def _join(self, person: Person, group: list[Naming]) -> None:
        parts = group[0].parts
        person.namings.extend(group)
        if parts not in person.names and (parts.given or parts.surname):
            person.names.append(parts)
            self.crowd.renamed(person)
