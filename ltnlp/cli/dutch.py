"""Help pages in Dutch, where the library would speak English."""

from typing import Any

import typer
from typer import rich_utils
from typer.main import get_command

TITLES = {
    "ARGUMENTS_PANEL_TITLE": "Wat u opgeeft",
    "OPTIONS_PANEL_TITLE": "Keuzes",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "DEFAULT_STRING": "[anders: {}]",
    "REQUIRED_LONG_STRING": "[verplicht]",
}
HELP_NL = "Toon deze uitleg."


def in_dutch(app: typer.Typer) -> Any:
    """Return the commands of `app`, ready to be called, with help pages in Dutch."""
    for name, words in TITLES.items():
        setattr(rich_utils, name, words)
    whole = get_command(app)
    _tell(whole)
    return whole


def _tell(command: Any) -> None:
    option = command.get_help_option(typer.Context(command))
    option.help = HELP_NL
    for below in getattr(command, "commands", {}).values():
        _tell(below)
