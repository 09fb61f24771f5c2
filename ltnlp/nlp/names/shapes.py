"""How much of a name stands at a place."""

from ltnlp.domain.mentions import Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.interfixes import behind_double
from ltnlp.nlp.names.lexicon import (
    GIVEN,
    INTERFIX,
    SURNAME,
)
from ltnlp.nlp.names.page import Page


def shape_of(page: Page, first: int, behind: int) -> Shape:
    """Return how much of a name the tokens are."""
    words, flags = page.words, page.flags
    double = next((i for i in range(first, behind) if behind_double(page, i)), behind)
    parts = [
        i
        for i in range(first, behind)
        if i <= double and (not flags[i] & INTERFIX or flags[i] & GIVEN)
    ]
    if is_initial(words.shown[first]):
        return Shape.FULL if len(parts) > 1 else Shape.INITIALS
    if len(parts) > 1:
        return Shape.FULL
    if len(parts) < behind - first:
        return Shape.SURNAME
    if flags[first] & GIVEN:
        return Shape.GIVEN
    return Shape.SURNAME if flags[first] & SURNAME else Shape.UNKNOWN
