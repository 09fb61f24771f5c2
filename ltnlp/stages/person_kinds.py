"""Which organisation somebody works for, by what the sources say beside the name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.mentions import FAMILY, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import Span

# Roles within any organisation: the word alone says nothing of which one.
WITHIN_ANY = frozenset(
    ["teamleider", "teamleidster", "leidinggevende", "manager", "werkbegeleider",
     "afdelingsleider", "collega", "aandachtsfunctionaris", "secretaresse", "assistent",
     "directeur", "bestuurder", "stafmedewerker"]
)  # fmt: skip
# Roles that several kinds have; what stands beside the name decides.
SHARED = WITHIN_ANY | frozenset(
    ["leerkracht", "juf", "meester", "behandelaar", "arts", "dokter", "persoon", "organisatie",
     "jeugd-ggz", "partner", "medewerker", "contactpersoon", "jeugdhulpaanbieder"]
)  # fmt: skip
_FOLLOWS = re.compile(
    r"(?:\s\w+){0,1}\s?(?P<mark>\(|,\s|\svan\s|\sbij\s|\suit\s|–\s)"
    r"(?:de\s|het\s|'t\s|onze\s|een\s)?$"
)
_PRECEDES = re.compile(
    r"\s?(?P<mark>[(,:–-]?)\s?(?:(?:mw|mevr|dhr|dr|drs|ha|vpk)\.?\s|mevrouw\s|meneer\s"
    r"|de heer\s|dokter\s|juf\s)?$"
)
_IS = re.compile(
    r"(?:,|\.|\s–)?\s(?:dat|die|dit|wat)\s(?:is|was|zijn|waren)\s"
    r"(?:(?:ook|weer|toch|eigenlijk|gewoon|zeg maar|van|bij|voor|de|het|'t|een|onze|hun"
    r"|andere|soort)\s)*$",
    re.IGNORECASE,
)
"""What stands between a name and what it is: "[Organisatie-1], dat is van de ggz"."""
_OURS = re.compile(
    r"\b(?:ik (?:werk|werkte|zit|zat)(?: \w+){0,2} (?:bij|op|voor)|bij ons (?:op|bij|in)"
    r"|wij van|namens)\s(?:de\s|het\s|'t\s)?$",
    re.IGNORECASE,
)
_OUR_OWN_BEHIND = re.compile(
    r",\s(?:mijn|onze) (?:\w+ )?(?:collega|aandacht|team|leiding|manager|gedrag|werkbeg|jurist)"
)
_OUR_OWN = re.compile(
    r"\b(?:(?:mijn|onze|een|haar|zijn) (?:\w+ )?collega,?|onze \w+,?"
    r"|(?:mijn |onze |de )?(?:teamleider|teamleidster|leidinggevende|manager),?)\s$",
    re.IGNORECASE,
)
_BEGINS_NOTE = re.compile(r"\W*\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\s(?:\(\w+\)\s)?$")
_BEGINS = re.compile(r"(?:^|[.;:!?]\s|>\s|\s\d{4}\s|-\d{2}\s)$")
_JURIST = re.compile(r"\b[Mm]r\.\s?$")
_NEAR = 26
_NEAR_IS = 44
_OWN_ROLE = 6.0
_SAID = 3.0
_AT_WORK = 2.0
_HINT = 0.5
_SIGNATURE_WORDS = 9
_NAME_WORDS = 4
_WRITTEN = frozenset({SegmentKind.PARAGRAPH, SegmentKind.QUOTED})

Votes = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    passages: Mapping[str, ReleasedPassage]
    documents: Mapping[str, Document]
    named: Mapping[str, Sequence[tuple[Span, str]]]
    meant: Mapping[tuple[str, Span], str]
    authors: Mapping[str, str]
    workers: Mapping[str, Sequence[tuple[Span, str]]]

    def speaker(self, passage: ReleasedPassage) -> str | None:
        document = self.documents.get(passage.document)
        return passage.speaker_kind or (document.author_kind if document else None)

    def is_file(self, passage: ReleasedPassage) -> bool:
        document = self.documents.get(passage.document)
        return document is not None and document.kind is DocumentKind.FILE_EXTRACT


def kinds_of_entities(
    passages: Mapping[str, ReleasedPassage],
    *,
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    documents: Sequence[Document],
    hints: bool = True,
) -> dict[str, str]:
    """Return the kind of organisation of each person and organisation, by entity.

    What a person's own title says stands; where the title is shared by many kinds, or
    there is none, what stands beside the name in the whole review decides: "(VT)",
    "van de kredietbank", "mijn collega", the initials that begin a file note, the
    signature below a mail. Nobody gets a kind without a passage that says so, nor by a
    hint alone where `hints` is false.
    """
    sources = _sources(passages, organisations, actors, documents)
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for actor in actors:
        passage = passages.get(actor.passage)
        if passage is None or actor.label not in {Label.PERSON, Label.ORG_INSTANCE}:
            continue
        _count(votes[actor.entity], _evidence(actor, passage, sources))
    _signed(passages, actors, sources, votes)
    return {
        entity: max(counted, key=lambda kind: (counted[kind], kind))
        for entity, counted in votes.items()
        if counted and (hints or max(counted.values()) > _HINT)
    }


def _count(votes: Votes, evidence: Iterable[tuple[str, float]]) -> None:
    """Add what is said; a hint or a title counts once, however often it stands."""
    for kind, weight in evidence:
        often = weight in {_SAID, _AT_WORK}
        votes[kind] = votes[kind] + weight if often else max(votes[kind], weight)


def _sources(
    passages: Mapping[str, ReleasedPassage],
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    documents: Sequence[Document],
) -> _Sources:
    people = {(a.passage, a.span) for a in actors if a.label is Label.PERSON}
    named: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    meant: dict[tuple[str, Span], str] = {}
    for mention in organisations:
        meant[mention.passage, mention.span] = mention.kind
        shared = mention.role in SHARED
        if (mention.passage, mention.span) not in people and not shared:
            named[mention.passage].append((mention.span, mention.kind))
    return _Sources(
        passages=passages,
        documents={document.id: document for document in documents},
        named=named,
        meant=meant,
        authors={
            one.author_role.lower(): one.author_kind
            for one in documents
            if one.author_role and one.author_kind
        },
        workers=_workers(actors),
    )


def _workers(actors: Sequence[Actor]) -> dict[str, list[tuple[Span, str]]]:
    """Return who works where by their own title, by passage."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for actor in actors:
        kind = actor.organisation_kind
        shared = actor.role.lower() in SHARED or kind in FAMILY
        if kind and actor.label is Label.PERSON and not shared:
            found[actor.passage].append((actor.span, kind))
    return found


