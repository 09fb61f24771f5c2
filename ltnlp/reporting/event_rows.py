"""Events as the page embeds them: short keys, dates in words beside their bounds."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ltnlp.domain.dates import Bounds, UncertainDate
from ltnlp.domain.events import Account, Event
from ltnlp.domain.knowledge import KnowledgeState
from ltnlp.domain.timeline import Alike, Relation
from ltnlp.reporting.chapters import Chapter, likely_bounds
from ltnlp.reporting.dates_nl import bounds_in_words, told_in_words
from ltnlp.reporting.excerpts import Excerpts
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import CAME_OF_IT, CONFLICTS, KNOWING, PLANNED

Json = dict[str, Any]


def day_number(day: dt.date | None) -> int | None:
    """Return days since 1970, the unit in which the page reckons."""
    return (day - dt.date(1970, 1, 1)).days if day else None


def days(bounds: Bounds) -> list[int | None]:
    """Return first and last day as numbers, None where open."""
    return [day_number(bounds.earliest), day_number(bounds.latest)]


def event_rows(
    report: ReportInput, chapters: Sequence[Chapter], excerpts: Excerpts
) -> list[Json]:
    """Return the events of all chapters, in order."""
    places = {placed.event: placed for placed in report.timeline.placed}
    rows = [
        _event(event, number, excerpts, likely_bounds(event, places))
        for number, chapter in enumerate(chapters)
        for event in chapter.events
    ]
    _ask(rows, report.timeline.alike)
    _link(rows, report.timeline.relations)
    return rows


def _ask(rows: Sequence[Json], pairs: Sequence[Alike]) -> None:
    """Let each event name the places of those that may be the same."""
    number_of = {row["id"]: number for number, row in enumerate(rows)}
    for pair in pairs:
        places = [number_of.get(name) for name in (pair.event, pair.other)]
        for one, other in (places, places[::-1]):
            if one is not None and other is not None:
                rows[one]["alike"].append(other)


def _link(rows: Sequence[Json], relations: Sequence[Relation]) -> None:
    """Let a plan name what came of it, and that the plan."""
    number_of = {row["id"]: number for number, row in enumerate(rows)}
    for relation in relations:
        plan, outcome = number_of.get(relation.first), number_of.get(relation.second)
        came = CAME_OF_IT.get(relation.kind)
        if came and plan is not None and outcome is not None:
            rows[plan]["linked"].append({"how": came, "event": outcome})
            rows[outcome]["linked"].append({"how": PLANNED, "event": plan})


def _event(event: Event, chapter: int, excerpts: Excerpts, likely: Bounds) -> Json:
    number_of = {account.id: n for n, account in enumerate(event.accounts)}
    dated = event.date is not None and event.date.bounds.known
    return {
        "id": event.id,
        "chapter": chapter,
        "what": event.what,
        "type": event.type,
        "orgs": list(event.organisations),
        "who": list(event.who),
        "realised": str(event.realised),
        "status": str(event.status),
        "date": told_in_words(event.date),
        "dated": dated,
        "days": days(event.date.bounds) if dated and event.date else [None, None],
        "likely": days(likely),
        "likelyText": "" if dated else _likely_in_words(likely),
        "about": _is_about(event.date),
        "review": bool(event.date and event.date.needs_review),
        "outside": event.outside_period,
        "joined": event.joined_because,
        "alike": [],
        "linked": [],
        "accounts": [_account(account, excerpts) for account in event.accounts],
        "conflicts": [
            {
                "kind": CONFLICTS[conflict.kind],
                "text": conflict.text_nl,
                "accounts": [number_of[a] for a in conflict.accounts if a in number_of],
            }
            for conflict in event.conflicts
        ],
    }


def _likely_in_words(bounds: Bounds) -> str:
    return bounds_in_words(bounds) if bounds.known else ""


def _is_about(date: UncertainDate | None) -> bool:
    return date is not None and ("~" in (date.edtf or "") or "%" in (date.edtf or ""))


def _account(account: Account, excerpts: Excerpts) -> Json:
    bounds = account.date.bounds if account.date else Bounds(earliest=None, latest=None)
    return {
        "doc": excerpts.document_of.get(account.document, -1),
        "passage": excerpts.place_of.get(account.passage, -1),
        "span": [account.span.start, account.span.end],
        "words": account.wording,
        "who": account.who_tells or "",
        "org": account.teller_kind or "",
        "then": account.contemporaneous,
        "realised": str(account.realised),
        "told": account.date.text if account.date else "",
        "date": told_in_words(account.date),
        "days": days(bounds),
    }


def knowledge_rows(
    report: ReportInput, number_of: dict[str, int], excerpts: Excerpts
) -> list[Json]:
    """Return who knew what from when; states of events that are not shown fall out."""
    accounts = {a.id: a for e in report.timeline.events for a in e.accounts}
    rows: list[Json] = []
    for state in report.timeline.knowledge:
        event = report.timeline.event(state.event)
        if event is None or event.id not in number_of:
            continue
        account = accounts.get(state.account)
        row = _state(state, number_of[event.id], report)
        row["passage"] = excerpts.place_of.get(account.passage, -1) if account else -1
        row["span"] = [account.span.start, account.span.end] if account else [0, 0]
        rows.append(row)
    return rows


def _state(state: KnowledgeState, event: int, report: ReportInput) -> Json:
    kind = state.organisation_kind
    told = state.told_by or ""
    return {
        "actor": state.actor,
        "label": report.kind_label(state.actor)
        if state.actor in report.taxonomy
        else state.actor,
        "person": state.actor not in report.taxonomy,
        "org": report.kind_label(kind) if kind else "",
        "event": event,
        "from": days(state.known_from),
        "fromText": bounds_in_words(state.known_from)
        if state.known_from.known
        else "niet te zeggen vanaf wanneer",
        "how": str(state.how),
        "howText": KNOWING[state.how],
        "by": report.kind_label(told) if told in report.taxonomy else told,
    }
