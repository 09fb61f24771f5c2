"""Whether two tellings tell one happening: a score with its reasons in Dutch."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.stages.wording import likeness, stems

ENOUGH = 3.5
"""How alike two tellings are that are joined; of a hundred events two are joined wrongly."""
DOUBT = 0.8
UNDATED = 0.5
"""What to take off where no day is shared: order and words alone mislead sooner."""
NEAR, NEARLY = 3, 1.1
"""Days that tellers are off, and what they still say: joined, it shows as a conflict."""
NOTED_APART = -4.0
"""Two that were written down at the time, on days apart, are mostly two."""

FAMILIES: Mapping[str, str] = {
    kind: family
    for family, kinds in {
        "onderwijs": (
            "school voortgezet_onderwijs basisschool speciaal_onderwijs zorgteam_school"
        ),
        "jgz": "consultatiebureau jeugdgezondheidszorg ggd cjg",
        "ggz": "jeugd_ggz volwassenen_ggz vaktherapie_vrijgevestigd crisisdienst_jeugd",
        "lokaal": "wijkteam gemeente",
        "informeel": "gezin familie_netwerk",
        "bescherming": "gecertificeerde_instelling bureau_jeugdzorg",
    }.items()
    for kind in kinds.split()
}
"""Kinds of organisation that tellers mix up: one may name the other."""

KIN: tuple[frozenset[str], ...] = (
    frozenset({"contact", "gesprek", "overleg", "contactpoging", "afspraak", "intake"}),
    frozenset({"melding", "aanmelding", "advies", "opschaling"}),
    frozenset({"informatie", "contact", "terugkoppeling", "toestemming"}),
    frozenset({"verwijzing", "aanmelding", "wachtlijst", "intake", "informatie"}),
    frozenset({"incident", "contact", "informatie", "overig"}),
    frozenset({"start", "plaatsing", "omslag", "onderzoek"}),
    frozenset({"verzuim", "afsluiting", "afwezig", "start"}),
    frozenset({"besluit", "afwijzing", "advies", "onderzoek"}),
    frozenset({"overdracht", "wisseling"}),
    frozenset({"afspraak", "besluit", "terugkoppeling", "contact"}),
)
"""Kinds of happening that one may call what another calls the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What of an event is compared.

    `noted`: its day was written down at the time; `disputed`: another day that the
    telling names for the same happening, on which others may tell it.
    """

    event: Event
    bounds: Bounds | None
    context: Bounds | None
    stems: frozenset[str]
    names: frozenset[str]
    families: frozenset[str]
    documents: frozenset[str]
    noted: bool = False
    disputed: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How alike two events are, and why (Dutch)."""

    score: float
    because: tuple[str, ...]


def features(event: Event) -> Features:
    """Return what of `event` is compared."""
    account = event.accounts[0]
    known = event.date.bounds if event.date and event.date.bounds.known else None
    families = {FAMILIES.get(kind, kind) for kind in event.organisations}
    return Features(
        event=event,
        bounds=known,
        context=account.context,
        stems=stems(" ".join(f"{a.wording} {a.prompt}" for a in event.accounts)),
        names=frozenset(event.who),
        families=frozenset(families),
        documents=frozenset(a.document for a in event.accounts),
        disputed=_disputed(account),
        noted=account.contemporaneous and known is not None and length(known) == 1,
    )


def _disputed(account: Account) -> Bounds | None:
    """Return the other day that a telling names: taken back, or what others say."""
    named = (account.others_say, account.taken_back)
    return next((d.bounds for d in named if d is not None and d.bounds.known), None)


def type_key(event: Event) -> str:
    """Return the name under which the rarity of a kind of happening is kept."""
    return f"soort:{event.type}"


def telling(item: Features) -> frozenset[str]:
    """Return all of an event that is the more telling the rarer it is."""
    return item.stems | item.names | {type_key(item.event)}


def compared(one: Features, other: Features, weights: Mapping[str, float]) -> Match:
    """Return how likely `one` and `other` tell the same happening."""
    parts = (
        _by_date(one, other),
        _by_type(one.event, other.event, weights),
        _by_parties(one, other),
        _by_words(one, other, weights),
        _by_outcome(one.event, other.event),
        _by_names(one, other, weights),
    )
    return Match(
        score=sum(score for score, _ in parts) - _doubt(one, other),
        because=tuple(reason for _, reason in parts if reason),
    )


def _doubt(one: Features, other: Features) -> float:
    """Return what to take off where a day is missing, or both name another.

    More where only one telling word is shared: the word that names the kind of
    happening ("gemeld") does not tell which one it was.
    """
    dated = one.bounds is not None and other.bounds is not None
    if dated and one.bounds and other.bounds and one.bounds.meets(other.bounds):
        return 0.0
    if len(one.stems & other.stems) > 1 or one.names & other.names:
        return UNDATED
    return UNDATED + DOUBT


