"""IntegratedTimeline + ReleasedPassage → InteractionGraph."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Interaction,
    InteractionClass,
    InteractionGraph,
    InteractionReader,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.answers import missing_answers
from ltnlp.stages.graph import measure, with_order
from ltnlp.stages.notes import doer_of_row, is_note_of_contact, who_cells
from ltnlp.stages.party_kinds import resolve, senders

_SCHOOLS = frozenset(
    {"basisschool", "voortgezet_onderwijs", "speciaal_onderwijs", "mbo"}
)
_ANY_SCHOOL = "school"
_CLIENT = "gezin"
_BY_PARTIES = 0.4
_SAID = 0.85
_DOMINANT = 0.6
_NOT_TOLD = frozenset(
    {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
)
_SAME_KIND_CLASSES = frozenset({"overdracht"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """What the passages say, by id."""

    passages: Mapping[str, ReleasedPassage]
    organisations: Mapping[str, tuple[OrganisationMention, ...]]
    actors: Mapping[str, tuple[Actor, ...]]
    mails: Mapping[str, tuple[str | None, str | None]]
    documents: Mapping[str, Document]
    school: str | None


def connect(
    timeline: IntegratedTimeline,
    *,
    passages: Sequence[ReleasedPassage],
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    reader: InteractionReader,
    documents: Sequence[Document],
) -> InteractionGraph:
    """Return who turned to whom, as the accounts of the timeline's events tell it.

    An answer that should have come and is told nowhere is among the interactions as
    `expected` and not realised. The result does not depend on the order of sources.
    """
    parties = resolve(
        passages, organisations=organisations, actors=actors, documents=documents
    )
    sources = _Sources(
        passages={passage.id: passage for passage in _in_order(passages)},
        organisations=parties.organisations,
        actors=parties.actors,
        mails=senders(passages, parties.actors),
        documents={document.id: document for document in documents},
        school=_the_school(organisations, actors, documents),
    )
    told = list(_told(timeline, sources, reader))
    ordered = with_order(told, timeline)
    missing = missing_answers(ordered, timeline, reader.expectations())
    interactions = (*ordered, *missing)
    return InteractionGraph(interactions=interactions, parties=measure(interactions))


def _in_order(passages: Sequence[ReleasedPassage]) -> list[ReleasedPassage]:
    return sorted(passages, key=lambda one: (one.document, one.ordinal, one.id))


def _the_school(
    organisations: Sequence[OrganisationMention],
    actors: Sequence[Actor],
    documents: Sequence[Document],
) -> str | None:
    """Return the kind of school that "school" stands for, where one dominates."""
    kinds = [mention.kind for mention in organisations]
    kinds += [actor.organisation_kind or "" for actor in actors]
    kinds += [document.author_kind or "" for document in documents] * 3
    counted = Counter(kind for kind in kinds if kind in _SCHOOLS)
    if not counted:
        return None
    kind, times = counted.most_common(1)[0]
    return kind if times >= _DOMINANT * counted.total() else None


def _told(
    timeline: IntegratedTimeline, sources: _Sources, reader: InteractionReader
) -> Iterator[Interaction]:
    """Read each passage once and give every clause to the account it stands in.

    What stands in no account belongs with the account told nearest before it.
    """
    accounts = _accounts(timeline)
    latest: dict[str, tuple[Event, Account]] = {}
    for passage in sources.passages.values():
        if passage.interviewer or passage.kind in _NOT_TOLD:
            continue
        told = accounts.get(passage.id, [])
        around = latest.get(passage.document)
        found = list(_of_passage(passage, told, around, sources, reader))
        seen = _client_seen(passage, told or ([around] if around else []), sources)
        if seen is not None and not any(_CLIENT in _pair(one) for one in found):
            found.append(seen)
        yield from found
        acted = {one.account for one in found}
        for event, account in told:
            contact = None if account.id in acted else _contact(event, account, sources)
            if contact is not None:
                yield contact
        if told:
            latest[passage.document] = max(told, key=lambda pair: pair[1].span)


def _of_passage(
    passage: ReleasedPassage,
    told: Sequence[tuple[Event, Account]],
    around: tuple[Event, Account] | None,
    sources: _Sources,
    reader: InteractionReader,
) -> Iterator[Interaction]:
    seen: set[tuple[str, str | None, str | None, str, str]] = set()
    for clause in _read(passage, sources, reader):
        pair = _account_of(clause, told)
        inside = pair is not None
        pair = pair or _nearest(clause, told) or around
        if pair is None:
            continue
        made = _interaction(clause, pair, passage, sources, inside=inside)
        key = (
            made.account if inside else str(clause.span.start),
            made.giver,
            made.receiver,
            made.interaction_class,
            made.realised,
        )
        if _stands(made) and key not in seen:
            seen.add(key)
            yield made


def _pair(one: Interaction) -> tuple[str | None, str | None]:
    return one.giver, one.receiver


def _client_seen(
    passage: ReleasedPassage, told: Sequence[tuple[Event, Account]], sources: _Sources
) -> Interaction | None:
    """Read a dated file note under a worker's initials as contact with the client.

    "10-02-23 AB. Slaapt beter." names no act: who wrote it saw the client.
    """
    document = sources.documents.get(passage.document)
    noted = is_note_of_contact(passage.text)
    if document is None or document.kind is not DocumentKind.FILE_EXTRACT or not noted:
        return None
    teller = _speaker(passage, sources)
    if teller is None or not told:
        return None
    clause = ClauseInteraction(
        span=Span(start=0, end=len(passage.text)),
        giver=teller,
        receiver=_CLIENT,
        type="contact_gezin",
        interaction_class=InteractionClass.CONSULTATION,
        realised=Realised.YES,
        score=_BY_PARTIES,
        flow="contact",
    )
    return _interaction(clause, told[0], passage, sources, inside=False)


def _contact(event: Event, account: Account, sources: _Sources) -> Interaction | None:
    """Read an event of the family and one organisation, told without a telling word.

    "Ze zat hier op die stoel" has no verb of contact; that they met is known from
    who took part.
    """
    others = [kind for kind in event.organisations if kind != _CLIENT]
    if len(others) != 1 or _CLIENT not in event.organisations:
        return None
    failed = account.realised is Realised.ATTEMPT
    clause = ClauseInteraction(
        span=account.span,
        giver=others[0],
        receiver=_CLIENT,
        type="contactpoging" if failed else "contact_gezin",
        interaction_class=InteractionClass.CONTACT_ATTEMPT
        if failed
        else InteractionClass.CONSULTATION,
        realised=account.realised,
        score=_BY_PARTIES,
        flow="contact",
    )
    passage = sources.passages[account.passage]
    return _interaction(clause, (event, account), passage, sources, inside=True)


def _accounts(
    timeline: IntegratedTimeline,
) -> dict[str, list[tuple[Event, Account]]]:
    found: dict[str, list[tuple[Event, Account]]] = {}
    for event in timeline.events:
        for account in event.accounts:
            found.setdefault(account.passage, []).append((event, account))
    return found


def _read(
    passage: ReleasedPassage, sources: _Sources, reader: InteractionReader
) -> tuple[ClauseInteraction, ...]:
    written_by, written_to = sources.mails.get(passage.id, (None, None))
    speaker = _speaker(passage, sources)
    if passage.kind is SegmentKind.QUOTED and written_by:
        speaker = written_by
    doer = doer_of_row(passage, sources.organisations.get(passage.id, ())) or speaker
    addressed = {"partner_kind": written_to} if written_to not in {None, doer} else {}
    found = reader.read(
        passage.text,
        organisations=sources.organisations.get(passage.id, ()),
        actors=sources.actors.get(passage.id, ()),
        speaker_kind=doer,
        **addressed,
    )
    who = who_cells(passage)
    found = tuple(
        one for one in found if not any(cell.contains(one.span) for cell in who)
    )
    if doer == speaker:
        return found
    return tuple(
        replace(one, receiver=speaker) if one.receiver in {None, doer} else one
        for one in found
    )


def _speaker(passage: ReleasedPassage, sources: _Sources) -> str | None:
    if passage.speaker_kind:
        return passage.speaker_kind
    document = sources.documents.get(passage.document)
    return document.author_kind if document else None


def _account_of(
    clause: ClauseInteraction, told: Sequence[tuple[Event, Account]]
) -> tuple[Event, Account] | None:
    """Return the account that the clause stands in for the largest part."""
    if not told:
        return None
    best = max(told, key=lambda pair: _shared(clause.span, pair[1].span))
    return best if _shared(clause.span, best[1].span) > 0 else None


def _nearest(
    clause: ClauseInteraction, told: Sequence[tuple[Event, Account]]
) -> tuple[Event, Account] | None:
    """Return the account told last before the clause, or else the first after it."""
    before = [pair for pair in told if pair[1].span.start <= clause.span.start]
    if before:
        return max(before, key=lambda pair: pair[1].span)
    return min(told, key=lambda pair: pair[1].span) if told else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _interaction(
    clause: ClauseInteraction,
    pair: tuple[Event, Account],
    passage: ReleasedPassage,
    sources: _Sources,
    *,
    inside: bool,
) -> Interaction:
    event, account = pair
    giver = _precise(clause.giver, event, account, sources)
    receiver = _precise(clause.receiver, event, account, sources)
    if inside and (giver is None or receiver is None):
        giver, receiver = _from_event(giver, receiver, event, account)
    elif inside and giver and receiver and clause.score < _SAID:
        giver, receiver = _by_event(giver, receiver, event, account)
    date = account.date or event.date
    return Interaction(
        id=_id(
            account.id if inside else f"{passage.id}|{clause.span.start}",
            clause,
            giver,
            receiver,
        ),
        giver=giver,
        receiver=receiver,
        type=clause.type,
        interaction_class=clause.interaction_class,
        realised=clause.realised,
        date=_best(date, event.date),
        event=event.id,
        account=account.id,
        document=passage.document,
        source=passage.offsets.to_origin(clause.span),
        passages=(passage.id,),
        flow=clause.flow,
        score=clause.score,
    )


def _best(
    told: UncertainDate | None, joint: UncertainDate | None
) -> UncertainDate | None:
    """Prefer the event's own date, which several accounts make more precise."""
    return joint if joint is not None and joint.bounds.known else told


