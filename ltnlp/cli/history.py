"""Commands that show what was: versions of the timeline, and the journal."""

import typer

from ltnlp.casework import entries as journals
from ltnlp.casework import versions as kept
from ltnlp.casework.home import Home
from ltnlp.cli.review import Id
from ltnlp.cli.screen import day, say, table
from ltnlp.reporting import changes_in_words


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(versions)
    app.command()(journal)


def versions(review: Id) -> None:
    """Laat de versies van de tijdlijn zien; vergelijk met 'timeline --compare'."""
    rows = [
        (
            str(line.number),
            f"{day(line.made_at.astimezone().date())} {line.made_at.astimezone():%H:%M}",
            str(line.events),
            str(line.sources),
            str(line.corrections),
        )
        for line in kept.list_versions(Home.open(), review)
    ]
    heads = ("versie", "gemaakt", "gebeurtenissen", "bronnen", "verbeteringen")
    table("Versies", heads, rows)


def differences(review: str, before: int | None) -> None:
    """Show what came, went and changed since a version, and why."""
    found = kept.compare_versions(Home.open(), review, before)
    if found is None:
        say("Er is nog maar één versie van deze tijdlijn.")
        return
    say(f"Versie {found.after} vergeleken met versie {found.before}.")
    told = changes_in_words(found)
    for title, lines in told:
        table(title, ("wat en waarom",), [(line,) for line in lines])
    if not told:
        say("Er is niets veranderd.")


def journal(review: Id) -> None:
    """Laat alle verbeteringen zien: wie, wat, waarom, en of ze hun plaats nog vinden."""
    rows = [
        (day(e.on), e.by, e.do, e.about, e.why, e.stands_nl)
        for e in journals.entries(Home.open(), review)
    ]
    heads = ("wanneer", "door", "wat", "over", "waarom", "stand")
    table("Journaal", heads, rows)
