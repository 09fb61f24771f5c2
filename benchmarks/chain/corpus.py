"""A hundred interviews of a thousand words, made from the example reviews.

Names, numbers and days differ per copy, so that no tool profits from having seen
the same sentence before.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WORDS = 1_000
NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{3,}\b")
SYLLABLES = ("ba", "de", "fi", "go", "ha", "ka", "lo", "mi", "na", "ro", "sa", "ti")


def documents(total_words: int, *, seed: int = 7) -> Iterator[str]:
    """Yield texts of about a thousand words until `total_words` are reached."""
    rng = random.Random(seed)
    lines = _lines()
    made = 0
    while made < total_words:
        text: list[str] = []
        words = 0
        while words < WORDS:
            line = _varied(rng.choice(lines), rng)
            text.append(line)
            words += len(line.split())
        made += words
        yield "\n\n".join(text) + "\n"


def _lines() -> list[str]:
    found = []
    for path in sorted(EXAMPLES.glob("*/sources/*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if len(line.split()) > 8 and "-->" not in line:
                found.append(re.sub(r"</?v[^>]*>", "", line))
    return found


def _varied(line: str, rng: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        if rng.random() < 0.7:
            return match.group()
        return "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize()

    line = NAME.sub(other, line)
    return re.sub(r"\b\d{1,2}(?=[-/ ])", lambda _: str(rng.randint(1, 12)), line)
