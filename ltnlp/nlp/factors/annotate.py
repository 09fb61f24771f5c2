"""The batch form of classifying factors: one record in, one record out."""

from collections.abc import Mapping
from typing import Any

from ltnlp.domain.factors import Classifier


def annotate(record: Mapping[str, Any], classifier: Classifier) -> dict[str, Any]:
    """Return levels, factors and patterns of one record, best first.

    Args:
        record: `id` and `text`.
        classifier: of the project's codebook or of another.
    """
    found = classifier.classify(str(record["text"]))
    return {
        "id": record.get("id"),
        "levels": [{"id": str(one.id), "score": one.score} for one in found.levels],
        "factors": [
            {"id": one.code, "valence": one.valence.value, "score": one.score}
            for one in found.factors
        ],
        "patterns": [{"id": one.id, "score": one.score} for one in found.patterns],
        "abstained": found.abstained,
    }
