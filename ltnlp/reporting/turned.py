"""A sentence turned round behind its day, as Dutch wants it: verb before subject."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_WORDS = re.compile(r"\S+")
_DETERMINERS = frozenset(
    "de het een zijn haar hun mijn ons onze deze die dit dat beide alle".split()
)
_PRONOUNS = frozenset("hij zij ze het er men".split())
_NO_SUBJECT = re.compile(
    r"(?:(?:daar|hier|waar|er)\w+|daar|hier|toen|nu|dan|zo|ook|wel|niet|nooit|al|alleen|samen"
    r"|eerst|later|daarna|vervolgens|uiteindelijk|inmiddels|helaas|thuis|buiten|terug|verder"
    r"|gisteren|vandaag|morgen|vanaf|sinds|sindsdien|intussen|ondertussen|soms|vaak|steeds"
    r"|weer|wat|wie|waarom|dat|dit|die|deze|en|maar|of|want|dus|omdat|als|geen|niemand|met|op|in)"
)
_MANY = frozenset("zijn gaan doen staan zien slaan".split())
_LONGEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """What a sentence may be turned round by.

    Attributes:
        verbs: finite verbs of the third person.
        leads: words of time whose place a day takes.
        names: names of more than one word, in small ("veilig thuis").
    """

    verbs: Collection[str] = frozenset()
    leads: Collection[str] = frozenset()
    names: Collection[str] = frozenset()


NO_TURNING = Turning()
"""Every sentence is left as it is told."""


def turned(sentence: str, by: Turning) -> str:
    """Return a sentence with its verb first, to stand behind a day; "" where unsure.

    "Moeder viel van de trap" becomes "viel moeder van de trap": the same words in
    another order. A sentence that already begins with a word of time loses that word,
    because the day takes its place ("Toen belde oma": "belde oma").
    """
    words = _WORDS.findall(sentence)
    low = [word.lower() for word in words]
    if len(words) > 2 and low[0] in by.leads and low[1] in by.verbs:
        return " ".join(words[1:])
    at = _verb(low, words, by)
    if not at or _NO_SUBJECT.fullmatch(low[0]):
        return ""
    named = " ".join(low[:at]) in by.names
    subject = words[:at] if named else [_small(words[0]), *words[1:at]]
    return " ".join([words[at], *subject, *words[at + 1 :]])


def _verb(low: list[str], words: list[str], by: Turning) -> int:
    """Return where the verb stands behind a plain subject; 0 where there is none."""
    for at in range(1, min(len(low) - 1, _LONGEST + 1)):
        if low[at] in by.verbs:
            named = " ".join(low[:at]) in by.names
            plain = _is_subject(low[:at], words[:at]) and _agrees(low[:at], low[at])
            return at if named or plain else 0
    return 0


def _is_subject(low: list[str], words: list[str]) -> bool:
    """Tell whether words are one plain subject: "de juf", "[Moeder-1]", "school"."""
    if any(re.search(r"[,:;.()\"“”]", word) for word in words):
        return False
    if len(low) == 1:
        return low[0] not in _DETERMINERS or low[0] in _PRONOUNS
    if low[0] in _DETERMINERS:
        return len(low) <= 3
    named = words[-1].startswith("[")
    return named or (len(low) == 3 and low[1] == "en")


def _agrees(subject: list[str], verb: str) -> bool:
    """Tell whether one or many fit the verb: "overdracht ontvangen" has no verb."""
    many = verb.endswith("en") or verb in _MANY
    plural = "en" in subject or subject[-1].endswith(("en", "s"))
    return plural or subject[-1] in _PRONOUNS or not many


def _small(word: str) -> str:
    """Return a word in small, but for a name or an abbreviation."""
    named = word[1:] != word[1:].lower() or len(word) < 2
    return word if named else word[:1].lower() + word[1:]