def _evidence(
    actor: Actor, passage: ReleasedPassage, sources: _Sources
) -> Iterator[tuple[str, float]]:
    own = _own_kind(actor, sources)
    shared = actor.role.lower() in SHARED
    if own is not None:
        yield own, _HINT if shared else _OWN_ROLE
    if own is not None and not shared:
        return
    wrote = sources.authors.get(actor.role.lower())
    if wrote is not None and actor.label is Label.PERSON:
        yield wrote, _AT_WORK
    for kind in _beside(actor, passage, sources):
        yield kind, _SAID
    if actor.label is Label.PERSON:
        yield from _colleague(actor, passage, sources)
        if _JURIST.search(passage.text[: actor.span.start][-5:]):
            yield "advocatuur", _HINT
    else:
        yield from _employer(actor, passage, sources)
        yield from _of_teller(actor, passage, sources)


def _own_kind(actor: Actor, sources: _Sources) -> str | None:
    """Return what the role says; a partner is of the family, not of its network."""
    meant = sources.meant.get((actor.passage, actor.span))
    if actor.role.lower() in WITHIN_ANY:
        return None
    if meant in FAMILY:
        return meant
    return actor.organisation_kind or meant


def _beside(actor: Actor, passage: ReleasedPassage, sources: _Sources) -> Iterator[str]:
    """Return the kinds that stand directly behind or before the name."""
    text = passage.text
    for span, kind in sources.named.get(passage.id, ()):
        if span == actor.span or kind in FAMILY:
            continue
        behind = text[actor.span.end : span.start]
        before = text[span.end : actor.span.start]
        if 0 < len(behind) <= _NEAR_IS and _IS.fullmatch(behind):
            yield kind
            return
        if 0 < span.start - actor.span.end <= _NEAR:
            found = _FOLLOWS.fullmatch(behind)
        elif 0 < actor.span.start - span.end <= _NEAR:
            found = _PRECEDES.fullmatch(before)
        else:
            continue
        if found and not (found["mark"].startswith(",") and _listed(passage, span)):
            yield kind
            return


