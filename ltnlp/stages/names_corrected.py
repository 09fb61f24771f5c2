"""What people decided about names, replayed on what the machine found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import COVERING, Candidate, Choice, Label, Shape
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.domain.words import Words, cut, word_keys
from ltnlp.stages.name_likeness import Naming, Person
from ltnlp.stages.things import without_article

FOUND_BY = "correction"
HERE = "here"
"""Value of `scope`: the decision holds at its place only."""


Phrase = tuple[str, ...]
"""Folded words in a row."""
Place = tuple[str, int, int]
"""A passage, and where in it words begin and end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a person chose for words that tell who somebody is without a name."""

    choice: Choice
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouping:
    """Persons (by id) who are one, or names (folded) that are somebody apart."""

    together: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The journal as far as names go, with the words at the places it speaks of."""

    names: Mapping[tuple[str, ...], Label] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()
    cleared_places: frozenset[Place] = frozenset()
    cleared_entities: frozenset[str] = frozenset()
    regroupings: tuple[Regrouping, ...] = ()
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chosen: Mapping[Phrase, Chosen] = field(default_factory=dict)
    assigned: Mapping[Place, str] = field(default_factory=dict)

    def named(self, passages: Iterable[Passage]) -> Iterator[Candidate]:
        """Yield every place where a name that a person marked stands."""
        covered = {p: c for p, c in self.chosen.items() if c.choice in COVERING}
        for passage_id, start, end in self.assigned:
            yield _marked(passage_id, Span(start=start, end=end), Label.PERSON)
        if not self.names and not covered:
            return
        for passage in passages:
            words = cut(passage.text)
            for phrase, label in self.names.items():
                for span in places_of(words, phrase):
                    yield _marked(passage.id, span, label)
            for phrase, chosen in covered.items():
                for span in places_of(words, phrase):
                    marked = _marked(passage.id, span, Label.ROLE)
                    yield replace(marked, choice=chosen.choice)

    def applied(
        self, found: Sequence[Candidate], passages: Sequence[Passage]
    ) -> list[Candidate]:
        """Return what was found without what people cleared."""
        texts = {p.id: p.text for p in passages}
        kept = []
        for candidate in found:
            shown = fold(candidate.span.of(texts[candidate.passage]))
            place = (candidate.passage, candidate.span.start, candidate.span.end)
            marked = FOUND_BY in candidate.found_by.split("+")
            if shown in self.cleared and not marked:
                continue
            if place not in self.cleared_places:
                kept.append(candidate)
        return kept

    def with_choices(
        self, found: Iterable[Candidate], passages: Iterable[Passage]
    ) -> Iterator[Candidate]:
        """Yield what was found, flags with what a person decided on them."""
        texts = {p.id: p.text for p in passages}
        for one in found:
            flag = self.chosen and one.label is Label.ROLE
            chosen = (
                self.chosen_for([one.span.of(texts[one.passage])]) if flag else None
            )
            if chosen is None:
                yield one
            else:
                yield replace(one, choice=chosen.choice, needs_review=False)

    def chosen_for(self, variants: Iterable[str]) -> Chosen | None:
        """Return what was decided on words in one of these forms, None while open."""
        for variant in variants:
            keys = word_keys(variant)
            found = self.chosen.get(keys) or self.chosen.get(
                tuple(without_article(keys))
            )
            if found is not None:
                return found
        return None

    def applied_to(self, registry: Registry) -> Registry:
        """Return the registry with what was decided on its flags."""
        return replace(
            registry, entities=tuple(self._flag(e) for e in registry.entities)
        )

    def _flag(self, entity: Entity) -> Entity:
        if entity.label is not Label.ROLE:
            return entity
        chosen = self.chosen_for(entity.variants)
        if chosen is None:
            return replace(entity, choice=None, instead="")
        return replace(entity, choice=chosen.choice, instead=chosen.instead)

    def regrouped(self, people: Sequence[Person]) -> list[Person]:
        """Return the persons as people joined and split them."""
        groups = [p for p in people if not self._is_cleared(p)]
        for one in self.regroupings:
            if one.together:
                groups = self._joined(groups, one.together)
            else:
                groups = _parted(groups, one.apart)
        for place, whose in self.assigned.items():
            groups = self._assigned(groups, place, whose)
        return groups

    def settled(self, namings: Iterable[Naming]) -> set[int]:
        """Return the places, by order, of which a person said who is meant."""
        return {
            n.order
            for n in (namings if self.assigned else ())
            if any(_stands_at(n, place) for place in self.assigned)
        }

    def _assigned(self, groups: list[Person], place: Place, whose: str) -> list[Person]:
        """Give the naming at a place to the person meant, or to somebody of its own."""
        found = [(p, n) for p in groups for n in p.namings if _stands_at(n, place)]
        if not found:
            return groups
        owner, naming = found[0]
        fitting = self._fitting(groups, whose)
        meant = fitting[0] if fitting else Person(key=f"here:{whose}")
        if meant is owner:
            return groups
        owner.namings.remove(naming)
        meant.namings.append(naming)
        return [p for p in (*groups, *([] if fitting else [meant])) if p.namings]

    def _is_cleared(self, person: Person) -> bool:
        shown = {fold(n.shown) for n in person.namings}
        return any(
            shown <= self.variants.get(entity, frozenset())
            for entity in self.cleared_entities
        )

    def _fitting(self, groups: Sequence[Person], entity: str) -> list[Person]:
        """Return the persons that share names with an entity, the best first."""
        names = self.variants.get(entity, frozenset())
        shared = {
            p.key: sum(
                len(name.split()) ** 2
                for name in {fold(n.shown) for n in p.namings} & names
            )
            for p in groups
        }
        found = [p for p in groups if shared[p.key]]
        return sorted(found, key=lambda p: (-shared[p.key], p.key))

    def _joined(self, groups: list[Person], wanted: tuple[str, ...]) -> list[Person]:
        """Join the persons that hold the names of the entities to be joined.

        After the first run one of the entities holds the names of all of them: those
        that fit fewest persons choose first.
        """
        fitting = {entity: self._fitting(groups, entity) for entity in wanted}
        together: list[Person] = []
        for entity in sorted(fitting, key=lambda e: len(fitting[e])):
            best = next((p for p in fitting[entity] if p not in together), None)
            if best is not None:
                together.append(best)
        together.sort(key=groups.index)
        if len(together) < 2:
            return groups
        kept = next((p for p in together if p.entity), together[0])
        for person in together:
            if person is not kept:
                kept.namings.extend(person.namings)
                kept.names.extend(person.names)
        return [p for p in groups if p is kept or p not in together]


