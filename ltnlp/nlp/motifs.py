"""The structural motifs that `models/motifs.yaml` defines."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ltnlp.domain.factors import Valence
from ltnlp.domain.patterns import MotifDefinition, MotifStep
from ltnlp.nlp.resources import load_yaml


@lru_cache(maxsize=1)
def motif_library() -> tuple[MotifDefinition, ...]:
    """Return the motifs in the order of the file."""
    return tuple(_motif(entry) for entry in load_yaml("motifs.yaml")["motifs"])


def _motif(entry: Mapping[str, Any]) -> MotifDefinition:
    absent = entry.get("absent")
    return MotifDefinition(
        id=entry["id"],
        name=entry["nl"],
        description=entry["desc"],
        valence=Valence(entry["valence"]),
        steps=tuple(_step(step) for step in entry["steps"]),
        absent=_step(absent) if absent else None,
        times=entry.get("times", 1),
        most_apart=entry.get("apart", 365),
        parties=entry.get("parties", 0),
        question=entry["ask"],
    )


def _step(entry: Mapping[str, Any]) -> MotifStep:
    return MotifStep(
        classes=tuple(entry.get("classes", ())),
        types=tuple(entry.get("types", ())),
        realised=tuple(entry.get("realised", ())),
        giver=entry.get("giver", ""),
        receiver=entry.get("receiver", ""),
        within_days=entry.get("days"),
    )
