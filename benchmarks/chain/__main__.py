"""`python -m benchmarks.chain [WORDS]`: ours beside deduce, search_dates and spaCy.

Peers run in the environment of the benchmark (`make bench` makes it), ours in the
product's own; both over the same texts, one after another.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.chain.corpus import documents

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / ".venv" / "bin" / "python"
PEERS = ROOT / ".venv-benchmark" / "bin" / "python"


def main() -> None:
    """Measure all contestants and print a table."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    texts = list(documents(words))
    total = sum(len(text.split()) for text in texts)
    print(f"{total} words in {len(texts)} documents")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        rows = [_measure(name, file.name) for name in ("ours", *_peers())]
    for row in rows:
        print(
            f"{row['name']:14} {row['seconds']:>8} s  cpu {row['cpu_seconds']:>8} s  "
            f"peak {row['peak_mb']:>6} MB  {row['found']}"
        )
    chain = sum(float(row["seconds"]) for row in rows[1:])
    print(f"{'peers together':14} {chain:>8.1f} s")


def _peers() -> tuple[str, ...]:
    if not PEERS.exists():
        print("no environment for peers: run `make bench` once")
        return ("spacy", "search_dates")
    return ("deduce", "search_dates", "spacy")


def _measure(name: str, path: str) -> dict[str, Any]:
    python = PEERS if name != "ours" and PEERS.exists() else OURS
    done = subprocess.run(
        [str(python), "-m", "benchmarks.chain.measure", name, path],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode:
        return {
            "name": name,
            "seconds": 0.0,
            "cpu_seconds": 0.0,
            "peak_mb": 0,
            "found": f"failed: {done.stderr[-200:]}",
        }
    row: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return row


if __name__ == "__main__":
    main()
