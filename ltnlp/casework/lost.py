"""Corrections that found nothing any more: placed again, or laid to rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded
from ltnlp.casework.desk import MENTIONS, MentionList
from ltnlp.casework.entries import Entry, entries
from ltnlp.casework.home import Home
from ltnlp.casework.words import with_pseudonyms, without_names
from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Event
from ltnlp.domain.purposes import Purpose

AGAIN = "opnieuw geplaatst op de pagina"
RESTED = "vervallen verklaard op de pagina"
PLACED = frozenset(
    {
        Do.CONFIRM, Do.REJECT, Do.REDATE, Do.EDIT, Do.MOMENT, Do.NOT_MOMENT, Do.VIEW,
        Do.REMARK,
    }
)  # fmt: skip
"""Corrections about one event: another event can take its place."""
OFFERED = 200
"""As many events are offered to place a correction at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A correction that found nothing, and the events where it may belong.

    `events` is empty for what is not about one event; nearest to where it stood first.
    """

    entry: Entry
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSheet:
    """The journal for a person: what found nothing, and all entries, the newest first.

    `pending` tells that something was recorded since the last run.
    """

    lost: tuple[Lost, ...]
    entries: tuple[Entry, ...]
    pending: bool


def journal_sheet(home: Home, review_id: str) -> JournalSheet:
    """Return the journal of a review, what found nothing apart."""
    store = home.store(review_id)
    journal = {one.id: one for one in store.corrections()}
    timeline = store.timeline()
    events = timeline.events if timeline else ()
    slots = {document.slot: document.id for document in store.documents()}
    listed = _without_names(home, review_id, entries(home, review_id))
    vault = home.vault(review_id, purpose=Purpose.CORRECT)
    run = vault.recall(MENTIONS, MentionList)
    return JournalSheet(
        lost=tuple(
            Lost(entry=one, events=_near(journal[one.id], events, slots))
            for one in listed
            if one.lost
        ),
        entries=tuple(reversed(listed)),
        pending=run is not None and len(listed) > run.replayed,
    )


def _without_names(
    home: Home, review_id: str, listed: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Return entries without the names that were only found after they were made."""
    texts = [text for one in listed for text in (one.about, one.said, one.why)]
    clean = iter(with_pseudonyms(home, review_id, texts))
    return tuple(
        replace(one, about=next(clean), said=next(clean), why=next(clean))
        for one in listed
    )


def place_again(
    home: Home, review_id: str, correction: str, event: str, *, by: str
) -> Accepted:
    """Record a lost correction anew at an event, and lay the lost one to rest.

    Raises:
        InputError: it is not lost, cannot be placed, or there is no such event.
    """
    old = _lost(home, review_id, correction)
    timeline = home.store(review_id).timeline()
    known = {one.id for one in timeline.events} if timeline else set()
    if old.do not in PLACED or event not in known:
        raise InputError(
            "cannot be placed there",
            message_nl="Kies een gebeurtenis van de tijdlijn om dit bij te plaatsen.",
        )
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in old.values.items()
        if name != "turn"
    }
    told = {"do": str(old.do), "event": event, **values, "again": old.id}
    done = recorded(home, review_id, told, by=by, why=old.why or AGAIN)
    lay_to_rest(home, review_id, correction, by=by, why=AGAIN)
    return done


def lay_to_rest(
    home: Home, review_id: str, correction: str, *, by: str, why: str = ""
) -> Accepted:
    """Record that a lost correction need not be placed any more; it stays to be read.

    Raises:
        InputError: it is not lost.
    """
    _lost(home, review_id, correction)
    (reason,) = without_names(home, review_id, [why.strip()])
    told = {"do": str(Do.LAY_TO_REST), "id": correction}
    return recorded(home, review_id, told, by=by, why=reason or RESTED)


def _lost(home: Home, review_id: str, name: str) -> Correction:
    store = home.store(review_id)
    lost = {orphan.correction for orphan in store.orphans()}
    found = next(
        (c for c in store.corrections() if c.id == name and name in lost), None
    )
    if found is None:
        raise InputError(
            "no lost correction",
            message_nl="Deze verbetering is haar plek niet kwijt; ververs de pagina.",
        )
    return found


def _near(
    lost: Correction, events: Sequence[Event], slots: dict[str, str]
) -> tuple[Event, ...]:
    """Return where a correction may belong: events of its sources, the nearest first."""
    if lost.do not in PLACED:
        return ()
    stood = [
        (slots.get(anchor.slot), anchor.span.start)
        for anchor in lost.anchors
        if anchor.slot in slots
    ]
    ranked = sorted(events, key=lambda event: _distance(event, stood))
    return tuple(ranked[:OFFERED])


def _distance(
    event: Event, stood: Iterable[tuple[str | None, int]]
) -> tuple[bool, int]:
    """Return how far an event lies from where something stood; last in other sources."""
    apart = [
        abs(account.source.start - start)
        for document, start in stood
        for account in event.accounts
        if account.document == document
    ]
    return (not apart, min(apart, default=0))
