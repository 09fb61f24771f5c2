"""Reviews whose term has passed are destroyed: store, vault and key."""

import datetime as dt
import shutil
from dataclasses import dataclass, replace

from ltnlp.casework.home import Home
from ltnlp.casework.reviews import verdict
from ltnlp.domain.errors import KeyUnavailableError, PrivacyError, StateError
from ltnlp.domain.retention import DestructionRecord, Verdict
from ltnlp.domain.reviews import ReviewState

BACKUPS_NL = "kopieën en back-ups buiten dit systeem"
RELEASES_NL = "{} uitgegeven rapport(en), zie het register van uitgiften"
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
    """Destroy what may be destroyed today; with `dry_run` only tell what would be."""
    verdicts = due(home, today=today)
    allowed = [v.review for v in verdicts if v.allowed]
    if not dry_run:
        for review in (*allowed, *_half_done(home)):
            destroy(home, review, today=today)
    return Forgotten(
        destroyed=tuple(allowed),
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
    rotated = home.keyring.destroy(review)
    system.register(
        replace(entry, state=str(ReviewState.DESTROYED), destroyed_on=today)
    )
    files = _remove_folder(home, review)
    record = DestructionRecord(
        review=review,
        on=today,
        ground_nl="bewaartermijn verstreken, akkoord vastgelegd",
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


def _half_done(home: Home) -> tuple[str, ...]:
    """Return the reviews whose destruction was cut short."""
    proven = {record.review for record in home.system().destructions()}
    return tuple(
        entry.id
        for entry in home.system().reviews()
        if entry.state == ReviewState.DESTROYED and entry.id not in proven
    )


def _remove_folder(home: Home, review: str) -> int:
    folder = home.folder(review)
    if not folder.exists():
        return 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(b"\0" * path.stat().st_size)
    shutil.rmtree(folder)
    return len(files)


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
