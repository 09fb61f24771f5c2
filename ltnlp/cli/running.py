"""Commands that bring sources in or take them out, and do the work."""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from ltnlp.casework import compare as comparing
from ltnlp.casework import correct as correcting
from ltnlp.casework import intake
from ltnlp.casework.home import Home
from ltnlp.casework.progress import STEP_NL, RunState, Stage, Step
from ltnlp.casework.reconstruct import Summary, reconstruct
from ltnlp.casework.runner import configured_runner, find_runner
from ltnlp.casework.taking_out import take_out, taking_out
from ltnlp.cli.lines import every_line
from ltnlp.cli.review import Id, tell_received
from ltnlp.cli.screen import errors, problem, say, table
from ltnlp.domain.errors import InputError
from ltnlp.reporting.words_nl import lost, recorded

FOLLOW_SECONDS = 0.5
STAGE_NL = {
    Stage.NEVER: "Nog niet doorgerekend.",
    Stage.WAITING: "Het wacht om te beginnen.",
    Stage.RUNNING: "Het begint.",
    Stage.DONE: "Doorgerekend.",
    Stage.FAILED: "Het doorrekenen is mislukt.",
}
NUMBERS = (
    ("documents", "documenten"),
    ("words", "woorden"),
    ("identifiers", "vervangen namen en nummers"),
    ("entities", "verschillende personen, plaatsen en instellingen"),
    ("dates", "tijdsaanduidingen"),
    ("events", "gebeurtenissen"),
    ("conflicts", "conflicten tussen lezingen"),
    ("interactions", "interacties"),
    ("factors", "voorgestelde factoren"),
    ("moments", "voorgestelde cruciale momenten"),
    ("gaps", "gaten en open eindes"),
)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(add)
    app.command()(remove)
    app.command()(run)
    app.command()(status)
    app.command()(correct)
    app.command()(compare)


def add(
    review: Id,
    files: Annotated[list[Path], typer.Argument(help="Een of meer bestanden.")],
    slot: Annotated[
        str | None, typer.Option(help="Plaats van de bron die vervangen wordt.")
    ] = None,
) -> None:
    """Voeg bronnen toe; wat niet te lezen is houdt de rest niet op."""
    uploads = intake.uploads_from_paths(files)
    if slot is not None:
        if len(files) != 1:
            raise InputError("one file", message_nl="Vervang één bestand tegelijk.")
        uploads = (intake.replacing(upload, slot) for upload in uploads)
    received = intake.add_sources(Home.open(), review, uploads)
    tell_received(received)
    if any(source.problem_nl for source in received):
        raise typer.Exit(1)


def remove(
    review: Id,
    slot: Annotated[str, typer.Argument(help="Plaats van de bron, zoals s002.")],
    sure: Annotated[
        bool,
        typer.Option("--sure", help="Doe het; anders staat er alleen wat het doet."),
    ] = False,
) -> None:
    """Haal een bron uit de review; eerst staat er wat dat doet."""
    home = Home.open()
    told = taking_out(home, review, slot)
    say(
        f"Verdwijnt: de tekst, en {len(told.gone)} gebeurtenissen die alleen in deze bron "
        f"staan. Blijft: {told.shared} gebeurtenissen die ook in een andere bron staan, en "
        f"alles wat mensen beslisten (van {told.lost} verbeteringen verdwijnt de plek)."
    )
    if not sure:
        say("Er is niets veranderd. Met --sure gaat de bron eruit, voorgoed.")
        return
    take_out(home, review, slot, by="begeleider")
    say(f"De bron is eruit. Reken opnieuw door: ltnlp run {review}")


def run(
    review: Id,
    runner: Annotated[
        str | None,
        typer.Option(help="Laat het elders doen: local of prefect."),
    ] = None,
) -> None:
    """Doe alle stappen van een review."""
    home = Home.open()
    if runner is not None:
        find_runner(runner).start(home, review)
        say("De review is doorgegeven; 'ltnlp status' zegt hoe ver hij is.")
        return
    tell_summary(with_progress(home, review))


def status(
    review: Id,
    follow: Annotated[
        bool, typer.Option("--follow", help="Blijf kijken tot het klaar is.")
    ] = False,
    runner: Annotated[
        str | None, typer.Option(help="Waar gekeken wordt: local of prefect.")
    ] = None,
) -> None:
    """Zeg hoe ver het doorrekenen is, ook als een ander het doet."""
    home = Home.open()
    home.entry(review)
    worker = find_runner(runner) if runner else configured_runner()
    state, before = worker.state(home, review), ""
    while follow and state.under_way:
        if in_words(state) != before:
            before = in_words(state)
            say(before)
        time.sleep(FOLLOW_SECONDS)
        state = worker.state(home, review)
    say(in_words(state))
    if state.state is Stage.FAILED:
        raise typer.Exit(1)


def in_words(state: RunState) -> str:
    """Return how far a run is, as one Dutch sentence."""
    if state.step and state.under_way:
        part = f" ({state.done} van {state.total})" if state.total > 1 else ""
        return f"Bezig: {STEP_NL[Step(state.step)]}{part}."
    return state.problem_nl or STAGE_NL[state.state]


def with_progress(home: Home, review: str) -> Summary:
    """Run a review and show on the error channel how far it is."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as bars:
        bar = bars.add_task("beginnen", total=None)

        def tell(step: Step, done: int, total: int) -> None:
            bars.update(bar, description=STEP_NL[step], completed=done, total=total)

        return reconstruct(home, review, progress=tell)


def tell_summary(summary: Summary) -> None:
    """Show what a run made, in numbers."""
    rows = [(dutch, str(getattr(summary, name))) for name, dutch in NUMBERS]
    rows.append(("seconden", f"{summary.seconds:.1f}"))
    table(f"Review {summary.review}", ("wat", "aantal"), rows)
    if summary.orphans:
        problem(lost(summary.orphans))


def correct(
    review: Id,
    source: Annotated[
        Path | None, typer.Option("--input", help="Bestand met verbeteringen.")
    ] = None,
) -> None:
    """Leg verbeteringen vast, één JSON-object per regel."""
    done = correcting.correct(Home.open(), review, every_line(source))
    known = done.known_before
    say(f"{recorded(done.appended, 'verbetering', 'verbeteringen', known=known)}.")
    for number, why in done.refused:
        problem(f"Regel {number}: {why}")
    if done.refused:
        raise typer.Exit(1)
    say("Ze gelden vanaf de volgende 'ltnlp run'.")


def compare(
    reviews: Annotated[
        list[str] | None, typer.Argument(help="Nummers; zonder nummers: alle.")
    ] = None,
    export: Annotated[Path | None, typer.Option(help="Map voor cross.json.")] = None,
) -> None:
    """Vergelijk reviews en zoek patronen die boven de casus uitgaan."""
    home = Home.open()
    comparison = comparing.compare(home, reviews or ())
    rows = [
        (p.id, p.name, str(p.road), str(p.valence), str(p.n_reviews))
        for p in comparison.patterns
    ]
    table("Patronen", ("id", "naam", "weg", "werking", "reviews"), rows)
    if export is not None:
        comparing.export_comparison(home, comparison, export)
        say("cross.json is geschreven.")
