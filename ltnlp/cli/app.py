"""The commands together, and the one place where errors become Dutch sentences."""

import sys

import typer

from ltnlp.cli import annotate, results, review, running, serving, upkeep
from ltnlp.cli.screen import problem
from ltnlp.domain.errors import LtnlpError

app = typer.Typer(
    name="ltnlp",
    help="Van bronnen naar tijdlijn, graaf en patronen, zonder namen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(review.app, name="review")
app.add_typer(annotate.app, name="annotate")
for commands in (running, results, upkeep, serving):
    commands.add_to(app)


def main() -> None:
    """Run a command; an error of ours becomes one Dutch sentence and status 1."""
    try:
        app()
    except LtnlpError as error:
        problem(error.message_nl)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the edge: messages may quote a source
        problem(
            f"Er ging iets mis dat niet had mogen gebeuren ({type(error).__name__})."
        )
        sys.exit(2)