def _stands_at(naming: Naming, place: Place) -> bool:
    passage, start, end = place
    here = naming.candidate
    return here.passage == passage and here.span.overlaps(Span(start=start, end=end))


def _parted(groups: list[Person], variants: frozenset[str]) -> list[Person]:
    """Take the namings with these words out of their persons, as a person apart."""
    apart = Person(key=f"split:{'|'.join(sorted(variants))}")
    for person in groups:
        mine = [n for n in person.namings if fold(n.shown) in variants]
        if len(mine) == len(person.namings):
            continue
        apart.namings.extend(mine)
        for naming in mine:
            person.namings.remove(naming)
    return [*groups, apart] if apart.namings else groups


def places_of(words: Words, phrase: Phrase) -> Iterator[Span]:
    """Yield where a phrase stands in a text."""
    for at in range(len(words)):
        behind = at + len(phrase)
        if words.keys[at] == phrase[0] and tuple(words.keys[at:behind]) == phrase:
            yield words.span(at, behind)


def _marked(passage: str, span: Span, label: Label) -> Candidate:
    return Candidate(
        passage=passage,
        span=span,
        label=label,
        found_by=FOUND_BY,
        reason="door een mens aangewezen",
        shape=Shape.UNKNOWN if label is Label.PERSON else None,
        listed=True,
    )
