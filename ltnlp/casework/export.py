"""One review as JSON arrays, in the form in which stages are measured."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ltnlp.casework.datings import Retelling, kind_of, rule_of
from ltnlp.casework.home import Home
from ltnlp.casework.last_run import never_run
from ltnlp.casework.release import Output, release_outputs
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.domain.datings import DateRule
from ltnlp.domain.events import Account, Event, Status
from ltnlp.domain.factors import ContributingFactor, FactorStatus
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.knowledge import Knowing, KnowledgeState
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage
from ltnlp.domain.timeline import CrucialMoment, IntegratedTimeline
from ltnlp.store.released import IdentifierRow

Row = dict[str, Any]

NOT_DATES = frozenset({DateType.TIME})
FINE_UNITS = ("PT", "T")
LIKELY_PATTERN = 0.6
PLACES = frozenset({"identifiers", "flags"})
"""Arrays that tell where in the sources somebody is named or described."""
CODES = frozenset(
    {
        "doc", "id", "event", "entity_id", "label", "found_by", "type", "fine_type",
        "rule", "anchor", "edtf", "timex", "earliest", "latest", "date_as_told_edtf",
        "teller_kind", "organisation_kind", "realised", "status", "how", "known_from",
        "from", "from_kind", "to_kind", "factor_id", "level", "valence", "pattern_id",
    }
)  # fmt: skip
"""Fields of our own making: a word that is a name elsewhere may be a code in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """All that an export of one review holds, each a JSON array."""

    dates: list[Row]
    events: list[Row]
    interactions: list[Row]
    factors: list[Row]
    crucial_moments: list[Row]
    knowledge: list[Row]
    identifiers: list[Row]
    flags: list[Row]

    def files(self, *, with_vault: bool) -> dict[str, list[Row]]:
        """Return the arrays by file name; where names stood only with the vault's right."""
        names = [name for name in self.__slots__ if with_vault or name not in PLACES]
        return {f"{name}.json": getattr(self, name) for name in names}


def export_review(
    home: Home,
    review_id: str,
    folder: Path,
    *,
    today: dt.date,
    with_vault: bool = True,
    file_names: bool = False,
) -> tuple[Path, ...]:
    """Write the JSON arrays of a review into `folder`, scanned for names first.

    It is a working paper: its days are true.

    Raises:
        StateError: the review was never run.
        PrivacyError: an output still holds a registered name.
    """
    exported = collect(home, review_id, file_names=file_names)
    rows = exported.files(with_vault=with_vault)
    outputs = _outputs(rows, folder)
    return release_outputs(home, review_id, outputs, kind="export", today=today)


def export_retold(
    home: Home, review_id: str, folder: Path, *, today: dt.date, dates: str
) -> tuple[Path, ...]:
    """Write the arrays for others: days told by a rule, and nothing of the vault.

    Raises:
        InputError: there is no such rule for dates.
        StateError: the review was never run.
        PrivacyError: an output still holds a registered name.
    """
    rule = rule_of(home, dates)
    rows = collect(home, review_id, rule=rule).files(with_vault=False)
    kind = kind_of("export", rule)
    outputs = _outputs(rows, folder)
    return release_outputs(home, review_id, outputs, kind=kind, today=today)


def _outputs(rows: Mapping[str, Sequence[Row]], folder: Path) -> list[Output]:
    return [
        Output(
            path=folder / name,
            content=json.dumps(listed, ensure_ascii=False, indent=1).encode(),
            scanned=_words(listed),
        )
        for name, listed in rows.items()
    ]


