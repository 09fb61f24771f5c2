"""`python -m benchmarks.events [--write]`: learn from labels, measured left-one-out."""

import json
import sys
from collections.abc import Mapping

from benchmarks.corpus.places import ROOT
from benchmarks.events import moments, telling
from benchmarks.events.reviews import labelled_reviews

TELLING = ROOT / "models" / "events" / "telling.yaml"
HEAD = """\
# How much each thing that is seen of a sentence says that it tells a happening
# ("tells"), and another one than the sentence before it ("another").
# Fitted by `python -m benchmarks.events --write` to the invented reviews of training
# and development in models/corpus (own hand); a positive weight speaks for it.
"""


def main() -> None:
    """Print the figures; with --write also fit to all reviews and keep the weights."""
    reviews = labelled_reviews()
    chosen = [moments.chosen(review) for review in reviews]
    figures = {
        "telling": telling.left_out(reviews),
        "moments": moments.left_out(chosen),
        "moment_signs": moments.fitted(chosen),
    }
    print(json.dumps(figures, indent=1))
    if "--write" in sys.argv[1:]:
        sentences = [e for review in reviews for e in telling.examples(review)]
        TELLING.write_text(HEAD + _table(telling.fitted(sentences)), encoding="utf-8")


def _table(weights: Mapping[str, Mapping[str, float]]) -> str:
    lines = []
    for model, table in weights.items():
        lines.append(f"{model}:")
        lines += [f"  {json.dumps(name)}: {value}" for name, value in table.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
