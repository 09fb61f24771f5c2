"""What a text speaks of: concepts of the field, told in anybody's words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ltnlp.nlp.factors.indicators import Indicator, IndicatorIndex, Match
from ltnlp.nlp.factors.stems import NEGATION, is_empty, words
from ltnlp.nlp.factors.weighing import Scores
from ltnlp.nlp.factors.wordforms import Lexicon, WordForms, read_lexicon
from ltnlp.nlp.resources import load_yaml

_FILES = ("information", "direction", "access", "people", "problems", "craft")
_LEFT = 0.45
_CLASS, _LIGHT, _DENIAL, _SMALL = 0.4, 0.5, 0.3, 0.15
_BEFORE, _AFTER = 3, 2
_NAME = re.compile(r"[^\W_](?:[^\W_]|['’\-](?=[^\W_]))*\*?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept: its neighbours, what it means denied, how people say it."""

    id: str
    near: tuple[str, ...]
    denied: str | None
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What each word of a text counts as, and how much of each concept it tells."""

    keys: tuple[tuple[str, ...], ...]
    concepts: Mapping[int, float]


class Thesaurus:
    """Finds concepts in texts, by expressions that stand near each other."""

    def __init__(self, concepts: Sequence[Concept], lexicon: Lexicon) -> None:
        """Index what people say, by the words it is made of."""
        self.concepts = tuple(concepts)
        at = {one.id: n for n, one in enumerate(self.concepts)}
        self._denied = {at[c.id]: at[c.denied] for c in self.concepts if c.denied}
        self.near = [(at[c.id], at[other]) for c in self.concepts for other in c.near]
        told = [
            (at[concept.id], expression(say, str(at[concept.id]), lexicon))
            for concept in self.concepts
            for say in concept.say
        ]
        self.said = _said(told, lexicon)
        known = [one for _, one in told if one is not None]
        self._index = IndicatorIndex(known)
        self._forms = WordForms(lexicon, {w for one in known for w in one.words})

    def read(self, text: str) -> Told:
        """Return what a text tells."""
        keys = self.keys(text)
        return Told(keys=keys, concepts=self.concepts_of(keys))

    def keys(self, text: str) -> tuple[tuple[str, ...], ...]:
        """Return what each word of a text counts as."""
        look_up = self._forms.keys
        return tuple([look_up(word) for word in words(text)])

    def concepts_of(self, keys: Sequence[Sequence[str]]) -> Mapping[int, float]:
        """Return how much each concept is told, 0 to 1; concepts by their number."""
        places: dict[str, list[int]] = {}
        for at, each in enumerate(keys):
            for key in each:
                places.setdefault(key, []).append(at)
        denials = places.get(NEGATION, ())
        found: dict[int, float] = {}
        for match in self._index.among(places):
            number = self._meant(match, denials)
            left = (1 - found.get(number, 0.0)) * (1 - match.indicator.weight)
            found[number] = 1 - left
        return found

    def _meant(self, match: Match, denials: Sequence[int]) -> int:
        """Return the concept, or what it means where a denial stands by it."""
        number = int(match.indicator.code)
        if number not in self._denied or NEGATION in match.indicator.words:
            return number
        first, last = match.first - _BEFORE, match.last + _AFTER
        denied = any(first <= at <= last for at in denials)
        return self._denied[number] if denied else number


def expression(text: str, code: str, lexicon: Lexicon) -> Indicator | None:
    """Make an indicator of an expression; None when it has no telling word.

    Words in capitals are classes. Small words count only beside one telling word.
    """
    written = [lexicon.plain(word) for word in _NAME.findall(text)]
    whole = tuple(dict.fromkeys(written))
    kept = tuple(word for word in whole if not is_empty(word))
    telling = [word for word in kept if word != NEGATION]
    if not telling or (len(kept) < len(whole) and len(telling) == 1):
        kept = whole
    if not telling or (telling[0] in lexicon.names and len(telling) == 1):
        return None
    units = sum(_units(word, lexicon) for word in kept)
    return Indicator(words=kept, code=code, polarity=0, weight=1 - _LEFT**units)


def _said(
    told: Sequence[tuple[int, Indicator | None]], lexicon: Lexicon
) -> Mapping[int, Mapping[str, float]]:
    """Return the words of each concept, each with how much of an expression it is."""
    found: dict[int, dict[str, float]] = {}
    for number, one in told:
        units = {} if one is None else {w: _units(w, lexicon) for w in one.words}
        whole = sum(units.values())
        words_of = found.setdefault(number, {})
        for word, unit in units.items():
            if unit >= _CLASS:
                words_of[word] = max(words_of.get(word, 0.0), unit * unit / whole)
    return found


def _units(word: str, lexicon: Lexicon) -> float:
    if word in lexicon.names:
        return _CLASS
    if is_empty(word):
        return _SMALL
    if word in lexicon.light:
        return _LIGHT
    return _DENIAL if word == NEGATION else 1.0


def spreading(thesaurus: Thesaurus, share: float) -> Scores:
    """Return how much each concept (row) says of each other (column)."""
    size = len(thesaurus.concepts)
    matrix = np.eye(size)
    for one, other in thesaurus.near:
        matrix[one, other] = matrix[other, one] = share
    return matrix


@lru_cache(maxsize=1)
def field_thesaurus() -> Thesaurus:
    """Return the thesaurus of `models/thesaurus`."""
    scenes = load_yaml("thesaurus/scenes.yaml")["scenes"]
    return Thesaurus(
        [
            Concept(
                id=name,
                near=tuple(one.get("near", ())),
                denied=one.get("not"),
                say=tuple(map(str, (*one["say"], *scenes.get(name, ())))),
            )
            for file in _FILES
            for name, one in load_yaml(f"thesaurus/{file}.yaml")["concepts"].items()
        ],
        read_lexicon(),
    )
