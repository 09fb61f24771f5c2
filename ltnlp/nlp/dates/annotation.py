"""One record of `ltnlp annotate dates` → its answer."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from ltnlp.domain.dates import DateContext, UncertainDate
from ltnlp.domain.spans import Span
from ltnlp.nlp.dates.entries import ENTRIES, Stretch
from ltnlp.nlp.dates.reader import read_stretches

_LINE = re.compile(r"[^\n]+")
_KINDS = {"dossier": "file", "uitspraak": "ruling", "tijdlijn": "timeline",
          "mail": "email", "e-mail": "email"}  # fmt: skip


def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dates of one record as the contract has them.

    Raises:
        ValueError: the text is missing, or a date of the record is none.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError("record has no text")
    context = _context(record)
    dates: list[dict[str, Any]] = []
    pieces = _pieces(text, context.kind)
    stretches = [
        Stretch(text=text[a:b], row=context.kind in ENTRIES) for a, b in pieces
    ]
    found = read_stretches(stretches, context)
    for (start, _), dated in zip(pieces, found, strict=True):
        dates += [_answer(span.shifted(start), value) for span, value in dated]
    return {"id": record.get("id"), "dates": dates}


def _pieces(text: str, kind: str) -> list[tuple[int, int]]:
    if kind in ENTRIES:
        return [match.span() for match in _LINE.finditer(text)]
    return [(0, len(text))] if text else []


def _context(record: Mapping[str, Any]) -> DateContext:
    told = record.get("context") or {}
    kind = str(told.get("kind") or "interview")
    born = told.get("date_of_birth") or {}
    if isinstance(born, str):
        born = {"": born}
    events = told.get("events") or {}
    return DateContext(
        kind=_KINDS.get(kind, kind),
        reference=_day(record.get("reference")),
        previous=_day(told.get("previous")),
        dates_of_birth={name: d for name, v in born.items() if (d := _day(v))},
        events={name: d for name, v in events.items() if (d := _day(v))},
        region=_REGIONS.get(str(told.get("region") or ""), "north"),
    )


_REGIONS = {"noord": "north", "midden": "middle", "zuid": "south", "north": "north",
            "middle": "middle", "south": "south"}  # fmt: skip


def _day(value: object) -> dt.date | None:
    if not value:
        return None
    return dt.date.fromisoformat(str(value)[:10])


def _answer(span: Span, value: UncertainDate) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "text": value.text,
        "type": value.type.value,
        "edtf": value.edtf,
        "earliest": _iso(value.earliest),
        "latest": _iso(value.latest),
        "timex": value.timex,
        "anchor": value.anchor.value,
        "rule": value.rule,
        "alternatives": [
            {"earliest": _iso(other.earliest), "latest": _iso(other.latest)}
            for other in value.alternatives
        ],
        "confidence": value.confidence,
        "needs_review": value.needs_review,
        "superseded": value.superseded,
        "citation": value.citation,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
