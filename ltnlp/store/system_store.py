"""The encrypted system store: register, records of factors, facts, rules and audit."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.patterns import (
    FactorRecord,
    InteractionRecord,
    MotifRecord,
    Pattern,
    Records,
)
from ltnlp.domain.retention import Approval, DestructionRecord, RetentionHold
from ltnlp.store.codec import from_json, to_json
from ltnlp.store.database import Database, Row, Session

T = TypeVar("T")

AUDIT_HEAD = "audit_head"
"""The rule that holds number and hash of the last entry of the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A review in the register: nothing that names the case."""

    id: str
    kind: str
    state: str
    region: str = "north"
    created_on: dt.date | None = None
    ended_on: dt.date | None = None
    destroyed_on: dt.date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """Who did what when, without content; each entry holds the hash of the last."""

    number: int
    made_at: dt.datetime
    by_role: str
    action: str
    review: str | None
    purpose: str
    count: int | None
    previous: str
    hash: str


class SystemStore:
    """Reads and writes what is not of one review; each call is one transaction."""

    def __init__(self, database: Database) -> None:
        """Work on the system's own database."""
        self._database = database

    def register(self, entry: RegisterEntry) -> None:
        """Put a review into the register, or its new state in place of the old."""
        with self._database.session() as session:
            session.run("remove_review", review=entry.id)
            session.insert("review", [_register_row(entry)])

    def reviews(self) -> tuple[RegisterEntry, ...]:
        """Return the register, oldest first."""
        with self._database.session() as session:
            return tuple(RegisterEntry(**row) for row in session.rows("all_reviews"))

    def review(self, review: str) -> RegisterEntry | None:
        """Return one entry of the register, None when there is none."""
        with self._database.session() as session:
            rows = session.rows("one_review", review=review)
            return RegisterEntry(**rows[0]) if rows else None

    def approve(self, approval: Approval) -> None:
        """Record a person's approval to destroy a review."""
        with self._database.session() as session:
            session.insert(
                "approval",
                [
                    {
                        "review": approval.review,
                        "by_role": approval.by,
                        "approved_on": approval.on,
                    }
                ],
            )

    def approvals(self) -> tuple[Approval, ...]:
        """Return all recorded approvals."""
        with self._database.session() as session:
            return tuple(
                Approval(review=row["review"], by=row["by_role"], on=row["approved_on"])
                for row in session.rows("approvals")
            )

    def hold(self, hold: RetentionHold) -> None:
        """Record an exception to destruction."""
        with self._database.session() as session:
            session.insert(
                "hold",
                [
                    {
                        "review": hold.review,
                        "by_role": hold.by,
                        "reason": hold.reason,
                        "until": hold.until,
                    }
                ],
            )

    def holds(self) -> tuple[RetentionHold, ...]:
        """Return all recorded exceptions, past ones included."""
        with self._database.session() as session:
            return tuple(
                RetentionHold(
                    review=row["review"],
                    by=row["by_role"],
                    reason=row["reason"],
                    until=row["until"],
                )
                for row in session.rows("holds")
            )

    def remove_holds(self, review: str) -> None:
        """Remove the exceptions of a review: their reasons are free text."""
        with self._database.session() as session:
            session.run("remove_holds", review=review)

    def rules(self) -> dict[str, str]:
        """Return the settings by name."""
        with self._database.session() as session:
            return {row["name"]: row["value"] for row in session.rows("rules")}

    def set_rule(self, name: str, value: str) -> None:
        """Set one setting."""
        with self._database.session() as session:
            _set_rule(session, name, value)

    def save_records(self, review: str, records: Records) -> None:
        """Put a review's records in the place of what it gave before."""
        with self._database.session() as session:
            session.run("remove_factor_records", review=review)
            session.run("remove_motif_records", review=review)
            session.run("remove_interaction_records", review=review)
            session.insert("factor_record", list(map(_factor_row, records.factors)))
            session.insert("motif_record", list(map(_motif_row, records.motifs)))
            session.insert(
                "interaction_record", list(map(_interaction_row, records.interactions))
            )

    def records(self) -> Records:
        """Return the records of all reviews."""
        with self._database.session() as session:
            return Records(
                factors=_all(session, "factor_records", FactorRecord),
                motifs=_all(session, "motif_records", MotifRecord),
                interactions=_all(session, "interaction_records", InteractionRecord),
            )

    def save_patterns(self, patterns: Sequence[Pattern]) -> None:
        """Put the patterns in the place of those found before."""
        with self._database.session() as session:
            session.replace(
                "pattern",
                [
                    {
                        "id": p.id,
                        "name": p.name,
                        "road": str(p.road),
                        "valence": str(p.valence),
                        "n_reviews": p.n_reviews,
                        "spread": p.spread,
                        "stability": p.stability,
                        "body": to_json(p),
                    }
                    for p in patterns
                ],
            )

    def patterns(self) -> tuple[Pattern, ...]:
        """Return the patterns of the last comparison."""
        with self._database.session() as session:
            return _all(session, "all_patterns", Pattern)

    def save_facts(self, review: str, facts: Sequence[CrossCaseFact]) -> None:
        """Put a finalised review's facts in the place of what it gave before."""
        with self._database.session() as session:
            session.run("remove_facts", review=review)
            session.insert("fact", [_fact_row(fact) for fact in facts])

    def facts(self) -> tuple[CrossCaseFact, ...]:
        """Return the facts of all finalised reviews."""
        with self._database.session() as session:
            return tuple(CrossCaseFact(**row) for row in session.rows("all_facts"))

    def register_release(self, row: Row) -> None:
        """Record a release: id, review, kind, made_on and destroy_by."""
        with self._database.session() as session:
            session.insert("release", [row])

    def releases(self) -> list[Row]:
        """Return all recorded releases."""
        with self._database.session() as session:
            return session.rows("all_releases")

    def record_destruction(self, record: DestructionRecord) -> None:
        """Keep the proof that a review was destroyed."""
        with self._database.session() as session:
            session.insert(
                "destruction",
                [
                    {
                        "review": record.review,
                        "destroyed_on": record.on,
                        "body": to_json(record),
                    }
                ],
            )

    def destructions(self) -> tuple[DestructionRecord, ...]:
        """Return the proofs of destruction."""
        with self._database.session() as session:
            return _all(session, "all_destructions", DestructionRecord)

    def audit(
        self,
        *,
        by_role: str,
        action: str,
        review: str | None = None,
        purpose: str = "",
        count: int | None = None,
    ) -> None:
        """Add an entry to the chained log; no content and no names."""
        with self._database.session() as session:
            last = session.rows("last_audit")
            number = last[0]["number"] + 1 if last else 1
            entry = AuditEntry(
                number=number,
                made_at=dt.datetime.now(dt.UTC),
                by_role=by_role,
                action=action,
                review=review,
                purpose=purpose,
                count=count,
                previous=last[0]["hash"] if last else "",
                hash="",
            )
            row = {name: getattr(entry, name) for name in AuditEntry.__slots__}
            head = _chain(entry)
            session.insert("audit", [row | {"hash": head}])
            _set_rule(session, AUDIT_HEAD, f"{number} {head}")

    def audit_log(self) -> tuple[AuditEntry, ...]:
        """Return the log, oldest entry first."""
        with self._database.session() as session:
            return _audit_log(session)

    def audit_is_whole(self) -> bool:
        """Tell whether no entry was changed, removed, added or put in between.

        It guards against a change by mistake or in haste: who can write to the
        store and knows this code can make a new chain.
        """
        with self._database.session() as session:
            log = _audit_log(session)
            rules = {row["name"]: row["value"] for row in session.rows("rules")}
        previous = ""
        for number, entry in enumerate(log, start=1):
            broken = entry.number != number or entry.previous != previous
            if broken or entry.hash != _chain(entry):
                return False
            previous = entry.hash
        return bool(rules.get(AUDIT_HEAD, "0 ") == f"{len(log)} {previous}")


