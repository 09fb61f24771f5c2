"""Timeline → KnowledgeState: who knew what, and from when (kennis van toen)."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.events import Account, Event, KnownSince, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState, Tunnel
from ltnlp.domain.mentions import FAMILY
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.knowledge_words import (
    ADDRESSED,
    ARRIVED,
    ASIDE,
    CONTENT,
    FOUND_LATER,
    LATER_ON,
    LEFT_OUT,
    THEN_ONLY,
    TO_FAMILY,
    TOLD_ME,
    TOLD_ON,
    TOLD_OTHERS,
)
from ltnlp.stages.presence import narrated, participant, took_part


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """What kind of source tells: `files` one organisation wrote at the time, `tables`
    are own timelines, `told_on` gives the day on which each was told or written;
    `left_out` holds passages with the day and the kind that they say was left out,
    `wrote_on` the days on which a kind sent a mail of a document.
    """

    files: frozenset[str]
    tables: frozenset[str]
    told_on: Mapping[str, dt.date]
    left_out: frozenset[tuple[str, str, str]]
    wrote_on: Mapping[tuple[str, str], Sequence[dt.date]]


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
    events = tuple(events)
    sources = _sources(documents, events)
    states = [state for event in events for state in _of_event(event, sources)]
    return tuple(sorted(states, key=_since))


def _left_out(events: Iterable[Event]) -> frozenset[tuple[str, str, str]]:
    """Return where a passage says of one kind that it was left out that day."""
    return frozenset(
        (account.passage, account.date.edtf or "", account.organisations[0])
        for event in events
        for account in event.accounts
        if account.date
        and len(account.organisations) == 1
        and LEFT_OUT.search(account.wording.lower())
    )


def _wrote_on(events: Iterable[Event]) -> dict[tuple[str, str], list[dt.date]]:
    """Return by document and kind on which days it sent a mail, in order."""
    days: dict[tuple[str, str], set[dt.date]] = defaultdict(set)
    for event in events:
        for account in event.accounts:
            sent = account.written.earliest if account.written else None
            if sent and account.teller_kind:
                days[account.document, account.teller_kind].add(sent)
    return {key: sorted(found) for key, found in days.items()}


def _sources(documents: Iterable[Document], events: Sequence[Event]) -> _Sources:
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
        left_out=_left_out(events),
        wrote_on=_wrote_on(events),
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
    part = (
        *took_part(event, account, table=table),
        *_told_others(event, account),
    )
    later = account.written is None and _found_later(account)
    mailed = _mailed(event, account, sources)
    for state in (*told_me, *part, *written, *mailed):
        here = (account.passage, state.known_from_edtf or "", state.actor)
        absent = state.how is Knowing.TOOK_PART and here in sources.left_out
        if not absent and not (later and state.actor == account.teller_kind):
            yield state


def _found_later(account: Account) -> bool:
    """Tell whether a telling was added, found or heard after the day that it has."""
    words = account.wording.lower()
    told = TOLD_ON.search(words)
    first = account.date.earliest if account.date else None
    if FOUND_LATER.search(words):
        return True
    if told is None or first is None:
        return False
    day, month = re.split("[-/]", told["day"])
    return (int(day), int(month)) != (first.day, first.month)


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


def _wrote(
    event: Event, account: Account, sources: _Sources
) -> Iterator[KnowledgeState]:
    """Yield that who wrote it down knew of it: on the day of the note, or of the mail.

    A day inside a sentence is that of the happening: who writes "De school heeft op 14
    juni gemeld" in a report knew of it by the day of the report.
    """
    day, kind = account.written or account.date, account.teller_kind
    if kind and day and day.bounds.known and not _ahead(account):
        state = participant(event, account, kind, kind, day)
        if account.written is None and narrated(account):
            bounds, edtf = _sometime(event, account, sources)
            state = replace(state, known_from=bounds, known_from_edtf=edtf)
        yield replace(state, how=Knowing.WAS_TOLD)


def _mailed(
    event: Event, account: Account, sources: _Sources
) -> Iterator[KnowledgeState]:
    """Yield that whom a mail went to was told of it, some time after it was sent.

    When it was read nobody says: by the next mail of theirs in the same bundle, else by
    the day on which the bundle was made.
    """
    day, own = account.written, account.teller_kind
    sent = day.earliest if day else None
    if day is None or sent is None or own is None or _ahead(account):
        return
    for kind in account.addressed:
        answers = sources.wrote_on.get((account.document, kind), ())
        made = sources.told_on.get(account.document)
        read = next((answer for answer in answers if answer >= sent), made)
        if kind != own and read is not None and read >= sent:
            state = participant(event, account, kind, kind, day)
            yield replace(
                state,
                known_from=Bounds(earliest=sent, latest=read),
                known_from_edtf=str(sent) if read == sent else f"{sent}/{read}",
                how=Knowing.WAS_TOLD,
                told_by=own,
            )


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
    told = words.removeprefix(date.text.lower()) if table else words
    to_us = kind in FAMILY or not TO_FAMILY.search(told)
    at_the_time = (account.contemporaneous or table) and to_us
    noted = at_the_time and not letter and ARRIVED.search(ASIDE.sub(" ", told))
    if LATER_ON.search(words):
        return
    heard = TOLD_ME.search(words) and not CONTENT.search(words)
    if (noted or heard) and account.realised is Realised.YES:
        state = participant(event, account, kind, kind, date)
        yield replace(state, how=Knowing.WAS_TOLD)


def _told_others(event: Event, account: Account) -> Iterator[KnowledgeState]:
    """Yield the one party whom the teller told it by mouth, from that day."""
    date, own = account.date, account.teller_kind
    others = [kind for kind in account.organisations if kind != own]
    if date is None or not date.bounds.known or len(others) != 1:
        return
    said = TOLD_OTHERS.search(account.wording.lower())
    if said and account.realised is Realised.YES and not account.known_since:
        state = participant(event, account, others[0], others[0], date)
        yield replace(state, how=Knowing.WAS_TOLD)


def _ahead(account: Account) -> bool:
    """Tell whether a mail tells what lay ahead when it was sent: that is no knowing."""
    if account.written is None:
        return False
    sent = account.written.latest
    first = account.date.earliest if account.date else None
    later = sent is not None and first is not None and first > sent
    return later or account.realised is Realised.INTENDED
