"""Names: ours and, where they are installed, deduce and Presidio, on labelled texts.

    python -m benchmarks.names                       the labelled examples of this project
    python -m benchmarks.names FOLDER FILE.jsonl     a review (review.json, sources/*.txt,
                                                     gold/identifiers.json), or lines with
                                                     text and spans

Options: `--split train` takes the examples of one split; `--variants lower bare spoken
typos others swaps` writes the texts otherwise first (see `variants`), `swaps` with names
of ten origins; `--systems ltnlp` runs one system only; `--leaks` lists what leaked, which
is refused for the test part: who writes rules does not read it.
"""

import argparse
import json
import logging
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.names.score import Score, leaks, score
from benchmarks.names.systems import Deduce, Found, Ours, Presidio, Texts
from benchmarks.names.variants import Variant, variants
from ltnlp.domain.mentions import RosterEntry

ROOT = Path(__file__).parents[2]
System = Ours | Deduce | Presidio
_NOT_COVERED = frozenset({"DATUM", "ROL"})
"""Labels of older gold for what stays: true dates, and functions, which are flags."""
_READABLE = ("train", "development", "names_development")
"""Parts whose texts may be shown to who writes rules."""
Gold = tuple[str, list[Texts], list[list[Found]]]


def main() -> None:
    """Score every system on every gold in every variant, and print one line each."""
    asked = _asked()
    golds = [_read(Path(a)) for a in asked.gold] or list(read_split(asked.split))
    for system in _systems(asked.systems):
        for variant, write in variants(asked.variants).items():
            results = [
                _print(system, gold, variant, write, show=asked.leaks) for gold in golds
            ]
            if len(results) > 1:
                mean = sum(r.character_recall for r in results) / len(results)
                print(f"{system.name:8} {'mean':22} {variant:11} characters {mean:.4f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names")
    parser.add_argument("gold", nargs="*")
    parser.add_argument("--split", choices=(*_READABLE, "test", "names_test"))
    parser.add_argument("--variants", nargs="+", default=["as is", "lower"])
    parser.add_argument("--systems", nargs="+", default=["ltnlp", "deduce", "presidio"])
    parser.add_argument("--leaks", action="store_true")
    asked = parser.parse_args()
    if asked.leaks and not asked.gold and asked.split not in _READABLE:
        parser.error("--leaks shows texts: only with --split " + ", ".join(_READABLE))
    return asked


def _systems(wanted: Sequence[str]) -> Iterator[System]:
    for kind in (Ours, Deduce, Presidio):
        if kind.name not in wanted:
            continue
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
    system: System, labelled: Gold, variant: str, write: Variant, *, show: bool
) -> Score:
    name, reviews, labels = labelled
    texts: dict[str, str] = {}
    gold: list[Found] = []
    found: list[Found] = []
    seconds = 1e-6
    for review, own in zip(reviews, labels, strict=True):
        written, moved = write(review, own)
        texts.update(written.documents)
        gold.extend(moved)
        started = time.process_time()
        found.extend(system.find(written))
        seconds += time.process_time() - started
    words = sum(len(t.split()) for t in texts.values())
    result = score(texts, gold, found)
    print(
        f"{system.name:8} {name:22} {variant:11}"
        f" characters {result.character_recall:.4f} mentions {result.mention_recall:.3f}"
        f" no leak {result.entities_without_leak:.3f}"
        f" persons {result.persons_without_leak:.3f} needless {result.needless:.4f}"
        f" bcubed {result.bcubed:.3f} words/s {words / seconds:,.0f}"
    )
    if show:
        print("\n".join(f"    {line}" for line in leaks(texts, gold, found)))
    return result


def read_split(split: str | None) -> Iterator[Gold]:
    """Yield the labelled reviews of one split, of all without one."""
    corpus = ROOT / "models" / "corpus"
    splits = json.loads((corpus / "splits.json").read_text(encoding="utf-8"))
    for folder in sorted(corpus.glob("*/gold")):
        review = folder.parent.name
        if split is None or review in splits[split]:
            yield _review(folder.parent, folder)


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
