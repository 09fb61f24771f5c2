"""`ltnlp serve`: the pages, on this machine only unless asked otherwise."""

import os
from typing import Annotated

import typer

from ltnlp.casework.home import Home
from ltnlp.casework.runner import LOCAL, find_runner
from ltnlp.cli.screen import say

PORT = 8321


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(serve)


def serve(
    port: Annotated[int, typer.Option(help="Poort.")] = PORT,
    host: Annotated[str, typer.Option(help="Adres waarop geluisterd wordt.")] = (
        "127.0.0.1"
    ),
    runner: Annotated[
        str | None, typer.Option(help="Wie het werk doet: local of prefect.")
    ] = None,
) -> None:
    """Start de pagina's; het adres om u aan te melden staat op het scherm."""
    # Late: a web server is no part of the other commands.
    import uvicorn

    from ltnlp.web import Sessions, create_app
    from ltnlp.web.app import HOSTS

    sessions = Sessions()
    worker = find_runner(runner or os.environ.get("LTNLP_RUNNER", LOCAL))
    app = create_app(
        Home.open(), sessions=sessions, runner=worker, hosts=(*HOSTS, host)
    )
    say("Open dit adres in uw browser; het werkt één keer:")
    say(f"http://{host}:{port}/aanmelden?token={sessions.token}")
    # No access log: it would hold the token.
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
