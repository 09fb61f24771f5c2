"""ReleasedDate + EventReading → UnusedDate: what stands in no event, with why."""

from collections.abc import Iterator, Sequence

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import EventReading, NoEvent, ToldEvent, UnusedDate
from ltnlp.domain.pseudonyms import ReleasedDate
from ltnlp.domain.spans import Span
from ltnlp.stages.pseudonyms import BIRTH


def unused(
    dates: Sequence[ReleasedDate], reading: EventReading
) -> Iterator[UnusedDate]:
    """Yield the dates of one passage on which no event is placed, each with the reason.

    Args:
        dates: of the passage.
        reading: what its text tells; spans count in the same text.
    """
    for date in dates:
        told = next((e for e in reading.told if e.span.contains(date.span)), None)
        if told is None:
            why = _why(date.value, date.span, reading)
        elif _beside(date, told):
            why = NoEvent.CITATION if date.value.citation else NoEvent.BESIDE
        else:
            continue
        yield UnusedDate(passage=date.passage, span=date.span, why=why)


def small(
    passage: str, dates: Sequence[ReleasedDate], reading: EventReading
) -> Iterator[UnusedDate]:
    """Yield the small happenings of a passage in which no day stands.

    One in which a day stands is listed with that day.
    """
    for skipped in reading.skipped:
        dated = any(skipped.span.overlaps(date.span) for date in dates)
        if skipped.why is NoEvent.SMALL and not dated:
            yield UnusedDate(passage=passage, span=skipped.span, why=skipped.why)


def _beside(date: ReleasedDate, told: ToldEvent) -> bool:
    """Tell whether an event is told with this day in its words but on another one."""
    shown = [d.value for d in (told.date, told.taken_back, told.others_say) if d]
    own = date.value.bounds
    return own.known and not any(own.meets(one.bounds) for one in shown)


def _why(value: UncertainDate, span: Span, reading: EventReading) -> NoEvent:
    if value.citation:
        return NoEvent.CITATION
    if value.rule == BIRTH:
        return NoEvent.BIRTH
    for skipped in reading.skipped:
        if skipped.span.overlaps(span):
            return skipped.why
    return NoEvent.NOTHING_TOLD
