"""`python -m benchmarks`: ours beside peers, one measurement after another.

What compares with nobody is named at the end: each is a command of its own.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BESIDE_PEERS = {
    "dates, beside dateparser": ("dates",),
    "names, beside deduce and Presidio": ("names", "--split", "test"),
    "the whole chain, beside what it replaces": ("chain",),
}
ALONE = {
    "quality": "the chain over the labelled reviews",
    "events": "events and moments, each review left out in turn",
    "interactions": "interactions, every fourth review left out in turn",
    "factors": "factors, each review left out; `factors statements`: patterns",
    "patterns": "planted and shuffled reviews",
    "timeline": "growth up to 1,000 documents",
    "trends": "publishing up to ten million facts",
    "reading": "seconds and memory for each format",
    "rulings FOLDER": "where every full date of documents of your own went",
    "corpus check": "whether the labels hold together",
}


def main() -> int:
    """Run what has peers, name the rest; the status is that of the worst."""
    worst = 0
    for title, (name, *rest) in BESIDE_PEERS.items():
        print(f"\n== {title}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *rest]
        worst = max(
            worst, abs(subprocess.run(command, check=False, cwd=ROOT).returncode)
        )
    print("\n== alone, each by itself")
    for name, what in ALONE.items():
        print(f"   python -m benchmarks.{name:<13} {what}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
