"""Where the labelled reviews lie, and how their arrays are read."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "models" / "corpus"
EXAMPLES = ROOT / "examples"
LAYERS = (
    "identifiers",
    "dates",
    "events",
    "interactions",
    "factors",
    "crucial_moments",
    "knowledge",
)

Row = dict[str, Any]


def reviews(corpus: Path = CORPUS, examples: Path = EXAMPLES) -> dict[str, Path]:
    """Return the folder of each review by its name, in the order of the names.

    A review that people are shown lies in `examples`; one that is only for measuring
    lies in the corpus, with its sources beside its labels.
    """
    typed = (*corpus.glob("*/review.json"), *examples.glob("*/review.json"))
    return dict(sorted({path.parent.name: path.parent for path in typed}.items()))


def rows(folder: Path, layer: str) -> list[Row]:
    """Return the array of a layer, empty where the file is not there."""
    path = folder / f"{layer}.json"
    found: list[Row] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return found


def texts(folder: Path) -> dict[str, str]:
    """Return the plain texts of a review's sources by their name."""
    return {
        path.name: path.read_text("utf-8")
        for path in sorted((folder / "sources").glob("*.txt"))
    }
