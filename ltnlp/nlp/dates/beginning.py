"""Where the story of a document begins: what is known before its first word."""

import datetime as dt
from collections.abc import Mapping

from ltnlp.domain.dates import DateContext
from ltnlp.nlp.dates import lexicon
from ltnlp.nlp.dates.calendar import Calendar
from ltnlp.nlp.dates.moments import FIRST_YEAR, LAST_YEAR, of_day
from ltnlp.nlp.dates.story import Story


def beginning(context: DateContext) -> Story:
    """Return the story as it stands before the first word of a document.

    Days that no source of a review can mean, as 1 January of the year 1, are left out.
    """
    births = {n.lower(): d for n, d in context.dates_of_birth.items() if _possible(d)}
    events = {
        name: of_day(day)
        for told, day in context.events.items()
        if _possible(day)
        for name in _event_names(told)
    }
    previous = context.previous if _possible(context.previous) else None
    return Story(
        kind=context.kind,
        reference=context.reference if _possible(context.reference) else None,
        previous=of_day(previous) if previous else None,
        births=births,
        events=events,
        region=context.region,
        period=context.period,
        calendar=Calendar(days=tuple(context.days)),
    )


def _possible(day: dt.date | None) -> bool:
    return day is not None and FIRST_YEAR < day.year < LAST_YEAR


_ARTICLES = frozenset(
    [
        "de",
        "het",
        "een",
        "die",
        "dat",
        "zijn",
        "haar",
        "hun",
        "mijn",
        "eerste",
        "tweede",
        "derde",
    ]
)


def _event_names(told: str) -> set[str]:
    """Return the first and the last word that name it: "ronde" and "tafel"."""
    words = [word for word in told.lower().split() if word not in _ARTICLES]
    return {words[0], words[-1]} if words else {told.lower()}


def extra_words(story: Story) -> Mapping[str, lexicon.Classes]:
    """Return the words of this document that the grammar must know."""
    known = lexicon.words()
    extra: dict[str, dict[str, object]] = {}
    for name in story.events:
        kind = "EVENT" if "EVENT" in known.get(name, {}) else "NAMEDEVENT"
        extra.setdefault(name, {})[kind] = name
    for name in story.births:
        if name.isalpha():
            extra.setdefault(name, {})["NAME"] = name
    return extra
