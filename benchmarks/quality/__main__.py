"""`python -m benchmarks.quality [SPLIT…]`: run the chain, score it, print a table.

The reviews go through intake, all stages and export as anybody's would; nothing of
the labels is given to them. The table is what stands in docs/measurements.md.
"""

import datetime as dt
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus.places import CORPUS, reviews
from benchmarks.corpus.score import score

SPLITS = ("train", "development", "test")
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("identifiers covered, of all mentions", ("identifiers", "ALL", "recall_masked")),
    ("persons covered, of all mentions", ("identifiers", "PERSON", "recall_masked")),
    ("entities with no leaked mention", ("identifiers", "ALL", "leak_weighted_recall")),
    (
        "needless redaction, of characters",
        ("identifiers", "ALL", "overmasked_char_share"),
    ),
    ("one person one pseudonym, B-cubed F1", ("persons", "f1")),
    ("dates, span F1", ("dates", "span_overlap", "f1")),
    ("dates, bounds right, of all", ("dates", "bounds_of_all")),
    ("events, precision", ("events", "with_date", "p")),
    ("events, recall", ("events", "with_date", "r")),
    ("events, whether it happened", ("events", "realised")),
    ("events, known since when", ("events", "known_to")),
    ("events, conflicts shown", ("events", "conflict_recall")),
    ("accounts joined, B-cubed F1", ("joined_accounts", "f1")),
    ("events of different happenings", ("false_joins",)),
    ("tellings with the right teller", ("right_tellers",)),
    ("interactions, pair and class F1", ("interactions", "pair_and_class", "f1")),
    ("interactions, as a graph F1", ("interactions", "as_a_graph", "f1")),
    ("factors found, F1", ("factors", "found", "f1")),
    ("factors on the right level, F1", ("factors", "on_the_level", "f1")),
    ("factors, side of those found", ("factors", "valence_of_found")),
    ("crucial moments, F1", ("moments", "f1")),
    ("moments that two labellers chose, in the first ten", ("moments_of_both",)),
)
TODAY = dt.date(2025, 12, 1)


def main() -> None:
    """Run and score the splits that are named, all of them by default."""
    chosen = sys.argv[1:] or list(SPLITS)
    splits = json.loads((CORPUS / "splits.json").read_text("utf-8"))
    figures = {split: measured(splits[split]) for split in chosen if splits[split]}
    print("| measure | " + " | ".join(_head(s, splits[s]) for s in figures) + " |")
    print("|---|" + "---|" * len(figures))
    for name, path in ROWS:
        cells = [f"{_at(one, path):.3f}" for one in figures.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")


def measured(names: Sequence[str]) -> dict[str, Any]:
    """Return the figures of the chain over these reviews.

    A review whose export is refused for a name has predicted nothing, and is told.
    """
    # Late: the home is found through the environment, which is set below.
    from ltnlp.casework.export import export_review
    from ltnlp.casework.folder import review_from_folder
    from ltnlp.casework.home import Home
    from ltnlp.casework.reconstruct import reconstruct
    from ltnlp.domain.errors import PrivacyError

    with tempfile.TemporaryDirectory() as place:
        os.environ["LTNLP_KEY_FILE"] = str(Path(place) / "key" / "master.key")
        home = Home.open(Path(place) / "home")
        folders = reviews()
        for review in names:
            made = review_from_folder(home, folders[review], today=TODAY, prefer="text")
            reconstruct(home, made.review)
            out = Path(place) / "out" / review
            try:
                export_review(home, made.review, out, today=TODAY)
            except PrivacyError as refused:
                print(f"{review}: no export, {refused}", file=sys.stderr)
        return score(Path(place) / "out", CORPUS, names)


def _head(split: str, reviews: Sequence[str]) -> str:
    return f"{split} ({len(reviews)})"


def _at(figures: dict[str, Any], path: tuple[str, ...]) -> float:
    value: Any = figures
    for name in path:
        value = value[name]
    return float(value)


if __name__ == "__main__":
    main()
