"""Stretches without information, and ends left open."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.events import Event, Realised
from ltnlp.domain.mentions import FAMILY
from ltnlp.domain.months import MONTHS
from ltnlp.domain.timeline import Gap
from ltnlp.stages.outcomes import told_undone

SILENCE = 75
"""Days without anything told of an organisation that count as a silence."""
ANSWER_WITHIN = 60
"""Days in which an answer, an intake or a follow-up may be expected."""
FEWEST = 3
"""An organisation that is told of less often is not waited for."""

ASKS = frozenset({"melding", "advies", "verwijzing", "aanmelding"})
ANSWERS = frozenset(
    {
        "terugkoppeling", "intake", "besluit", "afwijzing", "wachtlijst", "advies",
        "contact", "gesprek", "overleg", "start", "onderzoek", "informatie", "plaatsing",
    }
)  # fmt: skip


_TOLD_ON = re.compile(
    r"\bontvangst|\bbevestig\w*|\bover (?:de|die|een|onze|haar|zijn) (?:\w+ )?(?:melding|verwijzing"
    r"|aanmelding|advies)\b",
    re.IGNORECASE,
)
"""Words that speak of an ask, and ask nothing: "Vader vertelt over de melding"."""
_ARRIVED = re.compile(
    r"\b(?:opgenomen|gelegen|onderzocht|begonnen|gestart|geholpen)\b", re.IGNORECASE
)
"""Words in the telling of a referral for what came of it."""


def gaps(
    events: Sequence[Event], followed: Collection[str] = frozenset()
) -> tuple[Gap, ...]:
    """Return the gaps of a timeline.

    Args:
        events: in order.
        followed: ids of plans whose doing was found.
    """
    found = [*_silences(events), *_open_ends(events, followed)]
    return tuple(sorted(found, key=_key))


def _key(gap: Gap) -> tuple[str, str, str]:
    first = gap.bounds.earliest
    return (
        first.isoformat() if first else "",
        gap.kind,
        gap.organisation or "",
    )


def _silences(events: Iterable[Event]) -> Iterator[Gap]:
    days: dict[str, set[tuple[dt.date, dt.date]]] = defaultdict(set)
    for event in events:
        if event.outside_period or event.date is None:
            continue
        first, last = event.date.earliest, event.date.latest
        if first and last and (last - first).days <= SILENCE:
            for kind in set(event.organisations) - FAMILY:
                days[kind].add((first, last))
    for kind in sorted(days):
        if len(days[kind]) >= FEWEST:
            yield from _between(kind, sorted(days[kind]))


def _between(kind: str, days: Sequence[tuple[dt.date, dt.date]]) -> Iterator[Gap]:
    reached = days[0][1]
    for first, last in days[1:]:
        if (first - reached).days > SILENCE:
            yield Gap(
                kind="silence",
                bounds=Bounds(earliest=reached, latest=first),
                organisation=kind,
                event=None,
                text_nl=f"Geen informatie tussen {_nl(reached)} en {_nl(first)}.",
            )
        reached = max(reached, last)


def _open_ends(events: Sequence[Event], followed: Collection[str]) -> Iterator[Gap]:
    told_last = _last_day(events)
    by_kind: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for organisation in event.organisations:
            by_kind[organisation].append(event)
    for event in events:
        day = event.date.latest if event.date else None
        if day is None or told_last is None or event.outside_period:
            continue
        if (told_last - day).days < ANSWER_WITHIN:
            continue
        if event.type in ASKS and event.realised is Realised.YES:
            yield from _unanswered(event, day, by_kind)
        planned = event.realised is Realised.INTENDED and not told_undone(event)
        if planned and event.id not in followed:
            yield _unfollowed(event, day)


def _last_day(events: Iterable[Event]) -> dt.date | None:
    return max(
        (e.date.latest for e in events if e.date and e.date.latest), default=None
    )


def _unanswered(
    event: Event, day: dt.date, by_kind: dict[str, list[Event]]
) -> Iterator[Gap]:
    others = [kind for kind in event.organisations if kind not in FAMILY]
    if not others:
        return
    later = [e for kind in others for e in by_kind[kind] if _soon_after(e, day)]
    if any(e.type in ANSWERS and e.realised is Realised.YES for e in later):
        return
    intake = event.type in {"verwijzing", "aanmelding"}
    came = intake and any(_ARRIVED.search(a.wording) for a in event.accounts)
    if came or _TOLD_ON.search(event.what):
        return
    yield Gap(
        kind="no_intake" if intake else "no_answer",
        bounds=_window(day),
        organisation=others[-1],
        event=event.id,
        text_nl=(
            f"Op de {event.type} van {_nl(day)} is geen "
            f"{'intake' if intake else 'antwoord'} gevonden."
        ),
    )


def _unfollowed(event: Event, day: dt.date) -> Gap:
    return Gap(
        kind="no_follow_up",
        bounds=_window(day),
        organisation=_planner(event),
        event=event.id,
        text_nl=f"Van het voornemen van {_nl(day)} is geen uitvoering gevonden.",
    )


def _planner(event: Event) -> str | None:
    """Return whose plan it was: the teller's where that is one of the parties."""
    own = (
        a.teller_kind for a in event.accounts if a.teller_kind in event.organisations
    )
    return next(own, next(iter(event.organisations), None))


def _soon_after(event: Event, day: dt.date) -> bool:
    first = event.date.earliest if event.date else None
    return first is not None and day <= first <= day + dt.timedelta(days=ANSWER_WITHIN)


def _window(day: dt.date) -> Bounds:
    return Bounds(earliest=day, latest=day + dt.timedelta(days=ANSWER_WITHIN))


def _nl(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
