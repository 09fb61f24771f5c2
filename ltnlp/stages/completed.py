"""Clauses that leave a party out, completed by who takes part in the event."""

from dataclasses import replace

from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.interactions import ClauseInteraction, InteractionClass, Telling
from ltnlp.stages.notes import is_note_of_contact

SAID = 0.85
"""From this score on, a clause says itself who takes part."""
_BY_PARTIES = 0.3
_CLIENT = "gezin"
_SAME_KIND = frozenset({InteractionClass.HANDOVER})

Pair = tuple[str | None, str | None]


def completed(
    clause: ClauseInteraction, event: Event, account: Account, *, inside: bool
) -> ClauseInteraction:
    """Return the clause with both parties where the event leaves no choice.

    Args:
        clause: as the grammar reads it.
        event: told by the account.
        account: in which the clause stands, or else the one told before it.
        inside: whether the clause stands in the account.
    """
    if not inside:
        return clause
    pair = (clause.giver, clause.receiver)
    if None in pair:
        giver, receiver = _filled(pair, event, account)
    elif clause.score < SAID:
        giver, receiver = _corrected(pair, event, account)
    else:
        return clause
    return replace(clause, giver=giver, receiver=receiver)


def met(
    telling: Telling, event: Event, account: Account
) -> tuple[ClauseInteraction, ...]:
    """Read a meeting with the family that no word of contact tells.

    "Ze zat hier op die stoel": who took part is known from the event of the family and
    one organisation. "10-02-23 AB. Slaapt beter.": who wrote the note saw the client.
    """
    others = [kind for kind in event.organisations if kind != _CLIENT]
    begins = telling.span.start == account.span.start and telling.event_type is not None
    if begins and len(others) == 1 and _CLIENT in event.organisations:
        return (_contact(telling, others[0], account.realised),)
    noted = telling.span.start == 0 and is_note_of_contact(telling.text)
    filed = telling.document is DocumentKind.FILE_EXTRACT
    if noted and filed and telling.speaker:
        return (_contact(telling, telling.speaker, Realised.YES),)
    return ()


def _contact(telling: Telling, kind: str, happened: Realised) -> ClauseInteraction:
    failed = happened is Realised.ATTEMPT
    consulted = InteractionClass.CONSULTATION
    return ClauseInteraction(
        span=telling.span,
        giver=kind,
        receiver=_CLIENT,
        type="contactpoging" if failed else "contact_gezin",
        interaction_class=InteractionClass.CONTACT_ATTEMPT if failed else consulted,
        realised=happened,
        score=_BY_PARTIES,
        flow="contact",
    )


def stands(clause: ClauseInteraction) -> bool:
    """Tell whether two parties are known, apart unless work passes within a kind."""
    if clause.giver is None or clause.receiver is None:
        return False
    return clause.giver != clause.receiver or clause.interaction_class in _SAME_KIND


def _filled(pair: Pair, event: Event, account: Account) -> Pair:
    """Fill one missing party with the only other organisation of the event."""
    giver, receiver = pair
    others = [kind for kind in event.organisations if kind not in pair]
    if len(others) == 1:
        return giver or others[0], receiver or others[0]
    if account.teller_kind and account.teller_kind not in pair:
        return giver or account.teller_kind, receiver or account.teller_kind
    return pair


def _corrected(pair: Pair, event: Event, account: Account) -> Pair:
    """Put the event's other party where the teller was only guessed to be one."""
    giver, receiver = pair
    others = [kind for kind in event.organisations if kind not in pair]
    guessed = account.teller_kind
    if len(others) != 1 or guessed is None or guessed in event.organisations:
        return pair
    if giver == guessed and receiver in event.organisations:
        return others[0], receiver
    if receiver == guessed and giver in event.organisations:
        return giver, others[0]
    return pair
