"""`python -m benchmarks.dates [GOLD …] [--prose FILE …] [--only ours]`.

GOLD is a file of JSON Lines, a folder of cases or a review with gold; without one the
product's own cases and the development reviews are taken. PROSE is plain text without
labels, for the number of dates found per 1,000 words, and for speed.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.dates.gold import Item, read
from benchmarks.dates.score import Tally, tally
from benchmarks.dates.systems import Reader, ours, systems

ROOT = Path(__file__).resolve().parents[2]
OWN = (
    "tests/cases/dates",
    "models/corpus/zorgen_om_baby",
    "models/corpus/goede_afloop",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one table per gold, and speed."""
    asked = _asked(arguments)
    readers = {n: r for n, r in systems().items() if asked.only in {"", n}}
    print(f"ours, cold: {_cold_seconds():.2f} s for the first sentence")
    for path in asked.gold or [ROOT / own for own in OWN]:
        items = read(path)
        print(f"\n{path.name}: {len(items)} texts")
        for name, reader in readers.items():
            _table(name, reader, items, per_phenomenon=asked.phenomena)
    for path in asked.prose:
        _prose(path, readers)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates")
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--only", default="")
    parser.add_argument("--phenomena", action="store_true", help="rows of Markdown")
    return parser.parse_args(arguments)


def _cold_seconds() -> float:
    start = time.process_time()
    ours(Item(id="", text="maart", reference=None, context={}, expected=()))
    return time.process_time() - start


def _table(
    name: str, reader: Reader, items: Sequence[Item], *, per_phenomenon: bool
) -> None:
    start = time.process_time()
    pairs = [(item, reader(item)) for item in items]
    seconds = time.process_time() - start
    counts = tally(pairs)
    words = sum(len(item.text.split()) for item in items)
    print(
        f"{name:13} span P {counts.precision:.3f} R {counts.recall:.3f}"
        f" F1 {counts.f1:.3f}  value {counts.share(counts.right, counts.valued):.3f}"
        f"  holds {counts.share(counts.holding, counts.bounded):.3f}"
        f"  sure and wrong {counts.share(counts.sure_and_wrong, counts.valued):.3f}"
        f"  false {_false_rate(counts, words):.2f}/1000 words"
        f"  {words / max(seconds, 1e-6):,.0f} words/s"
    )
    if per_phenomenon:
        for phenomenon, (total, right) in sorted(counts.per.items()):
            print(f"| {phenomenon} | {right} | {total} |")


def _false_rate(counts: Tally, words: int) -> float:
    return 1000 * (counts.answered - counts.met) / max(words, 1)


def _prose(path: Path, readers: dict[str, Reader]) -> None:
    text = path.read_text(encoding="utf-8")
    item = Item(id="", text=text, reference=None, context={}, expected=())
    words = len(text.split())
    for name, reader in readers.items():
        start = time.process_time()
        found = len(reader(item))
        seconds = max(time.process_time() - start, 1e-6)
        rate = 1000 * found / max(words, 1)
        print(
            f"{path.stem:24} {name:13} {rate:6.2f} dates/1000 words"
            f"  {words / seconds:,.0f} words/s"
        )


if __name__ == "__main__":
    main()
