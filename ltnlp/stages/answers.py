"""Interactions → the answers that should have come and are told nowhere."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import Expectation, Interaction, InteractionClass
from ltnlp.domain.mentions import FAMILY
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.graph import SETTLES

_READ = 0.6
"""From this score on, the words themselves tell that something was asked."""


def missing_answers(
    interactions: Sequence[Interaction],
    timeline: IntegratedTimeline,
    expectations: Mapping[str, Expectation],
) -> tuple[Interaction, ...]:
    """Return one expected, not realised interaction for each answer that stayed out.

    Only where the story goes on past the term, so that an answer could have been
    told; where the stories themselves say that no answer came, nothing is added. Of a
    question that is itself a guess nothing is expected. What comes within twice the term
    is late, and not missing.
    """
    last = _last_day(timeline)
    found: list[Interaction] = []
    unanswered: list[Interaction] = []
    for asked in interactions:
        expectation = expectations.get(asked.type)
        if expectation is None or asked.realised is not Realised.YES:
            continue
        if asked.score < _READ:
            continue
        if asked.giver in FAMILY or asked.receiver in FAMILY:
            continue
        days = dt.timedelta(days=expectation.within_days)
        if any(_same_question(asked, one, days) for one in unanswered):
            continue
        if _stays_out(asked, expectation, interactions, last):
            unanswered.append(asked)
            found.append(_missing(asked, expectation))
    return tuple(found)


def _same_question(asked: Interaction, one: Interaction, days: dt.timedelta) -> bool:
    """Tell whether a question is one that was open already: told again, or a reminder."""
    if (asked.giver, asked.receiver, asked.type) != (one.giver, one.receiver, one.type):
        return False
    if asked.event == one.event or asked.date is None or one.date is None:
        return asked.event == one.event
    begin, end = asked.date.earliest, asked.date.latest
    first, last = one.date.earliest, one.date.latest
    near = begin is None or last is None or begin <= last + days
    return near and (end is None or first is None or first <= end + days)


def _last_day(timeline: IntegratedTimeline) -> dt.date | None:
    days = [
        event.date.earliest
        for event in timeline.events
        if event.date is not None and event.date.earliest is not None
    ]
    return max(days, default=None)


def _stays_out(
    asked: Interaction,
    expectation: Expectation,
    interactions: Sequence[Interaction],
    last: dt.date | None,
) -> bool:
    if asked.date is None or asked.date.latest is None or last is None:
        return False
    days = dt.timedelta(days=expectation.within_days)
    term = asked.date.latest + days
    if last < term:
        return False
    late = term + days
    return not any(_answers(one, asked, expectation, late) for one in interactions)


def _answers(
    one: Interaction, asked: Interaction, expectation: Expectation, term: dt.date
) -> bool:
    """Tell whether `one` is an answer, or says itself that none came."""
    if one.id == asked.id or {one.giver, one.receiver} != {asked.giver, asked.receiver}:
        return False
    back = one.giver == asked.receiver
    if one.interaction_class is InteractionClass.FEEDBACK and back:
        return True
    fits = one.interaction_class in SETTLES | {expectation.answer}
    if not fits or one.realised is not Realised.YES or one.event == asked.event:
        return False
    mutual = one.interaction_class is InteractionClass.CONSULTATION
    return (back or mutual) and _in_term(one, asked, term)


def _in_term(one: Interaction, asked: Interaction, term: dt.date) -> bool:
    if one.date is None or asked.date is None:
        return True
    first, begin = one.date.earliest, asked.date.earliest
    late = first is not None and first > term
    early = (
        one.date.latest is not None and begin is not None and one.date.latest < begin
    )
    return not late and not early


def _missing(asked: Interaction, expectation: Expectation) -> Interaction:
    return replace(
        asked,
        id=f"{asked.id}-a",
        giver=asked.receiver,
        receiver=asked.giver,
        giver_named=asked.receiver_named,
        receiver_named=asked.giver_named,
        type=expectation.type,
        interaction_class=expectation.answer,
        realised=Realised.NO,
        date=_since(asked),
        flow="info",
        expected=True,
        order_certain=False,
    )


def _since(asked: Interaction) -> UncertainDate | None:
    """Return the open stretch from the question on."""
    if asked.date is None or asked.date.earliest is None:
        return None
    return UncertainDate(
        text="",
        type=DateType.RANGE,
        edtf=f"{asked.date.earliest}/..",
        earliest=asked.date.earliest,
        precision=Precision.INTERVAL,
        rule="expected.answer",
    )
