"""Who speaks in each passage: a pseudonym or a role, and whether they ask or tell."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import FAMILY, LEADING, Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, NameCheck, Registry
from ltnlp.stages.mails import is_header, mails_in, sender_in

_ASKING_ROLES = word_set(
    "reviewbegeleider interviewer reviewer gespreksvoerder onderzoeker vraag int i v"
)
_TALK = frozenset({DocumentKind.INTERVIEW, DocumentKind.CLIENT_INTERVIEW})
_MOST = 0.5
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks: pseudonym or role, kind of organisation, and whether they ask."""

    speaker: str | None
    kind: str | None
    asks: bool


def voices(
    passages: Sequence[Passage],
    mentions: Mapping[str, Sequence[Mention]],
    registry: Registry,
    documents: Sequence[Document],
    name_check: NameCheck,
) -> dict[str, Voice]:
    """Return the voice of each passage by its id."""
    entities = registry.by_id()
    by_document: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.document].append(passage)
    known = {d.id: d for d in documents}
    heard: dict[str, Voice] = {}
    for document, own in by_document.items():
        own.sort(key=lambda p: p.ordinal)
        labels = {p.id: _labelled(p, mentions.get(p.id, ()), entities) for p in own}
        labels = _senders(own, mentions, entities) | _carried(own, labels)
        room = _Room(known.get(document), own, labels, registry, name_check)
        heard.update({p.id: room.voice(p) for p in own})
    return heard


def _labelled(
    passage: Passage, mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> Entity | None:
    """Return the person that the speaker label names."""
    if passage.speaker is None:
        return None
    for mention in mentions:
        if mention.label is Label.PERSON and mention.span.end <= passage.body_start:
            return entities.get(mention.entity)
    return None


def _carried(
    passages: Sequence[Passage], labels: Mapping[str, Entity | None]
) -> dict[str, Entity | None]:
    """Give passages that go on without a label the person of the label before."""
    by_label = {p.speaker: labels[p.id] for p in passages if labels[p.id]}
    found = {p.id: labels[p.id] or by_label.get(p.speaker) for p in passages}
    return {one: entity for one, entity in found.items() if entity}


def _senders(
    passages: Sequence[Passage],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
) -> dict[str, Entity | None]:
    """Return who sent the message that a passage stands in, None outside messages.

    What is quoted below an answer is of the sender that its own header names.
    """
    found: dict[str, Entity | None] = {}
    senders: dict[int | None, Entity | None] = {}
    numbers = mails_in((passage.text, passage.kind) for passage in passages)
    for passage, mail in zip(passages, numbers, strict=True):
        end = sender_in(passage.text, passage.kind)
        if end:
            before = [m for m in mentions.get(passage.id, ()) if m.span.end <= end]
            senders[mail] = _first_person(before, entities)
        header = is_header(passage.text, passage.kind)
        found[passage.id] = None if header else senders.get(mail)
    return found


def _first_person(
    mentions: Sequence[Mention], entities: Mapping[str, Entity]
) -> Entity | None:
    for mention in sorted(mentions, key=lambda m: m.span):
        if mention.label is Label.PERSON:
            return entities.get(mention.entity)
    return None


class _Room:
    """One document and those who speak in it."""

    def __init__(
        self,
        document: Document | None,
        passages: Sequence[Passage],
        labels: Mapping[str, Entity | None],
        registry: Registry,
        name_check: NameCheck,
    ) -> None:
        self._document = document
        self._labels = labels
        self._name_check = name_check
        self._by_role: dict[str, list[Entity]] = defaultdict(list)
        for entity in registry.entities:
            if entity.label is Label.PERSON:
                self._by_role[fold(entity.role)].append(entity)
        self._asking = self._who_ask(passages)

    def _key(self, passage: Passage) -> str:
        entity = self._labels[passage.id]
        return entity.id if entity else fold(passage.speaker or "")

    def _who_ask(self, passages: Sequence[Passage]) -> frozenset[str]:
        """Return the speakers who ask more than they tell, in an interview."""
        if self._document is None or self._document.kind not in _TALK:
            return frozenset()
        turns: Counter[str] = Counter()
        questions: Counter[str] = Counter()
        for passage in passages:
            key = self._key(passage)
            if key:
                turns[key] += 1
                questions[key] += "?" in passage.text[passage.body_start :]
        asking = {
            k for k, n in turns.items() if n >= _FEWEST and questions[k] > _MOST * n
        }
        return frozenset(asking if len(asking) < len(turns) else ())

    def voice(self, passage: Passage) -> Voice:
        """Return who speaks in a passage of this document."""
        entity = self._labels[passage.id] or self._by_label(passage)
        if entity is not None:
            asks = self._asks(entity.role, entity.organisation_kind, self._key(passage))
            kind = self._kind(entity, asks=asks)
            return Voice(speaker=entity.pseudonym, kind=kind, asks=asks)
        if passage.speaker:
            return self._by_words(passage)
        return self._author()

    def _by_label(self, passage: Passage) -> Entity | None:
        """Return the one person whose role the label says ("Moeder:")."""
        fitting = self._by_role.get(fold(passage.speaker or ""), [])
        return fitting[0] if len(fitting) == 1 else None

    def _by_words(self, passage: Passage) -> Voice:
        label = (passage.speaker or "").strip()
        asks = self._asks(label, None, self._key(passage))
        if self._name_check(label):
            return self._author()
        author = self._document.author_role if self._document else None
        kind = self._document.author_kind if self._document and not asks else None
        if author and fold(author) != fold(label) and self._others_tell(passage):
            kind = None
        return Voice(speaker=label.lower(), kind=kind, asks=asks)

    def _others_tell(self, passage: Passage) -> bool:
        """Tell whether somebody else than this speaker tells in the document too."""
        mine = self._key(passage)
        keys = {e.id for e in self._labels.values() if e} - self._asking
        return bool(keys - {mine})

    def _asks(self, role: str, kind: str | None, key: str) -> bool:
        named = any(r in fold(role).split() for r in _ASKING_ROLES)
        return named or kind == LEADING or key in self._asking

    def _kind(self, entity: Entity, *, asks: bool) -> str | None:
        """Return the kind of who speaks; a sister is of the network if the author is."""
        kind = entity.organisation_kind
        if kind is not None and kind not in FAMILY:
            return kind
        author = self._author_kind(entity, asks=asks)
        return author if kind is None or author in FAMILY else kind

    def _author_kind(self, entity: Entity, *, asks: bool) -> str | None:
        document = self._document
        if document is None or asks:
            return None
        same = fold(document.author_role or "") == fold(entity.role)
        telling = {e.id for e in self._labels.values() if e} - self._asking
        return document.author_kind if same or telling == {entity.id} else None

    def _author(self) -> Voice:
        document = self._document
        if document is None or document.kind in _TALK or not document.author_role:
            return Voice(speaker=None, kind=None, asks=False)
        role = document.author_role
        fitting = self._by_role.get(fold(role), [])
        speaker = fitting[0].pseudonym if len(fitting) == 1 else role
        if self._name_check(speaker):
            speaker = "auteur"
        return Voice(speaker=speaker, kind=document.author_kind, asks=False)
