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
        written = _wrote(event, account) if account.document in files else ()
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
    return (own,) if own in kinds else kinds[:1]


def _was_there(account: Account, kind: str) -> bool:
    """Tell whether a kind that is named took part.

    Of its own part a teller in retrospect says "ik" or "wij"; an attempt is known to
    who made it.
    """
    if kind == account.teller_kind:
        return account.contemporaneous or says_i(account.wording)
    return account.realised is Realised.YES


def _wrote(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield that the organisation whose file it is knew what it noted that day."""
    if account.teller_kind and account.date and account.date.bounds.known:
        kind = account.teller_kind
        state = _participant(event, account, kind, kind, account.date)
        yield replace(state, how=Knowing.WAS_TOLD)


def _received(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield that the teller was told: "Tel. school: …", "toen belde zij mij"."""
    date, kind = account.date, account.teller_kind
    if date is None or kind is None or not date.bounds.known or account.known_since:
        return
    words = account.wording.lower()
    noted = account.contemporaneous and ARRIVED.search(words)
    if (noted or TOLD_ME.search(words)) and account.realised is Realised.YES:
        state = _participant(event, account, kind, kind, date)
        yield replace(state, how=Knowing.WAS_TOLD)


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
