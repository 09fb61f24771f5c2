"""Commands for upkeep: forget, a new master key, trends and doctor."""

from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import doctor as examining
from ltnlp.casework import forget as forgetting
from ltnlp.casework import trends
from ltnlp.casework.home import Home
from ltnlp.casework.master_key import replace_master_key
from ltnlp.casework.runner import configured_runner
from ltnlp.cli.screen import problem, say, table, today
from ltnlp.domain.errors import LtnlpError
from ltnlp.reporting.words_nl import counted


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(forget)
    app.command()(doctor)
    app.command("new-key")(new_key)
    app.command()(publish)
    app.command("trends")(trend_papers)


def forget(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Alleen laten zien wat er zou gebeuren.")
    ] = False,
) -> None:
    """Vernietig reviews waarvan de termijn voorbij is, met akkoord en zonder beletsel."""
    home = Home.open()
    done = forgetting.forget(home, today=today(), dry_run=dry_run)
    word = "zou vernietigd worden" if dry_run else "is vernietigd"
    rows = [(review, word) for review in done.destroyed]
    rows.extend((kept.review, f"blijft: {kept.why_nl}") for kept in done.kept)
    table("Vergeten", ("review", "wat"), rows)
    if done.destroyed and not dry_run:
        _erase_elsewhere(home, done.destroyed)


def _erase_elsewhere(home: Home, reviews: tuple[str, ...]) -> None:
    """Wipe what a standing server remembers; the nightly run does it if this cannot."""
    try:
        configured_runner().erase(home, reviews)
    except LtnlpError as error:
        problem(
            f"de sporen bij de server van het werk staan er nog. {error.message_nl}"
        )


def new_key() -> None:
    """Vervang de hoofdsleutel; oude kopieën van de sleutelbos openen daarna niets meer."""
    opened = replace_master_key(Home.open())
    say(
        f"De hoofdsleutel is vervangen ({counted(opened, 'review', 'reviews')}). Bewaar van "
        "het nieuwe sleutelbestand een kopie, niet bij de gegevens, en gooi oude weg."
    )


def publish(
    k: Annotated[
        int | None,
        typer.Option(
            "--k", help="Op hoeveel reviews een getal minstens rust; blijft gelden."
        ),
    ] = None,
    regions: Annotated[
        bool | None,
        typer.Option(
            "--regions/--no-regions", help="Of regio's genoemd mogen; blijft gelden."
        ),
    ] = None,
) -> None:
    """Geef een nieuwe versie van de trends uit, als er genoeg reviews bij kwamen."""
    home = Home.open()
    trends.set_trend_rules(home, k=k, regions=regions)
    made = trends.publish_trends(home, today=today())
    if made.path is None:
        say(f"Geen nieuwe versie: {made.why_nl.rstrip('.')}.")
    else:
        say(f"Trends over {made.reviews} reviews: {made.path}")


def trend_papers(
    folder: Annotated[Path, typer.Argument(help="Map waarin de stukken komen.")] = Path(
        "rapporten/trends"
    ),
    version: Annotated[
        int | None, typer.Option(help="Een eerdere versie in plaats van de nieuwste.")
    ] = None,
) -> None:
    """Maak het jaarbeeld (HTML, Word), grafieken en tabellen van uitgegeven trends."""
    # Late: charts take a second to load that no other command should wait for.
    from ltnlp.casework.trend_papers import write_trend_papers

    home = Home.open()
    written = write_trend_papers(home, folder, today=today(), version=version)
    say(f"Jaarbeeld: {written[0]} ({len(written)} bestanden).")


def doctor() -> None:
    """Kijk na of alles in orde is, en zeg wat te doen als dat niet zo is."""
    findings = examining.examine(Home.open())
    rows = [
        (
            f.what_nl,
            "in orde" if f.well else "NIET IN ORDE",
            "" if f.well else f.advice_nl,
        )
        for f in findings
    ]
    table("Onderzoek", ("wat", "stand", "advies"), rows)
    if not all(f.well for f in findings):
        say("Er is iets om te herstellen.")
        raise typer.Exit(1)
