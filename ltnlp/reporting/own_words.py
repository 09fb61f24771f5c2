"""Event → the words it is called by: whose they are, and the sentence in full."""

import re
from collections.abc import Iterator

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Event
from ltnlp.domain.months import MONTHS

_WORD = re.compile(r"[\w\[\]-]+")
_ENDS = re.compile(r"(?P<word>[\w.]*)[.!?…][\"”’)]*(?=\s|$)")
_SHORT = frozenset(
    "dhr mw mevr dr drs mr ing prof st bijv nr ca tel evt incl m.b.t i.v.m d.d".split()
)
"""Abbreviations: a point behind them ends no sentence."""
_CUT = "…"
_HANGS_ON = re.compile(r"[,:;]|\b(?:dat|die|of|hoe|wat|omdat|toen|als|en|maar)\b")
"""What begins a clause of its own, or stands before what is only quoted."""
_LINKS = r"(?:op|in|per|rond|begin|eind|omstreeks) "


def teller_of(event: Event) -> Account:
    """Return the account whose words the event is called by.

    Nobody is given words of another: of joined accounts it is the one that holds them.
    """
    called = _plain(event.what)
    holds = (a for a in event.accounts if called in _plain(a.wording))
    found = next(holds, None)
    if found is not None:
        return found
    words = set(called.split())
    return max(
        event.accounts, key=lambda a: len(words & set(_plain(a.wording).split()))
    )


def own_line(event: Event, account: Account) -> str:
    """Return what an event is called by in the words of one account, and of no other.

    What others told must not reach who checks their own story.
    """
    if _plain(event.what) in _plain(account.wording):
        return event.what
    told = " ".join(account.wording.split())
    return told[: next(_ends(told, 0), len(told))].rstrip(".")


def in_full(event: Event) -> str:
    """Return the words an event is called by, to the end where they were cut short."""
    what = " ".join(event.what.split())
    if not what.endswith(_CUT):
        return what
    kept = what.removesuffix(_CUT).rstrip()
    told = " ".join(teller_of(event).wording.split())
    at = told.lower().find(kept.lower())
    if at < 0:
        return what
    ends = (end for end in _ends(told, at) if end > at + len(kept))
    end = next(ends, len(told))
    return kept + told[at + len(kept) : end]


def without_day(words: str, date: UncertainDate | None) -> str:
    """Return words without the day that is told before them: it is said once.

    A day that is told with its year stands before them just the same, and so does a
    month, or a day of it, in their first clause.
    """
    told = date.text.strip() if date else ""
    clause = words.lower().partition(told.lower())[0] if told else ""
    bare = told.lower().endswith(MONTHS) and not _HANGS_ON.search(clause)
    if not (bare or re.search(r"\d{4}", told)):
        return words
    day = re.compile(rf"(?<=\w) {_LINKS}{re.escape(told)}(?![\w-])", re.IGNORECASE)
    return day.sub("", words, count=1)


def behind_day(words: str, date: UncertainDate | None) -> str:
    """Return what stands behind the day that words begin with; "" where they do not."""
    told = date.text.strip() if date else ""
    day = re.compile(rf"(?:{_LINKS})?{re.escape(told)}(?![\w-]),? ?", re.IGNORECASE)
    found = day.match(words) if told else None
    return words[found.end() :] if found else ""


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where sentences end from `start` on."""
    for found in _ENDS.finditer(text, start):
        if found["word"].lower() not in _SHORT:
            yield found.end()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
