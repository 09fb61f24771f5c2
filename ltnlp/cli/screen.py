"""How the command line speaks: tables and sentences on a screen, data on the pipe."""

import datetime as dt
import os
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ltnlp.domain.months import day_in_words

PIPE_WIDTH = 240
"""Columns of a table that goes into a file or another program."""


def _width() -> int | None:
    """Return no width for a terminal, which knows its own, and a wide one for a pipe."""
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return None if known else PIPE_WIDTH


screen = Console(highlight=False, width=_width())
errors = Console(stderr=True, highlight=False)


def problem(sentence: str) -> None:
    """Say on the error channel what is wrong."""
    errors.print("[bold red]Let op:[/]", escape(sentence), soft_wrap=True)


def say(sentence: str) -> None:
    """Say something on the screen, as it is: brackets of a source are no colours."""
    screen.print(escape(sentence), soft_wrap=True)


def table(
    title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> None:
    """Show rows under Dutch headings."""
    shown = Table(title=escape(title), title_justify="left", show_lines=False)
    for column in columns:
        shown.add_column(escape(column), overflow="fold")
    for row in rows:
        shown.add_row(*map(escape, row))
    screen.print(shown)


def day(date: dt.date | None) -> str:
    """Return a day as a Dutch reader writes it; a question mark when open."""
    return day_in_words(date) if date else "?"


def interval(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return first and last day in Dutch: one day, a stretch, or open."""
    if earliest is None and latest is None:
        return "zonder datum"
    if earliest == latest:
        return day(earliest)
    if earliest is None:
        return f"tot en met {day(latest)}"
    if latest is None:
        return f"vanaf {day(earliest)}"
    return f"{day(earliest)} – {day(latest)}"


def today() -> dt.date:
    """Return today: the only clock of the command line."""
    return dt.datetime.now(dt.UTC).astimezone().date()
