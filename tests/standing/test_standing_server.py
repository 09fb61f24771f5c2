"""A standing server does the work: from a command, from a page, on a schedule.

One server and one worker serve all tests of this file, which stand in their order.
"""

import datetime as dt
import re
import socket
import urllib.parse
import urllib.request
import warnings
from collections.abc import Iterator
from http.cookiejar import CookieJar

import pytest

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.progress import BusyError, Stage
from ltnlp.casework.runner import Runner
from ltnlp.domain.errors import StateError
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.keys import Keyring
from tests.standing.installation import Standing, free_port, wait_for

pytestmark = pytest.mark.slow

NAME = "Jesse Hoekema"
TODAY = dt.date(2025, 3, 3)
TEXT = f"""\
Wijkteam: Op 4 maart 2024 belde de basisschool het wijkteam over {NAME}.
Wijkteam: Op 2 april 2024 is een melding gedaan bij Veilig Thuis. Wij hoorden niets.
"""


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    made = Standing(place=tmp_path_factory.mktemp("standing"))
    made.start_server()
    try:
        made.run("prefect", "work-pool", "create", "ltnlp", "--type", "process")
        deployed = made.run("prefect", "--no-prompt", "deploy", "--all")
        assert deployed.count("successfully created") == 5, deployed
        yield made
    finally:
        for name in [*made.running][::-1]:
            made.stop(name)


@pytest.fixture(scope="module")
def home(standing: Standing) -> Home:
    key_file = standing.place / "keys" / "master.key"
    root = standing.place / "home"
    ring = Keyring(root / "keyring", key_file=key_file)
    return Home(root=root, keyring=ring, key_file=key_file)


