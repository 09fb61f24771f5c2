"""`ltnlp serve`: the pages, on this machine only unless asked otherwise."""

import ipaddress
import socket
from typing import Annotated

import typer

from ltnlp.casework.home import Home
from ltnlp.casework.runner import configured_runner, find_runner
from ltnlp.cli.screen import problem, say
from ltnlp.domain.errors import InputError

PORT = 8321
SECONDS_TO_LEAVE = 3
"""How long an open page may hold up the end of the program."""


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(serve)


def serve(
    port: Annotated[int, typer.Option(help="Poort.")] = PORT,
    host: Annotated[str, typer.Option(help="Adres waarop geluisterd wordt.")] = (
        "127.0.0.1"
    ),
    name: Annotated[
        list[str] | None,
        typer.Option(help="Naam achter https waaronder anderen de pagina's bereiken."),
    ] = None,
    runner: Annotated[
        str | None, typer.Option(help="Wie het werk doet: local of prefect.")
    ] = None,
) -> None:
    """Start de pagina's; het adres om u aan te melden staat op het scherm."""
    # Late: a second that no other command should pay for.
    import uvicorn

    from ltnlp.web import Sessions, create_app
    from ltnlp.web.app import HOSTS

    names = tuple(name or ())
    _require_free(host, port)
    if not _is_loopback(host):
        _warn_of_others(names)
    place = f"https://{names[0]}" if names else f"http://{_bracketed(host)}:{port}"
    sessions = Sessions(lambda token: _tell_again(place, token))
    app = create_app(
        Home.open(),
        sessions=sessions,
        runner=find_runner(runner) if runner else configured_runner(),
        hosts=(*HOSTS, *names),
    )
    say("Open dit adres in uw browser; het werkt één keer:")
    print(_address(place, sessions.token), flush=True)
    say("Stoppen: Ctrl-C. Wat wordt doorgerekend gaat dan gewoon door.")
    # No access log: it would hold the token.
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_LEAVE,
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _require_free(host: str, port: int) -> None:
    """Say it in Dutch when nobody can listen there.

    Raises:
        InputError: the port is taken or not allowed, or the address is not of here.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            raise InputError(
                f"cannot listen on port {port}",
                message_nl=f"Op {host} poort {port} kan niet worden geluisterd. Draait "
                "het programma al? Kies anders een andere poort met --port.",
            ) from None


def _warn_of_others(names: tuple[str, ...]) -> None:
    """Refuse to be reached under a name that nobody gave, and warn.

    Raises:
        InputError: no name was given.
    """
    if not names:
        raise InputError(
            "a name is needed",
            message_nl="Geef met --name op onder welke naam anderen deze pagina's "
            "bereiken.",
        )
    problem(
        "anderen in het netwerk kunnen deze pagina's bereiken. Zet er een versleutelde "
        "verbinding voor (https)."
    )


def _tell_again(place: str, token: str) -> None:
    say("Er is iemand aangemeld. Opnieuw of in een andere browser aanmelden:")
    print(_address(place, token), flush=True)


def _address(place: str, token: str) -> str:
    return f"{place}/aanmelden?token={token}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
