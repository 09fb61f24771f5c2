"""Interactions as people correct them: what holds now, and what is recorded of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded, unknown_event
from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal
from ltnlp.casework.last_run import never_run
from ltnlp.casework.mending import WHY, Typed, add_event
from ltnlp.casework.row_answers import told_by
from ltnlp.casework.since_run import SinceRun, since_run
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Event, Realised, Status
from ltnlp.domain.interactions import Interaction, InteractionClass, InteractionGraph
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.rowformat import Column
from ltnlp.nlp.organisations import taxonomy
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.inputs import without_article
from ltnlp.stages.corrected_interactions import corrected
from ltnlp.stages.graph import bounds_of, measure

STANDS = {"klopt": "confirm_interaction", "weg": "reject_interaction"}
"""What a person says of an interaction, and the correction that it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionSheet:
    """Who had to do with whom as the journal has it now, also before the next run.

    Attributes:
        graph: what stands, in order of time, and what people rejected.
        events: of the timeline, and behind them those that people added since.
        passages: released words, by id of the passage.
        sources: what each document is called, by id.
        pending: something was recorded that the report does not show yet.
    """

    graph: InteractionGraph
    events: tuple[Event, ...]
    passages: Mapping[str, ReleasedPassage]
    sources: Mapping[str, str]
    pending: bool

    def words(self, one: Interaction) -> tuple[str, ...]:
        """Return the words that an interaction was read in, else those of its event."""
        told = (self.passages.get(passage) for passage in one.passages)
        places = [(p, p.offsets.from_origin(one.source)) for p in told if p]
        found = tuple(
            span.of(p.text) for p, span in places if span and p.document == one.document
        )
        if found and not one.said_by:
            return found
        event = next((e for e in self.events if e.id == one.event), None)
        return (event.what,) if event else ()

    def tellings(self, one: Interaction) -> tuple[Interaction, ...]:
        """Return all tellings of the act that an interaction tells, itself first."""
        known = (*self.graph.interactions, *self.graph.rejected)
        same = (i for i in known if i.id != one.id and _act(i) == _act(one))
        return (one, *same)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedInteraction:
    """What a person typed of an interaction; what is empty stays as it is.

    Parties are kinds of organisation, by id or as pages call them; `date` is as people
    write it, `kind` and `realised` are values of the domain.
    """

    giver: str = ""
    receiver: str = ""
    kind: str = ""
    realised: str = ""
    date: str = ""
    why: str = ""


def _stand(one: Interaction) -> tuple[object, ...]:
    """Return what people can decide of an interaction."""
    return (one.id, one.giver, one.receiver, *_act(one)[4:], one.date, one.status)


def _act(one: Interaction) -> tuple[object, ...]:
    """Return what tellings of one act share; what was decided on them is shared too."""
    parties = (one.event, one.giver, one.receiver, one.status is Status.REJECTED)
    return (*parties, one.interaction_class, one.realised, one.expected)


def kind_labels() -> dict[str, str]:
    """Return what pages call each kind of organisation, without its article."""
    return {kind: without_article(one.neutral) for kind, one in taxonomy().items()}


def interaction_sheet(home: Home, review_id: str) -> InteractionSheet:
    """Return the interactions of a review as they stand now.

    Raises:
        StateError: the review was never run.
    """
    now, store = since_run(home, review_id), home.store(review_id)
    stored, released = store.graph(), store.released()
    if stored is None:
        raise never_run(review_id)
    read = (*stored.interactions, *stored.rejected)
    decided = corrected(
        read,
        journal(home, review_id).corrections,
        events=now.events,
        documents=released.documents,
    )
    standing = _in_order(decided.standing, now)
    return InteractionSheet(
        graph=InteractionGraph(
            interactions=standing,
            parties=measure(standing),
            rejected=decided.rejected,
        ),
        events=tuple(e for e in now.events if e.status is not Status.REJECTED),
        passages={passage.id: passage for passage in released.passages},
        sources={document.id: document.label for document in released.documents},
        pending={*map(_stand, (*decided.standing, *decided.rejected))}
        != {*map(_stand, read)},
    )


def _in_order(found: tuple[Interaction, ...], now: SinceRun) -> tuple[Interaction, ...]:
    """Return interactions as the timeline has their events; those without one last."""
    order = {place.event: place.order for place in now.timeline.placed}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                order.get(one.event, len(order)),
                str(bounds_of(one).earliest or "9"),
                one.document,
                one.source.start,
                one.id,
            ),
        )
    )


