"""Reviews whose term has passed are destroyed: store, vault and key."""

import datetime as dt
from dataclasses import dataclass, replace

from ltnlp.casework.home import Home
from ltnlp.casework.progress import run_lock
from ltnlp.casework.reviews import retention_rule, verdict
from ltnlp.domain.errors import (
    KeyUnavailableError,
    LtnlpError,
    PrivacyError,
    StateError,
)
from ltnlp.domain.retention import DestructionRecord, Verdict
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.files import destroy_folder, locked
from ltnlp.store.system_store import RegisterEntry

BACKUPS_NL = "kopieën en back-ups buiten dit systeem"
RELEASES_NL = "uitgegeven rapporten, zie het register van uitgiften: {}"
MASTER_NL = "de hoofdsleutel komt van buiten en is niet vervangen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What a run of forgetting did, or would do."""

    destroyed: tuple[str, ...]
    kept: tuple[Verdict, ...]
    dry_run: bool


def due(home: Home, *, today: dt.date) -> tuple[Verdict, ...]:
    """Return the verdict on each review that is not destroyed yet."""
    return tuple(
        verdict(home, entry.id, today=today)
        for entry in home.system().reviews()
        if entry.state != ReviewState.DESTROYED
    )


def forget(home: Home, *, today: dt.date, dry_run: bool = False) -> Forgotten:
    """Destroy what may be destroyed today; with `dry_run` only tell what would be.

    A destruction that was cut short is finished. One that fails holds up no other;
    the first failure is raised at the end.
    """
    verdicts = due(home, today=today)
    wanted = (*(v.review for v in verdicts if v.allowed), *half_done(home))
    if not dry_run and not home.keyring.rotation_is_done():
        home.keyring.rotate()
    failures: list[LtnlpError] = []
    for review in () if dry_run else wanted:
        try:
            destroy(home, review, today=today)
        except LtnlpError as error:
            failures.append(error)
    if failures:
        raise failures[0]
    return Forgotten(
        destroyed=wanted,
        kept=tuple(v for v in verdicts if not v.allowed),
        dry_run=dry_run,
    )


def destroy(home: Home, review: str, *, today: dt.date) -> DestructionRecord:
    """Destroy one review: first its key, then its folder, then prove it.

    The key goes first: whatever stops this in between, nothing can be read.

    Raises:
        PrivacyError: the review may not be destroyed today.
    """
    entry = home.entry(review)
    if entry.state != ReviewState.DESTROYED:
        judged = verdict(home, review, today=today)
        if not judged.allowed:
            raise PrivacyError(
                f"review {review} may not be destroyed", message_nl=judged.why_nl
            )
    system = home.system()
    files, rotated = _remove(home, entry, today)
    record = DestructionRecord(
        review=review,
        on=today,
        ground_nl=_ground(home),
        counts=(("bestanden", files),),
        unreachable_nl=_unreachable(home, review, rotated=rotated),
    )
    _prove(home, review)
    system.record_destruction(record)
    system.audit(
        by_role="systeem",
        action="review destroyed",
        review=review,
        purpose="bewaartermijn",
        count=files,
    )
    return record


def proof(home: Home, review: str) -> DestructionRecord:
    """Return the certificate of a review that was destroyed.

    Raises:
        UnknownReviewError: no such review was ever there.
        StateError: it was not destroyed, or its destruction was cut short.
    """
    home.entry(review)
    for record in home.system().destructions():
        if record.review == review:
            return record
    raise StateError(
        f"review {review} was not destroyed",
        message_nl="Deze review is niet vernietigd; er is geen bewijs.",
    )


def half_done(home: Home) -> tuple[str, ...]:
    """Return the reviews whose destruction was cut short."""
    proven = {record.review for record in home.system().destructions()}
    return tuple(
        entry.id
        for entry in home.system().reviews()
        if entry.state == ReviewState.DESTROYED and entry.id not in proven
    )


def _remove(home: Home, entry: RegisterEntry, today: dt.date) -> tuple[int, bool]:
    """Remove key and folder once no run holds them; return the files, and rotation."""
    with locked(run_lock(home, entry.id)):
        rotated = home.keyring.destroy(entry.id)
        system = home.system()
        system.register(
            replace(entry, state=str(ReviewState.DESTROYED), destroyed_on=today)
        )
        # Why somebody asked to keep it is free text about the case.
        system.remove_holds(entry.id)
        return destroy_folder(home.folder(entry.id)), rotated


def _ground(home: Home) -> str:
    approved = retention_rule(home).approval_required
    return "bewaartermijn verstreken" + (", akkoord vastgelegd" if approved else "")


def _prove(home: Home, review: str) -> None:
    """Raise StateError when anything of the review can still be opened."""
    if home.folder(review).exists():
        raise StateError(f"the folder of {review} is still there")
    try:
        home.key(review)
    except KeyUnavailableError:
        return
    raise StateError(f"the key of {review} still opens")


def _unreachable(home: Home, review: str, *, rotated: bool) -> tuple[str, ...]:
    released = [r for r in home.system().releases() if r["review"] == review]
    reasons = [BACKUPS_NL]
    if released:
        reasons.append(RELEASES_NL.format(len(released)))
    if not rotated:
        reasons.append(MASTER_NL)
    return tuple(reasons)
