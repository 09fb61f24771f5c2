"""The encrypted store of one review: released passages and all derived from them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ltnlp.domain.corrections import Correction, Orphan, laid_to_rest
from ltnlp.domain.documents import Document
from ltnlp.domain.factors import ContributingFactor
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.domain.versions import Version
from ltnlp.store.codec import from_json, to_json
from ltnlp.store.database import Database, Row, Session
from ltnlp.store.released import IdentifierRow, Released
from ltnlp.store.review_rows import (
    account_rows,
    actor_row,
    date_row,
    document_rows,
    event_row,
    factor_row,
    identifier_row,
    interaction_row,
    organisation_row,
    passage_row,
)

T = TypeVar("T")

MADE = (
    "document", "passage", "actor", "told_date", "organisation", "identifier", "event",
    "account", "moment", "knowledge", "interaction", "factor",
)  # fmt: skip
"""Tables that each run fills anew from the sources."""


class ReviewStore:
    """Reads and writes one review's store; each call is one transaction."""

    def __init__(self, database: Database) -> None:
        """Work on the review's own database."""
        self._database = database

    def save_released(
        self, released: Released, identifiers: Sequence[IdentifierRow]
    ) -> None:
        """Put what was released in the place of what was there."""
        with self._database.session() as session:
            session.replace("document", document_rows(released))
            session.replace("passage", [passage_row(p) for p in released.passages])
            session.replace("actor", [actor_row(a) for a in released.actors])
            session.replace("told_date", [date_row(d) for d in released.dates])
            session.replace(
                "organisation", [organisation_row(o) for o in released.organisations]
            )
            session.replace("identifier", [identifier_row(i) for i in identifiers])

    def released(self) -> Released:
        """Return what was released, as it was saved."""
        with self._database.session() as session:
            return Released(
                documents=_all(session, "all_documents", Document),
                passages=_all(session, "all_passages", ReleasedPassage),
                actors=_all(session, "all_actors", Actor),
                dates=_all(session, "all_told_dates", ReleasedDate),
                organisations=_all(session, "all_organisations", OrganisationMention),
            )

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of what was released, without their passages."""
        with self._database.session() as session:
            return _all(session, "all_documents", Document)

    def identifiers(self) -> tuple[IdentifierRow, ...]:
        """Return where identifiers stood, in reading order."""
        with self._database.session() as session:
            return tuple(
                IdentifierRow(
                    document=row["document"],
                    start=row["start_at"],
                    end=row["end_at"],
                    label=row["label"],
                    entity=row["entity"],
                    pseudonym=row["pseudonym"],
                    found_by=row["found_by"],
                    score=row["score"],
                    needs_review=row["needs_review"],
                )
                for row in session.rows("all_identifiers")
            )

    def identified(self) -> tuple[int, int]:
        """Return how many identifiers stood in the sources, and of how many entities."""
        with self._database.session() as session:
            row = session.rows("count_identifiers")[0]
            return row["identifiers"], row["entities"]

    def save_timeline(
        self, timeline: IntegratedTimeline, orphans: Sequence[Orphan]
    ) -> None:
        """Put a timeline and the corrections without target in the place of the old."""
        order = {placed.event: placed.order for placed in timeline.placed}
        with self._database.session() as session:
            _save_whole(session, "timeline", timeline)
            session.replace("event", [event_row(e, order) for e in timeline.events])
            session.replace(
                "account", [row for e in timeline.events for row in account_rows(e)]
            )
            session.replace(
                "moment",
                [
                    {
                        "event": m.event,
                        "rank": m.rank,
                        "score": m.score,
                        "reasons": [str(r) for r in m.reasons],
                        "status": str(m.status),
                    }
                    for m in timeline.moments
                ],
            )
            session.replace(
                "knowledge",
                [
                    {
                        "actor": k.actor,
                        "organisation_kind": k.organisation_kind,
                        "event": k.event,
                        "known_from": k.known_from.earliest,
                        "how": str(k.how),
                    }
                    for k in timeline.knowledge
                ],
            )
            session.replace(
                "orphan",
                [{"correction": o.correction, "why": o.why_nl} for o in orphans],
            )

    def timeline(self) -> IntegratedTimeline | None:
        """Return the integrated timeline, None before the first run."""
        return self._whole("timeline", IntegratedTimeline)

    def add_version(self, made: Version) -> None:
        """Add a version of the timeline under its own number."""
        with self._database.session() as session:
            session.insert("version", [_version_row(made)])

    def versions(self) -> list[Row]:
        """Return the versions of the timeline in numbers, the oldest first."""
        with self._database.session() as session:
            return session.rows("all_versions")

    def version(self, number: int) -> Version | None:
        """Return a version of the timeline, None where there is none."""
        with self._database.session() as session:
            rows = session.rows("one_version", number=number)
            return from_json(Version, rows[0]["body"]) if rows else None

    def rewrite_versions(self, rewritten: Callable[[Version], Version]) -> None:
        """Put each version as it is rewritten in its own place."""
        with self._database.session() as session:
            kept = [
                from_json(Version, session.rows("one_version", number=n)[0]["body"])
                for n in [row["number"] for row in session.rows("all_versions")]
            ]
            session.replace("version", [_version_row(rewritten(one)) for one in kept])

    def forget_run(self) -> None:
        """Remove all that the last run made; the journal and the versions stay."""
        with self._database.session() as session:
            for table in MADE:
                session.replace(table, [])
            for name in ("timeline", "graph"):
                session.run("remove_whole", name=name)

    def mark_read(self, number: int) -> None:
        """Remember that the story was handed out from this version."""
        with self._database.session() as session:
            _save_whole(session, "story_version", number)

    def last_read(self) -> int | None:
        """Return the version that the story was last handed out from."""
        return self._whole("story_version", int)

    def add_orphans(self, orphans: Sequence[Orphan]) -> None:
        """Add corrections that found no target in a later stage; each once."""
        with self._database.session() as session:
            for orphan in orphans:
                session.run("remove_orphan", correction=orphan.correction)
            session.insert(
                "orphan",
                [{"correction": o.correction, "why": o.why_nl} for o in orphans],
            )

    def orphans(self) -> tuple[Orphan, ...]:
        """Return the corrections that found no target in the last run.

        Those that people laid to rest since are none any more.
        """
        with self._database.session() as session:
            resting = laid_to_rest(_all(session, "all_corrections", Correction))
            return tuple(
                Orphan(correction=row["correction"], why_nl=row["why"])
                for row in session.rows("all_orphans")
                if row["correction"] not in resting
            )

    def save_graph(self, graph: InteractionGraph) -> None:
        """Put the interaction graph in the place of the old."""
        with self._database.session() as session:
            _save_whole(session, "graph", graph)
            session.replace(
                "interaction", [interaction_row(i) for i in graph.interactions]
            )

    def graph(self) -> InteractionGraph | None:
        """Return the interaction graph, None before the first run."""
        return self._whole("graph", InteractionGraph)

    def save_factors(self, factors: Sequence[ContributingFactor]) -> None:
        """Put the contributing factors in the place of the old."""
        with self._database.session() as session:
            session.replace("factor", [factor_row(f) for f in factors])

    def factors(self) -> tuple[ContributingFactor, ...]:
        """Return the contributing factors."""
        with self._database.session() as session:
            return _all(session, "all_factors", ContributingFactor)

    def append(self, corrections: Iterable[Correction]) -> int:
        """Append to the journal what it does not hold yet; return how many.

        The same correction twice is one entry; said again after another decision
        took it back, it is a new one.
        """
        with self._database.session() as session:
            journal = list(_all(session, "all_corrections", Correction))
            known = len(journal)
            for correction in corrections:
                if not _stands(journal, correction):
                    journal.append(_as_new(journal, correction))
            session.insert(
                "correction",
                [
                    {
                        "id": c.id,
                        "number": known + n,
                        "made_at": c.at,
                        "made_by": c.by,
                        "do_what": str(c.do),
                        "body": to_json(c),
                    }
                    for n, c in enumerate(journal[known:])
                ],
            )
            return len(journal) - known

    def corrections(self) -> tuple[Correction, ...]:
        """Return the journal in the order in which it was written."""
        with self._database.session() as session:
            return _all(session, "all_corrections", Correction)

    def _whole(self, name: str, kind: type[T]) -> T | None:
        with self._database.session() as session:
            rows = session.rows("one_whole", name=name)
            return from_json(kind, rows[0]["body"]) if rows else None


def _all(session: Session, query: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(from_json(kind, row["body"]) for row in session.rows(query))


def _stands(journal: Sequence[Correction], correction: Correction) -> bool:
    """Tell whether the journal says this already, and nothing since took it back."""
    for entry in reversed(journal):
        if _base(entry.id) == _base(correction.id):
            return True
        if entry.takes_back(correction):
            return False
    return False


def _as_new(journal: Sequence[Correction], correction: Correction) -> Correction:
    """Return it with an id of its own, when it was said before and taken back."""
    times = sum(_base(c.id) == _base(correction.id) for c in journal)
    return replace(correction, id=f"{correction.id}-{times}") if times else correction


def _base(correction: str) -> str:
    return correction.partition("-")[0]


def _version_row(made: Version) -> Row:
    return {
        "number": made.number,
        "made_at": made.made_at,
        "events": len(made.events),
        "corrections": made.corrections,
        "sources": len(made.sources),
        "body": to_json(made),
    }


def _save_whole(session: Session, name: str, value: object) -> None:
    session.run("remove_whole", name=name)
    session.insert("whole", [{"name": name, "body": to_json(value)}])