def collect(
    home: Home,
    review_id: str,
    *,
    file_names: bool = False,
    rule: DateRule = DateRule.TRUE,
) -> Exported:
    """Return a review's arrays without writing them.

    Raises:
        StateError: the review was never run.
    """
    store = home.store(review_id)
    released, timeline, graph = store.released(), store.timeline(), store.graph()
    decided = store.factors()
    if rule is not DateRule.TRUE:
        told = Retelling.of_review(home, review_id, rule, passages=released.passages)
        released, timeline, graph = told(released), told(timeline), told(graph)
        decided = told(decided)
    if timeline is None:
        raise never_run(review_id)
    # What is released with days told otherwise must not tell them in a typed name.
    name_of = (
        document_names(home, review_id, file_names=file_names)
        if rule is DateRule.TRUE
        else {document.id: document.label for document in released.documents}
    )
    passages = {p.id: p for p in released.passages}
    shown = [e for e in timeline.events if e.status is not Status.REJECTED]
    rows = store.identifiers()
    factors = [f for f in decided if f.status is not FactorStatus.REJECTED]
    return Exported(
        dates=[
            _date(date, passages[date.passage], name_of)
            for date in released.dates
            if _is_dated(date.value)
        ],
        events=[_event(event, name_of, _told_when(timeline, event)) for event in shown],
        interactions=_interactions(graph, name_of),
        factors=[_factor(f, name_of) for f in factors if f.document in name_of],
        crucial_moments=[
            _moment(moment, timeline, name_of)
            for moment in timeline.moments
            if moment.status is not Status.REJECTED
        ],
        knowledge=_knowledge(timeline, name_of),
        identifiers=[_identifier(row, name_of) for row in rows if not _open(row)],
        flags=[_identifier(row, name_of) for row in rows if _open(row)],
    )


def document_names(
    home: Home, review_id: str, *, file_names: bool = False
) -> Mapping[str, str]:
    """Return how documents are called in arrays, by their id: as `review.json` does.

    Without such a file by their slot, or by the names of the uploaded files where that
    is asked. These are for who measures; reports name a source by what names nobody.
    """
    # What was replaced after the last run is no source any more, but in its results.
    of_run = {d.id: d.label for d in home.store(review_id).released().documents}
    records = load_sources(home, review_id).records
    return of_run | {
        r.document.id: r.file_name if file_names else r.document.label for r in records
    }


def _words(rows: Sequence[Row]) -> str:
    """Return all words in the rows but codes and the labels of documents."""
    found: list[str] = []
    for row in rows:
        for name, value in row.items():
            if isinstance(value, str) and name not in CODES:
                found.append(value)
            if isinstance(value, list) and value and isinstance(value[0], dict):
                found.append(_words(value))
    return "\n".join(found)


def _is_dated(date: UncertainDate) -> bool:
    fine = (date.timex or "").startswith(FINE_UNITS)
    return date.type not in NOT_DATES and not fine and not date.citation


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _interval(date: UncertainDate | None) -> Row:
    return {
        "edtf": date.edtf if date else None,
        "earliest": _day(date.earliest) if date else None,
        "latest": _day(date.latest) if date else None,
    }


def _date(
    date: ReleasedDate, passage: ReleasedPassage, name_of: Mapping[str, str]
) -> Row:
    span = passage.offsets.to_origin(date.span)
    value = date.value
    kind = DateType.DATE if value.type is DateType.DATETIME else value.type
    return {
        "doc": name_of[passage.document],
        "start": span.start,
        "end": span.end,
        "text": value.text,
        "type": str(kind),
        **_interval(value),
        "timex": value.timex,
        "anchor": str(value.anchor),
        "rule": value.rule,
        "confidence": value.confidence,
        "needs_review": value.needs_review,
        "superseded": value.superseded,
    }


def _account(account: Account, name_of: Mapping[str, str]) -> Row:
    return {
        "doc": name_of[account.document],
        "start": account.source.start,
        "end": account.source.end,
        "text": account.wording,
        "date_as_told": account.date.text if account.date else None,
        "date_as_told_edtf": account.date.edtf if account.date else None,
        "who_tells": account.who_tells,
        "teller_kind": account.teller_kind,
        "contemporaneous": account.contemporaneous,
        "realised": str(account.realised),
    }


