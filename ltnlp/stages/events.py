"""ReleasedPassage → Event: every telling of a happening, one account each."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.events import (
    Account,
    DateInText,
    Event,
    EventReader,
    KnownSince,
    TextToRead,
    ToldEvent,
    UnusedDate,
)
from ltnlp.domain.mentions import LEADING, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.context import surrounded
from ltnlp.stages.knowers import knowers
from ltnlp.stages.mails import Correspondents, correspondents, sent_on
from ltnlp.stages.overviews import overviews
from ltnlp.stages.repeated import each_time
from ltnlp.stages.spoken_of import spoken_of
from ltnlp.stages.unused_days import small, unused
from ltnlp.stages.wording import says_i

ID_LENGTH = 12

INTERVIEWS = frozenset({DocumentKind.INTERVIEW, DocumentKind.CLIENT_INTERVIEW})
UNSPOKEN = frozenset({SegmentKind.PARAGRAPH, SegmentKind.NOTE})
SCHOOLS = ("voortgezet_onderwijs", "basisschool", "speciaal_onderwijs")
NOT_OF_AUTHOR = frozenset({"incident", "gezin", "verzuim", "start", "zorg"})
"""Kinds of happening in a note in which its writer need have no part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found in the passages before, by id of the passage."""

    actors: Mapping[str, Sequence[Actor]]
    dates: Mapping[str, Sequence[ReleasedDate]]
    organisations: Mapping[str, Sequence[OrganisationMention]]
    documents: Mapping[str, Document]
    school: str | None
    first_turns: Mapping[str, int]
    sent: Mapping[str, UncertainDate]
    mailed: Correspondents
    overviews: frozenset[str]

    def meant(self, kind: str) -> str:
        """Return the kind of school that "school" is in this review, if one."""
        return self.school if kind == "school" and self.school else kind


def extract(
    passages: Sequence[ReleasedPassage],
    *,
    actors: Sequence[Actor],
    dates: Sequence[ReleasedDate],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
    reader: EventReader,
) -> tuple[Event, ...]:
    """Return every happening that a passage tells, each with its one account.

    In order of document and place. The id of an event is stable as long as its
    passage and place are.
    """
    found = _found(passages, actors, dates, organisations, documents)
    events: list[Event] = []
    question, asked_in = "", ""
    ordered = _in_order(passages)
    readings = reader.read_all([_to_read(passage, found) for passage in ordered])
    for passage, reading in zip(ordered, readings, strict=True):
        question = question if passage.document == asked_in else ""
        asked_in = passage.document
        for told in reading.told:
            events.extend(each_time(_event(passage, told, found, question)))
            question = ""
        question = passage.text[passage.body_start :] if passage.interviewer else ""
    return surrounded(events, passages=passages, dates=found.dates)


def to_read(
    passages: Sequence[ReleasedPassage],
    *,
    actors: Sequence[Actor],
    dates: Sequence[ReleasedDate],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> Iterator[tuple[ReleasedPassage, TextToRead]]:
    """Yield each passage with all that an event reader is told of it."""
    found = _found(passages, actors, dates, organisations, documents)
    for passage in _in_order(passages):
        yield passage, _to_read(passage, found)


def unused_dates(
    passages: Sequence[ReleasedPassage],
    *,
    actors: Sequence[Actor],
    dates: Sequence[ReleasedDate],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
    reader: EventReader,
) -> tuple[UnusedDate, ...]:
    """Return the dates on which no event is placed, each with the reason.

    And the happenings without a date that are too small for a line of their own.
    """
    found = _found(passages, actors, dates, organisations, documents)
    listed: list[UnusedDate] = []
    for passage in _in_order(passages):
        days = found.dates.get(passage.id, ())
        reading = reader.read(_to_read(passage, found))
        left = (*unused(days, reading), *small(passage.id, days, reading))
        listed += sorted(left, key=lambda one: one.span)
    return tuple(listed)


def _found(
    passages: Sequence[ReleasedPassage],
    actors: Sequence[Actor],
    dates: Sequence[ReleasedDate],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> _Found:
    by_actor: dict[str, list[Actor]] = defaultdict(list)
    by_date: dict[str, list[ReleasedDate]] = defaultdict(list)
    by_kind: dict[str, list[OrganisationMention]] = defaultdict(list)
    for actor in actors:
        if actor.organisation_kind != LEADING:
            by_actor[actor.passage].append(actor)
    for date in sorted(dates, key=lambda d: d.span):
        by_date[date.passage].append(date)
    for mention in organisations:
        if mention.kind != LEADING:
            by_kind[mention.passage].append(mention)
    by_id = {document.id: document for document in documents}
    ordered = _in_order(passages)
    return _Found(
        actors=by_actor,
        dates=by_date,
        organisations=by_kind,
        documents=by_id,
        sent=sent_on(ordered, dates=by_date, documents=by_id),
        mailed=correspondents(
            ordered, actors=actors, organisations=organisations, documents=documents
        ),
        overviews=overviews(passages, documents),
        school=_school(actors, organisations, documents),
        first_turns=_first_turns(passages),
    )


def _first_turns(passages: Iterable[ReleasedPassage]) -> dict[str, int]:
    """Return where the first turn stands, by document; none where nobody is labelled."""
    found: dict[str, int] = {}
    for passage in passages:
        if passage.kind is SegmentKind.TURN:
            here = found.get(passage.document, passage.ordinal)
            found[passage.document] = min(here, passage.ordinal)
    return found


def _school(
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> str | None:
    """Return the kind of school that the review speaks of most; None when of none."""
    counts = Counter(a.organisation_kind for a in actors)
    counts.update(m.kind for m in organisations)
    counts.update({d.author_kind: 5 for d in documents if d.author_kind})
    best = max(SCHOOLS, key=lambda kind: counts[kind])
    return best if counts[best] else None


def _in_order(passages: Iterable[ReleasedPassage]) -> list[ReleasedPassage]:
    return sorted(passages, key=lambda p: (p.document, p.ordinal))


def _to_read(passage: ReleasedPassage, found: _Found) -> TextToRead:
    document = found.documents.get(passage.document)
    return TextToRead(
        text=passage.text,
        start=passage.body_start,
        document_kind=document.kind if document else DocumentKind.OTHER,
        kind=_kind(passage, document, found),
        cells=passage.cells,
        date_cell=passage.date_cell,
        dates=tuple(
            DateInText(span=d.span, value=d.value)
            for d in found.dates.get(passage.id, ())
        ),
        organisations=tuple(found.organisations.get(passage.id, ())),
        persons=tuple(a.span for a in found.actors.get(passage.id, ())),
        speaker_kind=_teller_kind(passage, found),
        interviewer=passage.interviewer,
        written=found.sent.get(passage.id),
    )


def _kind(
    passage: ReleasedPassage, document: Document | None, found: _Found
) -> SegmentKind:
    """Return what the passage is; where there are turns, what precedes them is head."""
    interview = document is not None and document.kind in INTERVIEWS
    unspoken = passage.kind in UNSPOKEN and not passage.speaker
    head = passage.ordinal < found.first_turns.get(passage.document, 0)
    silent = unspoken and not passage.speaker_kind and interview and head
    return SegmentKind.HEADING if silent else passage.kind


def _teller_kind(passage: ReleasedPassage, found: _Found) -> str | None:
    """Return the kind of who tells: of a mail its sender, else the author."""
    document = found.documents.get(passage.document)
    author = document.author_kind if document else None
    if passage.id in found.mailed.senders:
        return found.mailed.senders[passage.id] or None
    kind = passage.speaker_kind or author
    if kind == "school":
        return author if author in SCHOOLS else found.meant(kind)
    return kind


def _event(
    passage: ReleasedPassage, told: ToldEvent, found: _Found, question: str
) -> Event:
    account = replace(_account(passage, told, found), prompt=question)
    return Event(
        id=_identity("event", passage.id, told.span),
        what=told.what,
        type=told.type,
        accounts=(account,),
        date=account.date,
        who=account.actors,
        organisations=account.organisations,
        realised=told.realised,
        score=told.score,
        also=told.also,
        times=told.times,
    )


def _account(passage: ReleasedPassage, told: ToldEvent, found: _Found) -> Account:
    document = found.documents.get(passage.document)
    return Account(
        id=_identity("account", passage.id, told.span),
        document=passage.document,
        passage=passage.id,
        span=told.span,
        source=passage.offsets.to_origin(told.span),
        wording=told.span.of(passage.text),
        date=told.date.value if told.date else None,
        who_tells=passage.speaker or (document.author_role if document else None),
        teller_kind=_teller_kind(passage, found),
        contemporaneous=_at_the_time(document, found),
        realised=told.realised,
        organisations=_kinds(passage, told, found),
        actors=_actors(passage, told, found),
        known_since=_known(passage, told, found),
        taken_back=told.taken_back.value if told.taken_back else None,
        others_say=told.others_say.value if told.others_say else None,
        written=_written(passage, document, found),
        spoken_of=_spoken_of(passage, told, found),
        addressed=tuple(
            found.meant(kind) for kind in found.mailed.addressees.get(passage.id, ())
        ),
    )


def _at_the_time(document: Document | None, found: _Found) -> bool:
    """Tell whether a document was written as it happened."""
    if document is None or document.id in found.overviews:
        return False
    return document.contemporaneous


def _written(
    passage: ReleasedPassage, document: Document | None, found: _Found
) -> UncertainDate | None:
    """Return when a mail was sent whose sender is named; else nobody knows who wrote."""
    author = document.author_role if document else None
    named = passage.speaker is not None and passage.speaker != author
    return found.sent.get(passage.id) if named else None


def _identity(what: str, passage: str, span: Span) -> str:
    told = f"{what}:{passage}:{span.start}:{span.end}"
    return hashlib.sha256(told.encode()).hexdigest()[:ID_LENGTH]


def _kinds(passage: ReleasedPassage, told: ToldEvent, found: _Found) -> tuple[str, ...]:
    """Return the kinds that the words name, the speaker's own for "ik" and "wij"."""
    kinds = _kind_places(passage, told, found)
    speaker = _teller_kind(passage, found)
    apart = told.type in NOT_OF_AUTHOR
    by_author = told.entry and not apart
    in_words = says_i(told.span.of(passage.text)) and not (apart and told.knowing)
    if speaker and (by_author or in_words):
        kinds.append((Span(start=told.span.end, end=told.span.end + 1), speaker))
    named = dict.fromkeys(kind for _, kind in sorted(kinds))
    return tuple(dict.fromkeys(found.meant(kind) for kind in named))


