"""`ltnlp story`: the story out in Word, and back with what a person wrote in it."""

from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import story as stories
from ltnlp.casework.home import Home
from ltnlp.cli.lines import file_content
from ltnlp.cli.review import Id
from ltnlp.cli.screen import problem, say, today

app = typer.Typer(help="Het verhaal in Word: maken, aanpassen en terugnemen.")


@app.command()
def write(
    review: Id,
    folder: Annotated[Path, typer.Argument(help="Map waarin het verhaal komt.")] = Path(
        "rapporten"
    ),
) -> None:
    """Maak het verhaal in Word; achteraan staat wat er sinds de vorige keer veranderde."""
    say(f"Verhaal: {stories.write_story(Home.open(), review, folder, today=today())}")


@app.command("import")
def import_(
    review: Id,
    file: Annotated[Path, typer.Argument(help="Het aangepaste Word-bestand.")],
    by: Annotated[str, typer.Option(help="Rol van wie het aanpaste.")] = "begeleider",
    leave_out: Annotated[
        bool,
        typer.Option("--leave-out", help="Laat weg wat uit het bestand is gehaald."),
    ] = False,
) -> None:
    """Neem een aangepast verhaal terug: wat u schreef blijft staan bij elke run."""
    done = stories.take_back(
        Home.open(), review, file_content(file), by=by, leave_out=leave_out
    )
    say(f"Aangepaste alinea's vastgelegd: {done.edited}; eigen alinea's: {done.added}.")
    if done.views:
        say(f"Zienswijzen bij cruciale momenten vastgelegd: {done.views}.")
    if done.settled:
        say(f"Nagekeken alinea's, zonder waarschuwing verder: {done.settled}.")
    if done.missing and leave_out:
        say(f"Weggelaten alinea's: {done.missing}.")
    elif done.missing:
        problem(
            f"Alinea's die niet meer in het bestand staan: {done.missing}. Ze blijven in "
            "het verhaal; met --leave-out worden ze weggelaten."
        )
    if done.refused:
        problem(f"Alinea's die niet konden worden vastgelegd: {done.refused}.")
        raise typer.Exit(1)
    say("Ze staan in het verhaal vanaf de volgende 'ltnlp run'.")
