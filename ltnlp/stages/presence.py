"""Telling → who was part of what it tells: as the words say it, else unknown."""

from collections.abc import Iterator, Sequence

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState
from ltnlp.stages.knowledge_words import (
    CLAUSES,
    DID,
    HEAD,
    LEFT_OUT,
    MEETING,
    NOT_THERE,
    ONE_WAY,
    OWN_ROW,
    REACHED_LATER,
    SPOKEN_IN,
    TOWARDS,
    VERB_NEXT,
    WITH_US,
)
from ltnlp.stages.wording import first_hand, says_i

TOGETHER = frozenset({"overleg", "gesprek", "contact", "intake", "afspraak", "advies"})
"""Kinds of happening at which all who are named are present."""
MET = frozenset({"overleg", "gesprek", "intake"})
"""Kinds of happening that who notes them on an own timeline was mostly present at."""
SENT = frozenset(
    {
        "melding", "verwijzing", "aanmelding", "terugkoppeling", "overdracht",
        "afwijzing", "informatie", "besluit",
    }
)  # fmt: skip
"""Kinds of happening that another party learns of only when it arrives."""
FEW = 2
"""Words beside a day that do not yet tell a happening."""


def took_part(
    event: Event, account: Account, *, table: bool
) -> Iterator[KnowledgeState]:
    """Yield who was part of it.

    A telling by hearsay makes nobody a part of what is told.
    """
    date = account.date or event.date
    happened = account.realised in {Realised.YES, Realised.ATTEMPT}
    if date is None or not happened or account.known_since:
        return
    for kind in _present(event, account, table=table):
        if _was_there(event, account, kind, table=table):
            yield participant(event, account, kind, kind, date)
    if event.type in TOGETHER and account.realised is Realised.YES:
        for person in _apart_from_spoken_of(account.actors, account):
            yield participant(event, account, person, None, date)


def _present(event: Event, account: Account, *, table: bool) -> tuple[str, ...]:
    """Return the kinds that can have been part: of what was sent, only one side."""
    kinds = account.organisations
    words = first_hand(account.wording.lower())
    one_way = ONE_WAY if event.type == "contact" else SPOKEN_IN
    sent = event.type in SENT or one_way.search(words)
    own = account.teller_kind
    if event.type in TOGETHER and not sent:
        if len(event.accounts) > 1 and not MEETING.search(words):
            return (own,) if own in kinds and DID.search(words) else ()
        there = kinds if not LEFT_OUT.search(words) else (own,) if own in kinds else ()
        return _apart_from_spoken_of([kind for kind in there if kind], account)
    if not sent or not kinds:
        said = _dated(words, account, table=table)
        noted = own in kinds or (table and OWN_ROW.search(said))
        return (own,) if own and noted and _acted(said, table=table) else ()
    if own in kinds:
        return (own,)
    to_them = len(kinds) == 1 and TOWARDS.search(words)
    return () if to_them else kinds[:1]


def _dated(words: str, account: Account, *, table: bool) -> str:
    """Return the clause in which the day of a telling stands.

    All words where that clause says little else, and of a row, whose day has its cell.
    """
    day = account.date.text.lower() if account.date and not table else ""
    for clause in CLAUSES.split(words) if day else ():
        if day in clause:
            said = clause.replace(day, " ").split()
            return clause if len(said) > FEW else words
    return words


def _acted(words: str, *, table: bool) -> bool:
    """Tell whether the teller did it, or had somebody with them.

    A row of an own timeline leaves out who: "Gebeld met school".
    """
    acted = DID.search(words) or WITH_US.search(words)
    return bool(acted or (table and OWN_ROW.search(words)))


def _apart_from_spoken_of(parties: Sequence[str], account: Account) -> tuple[str, ...]:
    """Leave out who is only spoken of; a teller speaks for themselves."""
    own = account.teller_kind
    return tuple(p for p in parties if p == own or p not in account.spoken_of)


def _was_there(event: Event, account: Account, kind: str, *, table: bool) -> bool:
    """Tell whether a kind that is named took part.

    Of its own part a teller in retrospect says "ik" or "wij", or notes a meeting on
    its own timeline; an attempt is known to who made it.
    """
    if kind == account.teller_kind:
        words = account.wording.lower()
        if NOT_THERE.search(words) or REACHED_LATER.search(words):
            return False
        if account.realised is Realised.ATTEMPT and not account.contemporaneous:
            return bool(DID.search(words))
        row = table and kind not in account.spoken_of
        own_row = row and (event.type in MET or OWN_ROW.search(words))
        noted = account.contemporaneous and not narrated(account)
        by_words = says_i(_dated(first_hand(words), account, table=table))
        return noted or bool(own_row) or by_words
    return account.realised is Realised.YES


def narrated(account: Account) -> bool:
    """Tell whether the day of a telling stands within its sentence, not at its head."""
    day = account.date.text.lower() if account.date else ""
    if not day or day not in account.wording.lower():
        return False
    before, _, behind = account.wording.lower().partition(day)
    return len(before) > HEAD or bool(VERB_NEXT.match(behind))


def participant(
    event: Event,
    account: Account,
    actor: str,
    kind: str | None,
    date: UncertainDate,
) -> KnowledgeState:
    """Return that an actor knew of an event from its own day, being part of it."""
    return KnowledgeState(
        actor=actor,
        organisation_kind=kind,
        event=event.id,
        known_from=date.bounds,
        known_from_edtf=date.edtf,
        how=Knowing.TOOK_PART,
        account=account.id,
    )
