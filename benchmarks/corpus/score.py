"""Predictions of reviews against their labels, all reviews counted together."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import joining, layers
from benchmarks.corpus.places import EXAMPLES, Row, rows, texts
from benchmarks.corpus.second import chosen_by_both

SCORED = (
    "identifiers",
    "dates",
    "events",
    "interactions",
    "factors",
    "crucial_moments",
)


class UnknownDocumentError(Exception):
    """A prediction names a document that the reviews do not have."""


def score(
    predictions: Path,
    gold: Path,
    reviews: Sequence[str],
    *,
    sources: Path | None = None,
) -> dict[str, Any]:
    """Return the figures of `predictions/<review>/*.json` per layer.

    Labels lie in `<gold>/<review>/gold`, texts in `<sources>/<review>/sources`, or
    beside the labels when they are there.

    Raises:
        UnknownDocumentError: a prediction names a document that is not there.
    """
    words: dict[str, str] = {}
    labelled: dict[str, list[Row]] = {layer: [] for layer in SCORED}
    found: dict[str, list[Row]] = {layer: [] for layer in SCORED}
    agreed: list[Row] = []
    for review in reviews:
        beside = gold / review
        place = beside if (beside / "sources").exists() else sources or EXAMPLES
        words |= texts(place if place == beside else place / review)
        for layer in SCORED:
            labelled[layer] += _apart(review, rows(beside / "gold", layer))
            found[layer] += _apart(review, rows(predictions / review, layer))
        agreed += chosen_by_both(rows(beside / "gold", "crucial_moments"), review)
    _check_documents(found, words)
    return {
        "identifiers": layers.identifiers(
            labelled["identifiers"], found["identifiers"], words
        ),
        "persons": layers.persons(labelled["identifiers"], found["identifiers"]),
        "dates": layers.dates(labelled["dates"], found["dates"]),
        "events": layers.events(labelled["events"], found["events"]),
        "joined_accounts": layers.joined_accounts(labelled["events"], found["events"]),
        "false_joins": joining.false_joins(labelled["events"], found["events"]),
        "right_tellers": joining.right_tellers(labelled["events"], found["events"]),
        "interactions": layers.interactions(
            labelled["interactions"], found["interactions"]
        ),
        "factors": layers.factors(labelled["factors"], found["factors"]),
        "moments": layers.moments(
            labelled["crucial_moments"], found["crucial_moments"]
        ),
        "moments_of_both": layers.in_first_ten(agreed, found["crucial_moments"]),
    }


def _apart(review: str, found: list[Row]) -> list[Row]:
    """Keep the entities of reviews apart: their ids may be the same."""
    return [
        row | {"entity_id": (review, row.get("entity_id"))} if "label" in row else row
        for row in found
    ]


def _check_documents(found: dict[str, list[Row]], words: dict[str, str]) -> None:
    for layer, predicted in found.items():
        for number, row in enumerate(predicted):
            places = row.get("accounts", [row])
            if any(place.get("doc") not in words for place in places):
                raise UnknownDocumentError(f"{layer}[{number}] names an unknown doc")
