"""Names that no rule tells, by learned weights of what surrounds a word.

Only what no rule found is looked at: in passages where capitals say nothing any word, in
the others those with a capital.
The weights are made by `python -m benchmarks.names.learn`; see `models/names/weights.md`.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ltnlp.domain.mentions import Candidate, Label, Shape
from ltnlp.nlp.linear import shares
from ltnlp.nlp.names.lexicon import CLOSED, WORD
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.surroundings import Surroundings
from ltnlp.nlp.resources import models_folder

WEIGHTS = {False: "names/lower_weights.json", True: "names/capital_weights.json"}
"""The files, by whether capitals say something."""
LABELS = (Label.PERSON, Label.LOCATION, Label.ORG_INSTANCE)
"""What the three weights of a feature speak for; nothing has the sum 0."""
ENOUGH = {False: 0.2, True: 0.25}
"""The chance from which a word is covered, by whether capitals say something."""
_TIMES = 6
"""One place lifts the chance of the same word elsewhere, but no more than so often."""
_DETERMINING = frozenset({"de", "het", "een", "geen", "die", "deze", "dit", "elke"})
_ARTICLES = frozenset({"de", "het", "t"})
_OWN = frozenset({"mijn", "zijn", "haar", "hun", "onze", "jouw"})
"""What the weights would take for a name beside kin: "mijn moeder"."""


_Weights = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guess:
    page: Page
    at: int
    label: Label
    chance: float


def find(pages: Sequence[Page], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names in lower case beside what is found already.

    Args:
        pages: all passages of the review.
        found: the candidates of the rules; their places are not looked at again.
    """
    flags = [(c.passage, c.span) for c in found if c.label is Label.ROLE]
    for capitals in (False, True):
        around = Surroundings(pages, found, capitals=capitals)
        guesses = list(_guesses(around, _weights(WEIGHTS[capitals])))
        likely = (g for g in lifted(guesses) if g.chance >= ENOUGH[capitals])
        chosen = [g for g in likely if not _is_thing(g)]
        for run in _runs(chosen):
            made = _candidate(run)
            # A flag is for a person to decide on: "de wijkagent van Zuid".
            if not any(p == made.passage and made.span.overlaps(s) for p, s in flags):
                yield made


def _is_thing(guess: _Guess) -> bool:
    """Tell whether an article makes a common word the thing itself: "de storm", "een roos"."""
    page, at = guess.page, guess.at
    if page.plain and page.words.keys[at] in _OWN:
        return True
    if page.plain and page.flags[at] & WORD and page.words.key(at - 1) == "er":
        return True
    if guess.label is not Label.PERSON or not page.plain or not page.flags[at] & WORD:
        return False
    return page.words.joined(at) and page.words.keys[at - 1] in _DETERMINING


def _guesses(around: Surroundings, weights: Mapping[str, _Weights]) -> Iterator[_Guess]:
    by_word: dict[str, _Weights] = {}
    for page in around.pages:
        for at in around.open(page):
            # Upper and lower case of one word have sums of their own.
            shown = page.words.shown[at]
            if shown not in by_word:
                by_word[shown] = sums(around.of_word(page, at), weights)
            told = _added(by_word[shown], around.of_place(page, at), weights)
            yield _guess(page, at, told)


def sums(features: Iterable[str], weights: Mapping[str, _Weights]) -> _Weights:
    """Return exact sums: features come in any order, two runs give the same chance."""
    told = (weights[feature] for feature in features if feature in weights)
    person, place, instance = map(math.fsum, zip(weights["bias"], *told, strict=True))
    return person, place, instance


def _added(
    totals: _Weights, features: Sequence[str], weights: Mapping[str, _Weights]
) -> _Weights:
    person, place, instance = totals
    for feature in features:
        told = weights.get(feature)
        if told is not None:
            person += told[0]
            place += told[1]
            instance += told[2]
    return person, place, instance


def _guess(page: Page, at: int, totals: _Weights) -> _Guess:
    nothing, *chances = shares((0.0, *totals))
    likeliest = max(range(len(LABELS)), key=chances.__getitem__)
    return _Guess(page=page, at=at, label=LABELS[likeliest], chance=1 - nothing)


def lifted(guesses: Sequence[_Guess]) -> Iterator[_Guess]:
    """Yield the guesses, each lifted by the two surest of the same word."""
    by_word: dict[str, list[_Guess]] = defaultdict(list)
    for guess in guesses:
        by_word[guess.page.words.keys[guess.at]].append(guess)
    for same in by_word.values():
        surest = sorted(same, key=lambda g: -g.chance)[:2]
        both = sum(g.chance for g in surest) / 2
        for guess in same:
            lone = len(same) == 1 or guess.page.flags[guess.at] & CLOSED
            up = guess.chance if lone else min(both, guess.chance * _TIMES)
            label = guess.label if lone else surest[0].label
            chance = max(guess.chance, up)
            same_told = chance == guess.chance and label is guess.label
            yield guess if same_told else replace(guess, chance=chance, label=label)


def _runs(guesses: Iterable[_Guess]) -> Iterator[list[_Guess]]:
    """Yield guesses of one label that stand side by side as one."""
    run: list[_Guess] = []
    for guess in sorted(guesses, key=lambda g: (g.page.id, g.at)):
        if run and _goes_on(run[-1], guess):
            run.append(guess)
            continue
        if run:
            yield run
        run = [guess]
    if run:
        yield run


def _goes_on(last: _Guess, guess: _Guess) -> bool:
    beside = guess.page is last.page and guess.at == last.at + 1
    same = guess.label is last.label and guess.label is not Label.PERSON
    return beside and same and guess.page.words.joined(guess.at)


def _candidate(run: Sequence[_Guess]) -> Candidate:
    page, first, behind = run[0].page, run[0].at, run[-1].at + 1
    words, label = page.words, run[0].label
    article = words.key(first - 1) in _ARTICLES
    if (
        article
        and label is Label.ORG_INSTANCE
        and (page.plain or words.capital[first - 1])
    ):
        first -= 1
    if label is Label.LOCATION and words.key(behind).isdigit():
        behind, label = behind + 1, Label.ADDRESS
    chance = max(guess.chance for guess in run)
    made = page.candidate(first, behind, label, "weighed", "surroundings", chance)
    shape = Shape.GIVEN if label is Label.PERSON else None
    return replace(made, shape=shape, needs_review=True)


@lru_cache(maxsize=2)
def _weights(name: str) -> dict[str, _Weights]:
    loaded = json.loads((models_folder() / name).read_text(encoding="utf-8"))
    return {feature: tuple(weights) for feature, weights in loaded.items()}
