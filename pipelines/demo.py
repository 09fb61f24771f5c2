"""`make demo`: the flows over the example reviews, with what they found.

Everything lies below one folder (`.demo`), which can be thrown away: its own home,
its own key, its own Prefect. A second run finds the reviews of the first.
"""

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from ltnlp.casework import folder, reconstruct, report, reviews
from ltnlp.casework.home import Home
from ltnlp.casework.reconstruct import Summary
from ltnlp.domain.errors import LtnlpError
from ltnlp.domain.patterns import Pattern, Road

COLUMNS = (
    ("words", "woorden"),
    ("entities", "namen"),
    ("events", "gebeurtenissen"),
    ("conflicts", "conflicten"),
    ("interactions", "interacties"),
    ("factors", "factoren"),
    ("moments", "momenten"),
)
ROAD_NL = {
    Road.GUIDED: "patronenbibliotheek",
    Road.CLUSTER: "factoren die samengaan",
    Road.STRUCTURAL: "vorm in de tijdlijn",
    Road.CANDIDATE: "kandidaat, nog te duiden",
}
SHOWN = 12
WIDTH = 120
screen = Console(highlight=False, width=WIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One example review that was run, and where its report lies."""

    name: str
    summary: Summary
    report: Path


def main() -> None:
    """Run the flows over the made examples in `<place>/files`, and show the result."""
    place = Path(sys.argv[1] if len(sys.argv) > 1 else ".demo").resolve()
    prepare(place)
    started = time.perf_counter()
    try:
        ran, patterns = run(Home.open(), place)
    except LtnlpError as error:
        screen.print(f"[bold red]De demo is gestopt:[/] {error.message_nl}")
        sys.exit(1)
    tell(ran, patterns, place, time.perf_counter() - started)
    tell_trends(place)


def prepare(place: Path) -> None:
    """Point home, key and Prefect below `place`, before Prefect reads its settings."""
    os.environ |= {
        "LTNLP_HOME": str(place / "home"),
        "LTNLP_KEY_FILE": str(place / "key" / "master.key"),
        "PREFECT_HOME": str(place / "prefect"),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_LEVEL": "WARNING",
    }


def run(home: Home, place: Path) -> tuple[list[Ran], tuple[Pattern, ...]]:
    """Run every example review through the flows, then compare them."""
    # Late: Prefect reads its settings when it is first imported.
    from pipelines import flows

    today = dt.datetime.now(dt.UTC).date()
    examples = sorted(p.parent for p in (place / "files").glob("*/review.json"))
    ran = []
    with _bar(len(examples) + 1) as step:
        for example in examples:
            step(f"review {example.name}")
            started = time.perf_counter()
            review = _review(home, place, example, today)
            flows.reconstruct(review)
            seconds = time.perf_counter() - started
            ran.append(
                Ran(
                    name=example.name,
                    summary=reconstruct.summarise(home, review, seconds=seconds),
                    report=report.write_report(
                        home, review, place / "rapporten", today=today
                    ),
                )
            )
        step("patronen over de reviews")
        flows.compare([r.summary.review for r in ran])
        report.write_pattern_report(home, place / "rapporten", today=today)
    return ran, home.system().patterns()


def _review(home: Home, place: Path, example: Path, today: dt.date) -> str:
    """Return the review of an example, made now if the first run did not make it."""
    index = place / "reviews.json"
    known = json.loads(index.read_text("utf-8")) if index.exists() else {}
    living = {entry.id for entry in reviews.list_reviews(home)}
    if known.get(example.name) in living:
        return str(known[example.name])
    made = folder.review_from_folder(home, example, today=today)
    index.write_text(json.dumps(known | {example.name: made.review}), "utf-8")
    for source in made.received:
        if source.problem_nl:
            screen.print(f"[red]{example.name} {source.slot}:[/] {source.problem_nl}")
    return made.review


@contextmanager
def _bar(total: int) -> Iterator[Callable[[str], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True) as progress:
        bar = progress.add_task("Prefect start", total=total)
        done = -1

        def step(description: str) -> None:
            nonlocal done
            done += 1
            progress.update(bar, description=description, completed=done)

        yield step


def tell(
    ran: list[Ran], patterns: tuple[Pattern, ...], place: Path, seconds: float
) -> None:
    """Show what was found, and where to read on."""
    table = Table(title="Zes verzonnen leerreviews", title_justify="left")
    for heading in ("review", *(dutch for _, dutch in COLUMNS), "seconden"):
        first = heading == "review"
        table.add_column(heading, justify="left" if first else "right", no_wrap=first)
    for one in ran:
        numbers = [str(getattr(one.summary, name)) for name, _ in COLUMNS]
        took = f"{one.summary.seconds:.1f}"
        table.add_row(one.name.replace("_", " "), *numbers, took)
    screen.print(table)
    shown = Table(title="Patronen over de reviews (voorstellen)", title_justify="left")
    for heading in ("patroon", "gevonden via", "werking", "reviews"):
        shown.add_column(heading)
    for pattern in sorted(patterns, key=_weight)[:SHOWN]:
        shown.add_row(
            pattern.name,
            ROAD_NL[pattern.road],
            str(pattern.valence),
            f"{pattern.n_reviews} van {len(ran)}",
        )
    screen.print(shown)
    screen.print(f"{len(patterns)} patronen; in totaal {seconds:.0f} seconden.")
    screen.print("Open een rapport in een browser (er is geen netwerk nodig):")
    for one in ran:
        screen.print(f"  {one.name:22} {one.report}", soft_wrap=True)
    overview = place / "rapporten" / "patronen.html"
    screen.print(f"  {'patronen':22} {overview}", soft_wrap=True)


def tell_trends(place: Path) -> None:
    """Show trends over made-up reviews: six are too few to publish any number of."""
    # Late: charts take a second to load.
    from pipelines.simulated import REVIEWS, show_trends

    page = show_trends(place / "trends", today=dt.datetime.now(dt.UTC).date())
    screen.print(
        f"Trends, over {REVIEWS} NAGEMAAKTE reviews (zes zijn er te weinig voor een getal):"
    )
    screen.print(f"  {'jaarbeeld':22} {page}", soft_wrap=True)


def _weight(pattern: Pattern) -> tuple[int, int, str]:
    """Return what puts the surest roads and the widest spread first."""
    return (list(Road).index(pattern.road), -pattern.n_reviews, pattern.id)


if __name__ == "__main__":
    main()
