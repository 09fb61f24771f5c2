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

    def sent(self, page: str, **typed: str):
        """Return the answer to the form of a page, sent with its proof."""
        data = {"bewijs": self.proof(page), **typed}
        return self.client.post(page, data=data)


@dataclass(kw_only=True)
class Served:
    """`ltnlp serve` in a process of its own."""

    process: "subprocess.Popen[str]"
    address: str

    def next_sign_in(self) -> str:
        """Return the address to sign in with: each is printed when the last is used."""
        assert self.process.stdout is not None
        line = "-"
        while "token=" not in line:
            line = self.process.stdout.readline()
            assert line, "the program ended before it said where to sign in"
        return line.strip()


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
            env=dict(os.environ)
            | {
                "LTNLP_HOME": str(home.root),
                "LTNLP_KEY_FILE": str(home.key_file),
                "COLUMNS": "200",
            },
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Served(process=process, address=f"http://127.0.0.1:{port}")
        time.sleep(0.1)
    process.kill()
    raise AssertionError(log.read_text())


def stop_server(served: Served) -> None:
    served.process.terminate()
    served.process.wait(20)
    assert served.process.stdout is not None
    served.process.stdout.close()
