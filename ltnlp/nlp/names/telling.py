"""Parts of names that are no ordinary words, and forms that are no ordinary numbers."""

import re
from collections.abc import Iterator

from ltnlp.domain.mentions import Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    KIN,
    NAME,
    NOT_NAME,
    PLACE,
    ROLE,
    STARTS_INSTANCE,
    STARTS_ROLE,
    TITLE,
    VERB,
    WORD,
    lexicon,
)
from ltnlp.nlp.names.patterns import candidates

_ORDINARY = WORD | CLOSED | VERB | FIELD | PLACE | TITLE | KIN | ROLE | NOT_NAME
_ORDINARY |= STARTS_INSTANCE | STARTS_ROLE
_BESIDE = CLOSED | VERB | FIELD | TITLE | KIN | ROLE | STARTS_INSTANCE | STARTS_ROLE
_SHORTEST = 5
_SHORTEST_LISTED = 4
_TESTED = frozenset(
    {Label.EMAIL, Label.IBAN, Label.BSN, Label.PHONE, Label.LICENCE_PLATE}
)
_POSTCODE = "vorm postcode"
_YEAR = re.compile(r"(?:19|20)\d\d\s")
"""How a year before an abbreviation begins: "in januari 2022 VT gebeld"."""


def tells_somebody(part: str) -> bool:
    """Tell whether a folded given name or surname is no ordinary word, in any form."""
    words = lexicon()
    flag = words.flag(part)
    if flag & _ORDINARY or words.vocabulary.ordinary(part):
        return False
    return len(part) >= (_SHORTEST_LISTED if flag & NAME else _SHORTEST)


def may_be_called(word: str) -> bool:
    """Tell whether a word with a capital beside a name is another part of it.

    "Zwaantje" beside "Pollema" is, "Wijkagent" and "Volgens" are not.
    """
    return not lexicon().flag(word) & _BESIDE


def is_said_anyway(word: str) -> bool:
    """Tell whether a folded word is one that any text may hold: "na", "wil", "kruik".

    A word that no list knows as a name, too: where it was taken for one, it need not be one
    elsewhere.
    """
    flag = lexicon().flag(word)
    plain = flag & WORD and not flag & (NAME | PLACE)
    return bool(flag & (CLOSED | VERB | FIELD) or plain)


def checked_forms(text: str) -> Iterator[Span]:
    """Yield what has the form of a number that identifies, and passes its test.

    Telephone, account and citizen numbers, addresses on the net and of houses, licence
    plates: not what only looks like a case number, for an output holds our own codes.
    """
    for found in candidates("", text):
        postcode = found.reason == _POSTCODE and not _YEAR.match(found.span.of(text))
        if found.label in _TESTED or postcode:
            yield found.span