def _kind_places(
    passage: ReleasedPassage, told: ToldEvent, found: _Found
) -> list[tuple[Span, str]]:
    return _inside(passage, told, _all_kinds(passage, found))


def _all_kinds(passage: ReleasedPassage, found: _Found) -> list[tuple[Span, str]]:
    """Return where kinds are named, those of persons whose work is known too."""
    named = [(m.span, m.kind) for m in found.organisations.get(passage.id, ())]
    return named + [
        (a.span, a.organisation_kind)
        for a in found.actors.get(passage.id, ())
        if a.organisation_kind
    ]


def _actor_places(
    passage: ReleasedPassage, told: ToldEvent, found: _Found
) -> list[tuple[Span, str]]:
    actors = found.actors.get(passage.id, ())
    named = [(a.span, a.pseudonym) for a in actors if a.label is Label.PERSON]
    return _inside(passage, told, named)


def _inside(
    passage: ReleasedPassage, told: ToldEvent, named: Iterable[tuple[Span, str]]
) -> list[tuple[Span, str]]:
    """Return who stands in the telling: of a row, in its other cells too."""
    places = (told.span, *passage.cells) if told.entry else (told.span,)
    return [one for one in named if any(place.contains(one[0]) for place in places)]


def _actors(
    passage: ReleasedPassage, told: ToldEvent, found: _Found
) -> tuple[str, ...]:
    named = sorted(_actor_places(passage, told, found))
    return tuple(dict.fromkeys(pseudonym for _, pseudonym in named))


def _spoken_of(
    passage: ReleasedPassage, told: ToldEvent, found: _Found
) -> tuple[str, ...]:
    kinds = _kind_places(passage, told, found)
    meant = [(span, found.meant(kind)) for span, kind in kinds]
    places = (*meant, *_actor_places(passage, told, found))
    # What else stands in the cell of a row is another event, or none.
    cells = (cell for cell in passage.cells if cell.contains(told.core))
    whole = next(cells, told.span) if told.entry else told.span
    return spoken_of(passage.text, whole, told.core, places)


def _known(
    passage: ReleasedPassage, told: ToldEvent, found: _Found
) -> tuple[KnownSince, ...]:
    named = sorted((s, found.meant(kind)) for s, kind in _all_kinds(passage, found))
    document = found.documents.get(passage.document)
    speaker = _teller_kind(passage, found)
    return tuple(
        known
        for knowing in told.knowing
        for known in knowers(
            knowing, passage.text, named, speaker=speaker, document=document
        )
    )
