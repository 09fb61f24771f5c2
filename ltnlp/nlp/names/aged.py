"""Ages that no form tells, by learned weights of what stands around a number.

The weights are made by `python -m benchmarks.names.learn_ages`; see `models/names/weights.md`.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.linear import chance
from ltnlp.nlp.names.ages import CHILD_WORDS
from ltnlp.nlp.names.letters import ENUMERATED
from ltnlp.nlp.names.lexicon import CLOSED
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.surroundings import kind_of
from ltnlp.nlp.names.years import OLDEST, VALUES, age_class
from ltnlp.nlp.resources import models_folder

WEIGHTS = "names/age_weights.json"
ENOUGH = 0.15
"""The chance from which a number is covered as an age."""
_NEAR, _NEARER = 8, 4
_YEARS = word_set("jaar jr")
_UNITS = {
    **dict.fromkeys(_YEARS, "years"),
    **dict.fromkeys(word_set("maanden maand mnd"), "months"),
    **dict.fromkeys(word_set("weken week wk wkn"), "weeks"),
    "dagen": "days",
}
_COUNTED = (
    word_set(
        ": keer maal uur uren euro cent minuten procent kinderen mensen personen kilo km meter graden "
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    | CHILD_WORDS
)
"""What stands behind a number that is no age."""
_TELLING = word_set("was is wordt werd geworden oud geboren")
_COPULAS = word_set("is was wordt werd ben bent")
_NUMBERS = {
    **{fold(word): years for word, years in VALUES.items()},
    **{str(years): years for years in range(1, OLDEST + 1)},
}


def find(page: Page) -> Iterator[Candidate]:
    """Yield numbers that are likely to be the age of a child."""
    for at in places(page):
        score = chance(_total(features(page, at)))
        if score >= ENOUGH:
            yield _candidate(page, at, score)


def places(page: Page) -> Iterator[int]:
    """Yield where numbers stand that an age can be."""
    if page.said.isdisjoint(_NUMBERS):
        return
    for at, key in enumerate(page.words.keys):
        if key in _NUMBERS and not _counts_else(page, at):
            yield at


def _counts_else(page: Page, at: int) -> bool:
    """Tell whether a number counts or numbers something: "acht keer", "kind 1"."""
    if page.words.key(at + 1) in _COUNTED or _lasts(page, at):
        return True
    if _DECIMAL.search(
        page.words.text, max(0, page.words.starts[at] - 2), page.words.ends[at] + 2
    ):
        return True
    before, figures = page.words.key(at - 1), page.words.keys[at].isdigit()
    return before in ENUMERATED or (figures and before in CHILD_WORDS)


_DECIMAL = re.compile(r"\d[,.]\d")


def _lasts(page: Page, at: int) -> bool:
    """Tell whether it is told how long something took: "een half jaar later", "achttien weken"."""
    keys = page.words.keys[at + 1 : at + 4]
    while keys and keys[0] in {"half", "halve"}:
        keys = keys[1:]
    unit = _UNITS.get(keys[0]) if keys else None
    many = _NUMBERS[page.words.keys[at]] > _MOST_WEEKS and unit in {"weeks", "days"}
    return many or (unit is not None and bool(keys[1:2]) and keys[1] in _SPANS)


_MOST_WEEKS = 12
"""Nobody tells the age of a child in more weeks or days."""
_SPANS = word_set("later geleden lang eerder tevoren daarvoor daarna terug")


def features(page: Page, at: int) -> list[str]:
    """Return what tells of the number at `at` whether it is an age."""
    words, size = page.words, _size(_NUMBERS[page.words.keys[at]])
    third, second, before = (_kind(page, at - n) for n in (3, 2, 1))
    behind, next_but_one = _kind(page, at + 1), _kind(page, at + 2)
    near = words.keys[max(0, at - _NEAR) : at]
    return [
        f"size {size}",
        f"figures {words.keys[at].isdigit()} {size}",
        f"before {before}",
        f"second {second}",
        f"before {second} {before}",
        f"before {third} {second} {before}",
        f"third {third}",
        f"behind {behind}",
        f"behind {behind} {next_but_one}",
        f"next but one {next_but_one}",
        f"{before} _ {behind}",
        f"{second} {before} _ {behind}",
        f"before {before} size {size}",
        f"behind {behind} size {size}",
        f"opens {words.opens[at]} behind {behind}",
        f"capital {words.capital[at]}",
        f"copula {not _COPULAS.isdisjoint(near[-_NEARER:])}",
        f"child {not CHILD_WORDS.isdisjoint(near)}",
    ]


def _size(years: int) -> str:
    for limit, size in ((1, "one"), (3, "few"), (12, "child"), (18, "teens")):
        if years <= limit:
            return size
    return "young"


def _kind(page: Page, at: int) -> str:
    """Return what the token at `at` is to a number beside it."""
    if at < 0:
        return "^"
    if at >= len(page.words):
        return "$"
    key = page.words.keys[at]
    if key in _UNITS:
        return _UNITS[key]
    if key in _NUMBERS or key.isdigit():
        return "9"
    if key in _TELLING or key in CHILD_WORDS:
        return key
    inside = page.words.capital[at] and not page.words.opens[at]
    return "Name" if inside and not page.flags[at] & CLOSED else kind_of(page, at)


def _candidate(page: Page, at: int, score: float) -> Candidate:
    words = page.words
    unit = _UNITS.get(words.key(_behind_half(page, at + 1)))
    behind = _behind_half(page, at + 1) + (unit is not None)
    years = _NUMBERS[words.keys[at]] if unit in {None, "years"} else 0
    return Candidate(
        passage=page.id,
        span=Span(start=words.starts[at], end=words.ends[behind - 1]),
        label=Label.AGE_PRECISE,
        found_by="aged",
        reason="surroundings",
        score=score,
        needs_review=True,
        role=age_class(years),
    )


def _behind_half(page: Page, at: int) -> int:
    """Return the index behind the half that goes with an age: "zes en een half"."""
    keys = page.words.keys[at : at + 3]
    if keys == ["en", "een", "half"]:
        return at + 3
    return at + 2 if keys[:2] == ["en", "half"] else at


def _total(told: list[str]) -> float:
    weights = _weights()
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in told)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    path = models_folder() / WEIGHTS
    loaded: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
