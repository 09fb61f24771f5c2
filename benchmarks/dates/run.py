"""`python -m benchmarks.dates [GOLD …] [--prose FILE …] [--only ours]`.

GOLD is a file of JSON Lines, a folder of cases or a review with gold; without one the
product's own cases, the held-out ones and the labelled reviews that are no test are
taken. PROSE is plain text without dates, for false ones per 1,000 words.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.dates.gold import Item, read
from benchmarks.dates.score import Tally, tally
from benchmarks.dates.speed import lines_of, measured
from benchmarks.dates.systems import Reader, systems
from benchmarks.dates.told import told_items

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
TOLD = CASES / "dates_told"
CORPUS = ROOT / "models" / "corpus"
SIZES = (10_000, 10_000, 100_000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the speed, one table per gold, and the false dates of plain prose."""
    asked = _asked(arguments)
    _speed((*SIZES, *asked.words))
    readers = {n: r for n, r in systems().items() if asked.only in {"", n}}
    for path in asked.gold or _own():
        items = list(told_items(path)) if path == TOLD else read(path)
        print(f"\n{path.name}: {len(items)} texts")
        for name, reader in readers.items():
            _table(name, reader, items, phenomena=path.name if asked.phenomena else "")
    for path in asked.prose or [CASES / "dates_prose" / "without_dates.txt"]:
        _prose(path, readers)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates")
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--only", default="")
    parser.add_argument("--words", nargs="*", type=int, default=[])
    parser.add_argument("--phenomena", action="store_true", help="rows of Markdown")
    return parser.parse_args(arguments)


def labelled_reviews() -> list[Path]:
    """Return the folders of the train and development reviews."""
    splits = json.loads((CORPUS / "splits.json").read_text(encoding="utf-8"))
    return [CORPUS / name for part in ("train", "development") for name in splits[part]]


def _own() -> list[Path]:
    return [CASES / "dates", CASES / "dates_held_out", TOLD, *labelled_reviews()]


def _speed(sizes: Sequence[int]) -> None:
    lines = lines_of(labelled_reviews())
    for number, (words, rate) in enumerate(measured(lines, sizes)):
        state = "warm" if number else "cold, loading included"
        print(f"ours, {words:,} words, {state}: {rate:,.0f} words/s")


def _table(name: str, reader: Reader, items: Sequence[Item], *, phenomena: str) -> None:
    start = time.process_time()
    pairs = [(item, reader(item)) for item in items]
    seconds = time.process_time() - start
    counts = tally(pairs)
    words = sum(len(item.text.split()) for item in items)
    print(
        f"{name:13} span P {counts.precision:.3f} R {counts.recall:.3f}"
        f" F1 {counts.f1:.3f}  value {counts.share(counts.right, counts.valued):.3f}"
        f"  meets {counts.share(counts.meeting, counts.bounded):.3f}"
        f"  inside {counts.share(counts.inside, counts.bounded):.3f}"
        f"  sure and wrong {counts.share(counts.sure_and_wrong, counts.valued):.3f}"
        f"  flagged {counts.share(counts.flagged, counts.answered):.3f}"
        f" of which wrong {counts.share(counts.flagged_and_wrong, counts.flagged):.3f}"
        f"  false {_false_rate(counts, words):.2f}/1000 words"
        f"  {words / max(seconds, 1e-6):,.0f} words/s"
    )
    if phenomena:
        for phenomenon, (total, right) in sorted(counts.per.items()):
            print(f"| {phenomena} | {phenomenon} | {right} | {total} |")


def _false_rate(counts: Tally, words: int) -> float:
    return 1000 * (counts.answered - counts.met) / max(words, 1)


def _prose(path: Path, readers: dict[str, Reader]) -> None:
    text = path.read_text(encoding="utf-8")
    item = Item(id="", text=text, reference=None, context={}, expected=())
    words = len(text.split())
    print(f"\n{path.name}: {words:,} words without a date")
    for name, reader in readers.items():
        rate = 1000 * len(reader(item)) / max(words, 1)
        print(f"{name:13} {rate:.2f} false dates/1000 words")


if __name__ == "__main__":
    main()
