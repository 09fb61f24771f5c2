"""IntegratedTimeline + ReleasedPassage → InteractionGraph."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.events import Account, Event, Status
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Interaction,
    InteractionClass,
    InteractionGraph,
    InteractionReader,
    Telling,
    TextToConnect,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.answers import missing_answers
from ltnlp.stages.completed import SAID, completed, met, stands
from ltnlp.stages.graph import measure, with_order
from ltnlp.stages.notes import doer_of_row
from ltnlp.stages.party_kinds import Parties, named_in, resolve, senders
from ltnlp.stages.tellings import (
    NOT_TOLD,
    SCHOOLS,
    Thread,
    ToldPassage,
    named_as,
    read_of_events,
    tellings,
    turned_to,
)

_DOMINANT = 0.6
_AUTHOR = 3
_SAME_STORY = 2

Placed = tuple[Event, Account]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What a sentence tells, with the account that it belongs to."""

    clause: ClauseInteraction
    passage: ReleasedPassage
    event: Event
    account: Account
    sentence: int
    telling: Telling

    def named(self, kind: str | None) -> str:
        """Return the pseudonym of a party; within one kind nobody is told apart."""
        if self.clause.giver == self.clause.receiver:
            return ""
        return named_as(kind, self.clause.span, self.telling, self.passage)

    @property
    def pair(self) -> tuple[frozenset[str | None], InteractionClass, bool]:
        """Who and what; in a consultation nobody is first."""
        one = self.clause
        mutual = one.interaction_class is InteractionClass.CONSULTATION
        gives = not mutual and (one.giver or "") < (one.receiver or "")
        return frozenset({one.giver, one.receiver}), one.interaction_class, gives


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence with the account that it belongs to, and what its own words say."""

    number: int
    source: ToldPassage
    telling: Telling
    placed: Placed
    said: Sequence[ClauseInteraction]

    @property
    def plain(self) -> list[ClauseInteraction]:
        """What its words say of both parties, without a guess at either."""
        return [one for one in self.said if one.score >= SAID]

    @property
    def document(self) -> str:
        """The document that it stands in."""
        return self.source.passage.document

    def read(self, clauses: Iterable[ClauseInteraction]) -> Iterator[_Read]:
        """Yield clauses as read in this sentence."""
        event, account = self.placed
        for clause in clauses:
            yield _Read(
                clause=clause,
                passage=self.source.passage,
                event=event,
                account=account,
                sentence=self.number,
                telling=self.telling,
            )


def connect(
    timeline: IntegratedTimeline,
    *,
    passages: Sequence[ReleasedPassage],
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    reader: InteractionReader,
    documents: Sequence[Document],
) -> InteractionGraph:
    """Return who turned to whom, as the sentences of the sources tell it.

    An answer that should have come and is told nowhere is among the interactions as
    `expected` and not realised; of an event that people rejected nothing stands. The
    result does not depend on the order of sources.
    """
    sources = told_passages(
        timeline,
        passages=passages,
        organisations=organisations,
        actors=actors,
        reader=reader,
        documents=documents,
    )
    gone = {e.id for e in timeline.events if e.status is Status.REJECTED}
    read = [one for one in _interactions(sources, reader) if one.event not in gone]
    ordered = with_order(read, timeline)
    missing = missing_answers(ordered, timeline, reader.expectations())
    interactions = (*ordered, *missing)
    return InteractionGraph(interactions=interactions, parties=measure(interactions))


def told_passages(
    timeline: IntegratedTimeline,
    *,
    passages: Sequence[ReleasedPassage],
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    reader: InteractionReader,
    documents: Sequence[Document],
) -> tuple[ToldPassage, ...]:
    """Return the passages in order, with who speaks and who is named in each."""
    parties = resolve(
        passages, organisations=organisations, actors=actors, documents=documents
    )
    mails = senders(passages, parties.actors)
    accounts = _accounts(timeline)
    by_id = {document.id: document for document in documents}
    made: list[ToldPassage] = []
    to_read: list[tuple[int, TextToConnect]] = []
    for passage in sorted(
        passages, key=lambda one: (one.document, one.ordinal, one.id)
    ):
        document = by_id.get(passage.document)
        speaker, partner = _voice(passage, document, mails)
        source = ToldPassage(
            passage=passage,
            document=document,
            speaker=speaker,
            partner=partner,
            parties=named_in(
                parties.organisations.get(passage.id, ()),
                parties.actors.get(passage.id, ()),
            ),
            told=accounts.get(passage.id, ()),
        )
        told = passage.kind not in NOT_TOLD and not passage.interviewer
        if told:
            to_read.append((len(made), _to_connect(source, parties)))
        made.append(source)
    read = reader.read_all([text for _, text in to_read])
    for (at, text), clauses in zip(to_read, read, strict=True):
        made[at] = _with_clauses(made[at], text.speaker_kind, clauses)
    return tuple(made)


def _to_connect(source: ToldPassage, parties: Parties) -> TextToConnect:
    """Return what is read; in a row it is who stands alone in the last cell that acts.

    The label of a turn says who speaks, and is no part of what is said.
    """
    passage = source.passage
    mentions = parties.organisations.get(passage.id, ())
    doer = doer_of_row(passage, mentions) or source.speaker
    actors = parties.actors.get(passage.id, ())
    begin = passage.body_start
    return TextToConnect(
        text=" " * begin + passage.text[begin:],
        organisations=tuple(one for one in mentions if one.span.start >= begin),
        actors=tuple(one for one in actors if one.span.start >= begin),
        speaker_kind=doer,
        partner_kind=source.partner if source.partner != doer else None,
    )


def _with_clauses(
    source: ToldPassage, doer: str | None, clauses: tuple[ClauseInteraction, ...]
) -> ToldPassage:
    """Add the clauses; who turned to the doer of a row turned to its teller."""
    if doer != source.speaker:
        clauses = tuple(
            replace(one, receiver=source.speaker)
            if one.receiver in {None, doer}
            else one
            for one in clauses
        )
    return replace(source, clauses=clauses)


def _voice(
    passage: ReleasedPassage,
    document: Document | None,
    mails: Mapping[str, tuple[str | None, str | None]],
) -> tuple[str | None, str | None]:
    """Return who speaks, and to whom: of a mail its sender and its receiver."""
    written_by, written_to = mails.get(passage.id, (None, None))
    author = document.author_kind if document else None
    speaker = passage.speaker_kind or author
    is_mail = document is not None and document.kind is DocumentKind.EMAIL
    mail = is_mail or passage.kind is SegmentKind.QUOTED
    return (written_by if mail and written_by else speaker), written_to


def _accounts(timeline: IntegratedTimeline) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for event in timeline.events:
        for account in event.accounts:
            found[account.passage].append((event, account))
    return found


def _the_school(sources: Sequence[ToldPassage]) -> str | None:
    """Return the kind of school that "school" stands for, where one dominates."""
    kinds = Counter(
        party.kind
        for source in sources
        for party in source.parties
        if party.kind in SCHOOLS
    )
    documents = {one.document.id: one.document for one in sources if one.document}
    authors = [document.author_kind for document in documents.values()] * _AUTHOR
    kinds.update(kind for kind in authors if kind in SCHOOLS)
    if not kinds:
        return None
    kind, times = min(kinds.items(), key=lambda one: (-one[1], one[0]))
    return kind if times >= _DOMINANT * kinds.total() else None


def read_tellings(
    sources: Sequence[ToldPassage], reader: InteractionReader
) -> Iterator[tuple[ToldPassage, Telling]]:
    """Return each sentence that tells something, with who can be meant in it."""
    school = _the_school(sources)
    read, often = read_of_events(sources), turned_to(sources)
    threads: dict[str, Thread] = {}
    for source in sources:
        document = source.passage.document
        new = Thread(school=school, read=read, often=often)
        thread = threads.setdefault(document, new)
        passage = source.passage
        if passage.interviewer or passage.kind in NOT_TOLD:
            if passage.interviewer:
                thread.ask(passage.text[passage.body_start :], source.parties)
            else:
                thread.remember(source.parties)
            continue
        for telling in tellings(source, thread, reader.sentences):
            yield source, telling


def _interactions(
    sources: Sequence[ToldPassage], reader: InteractionReader
) -> Iterator[Interaction]:
    found: dict[str, list[_Read]] = defaultdict(list)
    likely: dict[str, list[_Read]] = defaultdict(list)
    sentences = list(_sentences(sources, reader))
    for one in sentences:
        found[one.document] += one.read(one.plain)
    silent = [one for one in sentences if not one.plain]
    connected = reader.connect_all([one.telling for one in silent])
    for one, clauses in zip(silent, connected, strict=True):
        guessed = clauses or one.said or met(one.telling, *one.placed)
        likely[one.document] += one.read(guessed)
    for document in sorted(found):
        yield from _of_document(found[document], likely[document])


def _sentences(
    sources: Sequence[ToldPassage], reader: InteractionReader
) -> Iterator[_Sentence]:
    """Yield each sentence that belongs to an account, with what its words say."""
    latest: dict[str, Placed] = {}
    for number, (source, telling) in enumerate(read_tellings(sources, reader)):
        document = source.passage.document
        inside = _account_of(telling.span, source.told)
        placed = inside or latest.get(document)
        if placed is None:
            continue
        latest[document] = placed
        said = [
            one
            for clause in telling.clauses
            if stands(one := completed(clause, *placed, inside=inside is not None))
        ]
        yield _Sentence(
            number=number, source=source, telling=telling, placed=placed, said=said
        )


def _of_document(said: list[_Read], likely: list[_Read]) -> Iterator[Interaction]:
    """Join what the grammar reads with what is likely where it reads nothing."""
    kept: list[_Read] = []
    for read in said:
        _keep(kept, read)
    for read in likely:
        _keep(kept, read)
    yield from (_interaction(read) for read in kept)


def _keep(kept: list[_Read], read: _Read) -> None:
    """Add what is read, unless the same is told as surely in a sentence nearby."""
    for at, other in enumerate(kept):
        apart = abs(read.sentence - other.sentence)
        joint = other.account.id == read.account.id and apart <= _SAME_STORY
        if other.pair == read.pair and (joint or apart <= 1):
            if read.clause.score > other.clause.score:
                kept[at] = read
            return
    kept.append(read)


def _account_of(span: Span, told: Sequence[Placed]) -> Placed | None:
    """Return the account that a sentence stands in, else the one told before it."""
    if not told:
        return None
    shared = [_shared(span, account.span) for _, account in told]
    if max(shared) > 0:
        return told[shared.index(max(shared))]
    before = [pair for pair in told if pair[1].span.start <= span.start]
    if before:
        return max(before, key=lambda pair: pair[1].span)
    return min(told, key=lambda pair: pair[1].span)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _interaction(read: _Read) -> Interaction:
    clause, event, account = read.clause, read.event, read.account
    date = account.date or event.date
    return Interaction(
        id=_id(f"{read.passage.id}|{clause.span.start}", clause),
        giver=clause.giver,
        receiver=clause.receiver,
        type=clause.type,
        interaction_class=clause.interaction_class,
        realised=clause.realised,
        date=_best(date, event.date),
        event=event.id,
        account=account.id,
        document=read.passage.document,
        source=read.passage.offsets.to_origin(clause.span),
        passages=(read.passage.id,),
        flow=clause.flow,
        score=clause.score,
        giver_named=read.named(clause.giver),
        receiver_named=read.named(clause.receiver),
    )


def _best(
    told: UncertainDate | None, joint: UncertainDate | None
) -> UncertainDate | None:
    """Prefer the event's own date, which several accounts make more precise."""
    return joint if joint is not None and joint.bounds.known else told


def _id(told_in: str, clause: ClauseInteraction) -> str:
    seen = (
        told_in,
        clause.type,
        clause.giver or "",
        clause.receiver or "",
        clause.realised,
    )
    return "i" + hashlib.sha256("|".join(seen).encode()).hexdigest()[:16]
