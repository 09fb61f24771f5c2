"""Which tellings are worth a line of a timeline, and which are small happenings.

A logistic regression over what is seen of a telling and of those beside it, learnt from
labels like the chances of sentences (`chance`). What is too small is not lost: it is
handed back as skipped, with its place.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.dates import Precision
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import (
    EventReading,
    NoEvent,
    Realised,
    Skipped,
    TextToRead,
    ToldEvent,
)
from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp.events.chance import Seen, chance, weights_of
from ltnlp.nlp.events.lexicon import OTHER

SMALL = 0.5
"""Under this chance a telling is too small for a line of its own."""
ADJACENT = 4
"""Characters between two tellings that follow each other at once."""
LONG = 40
SHORT = 5
HEAD = 6
EVERYDAY = frozenset(
    {
        OTHER, "contact", "informatie", "gesprek", "afspraak", "start", "overleg",
        "geld", "wonen", "verzuim", "medisch", "zorg",
    }
)  # fmt: skip
"""Kinds of happening that can be small; a report, a decision or an incident never is."""
_SELF = frozenset({"ik", "wij", "we"})
_QUOTES = frozenset("'‘\"“")


def worth_a_line(source: TextToRead, reading: EventReading) -> EventReading:
    """Return a reading in which the small happenings are skipped.

    Rows of a table and rulings keep all that they tell: who made a row chose it.
    """
    if source.kind is SegmentKind.ROW or source.document_kind is DocumentKind.RULING:
        return reading
    weights = weights_of("worth")
    kept: list[ToldEvent] = []
    skipped = list(reading.skipped)
    for told, seen in zip(reading.told, seen_of(source, reading.told), strict=True):
        if _kept_anyhow(told) or chance(seen, weights) >= SMALL:
            kept.append(told)
        else:
            skipped.append(Skipped(span=told.span, why=NoEvent.SMALL))
    return replace(
        reading,
        told=tuple(kept),
        skipped=tuple(sorted(skipped, key=lambda one: one.span)),
    )


def _kept_anyhow(told: ToldEvent) -> bool:
    """Tell whether it is weighty, stayed away, or says when somebody heard of it.

    Who did not call is the kind of thing that a review is about, however short it is.
    """
    stayed_away = told.realised is Realised.NO and told.type != OTHER
    return stayed_away or bool(told.knowing) or told.type not in EVERYDAY


def seen_of(source: TextToRead, told: Sequence[ToldEvent]) -> list[Seen]:
    """Return what is seen of each telling of a text, in order of place."""
    return [
        _alone(source, one)
        | _dated(source, one)
        | _beside(one, told[at - 1] if at else None, "before")
        | _beside(one, told[at + 1] if at + 1 < len(told) else None, "after")
        for at, one in enumerate(told)
    ]


def _alone(source: TextToRead, told: ToldEvent) -> Seen:
    words = told.span.of(source.text).lower()
    listed = words.split()
    kinds = {o.kind for o in source.organisations if told.span.contains(o.span)}
    persons = sum(told.span.contains(person) for person in source.persons)
    return _holding(
        {
            f"kind:{told.type}": True,
            f"outcome:{told.realised}": True,
            f"source:{source.document_kind}": True,
            "entry": told.entry,
            "knowing": bool(told.knowing),
            "short": len(listed) <= SHORT,
            "no organisation": not kinds - FAMILY,
            "teller": not _SELF.isdisjoint(listed),
            "quotes": not _QUOTES.isdisjoint(words),
            "asks": "?" in words,
            "number": any(letter.isdigit() for letter in words),
        }
    ) | {
        "certain": told.score,
        "words": min(LONG, len(listed)) / 10,
        "organisations": len(kinds - FAMILY),
        "persons": persons,
        "other kinds": len(told.also),
    }


def _dated(source: TextToRead, told: ToldEvent) -> Seen:
    date = told.date
    if date is None or not date.value.bounds.known:
        return {"undated": 1.0}
    here = told.span.contains(date.span)
    return _holding(
        {
            "day": date.value.precision is Precision.DAY,
            "dated here": here,
            "dated elsewhere": not here,
            "begins with its day": here and date.span.start - told.span.start <= HEAD,
            f"dated here:{source.document_kind}": here,
        }
    ) | {"stretch": _stretch(told)}


def _stretch(told: ToldEvent) -> float:
    """Return how long the time is in which it happened, as orders of magnitude."""
    value = told.date.value if told.date else None
    if value is None or value.earliest is None or value.latest is None:
        return math.log10(1000)
    return math.log10(1 + min(999, (value.latest - value.earliest).days))


def _beside(told: ToldEvent, other: ToldEvent | None, side: str) -> Seen:
    if other is None:
        return {}
    ends = sorted((told.span, other.span))
    follows = ends[1].start - ends[0].end <= ADJACENT
    return _holding(
        {
            side: True,
            f"{side}: at once": follows,
            f"{side}: same kind": other.type == told.type,
            f"{side}: same day": told.date is not None and other.date == told.date,
        }
    )


def _holding(claims: Mapping[str, bool]) -> Seen:
    return {name: 1.0 for name, holds in claims.items() if holds}
