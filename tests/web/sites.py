"""What the tests of pages are about: a site in this process, or one that is served."""

import datetime as dt
import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from fastapi.testclient import TestClient

from ltnlp.casework.home import Home
from ltnlp.web import Sessions

TODAY = dt.date(2025, 3, 3)
HERE = "http://127.0.0.1:8321"

INTERVIEW = """\
Interviewer: Wanneer hoorde u voor het eerst van de zorgen?
Wijkteam: Op 4 maart 2024 belde de basisschool het wijkteam over Jesse Hoekema. \
Drie weken later heeft Marloes Prins van het wijkteam het gezin bezocht.
Interviewer: En daarna?
Wijkteam: Op 2 april 2024 is een melding gedaan bij Veilig Thuis. Wij hoorden daar \
niets meer van terug.
"""


@dataclass(frozen=True, kw_only=True)
class Site:
    """One home, its sessions, and a client that is signed in."""

    home: Home
    sessions: Sessions
    client: TestClient

    def proof(self, path: str = "/") -> str:
        """Return what a form on a page brings back."""
        found = re.search(r'name="bewijs" value="([^"]+)"', self.client.get(path).text)
        assert found
        return found[1]


@dataclass(frozen=True, kw_only=True)
class Served:
    """`ltnlp serve` in a process of its own."""

    process: "subprocess.Popen[str]"
    address: str
    sign_in: str


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def start_server(home: Home, log: Path) -> Served:
    """Start `ltnlp serve` as a person would, and wait for it to answer."""
    port = free_port()
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "ltnlp", "serve", "--port", str(port)],
            env=dict(os.environ) | {"LTNLP_HOME": str(home.root), "COLUMNS": "200"},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    line = ""
    while "token=" not in line:
        line = process.stdout.readline()
        assert line, log.read_text()
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    return Served(
        process=process, address=f"http://127.0.0.1:{port}", sign_in=line.strip()
    )


def stop_server(served: Served) -> None:
    served.process.terminate()
    served.process.wait(10)
    assert served.process.stdout is not None
    served.process.stdout.close()
