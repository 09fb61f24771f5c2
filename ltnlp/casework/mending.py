"""Events as people mend them: what holds now, and what is recorded of it."""

from dataclasses import dataclass

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded, unknown_event
from ltnlp.casework.home import Home
from ltnlp.casework.row_answers import told_by
from ltnlp.casework.since_run import since_run
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Event
from ltnlp.domain.rowformat import Column
from ltnlp.reporting.chapters import Chapter, divide
from ltnlp.reporting.dates_nl import told_in_words
from ltnlp.reporting.words_nl import REALISED

WHY = "aangepast op de pagina"
STANDS = {"klopt": "confirm", "weg": "reject"}
"""What a person says of an event, and the correction that it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSheet:
    """The timeline as its journal has it now, in chapters; rejected events too.

    Attributes:
        chapters: in order of time; what people added since the last run in its place.
        pending: something was recorded that report and story do not show yet.
    """

    chapters: tuple[Chapter, ...]
    pending: bool

    def event(self, name: str) -> Event:
        """Return the event with an id.

        Raises:
            InputError: there is none.
        """
        found = (e for chapter in self.chapters for e in chapter.events if e.id == name)
        event = next(found, None)
        if event is None:
            raise unknown_event()
        return event


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a person typed of an event; what is empty stays as it is.

    `date` as people write it ("12 mei 2022", "rond mei 2022"), `realised` in the words
    of the timeline ("niet gebeurd").
    """

    what: str = ""
    date: str = ""
    realised: str = ""
    why: str = ""


def event_sheet(home: Home, review_id: str) -> EventSheet:
    """Return the events of a review as they stand now.

    Raises:
        StateError: the review was never run.
    """
    now = since_run(home, review_id)
    events = now.replay.corrected(now.events)
    return EventSheet(
        chapters=divide(now.timeline, events),
        pending=bool(now.added) or set(events) != set(now.timeline.events),
    )


def mend_event(
    home: Home, review_id: str, event: str, typed: Typed, *, by: str
) -> tuple[Accepted, ...]:
    """Record what a person typed otherwise than it stands.

    Raises:
        InputError: there is no such event, or what was typed cannot be understood.
    """
    now = event_sheet(home, review_id).event(event)
    what, why = without_names(home, review_id, [typed.what.strip(), typed.why.strip()])
    told: list[dict[str, object]] = []
    date = typed.date.strip()
    if date and date != told_in_words(now.date):
        told.append({"do": "redate", **told_by(Column.DATE, date, {})})
    words: dict[str, object] = {}
    if what and typed.what.strip() != now.what:
        words["what"] = what
    if typed.realised and typed.realised != REALISED[now.realised]:
        words |= told_by(Column.REALISED, typed.realised, {})
    if words:
        told.append({"do": "edit", "what": now.what, **words})
    return tuple(
        recorded(home, review_id, {**one, "event": event}, by=by, why=why or WHY)
        for one in told
    )


def stand_event(
    home: Home, review_id: str, event: str, stands: str, *, by: str, why: str = ""
) -> Accepted:
    """Record that an event is right ("klopt") or does not belong there ("weg").

    Raises:
        InputError: there is no such event.
    """
    event_sheet(home, review_id).event(event)
    (reason,) = without_names(home, review_id, [why.strip()])
    told = {"do": STANDS[stands], "event": event}
    return recorded(home, review_id, told, by=by, why=reason or WHY)


def add_event(home: Home, review_id: str, typed: Typed, *, by: str) -> Accepted:
    """Record an event that no source tells.

    Raises:
        InputError: nothing was written, or the date cannot be read.
    """
    what, why = without_names(home, review_id, [typed.what.strip(), typed.why.strip()])
    if not what:
        raise InputError("no words", message_nl="Schrijf eerst wat er gebeurde.")
    told: dict[str, object] = {"do": "add", "what": what}
    if typed.date.strip():
        told |= told_by(Column.DATE, typed.date.strip(), {})
    return recorded(home, review_id, told, by=by, why=why or WHY)
