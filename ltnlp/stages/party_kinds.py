"""Which kind of organisation a pseudonym or a role stands for in this review."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.documents import Document, SegmentKind
from ltnlp.domain.mentions import LEADING, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.person_kinds import WITHIN_ANY, kinds_of_entities
from ltnlp.stages.role_kinds import actors_here, mentions_here, role_kinds

# Where one kind is the place or a part of another.
_PART_OF = {"consultatiebureau": "jeugdgezondheidszorg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The mentions and actors by passage, each with the kind it has here."""

    organisations: Mapping[str, tuple[OrganisationMention, ...]]
    actors: Mapping[str, tuple[Actor, ...]]


def resolve(
    passages: Sequence[ReleasedPassage],
    *,
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    documents: Sequence[Document],
) -> Parties:
    """Return who is meant, by what stands beside a name and by who speaks.

    "[Persoon-5] (schuldhulp)" gives the person a kind throughout the review; a
    "teamleider" without more is of the organisation of who tells.
    """
    told = {passage.id: passage for passage in passages}
    authors = {document.id: document.author_kind for document in documents}
    speakers = {p.id: p.speaker_kind or authors.get(p.document) for p in passages}
    here = role_kinds(organisations, actors, documents)
    taking_part = [one for one in organisations if one.kind != LEADING]
    organisations = mentions_here(taking_part, here, told, speakers)
    actors = actors_here([a for a in actors if not _leads(a)], here, speakers)
    entities = kinds_of_entities(
        told, organisations=organisations, actors=actors, documents=documents
    )
    known = [_with_kind(actor, entities) for actor in actors]
    kinds = {(actor.passage, actor.span): actor.organisation_kind for actor in known}
    mentions = [
        replace(mention, kind=kind)
        for mention in organisations
        if (
            kind := _kind_here(
                mention, told[mention.passage], speakers[mention.passage], kinds
            )
        )
        is not None
    ]
    return Parties(
        organisations=_by_passage(mentions),
        actors={
            passage: tuple(found) for passage, found in _grouped_actors(known).items()
        },
    )


def _leads(actor: Actor) -> bool:
    """Tell whether somebody leads the review, which is no part of what is told."""
    return actor.organisation_kind == LEADING


def named_in(
    mentions: Sequence[OrganisationMention], actors: Sequence[Actor]
) -> tuple[OrganisationMention, ...]:
    """Return who is named in a passage, in order; a pseudonym's kind goes first."""
    known = {actor.span: actor.organisation_kind for actor in actors}
    found = [
        replace(mention, kind=known.get(mention.span) or mention.kind)
        for mention in mentions
    ]
    taken = {mention.span for mention in found}
    found += [
        OrganisationMention(
            passage=actor.passage, span=actor.span, kind=actor.organisation_kind
        )
        for actor in actors
        if actor.organisation_kind and actor.span not in taken
    ]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _by_passage(
    mentions: Sequence[OrganisationMention],
) -> dict[str, tuple[OrganisationMention, ...]]:
    grouped: dict[str, list[OrganisationMention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.passage].append(mention)
    return {passage: tuple(found) for passage, found in grouped.items()}


def _grouped_actors(actors: Sequence[Actor]) -> dict[str, list[Actor]]:
    grouped: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        grouped[actor.passage].append(actor)
    return grouped


def _with_kind(actor: Actor, kinds: Mapping[str, str]) -> Actor:
    kind = kinds.get(actor.entity)
    if kind is None or actor.label not in {Label.PERSON, Label.ORG_INSTANCE}:
        return actor
    return replace(actor, organisation_kind=kind)


def _kind_here(
    mention: OrganisationMention,
    passage: ReleasedPassage,
    speaker: str | None,
    kinds: Mapping[tuple[str, Span], str | None],
) -> str | None:
    """Return the kind of a mention here; None when nobody outside is meant."""
    known = kinds.get((mention.passage, mention.span))
    word = mention.span.of(passage.text).lower().strip("[]").split("-")[0]
    if word in WITHIN_ANY and mention.kind != speaker:
        return None
    kind = known or mention.kind
    return speaker if speaker and _PART_OF.get(kind) == speaker else kind


def senders(
    passages: Sequence[ReleasedPassage], actors: Mapping[str, tuple[Actor, ...]]
) -> dict[str, tuple[str | None, str | None]]:
    """Return who writes and who is written to, by the id of each mail's passages.

    A quoted mail has its own header lines; what follows them is its sender's. A
    kind is None where the header names nobody whose kind is known.
    """
    found: dict[str, tuple[str | None, str | None]] = {}
    sender: str | None = None
    receiver: str | None = None
    document = ""
    for passage in sorted(passages, key=lambda p: (p.document, p.ordinal)):
        if passage.document != document:
            document, sender, receiver = passage.document, None, None
        if passage.kind is SegmentKind.MAIL_HEADER:
            line = passage.text.lstrip("> ").lower()
            kind = _first_kind(actors.get(passage.id, ()))
            if line.startswith(("van:", "from:")):
                sender, receiver = kind, sender if passage.text[:1] == ">" else None
            elif line.startswith(("aan:", "to:")):
                receiver = kind
        elif sender or receiver:
            found[passage.id] = (sender, receiver)
    return found


def _first_kind(actors: Sequence[Actor]) -> str | None:
    return next((a.organisation_kind for a in actors if a.organisation_kind), None)