def _by_date(one: Features, other: Features) -> tuple[float, str]:
    if one.bounds and other.bounds:
        score, because = _likeliest(one, other, one.bounds, other.bounds)
        noted = one.noted and other.noted and score < NEARLY
        return (min(score, NOTED_APART), because) if noted else (score, because)
    if one.bounds is None and other.bounds is None:
        together = one.context and other.context and one.context.meets(other.context)
        return (0.2, "past in de volgorde") if together else (-1.0, "")
    near = one.bounds or one.context
    far = other.bounds or other.context
    if near is None or far is None:
        return -0.4, ""
    return (0.5, "past in de volgorde") if near.meets(far) else (-1.5, "")


def _likeliest(
    one: Features, other: Features, day: Bounds, other_day: Bounds
) -> tuple[float, str]:
    """Compare the days told, and the day of one with the disputed day of the other."""
    found = [_dated(day, other_day)]
    if one.disputed is not None:
        found.append(_dated(one.disputed, other_day))
    if other.disputed is not None:
        found.append(_dated(day, other.disputed))
    return max(found)


def _dated(one: Bounds, other: Bounds) -> tuple[float, str]:
    if one.meets(other):
        days = max(length(one), length(other))
        if days <= 1:
            return 2.6, "zelfde dag"
        if days <= 10:
            return 2.0, "zelfde week"
        return (1.5, "datums passen") if days <= 45 else (0.0, "datums passen")
    apart = days_apart(one, other)
    if apart <= NEAR:
        return NEARLY, "enkele dagen verschil"
    if apart <= 10:
        return 0.3, "andere datum"
    if apart <= 21:
        return -0.2, "andere datum"
    return (-1.7, "andere datum") if apart <= 45 else (-6.0, "")


def length(bounds: Bounds) -> int:
    """Return the number of days that bounds allow."""
    first = bounds.earliest or dt.date.min
    return ((bounds.latest or dt.date.max) - first).days + 1


def days_apart(one: Bounds, other: Bounds) -> int:
    """Return the days between the end of one and the begin of the other, 0 at least."""
    if one.meets(other):
        return 0
    first, second = (one, other) if one.surely_before(other) else (other, one)
    end, begin = first.latest or dt.date.max, second.earliest or dt.date.min
    return (begin - end).days


def _by_type(
    one: Event, other: Event, weights: Mapping[str, float]
) -> tuple[float, str]:
    """Let a kind of happening that is told of seldom weigh more."""
    if one.type == other.type:
        if one.type == "overig":
            return 0.2, ""
        rare = weights.get(type_key(one), 2.0)
        return min(2.2, 0.3 + 0.45 * rare), f"zelfde soort: {one.type}"
    if any({one.type, other.type} <= kin for kin in KIN):
        return 0.5, "verwante soort"
    return (0.0, "") if "overig" in {one.type, other.type} else (-0.6, "")


def _by_parties(one: Features, other: Features) -> tuple[float, str]:
    shared = one.families & other.families
    formal = shared - {"informeel"}
    either = one.families | other.families
    if not one.families or not other.families:
        return 0.0, ""
    own = one.families - {"informeel"}, other.families - {"informeel"}
    if all(own) and not formal:
        return (-1.5 if min(map(len, own)) > 1 else -0.8), ""
    if not shared:
        return -0.8, ""
    share = len(shared) / len(either)
    reason = "zelfde organisaties" if formal else ""
    return 0.3 * bool(formal) + 0.7 * share, reason


def _by_words(
    one: Features, other: Features, weights: Mapping[str, float]
) -> tuple[float, str]:
    alike = likeness(one.stems, other.stems, weights)
    shared = sorted(one.stems & other.stems, key=lambda s: (-weights[s], s))
    if not shared:
        return -0.3, ""
    return min(3.5, 5.5 * alike + 0.25 * len(shared)), "zelfde bewoordingen"


def _by_names(
    one: Features, other: Features, weights: Mapping[str, float]
) -> tuple[float, str]:
    shared = fsum(weights[name] for name in one.names & other.names)
    return (min(1.0, 0.35 * shared), "zelfde personen") if shared else (0.0, "")


def _by_outcome(one: Event, other: Event) -> tuple[float, str]:
    outcomes = {one.realised, other.realised}
    if len(outcomes) == 1 or Realised.UNKNOWN in outcomes:
        return (0.0, "") if outcomes & {Realised.YES, Realised.UNKNOWN} else (0.4, "")
    if outcomes == {Realised.INTENDED, Realised.NO}:
        return 0.0, "voornemen en uitkomst"
    if outcomes == {Realised.ATTEMPT, Realised.NO}:
        return 0.0, ""
    return -0.6, ""
