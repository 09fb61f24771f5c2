"""`python -m benchmarks.factors [train|statements|points|vectors]`: what training is worth; learn.

Without a word: each train and development review in turn is left out, the rest is
learned from, and what is made of the one left out is scored. With `train`: learn from
all of them and write `models/factors_trained.json`. Test reviews take no part. With
`statements`: patterns of statements with a codebook given at run time. With `points`
and `vectors`: learn what people tell in which words from `models/paraphrases`.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.corpus import layers
from benchmarks.corpus.places import CORPUS, ROOT, Row, rows
from benchmarks.factors.examples import Example, of_reviews
from benchmarks.factors.points import write_points, write_vectors
from benchmarks.factors.statements import main as statements
from benchmarks.factors.train import fitted
from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.features import lexical_features
from ltnlp.nlp.factors.lexical import LexicalReader
from ltnlp.nlp.factors.trained import WEIGHTS, TrainedJudge

PROPOSED_FROM = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def main() -> None:
    """Measure, or learn and write."""
    alone = {
        "statements": statements,
        "points": write_points,
        "vectors": write_vectors,
    }
    if len(sys.argv) == 2 and sys.argv[1] in alone:
        alone[sys.argv[1]]()
        return
    splits = json.loads((CORPUS / "splits.json").read_text("utf-8"))
    names = [
        name
        for name in (*splits["train"], *splits["development"])
        if (CORPUS / name / "gold" / "factors.json").exists()
    ]
    examples = of_reviews(names)
    reader = LexicalReader()
    if sys.argv[1:] == ["train"]:
        weights = fitted([one for name in names for one in examples[name]], reader)
        (ROOT / "models" / WEIGHTS).write_text(_one_a_line(weights), "utf-8")
        return
    found: dict[float, list[Row]] = {limit: [] for limit in PROPOSED_FROM}
    gold: list[Row] = []
    for name in names:
        rest = [one for other in names if other != name for one in examples[other]]
        judge = TrainedJudge(fitted(rest, reader))
        gold += rows(CORPUS / name / "gold", "factors")
        for limit in PROPOSED_FROM:
            found[limit] += proposed(examples[name], judge, reader, limit)
    print("| proposed from | found P | found R | F1 | on the level F1 | side |")
    print("|---|---|---|---|---|---|")
    for limit, made in found.items():
        f = layers.factors(gold, made)
        one, level = f["found"], f["on_the_level"]
        print(
            f"| {limit} | {one['p']:.3f} | {one['r']:.3f} | {one['f1']:.3f} |"
            f" {level['f1']:.3f} | {f['valence_of_found']:.3f} |"
        )


def _one_a_line(weights: dict[str, Any]) -> str:
    """Return JSON with a feature a line, so that a change can be read."""
    parts = []
    for name, rows_of in weights.items():
        if isinstance(rows_of, dict):
            lines = [
                f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(row)}"
                for word, row in rows_of.items()
            ]
            parts.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}")
        else:
            parts.append(f'"{name}": {json.dumps(rows_of)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def proposed(
    examples: Sequence[Example],
    judge: TrainedJudge,
    reader: LexicalReader,
    limit: float,
) -> list[Row]:
    """Return the proposals for one review in the form of the labels."""
    texts = [one.text for one in examples]
    reads = reader.read_all(texts)
    shown = np.array(
        [lexical_features(t, r, reader) for t, r in zip(texts, reads, strict=True)]
    )
    made: list[Row] = []
    levels = [level.value for level in Level]
    for one, judged in zip(examples, judge.judge(texts, shown), strict=True):
        if judged.condition >= limit:
            made.append(
                {
                    "doc": one.document,
                    "start": one.start,
                    "end": one.end,
                    "level": levels[int(np.argmax(judged.levels))],
                    "valence": (
                        "ondersteunend" if judged.supporting > 0.5 else "belemmerend"
                    ),
                    "pattern_id": None,
                }
            )
    return made


if __name__ == "__main__":
    main()
