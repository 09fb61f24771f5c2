"""All stages of one review, step by step; each step can be run again.

A step reads what the one before it stored and puts its own result in one
transaction in the place of the old: a run that is killed anywhere and started
again ends the same.
"""

import datetime as dt
import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ltnlp.casework.bsn import erased
from ltnlp.casework.engines import engines
from ltnlp.casework.home import Home
from ltnlp.casework.intake import source_text
from ltnlp.casework.journal import journal, orphaned_names
from ltnlp.casework.progress import Progress, Step, running, silent
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import load_review, load_sources
from ltnlp.casework.versions import keep_version
from ltnlp.domain.dates import DateContext, DateMention
from ltnlp.domain.documents import Document
from ltnlp.domain.mentions import Mention, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.nlp.dates.births import told_births
from ltnlp.nlp.dates.known_days import told_days
from ltnlp.nlp.dates.version import rules_version
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
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import divide
from ltnlp.stages.rows import with_rows
from ltnlp.store.released import IdentifierRow, Released

MENTIONS = "mentions"
BIRTHS = "births"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionList:
    """The identifiers of a review as they lie in the vault."""

    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthList:
    """What any document of a review tells: dates of birth by name, and whole dates."""

    days: Mapping[str, dt.date]
    told: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateList:
    """The expressions of time of one document, and what they were read from."""

    fingerprint: str
    mentions: tuple[DateMention, ...]


def reconstruct(home: Home, review_id: str, *, progress: Progress = silent) -> Summary:
    """Run all stages of a review.

    Raises:
        PrivacyError: a passage could not be freed of names; the run stopped.
        StateError: another run of this review is going on.
    """
    started = time.perf_counter()
    with running(home, review_id, progress=progress) as tell:
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
    documents = load_sources(home, review_id).readable()
    return tuple(sorted(documents, key=lambda d: d.id))


def passages_of(home: Home, review_id: str, document: Document) -> tuple[Passage, ...]:
    """Return a document's passages in their original words."""
    return divide(document, source_text(home, review_id, document.id))


def find_names(home: Home, review_id: str) -> None:
    """Find and link what identifies, over all documents of the review."""
    tools = engines()
    documents = readable(home, review_id)
    passages = [p for d in documents for p in passages_of(home, review_id, d)]
    roster = _roster(load_review(home, review_id).participants)
    vault = home.vault(review_id)
    registry, mentions = registry_stage.link(
        passages,
        (*tools.names.detect(passages, roster), *erased(passages)),
        roster,
        vault.recall(REGISTRY, Registry) or Registry(),
        journal(home, review_id).corrections,
        documents,
    )
    vault.keep(REGISTRY, registry)
    vault.keep(MENTIONS, MentionList(mentions=mentions))
    texts = [p.text for p in passages]
    vault.keep(BIRTHS, BirthList(days=told_births(texts), told=told_days(texts)))


