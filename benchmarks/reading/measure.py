"""Seconds of CPU for sixty pages, and memory over two hundred files of mixed kinds.

    python -m benchmarks.reading.measure

Files are made from invented words. CPU is that of one process without the child;
memory is that of this process and of the children that read, before and after.
"""

import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from ltnlp.reading import read
from ltnlp.reading.reader import read_here
from tests.unit.reading import files

PAGES, PARAGRAPHS, LINES_A_PAGE = 60, 8, 50
FILES, ROUNDS = 200, 3
WORDS = [
    "moeder",
    "school",
    "wijkteam",
    "melding",
    "jeugdige",
    "werd",
    "naar",
    "bij",
    "op",
    "niet",
    "maar",
    "toen",
    "gesprek",
    "leerplicht",
    "afgesproken",
    "thuis",
    "opnieuw",
    "vorige",
    "week",
    "daarna",
    "uiteindelijk",
    "team",
]


def sentence(chance: random.Random, words: int = 12) -> str:
    """Return a sentence of invented words."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def paragraph(chance: random.Random) -> str:
    """Return a paragraph of some sixty words."""
    return " ".join(sentence(chance) for _ in range(5))


def large(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield a document of sixty pages in each format that has pages."""
    told = [paragraph(chance) for _ in range(PAGES * PARAGRAPHS)]
    table = [["3-3-2024", sentence(chance), "ik"] for _ in range(PAGES)]
    yield "docx", files.docx_of(*told, table=table)
    yield "odt", files.odt_of(*told, table=table)
    yield "rtf", files.rtf_of(*told, table=table)
    yield "html", ("<html>" + "".join(f"<p>{p}</p>" for p in told)).encode()
    yield "txt", "\n\n".join(told).encode()
    yield "xlsx", files.xlsx_of([["3-3-2024", p, "ik"] for p in told])
    page = [(50.0, 800.0 - 14 * n, sentence(chance)) for n in range(LINES_A_PAGE)]
    yield "pdf", files.pdf_of(*[page] * PAGES)


def small(chance: random.Random) -> list[tuple[str, bytes]]:
    """Return a file of a page or two in each format."""
    told = [paragraph(chance) for _ in range(12)]
    table = [["Datum", "Wat"], ["3-3-2024", sentence(chance)]]
    cues = "".join(
        f"00:{n:02}.0 --> 00:{n:02}.9\n<v A>{p}\n\n" for n, p in enumerate(told)
    )
    return [
        ("docx", files.docx_of(*told, table=table)),
        ("odt", files.odt_of(*told, table=table)),
        ("xlsx", files.xlsx_of(table * 20)),
        ("pdf", files.pdf_of([(50, 800 - 20 * n, p[:90]) for n, p in enumerate(told)])),
        ("rtf", files.rtf_of(*told)),
        ("eml", files.eml_of("\n".join(told))),
        ("html", ("<html>" + "".join(f"<p>{p}</p>" for p in told)).encode()),
        ("vtt", f"WEBVTT\n\n{cues}".encode()),
        ("txt", "\n".join(told).encode()),
        ("csv", "\n".join(f"3-3-24;{p}" for p in told).encode()),
    ]


def megabytes(process: str = "self") -> float:
    """Return the memory a process holds now."""
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    lines = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) / 1024


def children() -> list[str]:
    """Return the processes that read for this one."""
    told = Path("/proc/self/task").glob("*/children")
    return [number for path in told for number in path.read_text("ascii").split()]


def main() -> None:
    """Measure and print."""
    chance = random.Random(7)
    for ending, content in large(chance):
        before = time.process_time()
        text = read_here(content, ending)
        spent = time.process_time() - before
        print(f"{ending:5} {len(text.text.split()):7,} words {spent:6.2f} s CPU")
    kinds = small(chance)
    for number in range(ROUNDS):
        before, clock = time.process_time(), time.monotonic()
        for at in range(FILES):
            ending, content = kinds[at % len(kinds)]
            read(content, name=f"bron.{ending}")
        held = sum(map(megabytes, children()))
        print(
            f"round {number + 1}: {FILES} files in {time.monotonic() - clock:.1f} s, "
            f"{time.process_time() - before:.1f} s CPU here; "
            f"{megabytes():.0f} MB here, {held:.0f} MB in children"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak here {peak:.0f} MB")


if __name__ == "__main__":
    main()
