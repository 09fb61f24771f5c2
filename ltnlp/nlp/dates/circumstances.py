"""Under which circumstances a date was given its value: what its trust is weighed by.

Each circumstance is a short name that stands with its weight in `models/dates/trust.yaml`.
"""

import datetime as dt
import re
from collections.abc import Iterator

from ltnlp.domain.dates import Anchor
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.story import Story

_FAR, _VERY_FAR = 45, 200
_HEDGE = re.compile(
    r"\b(?:geloof ik|denk ik|dacht ik|volgens mij|zoiets|meen ik|of zo|weet ik niet"
    r"|misschien|geloof|schat|zal dat|zal het|moet dat|ergens)\b|\?",
    re.IGNORECASE,
)
_NEAR = 50
_SOME_DAYS = frozenset({"P2D", "P3D", "P4D", "P5D"})
_ALONE = re.compile(r"\s*(?:[.,;:|)<]|$)")
"""So many days and nothing after it: of every week, as often as not."""


def circumstances(
    expr: Expr, moment: Moment, story: Story, words: tuple[str, int, int]
) -> tuple[str, ...]:
    """Return the names of all that holds for an answer, each once.

    Args:
        expr: what was found.
        moment: the place in time that it was given.
        story: what was known at that place, before this expression moved it on.
        words: the text that it stands in, and from where to where.
    """
    return tuple(dict.fromkeys(_all(expr, moment, story, words)))


def _all(
    expr: Expr, moment: Moment, story: Story, words: tuple[str, int, int]
) -> Iterator[str]:
    doubted = "doubted" if moment.review else "plain"
    yield doubted
    yield f"{doubted}.{expr.rule}"
    yield f"{doubted}.{expr.rule.split('.')[0]}.*"
    yield f"kind.{story.kind}"
    yield f"kind.{story.kind}.{expr.rule.split('.')[0]}"
    if expr.edtf is None and expr.told_year is None:
        yield f"anchor.{moment.anchor.value}"
        yield f"anchor.{moment.anchor.value}.{story.kind}"
        yield from _from_previous(moment, story)
        yield from _from_choice(story)
    if moment.alternatives:
        yield "alternatives"
    if story.quoting and expr.told_year is None:
        yield "quoted"
        yield f"quoted.{expr.rule}"
    if story.learning:
        yield "learning"
    yield f"confidence.{int(moment.confidence * 10)}"
    text, start, end = words
    if expr.edtf in _SOME_DAYS and _ALONE.match(text, end):
        yield "days_alone"
    if _HEDGE.search(text, max(0, start - _NEAR), end + _NEAR):
        yield "hedged"


def _from_choice(story: Story) -> Iterator[str]:
    if story.margin is not None:
        yield f"margin.{min(int(story.margin // 150), 4)}"
    if story.aside is not None:
        yield "aside"
    if story.ahead:
        yield "ahead"


def _from_previous(moment: Moment, story: Story) -> Iterator[str]:
    previous = story.previous
    if moment.anchor is not Anchor.PREVIOUS or previous is None:
        return
    turns = story.at - story.previous_at
    yield f"turns.{min(turns, 3)}"
    if previous.review:
        yield "shaky"
    yield f"after.{previous.precision.value}"
    day = previous.first
    if day is not None and moment.first is not None:
        yield _leap(day, moment.first)


def _leap(before: dt.date, then: dt.date) -> str:
    days = (then - before).days
    far = "very_far" if abs(days) > _VERY_FAR else "far" if abs(days) > _FAR else "near"
    return f"{'ahead' if days >= 0 else 'back'}.{far}"
