"""All stages of one review, step by step; each step can be run again.

A step reads what the one before it stored and puts its own result in one
transaction in the place of the old: a run that is killed anywhere and started
again ends the same.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ltnlp.casework.bsn import erased
from ltnlp.casework.date_contexts import date_context, dates_to_read, known_days
from ltnlp.casework.desk import DateList, Desk, desk_of, laid
from ltnlp.casework.engines import engines, told_by_words
from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal, orphaned_names
from ltnlp.casework.progress import Progress, Step, running, silent
from ltnlp.casework.reviews import rename_kind
from ltnlp.casework.spread import (
    EventsSpread,
    InteractionsSpread,
    NamesSpread,
    OrganisationsSpread,
)
from ltnlp.casework.typed_words import (
    behind_the_door,
    nameless_kind,
    nameless_roles,
    strict_check,
)
from ltnlp.casework.versions import keep_version
from ltnlp.domain.dates import DateMention
from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import Mention, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.nlp.factors import factor_codes
from ltnlp.nlp.motifs import motif_library
from ltnlp.nlp.organisations import kind_of_participant
from ltnlp.stages import events as event_stage
from ltnlp.stages import factors as factor_stage
from ltnlp.stages import interactions as interaction_stage
from ltnlp.stages import patterns as pattern_stage
from ltnlp.stages import pseudonyms as pseudonym_stage
from ltnlp.stages import registry as registry_stage
from ltnlp.stages import timeline as timeline_stage
from ltnlp.stages.corrected_interactions import settle
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.role_kinds import kinds_of_authors
from ltnlp.stages.rows import with_rows
from ltnlp.store.released import IdentifierRow, Released


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run made, in numbers."""

    review: str
    documents: int
    words: int
    identifiers: int
    entities: int
    dates: int
    events: int
    conflicts: int
    interactions: int
    factors: int
    moments: int
    gaps: int
    orphans: int
    seconds: float


def reconstruct(home: Home, review_id: str, *, progress: Progress = silent) -> Summary:
    """Run all stages of a review.

    Raises:
        PrivacyError: a passage could not be freed of names; the run stopped.
        StateError: another run of this review is going on.
    """
    started = time.perf_counter()
    with (
        running(home, review_id, progress=progress) as tell,
        laid(home, review_id),
    ):
        _all_steps(home, review_id, tell)
        summary = summarise(home, review_id, seconds=time.perf_counter() - started)
    home.system().audit(
        by_role="systeem",
        action="review reconstructed",
        review=review_id,
        purpose="leerreview",
        count=summary.events,
    )
    return summary


def _all_steps(home: Home, review_id: str, progress: Progress) -> None:
    progress(Step.FIND_NAMES, 0, 1)
    find_names(home, review_id)
    documents = readable(home, review_id)
    for done, document in enumerate(documents, start=1):
        read_dates(home, review_id, document.id)
        progress(Step.READ_DATES, done, len(documents))
    for step, work in (
        (Step.RELEASE, release),
        (Step.INTEGRATE, integrate),
        (Step.CONNECT, connect),
        (Step.FACTORS, propose_factors),
        (Step.RECORD, record),
    ):
        progress(step, 0, 1)
        work(home, review_id)
        progress(step, 1, 1)


def readable(home: Home, review_id: str) -> tuple[Document, ...]:
    """Return the documents of a review in an order that no upload order changes."""
    return desk_of(home, review_id).documents


def find_names(home: Home, review_id: str) -> None:
    """Find and link what identifies, over all documents of the review."""
    desk = desk_of(home, review_id)
    passages = desk.passages()
    desk.keep_births(known_days(passages))
    desk.ask_ahead(dates_to_read(desk))
    roster = _roster(desk.review.participants, desk.documents)
    registry, mentions = registry_stage.link(
        passages,
        (*NamesSpread(desk.crew).detect(passages, roster), *erased(passages)),
        roster,
        desk.registry(),
        journal(home, review_id).corrections,
        desk.documents,
    )
    desk.keep_names(told_by_words(registry), mentions)


def _roster(
    typed: Iterable[RosterEntry], documents: Iterable[Document]
) -> tuple[RosterEntry, ...]:
    """Return the participants with the kind of organisation that each stands for.

    What is known of who made a source goes before what the role mostly stands for
    ("zorgcoördinator" of a school for special education).
    """
    kinds = kinds_of_authors(documents)
    return tuple(
        replace(
            entry,
            kind=kind_of_participant(
                entry.role,
                entry.organisation,
                wrote=kinds.get((entry.role or "").lower()),
            ),
        )
        for entry in nameless_roles(typed)
    )


def read_dates(home: Home, review_id: str, document_id: str) -> None:
    """Read the expressions of time of one document; skipped when nothing changed."""
    desk = desk_of(home, review_id)
    document = next(d for d in desk.documents if d.id == document_id)
    mark, context = date_context(desk, document)
    known = desk.dates_of(document_id)
    if known is not None and known.fingerprint == mark:
        return
    answer = desk.answered_ahead(document_id, mark)
    if answer is None:
        answer = (engines().dates.read(desk.passages_of(document), context),)
    desk.keep_dates(document_id, DateList(fingerprint=mark, mentions=answer[0]))


