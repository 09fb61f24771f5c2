"""`ltnlp rows`: a timeline that was handed out as a table comes back."""

from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework.home import Home
from ltnlp.casework.rows_back import take_rows
from ltnlp.cli.lines import file_content
from ltnlp.cli.review import Id
from ltnlp.cli.screen import problem, say
from ltnlp.reporting.words_nl import missed, recorded

app = typer.Typer(help="De tijdlijn als tabel, aangepast en terug.")


@app.callback()
def rows() -> None:
    """De tijdlijn als tabel, aangepast en terug."""


@app.command("import")
def import_(
    review: Id,
    file: Annotated[Path, typer.Argument(help="De aangepaste tabel: Excel of CSV.")],
    by: Annotated[str, typer.Option(help="Rol van wie hem aanpaste.")] = "begeleider",
) -> None:
    """Neem een aangepaste tijdlijn terug: veranderde cellen worden verbeteringen."""
    name = f"tabel{file.suffix}"
    back = take_rows(Home.open(), review, file_content(file), name=name, by=by)
    known = back.known_before
    say(f"{recorded(back.appended, 'verbetering', 'verbeteringen', known=known)}.")
    if back.missing:
        say(missed(back.missing))
    for row, why in back.refused:
        problem(f"Regel {row}: {why}.")
    if back.refused:
        raise typer.Exit(1)
    say("Ze staan op de tijdlijn vanaf de volgende 'ltnlp run'.")
