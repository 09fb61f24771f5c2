"""What people decided about names, replayed on what the machine found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import COVERING, Candidate, Choice, Label, Shape
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.domain.words import Words, cut
from ltnlp.stages.name_likeness import Person
from ltnlp.stages.things import without_article

FOUND_BY = "correction"
HERE = "here"
"""Value of `scope`: the decision holds at its place only."""


Phrase = tuple[str, ...]
"""Folded words in a row."""


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
    cleared_places: frozenset[tuple[str, int, int]] = frozenset()
    cleared_entities: frozenset[str] = frozenset()
    regroupings: tuple[Regrouping, ...] = ()
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    chosen: Mapping[Phrase, Chosen] = field(default_factory=dict)

    def named(self, passages: Iterable[Passage]) -> Iterator[Candidate]:
        """Yield every place where a name that a person marked stands."""
        covered = {p: c for p, c in self.chosen.items() if c.choice in COVERING}
        if not self.names and not covered:
            return
        for passage in passages:
            words = cut(passage.text)
            for phrase, label in self.names.items():
                for span in _places(words, phrase):
                    yield _marked(passage.id, span, label)
            for phrase, chosen in covered.items():
                for span in _places(words, phrase):
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
            if shown in self.cleared and candidate.found_by != FOUND_BY:
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
            keys = tuple(cut(variant).keys)
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
        return groups

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
            p.key: len({fold(n.shown) for n in p.namings} & names) for p in groups
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


def _places(words: Words, phrase: Phrase) -> Iterator[Span]:
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


def decisions(
    corrections: Sequence[Correction],
    passages: Sequence[Passage],
    documents: Sequence[Document],
    registry: Registry,
) -> Decisions:
    """Read the journal, oldest first: a later decision overrules an earlier one."""
    journal = _Journal(passages, documents, registry)
    for correction in sorted(corrections, key=lambda c: (c.at, c.id)):
        journal.take(correction)
    return journal.decided()


class _Journal:
    def __init__(
        self,
        passages: Sequence[Passage],
        documents: Sequence[Document],
        registry: Registry,
    ) -> None:
        self._documents = {d.slot: d.id for d in documents}
        self._passages = passages
        self._names: dict[tuple[str, ...], Label] = {}
        self._cleared: set[str] = set()
        self._places: set[tuple[str, int, int]] = set()
        self._entities: set[str] = set()
        self._regroupings: list[Regrouping] = []
        self._pseudonyms: dict[str, str] = {}
        self._variants = {
            e.id: frozenset(fold(v) for v in e.variants) for e in registry.entities
        }
        self._shown = {e.id: e.variants for e in registry.entities}
        self._chosen: dict[Phrase, Chosen] = {}
        self._cleared.update(registry.cleared)

    def take(self, correction: Correction) -> None:
        """Take one entry of the journal; what is not about names is passed over."""
        acts = {
            Do.NAME: self._name,
            Do.NOT_NAME: self._not_name,
            Do.JOIN_PERSONS: self._join,
            Do.SPLIT_PERSON: self._part,
            Do.RENAME: self._rename,
            Do.GENERALISE: self._generalise,
        }
        act = acts.get(correction.do)
        if act:
            act(correction)

    def decided(self) -> Decisions:
        return Decisions(
            names=self._names,
            cleared=frozenset(self._cleared),
            cleared_places=frozenset(self._places),
            cleared_entities=frozenset(self._entities),
            regroupings=tuple(self._regroupings),
            pseudonyms=self._with_joined(),
            variants=self._variants,
            chosen=self._chosen,
        )

    def _name(self, correction: Correction) -> None:
        shown = correction.one("text") or self._words_at(correction)
        if not shown:
            return
        label = correction.one("label") or Label.PERSON
        self._names[tuple(cut(shown).keys)] = Label(label)
        self._cleared.discard(fold(shown))

    def _not_name(self, correction: Correction) -> None:
        if correction.target:
            self._entities.add(correction.target)
            self._cleared.update(self._variants.get(correction.target, ()))
        shown = correction.one("text") or self._words_at(correction)
        if not shown:
            return
        self._names.pop(tuple(cut(shown).keys), None)
        if correction.one("scope") == HERE:
            self._places.update(self._place(correction))
        else:
            self._cleared.add(fold(shown))

    def _join(self, correction: Correction) -> None:
        persons = correction.all_of("persons")
        self._regroupings.append(Regrouping(together=persons))

    def _part(self, correction: Correction) -> None:
        names = {fold(v) for v in correction.all_of("variants")}
        shown = self._words_at(correction)
        if shown:
            names.add(fold(shown))
        if names:
            self._regroupings.append(Regrouping(apart=frozenset(names)))

    def _rename(self, correction: Correction) -> None:
        pseudonym = correction.one("pseudonym")
        if correction.target and pseudonym:
            self._pseudonyms.pop(correction.target, None)
            self._pseudonyms[correction.target] = _bracketed(pseudonym)

    def _with_joined(self) -> dict[str, str]:
        """Return the chosen pseudonyms: who is joined has the one that any of them has."""
        chosen = dict(self._pseudonyms)
        for at, one in enumerate(self._regroupings):
            later = self._regroupings[at + 1 :]
            parted = {name for other in later for name in other.apart}
            names = [self._variants.get(e, frozenset()) for e in one.together]
            # The last that was chosen is the last in the order of the dictionary.
            last = [p for e, p in self._pseudonyms.items() if e in one.together][-1:]
            if last and not any(parted & own for own in names):
                chosen.update(dict.fromkeys(one.together, last[0]))
        return chosen

    def _generalise(self, correction: Correction) -> None:
        """Decide on words, with and without the article that they begin with."""
        choice, instead = correction.choice, correction.one("instead") or ""
        shown = correction.one("text") or self._words_at(correction)
        forms = (shown,) if shown else self._shown.get(correction.target or "", ())
        if choice is None:  # pragma: no cover - refused where it was typed
            return
        for form in forms:
            keys = tuple(cut(form).keys)
            if not keys:
                continue
            self._cleared.discard(fold(form))
            bare = tuple(without_article(keys))
            self._chosen[bare] = chosen = _chosen(choice, bare, instead)
            if chosen.choice is Choice.GENERALISE:
                # Its article goes with it: "de …" becomes "een …".
                self._chosen[keys] = chosen

    def _place(self, correction: Correction) -> Iterator[tuple[str, int, int]]:
        document = self._documents.get(correction.slot or "")
        if document is None or correction.span is None:
            return
        for passage in self._passages:
            if passage.document == document and passage.span.overlaps(correction.span):
                span = passage.offsets.from_origin(correction.span)
                if span is not None:
                    yield passage.id, span.start, span.end

    def _words_at(self, correction: Correction) -> str:
        texts = {p.id: p.text for p in self._passages}
        for passage, start, end in self._place(correction):
            return texts[passage][start:end]
        return ""


def _chosen(choice: Choice, phrase: Phrase, instead: str) -> Chosen:
    """Return what was chosen; words that still say what they should hide mask it."""
    if choice is not Choice.GENERALISE:
        return Chosen(choice=choice)
    if any(True for _ in _places(cut(instead), phrase)) or not instead:
        return Chosen(choice=Choice.MASK)
    return Chosen(choice=choice, instead=instead)


def _bracketed(pseudonym: str) -> str:
    inner = pseudonym.strip().strip("[]")
    if not inner.rpartition("-")[2].isdigit():
        inner += "-1"
    return f"[{inner}]"
