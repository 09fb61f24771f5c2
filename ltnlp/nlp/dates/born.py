"""Whose birth a place of a document speaks of, and whether that dates anything."""

import datetime as dt

from ltnlp.nlp.dates.cues import born_here
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.story import Story

_CHILD_DAYS = 23 * 365
_YEARS_OLD = dt.timedelta(days=2 * 365)
_ROLES = frozenset(
    {"zoon", "dochter", "kind", "jongste", "jongen", "meisje", "meid", "kleine", "het"}
)


def tells_a_birth(story: Story, text: str, start: int, moment: Moment) -> bool:
    """Tell whether a day is a date of birth: so called, or somebody's of long ago."""
    return born_here(text, start) or _born_long_ago(story, moment)


def _born_long_ago(story: Story, moment: Moment) -> bool:
    """Tell whether it is the day on which somebody of years old was born.

    "Onderwerp: K. de Wit, 03-06-2010" in a mail says who it is about, and dates
    nothing. Who looks back may well begin with a birth.
    """
    now = None if story.looks_back else story.row or story.reference
    day = moment.first
    if now is None or day is None or day != moment.last:
        return False
    return day in story.births.values() and now - day > _YEARS_OLD


def birth_of(story: Story, who: str) -> tuple[dt.date | None, bool]:
    """Return the date of birth of somebody, and whether it is surely that one.

    Without a name it is the one child's among those whose birth is known.
    """
    named = who.lower()
    for name in (named, story.subject or "", f"{named[:1]}."):
        if name in story.births:
            return story.births[name], True
    born = set(story.births.values())
    if len(born) > 1 or not story.record:
        born = {day for day in born if _is_child(story, day)}
    only = next(iter(born)) if len(born) == 1 else None
    if named == "ik":
        return only, story.kind == "client_interview" or "" in story.births
    return only, not named or named in _ROLES or len(story.births) == 1


def _is_child(story: Story, born: dt.date) -> bool:
    then = story.reference or story.row or story.period.latest
    return then is None or (then - born).days < _CHILD_DAYS
