"""Timeline → KnowledgeState: who knew what, and from when (kennis van toen)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from ltnlp.domain.bounds import OPEN
from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Event, KnownSince, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState, Tunnel
from ltnlp.domain.timeline import IntegratedTimeline

BETWEEN_PARTIES = frozenset(
    {
        "melding", "advies", "verwijzing", "aanmelding", "intake", "overleg", "gesprek",
        "contact", "terugkoppeling", "overdracht", "afwijzing", "informatie", "afspraak",
    }
)  # fmt: skip
"""Kinds of happening in which all organisations named take part."""


def known(events: Iterable[Event]) -> tuple[KnowledgeState, ...]:
    """Return who knew of each event and from when, as far as the sources say.

    Silence gives no state. What an organisation knew is not given to its workers, nor
    the other way round.
    """
    states = [state for event in events for state in _of_event(event)]
    return tuple(sorted(states, key=_key))


def tunnel(timeline: IntegratedTimeline, actor: str, moment: dt.date) -> Tunnel:
    """Return what `actor` surely knew at the end of `moment`, and nothing later."""
    return Tunnel(
        actor=actor, moment=moment, states=timeline.known_as_of(actor, moment)
    )


def actors(timeline: IntegratedTimeline) -> tuple[str, ...]:
    """Return all actors of whom something is known, in order of the alphabet."""
    return tuple(sorted({state.actor for state in timeline.knowledge}))


def _key(state: KnowledgeState) -> tuple[str, str, str, str]:
    first = state.known_from.earliest
    return (first.isoformat() if first else "9999", state.event, state.actor, state.how)


def _of_event(event: Event) -> Iterator[KnowledgeState]:
    told = {known.actor for a in event.accounts for known in a.known_since}
    seen: set[tuple[str, str]] = set()
    for account in event.accounts:
        for known_since in account.known_since:
            yield _told(event, account, known_since)
        for state in _took_part(event, account):
            if state.actor not in told and (state.actor, state.how) not in seen:
                seen.add((state.actor, state.how))
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
    """Yield who was part of it: the parties of a contact, and who tells "wij"."""
    date = account.date or event.date
    if account.realised not in {Realised.YES, Realised.ATTEMPT} or date is None:
        return
    kinds = account.organisations if event.type in BETWEEN_PARTIES else ()
    for kind in kinds:
        if account.realised is Realised.YES or kind == account.teller_kind:
            yield _participant(event, account, kind, kind, date)
    if event.type in BETWEEN_PARTIES and account.realised is Realised.YES:
        for person in account.actors:
            yield _participant(event, account, person, None, date)


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
