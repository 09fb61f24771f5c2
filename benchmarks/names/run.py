"""Names: ours and, where it is installed, deduce, on labelled reviews or sentences.

    python -m benchmarks.names                       the labelled examples of this project
    python -m benchmarks.names FOLDER FILE.jsonl     a review (review.json, sources/*.txt,
                                                     gold/identifiers.json), or lines with
                                                     text and spans

Each gold is scored as it is and in lower case.
"""

import json
import logging
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.names.score import Score, score
from benchmarks.names.systems import Deduce, Found, Ours, Texts
from ltnlp.domain.mentions import RosterEntry

ROOT = Path(__file__).parents[2]
System = Ours | Deduce
_NOT_COVERED = frozenset({"DATUM", "ROL"})
"""Labels of older gold for what stays: true dates, and functions, which are flags."""
Gold = tuple[str, list[Texts], list[list[Found]]]


def main() -> None:
    """Score every system on every gold and print one line each."""
    golds = [_read(Path(a)) for a in sys.argv[1:]] or list(_examples())
    for system in _systems():
        for name, reviews, labels in golds:
            for lower in (False, True):
                _print(system, name, reviews, labels, lower=lower)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")


def _systems() -> Iterator[System]:
    for kind in (Ours, Deduce):
        started = time.process_time()
        try:
            system = kind()
        except ImportError:
            print(f"{kind.name}: not installed here, left out")
            continue
        logging.getLogger().setLevel(logging.ERROR)
        print(f"{kind.name}: loaded in {time.process_time() - started:.2f} s CPU")
        yield system


def _print(
    system: System,
    name: str,
    reviews: list[Texts],
    labels: list[list[Found]],
    *,
    lower: bool,
) -> None:
    texts, gold, found, words = {}, [], [], 0
    started = time.process_time()
    for review, own in zip(reviews, labels, strict=True):
        shown = {d: t.lower() if lower else t for d, t in review.documents.items()}
        texts.update(shown)
        gold.extend(own)
        found.extend(system.find(Texts(documents=shown, roster=review.roster)))
        words += sum(len(t.split()) for t in shown.values())
    seconds = max(time.process_time() - started, 1e-6)
    result: Score = score(texts, gold, found)
    print(
        f"{system.name:7} {name:22} {'lower' if lower else 'as is':6}"
        f" characters {result.character_recall:.3f} mentions {result.mention_recall:.3f}"
        f" no leak {result.entities_without_leak:.3f} needless {result.needless:.4f}"
        f" bcubed {result.bcubed:.3f} words/s {words / seconds:,.0f}"
    )


def _examples() -> Iterator[Gold]:
    for folder in sorted((ROOT / "models" / "corpus").glob("*/gold")):
        yield _review(ROOT / "examples" / folder.parent.name, folder)


def _read(path: Path) -> Gold:
    if not path.is_dir():
        return _lines(path)
    beside = path / "gold"
    kept = ROOT / "models" / "corpus" / path.name / "gold"
    return _review(path, beside if beside.is_dir() else kept)


def _review(folder: Path, gold: Path) -> Gold:
    about = json.loads((folder / "review.json").read_text(encoding="utf-8"))
    name = about.get("id", folder.name)
    texts = {
        f"{name}/{d['doc']}": (folder / "sources" / d["doc"]).read_text(
            encoding="utf-8"
        )
        for d in about["documents"]
    }
    labels = json.loads((gold / "identifiers.json").read_text(encoding="utf-8"))
    roster = tuple(_entry(p) for p in about["participants"])
    found = [
        Found(
            document=f"{name}/{x['doc']}",
            start=x["start"],
            end=x["end"],
            label=x["label"],
            entity=f"{name}/{x['entity_id']}",
        )
        for x in labels
    ]
    return name, [Texts(documents=texts, roster=roster)], [found]


def _entry(person: dict[str, Any]) -> RosterEntry:
    return RosterEntry(
        name=person["name"],
        role=person.get("role"),
        organisation=person.get("organisation"),
        aliases=tuple(person.get("aliases") or ()),
    )


def _lines(path: Path) -> Gold:
    reviews, labels = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reviews.append(Texts(documents={row["id"]: row["text"]}))
        labels.append(
            [
                Found(
                    document=row["id"],
                    start=s["start"],
                    end=s["end"],
                    label="PERSON" if s["label"].startswith("PERS") else s["label"],
                    entity=f"{row['id']}/{s['text'].lower()}",
                )
                for s in row["spans"]
                if s["label"] not in _NOT_COVERED
            ]
        )
    return path.stem, reviews, labels
