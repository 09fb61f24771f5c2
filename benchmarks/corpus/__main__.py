"""`python -m benchmarks.corpus`: check the corpus, or score predictions against it."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.corpus.check import examine
from benchmarks.corpus.marked import convert
from benchmarks.corpus.places import CORPUS, EXAMPLES, reviews
from benchmarks.corpus.score import score
from benchmarks.corpus.second import agreement

WIDTH = 34


def main(arguments: list[str] | None = None) -> int:
    """Check, or with `score PREDICTIONS` measure; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("check", help="offsets, vocabulary, values and references")
    commands.add_parser("agreement", help="moments that two labellers chose")
    scoring = commands.add_parser("score", help="predictions against labels")
    scoring.add_argument("predictions", type=Path)
    scoring.add_argument("--gold", type=Path, default=CORPUS)
    scoring.add_argument("--sources", type=Path, default=EXAMPLES)
    scoring.add_argument("--reviews", nargs="+", required=True)
    scoring.add_argument("--json", type=Path)
    marked = commands.add_parser("from-marked", help="labels that stand in the text")
    marked.add_argument("folder", type=Path, help="review.json, story.yaml, sources/")
    marked.add_argument("into", type=Path, help="such as models/corpus/NAME")
    chosen = parser.parse_args(arguments)
    if chosen.command == "from-marked":
        convert(chosen.folder, chosen.into)
        return 0
    if chosen.command == "agreement":
        show({"moments": agreement(list(reviews()))})
        return 0
    if chosen.command == "score":
        return _score(chosen)
    return _check()


def _check() -> int:
    findings = examine()
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


def _score(chosen: argparse.Namespace) -> int:
    figures = score(
        chosen.predictions, chosen.gold, chosen.reviews, sources=chosen.sources
    )
    show(figures)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1), "utf-8")
    return 0


def show(figures: dict[str, Any], indent: int = 0) -> None:
    """Print nested figures, one measure a line."""
    pad = "  " * indent
    for name, value in figures.items():
        if not isinstance(value, dict):
            print(f"{pad}{name:<{WIDTH}}{_number(value)}")
        elif any(isinstance(inner, dict) for inner in value.values()):
            print(f"{pad}{name}")
            show(value, indent + 1)
        else:
            line = "  ".join(f"{key}={_number(one)}" for key, one in value.items())
            print(f"{pad}{name:<{WIDTH}}{line}")


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
