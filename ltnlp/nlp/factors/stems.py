"""Words brought back to a stem, so that "wisselingen" and "wisselde" are one word."""

import re
import unicodedata
from functools import lru_cache

NEGATION = "¬"

_WORD = re.compile(r"\[[^\[\]\n]{2,60}-\d+\]|[^\W_](?:[^\W_]|['’\-](?=[^\W_]))*\*?")
_NEGATIONS = frozenset(
    ["niet", "geen", "nooit", "niemand", "niks", "niets", "zonder", "nauwelijks", "amper",
     "nergens", "noch"]
)  # fmt: skip
_EMPTY = frozenset(
    ["de", "het", "een", "en", "van", "te", "er", "we", "wij", "ik", "ze", "zij", "hij",
     "je", "u", "was", "is", "waren", "zijn", "werd", "had", "heeft", "hebben", "hadden",
     "heb", "dat", "die", "dit", "ook", "nog", "al", "zo", "dan", "toen", "maar", "om",
     "in", "op", "aan", "met", "voor", "bij", "naar", "door", "uit", "wel", "zich"]
)  # fmt: skip
_ENDINGS = (
    "elijkheden", "igheden", "lijkheid", "ingen", "heden", "elijke", "elijk", "igheid",
    "heid", "ende", "ing", "tjes", "tje", "jes", "end", "je", "en", "de",
    "te", "er", "e", "s",
)  # fmt: skip
_NO_PREFIX = frozenset(
    [
        "gezin",
        "gezinnen",
        "gesprek",
        "gesprekken",
        "gevoel",
        "gemeente",
        "gemeenten",
        "gegeven",
        "gegevens",
        "geweld",
        "geheim",
        "geluid",
    ]
)
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")
_DOUBLED = frozenset(letter * 2 for letter in "bcdfgklmnprst")
_SHORTEST = 3
_PARTICIPLE = 6


@lru_cache(maxsize=1024)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text in order; every negation is the same stem."""
    return tuple(map(stem, words(text)))


def words(text: str) -> list[str]:
    """Return the words of a text in order, lower-case; a pseudonym is one word."""
    return [word.lower() for word in _WORD.findall(text)]


def is_empty(word: str) -> bool:
    """Tell whether a stem says nothing by itself."""
    return word in _EMPTY


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one lower-case word; a pseudonym is its role."""
    if word.startswith("["):
        return stem(word[1:].split("-")[0])
    if word in _NEGATIONS:
        return NEGATION
    if word in _EMPTY:
        return word
    plain = _plain(word)
    bare = plain.rstrip("*")
    if plain.endswith("*"):
        return _folded(bare) + "*"
    if len(bare) >= _PARTICIPLE and bare.startswith("ge") and bare not in _NO_PREFIX:
        bare = bare[2:] if bare.endswith(("d", "t", "en")) else bare
    return _bare_of_t(_folded(_without_ending(bare)))


def _bare_of_t(word: str) -> str:
    """Drop the d or t of a conjugated form; "beeld" does not become "bel"."""
    if len(word) <= _SHORTEST + 1:
        return word
    if word.endswith("t"):
        return _folded(word[:-1])
    return word[:-1] if word.endswith("d") else word


def _plain(word: str) -> str:
    if word.isascii():
        return word.replace("-", "")
    decomposed = unicodedata.normalize("NFKD", word)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return letters.replace("’", "'").replace("-", "")


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _folded(word: str) -> str:
    """Undo what spelling does to a stem: doubled letters, v and f, z and s."""
    word = _LONG_VOWEL.sub(r"\1", word)
    if word[-2:] in _DOUBLED:
        word = word[:-1]
    if word.endswith("v"):
        word = word[:-1] + "f"
    return word[:-1] + "s" if word.endswith("z") else word
