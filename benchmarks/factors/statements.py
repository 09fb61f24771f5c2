"""Patterns of statements with a codebook given at run time, beside a peer.

The peer is TF-IDF over runs of letters and the nearest entry: a few lines of
scikit-learn. It answers as often as we do, where it is surest. No text is printed.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.corpus.places import ROOT
from ltnlp.nlp.factors.classifier import HybridClassifier
from ltnlp.nlp.factors.codebook import Entry, read_codebook

CASES = ROOT / "tests" / "cases" / "patterns"
PARTS = ("dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """What a method makes of one statement: entries best first; surest is highest."""

    best: tuple[str, ...]
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares: of statements with a pattern, of those answered, and answered of all."""

    first: float
    three: float
    precision: float
    coverage: float


def main() -> None:
    """Print a line for each set and method."""
    print("| set | method | top-1 | top-3 | precision | coverage |")
    print("|---|---|---|---|---|---|")
    for path in sorted(CASES.glob("codebook_*.jsonl")):
        entries = read_codebook(path)
        ours = HybridClassifier(entries)
        for part in PARTS:
            name = f"{path.stem.replace('codebook', 'set')}_{part}"
            if not (CASES / f"{name}.jsonl").exists():
                continue
            cases = statements(CASES / f"{name}.jsonl")
            texts = [case["text"] for case in cases]
            made = ranked(ours, texts)
            answered = sum(one.sure > 0 for one in made)
            peer = at_coverage(nearest(entries, texts), answered)
            for method, found in (("ltnlp", made), ("letters, nearest", peer)):
                f = figures(cases, found)
                print(
                    f"| {name} | {method} | {f.first:.2f} | {f.three:.2f} |"
                    f" {f.precision:.2f} | {f.coverage:.2f} |"
                )


def statements(path: Path) -> list[dict[str, Any]]:
    """Return the labelled statements of a file in JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def ranked(classifier: HybridClassifier, texts: Sequence[str]) -> list[Ranking]:
    """Return what the classifier makes of texts; it is sure where it answers."""
    return [
        Ranking(
            best=tuple(one.id for one in made.patterns), sure=float(not made.abstained)
        )
        for made in classifier.classify_all(texts)
    ]


def nearest(entries: Sequence[Entry], texts: Sequence[str]) -> list[Ranking]:
    """Return the entries nearest to texts by the runs of letters they share."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    codes = letters.fit_transform([entry.text for entry in entries])
    alike = (letters.transform(texts) @ codes.T).toarray()
    found = []
    for row in alike:
        order = np.argsort(-row, kind="stable")[:3]
        best = tuple(entries[n].id for n in order)
        found.append(Ranking(best=best, sure=float(row[order[0]] - row[order[1]])))
    return found


def at_coverage(found: Sequence[Ranking], answered: int) -> list[Ranking]:
    """Return rankings of which only the surest `answered` are sure at all."""
    surest = sorted(range(len(found)), key=lambda n: -found[n].sure)[:answered]
    return [
        Ranking(best=one.best, sure=float(n in surest)) for n, one in enumerate(found)
    ]


def figures(cases: Sequence[dict[str, Any]], found: Sequence[Ranking]) -> Figures:
    """Return how often a method is right; an answer where there is none is wrong."""
    pairs = [(case["pattern"], one) for case, one in zip(cases, found, strict=True)]
    told = [(right, one) for right, one in pairs if right != "GEEN"]
    sure = [(right, one) for right, one in pairs if one.sure > 0]
    return Figures(
        first=float(np.mean([right == one.best[0] for right, one in told])),
        three=float(np.mean([right in one.best for right, one in told])),
        precision=sum(right == one.best[0] for right, one in sure) / max(1, len(sure)),
        coverage=len(sure) / len(pairs),
    )
