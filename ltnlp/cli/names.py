"""`ltnlp names`: who is who, and the places where that is in doubt; shows names."""

from typing import Annotated

import typer

from ltnlp.casework.home import Home
from ltnlp.casework.names import names_sheet
from ltnlp.cli.review import Id
from ltnlp.cli.screen import say, table


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(names)


def names(
    review: Id,
    doubts: Annotated[
        bool, typer.Option("--doubts", help="Alleen de plaatsen met twijfel.")
    ] = False,
) -> None:
    """Laat zien wie wie is, en waar dat niet zeker is; toont echte namen."""
    sheet = names_sheet(Home.open(), review)
    if not doubts:
        table(
            "Wie is wie",
            ("aanduiding", "in de bronnen", "keer", "twijfel", "kenmerk"),
            [
                (
                    one.pseudonym,
                    ", ".join(one.forms),
                    str(one.times),
                    str(one.doubts or ""),
                    one.id,
                )
                for one in sheet.named
            ],
        )
    table(
        "Wie wordt hier bedoeld?",
        ("bron", "plaats", "woorden", "nu", "of"),
        [
            (
                one.label,
                f"{one.span.start}-{one.span.end}",
                f"…{one.before[-30:]}»{one.words}«{one.after[:30]}…",
                one.whose,
                ", ".join(one.others),
            )
            for one in sheet.doubts
        ],
    )
    if sheet.doubts:
        say(
            "Kies per plaats met 'ltnlp correct': "
            '{"do": "name", "document": "…", "start": …, "end": …, "person": "p3"}, '
            'of voor iemand anders {"do": "split_person", …, "scope": "here"}, '
            'of als het geen naam is {"do": "not_name", …, "scope": "here"}.'
        )
    if sheet.waiting:
        say(f"Besluiten die wachten op opnieuw doorrekenen: {sheet.waiting}.")
