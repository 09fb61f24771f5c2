"""What people decided about names, replayed on what the machine found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.spans import Span
from ltnlp.domain.words import cut
from ltnlp.stages.name_likeness import Person

FOUND_BY = "correction"
HERE = "here"
"""Value of `scope`: the decision holds at its place only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The journal as far as names go, with the words at the places it speaks of."""

    names: Mapping[tuple[str, ...], Label] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()
    cleared_places: frozenset[tuple[str, int, int]] = frozenset()
    cleared_entities: frozenset[str] = frozenset()
    joined: tuple[tuple[str, ...], ...] = ()
    split: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def named(self, passages: Iterable[Passage]) -> Iterator[Candidate]:
        """Yield every place where a name that a person marked stands."""
        if not self.names:
            return
        for passage in passages:
            words = cut(passage.text)
            for at in range(len(words)):
                for phrase, label in self.names.items():
                    behind = at + len(phrase)
                    if tuple(words.keys[at:behind]) == phrase:
                        yield _marked(passage.id, words.span(at, behind), label)

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

    def regrouped(self, people: Sequence[Person]) -> list[Person]:
        """Return the persons as people joined and split them."""
        groups = [p for p in people if not self._is_cleared(p)]
        for wanted in self.joined:
            groups = self._joined(groups, wanted)
        for variants in self.split.values():
            groups = _parted(groups, variants)
        return groups

    def _is_cleared(self, person: Person) -> bool:
        shown = {fold(n.shown) for n in person.namings}
        return any(
            shown <= self.variants.get(entity, frozenset())
            for entity in self.cleared_entities
        )

    def _joined(self, groups: list[Person], wanted: tuple[str, ...]) -> list[Person]:
        """Join the persons that hold the names of the entities to be joined."""
        together: list[Person] = []
        for entity in wanted:
            names = self.variants.get(entity, frozenset())
            scored = [
                (len({fold(n.shown) for n in p.namings} & names), p.key, p)
                for p in groups
            ]
            best = max(scored, key=lambda s: (s[0], s[1]), default=None)
            if best and best[0] and best[2] not in together:
                together.append(best[2])
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
        self._joined: list[tuple[str, ...]] = []
        self._split: dict[str, frozenset[str]] = {}
        self._pseudonyms: dict[str, str] = {}
        self._variants = {
            e.id: frozenset(fold(v) for v in e.variants) for e in registry.entities
        }
        self._cleared.update(registry.cleared)

    def take(self, correction: Correction) -> None:
        """Take one entry of the journal; what is not about names is passed over."""
        acts = {
            Do.NAME: self._name,
            Do.NOT_NAME: self._not_name,
            Do.JOIN_PERSONS: self._join,
            Do.SPLIT_PERSON: self._part,
            Do.RENAME: self._rename,
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
            joined=tuple(self._joined),
            split=self._split,
            pseudonyms=self._pseudonyms,
            variants=self._variants,
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
        self._joined.append(correction.all_of("persons"))

    def _part(self, correction: Correction) -> None:
        names = {fold(v) for v in correction.all_of("variants")}
        shown = self._words_at(correction)
        if shown:
            names.add(fold(shown))
        if names:
            self._split[correction.id] = frozenset(names)

    def _rename(self, correction: Correction) -> None:
        pseudonym = correction.one("pseudonym")
        if correction.target and pseudonym:
            self._pseudonyms[correction.target] = _bracketed(pseudonym)

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


def _bracketed(pseudonym: str) -> str:
    inner = pseudonym.strip().strip("[]")
    if not inner.rpartition("-")[2].isdigit():
        inner += "-1"
    return f"[{inner}]"
