"""`ltnlp check`: papers for the member check out, and the answers in."""

from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import check as checks
from ltnlp.casework.home import Home
from ltnlp.cli.lines import file_content
from ltnlp.cli.review import Id
from ltnlp.cli.screen import problem, say, table, today
from ltnlp.reading import files_in
from ltnlp.reporting.words_nl import recorded

app = typer.Typer(help="Deelnemers laten nakijken wat zij vertelden.")


@app.command()
def write(
    review: Id,
    folder: Annotated[Path, typer.Argument(help="Map voor de formulieren.")] = Path(
        "rapporten"
    ),
) -> None:
    """Maak voor elke deelnemer een formulier met alleen het eigen verhaal."""
    made = checks.write_checks(Home.open(), review, folder, today=today())
    rows = [(str(p.path), p.participant, str(p.tellings)) for p in made]
    table("Formulieren", ("bestand", "voor", "lezingen"), rows)


@app.command("import")
def import_(
    review: Id,
    files: Annotated[
        list[Path], typer.Argument(help="Ingevulde formulieren, of een zip ervan.")
    ],
    by: Annotated[
        str | None, typer.Option(help="Rol van wie antwoordde; anders zoals gemaakt.")
    ] = None,
) -> None:
    """Neem de antwoorden op in het journaal, onder de rol van de deelnemer."""
    home = Home.open()
    refused = 0
    forms = [
        form for file in files for form in files_in(file_content(file), name=file.name)
    ]
    for number, form in enumerate(forms, start=1):
        if form.problem is not None:
            problem(f"Formulier {number}: {form.problem.message_nl}")
            refused += 1
            continue
        done = checks.take_answers(home, review, form.content, by=by)
        known = done.known_before
        taken = recorded(done.appended, "antwoord", "antwoorden", known=known)
        say(f"Formulier {number}: {taken}.")
        for _, why in done.refused:
            problem(f"Formulier {number}: {why}")
        refused += len(done.refused)
    if refused:
        raise typer.Exit(1)
    say("Ze staan naast de tijdlijn vanaf de volgende 'ltnlp run'.")
