"""Timeline → KnowledgeState: who knew what, and from when (kennis van toen)."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ltnlp.domain.bounds import OPEN
from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Event, KnownSince, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState, Tunnel
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.wording import says_i

TOGETHER = frozenset({"overleg", "gesprek", "contact", "intake", "afspraak", "advies"})
"""Kinds of happening at which all who are named are present."""
SENT = frozenset(
    {
        "melding", "verwijzing", "aanmelding", "terugkoppeling", "overdracht",
        "afwijzing", "informatie", "besluit",
    }
)  # fmt: skip
"""Kinds of happening that another party learns of only when it arrives."""


ARRIVED = re.compile(
    r"^[^a-z]*(?:\([a-z]+\) )?(?:(?:\[[\w-]+\]|\w{2,4})\.? )?"
    r"(?:tel\.|telefoon|bericht|brief|mail|verslag|eindverslag|overdr\w*\.?|melding"
    r"|whatsapp|app) "
    r"|\b(?:ontvangen|binnengekomen|binnen)\b|\b(?:belt|vertelt|meldt|mailt|appt) (?:mij|ons|me)\b"
)
"""How a note begins that tells what came in."""
TOLD_ME = re.compile(
    r"\b(?:belde|belt|appte|mailde|vertelde|vertelt|meldde|schreef)\b[^.;,]{0,60}\b(?:mij|me|ons)\b"
    r"|\b(?:kreeg|kregen|ontving|ontvingen) (?:ik|wij|we)\b"
)
_CONTENT = re.compile(r"\bdat\b|\bhoe\b|:")
"""Signs that what was told is told too: its day need not be that of the telling."""
_ADDRESSED = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie)\b")
"""Words to somebody: no note of what came in, but a letter that says so."""
_TOWARDS = re.compile(r"\b(?:aan|naar|bij) (?:de |het |een )?[\w\[\]-]+")
"""Words for whom something was sent to: it is not said that it arrived."""


def known(
    events: Iterable[Event], files: frozenset[str] = frozenset()
) -> tuple[KnowledgeState, ...]:
    """Return who knew of each event and from when, as far as the sources say.

    Silence gives no state. What an organisation knew is not given to its workers, nor
    the other way round.

    Args:
        events: those that stand, in order.
        files: ids of documents that one organisation wrote at the time: what it
            wrote down it knew by then.
    """
    states = [state for event in events for state in _of_event(event, files)]
    return tuple(sorted(states, key=_since))


def tunnel(timeline: IntegratedTimeline, actor: str, moment: dt.date) -> Tunnel:
    """Return what `actor` surely knew at the end of `moment`, and nothing later."""
    return Tunnel(
        actor=actor, moment=moment, states=timeline.known_as_of(actor, moment)
    )


def tunnels(timeline: IntegratedTimeline, moment: dt.date) -> tuple[Tunnel, ...]:
    """Return the views of all actors at one moment, side by side."""
    return tuple(tunnel(timeline, actor, moment) for actor in actors(timeline))


def actors(timeline: IntegratedTimeline) -> tuple[str, ...]:
    """Return all actors of whom something is known, in order of the alphabet."""
    return tuple(sorted({state.actor for state in timeline.knowledge}))


def _since(state: KnowledgeState) -> dt.date:
    """Return from when, to sort by; what has no day keeps the order of the events."""
    return state.known_from.earliest or dt.date.max


def _of_event(event: Event, files: frozenset[str]) -> Iterator[KnowledgeState]:
    told = {known.actor for a in event.accounts for known in a.known_since}
    seen: set[str] = set()
    for account in event.accounts:
        for known_since in account.known_since:
            yield _told(event, account, known_since)
        noted = account.document in files or account.written is not None
        written = _wrote(event, account) if noted else ()
        told_me = _received(event, account)
        for state in (*told_me, *_took_part(event, account), *written):
            if state.actor not in told and state.actor not in seen:
                seen.add(state.actor)
                yield state


def _told(event: Event, account: Account, told: KnownSince) -> KnowledgeState:
    how = Knowing(told.how)
    since = told.date if how is not Knowing.DID_NOT_KNOW else None
    return KnowledgeState(
        actor=told.actor,
        organisation_kind=told.organisation_kind,
        event=event.id,
        known_from=since.bounds if since else OPEN,
        known_from_edtf=since.edtf if since else None,
        how=how,
        account=account.id,
        told_by=told.told_by,
    )


def _took_part(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield who was part of it.

    A telling by hearsay makes nobody a part of what is told.
    """
    date = account.date or event.date
    happened = account.realised in {Realised.YES, Realised.ATTEMPT}
    if date is None or not happened or account.known_since:
        return
    for kind in _present(event, account):
        if _was_there(account, kind):
            yield _participant(event, account, kind, kind, date)
    if event.type in TOGETHER and account.realised is Realised.YES:
        for person in account.actors:
            yield _participant(event, account, person, None, date)


def _present(event: Event, account: Account) -> tuple[str, ...]:
    """Return the kinds that can have been part: of what was sent, only one side."""
    kinds = account.organisations
    if event.type in TOGETHER:
        return kinds
    if event.type not in SENT or not kinds:
        return ()
    own = account.teller_kind
    if own in kinds:
        return (own,)
    to_them = len(kinds) == 1 and _TOWARDS.search(account.wording.lower())
    return () if to_them else kinds[:1]


def _was_there(account: Account, kind: str) -> bool:
    """Tell whether a kind that is named took part.

    Of its own part a teller in retrospect says "ik" or "wij"; an attempt is known to
    who made it.
    """
    if kind == account.teller_kind:
        return account.contemporaneous or says_i(account.wording)
    return account.realised is Realised.YES


def _wrote(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield that who wrote it down knew of it: on the day of the note, or of the mail."""
    day, kind = account.written or account.date, account.teller_kind
    if kind and day and day.bounds.known and not _ahead(account):
        state = _participant(event, account, kind, kind, day)
        yield replace(state, how=Knowing.WAS_TOLD)


def _received(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield that the teller was told: "Tel. school: …", "toen belde zij mij"."""
    date, kind = account.date, account.teller_kind
    if date is None or kind is None or not date.bounds.known or account.known_since:
        return
    if account.written is not None:
        return
    words = account.wording.lower()
    letter = _ADDRESSED.search(words)
    noted = account.contemporaneous and not letter and ARRIVED.search(words)
    heard = TOLD_ME.search(words) and not _CONTENT.search(words)
    if (noted or heard) and account.realised is Realised.YES:
        state = _participant(event, account, kind, kind, date)
        yield replace(state, how=Knowing.WAS_TOLD)


def _ahead(account: Account) -> bool:
    """Tell whether a mail tells what lay ahead when it was sent: that is no knowing."""
    if account.written is None:
        return False
    sent = account.written.latest
    first = account.date.earliest if account.date else None
    later = sent is not None and first is not None and first > sent
    return later or account.realised is Realised.INTENDED


def _participant(
    event: Event,
    account: Account,
    actor: str,
    kind: str | None,
    date: UncertainDate,
) -> KnowledgeState:
    return KnowledgeState(
        actor=actor,
        organisation_kind=kind,
        event=event.id,
        known_from=date.bounds,
        known_from_edtf=date.edtf,
        how=Knowing.TOOK_PART,
        account=account.id,
    )
