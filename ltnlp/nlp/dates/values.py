"""From a moment to the value that is reported."""

from ltnlp.domain.dates import Anchor, UncertainDate
from ltnlp.nlp.dates.cues import cited
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.scan import Candidate
from ltnlp.nlp.dates.story import Story

_REVIEW_BELOW = 0.6


def value_of(
    candidate: Candidate, text: str, moment: Moment, story: Story, *, struck: bool
) -> UncertainDate | None:
    """Return what is reported of an expression, None where it says nothing of time."""
    expr = candidate.expr
    placeless = expr.edtf is not None
    if moment.edtf is None and not _worth_telling(expr):
        return None
    if moment.anchor in _FROM_BIRTH and _ahead_of_telling(moment, story):
        moment = moment.doubted(0.3)
    if not story.record and expr.rule in _OFTEN_OTHERWISE:
        moment = moment.doubted(_IN_DOUBT)
    bounds = moment.bounds
    confidence = moment.confidence if not placeless else 0.95
    review = moment.review or confidence < _REVIEW_BELOW
    return UncertainDate(
        text=text[candidate.start : candidate.end],
        type=expr.type,
        edtf=moment.edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=moment.precision,
        qualifier=moment.qualifier if moment.qualifier in {"~", "?", "%"} else "",
        anchor=moment.anchor,
        rule=expr.rule,
        timex=expr.timex or moment.timex or _plain(moment),
        alternatives=tuple(dict.fromkeys(moment.alternatives)),
        confidence=round(confidence, 2),
        needs_review=review,
        superseded=struck,
        citation=cited(text, candidate.start, candidate.end),
    )


_IN_DOUBT = 0.55
_OFTEN_OTHERWISE = frozenset(
    {
        "vague.after", "vague.just_after", "story.that_weekday", "story.same_night",
        "story.same_unit", "story.units_after", "offset.before", "offset.after_length",
    }
)  # fmt: skip
"""What was right less than three times in four in the development reviews: in a whole
document it is for a person to look at."""

_FROM_BIRTH = frozenset({Anchor.BIRTH, Anchor.SCHOOL})


def _ahead_of_telling(moment: Moment, story: Story) -> bool:
    """Tell whether an age or class lies after the telling: likely another child's."""
    told_on = story.reference if story.looks_back else None
    return bool(told_on and moment.first and moment.first > told_on)


def _plain(moment: Moment) -> str | None:
    if moment.edtf and "/" not in moment.edtf:
        return moment.edtf.rstrip("~")
    return None


_ONLY_WHEN_KNOWN = (
    "event.since", "event.after", "event.before", "event.named", "event.during",
    "school.group", "school.secondary", "school.brug", "school.kleuter",
    "age.ordinal", "age.birth", "age.day_of_life", "story.since_then", "story.nth",
    "story.weekend", "story.holiday", "story.entry_day", "story.same", "story.that", "relative.now",
)  # fmt: skip
"""Rules whose words say nothing of time where their anchor is not known."""


def _worth_telling(expr: Expr) -> bool:
    """Tell whether an expression without an anchor is still one of time."""
    if expr.rule.endswith("_when") or expr.rule == "age.birthday":
        return True
    if expr.rule.startswith(_ONLY_WHEN_KNOWN):
        return False
    return all(_worth_telling(part) for part in expr.parts)
