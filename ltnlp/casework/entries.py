"""The journal of a review as a person reads it: each entry and how it stands."""

import datetime as dt
from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.domain.corrections import Correction, Do

HOLDS_NL = "geldt"
TAKEN_BACK_NL = "teruggenomen door een latere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction: when, by which role, what, about what, why, and how it stands."""

    on: dt.date
    by: str
    do: str
    about: str
    why: str
    stands_nl: str


def entries(home: Home, review_id: str) -> tuple[Entry, ...]:
    """Return the whole journal, the oldest first; orphans say why they are."""
    store = home.store(review_id)
    journal = store.corrections()
    orphans = {orphan.correction: orphan.why_nl for orphan in store.orphans()}
    return tuple(
        Entry(
            on=one.at.astimezone().date(),
            by=one.by,
            do=str(one.do),
            about=_about(one),
            why=one.why,
            stands_nl=orphans.get(one.id) or _stands(one, journal[at + 1 :]),
        )
        for at, one in enumerate(journal)
    )


def _about(correction: Correction) -> str:
    if correction.target:
        return correction.target
    if correction.slot and correction.span:
        place = correction.span
        return f"{correction.slot}, {place.start}-{place.end}"
    named = (*correction.all_of("events"), *correction.all_of("persons"))
    return ", ".join(named) or correction.one("what") or correction.one("unit") or ""


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
