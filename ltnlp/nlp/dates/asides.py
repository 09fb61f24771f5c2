"""What is told beside the story and leaves it where it was."""

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import Anchor
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.story import Story

_ASIDES = frozenset({"relative.unit", "relative.which_named"})
_NEAR_DAYS = 100
"""What lies nearer to the day of speaking than this is an aside, not the story."""

_OUTSIDE_DAYS = 200
_LONGEST = 370


def is_aside(expr: Expr, moment: Moment, story: Story) -> bool:
    """Tell whether it leaves the story where it was.

    Years and longer do, what lies long outside the period of the review, and what is
    near to the day of speaking in a telling of the past.
    """
    assert moment.first is not None
    if (moment.core.days or 0) > _LONGEST or far_from(story.period, moment):
        return True
    if _from_a_year(moment):
        return True
    reference = story.reference
    if reference is None or not story.looks_back or story.row:
        return False
    if moment.first >= reference:
        return True
    if moment.anchor is not Anchor.SPOKEN:
        return False
    near = (reference - moment.first).days < _NEAR_DAYS
    return near or expr.rule in _ASIDES


def _from_a_year(moment: Moment) -> bool:
    """Tell whether it is open from or up to a year: "sinds 2011", background."""
    ends = (moment.edtf or "").split("/")
    return ".." in ends and any(len(end) == _YEAR_ALONE for end in ends)


_YEAR_ALONE = 4


def far_from(bounds: Bounds, moment: Moment) -> bool:
    """Tell whether a moment lies long before or after a period."""
    if moment.first is None or moment.last is None:
        return False
    if bounds.earliest and (bounds.earliest - moment.last).days > _OUTSIDE_DAYS:
        return True
    return bool(bounds.latest and (moment.first - bounds.latest).days > _OUTSIDE_DAYS)