def release(home: Home, review_id: str) -> None:
    """Let the passages through the door: pseudonymised, or the run stops."""
    desk = desk_of(home, review_id)
    documents, passages = desk.documents, desk.passages()
    registry, mentions = desk.registry(), desk.mentions()
    guard = NameGuard(registry)
    check = strict_check(registry, guard)
    shown = behind_the_door(documents, registry, check)
    released, actors = pseudonym_stage.release(
        passages, mentions, registry, shown, guard
    )
    told = factor_stage.statements(released, desk.classifier)
    desk.classifier.begin(
        [span.of(passage.text) for passage, span in told], factor_stage.PROPOSED_FROM
    )
    named = OrganisationsSpread(desk.crew).read_all(released)
    dates = pseudonym_stage.released_dates(list(_dates(desk)), passages, released)
    kind = nameless_kind(desk.review.kind, check)
    if kind != desk.review.kind:
        rename_kind(home, review_id, kind)
    desk.save_released(
        Released(
            documents=tuple(sorted(shown, key=lambda d: (d.slot, d.id))),
            passages=released,
            actors=actors,
            dates=dates,
            organisations=named,
        ),
        _identifier_rows(passages, mentions, registry),
    )


def _dates(desk: Desk) -> Iterator[DateMention]:
    for document in desk.documents:
        listed = desk.dates_of(document.id)
        yield from listed.mentions if listed else ()


def _identifier_rows(
    passages: Iterable[Passage], mentions: Iterable[Mention], registry: Registry
) -> list[IdentifierRow]:
    by_passage = {p.id: p for p in passages}
    entities = registry.by_id()
    rows = []
    for mention in mentions:
        passage = by_passage[mention.passage]
        span = passage.offsets.to_origin(mention.span)
        entity = entities.get(mention.entity)
        rows.append(
            IdentifierRow(
                document=passage.document,
                start=span.start,
                end=span.end,
                label=str(mention.label),
                entity=mention.entity,
                pseudonym=_shown(entity),
                found_by="+".join(mention.found_by),
                score=mention.score,
                needs_review=mention.needs_review,
            )
        )
    return rows


def _shown(entity: Entity | None) -> str:
    """Return what stands in its place; "" for what is only flagged and stays."""
    if entity is None or not entity.covered:
        return ""
    return entity.instead or entity.pseudonym


def integrate(home: Home, review_id: str) -> None:
    """Make the integrated timeline, with every account kept and corrections replayed."""
    desk = desk_of(home, review_id)
    released = desk.released()
    events = event_stage.extract(
        released.passages,
        actors=released.actors,
        dates=released.dates,
        organisations=released.organisations,
        documents=released.documents,
        reader=EventsSpread(desk.crew),
    )
    events = with_rows(
        events,
        released.passages,
        dates=released.dates,
        organisations=released.organisations,
        documents=released.documents,
        reader=engines().events,
    )
    told = journal(home, review_id)
    result = timeline_stage.integrate(
        events,
        corrections=told.corrections,
        period=desk.review.period,
        documents=released.documents,
    )
    lost = (*told.orphans, *orphaned_names(told.corrections, desk.registry()))
    desk.save_timeline(result.timeline, (*lost, *result.orphans))
    keep_version(home, review_id, result.timeline)


def connect(home: Home, review_id: str) -> None:
    """Make the graph of interactions from the timeline."""
    desk = desk_of(home, review_id)
    released, timeline = desk.released(), desk.timeline()
    if timeline is None:
        return
    reader = InteractionsSpread(desk.crew)
    graph = interaction_stage.connect(
        timeline,
        passages=released.passages,
        organisations=released.organisations,
        actors=released.actors,
        reader=reader,
        documents=released.documents,
    )
    connected = settle(
        graph,
        timeline,
        journal(home, review_id).corrections,
        reader=reader,
        documents=released.documents,
    )
    desk.save_graph(connected.graph)
    desk.store.add_orphans(connected.orphans)


def propose_factors(home: Home, review_id: str) -> None:
    """Propose contributing factors; what people decided is replayed."""
    desk = desk_of(home, review_id)
    released, timeline = desk.released(), desk.timeline()
    if timeline is None:
        return
    proposed = factor_stage.propose(
        released.passages,
        timeline=timeline,
        classifier=desk.classifier,
        organisations=released.organisations,
    )
    decided, orphans = factor_stage.decide(
        proposed,
        journal(home, review_id).corrections,
        documents=released.documents,
        codes=factor_codes(),
    )
    desk.save_factors(decided)
    desk.store.add_orphans(orphans)


def record(home: Home, review_id: str) -> None:
    """Give the comparison over reviews what it may have of this one."""
    desk = desk_of(home, review_id)
    timeline, graph = desk.timeline(), desk.graph()
    if timeline is None or graph is None:
        return
    records = pattern_stage.record(
        desk.factors(), graph, timeline, review=review_id, motifs=motif_library()
    )
    decided = pattern_stage.decided_patterns(journal(home, review_id).corrections)
    records = pattern_stage.without_rejected(records, decided)
    home.system().save_records(review_id, records)


def summarise(home: Home, review_id: str, *, seconds: float) -> Summary:
    """Return a finished run in numbers."""
    desk = desk_of(home, review_id)
    released, timeline, graph = desk.released(), desk.timeline(), desk.graph()
    identified, entities = desk.store.identified()
    events = timeline.events if timeline else ()
    return Summary(
        review=review_id,
        documents=len(released.documents),
        words=sum(len(p.text.split()) for p in released.passages),
        identifiers=identified,
        entities=entities,
        dates=len(released.dates),
        events=len(events),
        conflicts=sum(len(e.conflicts) for e in events),
        interactions=len(graph.interactions) if graph else 0,
        factors=len(desk.factors()),
        moments=len(timeline.moments) if timeline else 0,
        gaps=len(timeline.gaps) if timeline else 0,
        orphans=len(desk.store.orphans()),
        seconds=seconds,
    )