def _precise(
    kind: str | None, event: Event, account: Account, sources: _Sources
) -> str | None:
    """Return which kind of school "school" is, from the event, the teller, the case."""
    if kind != _ANY_SCHOOL:
        return kind
    named = [one for one in event.organisations if one in _SCHOOLS]
    if len(named) == 1:
        return named[0]
    if account.teller_kind in _SCHOOLS:
        return account.teller_kind
    return sources.school or kind


def _from_event(
    giver: str | None, receiver: str | None, event: Event, account: Account
) -> tuple[str | None, str | None]:
    """Fill one missing party with the only other organisation of the event."""
    known = {giver, receiver} - {None}
    others = [kind for kind in event.organisations if kind not in known]
    if len(others) == 1:
        return giver or others[0], receiver or others[0]
    if account.teller_kind and account.teller_kind not in known:
        return giver or account.teller_kind, receiver or account.teller_kind
    return giver, receiver


def _by_event(
    giver: str, receiver: str, event: Event, account: Account
) -> tuple[str, str]:
    """Put the event's other party where the teller was only guessed to be one."""
    others = [kind for kind in event.organisations if kind not in {giver, receiver}]
    guessed = account.teller_kind
    if len(others) != 1 or guessed is None or guessed in event.organisations:
        return giver, receiver
    if giver == guessed and receiver in event.organisations:
        return others[0], receiver
    if receiver == guessed and giver in event.organisations:
        return giver, others[0]
    return giver, receiver


def _stands(made: Interaction) -> bool:
    """Tell whether two parties are known, apart unless work passes within a kind."""
    if made.giver is None or made.receiver is None:
        return False
    same = made.giver == made.receiver
    return not same or made.interaction_class in _SAME_KIND_CLASSES


def _id(
    told_in: str, clause: ClauseInteraction, giver: str | None, receiver: str | None
) -> str:
    seen = (told_in, clause.type, giver or "", receiver or "", clause.realised)
    return "i" + hashlib.sha256("|".join(seen).encode()).hexdigest()[:16]
