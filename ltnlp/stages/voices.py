"""Corrections → views, remarks and own words of people, each at its event."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.events import Event
from ltnlp.domain.timeline import CrucialMoment, Remark, StoryText, View
from ltnlp.stages.replay import Replay


def with_views(
    moments: Sequence[CrucialMoment], replay: Replay, events: Sequence[Event]
) -> tuple[CrucialMoment, ...]:
    """Return the moments with their numbers and how each group sees them.

    Of one group the last view counts; that of another group never takes its place.
    """
    numbers = replay.numbers(events)
    views: dict[str, dict[str, View]] = {}
    for correction, event in replay.spoken(events, Do.VIEW):
        if event is not None:
            own = views.setdefault(event.id, {})
            own[correction.by] = View(
                by=correction.by, words=_words(correction), at=correction.at
            )
    return tuple(
        replace(
            moment,
            number=numbers.get(moment.event),
            views=_in_order(views.get(moment.event, {})),
        )
        for moment in moments
    )


def _in_order(views: Mapping[str, View]) -> tuple[View, ...]:
    return tuple(views[by] for by in sorted(views))


def remarks(replay: Replay, events: Sequence[Event]) -> tuple[Remark, ...]:
    """Return what participants answered, in the order in which they did."""
    return tuple(
        Remark(
            by=correction.by,
            words=_words(correction),
            at=correction.at,
            event=event.id if event else "",
            account=_account(correction, event),
            answer=correction.one("answer") or "",
        )
        for correction, event in replay.spoken(events, Do.REMARK)
    )


def _account(correction: Correction, event: Event | None) -> str:
    own = {a.id for a in event.accounts} if event else set()
    return correction.target if correction.target in own else ""


def own_words(replay: Replay, events: Sequence[Event]) -> tuple[StoryText, ...]:
    """Return what people wrote in the story; the last words for one unit count.

    Words whose event is gone are kept and say so.
    """
    told: dict[str, StoryText] = {}
    for correction, event in replay.spoken(events, Do.TELL):
        unit, after = correction.one("unit") or "", correction.one("after") or ""
        if event is not None and unit.startswith("e"):
            unit = f"e{event.id}"
        elif event is not None:
            after = f"e{event.id}"
        told.pop(unit, None)
        told[unit] = StoryText(
            unit=unit,
            words=_words(correction),
            by=correction.by,
            stamp=correction.one("stamp") or "",
            after=after,
            lost=bool(correction.target) and event is None,
        )
    return tuple(told.values())


def _words(correction: Correction) -> str:
    return correction.one("words") or ""
