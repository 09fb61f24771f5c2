"""The journal of corrections → what people decided about names."""

from collections.abc import Iterator, Sequence

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Choice, Label
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.words import cut, word_keys
from ltnlp.stages.names_corrected import (
    HERE,
    Chosen,
    Decisions,
    Phrase,
    Place,
    Regrouping,
    places_of,
)
from ltnlp.stages.things import without_article


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
        self._places: set[Place] = set()
        self._entities: set[str] = set()
        self._regroupings: list[Regrouping] = []
        self._pseudonyms: dict[str, str] = {}
        self._variants = {
            e.id: frozenset(fold(v) for v in e.variants) for e in registry.entities
        }
        self._shown = {e.id: e.variants for e in registry.entities}
        self._chosen: dict[Phrase, Chosen] = {}
        self._assigned: dict[Place, str] = {}
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
            assigned=self._assigned,
        )

    def _name(self, correction: Correction) -> None:
        if correction.target and correction.span:
            self._assign(correction, correction.target)
            return
        shown = correction.one("text") or self._words_at(correction)
        if not shown:
            return
        label = correction.one("label") or Label.PERSON
        self._names[word_keys(shown)] = Label(label)
        self._cleared.discard(fold(shown))

    def _assign(self, correction: Correction, whose: str) -> None:
        """Keep who is meant at a place; a later word on the place counts."""
        for place in self._place(correction):
            self._places.discard(place)
            self._assigned[place] = whose

    def _not_name(self, correction: Correction) -> None:
        if correction.target:
            self._entities.add(correction.target)
            self._cleared.update(self._variants.get(correction.target, ()))
        shown = correction.one("text") or self._words_at(correction)
        if not shown:
            return
        self._names.pop(word_keys(shown), None)
        if correction.one("scope") == HERE:
            for place in self._place(correction):
                self._assigned.pop(place, None)
                self._places.add(place)
        else:
            self._cleared.add(fold(shown))

    def _join(self, correction: Correction) -> None:
        persons = correction.all_of("persons")
        self._regroupings.append(Regrouping(together=persons))

    def _part(self, correction: Correction) -> None:
        if correction.one("scope") == HERE:
            self._assign(correction, f"apart:{correction.id}")
            return
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
            keys = word_keys(form)
            if not keys:
                continue
            self._cleared.discard(fold(form))
            bare = tuple(without_article(keys))
            self._chosen[bare] = chosen = _chosen(choice, bare, instead)
            if chosen.choice is Choice.GENERALISE:
                # Its article goes with it: "de …" becomes "een …".
                self._chosen[keys] = chosen

    def _place(self, correction: Correction) -> Iterator[Place]:
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
    if any(True for _ in places_of(cut(instead), phrase)) or not instead:
        return Chosen(choice=Choice.MASK)
    return Chosen(choice=choice, instead=instead)


def _bracketed(pseudonym: str) -> str:
    inner = pseudonym.strip().strip("[]")
    if not inner.rpartition("-")[2].isdigit():
        inner += "-1"
    return f"[{inner}]"