def _roster(typed: Iterable[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Return the participants with the kind of organisation that each stands for."""
    return tuple(
        replace(entry, kind=kind_of_participant(entry.role, entry.organisation))
        for entry in typed
    )


def read_dates(home: Home, review_id: str, document_id: str) -> None:
    """Read the expressions of time of one document; skipped when nothing changed."""
    document = next(d for d in readable(home, review_id) if d.id == document_id)
    review = load_review(home, review_id)
    vault = home.vault(review_id)
    births = vault.recall(BIRTHS, BirthList)
    context = DateContext(
        kind=str(document.kind),
        reference=document.made_on,
        dates_of_birth=births.days if births else {},
        region=review.region,
        period=review.period,
        days=births.told if births else (),
    )
    fingerprint = _fingerprint(rules_version(), document, context)
    known = vault.recall(f"dates:{document_id}", DateList)
    if known is not None and known.fingerprint == fingerprint:
        return
    passages = passages_of(home, review_id, document)
    mentions = engines().dates.read(passages, context)
    vault.keep(
        f"dates:{document_id}", DateList(fingerprint=fingerprint, mentions=mentions)
    )


def release(home: Home, review_id: str) -> None:
    """Let the passages through the door: pseudonymised, or the run stops."""
    tools = engines()
    vault = home.vault(review_id)
    documents = readable(home, review_id)
    passages = [p for d in documents for p in passages_of(home, review_id, d)]
    registry = vault.recall(REGISTRY, Registry) or Registry()
    listed = vault.recall(MENTIONS, MentionList)
    mentions = listed.mentions if listed else ()
    released, actors = pseudonym_stage.release(
        passages, mentions, registry, documents, NameGuard(registry)
    )
    dates = pseudonym_stage.released_dates(
        list(_dates(home, review_id, documents)), passages, released
    )
    home.store(review_id).save_released(
        Released(
            documents=documents,
            passages=released,
            actors=actors,
            dates=dates,
            organisations=tuple(
                mention
                for passage in released
                for mention in tools.organisations.read(passage.id, passage.text)
            ),
        ),
        _identifier_rows(passages, mentions, registry),
    )


def _dates(
    home: Home, review_id: str, documents: Iterable[Document]
) -> Iterable[DateMention]:
    vault = home.vault(review_id)
    for document in documents:
        listed = vault.recall(f"dates:{document.id}", DateList)
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
    store = home.store(review_id)
    released = store.released()
    events = event_stage.extract(
        released.passages,
        actors=released.actors,
        dates=released.dates,
        organisations=released.organisations,
        documents=released.documents,
        reader=engines().events,
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
        period=load_review(home, review_id).period,
        documents=released.documents,
    )
    registry = home.vault(review_id).recall(REGISTRY, Registry) or Registry()
    lost = (*told.orphans, *orphaned_names(told.corrections, registry))
    store.save_timeline(result.timeline, (*lost, *result.orphans))
    keep_version(home, review_id)


def connect(home: Home, review_id: str) -> None:
    """Make the graph of interactions from the timeline."""
    store = home.store(review_id)
    released, timeline = store.released(), store.timeline()
    if timeline is None:
        return
    store.save_graph(
        interaction_stage.connect(
            timeline,
            passages=released.passages,
            organisations=released.organisations,
            actors=released.actors,
            reader=engines().interactions,
            documents=released.documents,
        )
    )


def propose_factors(home: Home, review_id: str) -> None:
    """Propose contributing factors; what people decided is replayed."""
    store = home.store(review_id)
    released, timeline = store.released(), store.timeline()
    if timeline is None:
        return
    proposed = factor_stage.propose(
        released.passages,
        timeline=timeline,
        classifier=engines().classifier,
        organisations=released.organisations,
    )
    decided, orphans = factor_stage.decide(
        proposed,
        journal(home, review_id).corrections,
        documents=released.documents,
        codes=factor_codes(),
    )
    store.save_factors(decided)
    store.add_orphans(orphans)


def record(home: Home, review_id: str) -> None:
    """Give the comparison over reviews what it may have of this one."""
    store = home.store(review_id)
    timeline, graph = store.timeline(), store.graph()
    if timeline is None or graph is None:
        return
    records = pattern_stage.record(
        store.factors(), graph, timeline, review=review_id, motifs=motif_library()
    )
    home.system().save_records(review_id, records)


def summarise(home: Home, review_id: str, *, seconds: float) -> Summary:
    """Return a finished run in numbers."""
    store = home.store(review_id)
    released, timeline, graph = store.released(), store.timeline(), store.graph()
    identifiers = store.identifiers()
    events = timeline.events if timeline else ()
    return Summary(
        review=review_id,
        documents=len(released.documents),
        words=sum(len(p.text.split()) for p in released.passages),
        identifiers=len(identifiers),
        entities=len({row.entity for row in identifiers}),
        dates=len(released.dates),
        events=len(events),
        conflicts=sum(len(e.conflicts) for e in events),
        interactions=len(graph.interactions) if graph else 0,
        factors=len(store.factors()),
        moments=len(timeline.moments) if timeline else 0,
        gaps=len(timeline.gaps) if timeline else 0,
        orphans=len(store.orphans()),
        seconds=seconds,
    )


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
