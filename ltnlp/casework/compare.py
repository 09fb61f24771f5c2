"""Reviews compared: patterns that go beyond one case."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ltnlp.casework.export import collect
from ltnlp.casework.home import Home
from ltnlp.domain.patterns import Pattern
from ltnlp.domain.reviews import ReviewState
from ltnlp.nlp.factors import code_history, factor_codes, pattern_library
from ltnlp.nlp.motifs import motif_library
from ltnlp.nlp.organisations import taxonomy
from ltnlp.stages import patterns as pattern_stage
from ltnlp.store.files import write_atomically


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What comparing gave: the patterns, and the reviews that were compared."""

    patterns: tuple[Pattern, ...]
    reviews: tuple[str, ...]


def compare(home: Home, reviews: Sequence[str] = ()) -> Comparison:
    """Compare the records of all reviews, or of those named.

    Destroyed reviews take part through the records that they left.
    """
    for review in reviews:
        home.entry(review)
    system = home.system()
    records = system.records()
    wanted = set(reviews) or {entry.id for entry in system.reviews()}
    factors = tuple(r for r in records.factors if r.review in wanted)
    motifs = tuple(r for r in records.motifs if r.review in wanted)
    patterns = pattern_stage.recur(
        factors,
        motifs,
        library=pattern_library(),
        motifs=motif_library(),
        names=_names(),
        history=code_history(),
    )
    system.save_patterns(patterns)
    system.audit(
        by_role="systeem",
        action="reviews compared",
        purpose="patronen over reviews",
        count=len(patterns),
    )
    seen = {r.review for r in factors} | {r.review for r in motifs}
    return Comparison(patterns=patterns, reviews=tuple(sorted(seen)))


def export_comparison(home: Home, comparison: Comparison, folder: Path) -> Path:
    """Write `cross.json`: patterns, the reviews that show them, and the evidence.

    Evidence points into reviews that are still alive; it names places, no words.
    """
    evidence = _evidence(home, comparison)
    rows = [
        {
            "pattern_id": pattern.id,
            "name": pattern.name,
            "road": str(pattern.road),
            "valence": str(pattern.valence),
            "reviews": list(pattern.reviews),
            "spread": pattern.spread,
            "stability": pattern.stability,
            "explanation": pattern.explanation_nl,
            "evidence": [
                row
                for row in evidence
                if row["pattern_id"] == pattern.id
                or row["factor_id"] in _own_factors(pattern)
            ],
        }
        for pattern in comparison.patterns
    ]
    path = folder / "cross.json"
    write_atomically(path, json.dumps(rows, ensure_ascii=False, indent=1).encode())
    return path


def _names() -> dict[str, str]:
    """Return what codes and kinds are called in a report."""
    named = {code: factor.name for code, factor in factor_codes().items()}
    return named | {kind: one.neutral for kind, one in taxonomy().items()}


def _own_factors(pattern: Pattern) -> tuple[str, ...]:
    """Return the factors that are evidence by themselves: those of a cluster."""
    return pattern.factors if pattern.road == "cluster" else ()


def _evidence(home: Home, comparison: Comparison) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for review in comparison.reviews:
        if home.entry(review).state == ReviewState.DESTROYED:
            continue
        rows.extend(
            {
                "review": review,
                "doc": factor["doc"],
                "start": factor["start"],
                "end": factor["end"],
                "factor_id": factor["factor_id"],
                "pattern_id": factor["pattern_id"],
            }
            for factor in collect(home, review).factors
        )
    return rows
