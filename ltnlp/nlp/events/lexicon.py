"""The words that tell a kind of happening, no event at all, or that somebody knew."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ltnlp.domain.events import NoEvent
from ltnlp.nlp.resources import load_yaml
from ltnlp.nlp.wordsearch import WordSearches

OTHER = "overig"
COUNTS = (
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
)

_TIMES = re.compile(
    rf"(?<!\w)(?:(?P<word>{'|'.join(COUNTS[1:])})(?:maal| keer| maal)"
    r"|(?P<number>[2-9])\s?(?:x|keer|maal))(?!\w)(?! (?:per|in de) )"
)
DECISIVE = (
    "incident",
    "afwijzing",
    "terugkoppeling",
    "overdracht",
    "advies",
    "melding",
)

_REASONS: Mapping[str, NoEvent] = {
    "law": NoEvent.LAW,
    "citation": NoEvent.CITATION,
    "question": NoEvent.QUESTION,
    "counterfactual": NoEvent.COUNTERFACTUAL,
    "opinion": NoEvent.OPINION,
    "general": NoEvent.GENERAL,
    "greeting": NoEvent.HEADING,
    "birth": NoEvent.BIRTH,
    "heading": NoEvent.HEADING,
}


@lru_cache(maxsize=1)
def _types() -> tuple[Mapping[str, float], WordSearches]:
    data = load_yaml("events/types.yaml")["types"]
    weights = {name: float(entry["weight"]) for name, entry in data.items()}
    return weights, WordSearches({name: one["words"] for name, one in data.items()})


@lru_cache(maxsize=1)
def _no_events() -> WordSearches:
    return WordSearches(load_yaml("events/no_events.yaml"))


@lru_cache(maxsize=1)
def _knowing() -> WordSearches:
    return WordSearches(load_yaml("events/knowing.yaml"))


def types_in(text: str) -> tuple[tuple[str, float], ...]:
    """Return the kinds of happening that lower-case `text` names, with weights.

    The decisive ones first (an answer outweighs what was asked), then in the order of
    the words; empty when it names none.
    """
    weights, words = _types()
    found = [
        (
            DECISIVE.index(name) if name in DECISIVE else len(DECISIVE),
            start,
            (name, weights[name]),
        )
        for name, start in words.starts(text)
    ]
    return tuple(pair for _, _, pair in sorted(found))


def no_event(text: str) -> NoEvent | None:
    """Return why lower-case `text` tells no event; None when nothing says so."""
    reason = _no_events().first(text)
    return _REASONS[reason] if reason else None


def times(text: str) -> int:
    """Return how often it happened according to lower-case `text`, 1 if not said."""
    found = _TIMES.search(text)
    if found is None:
        return 1
    word = found["word"] or found["number"]
    return int(word) if word.isdigit() else COUNTS.index(word) + 1


def knowing(text: str) -> str | None:
    """Return how somebody knows, or not, according to lower-case `text`."""
    return _knowing().first(text)
