"""What stands in no event: each is listed with the reason, none is lost."""

from dataclasses import dataclass

from ltnlp.casework.engines import engines
from ltnlp.casework.home import Home
from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import NoEvent
from ltnlp.domain.spans import Span
from ltnlp.stages.events import unused_dates

WHY_NL = {
    NoEvent.CITATION: "verwijzing naar een uitspraak",
    NoEvent.LAW: "wetsartikel of regel",
    NoEvent.QUESTION: "vraag van de interviewer",
    NoEvent.GENERAL: "algemene gang van zaken",
    NoEvent.OPINION: "mening of gevoel",
    NoEvent.COUNTERFACTUAL: "wat had kunnen gebeuren",
    NoEvent.KNOWING: "zegt alleen wanneer iemand iets hoorde",
    NoEvent.DURATION: "zegt alleen hoe lang iets duurde",
    NoEvent.HEADING: "kop of aanhef",
    NoEvent.BIRTH: "geboortedatum",
    NoEvent.BESIDE: "staat bij een gebeurtenis van een andere dag",
    NoEvent.SMALL: "klein voorval, geen eigen regel",
    NoEvent.NOTHING_TOLD: "er wordt niets bij verteld",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedDay:
    """An expression of time in no event, or a small happening without one.

    `source` counts in the text as read; `words` are released; `date` is None for a
    happening that has none.
    """

    document: str
    source: Span
    words: str
    date: UncertainDate | None
    why_nl: str


def unused_days(home: Home, review_id: str) -> tuple[UnusedDay, ...]:
    """Return what no event of the last run holds: days, and small happenings."""
    released = home.store(review_id).released()
    labels = {document.id: document.label for document in released.documents}
    passages = {p.id: p for p in released.passages}
    values = {(d.passage, d.span): d.value for d in released.dates}
    unused = unused_dates(
        released.passages,
        actors=released.actors,
        dates=released.dates,
        organisations=released.organisations,
        documents=released.documents,
        reader=engines().events,
    )
    return tuple(
        UnusedDay(
            document=labels[passages[day.passage].document],
            source=passages[day.passage].offsets.to_origin(day.span),
            words=day.span.of(passages[day.passage].text),
            date=values.get((day.passage, day.span)),
            why_nl=WHY_NL.get(day.why, str(day.why)),
        )
        for day in unused
    )
