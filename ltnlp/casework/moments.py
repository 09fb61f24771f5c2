"""Crucial moments as groups choose them: what holds now, and what is recorded of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import WHY, recorded, unknown_event
from ltnlp.casework.home import Home
from ltnlp.casework.row_answers import told_by
from ltnlp.casework.since_run import since_run
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Event, Status
from ltnlp.domain.rowformat import Column
from ltnlp.domain.timeline import CrucialMoment
from ltnlp.stages.moments import moments
from ltnlp.stages.voices import with_views

GROUPS = ("casegroep", "reviewteam")
"""Who choose moments and say how they see them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentSheet:
    """The moments of a review as its journal has them now, also before the next run.

    Attributes:
        events: all that can be chosen, in order of time; those that people added last.
        chosen: moments that people chose, numbered ones first.
        proposed: what the machine proposes; () until a group has chosen, for what it
            finds would steer the dialogue.
        covered: how many proposals are kept back for that reason.
        pending: something was recorded that the report does not show yet.
    """

    events: tuple[Event, ...]
    chosen: tuple[CrucialMoment, ...]
    proposed: tuple[CrucialMoment, ...]
    covered: int
    pending: bool


def moment_sheet(home: Home, review_id: str) -> MomentSheet:
    """Return the moments of a review, chosen and proposed.

    Raises:
        StateError: the review was never run.
    """
    stands = since_run(home, review_id)
    timeline, replay, events = stands.timeline, stands.replay, stands.events
    standing = tuple(e for e in events if e.status is not Status.REJECTED)
    now = with_views(
        moments(
            standing,
            timeline.gaps,
            chosen=replay.chosen(events),
            refused=replay.refused(events),
        ),
        replay,
        events,
    )
    order = {event.id: at for at, event in enumerate(standing)}
    chosen = [m for m in now if m.status is Status.CONFIRMED]
    proposed = tuple(m for m in now if m.status is Status.PROPOSED)
    chosen.sort(key=lambda m: (m.number or len(order) + 1, order[m.event]))
    return MomentSheet(
        events=standing,
        chosen=tuple(chosen),
        proposed=proposed if chosen else (),
        covered=0 if chosen else len(proposed),
        pending=_of_people(now) != _of_people(timeline.moments) or bool(stands.added),
    )


def _of_people(moments: Sequence[CrucialMoment]) -> set[tuple[object, ...]]:
    return {
        (m.event, m.number, frozenset((view.by, view.words) for view in m.views))
        for m in moments
        if m.status is Status.CONFIRMED
    }


def choose_moment(
    home: Home, review_id: str, event: str, *, by: str, number: str = "", why: str = ""
) -> Accepted:
    """Record that a group takes an event for a crucial moment, with its number.

    Raises:
        InputError: there is no such event, or the number is none or taken.
    """
    typed = number.strip()
    if typed and not typed.isdecimal():
        raise InputError("no number", message_nl="Het nummer bestaat uit cijfers.")
    told = {"do": "moment", "event": _known(home, review_id, event)}
    if typed:
        _refuse_taken(home, review_id, event, int(typed))
        told["number"] = str(int(typed))
    (reason,) = without_names(home, review_id, [why.strip()])
    return recorded(home, review_id, told, by=by, why=reason or WHY)


def drop_moment(home: Home, review_id: str, event: str, *, by: str) -> Accepted:
    """Record that an event is no crucial moment.

    Raises:
        InputError: there is no such event.
    """
    told = {"do": "not_moment", "event": _known(home, review_id, event)}
    return recorded(home, review_id, told, by=by)


def record_views(
    home: Home, review_id: str, event: str, views: Mapping[str, str]
) -> None:
    """Record how each group sees a moment, by role; what is as it was stays so.

    Raises:
        InputError: there is no such event, or what a group wrote was emptied.
    """
    chosen = {moment.event: moment for moment in moment_sheet(home, review_id).chosen}
    now = chosen[event].views if event in chosen else ()
    before = {view.by.lower(): view.words for view in now}
    for role, words in views.items():
        if " ".join(words.split()) != " ".join(before.get(role, "").split()):
            record_view(home, review_id, event, words, by=role)


def record_view(
    home: Home, review_id: str, event: str, words: str, *, by: str
) -> Accepted:
    """Record how a group sees a moment; its last view counts.

    Raises:
        InputError: there is no such event, or nothing was written.
    """
    (safe,) = without_names(home, review_id, [words.strip()])
    if not safe:
        raise InputError("no words", message_nl="Schrijf eerst hoe de groep het ziet.")
    told = {"do": "view", "event": _known(home, review_id, event), "words": safe}
    return recorded(home, review_id, told, by=by)


def add_moment(
    home: Home, review_id: str, what: str, *, by: str, date: str = "", number: str = ""
) -> Accepted:
    """Record an event that no source tells, and that a group takes it for a moment.

    Raises:
        InputError: nothing was written, the date cannot be read, or the number is taken.
    """
    (safe,) = without_names(home, review_id, [what.strip()])
    if not safe:
        raise InputError("no words", message_nl="Schrijf eerst wat er gebeurde.")
    told: dict[str, object] = {"do": "add", "what": safe}
    if date.strip():
        told |= told_by(Column.DATE, date.strip(), {})
    if number.strip().isdecimal():
        _refuse_taken(home, review_id, "", int(number))
    before = {event.id for event in moment_sheet(home, review_id).events}
    done = recorded(home, review_id, told, by=by)
    new = [e.id for e in moment_sheet(home, review_id).events if e.id not in before]
    for event in new:
        choose_moment(home, review_id, event, by=by, number=number)
    return done


def _refuse_taken(home: Home, review_id: str, event: str, number: int) -> None:
    chosen = moment_sheet(home, review_id).chosen
    if any(one.number == number and one.event != event for one in chosen):
        raise InputError(
            "the number is taken",
            message_nl=f"Nummer {number} is al van een ander moment; kies een ander.",
        )


def _known(home: Home, review_id: str, event: str) -> str:
    """Return the id of an event that stands on the timeline.

    Raises:
        InputError: there is none.
    """
    if all(event != one.id for one in moment_sheet(home, review_id).events):
        raise unknown_event()
    return event
