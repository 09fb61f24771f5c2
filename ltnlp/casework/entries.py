"""The journal of a review as a person reads it: each entry and how it stands."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.casework.interactions import kind_labels
from ltnlp.casework.versions import called_before
from ltnlp.domain.corrections import Correction, Do, laid_to_rest
from ltnlp.domain.events import Realised
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.nlp.factors import pattern_library
from ltnlp.nlp.motifs import motif_library
from ltnlp.reporting.changes import in_words
from ltnlp.reporting.words_nl import REALISED
from ltnlp.store.review_store import ReviewStore

DONE_NL = {
    Do.CONFIRM: "bevestigd",
    Do.REJECT: "afgewezen",
    Do.REDATE: "andere datum",
    Do.EDIT: "aangepast",
    Do.JOIN: "samengevoegd",
    Do.SPLIT: "uit elkaar gehaald",
    Do.ADD: "toegevoegd",
    Do.MOMENT: "cruciaal moment",
    Do.NOT_MOMENT: "geen cruciaal moment",
    Do.NAME: "is een naam",
    Do.NOT_NAME: "is geen naam",
    Do.JOIN_PERSONS: "dezelfde persoon",
    Do.SPLIT_PERSON: "verschillende personen",
    Do.RENAME: "andere aanduiding",
    Do.GENERALISE: "ruimere woorden",
    Do.ACCEPT_FACTOR: "factor aangenomen",
    Do.REJECT_FACTOR: "factor afgewezen",
    Do.RECODE_FACTOR: "factor anders ingedeeld",
    Do.CONFIRM_INTERACTION: "verband bevestigd",
    Do.REJECT_INTERACTION: "verband afgewezen",
    Do.EDIT_INTERACTION: "verband aangepast",
    Do.ADD_INTERACTION: "verband toegevoegd",
    Do.CONFIRM_PATTERN: "patroon herkend",
    Do.REJECT_PATTERN: "patroon niet herkend",
    Do.VIEW: "zienswijze",
    Do.REMARK: "opmerking",
    Do.TELL: "verhaal aangepast",
    Do.LAY_TO_REST: "vervallen verklaard",
}
HOLDS_NL = "geldt"
TAKEN_BACK_NL = "teruggenomen door een latere"
RESTING_NL = "vervallen; telt niet meer mee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction: when, by which role, what, about what, why, and how it stands.

    `about` names events, factors and all else by what they are called now, or were called when they were
    last there, with the id to find them by; `said` is the date or the words given;
    `lost` tells that it found nothing in the last run, and nobody laid it to rest.
    """

    id: str
    on: dt.date
    by: str
    do: str
    about: str
    said: str
    why: str
    stands_nl: str
    lost: bool = False


def entries(home: Home, review_id: str) -> tuple[Entry, ...]:
    """Return the whole journal, the oldest first; orphans say why they are."""
    store = home.store(review_id)
    journal = store.corrections()
    lost = {orphan.correction: orphan.why_nl for orphan in store.orphans()}
    resting = dict.fromkeys(laid_to_rest(journal), RESTING_NL)
    called = _called(store.timeline()) | _called_beside(store)
    gone = {name for one in journal for name in _names(one)} - called.keys()
    called |= called_before(home, review_id, gone) if gone else {}
    called |= {one.id: _about(one, called) for one in journal}
    return tuple(
        Entry(
            id=one.id,
            lost=one.id in lost,
            on=one.at.astimezone().date(),
            by=one.by,
            do=DONE_NL[one.do],
            about=_about(one, called),
            said=_said(one),
            why=one.why,
            stands_nl=(lost | resting).get(one.id) or _stands(one, journal[at + 1 :]),
        )
        for at, one in enumerate(journal)
    )


def _called(timeline: IntegratedTimeline | None) -> dict[str, str]:
    """Return by id what each event of the last run is called, joined ones too.

    An account is called by its own words: those who joined it saw these.
    """
    events = timeline.events if timeline else ()
    told = {a.id: a.wording for event in events for a in event.accounts}
    return told | {
        n: event.what for event in events for n in (event.id, *event.formerly)
    }


def _called_beside(store: ReviewStore) -> dict[str, str]:
    """Return by id what factors, interactions, patterns and people are called."""
    graph, kinds = store.graph(), kind_labels()
    found = {one.id: one.wording for one in store.factors()}
    for act in (*graph.interactions, *graph.rejected) if graph else ():
        ends = (kinds.get(kind or "", "onbekend") for kind in (act.giver, act.receiver))
        found[act.id] = f"{' → '.join(ends)}, {act.interaction_class}"
    found |= {pattern.id: pattern.name for pattern in pattern_library()}
    found |= {motif.id: motif.name for motif in motif_library()}
    return found | {one.entity: one.pseudonym for one in store.released().actors}


def _names(correction: Correction) -> set[str]:
    return {correction.target or "", *correction.all_of("events")} - {""}


def _said(correction: Correction) -> str:
    """Return what it says now: the date, the words or the outcome that a person gave."""
    edtf = correction.one("edtf")
    if edtf is not None:
        return in_words(edtf)
    told = (correction.one(name) for name in ("words", "what", "pseudonym", "instead"))
    words = next(filter(None, told), "") if correction.do is not Do.ADD else ""
    outcome = correction.one("realised")
    return f"{words} ({REALISED[Realised(outcome)]})".lstrip() if outcome else words


def _about(correction: Correction, called: Mapping[str, str]) -> str:
    if correction.target:
        return _in_words(correction.target, called)
    if correction.slot and correction.span:
        place = correction.span
        return f"{correction.slot}, {place.start}-{place.end}"
    events = [_in_words(one, called) for one in correction.all_of("events")]
    named = (*events, *(_in_words(one, called) for one in correction.all_of("persons")))
    return ", ".join(named) or correction.one("what") or correction.one("unit") or ""


def _in_words(event: str, called: Mapping[str, str]) -> str:
    return f"{called[event]} ({event})" if event in called else event


def _stands(correction: Correction, later: tuple[Correction, ...]) -> str:
    taken_back = any(_takes_back(other, correction) for other in later)
    return TAKEN_BACK_NL if taken_back else HOLDS_NL


def _takes_back(later: Correction, earlier: Correction) -> bool:
    """Tell whether one takes back the other; a split only the join of what it parts."""
    if not later.takes_back(earlier):
        return False
    if later.do in {Do.JOIN_PERSONS, Do.SPLIT_PERSON}:
        persons = {later.target, *later.all_of("persons")} - {None}
        return bool(persons & {earlier.target, *earlier.all_of("persons")})
    if later.do not in {Do.JOIN, Do.SPLIT}:
        return True
    split, join = (later, earlier) if later.do is Do.SPLIT else (earlier, later)
    together = {*join.all_of("events"), join.target}
    alone = {*split.all_of("account"), split.target}
    others = split.all_of("events")
    return bool(together & alone) and (not others or bool(together & {*others}))