@pytest.fixture
def runner(standing: Standing) -> Iterator[Runner]:
    """The runner as a program has it whose settings name the standing server."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from prefect.settings import PREFECT_API_URL, temporary_settings

        from pipelines.runner import PrefectRunner
    with temporary_settings({PREFECT_API_URL: standing.api}):
        yield PrefectRunner()


@pytest.fixture(scope="module")
def begun(home: Home) -> list[str]:
    """Two reviews with one source each."""
    return [new_review(home) for _ in range(2)]


def new_review(home: Home) -> str:
    participants = (RosterEntry(name=NAME, role="jeugdige"),)
    intake = reviews.Intake(title="Proef", participants=participants)
    review = reviews.new_review(home, intake, today=TODAY)
    add_sources(home, review, [Upload(content=TEXT.encode(), file_name="a.txt")])
    return review


class Browser:
    """A page without a browser: signed in, with its proof."""

    def __init__(self, sign_in: str) -> None:
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self.address = sign_in.partition("/aanmelden")[0]
        page = self.open(sign_in)
        found = re.search(r'name="bewijs" value="([^"]+)"', page)
        assert found
        self.proof = found[1]

    def open(self, address: str, **typed: str) -> str:
        body = urllib.parse.urlencode(typed).encode() if typed else None
        with self._opener.open(address, body, timeout=60) as answer:
            return str(answer.read().decode())


@pytest.fixture
def browser(standing: Standing) -> Iterator[Browser]:
    port = free_port()
    standing.start("pages", "ltnlp", "serve", "--port", str(port))
    found = wait_for(
        "the pages", lambda: re.search(r"http://\S+token=\S+", said(standing, "pages"))
    )

    def answers() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for("the pages", answers)
    yield Browser(found[0])
    standing.stop("pages")


def said(standing: Standing, name: str) -> str:
    return standing.log(name).read_text()


def test_a_page_hands_over_and_the_work_outlives_the_server(
    standing: Standing, home: Home, runner: Runner, browser: Browser, begun: list[str]
) -> None:
    review = begun[1]
    page = f"{browser.address}/reviews/{review}"
    browser.open(f"{page}/doorrekenen", bewijs=browser.proof)
    assert "Het begint zo" in browser.open(page)
    assert runner.state(home, review).state is Stage.WAITING
    with pytest.raises(BusyError):
        runner.start(home, review)
    assert "geen worker" in runner.complaint_nl()

    standing.stop("server")
    assert "De Prefect-server antwoordt niet" in browser.open(page)
    assert "antwoordt niet" in runner.complaint_nl()
    with pytest.raises(StateError, match="does not answer"):
        runner.start(home, begun[0])
    standing.start_server()
    standing.start_worker()

    told = browser.open(f"{page}/voortgang")
    states = re.findall(r'"state": "(\w+)"', told)
    assert (states[0], states[-1]) == ("waiting", "done"), told
    assert "namen zoeken" in told
    assert "Open het rapport" in browser.open(page)
    assert runner.complaint_nl() == ""
    run = standing.state(review)["run"]
    wait_for("the server", lambda: ended_as(standing, run) == "COMPLETED")


def ended_as(standing: Standing, run: str) -> str:
    return str((standing.asks(f"/flow_runs/{run}") or {}).get("state_type"))


def test_what_dies_with_its_worker_is_taken_up_again(
    standing: Standing,
    home: Home,
    runner: Runner,
    begun: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pipelines import runner as handing_over

    review = begun[0]
    said = standing.run("ltnlp", "run", review, "--runner", "prefect")
    assert "doorgegeven" in said
    wait_for("the run", lambda: runner.state(home, review).state is Stage.RUNNING)
    first = standing.state(review)["run"]
    assert handing_over.take_up_again(home) == (), "it is alive"
    standing.stop("worker")
    assert runner.state(home, review).state is Stage.FAILED
    assert "gestopt" in standing.run("ltnlp", "status", review)
    assert ended_as(standing, first) == "RUNNING", "the server was told nothing"

    now = dict.fromkeys(handing_over.COMING_UP, dt.timedelta(0))
    monkeypatch.setattr(handing_over, "COMING_UP", now)
    assert handing_over.take_up_again(home) == (review,)
    assert ended_as(standing, first) == "CRASHED"
    assert handing_over.take_up_again(home) == (), "it waits for a worker"
    standing.start_worker()
    wait_for("the second run", lambda: runner.state(home, review).state is Stage.DONE)
    assert standing.state(review)["attempt"] == 2
    assert standing.state(review)["run"] != first


def test_schedules_fire_and_a_forgotten_review_leaves_no_trace(
    standing: Standing, home: Home, begun: list[str]
) -> None:
    gone, stays = begun[0], begun[1]
    assert set(standing.traces(gone)) == {"flow_run.parameters", "artifact.data"}
    reviews.end(home, gone, state=ReviewState.CLOSED, today=TODAY)
    reviews.approve(home, gone, by="privacyfunctionaris", today=TODAY)
    standing.every_few_seconds("forget/nightly")
    standing.every_few_seconds("compare/weekly")
    wait_for("forget", lambda: home.entry(gone).state == ReviewState.DESTROYED)
    wait_for("compare", lambda: "reviews compared" in actions(home))
    wait_for("the wiping", lambda: not standing.traces(gone))
    assert not home.folder(gone).exists()
    assert standing.traces(stays)
    assert standing.asks(f"/flow_runs/{standing.state(stays)['run']}")


def actions(home: Home) -> set[str]:
    return {entry.action for entry in home.system().audit_log()}


def test_nothing_that_prefect_keeps_names_anybody(standing: Standing) -> None:
    for needle in ("Hoekema", "basisschool", "Proef", "a.txt"):
        assert standing.traces(needle) == {}, needle
    for log in standing.place.glob("*.log"):
        assert "Hoekema" not in log.read_text()


def test_the_place_is_clean(standing: Standing) -> None:
    """Nothing is written beside the installation's own folders."""
    assert {path.name for path in standing.place.iterdir()} <= {
        "home",
        "keys",
        "prefect",
        "server.log",
        "worker.log",
        "pages.log",
    }