def mend_interaction(
    home: Home, review_id: str, name: str, typed: TypedInteraction, *, by: str
) -> tuple[Accepted, ...]:
    """Record what a person typed otherwise than it stands, of each telling of the act.

    Raises:
        InputError: there is no such interaction, or what was typed cannot be understood.
    """
    now, *others = _known(home, review_id, name)
    before = {
        "from_kind": now.giver or "",
        "to_kind": now.receiver or "",
        "type": str(now.interaction_class),
        "realised": str(now.realised),
    }
    after = _values(typed)
    told: dict[str, object] = {k: v for k, v in after.items() if v and v != before[k]}
    if typed.date.strip() and typed.date.strip() != told_in_words(now.date):
        told |= told_by(Column.DATE, typed.date.strip(), {})
    why = _why(home, review_id, typed.why)
    told["do"] = "edit_interaction"
    return tuple(
        recorded(home, review_id, {**told, "interaction": one.id}, by=by, why=why)
        for one in (now, *others)
        if len(told) > 1
    )


def stand_interaction(
    home: Home, review_id: str, name: str, stands: str, *, by: str, why: str = ""
) -> tuple[Accepted, ...]:
    """Record that an act is right ("klopt") or is none ("weg"), in all its tellings.

    Raises:
        InputError: there is no such interaction.
    """
    reason = _why(home, review_id, why)
    return tuple(
        recorded(
            home,
            review_id,
            {"do": STANDS[stands], "interaction": one.id},
            by=by,
            why=reason,
        )
        for one in _known(home, review_id, name)
    )


def add_interaction(
    home: Home,
    review_id: str,
    typed: TypedInteraction,
    *,
    by: str,
    event: str = "",
    what: str = "",
) -> Accepted:
    """Record an interaction that was not found, in an event or in a new one (`what`).

    Raises:
        InputError: parties, kind or event are missing or unknown, or the date cannot be
            read.
    """
    told: dict[str, object] = {k: v for k, v in _values(typed).items() if v}
    if not {"from_kind", "to_kind", "type"} <= told.keys():
        raise InputError(
            "parties are missing",
            message_nl="Vul in wie zich tot wie wendde, en waarvoor.",
        )
    if typed.date.strip():
        told |= told_by(Column.DATE, typed.date.strip(), {})
    why = _why(home, review_id, typed.why)
    told |= {"do": "add_interaction"}
    known = {one.id for one in since_run(home, review_id).events}
    if event and event not in known:
        raise unknown_event()
    if not event:
        add_event(home, review_id, Typed(what=what, date=typed.date), by=by)
        added = since_run(home, review_id).events
        event = next(one.id for one in added if one.id not in known)
    return recorded(home, review_id, {**told, "event": event}, by=by, why=why)


def _values(typed: TypedInteraction) -> dict[str, str]:
    """Return what was typed as values of a correction.

    Raises:
        InputError: there is no such kind of organisation, class or outcome.
    """
    if typed.kind not in {"", *InteractionClass} or typed.realised not in {
        "",
        *Realised,
    }:
        raise InputError("no such choice", message_nl="Deze keuze bestaat niet.")
    return {
        "from_kind": _kind(typed.giver),
        "to_kind": _kind(typed.receiver),
        "type": typed.kind,
        "realised": typed.realised,
    }


def _kind(typed: str) -> str:
    """Return the id of a kind of organisation that a person chose or typed."""
    words = typed.strip().lower()
    if not words:
        return ""
    for kind, label in kind_labels().items():
        if words in {kind, label.lower(), taxonomy()[kind].neutral.lower()}:
            return kind
    raise InputError(
        "no such kind of organisation",
        message_nl="Deze soort organisatie is niet bekend; kies er een uit de lijst.",
    )


def _known(home: Home, review_id: str, name: str) -> tuple[Interaction, ...]:
    """Return the tellings of the act that an interaction tells."""
    sheet = interaction_sheet(home, review_id)
    known = (*sheet.graph.interactions, *sheet.graph.rejected)
    found = next((one for one in known if one.id == name), None)
    if found is None:
        raise InputError(
            "no such interaction", message_nl="Dit verband is niet meer gevonden."
        )
    return sheet.tellings(found)


def _why(home: Home, review_id: str, typed: str) -> str:
    (reason,) = without_names(home, review_id, [typed.strip()])
    return reason or WHY