def _all(session: Session, query: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(from_json(kind, row["body"]) for row in session.rows(query))


def _factor_row(one: FactorRecord) -> Row:
    return {
        "review": one.review,
        "code": one.code,
        "level": str(one.level),
        "valence": str(one.valence),
        "status": str(one.status),
        "body": to_json(one),
    }


def _motif_row(one: MotifRecord) -> Row:
    return {
        "review": one.review,
        "motif": one.motif,
        "times": one.times,
        "body": to_json(one),
    }


def _interaction_row(one: InteractionRecord) -> Row:
    return {
        "review": one.review,
        "class": str(one.interaction_class),
        "giver": one.giver,
        "receiver": one.receiver,
        "realised": one.realised,
        "body": to_json(one),
    }


def _audit_log(session: Session) -> tuple[AuditEntry, ...]:
    return tuple(AuditEntry(**row) for row in session.rows("all_audit"))


def _set_rule(session: Session, name: str, value: str) -> None:
    session.run("remove_rule", name=name)
    session.insert("rule", [{"name": name, "value": value}])


def _register_row(entry: RegisterEntry) -> Row:
    return {name: getattr(entry, name) for name in RegisterEntry.__slots__}


def _fact_row(fact: CrossCaseFact) -> Row:
    return {name: getattr(fact, name) for name in CrossCaseFact.__slots__}


def _chain(entry: AuditEntry) -> str:
    # Microseconds only: what DuckDB keeps of a time.
    parts = (
        entry.number,
        entry.made_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        entry.by_role,
        entry.action,
        entry.review,
        entry.purpose,
        entry.count,
        entry.previous,
    )
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
