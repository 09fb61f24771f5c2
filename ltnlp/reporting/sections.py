"""The parts of the report that are read as text: differences, gaps, factors, doubts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ltnlp.domain.events import Event
from ltnlp.domain.factors import ContributingFactor, Level, Valence
from ltnlp.domain.months import day_in_words
from ltnlp.domain.timeline import CrucialMoment
from ltnlp.reporting.changes import lines
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.excerpts import Excerpts
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import (
    CONFLICTS,
    FACTOR_STATUS,
    GAPS,
    LEVELS,
    LEVELS_MEAN,
    REASONS,
    STATUS,
    VALENCES,
    group_in_words,
)

Shown = dict[str, Any]
MOST_DOUBTS = 200
"""Dates to review that are listed; the filter of the list finds the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds the place of an event or passage in the page."""

    report: ReportInput
    event_at: Mapping[str, int]
    excerpts: Excerpts

    def at(self, event_id: str | None) -> int | None:
        """Return the number of an event in the page, None when it is not shown."""
        if event_id is None:
            return None
        event = self.report.timeline.event(event_id)
        return self.event_at.get(event.id) if event else None

    def source(self, document: str, passage: str) -> str:
        """Return the label of a source and the place in it."""
        number = self.excerpts.document_of.get(document)
        label = "" if number is None else self.excerpts.documents[number]["label"]
        place = self.excerpts.places_nl.get(passage, "")
        return ", ".join(part for part in (label, place) if part)


def conflicts(finder: Finder) -> list[Shown]:
    """Return events whose accounts disagree, each with its accounts side by side."""
    return [
        {
            "event": finder.at(event.id),
            "what": event.what,
            "date": told_in_words(event.date),
            "on": [
                {"kind": CONFLICTS[c.kind], "text": c.text_nl} for c in event.conflicts
            ],
            "accounts": _accounts(event, finder),
        }
        for event in finder.report.shown_events()
        if event.conflicts
    ]


def _accounts(event: Event, finder: Finder) -> list[Shown]:
    concerned = {account for c in event.conflicts for account in c.accounts}
    told = [a for a in event.accounts if a.id in concerned] or event.accounts
    return [
        {
            "who": account.who_tells or "verteller niet bekend",
            "source": finder.source(account.document, account.passage),
            "then": account.contemporaneous,
            "told": account.date.text if account.date else "",
            "date": told_in_words(account.date) if account.date else "",
            "words": account.wording,
            **_passage(account.passage, account.span.start, account.span.end, finder),
        }
        for account in told
    ]


def _passage(passage: str, start: int, end: int, finder: Finder) -> Shown:
    return {
        "passage": finder.excerpts.place_of.get(passage, -1),
        "start": start,
        "end": end,
    }


def contradictions(finder: Finder) -> list[Shown]:
    """Return what cannot all be true, with the events and passages that say so."""
    events = {event.id: event for event in finder.report.shown_events()}
    documents = {p.id: p.document for p in finder.report.passages}
    return [
        {
            "text": found.text_nl,
            "events": [
                {"event": finder.at(event), "what": events[event].what}
                for event in found.events
                if event in events
            ],
            "passages": [
                {
                    "source": finder.source(documents.get(passage, ""), passage),
                    **_passage(passage, 0, 0, finder),
                }
                for passage in found.passages
                if passage in finder.excerpts.place_of
            ],
        }
        for found in finder.report.timeline.contradictions
    ]


def gaps(finder: Finder) -> list[Shown]:
    """Return stretches without information and ends left open."""
    return [
        {
            "kind": GAPS.get(gap.kind, "Open einde"),
            "silence": gap.kind == "silence",
            "when": bounds_in_words(gap.bounds),
            "days": gap.bounds.days or 0,
            "who": finder.report.kind_label(gap.organisation)
            if gap.organisation
            else "",
            "text": gap.text_nl,
            "event": finder.at(gap.event),
        }
        for gap in finder.report.timeline.gaps
    ]


def moments(finder: Finder, found: Iterable[CrucialMoment]) -> list[Shown]:
    """Return crucial moments that are shown as events, in the order in which they come."""
    events = {event.id: event for event in finder.report.shown_events()}
    rows: list[Shown] = []
    for moment in found:
        event = finder.report.timeline.event(moment.event)
        if event is None or event.id not in events:
            continue
        rows.append(
            {
                "event": finder.at(event.id),
                "what": event.what,
                "date": told_in_words(event.date),
                "reasons": [REASONS[reason] for reason in moment.reasons],
                "why": moment.why_nl,
                "status": STATUS[moment.status],
                "number": moment.number,
                "views": [
                    {"who": group_in_words(view.by), "words": view.words}
                    for view in moment.views
                ],
            }
        )
    return rows


def remarks(finder: Finder) -> list[Shown]:
    """Return what participants answered, each with the event that it is about."""
    return [
        {
            "who": remark.by,
            "answer": remark.answer,
            "words": remark.words,
            "event": finder.at(remark.event or None),
            "what": event.what if event else "",
        }
        for remark in finder.report.timeline.remarks
        for event in [finder.report.timeline.event(remark.event)]
    ]


def changes(finder: Finder) -> Shown | None:
    """Return what differs from the version that was last read, None for nothing."""
    found = finder.report.changes
    if found is None or not found.changes:
        return None
    return {
        "before": found.before,
        "after": found.after,
        "since": day_in_words(found.before_at.date()),
        "kinds": [{"title": title, "lines": told} for title, told in lines(found)],
    }


def levels(finder: Finder) -> list[Shown]:
    """Return the six levels, each with its factors grouped by code and valence."""
    by_level: dict[Level, list[ContributingFactor]] = {level: [] for level in Level}
    for factor in finder.report.shown_factors():
        by_level[factor.level].append(factor)
    return [
        {
            "id": str(level),
            "name": LEVELS[level],
            "means": LEVELS_MEAN[level],
            "hampering": sum(f.valence is Valence.HAMPERING for f in found),
            "supporting": sum(f.valence is Valence.SUPPORTING for f in found),
            "codes": _codes(found, finder),
        }
        for level, found in by_level.items()
    ]


def _codes(found: Iterable[ContributingFactor], finder: Finder) -> list[Shown]:
    grouped: dict[tuple[str, Valence], list[ContributingFactor]] = {}
    for factor in found:
        grouped.setdefault((factor.code, factor.valence), []).append(factor)
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        {
            "code": code,
            "name": finder.report.factor_names.get(code, code),
            "valence": VALENCES[valence],
            "supports": valence is Valence.SUPPORTING,
            "items": [
                _factor(factor, finder)
                for factor in sorted(factors, key=lambda f: (-f.score, f.id))
            ],
        }
        for (code, valence), factors in ordered
    ]


def _factor(factor: ContributingFactor, finder: Finder) -> Shown:
    return {
        "words": factor.wording,
        "source": finder.source(factor.document, factor.passage),
        "status": FACTOR_STATUS[factor.status],
        "decided": bool(factor.decided_by),
        "sure": sureness(factor.score),
        "event": finder.at(factor.moment),
        **_passage(factor.passage, factor.span.start, factor.span.end, finder),
    }


def sureness(score: float) -> str:
    """Return in words how sure a proposal is."""
    if score >= 0.75:
        return "vrij zeker"
    return "aannemelijk" if score >= 0.5 else "onzeker"


def doubts(finder: Finder) -> Shown:
    """Return what the machine was unsure of, for people to decide."""
    unsure = [
        {
            "event": finder.at(event.id),
            "what": event.what,
            "told": account.date.text,
            "date": told_in_words(account.date),
            "others": [bounds_in_words(b) for b in account.date.alternatives],
            "source": finder.source(account.document, account.passage),
        }
        for event in finder.report.shown_events()
        for account in event.accounts
        if account.date and account.date.needs_review
    ]
    undated = [
        e
        for e in finder.report.shown_events()
        if e.date is None or not e.date.bounds.known
    ]
    return {
        "dates": unsure[:MOST_DOUBTS],
        "more": max(0, len(unsure) - MOST_DOUBTS),
        "undated": len(undated),
        "unknown": sum(e.realised == "onbekend" for e in finder.report.shown_events()),
        "orphans": list(finder.report.orphans),
    }
