"""Indicators: words that stand near each other in any order and tell of a code."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.nlp.factors.stems import NEGATION, is_empty, stems

_SLACK = 4
_WEIGHTS = (0.0, 0.55, 0.8, 0.92)
_SHORT_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator: its stems, what it tells of, and how much it says alone.

    `polarity` is -1 for hampering, 1 for supporting, 0 where it says nothing of it.
    A `tight` one is made of small words, which must follow one another as written.
    """

    words: tuple[str, ...]
    code: str
    polarity: int
    weight: float
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An indicator found; `first` and `last` count stems of the text."""

    indicator: Indicator
    first: int
    last: int


def indicator(text: str, code: str, polarity: int) -> Indicator | None:
    """Make an indicator of words as written; None when there is no word in it."""
    written = stems(text)
    words = tuple(dict.fromkeys(word for word in written if not is_empty(word)))
    telling = [word for word in words if word != NEGATION]
    tight = len(written) > 1 and (not telling or len(words) == 1)
    if tight or (len(telling) == 1 and len(written) > len(words)):
        words = written if tight else tuple(dict.fromkeys(written))
    if not words or words == (NEGATION,):
        return None
    size = min(len(words), len(_WEIGHTS) - 1)
    short = len(words) == 1 and len(words[0]) <= _SHORT_STEM
    return Indicator(
        words=words,
        code=code,
        polarity=polarity,
        weight=_WEIGHTS[size] * (0.8 if short or tight else 1.0),
        tight=tight,
    )


class IndicatorIndex:
    """Finds which indicators a text shows."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Index the indicators by each of their words."""
        self._indicators = tuple(indicators)
        self._exact: dict[str, list[tuple[int, int]]] = {}
        self._prefix: dict[str, list[tuple[int, int]]] = {}
        for number, one in enumerate(self._indicators):
            for place, word in enumerate(one.words):
                target = self._prefix if word.endswith("*") else self._exact
                target.setdefault(word.rstrip("*"), []).append((number, place))

    def matches(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Return the indicators whose words all stand near each other.

        Args:
            words: stems of a text.
        """
        seen: dict[int, dict[int, list[int]]] = {}
        for at, word in enumerate(words):
            for number, place in self._found(word):
                seen.setdefault(number, {}).setdefault(place, []).append(at)
        found: list[Match] = []
        for number, places in seen.items():
            one = self._indicators[number]
            if len(places) == len(one.words):
                size = len(one.words)
                window = (
                    _in_a_row(places, size)
                    if one.tight
                    else _nearest(places, size + _SLACK)
                )
                if window:
                    found.append(Match(indicator=one, first=window[0], last=window[1]))
        return tuple(found)

    def _found(self, word: str) -> Iterable[tuple[int, int]]:
        yield from self._exact.get(word, ())
        for length in range(3, len(word) + 1):
            yield from self._prefix.get(word[:length], ())


def _in_a_row(places: Mapping[int, Sequence[int]], size: int) -> tuple[int, int] | None:
    """Return where the words follow one another as written, None when nowhere."""
    for start in places[0]:
        if all(start + place in places[place] for place in range(1, size)):
            return start, start + size - 1
    return None


def _nearest(
    places: Mapping[int, Sequence[int]], widest: int
) -> tuple[int, int] | None:
    """Return the narrowest stretch that holds one of each, None when too wide."""
    best: tuple[int, int] | None = None
    for start in places[min(places)]:
        chosen = [min(ats, key=lambda at: abs(at - start)) for ats in places.values()]
        first, last = min(chosen), max(chosen)
        apart = len(set(chosen)) == len(chosen)
        fits = apart and last - first < widest
        if fits and (best is None or last - first < best[1] - best[0]):
            best = (first, last)
    return best
