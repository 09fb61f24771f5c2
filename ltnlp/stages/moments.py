"""Events → CrucialMoment: where the course could have gone otherwise, proposed."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.events import ConflictKind, Event, Realised, Status
from ltnlp.domain.mentions import FAMILY
from ltnlp.domain.timeline import CrucialMoment, Gap, MomentReason
from ltnlp.stages.moment_signs import chance, learned_later

SAME_KIND = 0.95
"""What each further proposal for the same reason still counts for."""
SAME_DAYS = 0.4
"""What a proposal still counts for beside a better one of the same days: one turn is
often told as several happenings."""
DAYS = 3
SOURCE = 0.7
"""Weight of each source beyond the first that tells it."""
PROPOSED = 12
"""How many moments are proposed; people choose and add."""

FAILED = frozenset({Realised.NO, Realised.ATTEMPT})

_DONE: Mapping[str, tuple[MomentReason, float]] = {
    "besluit": (MomentReason.DECISION, 0.8),
    "plaatsing": (MomentReason.DECISION, 1.2),
    "afsluiting": (MomentReason.DECISION, 1.2),
    "opschaling": (MomentReason.DECISION, 1.3),
    "melding": (MomentReason.REPORT, 1.1),
    "advies": (MomentReason.REPORT, 0.7),
    "afwijzing": (MomentReason.REFUSAL, 1.8),
    "overdracht": (MomentReason.HANDOVER, 0.9),
    "wisseling": (MomentReason.CHANGE_OF_WORKER, 0.9),
    "incident": (MomentReason.INCIDENT, 1.6),
    "omslag": (MomentReason.TURN_FOR_GOOD, 1.0),
    "overleg": (MomentReason.DECISION, 0.8),
}
_FAILED: Mapping[str, tuple[MomentReason, float]] = {
    "besluit": (MomentReason.DECISION_NOT_TAKEN, 1.2),
    "melding": (MomentReason.DECISION_NOT_TAKEN, 1.3),
    "opschaling": (MomentReason.DECISION_NOT_TAKEN, 1.2),
    "afspraak": (MomentReason.DECISION_NOT_TAKEN, 1.0),
    "overdracht": (MomentReason.HANDOVER, 1.8),
    "wisseling": (MomentReason.CHANGE_OF_WORKER, 1.2),
    "terugkoppeling": (MomentReason.MISSING_ANSWER, 1.2),
    "informatie": (MomentReason.MISSING_ANSWER, 1.1),
    "contact": (MomentReason.MISSING_ANSWER, 1.0),
    "verwijzing": (MomentReason.MISSING_ANSWER, 1.0),
    "aanmelding": (MomentReason.MISSING_ANSWER, 1.0),
    "toestemming": (MomentReason.DECISION_NOT_TAKEN, 1.2),
    "gesprek": (MomentReason.MISSING_ANSWER, 0.9),
    "overleg": (MomentReason.MISSING_ANSWER, 0.9),
    "afwezig": (MomentReason.MISSING_ANSWER, 0.6),
    "intake": (MomentReason.MISSING_ANSWER, 0.7),
}

NAMES_NL: Mapping[MomentReason, str] = {
    MomentReason.DECISION: "besluit of afspraak",
    MomentReason.DECISION_NOT_TAKEN: "stap die niet is gezet",
    MomentReason.REPORT: "melding of adviesvraag",
    MomentReason.REFUSAL: "afwijzing",
    MomentReason.HANDOVER: "overdracht",
    MomentReason.CHANGE_OF_WORKER: "wisseling van medewerker",
    MomentReason.MISSING_ANSWER: "uitgebleven contact of antwoord",
    MomentReason.CONFLICT: "lezingen verschillen",
    MomentReason.LONG_SILENCE: "lange stilte",
    MomentReason.INCIDENT: "incident",
    MomentReason.TURN_FOR_GOOD: "wending ten goede",
    MomentReason.LEARNED_LATER: "toen niet bij iedereen bekend",
    MomentReason.SEVERAL_SOURCES: "door meer bronnen verteld",
    MomentReason.ADDED: "toegevoegd",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    reason: MomentReason
    weight: float


def moments(
    events: Sequence[Event],
    gaps: Sequence[Gap] = (),
    *,
    chosen: Mapping[str, str] | None = None,
    refused: Iterable[str] = (),
) -> tuple[CrucialMoment, ...]:
    """Return the moments that people chose, then the proposals, best first.

    Args:
        events: in order, rejected ones left out.
        gaps: open ends and silences of the same timeline.
        chosen: ids of events that people marked as a moment, with their reason.
        refused: ids of events that people said are none.
    """
    chosen = chosen or {}
    open_ends = {gap.event for gap in gaps if gap.event}
    refused = set(refused)
    candidates = [
        _moment(event, open_ends, event.id in chosen)
        for event in events
        if event.id not in refused and event.status is not Status.REJECTED
    ]
    days = {e.id: e.date.earliest for e in events if e.date and e.date.earliest}
    ranked = _varied([m for m in candidates if m is not None], days)
    room = max(PROPOSED, len(chosen))
    return tuple(_ranked(m, rank) for rank, m in enumerate(ranked[:room], start=1))


def _varied(
    candidates: Sequence[CrucialMoment], days: Mapping[str, dt.date]
) -> list[CrucialMoment]:
    """Return the best first; a next one of the same kind or days counts for less."""
    best = sorted(
        candidates, key=lambda m: (m.status is not Status.CONFIRMED, -m.score)
    )
    seen: Counter[MomentReason] = Counter()
    worth: dict[str, float] = {}
    taken: list[dt.date] = []
    for moment in best:
        kind, day = moment.reasons[0], days.get(moment.event)
        worth[moment.event] = moment.score * SAME_KIND ** seen[kind]
        if day is not None:
            near = sum(abs((day - other).days) <= DAYS for other in taken)
            worth[moment.event] *= SAME_DAYS**near
            taken.append(day)
        seen[kind] += 1
    return sorted(
        best, key=lambda m: (m.status is not Status.CONFIRMED, -worth[m.event])
    )


def _ranked(moment: CrucialMoment, rank: int) -> CrucialMoment:
    return CrucialMoment(
        event=moment.event,
        rank=rank,
        score=moment.score,
        reasons=moment.reasons,
        why_nl=moment.why_nl,
        status=moment.status,
    )


def _moment(
    event: Event, open_ends: Collection[str], chosen: bool
) -> CrucialMoment | None:
    grounds = list(_grounds(event, open_ends))
    ground = ground_of(event, open_ends)
    grounds.extend(_beside(event))
    if chosen:
        grounds.append(_Ground(reason=MomentReason.ADDED, weight=0))
    if not grounds or (event.outside_period and not chosen):
        return None
    reasons = tuple(dict.fromkeys(g.reason for g in grounds))
    return CrucialMoment(
        event=event.id,
        rank=1,
        score=round(chance(event, ground), 3),
        reasons=reasons,
        why_nl=_why(event, reasons),
        status=Status.CONFIRMED if chosen else Status.PROPOSED,
    )


def _grounds(event: Event, open_ends: Collection[str]) -> Iterator[_Ground]:
    if event.realised is Realised.YES:
        yield from _done(event)
    if event.realised in FAILED:
        reason, weight = _FAILED.get(event.type, (MomentReason.DECISION_NOT_TAKEN, 0.6))
        yield _Ground(reason=reason, weight=weight)
        if _days(event) > LONG:
            yield _Ground(reason=MomentReason.LONG_SILENCE, weight=0.8)
    if event.realised is Realised.INTENDED and _came_to_nothing(event, open_ends):
        yield _Ground(reason=MomentReason.DECISION_NOT_TAKEN, weight=1.5)
    kinds = {c.kind for c in event.conflicts if len(c.accounts) > 1}
    if kinds:
        weight = 0.9 if kinds & OF_SUBSTANCE else 0.4
        yield _Ground(reason=MomentReason.CONFLICT, weight=weight)


def _beside(event: Event) -> Iterator[_Ground]:
    """Yield what makes any happening worth a look, whatever its kind."""
    if learned_later(event):
        yield _Ground(reason=MomentReason.LEARNED_LATER, weight=0)
    if _sources(event) > 1:
        yield _Ground(reason=MomentReason.SEVERAL_SOURCES, weight=0)


def _sources(event: Event) -> int:
    return len({account.document for account in event.accounts})


def ground_of(event: Event, open_ends: Collection[str]) -> float:
    """Return how much the kind, the outcome and the parties of an event say; 0 is none."""
    grounds = list(_grounds(event, open_ends))
    return sum(g.weight for g in grounds) + _standing(event) if grounds else 0.0


def _done(event: Event) -> Iterator[_Ground]:
    """Yield what was done, and for less what else its words name."""
    if event.type in _DONE:
        reason, weight = _DONE[event.type]
        yield _Ground(reason=reason, weight=weight)
    elif event.type in MEETING and _formal(event) >= MANY:
        yield _Ground(reason=MomentReason.DECISION, weight=0.8)
    if any(PERSISTENCE.search(account.wording.lower()) for account in event.accounts):
        yield _Ground(reason=MomentReason.TURN_FOR_GOOD, weight=1.0)
    for kind in event.also:
        if kind in ALSO_COUNTED:
            reason, weight = _DONE[kind]
            yield _Ground(reason=reason, weight=weight * ALSO)


WEIGHTY = frozenset(
    {
        "veilig_thuis", "raad_kinderbescherming", "kinderrechter", "crisisdienst_jeugd",
        "jeugdbeschermingstafel", "gecertificeerde_instelling",
    }
)  # fmt: skip
"""Organisations whose part in a happening mostly marks a turn."""
LONG = 30
MEETING = frozenset({"gesprek", "intake"})
MANY = 3
"""As many organisations at one happening make it a moment of deciding together."""
PERSISTENCE = re.compile(
    r"\b(?:alsnog|(?:nu|toen|daarna|deze keer) wel|volgehouden|bleef \w+en|blijven \w+en"
    r"|zonder [^.;]{0,40}af te wachten|buiten (?:mijn|onze|haar|zijn|de) (?:taak|opdracht))\b"
)
"""Words for going on where it had failed, or doing more than one's task asks."""
OF_SUBSTANCE = frozenset({ConflictKind.REALISED, ConflictKind.ACTOR})
"""Disagreement on what happened or who would do it weighs more than on the day."""
ALSO = 0.5
ALSO_COUNTED = frozenset(
    {
        "omslag",
        "wisseling",
        "besluit",
        "afwijzing",
        "incident",
        "opschaling",
        "overdracht",
    }
)


def _days(event: Event) -> int:
    if event.date and event.date.earliest and event.date.latest:
        return (event.date.latest - event.date.earliest).days
    return 0


def _came_to_nothing(event: Event, open_ends: Collection[str]) -> bool:
    failed = any(account.realised is Realised.NO for account in event.accounts)
    return failed or event.id in open_ends


def _standing(event: Event) -> float:
    """Weigh how many sources tell it and how many parties it touches."""
    parties = _formal(event)
    weighty = 0.6 * bool(WEIGHTY.intersection(event.organisations))
    return SOURCE * (_sources(event) - 1) + 0.25 * min(parties, 4) + weighty


def _formal(event: Event) -> int:
    return len(set(event.organisations) - FAMILY)


def _why(event: Event, reasons: Sequence[MomentReason]) -> str:
    named = ", ".join(NAMES_NL[reason] for reason in reasons)
    sources = _sources(event)
    told = f"; {sources} bronnen vertellen erover" if sources > 1 else ""
    return f"{named[:1].upper()}{named[1:]}{told}."
