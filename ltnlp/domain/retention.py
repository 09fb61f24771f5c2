"""How long what is kept, and what may be destroyed (bewaarregels)."""

import datetime as dt
from dataclasses import dataclass

from ltnlp.domain.months import day_in_words
from ltnlp.domain.reviews import Review, ReviewState

DEFAULT_TERM_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How many days after its end a review is destroyed, and who must approve."""

    term_days: int = DEFAULT_TERM_DAYS
    approval_required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionHold:
    """An explicit, dated exception (bewaarbeletsel): by whom, why, until when."""

    review: str
    by: str
    reason: str
    until: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person's recorded approval to destroy a review."""

    review: str
    by: str
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a review may be destroyed on a day, and if not, why not (Dutch)."""

    review: str
    allowed: bool
    why_nl: str


def judge(
    review: Review,
    *,
    rule: RetentionRule,
    holds: tuple[RetentionHold, ...],
    approvals: tuple[Approval, ...],
    today: dt.date,
) -> Verdict:
    """Tell whether `review` may be destroyed on `today`."""
    if review.state not in {ReviewState.CLOSED, ReviewState.CANCELLED}:
        return Verdict(
            review=review.id, allowed=False, why_nl="de review is niet afgesloten"
        )
    ended = review.ended_on or today
    due = ended + dt.timedelta(days=rule.term_days)
    why = _obstacle(review, rule, holds, approvals, due, today)
    return Verdict(
        review=review.id,
        allowed=not why,
        why_nl=why or "termijn verstreken, geen beletsel, akkoord vastgelegd",
    )


def _obstacle(
    review: Review,
    rule: RetentionRule,
    holds: tuple[RetentionHold, ...],
    approvals: tuple[Approval, ...],
    due: dt.date,
    today: dt.date,
) -> str:
    held = [h.until for h in holds if h.review == review.id and h.until >= today]
    if held:
        return f"er geldt een bewaarbeletsel tot en met {day_in_words(max(held))}"
    if today < due:
        return f"de termijn loopt tot {day_in_words(due)}"
    if rule.approval_required and not any(a.review == review.id for a in approvals):
        return "er is nog geen akkoord vastgelegd"
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionRecord:
    """Proof of destruction without content (vernietigingsbewijs)."""

    review: str
    on: dt.date
    ground_nl: str
    counts: tuple[tuple[str, int], ...]
    unreachable_nl: tuple[str, ...] = ()
