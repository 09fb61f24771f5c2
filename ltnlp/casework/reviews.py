"""Reviews in the register: begin, list, show, close, cancel, approve and hold."""

import datetime as dt
import re
import secrets
from dataclasses import dataclass, replace

from ltnlp.casework.bsn import blanked
from ltnlp.casework.home import Home
from ltnlp.domain.dates import OPEN, Bounds
from ltnlp.domain.documents import Document
from ltnlp.domain.errors import InputError, KeyUnavailableError, StateError
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.retention import (
    Approval,
    RetentionHold,
    RetentionRule,
    Verdict,
    judge,
)
from ltnlp.domain.reviews import Review, ReviewState
from ltnlp.store.system_store import RegisterEntry

REVIEW = "review"
SOURCES = "sources"
_LIKE_A_NUMBER = re.compile(r"\d{8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """A source as it came in: vault only, for file names may hold names.

    `problem_nl` tells why it could not be read; "" when it was. `dated_nl` are the
    words of its head that told its date; "" where a person typed it.
    """

    document: Document
    file_name: str
    format: str = ""
    problem_nl: str = ""
    problem: str = ""
    warnings_nl: tuple[str, ...] = ()
    dated_nl: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All sources of a review, in the order of their slots.

    `given_up` are the slots of sources that were taken out: no other gets them.
    """

    records: tuple[SourceRecord, ...] = ()
    given_up: tuple[str, ...] = ()

    def readable(self) -> tuple[Document, ...]:
        """Return the documents that were read."""
        return tuple(r.document for r in self.records if not r.problem)

    def at(self, slot: str) -> SourceRecord:
        """Return the source in a slot.

        Raises:
            InputError: there is none.
        """
        for record in self.records:
            if record.document.slot == slot:
                return record
        raise InputError("no such slot", message_nl="Er is geen bron op deze plaats.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a facilitator sees of one review."""

    review: Review
    sources: Sources
    verdict: Verdict
    orphans: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a facilitator types in at the start."""

    title: str
    kind: str = "overig"
    period: Bounds = OPEN
    participants: tuple[RosterEntry, ...] = ()
    questions: tuple[str, ...] = ()
    region: str = "north"


def new_review(home: Home, intake: Intake, *, today: dt.date) -> str:
    """Begin a review and return its id, which means nothing outside the system.

    It stands in the register before anything else of it exists: whatever stops this
    in between, nothing is kept that the register does not know of.
    """
    review_id = _new_id()
    review = Review(
        id=review_id,
        title=blanked(intake.title),
        kind=intake.kind,
        period=intake.period,
        participants=intake.participants,
        questions=intake.questions,
        created_on=today,
        region=intake.region,
    )
    home.system().register(_entry(review))
    home.keyring.make(review_id)
    vault = home.vault(review_id, purpose=Purpose.BEGIN)
    vault.keep(REVIEW, review)
    vault.keep(SOURCES, Sources())
    _audit(home, "review begun", review_id)
    return review_id


def _new_id() -> str:
    """Return an id by chance; one that reads as somebody's number would stop releases."""
    while _LIKE_A_NUMBER.search(made := secrets.token_hex(6)):
        continue
    return made


def list_reviews(home: Home) -> tuple[RegisterEntry, ...]:
    """Return the register."""
    return home.system().reviews()


def title_of(home: Home, review_id: str) -> str:
    """Return the title for a facilitator; "" where none can be read any more."""
    try:
        return load_review(home, review_id).title
    except (KeyUnavailableError, StateError):
        return ""


def load_review(home: Home, review_id: str) -> Review:
    """Return the review with its title and roster, from the vault.

    Raises:
        UnknownReviewError: there is no such review.
    """
    review = home.vault(review_id, purpose=Purpose.READ_REVIEW).recall(REVIEW, Review)
    if review is None:
        raise StateError(
            f"review {review_id} was never finished being made",
            message_nl="Het aanmaken van deze review is afgebroken; begin een nieuwe.",
        )
    return review


def load_sources(home: Home, review_id: str) -> Sources:
    """Return the sources of a review."""
    return (
        home.vault(review_id, purpose=Purpose.READ_REVIEW).recall(SOURCES, Sources)
        or Sources()
    )


def set_scope(
    home: Home,
    review_id: str,
    *,
    period: Bounds | None = None,
    questions: tuple[str, ...] | None = None,
) -> Review:
    """Change the period or the research questions of a review; None leaves them.

    They head and bound the timeline from the next run on.

    Raises:
        StateError: the review was ended.
    """
    entry = home.open_entry(review_id)
    review = load_review(home, review_id)
    changed = replace(
        review,
        period=review.period if period is None else period,
        questions=review.questions if questions is None else questions,
    )
    _keep(home, changed, "scope changed")
    home.system().register(replace(entry, year=_entry(changed).year))
    return changed


def set_about(
    home: Home, review_id: str, *, title: str = "", kind: str = "", region: str = ""
) -> None:
    """Change what a review is called, its kind of case or its region; "" leaves them.

    Raises:
        StateError: the review was ended.
    """
    entry = home.open_entry(review_id)
    review = load_review(home, review_id)
    changed = replace(
        review,
        title=blanked(title) or review.title,
        kind=kind or review.kind,
        region=region or review.region,
    )
    if changed == review:
        return
    _keep(home, changed, "title or kind changed")
    home.system().register(replace(entry, kind=changed.kind, region=changed.region))


def set_participants(
    home: Home, review_id: str, participants: tuple[RosterEntry, ...]
) -> None:
    """Keep who takes part, as typed; it counts from the next run on.

    Raises:
        StateError: the review was ended.
    """
    home.open_entry(review_id)
    changed = replace(load_review(home, review_id), participants=participants)
    _keep(home, changed, "participants changed")


def _keep(home: Home, changed: Review, action: str) -> None:
    """Keep what a review is now called or about, and say so in the log."""
    home.vault(changed.id, purpose=Purpose.BEGIN).keep(REVIEW, changed)
    _audit(home, action, changed.id)


def rename_kind(home: Home, review_id: str, kind: str) -> None:
    """Keep another kind of case: it stands in the register, and in facts that stay."""
    review = replace(load_review(home, review_id), kind=kind)
    home.vault(review_id, purpose=Purpose.BEGIN).keep(REVIEW, review)
    home.system().register(replace(home.entry(review_id), kind=kind))


def show(home: Home, review_id: str, *, today: dt.date) -> Sheet:
    """Return what a facilitator sees of one review."""
    store = home.store(review_id)
    timeline = store.timeline()
    return Sheet(
        review=load_review(home, review_id),
        sources=load_sources(home, review_id),
        verdict=verdict(home, review_id, today=today),
        orphans=len(store.orphans()),
        events=len(timeline.events) if timeline else 0,
    )


def end(home: Home, review_id: str, *, state: ReviewState, today: dt.date) -> None:
    """Close or cancel a review: from now its retention term runs.

    Raises:
        StateError: it was ended before, or `state` is not an end.
    """
    if state not in {ReviewState.CLOSED, ReviewState.CANCELLED}:
        raise StateError(
            f"{state} does not end a review",
            message_nl="Een review eindigt door afsluiten of annuleren.",
        )
    entry = home.open_entry(review_id)
    home.keyring.make(review_id)
    vault = home.vault(review_id, purpose=Purpose.BEGIN)
    review = vault.recall(REVIEW, Review)
    if review is not None:
        vault.keep(REVIEW, replace(review, state=state, ended_on=today))
    home.system().register(
        replace(entry, state=str(state), ended_on=today, year=today.year)
    )
    _audit(home, f"review {state}", review_id)


def approve(home: Home, review_id: str, *, by: str, today: dt.date) -> None:
    """Record that a person in the role `by` approved the destruction."""
    home.entry(review_id)
    home.system().approve(Approval(review=review_id, by=by, on=today))
    _audit(home, "destruction approved", review_id, by=by)


def hold(home: Home, hold: RetentionHold) -> None:
    """Record an exception to destruction."""
    home.entry(hold.review)
    home.system().hold(hold)
    _audit(home, "hold recorded", hold.review, by=hold.by)


def verdict(home: Home, review_id: str, *, today: dt.date) -> Verdict:
    """Tell whether a review may be destroyed today, and if not, why not."""
    entry = home.entry(review_id)
    system = home.system()
    review = Review(
        id=entry.id,
        title="",
        kind=entry.kind,
        period=OPEN,
        state=ReviewState(entry.state),
        ended_on=entry.ended_on,
    )
    return judge(
        review,
        rule=retention_rule(home),
        holds=system.holds(),
        approvals=system.approvals(),
        today=today,
    )


def retention_rule(home: Home) -> RetentionRule:
    """Return the rule in force, from the settings."""
    rules = home.system().rules()
    default = RetentionRule()
    return RetentionRule(
        term_days=int(rules.get("term_days", default.term_days)),
        approval_required=rules.get("approval_required", "yes") != "no",
    )


def _entry(review: Review) -> RegisterEntry:
    latest = review.period.latest or review.created_on
    return RegisterEntry(
        id=review.id,
        kind=review.kind,
        state=str(review.state),
        region=review.region,
        created_on=review.created_on,
        year=latest.year if latest else None,
    )


def _audit(home: Home, action: str, review: str, *, by: str = "begeleider") -> None:
    home.system().audit(by_role=by, action=action, review=review, purpose="leerreview")
