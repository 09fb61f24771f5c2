"""Interfixes: where the surname stands that they begin, and how sure they are of one."""

from functools import lru_cache

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    INTERFIX,
    KIN,
    NOT_NAME,
    PLACE,
    ROLE,
    SURNAME,
    TITLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page

MOST_INTERFIXES = 3
_BOTH = word_set("groot klein oude")


def behind_interfixes(page: Page, at: int) -> int:
    """Return the index behind the interfixes at `at`: "van 't Hof", "de Vries"."""
    part, words = at, page.words
    while part < len(words) and part - at < MOST_INTERFIXES:
        if page.flags[part] & INTERFIX:
            part += 1
        elif part > at and words.shown[part] in "'’‘" and words.key(part + 1) == "t":
            part += 2
        else:
            break
    return without_surname(page, part, at)


def without_surname(page: Page, behind: int, at: int) -> int:
    """Step back over an interfix that is the surname itself: "de Groot"."""
    words = page.words
    if behind <= at or words.keys[behind - 1] not in _BOTH:
        return behind
    goes_on = behind < len(words) and words.joined(behind)
    if goes_on and (page.capital(behind) or page.flags[behind] & SURNAME):
        return behind
    return behind - 1


def strong_interfix(page: Page, at: int, part: int) -> bool:
    """Tell whether the interfixes in the tokens [at, part) surely begin a surname."""
    shown = " ".join(page.words.keys[at:part]).replace("' t", "'t")
    return _is_strong(shown, page.lexicon.listed("strong_interfixes"))


@lru_cache(maxsize=2_000)
def _is_strong(shown: str, strong: frozenset[str]) -> bool:
    return any(shown == s or shown.startswith(s + " ") for s in strong)


def cut_interfix(page: Page, at: int, part: int) -> bool:
    """Tell whether "v.d." or "v/d" stands there, which nothing but a surname follows."""
    shown = page.words.shown[at:part]
    cut_down = len(shown) == 1 and ("." in shown[0] or "/" in shown[0])
    return cut_down and page.words.keys[at][0] == "v"


def only_before_family(page: Page, at: int, part: int) -> bool:
    """Tell whether nothing but a surname follows, a word of the language too: "ten Hoor"."""
    sure = " ".join(page.words.keys[at:part]) in {"ten", "ter", "van der", "van den"}
    return sure and not (page.words.capital[at] or page.words.opens[part])


def known_surname(page: Page, at: int, part: int) -> bool:
    """Tell whether interfixes and surname together stand in the gazetteer."""
    return tuple(page.words.keys[at : part + 1]) in page.lexicon.surnames


def behind_double(page: Page, at: int) -> int:
    """Return the index behind a double surname that begins at `at`, else 0.

    One whose hyphen has an interfix behind it: "Jansen-van der Berg", "mulder-de wit".
    """
    words = page.words
    if at >= len(words) or "-" not in words.keys[at]:
        return 0
    if not page.lexicon.flag(words.keys[at].rpartition("-")[2]) & INTERFIX:
        return 0
    part = behind_interfixes(page, at + 1)
    if part >= len(words) or not all(map(words.joined, range(at + 1, part + 1))):
        return 0
    cased = page.capital(at) and page.capital(part)
    plain = page.plain and len(words.keys[part]) > 1 and words.shown[part].isalpha()
    return part + 1 if cased or plain else 0


_MIDDLE = frozenset({"thi", "van"})
_LONGEST_SYLLABLE = 6
_MOST_SYLLABLES = 3
_NO_SYLLABLE = CLOSED | VERB | KIN | ROLE | TITLE | NOT_NAME | PLACE


def behind_family_first(page: Page, at: int) -> int:
    """Return the index behind a name whose family name stands first, else 0.

    "Nguyen Thi Hoa", "xi wei": short names follow, which no mark parts from it.
    """
    words = page.words
    if words.keys[at] not in page.lexicon.listed("family_first"):
        return 0
    behind = at + 1
    while behind - at <= _MOST_SYLLABLES and _is_syllable(page, at, behind):
        behind += 1
    if words.keys[behind - 1] == "van":
        behind -= 1
    return behind if behind > at + 1 else 0


def _is_syllable(page: Page, first: int, at: int) -> bool:
    words = page.words
    if at >= len(words) or not words.joined(at) or words.opens[at]:
        return False
    key, flag = words.keys[at], page.flags[at]
    if page.capital(first) and not page.capital(at):
        return False
    if key in _MIDDLE:
        return True
    if not key.isalpha() or len(key) > _LONGEST_SYLLABLE or flag & _NO_SYLLABLE:
        return False
    return page.capital(at) or (page.plain and not flag & WORD)
