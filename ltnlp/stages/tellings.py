"""ReleasedPassage → Telling: each sentence with who can be meant in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.events import Account, Event
from ltnlp.domain.interactions import ClauseInteraction, Telling
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.completed import SAID
from ltnlp.stages.notes import who_cells

NOT_TOLD = frozenset(
    {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
)
SCHOOLS = frozenset(
    {"basisschool", "voortgezet_onderwijs", "speciaal_onderwijs", "mbo"}
)
_ANY_SCHOOL = "school"
_REMEMBERED = 8

Sentences = Callable[[str, int], Sequence[Span]]
Read = Sequence[tuple[str, ClauseInteraction]]
"""What grammar reads of one event, each with the account that tells it."""


@dataclass(slots=True, kw_only=True)
class Thread:
    """What a document has told so far: who was named last, what was asked.

    `school` is what "school" stands for where the document names none; `named` tells
    in which sentence a kind was named last. Of all documents, `read` is what grammar
    reads of each event and `often` how often one kind turned to another.
    """

    school: str | None = None
    read: Mapping[str, Read] = field(default_factory=dict)
    often: Mapping[tuple[str, str], int] = field(default_factory=dict)
    sentence: int = 0
    named: dict[str, int] = field(default_factory=dict)
    question: str = ""
    asked: tuple[str, ...] = ()

    def precise(self, kind: str, takes_part: Iterable[str | None] = ()) -> str:
        """Return which kind of school is meant.

        The one that takes part in the event or tells it, else the one named last, else
        the one of the case.
        """
        if kind != _ANY_SCHOOL:
            return kind
        here = {one for one in takes_part if one in SCHOOLS}
        if len(here) == 1:
            return str(here.pop())
        named = (one for one, _ in self.recent() if one in SCHOOLS)
        return next(named, self.school or kind)

    def recent(self) -> tuple[tuple[str, int], ...]:
        """Return the kinds named last, the latest first, and how long ago."""
        ago = [(self.sentence - at, kind) for kind, at in self.named.items()]
        latest = sorted(ago, key=lambda one: one[0])[:_REMEMBERED]
        return tuple((kind, since) for since, kind in latest)

    def remember(self, parties: Sequence[OrganisationMention]) -> tuple[str, ...]:
        """Put the kinds that are named before the ones named earlier."""
        kinds = tuple(self.precise(party.kind) for party in parties)
        for kind in kinds:
            self.named.pop(kind, None)
            self.named = {kind: self.sentence} | self.named
        self.sentence += 1
        return kinds

    def ask(self, question: str, parties: Sequence[OrganisationMention]) -> None:
        """Remember a question until it is answered."""
        self.question = question
        self.asked = self.remember(parties)

    def answered(self) -> None:
        """Forget the question: what follows is told of its own accord."""
        self.question, self.asked = "", ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPassage:
    """A passage with who speaks in it, who is named, and which accounts it holds.

    `parties` and `clauses` count in the passage's text.
    """

    passage: ReleasedPassage
    document: Document | None
    speaker: str | None = None
    partner: str | None = None
    parties: Sequence[OrganisationMention] = ()
    clauses: Sequence[ClauseInteraction] = ()
    told: Sequence[tuple[Event, Account]] = ()


def tellings(
    source: ToldPassage, thread: Thread, sentences: Sentences
) -> Iterator[Telling]:
    """Return one telling a sentence, and remember in `thread` who was named.

    The cell of the date and the cells that only list who was there tell nothing.
    """
    passage = source.passage
    skipped = [*who_cells(passage)]
    if passage.date_cell is not None:
        skipped.append(passage.cells[passage.date_cell])
    for span in sentences(passage.text, passage.body_start):
        placed = _placed(span, source.told)
        takes_part = placed[0].organisations if placed else ()
        hints = (*takes_part, source.speaker)
        inside = [
            replace(party, kind=thread.precise(party.kind, hints))
            for party in source.parties
            if span.contains(party.span)
        ]
        if not any(cell.contains(span) for cell in skipped):
            yield _telling(source, span, inside, placed, thread)
            thread.answered()
        thread.remember(inside)


def _telling(
    source: ToldPassage,
    span: Span,
    inside: Sequence[OrganisationMention],
    placed: tuple[Event, Account] | None,
    thread: Thread,
) -> Telling:
    event = placed[0] if placed else None
    takes_part = event.organisations if event else ()
    speaker = source.speaker and thread.precise(source.speaker, takes_part)
    return Telling(
        text=source.passage.text,
        span=span,
        parties=tuple(inside),
        clauses=_within(source, span, takes_part, thread),
        speaker=speaker,
        partner=source.partner if source.partner != source.speaker else None,
        recent=thread.recent(),
        event_type=event.type if event else None,
        event_kinds=takes_part,
        segment=source.passage.kind,
        document=source.document.kind if source.document else DocumentKind.OTHER,
        question=thread.question,
        asked=thread.asked,
        elsewhere=_elsewhere(placed, thread),
        often=thread.often,
    )


def _elsewhere(
    placed: tuple[Event, Account] | None, thread: Thread
) -> tuple[ClauseInteraction, ...]:
    if placed is None:
        return ()
    event, account = placed
    read = thread.read.get(event.id, ())
    return tuple(clause for teller, clause in read if teller != account.id)


def read_of_events(sources: Iterable[ToldPassage]) -> Mapping[str, Read]:
    """Return what grammar reads in the accounts of each event."""
    found: dict[str, list[tuple[str, ClauseInteraction]]] = defaultdict(list)
    for source in sources:
        for event, account in source.told:
            found[event.id] += [
                (account.id, clause)
                for clause in source.clauses
                if clause.span.overlaps(account.span)
            ]
    return found


def turned_to(sources: Iterable[ToldPassage]) -> Mapping[tuple[str, str], int]:
    """Return how often one kind plainly turned to another."""
    return Counter(
        (clause.giver, clause.receiver)
        for source in sources
        for clause in source.clauses
        if clause.giver and clause.receiver and clause.score >= SAID
    )


def named_as(
    kind: str | None, span: Span, telling: Telling, passage: ReleasedPassage
) -> str:
    """Return the pseudonym of who is meant by a kind in a stretch of a sentence.

    Who speaks is meant where none is named; "" where several are, or nobody is known.
    """
    inside = (one.span for one in telling.parties if one.kind == kind)
    named = {one.of(telling.text) for one in inside if span.contains(one)}
    codes = [words for words in named if words.startswith("[")]
    if not named and kind == telling.speaker and passage.speaker:
        codes = [passage.speaker] * passage.speaker.startswith("[")
    return codes[0] if len(codes) == 1 else ""


def _within(
    source: ToldPassage, span: Span, takes_part: Sequence[str], thread: Thread
) -> tuple[ClauseInteraction, ...]:
    hints = (*takes_part, source.speaker)
    return tuple(
        replace(
            one,
            giver=thread.precise(one.giver, hints) if one.giver else None,
            receiver=thread.precise(one.receiver, hints) if one.receiver else None,
        )
        for one in source.clauses
        if one.span.overlaps(span)
    )


def _placed(
    span: Span, told: Sequence[tuple[Event, Account]]
) -> tuple[Event, Account] | None:
    """Return the account that the sentence tells for the largest part."""
    shared = [(_shared(span, account.span), n) for n, (_, account) in enumerate(told)]
    best = max(shared, default=(0, 0))
    return told[best[1]] if best[0] > 0 else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