def _employer(
    actor: Actor, passage: ReleasedPassage, sources: _Sources
) -> Iterator[tuple[str, float]]:
    """Read an organisation by who works there: "[Budgetcoach-1] van [Organisatie-2]"."""
    for span, kind in sources.workers.get(passage.id, ()):
        found = _FOLLOWS.fullmatch(passage.text[span.end : actor.span.start])
        if found and not found["mark"].startswith((",", "–")):
            yield kind, _SAID


def _of_teller(
    actor: Actor, passage: ReleasedPassage, sources: _Sources
) -> Iterator[tuple[str, float]]:
    """Read an organisation that the teller says to work for: "ik zit bij [Organisatie-1]"."""
    speaker = sources.speaker(passage)
    before = passage.text[: actor.span.start]
    if speaker and speaker not in FAMILY and _OURS.search(before[-40:]):
        yield speaker, _SAID


def _listed(passage: ReleasedPassage, span: Span) -> bool:
    """Tell whether a comma beside it only parts those who were there."""
    around = passage.text[max(0, span.start - 40) : span.end + 40]
    return passage.kind is SegmentKind.ROW or around.count(",") > 1


def _colleague(
    actor: Actor, passage: ReleasedPassage, sources: _Sources
) -> Iterator[tuple[str, float]]:
    """Weigh that somebody is a colleague of who speaks or wrote."""
    speaker = sources.speaker(passage)
    if speaker is None:
        return
    before = passage.text[: actor.span.start]
    told = passage.kind is SegmentKind.TURN and not passage.interviewer
    if told and passage.speaker == actor.pseudonym:
        yield speaker, _OWN_ROLE
    if speaker in FAMILY:
        return
    ours = _OUR_OWN_BEHIND.match(passage.text, actor.span.end)
    if ours or _OUR_OWN.search(before[-40:]) or actor.role.lower() in WITHIN_ANY:
        yield speaker, _AT_WORK
    if sources.is_file(passage) and actor.role.lower() in SHARED:
        if _BEGINS_NOTE.fullmatch(before):
            yield speaker, _AT_WORK
        elif _BEGINS.search(before[-7:]):
            yield speaker, _HINT


def _signed(
    passages: Mapping[str, ReleasedPassage],
    actors: Sequence[Actor],
    sources: _Sources,
    votes: dict[str, Votes],
) -> None:
    """Read the signature below a name: what the mail's sender writes of herself."""
    by_passage = {actor.passage: actor for actor in actors}
    ordered = sorted(passages.values(), key=lambda p: (p.document, p.ordinal))
    signer: Actor | None = None
    for passage in ordered:
        document = sources.documents.get(passage.document)
        is_mail = document is not None and document.kind is DocumentKind.EMAIL
        length = len(passage.text.split())
        if not is_mail or length > _SIGNATURE_WORDS or passage.kind not in _WRITTEN:
            signer = None
            continue
        if length <= _NAME_WORDS:
            signer = by_passage.get(passage.id, signer)
        kinds = [k for _, k in sources.named.get(passage.id, ()) if k not in FAMILY]
        if signer is not None and kinds and signer.label is Label.PERSON:
            votes[signer.entity][kinds[0]] += _SAID
