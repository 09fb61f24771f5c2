"""`ltnlp risk`: what remains that could point to somebody."""

from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import datings
from ltnlp.casework import risk as risks
from ltnlp.casework.home import Home
from ltnlp.cli.review import Id
from ltnlp.cli.screen import say, table, today
from ltnlp.reporting.risk import risk_combinations, risk_lines


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(risk)
    app.command("release-dates")(release_dates)


def risk(
    review: Id,
    folder: Annotated[
        Path | None, typer.Option("--report", help="Map voor de risicopagina.")
    ] = None,
) -> None:
    """Laat zien wat er overblijft dat naar iemand kan wijzen, en wat dat verkleint."""
    home = Home.open()
    if folder is not None:
        say(f"Pagina: {risks.write_risk(home, review, folder, today=today())}")
        return
    sheet = risks.risk_sheet(home, review)
    table(
        "Samen herkenbaar",
        ("samen", "geldt voor", "kans", "wat helpt"),
        [
            (" + ".join(one.parts), one.families, str(one.level), " ".join(one.lowers))
            for one in risk_combinations(sheet)
        ],
    )
    table(
        "Wat overblijft",
        ("wat", "soort", "hoe zeldzaam", "keer", "keuze", "kenmerk"),
        [
            (one.what, one.kind, one.rare, str(one.times), one.decided, one.flag)
            for one in risk_lines(sheet)
        ],
    )
    if sheet.open_flags:
        say(
            "Kies per kenmerk met 'ltnlp correct': "
            '{"do": "generalise", "person": "p12", "choice": "keep"}, '
            '{"…", "choice": "mask"} of {"…", "instead": "ruimere woorden"}.'
        )


def release_dates(
    rule: Annotated[
        str | None, typer.Argument(help="true, shift, month, quarter of year.")
    ] = None,
) -> None:
    """Laat zien of bepaal hoe rapporten en stukken datums noemen als niemand iets kiest."""
    home = Home.open()
    found = datings.rule_of(home) if rule is None else datings.set_rule(home, rule)
    shown = datings.RULES_NL[found] or "ware datums"
    say(f"Uitgiften: {shown} ({found}).")
