"""`python -m benchmarks.dates.trust [--left-out]`: what tells a right date from a wrong one.

Learnt on the labelled train and development reviews; the engine shows the share as its
confidence in whole documents, and flags what lies below a limit. With `--left-out` each
review is left out in turn, and a table shows what a limit costs on what was not seen.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.dates.gold import read
from benchmarks.dates.run import TOLD, labelled_reviews
from benchmarks.dates.score import is_right, matched
from benchmarks.dates.systems import ours
from benchmarks.dates.told import told_items
from ltnlp.nlp.dates.trust import Trust

HEAD = """\
# How likely an answer in a whole document is right: log odds by circumstance.
# Made by `python -m benchmarks.dates.trust` from the labelled train and development
# reviews and the told texts; not to be edited by hand. What the names mean stands in
# ltnlp/nlp/dates/circumstances.py. Below `flag_below` it is for a person to look at."""

FLAG_BELOW = 0.92
LIMITS = (0.5, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97)
_SELDOM = 3
_SHRUNK = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer that meets a label: where, under which circumstances, and if right."""

    review: str
    held: tuple[str, ...]
    right: bool
    valued: bool
    doubted: bool


def answered(paths: Sequence[Path]) -> list[Answered]:
    """Return all answers of some golds that stand where a label is."""
    found = []
    for path in paths:
        for item in told_items(path) if path == TOLD else read(path):
            for label, answer in matched(item.expected, ours(item)):
                if answer is None:
                    continue
                found.append(
                    Answered(
                        review=path.name,
                        held=answer.held,
                        right=is_right(label, answer),
                        valued=answer.edtf is not None,
                        doubted="doubted" in answer.held,
                    )
                )
    return found


def fitted(answers: Sequence[Answered]) -> Trust:
    """Return the weights that tell the right answers from the wrong ones."""
    often = Counter(name for each in answers for name in each.held)
    kept = {name for name, count in often.items() if count >= _SELDOM}
    rows = [dict.fromkeys((n for n in each.held if n in kept), 1.0) for each in answers]
    columns = DictVectorizer()
    model = LogisticRegression(C=_SHRUNK, max_iter=2000)
    model.fit(columns.fit_transform(rows), [each.right for each in answers])
    names = columns.get_feature_names_out()
    weights = {
        n: round(float(w), 2) for n, w in zip(names, model.coef_[0], strict=True)
    }
    return Trust(
        begin=round(float(model.intercept_[0]), 2),
        weights={name: weight for name, weight in sorted(weights.items()) if weight},
        flag_below=FLAG_BELOW,
    )


def left_out(answers: Sequence[Answered]) -> list[tuple[Answered, float]]:
    """Return every answer with its share by the weights of the other reviews."""
    pairs = []
    for name in sorted({each.review for each in answers}):
        weights = fitted([each for each in answers if each.review != name])
        own = [each for each in answers if each.review == name]
        pairs += [(each, weights.share(each.held)) for each in own]
    return pairs


def table(pairs: Sequence[tuple[Answered, float]]) -> None:
    """Print what is flagged, and what is sure and wrong, by limit."""
    print("| flagged below | flagged | of which wrong | sure and wrong |")
    print("|---|---|---|---|")
    for limit in LIMITS:
        flagged = [a for a, share in pairs if share < limit or not a.valued]
        sure = [a for a, share in pairs if share >= limit and a.valued]
        wrong = sum(not a.right for a in flagged) / max(len(flagged), 1)
        missed = sum(not a.right for a in sure) / len(pairs)
        part = len(flagged) / len(pairs)
        print(f"| {limit:.2f} | {part:.3f} | {wrong:.3f} | {missed:.3f} |")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the weights, or what they are worth on reviews left out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates.trust")
    parser.add_argument("--left-out", action="store_true")
    asked = parser.parse_args(arguments)
    answers = answered([*labelled_reviews(), TOLD])
    if asked.left_out:
        table(left_out(answers))
        return
    weights = fitted(answers)
    print(HEAD)
    print(f"begin: {weights.begin}\nflag_below: {weights.flag_below}\nweights:")
    for name, weight in weights.weights.items():
        print(f"  {name}: {weight}")


if __name__ == "__main__":
    main()
