"""Indicators: words that stand near each other in any order and tell of a code."""

from collections import Counter, defaultdict
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
        """Index each indicator by the one of its words that fewest others have."""
        self._indicators = tuple(indicators)
        self._words = frozenset(word for one in self._indicators for word in one.words)
        self._needed = [frozenset(one.words) for one in self._indicators]
        common = Counter(word for words in self._needed for word in words)
        self._rarest: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self._indicators):
            rarest = min(one.words, key=lambda word: common[word])
            self._rarest[rarest].append(number)

    def matches(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Return the indicators whose words all stand near each other.

        Args:
            words: stems of a text.

        Returns:
            Those whose first word stands first come first.
        """
        return self.among(self._places(words))

    def among(self, places: Mapping[str, Sequence[int]]) -> tuple[Match, ...]:
        """Return what `matches` does, for words that were looked up already.

        Args:
            places: where each word stands, in order.
        """
        found: list[tuple[tuple[int, int, int], Match]] = []
        there = frozenset(places)
        for word in places:
            for number in self._rarest.get(word, ()):
                if not self._needed[number] <= there:
                    continue
                one = self._indicators[number]
                match = _match(one, [places[each] for each in one.words])
                if match is not None:
                    begin = min((places[w][0], _length(w)) for w in one.words)
                    found.append(((*begin, number), match))
        return tuple(match for _, match in sorted(found, key=lambda each: each[0]))

    def _places(self, words: Sequence[str]) -> dict[str, list[int]]:
        """Return where each word stands that indicators have; "les*" is a beginning."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            whole = () if word.endswith("*") else (word,)
            for each in (*whole, *(f"{word[:n]}*" for n in range(3, len(word) + 1))):
                if each in self._words:
                    places.setdefault(each, []).append(at)
        return places


def _length(word: str) -> int:
    """Return the length of a beginning, 0 for a whole word, which goes before it."""
    return len(word) if word.endswith("*") else 0


def _match(one: Indicator, places: Sequence[Sequence[int]]) -> Match | None:
    size = len(one.words)
    near = _in_a_row(places, size) if one.tight else _nearest(places, size + _SLACK)
    return Match(indicator=one, first=near[0], last=near[1]) if near else None


def _in_a_row(places: Sequence[Sequence[int]], size: int) -> tuple[int, int] | None:
    """Return where the words follow one another as written, None when nowhere."""
    for start in places[0]:
        if all(start + place in places[place] for place in range(1, size)):
            return start, start + size - 1
    return None


def _nearest(places: Sequence[Sequence[int]], widest: int) -> tuple[int, int] | None:
    """Return the narrowest stretch that holds one of each, None when too wide."""
    best: tuple[int, int] | None = None
    for start in places[0]:
        chosen = [min(ats, key=lambda at: abs(at - start)) for ats in places]
        first, last = min(chosen), max(chosen)
        apart = len(set(chosen)) == len(chosen)
        fits = apart and last - first < widest
        if fits and (best is None or last - first < best[1] - best[0]):
            best = (first, last)
    return best
