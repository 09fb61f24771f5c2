"""Whether a known name is meant where its words stand: "Hoop belde", "Hoop op meer"."""

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Label, Shape
from ltnlp.domain.words import is_initial
from ltnlp.nlp.names.forms import Form
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    GIVEN,
    NOT_NAME,
    RARE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.placed import ONLY_PLACED, answers, stands_as_known
from ltnlp.nlp.names.wordnames import (
    THINGS,
    is_dated,
    known_inside,
    named_inside,
    opens_clause,
    stands_apart,
)

_SHORTEST_CAPITALS = 4
_SHORT = 2
_BEGINS = word_set("op van en of")
"""What follows a word that is meant as a word: "Hoop op meer", "Bos en water"."""


def is_meant(page: Page, at: int, behind: int, form: Form) -> bool:
    """Tell whether the tokens from `at` up to `behind`, which are a known form, name it."""
    if behind - at > 1:
        return form.shape is Shape.FULL or _phrase_is_meant(page, at, behind)
    short = page.abbreviation(at) and len(form.phrase[0]) < _SHORTEST_CAPITALS
    if short or is_dated(page, at):
        return False
    flag = page.flags[at]
    if _is_proper_thing(page, at, form):
        return True
    ordinary = bool(flag & (WORD | CLOSED | NOT_NAME))
    if form.entity is None:
        ordinary = ordinary or page.ordinary(at)
    elif flag & RARE:
        ordinary = False
    if _is_hardly_named(page, at, form) or _is_one_of_them(page, at, form):
        return False
    if form.cautious and not page.capital(at):
        return _bare_in_lower(page, at, form)
    if not ordinary:
        return _long_enough(page, at)
    return _word_is_meant(page, at, form)


def _word_is_meant(page: Page, at: int, form: Form) -> bool:
    words = page.words
    if page.capital(at) and not words.opens[at]:
        months = {"mei", "april", "juni", "juli", "augustus"}
        return words.keys[at] not in months or named_inside(page, at)
    if page.capital(at):
        return _opens(page, at, typed=form.entity is not None)
    if form.label is not Label.PERSON:
        return False
    if page.plain:
        return _is_placed(page, at) or named_inside(page, at)
    return (
        _is_small(page, at) and (stands_as_known(page, at) or answers(page, at))
    ) or named_inside(page, at)


def _is_small(page: Page, at: int) -> bool:
    """Tell whether what somebody sends has no capital behind its label: "… Jo: met storm"."""
    words, begin = page.words, at
    while begin > 0 and words.shown[begin - 1] not in {":", ">", "]"}:
        begin -= 1
    labelled = begin > 0 and begin - 1 <= _LONGEST_LABEL
    return labelled and not any(words.capital[begin:])


_LONGEST_LABEL = 16


def _is_proper_thing(page: Page, at: int, form: Form) -> bool:
    """Tell whether a capital is that of a known place or instance."""
    if form.label is Label.PERSON or not page.capital(at):
        return False
    listed = page.lexicon.vocabulary.inflected(page.words.keys[at])
    return not page.words.opens[at] or not (page.flags[at] or listed)


def _long_enough(page: Page, at: int) -> bool:
    """Tell whether a name is no abbreviation: "ad 3", "jo"."""
    words = page.words
    if len(words.keys[at]) > _SHORT:
        return True
    numbered = words.key(at + 1).isdigit()
    return not numbered and (words.capital[at] or page.plain)


def _bare_in_lower(page: Page, at: int, form: Form) -> bool:
    """Tell whether a form that is often a word is a name where all is lower."""
    if not page.plain:
        return False
    if form.label is not Label.PERSON:
        return _stands_at(page, at)
    if page.flags[at - 1] & TITLE and at:
        return True
    if not page.flags[at] and not page.ordinary(at):
        return True
    apart = stands_apart(page, at) or opens_clause(page, at)
    placed = stands_as_known(page, at) or answers(page, at)
    return placed or (form.shape is Shape.SURNAME and apart)


def _is_placed(page: Page, at: int) -> bool:
    """Tell whether a name that is a word stands in lower case as names do."""
    if stands_as_known(page, at) or answers(page, at):
        return True
    if page.words.keys[at] in ONLY_PLACED:
        return False
    return stands_apart(page, at) or known_inside(page, at)


def _is_hardly_named(page: Page, at: int, form: Form) -> bool:
    """Tell whether a surname that every sentence has stands without what announces it."""
    known = form.label is Label.PERSON and form.shape is Shape.SURNAME
    if not known or page.words.keys[at] not in _EVERYWHERE:
        return False
    before = page.flags[at - 1] if at else 0
    initial = at > 0 and is_initial(page.words.shown[at - 1])
    return not (before & (TITLE | GIVEN) or initial or len(page.words) == 1)


def _is_one_of_them(page: Page, at: int, form: Form) -> bool:
    """Tell whether an article makes a name in lower case a thing: "hij had een snoek"."""
    determined = page.words.key(at - 1) in {"een", "geen"} and page.words.joined(at)
    return determined and form.label is Label.PERSON and not page.words.capital[at]


_EVERYWHERE = word_set("er te om het is was doet do toen ga")


_SAINTS = word_set("sint sinte st")
"""No word but before a name: what follows is meant, be it a word or not."""


def _phrase_is_meant(page: Page, at: int, behind: int) -> bool:
    if any(page.words.capital[i] for i in range(at, behind)):
        return True
    if page.words.keys[at] in _SAINTS:
        return True
    last = page.flags[behind - 1]
    return not (page.ordinary(behind - 1) and last & WORD) or (
        page.plain and not last & CLOSED
    )


def _opens(page: Page, at: int, *, typed: bool) -> bool:
    words = page.words
    given = bool(page.flags[at] & GIVEN)
    if at + 1 >= len(words) or (given and words.shown[at + 1] in "|,)"):
        return given
    if words.text[words.ends[at] : words.ends[at] + 1] in {"'", "’", ":", ","}:
        return True
    if page.flags[at + 1] & VERB or is_initial(words.shown[at + 1]):
        return True
    if typed and not page.flags[at] & VERB:
        return given or not _goes_on_as_word(page, at)
    if page.flags[at] & (CLOSED | VERB):
        return False
    if given:
        return True
    named = page.flags[at] & SURNAME and words.keys[at] not in THINGS
    return bool(named) and not _goes_on_as_word(page, at)


def _stands_at(page: Page, at: int) -> bool:
    """Tell whether a known instance is meant in lower case: "op de wilgenroos"."""
    before = page.words.key(at - 1)
    if before in {"de", "het"}:
        before = page.words.key(at - 2)
    return before in page.lexicon.listed("instance_prepositions")


def _goes_on_as_word(page: Page, at: int) -> bool:
    """Tell whether what follows shows that a word is meant and nobody: "Bos en water"."""
    words = page.words
    if words.key(at + 1) not in _BEGINS:
        return False
    paired = words.key(at + 1) in {"en", "of"} and at + 2 < len(words)
    return not (paired and words.capital[at + 2])
