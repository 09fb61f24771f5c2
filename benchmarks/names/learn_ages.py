"""Learns which numbers are ages of children, and tells how that does on reviews left out.

    python -m benchmarks.names.learn_ages           each sixth of the reviews left out
    python -m benchmarks.names.learn_ages --write   weights of all, into `models/names`

Learned on train, development and names_development, as they are and in lower case; never
on a test part. A number that another label covers is no example.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.names.learn import SPLITS
from benchmarks.names.run import ROOT, read_split
from benchmarks.names.systems import Found, passages_of
from benchmarks.names.variants import variants
from benchmarks.names.weights import frequent, write_weights
from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import ages
from ltnlp.nlp.names.aged import ENOUGH, WEIGHTS, features, places
from ltnlp.nlp.names.detector import open_pages
from ltnlp.nlp.names.page import Page

_WRITTEN = ("as is", "lower")
_FEWEST = 4
_SMALLEST = 0.02
_PARTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number: its review, how that is written, its features, and whether it is an age."""

    review: str
    written: str
    features: list[str]
    age: bool
    ruled: bool


def main() -> None:
    """Measure with parts left out, or write the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names.learn_ages")
    parser.add_argument("--write", action="store_true")
    numbers = list(_numbers())
    if parser.parse_args().write:
        _write(numbers)
        return
    reviews = sorted({n.review for n in numbers})
    for part in (reviews[first::_PARTS] for first in range(_PARTS)):
        _tell([n for n in numbers if n.review not in part], numbers, part)


def _fit(numbers: Sequence[Number]) -> tuple[DictVectorizer, LogisticRegression]:
    kept = frequent((number.features for number in numbers), _FEWEST)
    rows = [{f: 1 for f in n.features if f in kept} for n in numbers]
    columns = DictVectorizer()
    model = LogisticRegression(C=1.0, max_iter=400)
    model.fit(columns.fit_transform(rows), [n.age for n in numbers])
    return columns, model


def _tell(
    learned: Sequence[Number], numbers: Sequence[Number], part: Sequence[str]
) -> None:
    columns, model = _fit(learned)
    left = [n for n in numbers if n.review in part and n.written == _WRITTEN[0]]
    table = columns.transform([dict.fromkeys(n.features, 1) for n in left])
    taken = [c >= ENOUGH for c in model.predict_proba(table)[:, 1]]
    pairs = list(zip(left, taken, strict=True))
    print(
        f"{', '.join(part)}: of {sum(n.age for n in left)} ages"
        f" {sum(n.age and one for n, one in pairs)} by weights,"
        f" {sum(n.age and n.ruled for n in left)} by rules,"
        f" {sum(n.age and (n.ruled or one) for n, one in pairs)} by both;"
        f" {sum(one and not (n.age or n.ruled) for n, one in pairs)} needless"
    )


def _write(numbers: Sequence[Number]) -> None:
    columns, model = _fit(numbers)
    weights = {"bias": round(float(model.intercept_[0]), 3)}
    for name, column in sorted(columns.vocabulary_.items()):
        if abs(model.coef_[0][column]) >= _SMALLEST:
            weights[name] = round(float(model.coef_[0][column]), 2)
    write_weights(ROOT / "models" / WEIGHTS, weights)


def _numbers() -> Iterator[Number]:
    for split in SPLITS:
        for name, texts, labels in read_split(split):
            for written, write in variants(_WRITTEN).items():
                changed, gold = write(texts[0], labels[0])
                passages = [
                    p for d, t in changed.documents.items() for p in passages_of(d, t)
                ]
                starts = {p.id: (p.document, p.span.start) for p in passages}
                for page in open_pages(passages):
                    yield from _of_page(name, written, page, starts[page.id], gold)


def _of_page(
    name: str, written: str, page: Page, start: tuple[str, int], gold: Sequence[Found]
) -> Iterator[Number]:
    text = page.words.text
    ruled = [c.span for c in ages.find(page.id, text, text.lower())]
    for at in places(page):
        offset = page.words.starts[at]
        labels = [
            g.label
            for g in gold
            if g.document == start[0] and g.start <= start[1] + offset < g.end
        ]
        if labels in ([], [Label.AGE_PRECISE]):
            yield Number(
                review=name,
                written=written,
                features=features(page, at),
                age=bool(labels),
                ruled=any(s.start <= offset < s.end for s in ruled),
            )


if __name__ == "__main__":
    main()
