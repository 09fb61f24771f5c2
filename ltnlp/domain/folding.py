"""One spelling for what is one name: no capitals, no accents, no kinds of apostrophe."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {
        "ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d",
        "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th",
        "ð": "d", "’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "‑": "-",
        "–": "-", "ĳ": "ij", "Ĳ": "ij",
        # Marks inside a word that print nothing.
        "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "",
    }
)  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with plain apostrophes."""
    if text.isascii():
        return text.lower()
    split = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in split if not unicodedata.combining(c)).lower()


def bare(text: str) -> str:
    """Return `text` without accents, its capitals kept: "HŞ" → "HS"."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFKD", text)
    return "".join(c for c in split if not unicodedata.combining(c))


def near(one: str, other: str) -> bool:
    """Tell whether one edit turns the one into the other.

    An edit is one letter more, less or other, or two neighbours swapped.
    """
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1]
    return short[at + 1 :] == long[at + 1 :] or (
        swapped == long[at : at + 2] and short[at + 2 :] == long[at + 2 :]
    )


@lru_cache(maxsize=20_000)
def less_one(word: str) -> frozenset[str]:
    """Return `word` and all that is left of it when one letter is taken out.

    Two words that are `near` share one of these: they are what to look them up by.
    """
    return frozenset((word, *(word[:i] + word[i + 1 :] for i in range(len(word)))))


_SOUNDS = tuple(
    (re.compile(form), sound)
    for form, sound in (
        ("ij|ei|y", "y"),
        ("uy|uij", "ui"),
        ("qu|kw", "kw"),
        ("sch(?=$|[^aeiou])|sz|z", "s"),
        ("ph|v", "f"),
        ("th|dt$|d$", "t"),
        ("ck|c(?![hiey])|q", "k"),
        ("ae", "a"),
        ("h(?![aeiouy])", ""),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """Return how a folded name sounds, roughly: "de ruijter" and "de ruyter" are one.

    Spelling that Dutch clerks mix up is levelled: ij and y, z and s, dt and t, doubled
    letters. Names that sound otherwise stay apart.
    """
    for form, levelled in _SOUNDS:
        name = form.sub(levelled, name)
    return name


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two folded names are two spellings of one, and not one spelling."""
    return one != other and sound(one) == sound(other)


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text` as a set: how short lists stand in the code."""
    return frozenset(text.split())
