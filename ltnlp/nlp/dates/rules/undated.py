"""Counted from what nobody dated: "een jaar na die val", "oktober van dat jaar"."""

from ltnlp.nlp.dates.expressions import Expr, told
from ltnlp.nlp.dates.lengths import Length
from ltnlp.nlp.dates.moments import Moment
from ltnlp.nlp.dates.patterns import Rule, rule
from ltnlp.nlp.dates.rules.story import from_story
from ltnlp.nlp.dates.story import Story

_ITS = "de|het|die|dat|deze|dit|mijn|zijn|haar|hun|ons|onze"
_NTH = "eerste|tweede|derde|laatste|vorige|nieuwe"


@rule(
    "offset.after_undated",
    "undated",
    f"<length> na|ná {_ITS} _:ANYWORD",
    f"<length> na|ná {_ITS} {_NTH} _:ANYWORD",
    f"een unit:UNITONE na|ná {_ITS} _:ANYWORD",
    f"een unit:UNITONE na|ná {_ITS} {_NTH} _:ANYWORD",
    "<length> voor|vóór de datum|dag|termijn",
    "een unit:UNITONE voor|vóór de datum|dag|termijn",
    f"de dag|ochtend|avond|nacht|week|maand na|ná|voor|vóór {_ITS} _:ANYWORD",
)
def _after_undated(length: Length | None = None, unit: str = "") -> Expr:
    """Read it as one expression whose place is open."""
    del length, unit
    return told(lambda _: None, moves=False)


@rule(
    "story.in_that_year",
    "later",
    "whole:<month> van? dat|datzelfde|hetzelfde jaar",
    "whole:<season> van? dat|datzelfde|hetzelfde jaar",
    "whole:<part> van? dat|datzelfde|hetzelfde jaar",
    "whole:<named> van? dat|datzelfde|hetzelfde jaar",
)
def _in_that_year(whole: Expr) -> Expr | None:
    if not whole.open_year:
        return None

    def place(base: Moment, story: Story) -> Moment | None:
        assert base.first is not None
        return whole.with_year(base.first.year).resolve(story)

    return from_story(place, type=whole.type)


RULES = tuple(each for each in globals().values() if isinstance(each, Rule))
