"""The commands together, and the one place where errors become Dutch sentences."""

import os
import sys
from io import TextIOWrapper

import typer

from ltnlp.casework.progress import problem_of
from ltnlp.cli import (
    annotate,
    check,
    history,
    names,
    results,
    review,
    risk,
    rows,
    running,
    serving,
    story,
    upkeep,
)
from ltnlp.cli.dutch import in_dutch
from ltnlp.cli.screen import problem
from ltnlp.cli.usage import explain, shows_help
from ltnlp.domain.errors import LtnlpError

app = typer.Typer(
    name="ltnlp",
    help="Van bronnen naar tijdlijn, verbanden en patronen, zonder namen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(review.app, name="review")
app.add_typer(story.app, name="story")
app.add_typer(check.app, name="check")
app.add_typer(rows.app, name="rows")
app.add_typer(annotate.app, name="annotate")
for commands in (running, results, names, history, risk, upkeep, serving):
    commands.add_to(app)


def main() -> None:
    """Run a command and end with its status.

    An error of ours becomes one Dutch sentence and status 1, a command that was typed
    wrongly status 2, and what should not have happened status 3.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(_status())


def _status() -> int:
    try:
        return int(in_dutch(app)(standalone_mode=False) or 0)
    except LtnlpError as error:
        problem(error.message_nl)
        return 1
    except BrokenPipeError:
        _close_output()
        return 1
    except Exception as error:  # noqa: BLE001 - the edge: messages may quote a source
        return _tell(error)


def _tell(error: Exception) -> int:
    if shows_help(error):
        print(str(error))
        return 0
    wrongly_typed = explain(error)
    if wrongly_typed is not None:
        problem(wrongly_typed)
        return 2
    problem(problem_of(error))
    return 3


def _close_output() -> None:
    """Leave nothing to be flushed to a reader who is gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
