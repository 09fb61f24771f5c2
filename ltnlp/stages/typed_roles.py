"""Roles as people type them → roles that name nobody: "moeder van Tim" is "moeder"."""

from collections.abc import Collection, Iterable

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.personnames import NameParts
from ltnlp.domain.words import cut

SHORTEST_NAME = 3
_LOOSE = word_set(
    "van de het der den een voor bij en of met uit in - s 's ( ) , : ; / '"
)


def name_words(names: Iterable[NameParts]) -> frozenset[str]:
    """Return the words by which people are called: given names and surnames."""
    words: set[str] = set()
    for name in names:
        for part in (*name.given, name.surname):
            words.update((part, *part.split("-"), *part.split()))
    return frozenset(word for word in words if len(word) >= SHORTEST_NAME)


def nameless(role: str, names: Collection[str]) -> str:
    """Return a role without the names in it, and what then hangs loose; "" for none.

    Args:
        role: as it was typed.
        names: folded words that name somebody.
    """
    words = cut(role)
    kept = [at for at, key in enumerate(words.keys) if not _names(key, names)]
    if len(kept) == len(words):
        return role
    while kept and words.keys[kept[0]] in _LOOSE:
        kept.pop(0)
    while kept and words.keys[kept[-1]] in _LOOSE:
        kept.pop()
    return " ".join(words.shown[at] for at in kept)


def _names(key: str, names: Collection[str]) -> bool:
    return key in names or key.removesuffix("s") in names


def holds_name(pseudonym: str, names: Collection[str]) -> bool:
    """Tell whether a pseudonym says who it should hide: "[Moeder-van-tim-1]"."""
    words = fold(pseudonym.strip("[]")).replace("-", " ").split()
    return any(_names(word, names) for word in words)