def _event(
    event: Event,
    name_of: Mapping[str, str],
    known: Sequence[KnowledgeState] = (),
) -> Row:
    return {
        "id": event.id,
        **_interval(event.date),
        "description": event.what,
        "type": event.type,
        "organisations": list(event.organisations),
        "accounts": [
            _account(account, name_of)
            for account in event.accounts
            if account.document in name_of
        ],
        "conflict": "; ".join(c.text_nl for c in event.conflicts) or None,
        "realised": str(event.realised),
        "known_to": [
            {
                "actor": state.organisation_kind or state.actor,
                "from": state.known_from_edtf,
                "how": str(state.how),
            }
            for state in known
        ],
        "status": str(event.status),
        "joined_because": event.joined_because,
        "score": event.score,
    }


def _told_when(timeline: IntegratedTimeline, event: Event) -> list[KnowledgeState]:
    """Return which organisations knew the event and from when, and who else was told."""
    return [
        state
        for state in timeline.knowledge
        if state.event == event.id
        and (state.organisation_kind or state.how is not Knowing.TOOK_PART)
    ]


def _interactions(
    graph: InteractionGraph | None, name_of: Mapping[str, str]
) -> list[Row]:
    if graph is None:
        return []
    return [
        {
            "from_kind": edge.giver,
            "to_kind": edge.receiver,
            "from_named": edge.giver_named,
            "to_named": edge.receiver_named,
            "type": str(edge.interaction_class),
            "fine_type": edge.type,
            "realised": str(edge.realised),
            **_interval(edge.date),
            "doc": name_of[edge.document],
            "start": edge.source.start,
            "end": edge.source.end,
            "event": edge.event,
            "score": edge.score,
        }
        for edge in graph.interactions
        if not edge.expected and edge.document in name_of
    ]


def _factor(factor: ContributingFactor, name_of: Mapping[str, str]) -> Row:
    sure = [p for p in factor.patterns if p.score >= LIKELY_PATTERN]
    return {
        "id": factor.id,
        "doc": name_of[factor.document],
        "start": factor.source.start,
        "end": factor.source.end,
        "text": factor.wording,
        "factor_id": factor.code,
        "level": str(factor.level),
        "valence": str(factor.valence),
        "pattern_id": sure[0].id if sure else None,
        "score": factor.score,
        "status": str(factor.status),
    }


def _moment(
    moment: CrucialMoment, timeline: IntegratedTimeline, name_of: Mapping[str, str]
) -> Row:
    event = timeline.event(moment.event)
    row = _event(event, name_of) if event else _interval(None) | {"accounts": []}
    return row | {
        "event": moment.event,
        "rank": moment.rank,
        "score": moment.score,
        "reasons": [str(reason) for reason in moment.reasons],
        "why": moment.why_nl,
        "status": str(moment.status),
        "number": moment.number,
        "views": [{"by": view.by, "words": view.words} for view in moment.views],
    }


def _knowledge(timeline: IntegratedTimeline, name_of: Mapping[str, str]) -> list[Row]:
    accounts = {a.id: a for event in timeline.events for a in event.accounts}
    return [
        {
            "actor": state.actor,
            "organisation_kind": state.organisation_kind,
            "event": state.event,
            "known_from": state.known_from_edtf,
            "how": str(state.how),
            **_place(accounts.get(state.account), name_of),
        }
        for state in timeline.knowledge
    ]


def _place(account: Account | None, name_of: Mapping[str, str]) -> Row:
    if account is None or account.document not in name_of:
        return {"doc": None, "start": None, "end": None}
    source = account.source
    return {
        "doc": name_of[account.document],
        "start": source.start,
        "end": source.end,
    }


def _open(row: IdentifierRow) -> bool:
    """Tell whether words were only flagged: they stand in what is released."""
    return row.label == Label.ROLE and not row.pseudonym


def _identifier(row: IdentifierRow, name_of: Mapping[str, str]) -> Row:
    return {
        "doc": name_of[row.document],
        "start": row.start,
        "end": row.end,
        "label": row.label,
        "entity_id": row.entity,
        "pseudonym": row.pseudonym,
        "found_by": row.found_by,
        "score": row.score,
        "needs_review": row.needs_review,
    }
