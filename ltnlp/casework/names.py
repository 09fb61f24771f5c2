"""Who is who in a review: the people that were found, and the places in doubt.

For whom may see names: nothing of this goes into a file or a log.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded
from ltnlp.casework.desk import MENTIONS, MentionList, desk_of
from ltnlp.casework.home import Home
from ltnlp.casework.journal import said_names, times_said
from ltnlp.casework.last_run import last_timeline
from ltnlp.casework.release import REGISTRY
from ltnlp.domain.corrections import Do
from ltnlp.domain.documents import Document
from ltnlp.domain.errors import InputError
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.spans import Span

ANOTHER, NO_NAME, NOWHERE = "ander", "geen", "nergens"
"""What a person can say of a place beside the id of who is meant."""
AROUND = 90
"""Signs of the passage that are shown before and behind a name."""
_OF_NAMES = frozenset(
    {Do.NAME, Do.NOT_NAME, Do.JOIN_PERSONS, Do.SPLIT_PERSON, Do.RENAME}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody or something with a pseudonym, and the forms that the sources use."""

    id: str
    pseudonym: str
    label: Label
    forms: tuple[str, ...]
    times: int
    doubts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A place where it is not sure who is meant, or whether it is a name at all.

    Attributes:
        slot: of the document; `span` counts in its text as read.
        label: what the document is called.
        before: what stands before it, `words` it, `after` what stands behind it.
        whose: id of the one whose pseudonym stands there now.
        others: ids of those who can be meant too.
        a_person: it names a person, if it is a name.
    """

    slot: str
    label: str
    span: Span
    before: str
    words: str
    after: str
    whose: str
    others: tuple[str, ...]
    a_person: bool

    @property
    def why_nl(self) -> str:
        """Return why it is asked."""
        if self.others:
            return "Er kan ook iemand anders bedoeld zijn."
        return "Niet zeker of dit een naam is, en van wie."


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesSheet:
    """People and things by their pseudonyms, and what waits for a decision.

    Attributes:
        named: those that the last run found, people first.
        doubts: in order of document and place; without those that were decided.
        waiting: decisions on names that stand in no run yet.
        coming: words that were called a name since, and how often the sources have them.
        renamed: by id, the pseudonym that was chosen since.
    """

    named: tuple[Named, ...]
    doubts: tuple[Doubt, ...]
    waiting: int
    coming: tuple[tuple[str, int], ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)

    def by_id(self) -> Mapping[str, Named]:
        """Return who is named, by id."""
        return {one.id: one for one in self.named}

    def alike(self, doubt: Doubt) -> tuple[Doubt, ...]:
        """Return the doubts on the same words for the same person, itself too."""
        mine = (fold(doubt.words), doubt.whose)
        return tuple(one for one in self.doubts if (fold(one.words), one.whose) == mine)


def names_sheet(home: Home, review_id: str) -> NamesSheet:
    """Return who is who in a review, and where that is in doubt.

    Raises:
        StateError: the review was never run.
    """
    last_timeline(home, review_id)
    registry, listed = _found(home, review_id)
    desk = desk_of(home, review_id)
    passages = {passage.id: passage for passage in desk.passages()}
    documents = {document.id: document for document in desk.documents}
    shown = [(m, passages[m.passage]) for m in listed.mentions if m.passage in passages]
    decided = _decided(home, review_id)
    doubts = tuple(
        doubt
        for doubt in _doubts(shown, documents, registry)
        if (doubt.slot, doubt.span) not in decided
    )
    later = home.store(review_id).corrections()[listed.replayed :]
    read = [passage.text for passage in passages.values()]
    return NamesSheet(
        named=tuple(_named(shown, registry)),
        doubts=doubts,
        waiting=sum(one.do in _OF_NAMES for one in later),
        coming=tuple(
            (words, times_said([words], read))
            for words in said_names(home, review_id, registry)
        ),
        renamed={
            one.target or "": one.one("pseudonym") or ""
            for one in later
            if one.do is Do.RENAME
        },
    )


def open_doubts(home: Home, review_id: str) -> int:
    """Return how many places nobody decided on, without a look into the vault."""
    store = home.store(review_id)
    slots = {document.id: document.slot for document in store.released().documents}
    decided = _decided(home, review_id)
    return sum(
        (slots.get(row.document), Span(start=row.start, end=row.end)) not in decided
        for row in store.identifiers()
        if row.needs_review and row.label != Label.ROLE
    )


def decide_place(
    home: Home, review_id: str, slot: str, span: Span, *, whose: str, by: str
) -> Accepted:
    """Record who is meant at a place, or that it is somebody else, or no name.

    Raises:
        InputError: nobody has this id, or the place is none.
    """
    place = {"document": slot, "start": span.start, "end": span.end}
    said: dict[str, object] = {"do": "name", "person": whose}
    if whose == ANOTHER:
        said = {"do": "split_person", "scope": "here"}
    elif whose == NO_NAME:
        said = {"do": "not_name", "scope": "here"}
    elif whose == NOWHERE:
        said = {"do": "not_name"}
    else:
        _known(home, review_id, whose)
    return recorded(home, review_id, {**said, **place}, by=by)


def mark_name(
    home: Home, review_id: str, words: str, *, label: str, by: str
) -> Accepted:
    """Record that words are a name, wherever they stand.

    Raises:
        InputError: there are no words, or no such kind.
    """
    if not words.strip():
        raise InputError("no words", message_nl="Vul in welke naam gemist is.")
    told = {"do": "name", "text": words.strip(), "label": label}
    return recorded(home, review_id, told, by=by)


def unmark_name(home: Home, review_id: str, words: str, *, by: str) -> Accepted:
    """Record that words are no name, wherever they stand."""
    return recorded(home, review_id, {"do": "not_name", "text": words}, by=by)


def join_people(
    home: Home, review_id: str, one: str, other: str, *, by: str
) -> Accepted:
    """Record that two are one.

    Raises:
        InputError: nobody has one of these ids, or both are one already.
    """
    ids = [_known(home, review_id, entity).id for entity in (one, other)]
    if one == other:
        raise InputError("one id twice", message_nl="Kies twee verschillende personen.")
    return recorded(home, review_id, {"do": "join_persons", "persons": ids}, by=by)


def split_off(
    home: Home, review_id: str, entity: str, forms: Sequence[str], *, by: str
) -> Accepted:
    """Record that some of somebody's names are those of another.

    Raises:
        InputError: none of the names was chosen, or all.
    """
    own = {fold(form) for form in _known(home, review_id, entity).variants}
    chosen = {fold(form) for form in forms} & own
    if not chosen or chosen == own:
        raise InputError(
            "nothing to split off",
            message_nl="Kies welke namen van iemand anders zijn: niet alle en niet geen.",
        )
    told = {"do": "split_person", "person": entity, "variants": sorted(forms)}
    return recorded(home, review_id, told, by=by)


def rename(
    home: Home, review_id: str, entity: str, pseudonym: str, *, by: str
) -> Accepted:
    """Record the pseudonym that a person chose; a name in it is refused.

    Raises:
        InputError: nobody has this id, or the pseudonym is empty or holds a name.
    """
    _known(home, review_id, entity)
    if not pseudonym.strip("[] "):
        raise InputError("no pseudonym", message_nl="Vul een aanduiding in.")
    told = {"do": "rename", "person": entity, "pseudonym": pseudonym.strip()}
    return recorded(home, review_id, told, by=by)


def _found(home: Home, review_id: str) -> tuple[Registry, MentionList]:
    vault = home.vault(review_id, purpose=Purpose.NAME)
    registry = vault.recall(REGISTRY, Registry) or Registry()
    return registry, vault.recall(MENTIONS, MentionList) or MentionList(mentions=())


def _known(home: Home, review_id: str, entity: str) -> Entity:
    found = _found(home, review_id)[0].by_id().get(entity)
    if found is None:
        raise InputError("nobody has this id", message_nl="Deze persoon is er niet.")
    return found


def _named(
    shown: Iterable[tuple[Mention, Passage]], registry: Registry
) -> Iterator[Named]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    doubts: Counter[str] = Counter()
    for mention, passage in shown:
        forms[mention.entity][mention.span.of(passage.text)] += 1
        doubts[mention.entity] += mention.needs_review
    # People first, then what else was found, in the order of their numbers.
    for entity in sorted(
        registry.entities, key=lambda e: (e.label is not Label.PERSON, e.label)
    ):
        own = forms.get(entity.id)
        if own and entity.label is not Label.ROLE:
            yield Named(
                id=entity.id,
                pseudonym=entity.pseudonym,
                label=entity.label,
                forms=tuple(form for form, _ in own.most_common()),
                times=sum(own.values()),
                doubts=doubts[entity.id],
            )


def _doubts(
    shown: Sequence[tuple[Mention, Passage]],
    documents: Mapping[str, Document],
    registry: Registry,
) -> Iterator[Doubt]:
    people = {m.entity for m, _ in shown if m.label is Label.PERSON}
    called: dict[str, set[str]] = defaultdict(set)
    for entity in registry.entities:
        for word in {w for form in entity.variants for w in fold(form).split()}:
            if entity.id in people:
                called[word].add(entity.id)
    for mention, passage in shown:
        if mention.needs_review and mention.label is not Label.ROLE:
            words = mention.span.of(passage.text)
            others = {o for w in fold(words).split() for o in called[w]}
            document = documents[passage.document]
            yield Doubt(
                slot=document.slot,
                label=document.label or document.slot,
                span=passage.offsets.to_origin(mention.span),
                before=passage.text[: mention.span.start][-AROUND:],
                words=words,
                after=passage.text[mention.span.end :][:AROUND],
                whose=mention.entity,
                others=tuple(sorted(others - {mention.entity})),
                a_person=mention.label is Label.PERSON,
            )


def _decided(home: Home, review_id: str) -> frozenset[tuple[str, Span]]:
    return frozenset(
        (one.slot, one.span)
        for one in home.store(review_id).corrections()
        if one.do in _OF_NAMES and one.slot is not None and one.span is not None
    )
