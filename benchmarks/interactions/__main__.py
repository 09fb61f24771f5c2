"""`python -m benchmarks.interactions [learn | apart]`.

`learn` fits the model on the train and development reviews and writes
`models/interactions/weights.json`. `apart` (the default) leaves every fourth review
out in turn, runs the chain on those with weights that never saw them, and prints the
figures: what a new review may expect. The test reviews are never read.
"""

import datetime as dt
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import layers
from benchmarks.corpus.matching import rates
from benchmarks.corpus.places import CORPUS, ROOT, Row, reviews, rows
from benchmarks.interactions.learn import Sentence, learn, sentences

TODAY = dt.date(2025, 12, 1)
WEIGHTS = ROOT / "models" / "interactions" / "weights.json"
SHOWN = ("pair_and_class", "pair_class_and_outcome", "pair_only", "as_a_graph")


PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figured:
    """How many interactions of a review are right, in each reading of what is right."""

    labels: int
    predicted: int
    right: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A review that was run, with its labels; `released` and `timeline` are stored."""

    name: str
    released: Any
    timeline: Any
    told: list[Sentence]
    labels: list[Row]
    names: Mapping[str, str]


def main() -> None:
    """Learn, or measure with each review left out."""
    chosen = sys.argv[1:] or ["apart"]
    with tempfile.TemporaryDirectory() as place:
        found = labelled(Path(place))
        if chosen == ["learn"]:
            _write(learn([(one.told, one.labels) for one in found]))
            return
        _apart(found)


def labelled(place: Path) -> list[Labelled]:
    """Run the chain on the train and development reviews, up to the timeline."""
    # Late: the home is found through the environment, which is set here.
    os.environ["LTNLP_KEY_FILE"] = str(place / "key" / "master.key")
    from ltnlp.casework import reconstruct as steps
    from ltnlp.casework.export import document_names
    from ltnlp.casework.folder import review_from_folder
    from ltnlp.casework.home import Home

    home = Home.open(place / "home")
    splits = json.loads((CORPUS / "splits.json").read_text("utf-8"))
    found = []
    for name in (*splits["train"], *splits["development"]):
        made = review_from_folder(home, reviews()[name], today=TODAY, prefer="text")
        steps.find_names(home, made.review)
        for document in steps.readable(home, made.review):
            steps.read_dates(home, made.review, document.id)
        steps.release(home, made.review)
        steps.integrate(home, made.review)
        store = home.store(made.review)
        labels = rows(CORPUS / name / "gold", "interactions")
        names = document_names(home, made.review)
        told = sentences(_tellings(store.released(), store.timeline(), names), labels)
        found.append(
            Labelled(
                name=name,
                released=store.released(),
                timeline=store.timeline(),
                told=told,
                labels=labels,
                names=names,
            )
        )
    return found


def _tellings(
    released: Any, timeline: Any, names: Mapping[str, str]
) -> list[tuple[Row, Any]]:
    from ltnlp.nlp.interactions import ClauseInteractionReader
    from ltnlp.stages.interactions import read_tellings, told_passages

    reader = ClauseInteractionReader()
    sources = told_passages(
        timeline,
        passages=released.passages,
        organisations=released.organisations,
        actors=released.actors,
        reader=reader,
        documents=released.documents,
    )
    return [
        (
            {
                "doc": names[source.document.id] if source.document else "",
                "start": (span := source.passage.offsets.to_origin(telling.span)).start,
                "end": span.end,
            },
            telling,
        )
        for source, telling in read_tellings(sources, reader)
    ]


def _write(learned: Mapping[str, Any]) -> None:
    """Write the weights, one model a block and the heaviest features first."""
    models = {
        name: dict(sorted(of.items(), key=lambda one: (-abs(one[1]), one[0])))
        for name, of in learned["models"].items()
    }
    text = json.dumps(
        {"limits": learned["limits"], "models": models}, ensure_ascii=False, indent=1
    )
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


def _apart(found: Sequence[Labelled]) -> None:
    print("| left out | labels | " + " | ".join(SHOWN) + " |")
    print("|---|---|" + "---|" * len(SHOWN))
    told: list[Figured] = []
    for part in range(PARTS):
        others = [o for n, o in enumerate(found) if n % PARTS != part]
        learned = learn([(one.told, one.labels) for one in others])
        for one in found[part::PARTS]:
            told.append(_figured(one.labels, _predict(one, learned)))
            _print(one.name, [told[-1]])
    _print("all", told)


def _figured(labels: Sequence[Row], predicted: Sequence[Row]) -> Figured:
    figures = layers.interactions(labels, predicted)
    right = {name: figures[name]["r"] * len(labels) for name in SHOWN}
    return Figured(labels=len(labels), predicted=len(predicted), right=right)


def _predict(one: Labelled, learned: Mapping[str, Any]) -> list[Row]:
    from ltnlp.nlp.interactions import ClauseInteractionReader
    from ltnlp.nlp.interactions.scorer import read_model
    from ltnlp.stages.interactions import connect

    graph = connect(
        one.timeline,
        passages=one.released.passages,
        organisations=one.released.organisations,
        actors=one.released.actors,
        reader=ClauseInteractionReader(read_model(learned)),
        documents=one.released.documents,
    )
    return [
        {
            "doc": one.names[edge.document],
            "start": edge.source.start,
            "end": edge.source.end,
            "from_kind": edge.giver,
            "to_kind": edge.receiver,
            "type": str(edge.interaction_class),
            "realised": str(edge.realised),
        }
        for edge in graph.interactions
        if not edge.expected
    ]


def _print(name: str, told: Sequence[Figured]) -> None:
    """Print the figures of one or more reviews; matches do not cross reviews."""
    labels = sum(one.labels for one in told)
    predicted = sum(one.predicted for one in told)
    cells = []
    for shown in SHOWN:
        right = round(sum(one.right[shown] for one in told))
        figures = rates(right, predicted, labels)
        cells.append(" ".join(f"{figures[part]:.2f}" for part in ("p", "r", "f1")))
    print(f"| {name} | {labels} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
