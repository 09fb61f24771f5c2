"""A standing Prefect server with a worker, as the recipe in `docs/how-to` starts them."""

import datetime as dt
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PATIENCE = 150.0
POSTGRES = os.environ.get("LTNLP_TEST_POSTGRES", "")
"""user@host:port/database: then Prefect keeps its memory there, not in SQLite."""


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(what: str, true: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """Return what `true` gives as soon as it is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := true():
            return found
        time.sleep(0.3)
    raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")


@dataclass(kw_only=True)
class Standing:
    """One installation in a folder: its home, its key, its Prefect, its processes."""

    place: Path
    port: int = field(default_factory=free_port)
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def environment(self) -> dict[str, str]:
        """Return what the processes are told; `LTNLP_TEST_POSTGRES` names a database."""
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT")}
        if POSTGRES:
            url = f"postgresql+asyncpg://{POSTGRES}"
            inherited["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = url
        return inherited | {
            "LTNLP_HOME": str(self.place / "home"),
            "LTNLP_KEY_FILE": str(self.place / "keys" / "master.key"),
            "LTNLP_RUNNER": "prefect",
            "PREFECT_HOME": str(self.place / "prefect"),
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_WORKER_QUERY_SECONDS": "1",
            "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
            "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "3",
            "COLUMNS": "200",
        }

    def log(self, name: str) -> Path:
        return self.place / f"{name}.log"

    def start(self, name: str, *command: str) -> None:
        """Start a process of the installation's own, by name."""
        with self.log(name).open("ab") as log:
            self.running[name] = subprocess.Popen(
                [str(BIN / command[0]), *command[1:]],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def stop(self, name: str, how: int = signal.SIGTERM) -> None:
        process = self.running.pop(name)
        process.send_signal(how)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            # A busy machine: what matters is that it is gone.
            process.kill()
            process.wait(30)

    def start_server(self) -> None:
        self.start(
            "server",
            *("prefect", "server", "start", "--host", "127.0.0.1"),
            *("--port", str(self.port)),
        )
        wait_for("the server", lambda: self.asks("/health"), 90)

    def start_worker(self) -> None:
        command = ("prefect", "worker", "start", "--pool", "ltnlp", "--limit", "2")
        self.start("worker", *command)

    def run(self, *command: str) -> str:
        """Run a command to its end and return what it says; it may fail."""
        done = subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout + done.stderr

    def asks(self, path: str, body: object = None) -> Any:
        """Return what the server's API says; None when it cannot answer now."""
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.api + path, content, {"content-type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.loads(answer.read() or b"{}")
        except OSError:
            return None

    def every_few_seconds(self, deployment: str) -> None:
        """Let a deployment's schedule fire in seconds instead of days."""
        name = f"/deployments/name/{deployment}"
        found = wait_for(deployment, lambda: self.asks(name))
        schedule = {"interval": 8, "anchor_date": dt.datetime.now(dt.UTC).isoformat()}
        wait_for(
            "the schedule",
            lambda: self.asks(
                f"/deployments/{found['id']}/schedules",
                [{"schedule": schedule, "active": True}],
            ),
        )

    def state(self, review: str) -> dict[str, Any]:
        """Return what the run of a review wrote of itself."""
        file = self.place / "home" / "reviews" / review / "run.json"
        return json.loads(file.read_text()) if file.exists() else {"state": "never"}

    def traces(self, needle: str) -> dict[str, int]:
        """Return where in Prefect's own database a string stands, and how often."""
        if POSTGRES:
            return self._traces_in_postgres(needle)
        database = f"file:{self.place / 'prefect' / 'prefect.db'}?mode=ro"
        found: dict[str, int] = {}
        with closing(sqlite3.connect(database, uri=True)) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
            for (table,) in tables.fetchall():
                columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
                for column in (row[1] for row in columns):
                    where = f'instr(CAST("{column}" AS TEXT), ?)'
                    count = f'SELECT count(*) FROM "{table}" WHERE {where}'  # noqa: S608
                    times = connection.execute(count, (needle,)).fetchone()[0]
                    if times:
                        found[f"{table}.{column}"] = times
        return found

    def _traces_in_postgres(self, needle: str) -> dict[str, int]:
        """As `traces`; the columns are told by their place in a dump."""
        dump = subprocess.run(
            ["pg_dump", "--data-only", f"postgresql://{POSTGRES}"],
            capture_output=True,
            text=True,
            check=True,
        )
        found: dict[str, int] = {}
        columns: list[str] = []
        for line in dump.stdout.splitlines():
            if line.startswith("COPY public."):
                table = line.split()[1].removeprefix("public.")
                columns = line.partition("(")[2].partition(")")[0].split(", ")
            elif needle in line:
                cells = zip(columns, line.split("\t"), strict=True)
                for name in (name for name, cell in cells if needle in cell):
                    place = f"{table}.{name}"
                    found[place] = found.get(place, 0) + 1
        return found
