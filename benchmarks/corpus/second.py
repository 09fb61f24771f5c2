"""What a second labeller chose as crucial moments, from the first's list of events.

Whole layers of a second labeller lie beside it and are scored like any prediction:
`python -m benchmarks.corpus score models/second_reading --reviews …`.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.matching import Figures, rates
from benchmarks.corpus.places import CORPUS, ROOT, Row, rows

SECOND = ROOT / "models" / "second_reading"


def chosen(review: str) -> list[str] | None:
    """Return the ids of the events that the second labeller chose, best first.

    None where nobody chose a second time.
    """
    path = SECOND / review / "chosen_moments.json"
    if not path.exists():
        return None
    found: list[str] = json.loads(path.read_text("utf-8"))["moments"]
    return found


def chosen_by_both(gold: Sequence[Row], review: str) -> list[Row]:
    """Return the labelled moments of a review that the second labeller chose too."""
    ids = set(chosen(review) or ())
    return [row for row in gold if row["event"] in ids]


def agreement(reviews: Sequence[str], corpus: Path = CORPUS) -> Figures:
    """Return how far the two choices agree, over the reviews that have both."""
    first = second = both = 0
    for review in reviews:
        ids = chosen(review)
        if ids is not None:
            gold = rows(corpus / review / "gold", "crucial_moments")
            first, second = first + len(gold), second + len(ids)
            both += len(chosen_by_both(gold, review))
    return rates(both, second, first)
