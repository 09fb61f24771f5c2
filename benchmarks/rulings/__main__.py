"""`python -m benchmarks.rulings FOLDER`: where each full date of a document went.

Each text file of the folder goes through intake, all stages and export as a review of
its own. A date written in full ("3 mei 2011", "03-05-2011") has to stand in an event or
in the list of what no event holds; what stands in neither is counted as lost. An event
told in a reference to case law is counted too. No text is printed.
"""

import datetime as dt
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TODAY = dt.date(2026, 1, 1)
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_IN_WORDS = re.compile(
    rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.I
)
_IN_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)\b")
_CITED = re.compile(r"ECLI:|\bLJN\b|\bNJ \d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The full dates of one document: all, in an event, listed apart, and in neither."""

    dates: int
    in_events: int
    listed: int
    lost: int
    cited: int


def full_dates(text: str) -> set[dt.date]:
    """Return the days that are written with day, month and year."""
    told = [(y, MONTHS.index(m.lower()) + 1, d) for d, m, y in _IN_WORDS.findall(text)]
    told += [(y, m, d) for d, m, y in _IN_FIGURES.findall(text)]
    return {day for y, m, d in told for day in _day(int(y), int(m), int(d))}


def _day(year: int, month: int, day: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, day)
    except ValueError:
        return


def counted(path: Path, root: Path) -> Counted:
    """Run the chain over one document and count where its dates went."""
    # Late: the home is found through the environment, which is set by the caller.
    from ltnlp.casework.doubts import unused_days
    from ltnlp.casework.export import collect
    from ltnlp.casework.home import Home
    from ltnlp.casework.intake import add_sources, uploads_from_paths
    from ltnlp.casework.reconstruct import reconstruct
    from ltnlp.casework.reviews import Intake, new_review

    home = Home.open(root)
    review = new_review(home, Intake(title="document"), today=TODAY)
    add_sources(home, review, uploads_from_paths([path]))
    reconstruct(home, review)
    events = collect(home, review).events
    told = full_dates(path.read_text("utf-8"))
    inside = {day for day in told if any(_holds(event, day) for event in events)}
    apart = {day for one in unused_days(home, review) for day in _ends(one.date)}
    return Counted(
        dates=len(told),
        in_events=len(inside),
        listed=len((told - inside) & apart),
        lost=len(told - inside - apart),
        cited=sum(
            bool(_CITED.search(a["text"])) for e in events for a in e["accounts"]
        ),
    )


def _holds(event: dict[str, Any], day: dt.date) -> bool:
    return str(day) in str(event)


def _ends(date: Any) -> set[dt.date]:
    return {date.earliest, date.latest} - {None} if date else set()


def main() -> None:
    """Count for each document of the folder, and for all together."""
    sums = [0] * 5
    print("| document | dates | in an event | listed apart | lost | cited |")
    print("|---|---|---|---|---|---|")
    for number, path in enumerate(sorted(Path(sys.argv[1]).glob("*.txt")), start=1):
        with tempfile.TemporaryDirectory() as place:
            os.environ["LTNLP_KEY_FILE"] = str(Path(place) / "key" / "master.key")
            one = counted(path, Path(place) / "home")
        row = (one.dates, one.in_events, one.listed, one.lost, one.cited)
        sums = [a + b for a, b in zip(sums, row, strict=True)]
        print(f"| {number} | " + " | ".join(map(str, row)) + " |", flush=True)
    print("| all | " + " | ".join(map(str, sums)) + " |")


if __name__ == "__main__":
    main()
