"""Who a telling says did it, so that two tellings of one thing can be compared."""

import re
from collections.abc import Collection, Iterator, Mapping

_DEED = r"(?P<deed>\w*ge\w{2,}(?:d|t|en))\b"
_DOERS = (
    re.compile(rf"\bdoor (?:de |het )?(?P<who>[\w-]+) (?:[\w-]+ )?{_DEED}"),
    re.compile(
        rf"(?P<who>[\w-]+) (?:heeft|hebben|had|hadden) (?:[\w-]+ ){{0,2}}{_DEED}"
    ),
)
_FAMILY = frozenset({"moeder", "vader", "oma", "opa", "ouders", "stiefvader"})
_SHORTEST = 5
"""Letters of a word that can stand for a kind of organisation: "school"."""


def doers(words: str, kinds: Collection[str]) -> Mapping[str, str]:
    """Return by deed ("afgezegd") who did it, in lower case, as the words name them.

    Only the family and kinds of organisation are taken: of others nobody can tell
    whether two words mean two.

    Args:
        words: of a telling.
        kinds: of organisation that the telling names.
    """
    return {deed: who for who, deed in _told(words.lower()) if _known(who, kinds)}


def differ(one: str, other: str) -> bool:
    """Tell whether two words surely mean two parties: "school" and "wijkteam"."""
    return one not in other and other not in one


def _told(words: str) -> Iterator[tuple[str, str]]:
    for pattern in _DOERS:
        for found in pattern.finditer(words):
            yield found["who"], found["deed"]


def _known(who: str, kinds: Collection[str]) -> bool:
    long = len(who) >= _SHORTEST
    return who in _FAMILY or (long and any(who in kind for kind in kinds))
