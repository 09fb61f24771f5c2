"""Writes what paraphrases and lexicons teach: the points of the field, and vectors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus.places import ROOT
from benchmarks.factors.vectors import Point, fitted
from ltnlp.nlp.factors import points, vectors
from ltnlp.nlp.factors.codebook import Entry, factor_entries, pattern_entries
from ltnlp.nlp.factors.thesaurus import field_thesaurus

MODELS = ROOT / "models"
FOLDER = MODELS / "paraphrases"


def write_points() -> None:
    """Write `models/points.npz`: in seconds, the same for the same texts."""
    points.learned([one.told for one in field()]).save(MODELS / points.LEARNED)


def write_vectors() -> None:
    """Write `models/wording_vectors.npz`: in minutes."""
    told = [one for one in field() if len(one.told) > 1]
    fitted(told).save(MODELS / vectors.LEARNED)


def field() -> list[Point]:
    """Return all points: of the paraphrases, and of the lexicons of the field."""
    return [*read(FOLDER), *_concepts(), *_entries()]


def read(folder: Path) -> Iterator[Point]:
    """Yield what each line of the JSON Lines in a folder tells, files in their order.

    A line has `told`, `what` or `name`, `definition` and `keywords`, and `not`.
    """
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one: dict[str, Any] = json.loads(line)
            named = [one[key] for key in ("what", "name", "definition") if key in one]
            if "keywords" in one:
                named.append(", ".join(one["keywords"]))
            yield Point(told=(*one["told"], *named), traps=tuple(one.get("not", ())))


def _concepts() -> Iterator[Point]:
    for concept in field_thesaurus().concepts:
        told = (*(words.lower() for words in concept.say), concept.id.replace("_", " "))
        yield Point(told=told)


def _entries() -> Iterator[Point]:
    yield from map(_told, (*factor_entries(), *pattern_entries()))


def _told(entry: Entry) -> Point:
    words = (*entry.hampering, *entry.supporting, *entry.keywords)
    return Point(told=(*words, entry.name, entry.definition))
