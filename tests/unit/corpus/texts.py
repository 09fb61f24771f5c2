"""Timelines of short texts in which nobody is named."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ltnlp.casework.engines import engines
from ltnlp.casework.intake import WRITTEN_AT_THE_TIME
from ltnlp.domain.bounds import OPEN
from ltnlp.domain.dates import DateContext
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.reading import read
from ltnlp.stages import events as event_stage
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import divide
from ltnlp.stages.pseudonyms import release, released_dates
from ltnlp.stages.rows import with_rows
from ltnlp.stages.timeline import integrate


def timeline_of(sources: Sequence[dict[str, Any]]) -> IntegratedTimeline:
    """Return the timeline of texts, each with its kind, author, day and words."""
    documents = [_document(f"d{at}", source) for at, source in enumerate(sources)]
    passages, dates = [], []
    for document, source in zip(documents, sources, strict=True):
        name = f"d.{source.get('format', 'txt')}"
        told = divide(document, read(source["text"].encode(), name=name))
        context = DateContext(kind=str(document.kind), reference=document.made_on)
        passages += told
        dates += engines().dates.read(told, context)
    return _timeline(documents, passages, dates)


def _document(name: str, source: dict[str, Any]) -> Document:
    kind = DocumentKind(source["kind"])
    return Document(
        id=name,
        slot=name,
        label=name,
        kind=kind,
        author_kind=source["author"],
        made_on=dt.date.fromisoformat(source["made_on"]),
        contemporaneous=kind in WRITTEN_AT_THE_TIME,
    )


def _timeline(
    documents: list[Document], passages: list[Passage], dates: list[Any]
) -> IntegratedTimeline:
    registry = Registry()
    released, actors = release(passages, (), registry, documents, NameGuard(registry))
    found: dict[str, Any] = {
        "dates": released_dates(dates, passages, released),
        "organisations": [
            mention
            for one in released
            for mention in engines().organisations.read(one.id, one.text)
        ],
        "documents": documents,
        "reader": engines().events,
    }
    told = event_stage.extract(released, actors=actors, **found)
    told = with_rows(told, released, **found)
    return integrate(told, corrections=(), period=OPEN, documents=documents).timeline
