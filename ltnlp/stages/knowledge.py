"""Timeline → KnowledgeState: who knew what, and from when (kennis van toen)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.events import Account, Event, KnownSince, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState, Tunnel
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.knowledge_words import (
    ADDRESSED,
    ARRIVED,
    ASIDE,
    CLAUSES,
    CONTENT,
    DID,
    FOUND_LATER,
    HEAD,
    LATER_ON,
    LEFT_OUT,
    MEETING,
    NOT_THERE,
    ONE_WAY,
    OWN_ROW,
    REACHED_LATER,
    SPOKEN_IN,
    THEN_ONLY,
    TOLD_ME,
    TOLD_OTHERS,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """What kind of source tells: `files` one organisation wrote at the time, `tables`
    are own timelines, `told_on` gives the day on which each was told or written.
    """

    files: frozenset[str]
    tables: frozenset[str]
    told_on: Mapping[str, dt.date]


def known(
    events: Iterable[Event], documents: Iterable[Document] = ()
) -> tuple[KnowledgeState, ...]:
    """Return who knew of each event and from when, as far as the sources say.

    Silence gives no state. What an organisation knew is not given to its workers, nor
    the other way round. What somebody heard on a day that is not told lies between the
    event and the day of telling.

    Args:
        events: those that stand, in order.
        documents: the sources; what an organisation wrote down at the time it knew
            by then.
    """
    sources = _sources(documents)
    states = [state for event in events for state in _of_event(event, sources)]
    return tuple(sorted(states, key=_since))


def _sources(documents: Iterable[Document]) -> _Sources:
    own = [d for d in documents if d.author_kind]
    return _Sources(
        files=frozenset(
            d.id
            for d in own
            if d.kind is DocumentKind.FILE_EXTRACT and d.contemporaneous
        ),
        tables=frozenset(
            d.id for d in own if d.kind is DocumentKind.INDIVIDUAL_TIMELINE
        ),
        told_on={d.id: d.made_on for d in documents if d.made_on},
    )


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


def _of_event(event: Event, sources: _Sources) -> Iterator[KnowledgeState]:
    told = {
        known.actor
        for account in event.accounts
        for known in account.known_since
        if not _knew_by_then(account, known, sources)
    }
    seen: set[str] = set()
    for account in event.accounts:
        for known_since in _last_heard(account.known_since):
            yield _told(event, account, known_since, sources)
        for state in _without_saying(event, account, sources):
            if state.actor not in told and state.actor not in seen:
                seen.add(state.actor)
                yield state


def _knew_by_then(account: Account, known: KnownSince, sources: _Sources) -> bool:
    """Tell whether who notes at the time that they did not know, knows it by then."""
    if known.how != Knowing.DID_NOT_KNOW or known.actor != account.teller_kind:
        return False
    noted = account.written is not None or account.document in sources.files
    return noted and not THEN_ONLY.search(account.wording.lower())


def _last_heard(all_known: Sequence[KnownSince]) -> Iterator[KnownSince]:
    """Leave out that it was sent to who says that they heard of it only later."""
    late = {known.actor for known in all_known if known.how == Knowing.HEARD_LATER}
    for known_since in all_known:
        if known_since.how != Knowing.WAS_TOLD or known_since.actor not in late:
            yield known_since


def _without_saying(
    event: Event, account: Account, sources: _Sources
) -> Iterator[KnowledgeState]:
    """Yield who knew by what happened; not its teller where it was found later."""
    filed = account.document in sources.files and account.contemporaneous
    noted = filed or account.written is not None
    written = _wrote(event, account, sources) if noted else ()
    table = account.document in sources.tables
    told_me = _received(event, account, table=table)
    took_part = (
        *_took_part(event, account, table=table),
        *_told_others(event, account),
    )
    later = account.written is None and FOUND_LATER.search(account.wording.lower())
    for state in (*told_me, *took_part, *written):
        if not later or state.actor != account.teller_kind:
            yield state


def _told(
    event: Event, account: Account, told: KnownSince, sources: _Sources
) -> KnowledgeState:
    how = Knowing(told.how)
    bounds, edtf = OPEN, None
    if told.date is not None and how is not Knowing.DID_NOT_KNOW:
        bounds, edtf = told.date.bounds, told.date.edtf
        if _before_it_happened(event, bounds):
            bounds, edtf = _sometime(event, account, sources)
    elif how is not Knowing.DID_NOT_KNOW:
        bounds, edtf = _sometime(event, account, sources)
    return KnowledgeState(
        actor=told.actor,
        organisation_kind=told.organisation_kind,
        event=event.id,
        known_from=bounds,
        known_from_edtf=edtf,
        how=how,
        account=account.id,
        told_by=told.told_by,
    )


def _before_it_happened(event: Event, since: Bounds) -> bool:
    """Tell whether a day of hearing lies before the event: then its year is misread.

    Of a plan one can hear before its day.
    """
    first = event.date.earliest if event.date else None
    if first is None or since.latest is None or event.realised is Realised.INTENDED:
        return False
    return since.latest < first


def _sometime(
    event: Event, account: Account, sources: _Sources
) -> tuple[Bounds, str | None]:
    """Return from the event to the telling of it, where a day of hearing is not told.

    A mail tells it on the day on which it was sent.
    """
    first = event.date.earliest if event.date else None
    told = sources.told_on.get(account.document)
    if account.written is not None:
        told = account.written.latest
    if first is None or told is None or told < first:
        return OPEN, None
    return Bounds(earliest=first, latest=told), f"{first}/{told}"


def _took_part(
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
            yield _participant(event, account, kind, kind, date)
    if event.type in TOGETHER and account.realised is Realised.YES:
        for person in _apart_from_spoken_of(account.actors, account):
            yield _participant(event, account, person, None, date)


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
        acted = own in kinds and _acted(
            _dated(words, account, table=table), table=table
        )
        return (own,) if own and acted else ()
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
        noted = account.contemporaneous and not _narrated(account)
        by_words = says_i(_dated(first_hand(words), account, table=table))
        return noted or bool(own_row) or by_words
    return account.realised is Realised.YES


def _wrote(
    event: Event, account: Account, sources: _Sources
) -> Iterator[KnowledgeState]:
    """Yield that who wrote it down knew of it: on the day of the note, or of the mail.

    A day inside a sentence is that of the happening: who writes "De school heeft op 14
    juni gemeld" in a report knew of it by the day of the report.
    """
    day, kind = account.written or account.date, account.teller_kind
    if kind and day and day.bounds.known and not _ahead(account):
        state = _participant(event, account, kind, kind, day)
        if account.written is None and _narrated(account):
            bounds, edtf = _sometime(event, account, sources)
            state = replace(state, known_from=bounds, known_from_edtf=edtf)
        yield replace(state, how=Knowing.WAS_TOLD)


def _narrated(account: Account) -> bool:
    """Tell whether the day of a telling stands within its sentence, not at its head."""
    day = account.date.text.lower() if account.date else ""
    if not day or day not in account.wording.lower():
        return False
    before, _, behind = account.wording.lower().partition(day)
    return len(before) > HEAD or bool(VERB_NEXT.match(behind))


def _received(
    event: Event, account: Account, *, table: bool
) -> Iterator[KnowledgeState]:
    """Yield that the teller was told: "Tel. school: …", "toen belde zij mij"."""
    date, kind = account.date, account.teller_kind
    if date is None or kind is None or not date.bounds.known or account.known_since:
        return
    if account.written is not None:
        return
    words = account.wording.lower()
    letter = ADDRESSED.search(words)
    at_the_time = account.contemporaneous or table
    noted = at_the_time and not letter and ARRIVED.search(ASIDE.sub(" ", words))
    if LATER_ON.search(words):
        return
    heard = TOLD_ME.search(words) and not CONTENT.search(words)
    if (noted or heard) and account.realised is Realised.YES:
        state = _participant(event, account, kind, kind, date)
        yield replace(state, how=Knowing.WAS_TOLD)


def _told_others(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield the one party whom the teller told it by mouth, from that day."""
    date, own = account.date, account.teller_kind
    others = [kind for kind in account.organisations if kind != own]
    if date is None or not date.bounds.known or len(others) != 1:
        return
    said = TOLD_OTHERS.search(account.wording.lower())
    if said and account.realised is Realised.YES and not account.known_since:
        state = _participant(event, account, others[0], others[0], date)
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
