"""The pages over a home of their own, asked without a network or in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ltnlp.casework.home import Home
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.casework.runner import LocalRunner, Runner
from ltnlp.domain.mentions import RosterEntry
from ltnlp.web import Sessions, create_app
from tests.web.sites import HERE, INTERVIEW, TODAY, Site


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("LTNLP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LTNLP_KEY_FILE", str(tmp_path / "keys" / "master.key"))
    monkeypatch.delenv("LTNLP_KEY", raising=False)
    monkeypatch.delenv("LTNLP_RUNNER", raising=False)
    return Home.open()


@pytest.fixture
def build(home: Home) -> Iterator[Callable[[Runner], Site]]:
    """Make the application over the home with a runner, and sign in."""
    clients: list[TestClient] = []

    def made(runner: Runner) -> Site:
        sessions = Sessions()
        app = create_app(home, sessions=sessions, runner=runner)
        client = TestClient(app, base_url=HERE)
        clients.append(client)
        client.get("/aanmelden", params={"token": sessions.token})
        return Site(home=home, sessions=sessions, client=client)

    yield made
    for client in clients:
        client.close()


@pytest.fixture
def site(build: Callable[[Runner], Site]) -> Site:
    return build(LocalRunner())


@pytest.fixture
def review(home: Home) -> str:
    """A review with one source that can be run."""
    made = new_review(
        home,
        Intake(
            title="Leerreview voor de proef",
            participants=(
                RosterEntry(name="Jesse Hoekema", role="jeugdige"),
                RosterEntry(name="Marloes Prins", role="wijkteammedewerker"),
            ),
        ),
        today=TODAY,
    )
    add_sources(
        home, made, [Upload(content=INTERVIEW.encode(), file_name="gesprek.txt")]
    )
    return made


@pytest.fixture
def empty_review(home: Home) -> str:
    return new_review(home, Intake(title="Nog leeg"), today=TODAY)
