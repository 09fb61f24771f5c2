"""Learns the weights for names that no rule tells, and tells how they do on reviews left out.

    python -m benchmarks.names.learn           each review left out in turn
    python -m benchmarks.names.learn --write   weights of all, into `models/names`

Learned on train, development and names_development, written in several ways: in lower
case, and with capitals; never on a test part. A name that the rules find is learned from as well, as if they
had not, but counts for less.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.names.run import ROOT, read_split
from benchmarks.names.systems import Found, Texts, passages_of
from benchmarks.names.variants import variants
from benchmarks.names.weights import frequent, write_weights
from ltnlp.domain.mentions import Label
from ltnlp.nlp.names.detector import NameDetector, open_pages
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.surroundings import Surroundings
from ltnlp.nlp.names.weighed import ENOUGH, LABELS, WEIGHTS

SPLITS = ("train", "development", "names_development")
WRITTEN = {
    False: (
        "lower", "spoken", "others+lower", "turkish+lower", "frisian+spoken",
        "surinamese+spoken",
    ),
    True: ("as is", "others", "bare", "turkish", "frisian+others", "surinamese"),
}  # fmt: skip
"""How the reviews are written, by whether capitals say something."""
_KINDS = {label: number for number, label in enumerate(LABELS, start=1)}
_KINDS[Label.ADDRESS] = _KINDS[Label.LOCATION]
_HIDDEN = 0.1
"""How much a name that the rules find counts beside one that they miss."""
_FEWEST = 6
"""A feature that is seen less often is left out."""
_SMALLEST = 0.03
_LOOSENESS = {False: 0.3, True: 1.0}
"""How far weights may go, chosen on reviews left out: lower case has more noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One word: its review, how it is written, its features and what it names."""

    review: str
    written: str
    capitals: bool
    letters: int
    features: list[str]
    kind: int
    hidden: bool


def main() -> None:
    """Measure with each review left out, or write the weights."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names.learn")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", choices=("lower", "capitals"))
    asked = parser.parse_args()
    for capitals in (False, True):
        if asked.only in {None, "capitals" if capitals else "lower"}:
            _learn(list(_rows(capitals=capitals)), capitals=capitals, write=asked.write)


def _learn(rows: Sequence[Row], *, capitals: bool, write: bool) -> None:
    if write:
        _write(rows, ROOT / "models" / WEIGHTS[capitals])
        return
    for review in sorted({row.review for row in rows}):
        fitted = Fitted([row for row in rows if row.review != review])
        first = WRITTEN[capitals][0]
        left = [r for r in rows if r.review == review and r.written == first]
        _tell(review, fitted, [r for r in left if not r.hidden])


class Fitted:
    """A logistic regression over the features of rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Fit it."""
        self._kept = frequent((row.features for row in rows), _FEWEST)
        self._columns = DictVectorizer()
        table = self._columns.fit_transform([self._counted(r) for r in rows])
        self._model = LogisticRegression(C=_LOOSENESS[rows[0].capitals], max_iter=300)
        self._model.fit(
            table,
            [row.kind for row in rows],
            sample_weight=[_HIDDEN if row.hidden else 1.0 for row in rows],
        )

    def _counted(self, row: Row) -> dict[str, int]:
        return {f: 1 for f in row.features if f in self._kept}

    def chances(self, rows: Sequence[Row]) -> list[float]:
        """Return for each row the chance that it names something."""
        table = self._columns.transform([self._counted(r) for r in rows])
        return [1 - float(one[0]) for one in self._model.predict_proba(table)]

    def weights(self) -> dict[str, list[float]]:
        """Return the weights of each feature against those of naming nothing."""
        against = self._model.coef_[1:] - self._model.coef_[0]
        bias = self._model.intercept_[1:] - self._model.intercept_[0]
        found = {"bias": [round(float(b), 3) for b in bias]}
        for name, column in sorted(self._columns.vocabulary_.items()):
            if np.abs(against[:, column]).max() >= _SMALLEST:
                found[name] = [round(float(w), 2) for w in against[:, column]]
        return found


def _tell(review: str, fitted: Fitted, rows: Sequence[Row]) -> None:
    chances = fitted.chances(rows) if rows else []
    enough = ENOUGH[rows[0].capitals] if rows else 1
    taken = [r for r, c in zip(rows, chances, strict=True) if c >= enough]
    missed = sum(r.letters for r in rows if r.kind)
    right = sum(r.letters for r in taken if r.kind)
    wrong = sum(r.letters for r in taken if not r.kind)
    print(f"{review:24} of {missed} missed letters {right} found, {wrong} needless")


def _write(rows: Sequence[Row], path: Path) -> None:
    write_weights(path, Fitted(rows).weights())


def _rows(*, capitals: bool) -> Iterator[Row]:
    for split in SPLITS:
        for name, texts, labels in read_split(split):
            for written, write in variants(WRITTEN[capitals]).items():
                read = write(texts[0], labels[0])
                yield from _of_review(name, written, *read, capitals=capitals)


def _of_review(
    name: str, written: str, texts: Texts, gold: Sequence[Found], *, capitals: bool
) -> Iterator[Row]:
    passages = [p for d, t in texts.documents.items() for p in passages_of(d, t)]
    found = NameDetector(rules_only=True).detect(passages, texts.roster)
    around = Surroundings(open_pages(passages), found, capitals=capitals)
    starts = {p.id: (p.document, p.span.start) for p in passages}
    for page in around.pages:
        document, start = starts[page.id]
        end = start + len(page.words.text)
        here = [
            g
            for g in gold
            if g.document == document and start <= g.start and g.end <= end
        ]
        for at, kind, features, hidden in _of_page(around, page, here, start):
            yield Row(
                review=name,
                written=written,
                capitals=capitals,
                letters=len(page.words.keys[at]),
                features=features,
                kind=kind,
                hidden=hidden,
            )


def _of_page(
    around: Surroundings, page: Page, gold: Sequence[Found], start: int
) -> Iterator[tuple[int, int, list[str], bool]]:
    kinds: dict[int, int | None] = {}
    shown = set(around.open(page))
    for one in gold:
        first = page.token_at(one.start - start)
        behind = page.token_at(one.end - 1 - start) + 1
        kind = _KINDS.get(Label(one.label))
        kinds |= dict.fromkeys(range(first, behind), kind)
        named = [at for at in range(first, behind) if at not in shown]
        if kind is None or not named:
            continue
        with around.hidden(page, first, behind):
            for at in named:
                if at in around.places(page):
                    yield at, kind, _without_found(around.features(page, at)), True
    for at in shown:
        known = kinds.get(at, 0)
        if known is not None:
            yield at, known, around.features(page, at), False


def _without_found(features: Sequence[str]) -> list[str]:
    return [feature for feature in features if not feature.startswith("found ")]


if __name__ == "__main__":
    main()
