"""What learners of weights share: which features count, and how weights are kept."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def frequent(examples: Iterable[Sequence[str]], fewest: int) -> set[str]:
    """Return the features that at least so many examples have."""
    seen = Counter(feature for example in examples for feature in set(example))
    return {feature for feature, count in seen.items() if count >= fewest}


def write_weights(path: Path, weights: Mapping[str, object]) -> None:
    """Write weights, one feature a line, so that a change can be read."""
    lines = (f"{json.dumps(f, ensure_ascii=False)}: {w}" for f, w in weights.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(weights)} features written")
