"""Short texts of many kinds: no view of then holds what was learned later."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.casework.engines import engines
from ltnlp.casework.intake import WRITTEN_AT_THE_TIME
from ltnlp.domain.bounds import OPEN
from ltnlp.domain.dates import DateContext
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.reading import read
from ltnlp.stages import events as event_stage
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import divide
from ltnlp.stages.pseudonyms import release, released_dates
from ltnlp.stages.rows import with_rows
from ltnlp.stages.timeline import integrate

pytestmark = pytest.mark.slow

CASES = json.loads(
    (Path(__file__).parents[2] / "cases" / "tunnels.json").read_text(encoding="utf-8")
)


def timeline_of(case: dict[str, Any]) -> IntegratedTimeline:
    """Return the timeline of one text in which nobody is named."""
    kind = DocumentKind(case["kind"])
    document = Document(
        id="d",
        slot="d",
        label="d",
        kind=kind,
        author_kind=case["author"],
        made_on=dt.date.fromisoformat(case["made_on"]),
        contemporaneous=kind in WRITTEN_AT_THE_TIME,
    )
    source = read(case["text"].encode(), name=f"d.{case.get('format', 'txt')}")
    passages = divide(document, source)
    context = DateContext(kind=str(kind), reference=document.made_on)
    dates = engines().dates.read(passages, context)
    registry = Registry()
    released, actors = release(passages, (), registry, [document], NameGuard(registry))
    found: dict[str, Any] = {
        "dates": released_dates(dates, passages, released),
        "organisations": [
            mention
            for one in released
            for mention in engines().organisations.read(one.id, one.text)
        ],
        "documents": [document],
        "reader": engines().events,
    }
    told = event_stage.extract(released, actors=actors, **found)
    told = with_rows(told, released, **found)
    return integrate(told, corrections=(), period=OPEN, documents=[document]).timeline


def knows(timeline: IntegratedTimeline, word: str, actor: str, day: dt.date) -> bool:
    """Tell whether `actor` knows on `day` of what is told with `word`."""
    told = {
        event.id
        for event in timeline.events
        if any(word.lower() in account.wording.lower() for account in event.accounts)
    }
    return any(state.event in told for state in timeline.known_as_of(actor, day))


def test_nobody_knows_before_they_were_told() -> None:
    early = []
    for case in CASES["cases"]:
        timeline = timeline_of(case)
        for word, actor, day in case["not_before"]:
            eve = dt.date.fromisoformat(day) - dt.timedelta(days=1)
            if knows(timeline, word, actor, eve):
                early.append(case["id"])
    assert early == []


def test_who_was_there_or_was_told_knows_of_it() -> None:
    missed = [
        case["id"]
        for case in CASES["cases"]
        if case.get("known_by")
        and not all(
            knows(timeline_of(case), word, actor, dt.date.fromisoformat(day))
            for word, actor, day in case.get("known_by", ())
        )
    ]
    assert missed == CASES["known_failures"]
