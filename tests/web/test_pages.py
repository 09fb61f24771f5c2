"""Reviews on pages: begin one, see it, run it, follow it, read its report."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.progress import DIED_NL, RunState, Stage, Step, running, write_state
from ltnlp.casework.runner import LocalRunner, Runner
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.reviews import ReviewState
from ltnlp.web.forms import NewReview
from tests.web.sites import TODAY, Site

Build = Callable[[Runner], Site]


@dataclass
class ToldRunner(LocalRunner):
    """A runner that is told what to tell."""

    states: list[RunState] = field(default_factory=list)

    def start(self, home: Home, review: str) -> None:
        self.states = [RunState(review=review, state=Stage.WAITING)]

    def state(self, home: Home, review: str) -> RunState:
        if not self.states:
            return RunState(review=review, state=Stage.NEVER)
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]


def begin(site: Site, **typed: str) -> str:
    answer = site.client.post("/reviews", data={"bewijs": site.proof()} | typed)
    assert answer.status_code == 200, answer.text
    return answer.url.path.rpartition("/")[2]


def test_a_review_is_begun_as_it_was_typed(site: Site) -> None:
    review = begin(
        site,
        title="Leerreview <b>verzuim</b>",
        kind="schoolverzuim",
        region="south",
        period_from="2022-08-01",
        period_to="31-07-2023",
        participants="Jesse Hoekema; jeugdige\n\n Marloes Prins ;wijkteam; Zonstad ",
        questions="Wat ging er goed?\nWat niet?",
    )
    made = reviews.load_review(site.home, review)
    assert (made.title, made.kind, made.region) == (
        "Leerreview <b>verzuim</b>",
        "schoolverzuim",
        "south",
    )
    assert str(made.period.latest) == "2023-07-31"
    assert [p.name for p in made.participants] == ["Jesse Hoekema", "Marloes Prins"]
    assert made.participants[1].organisation == "Zonstad"
    assert made.questions == ("Wat ging er goed?", "Wat niet?")
    assert "Leerreview &lt;b&gt;verzuim&lt;/b&gt;" in site.client.get("/").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"period_from": "2023-02-01", "period_to": "2022-02-01"}, "eindigt voordat"),
        ({"period_from": "gisteren"}, "dag-maand-jaar"),
        ({"period_from": "2023-02-30"}, "dag-maand-jaar"),
        ({"participants": "; jeugdige"}, "heeft geen naam"),
    ],
)
def test_a_mistake_in_the_form_loses_nothing_that_was_typed(
    site: Site, typed: dict[str, str], words: str
) -> None:
    answer = site.client.post(
        "/reviews",
        data={"bewijs": site.proof(), "title": "Bewaar dit", "questions": "En dit"}
        | typed,
    )
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Bewaar dit"' in answer.text
    assert "En dit</textarea>" in answer.text
    assert site.home.system().reviews() == ()


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Jesse Hoekema; jeugdige; Zonstad", ("Jesse Hoekema", "jeugdige", "Zonstad")),
        ("Jesse Hoekema, jeugdige", ("Jesse Hoekema", "jeugdige", None)),
        ("M. Prins, mentor, De Zon", ("M. Prins", "mentor", "De Zon")),
        ("M. Prins\tmentor\tDe Zon", ("M. Prins", "mentor", "De Zon")),
        ("Vries, de", ("Vries, de", None, None)),
        ("Vries, Jan de", ("Vries, Jan de", None, None)),
    ],
)
def test_a_participant_is_read_as_it_was_parted(
    line: str, read: tuple[str | None, ...]
) -> None:
    (one,) = NewReview(participants=line).intake().participants
    assert (one.name, one.role, one.organisation) == read


@pytest.mark.parametrize("rest", ["doorrekenen", "terug", "stukken/rapport"])
def test_the_address_of_a_form_leads_to_its_review(
    site: Site, review: str, rest: str
) -> None:
    answer = site.client.get(f"/reviews/{review}/{rest}", follow_redirects=False)
    assert answer.headers["location"] == f"/reviews/{review}"
    begun = site.client.get("/reviews", follow_redirects=False)
    assert begun.headers["location"] == "/"


def test_a_problem_leads_back_to_the_form_that_was_sent(
    site: Site, review: str
) -> None:
    sent = {"bewijs": site.proof(), "name": "", "do": "erbij"}
    page = f"/reviews/{review}/deelnemers"
    assert f'href="{page}" data-back' in site.client.post(page, data=sent).text
    source = f"/reviews/{review}/bronnen/s099"
    answer = site.client.post(source, data={"bewijs": site.proof()}).text
    assert f'href="/reviews/{review}" data-back' in answer
    assert "data-back" not in site.client.get(f"/reviews/{review}/rapport").text


def test_a_closed_review_says_so_and_what_its_end_waits_for(
    site: Site, review: str
) -> None:
    assert "Van wie is gesprek.txt?" in site.client.get(f"/reviews/{review}").text
    reviews.end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    page = site.client.get(f"/reviews/{review}").text
    assert "afgesloten · " in page
    assert "Deze review wordt nog niet vernietigd" in page
    assert "Van wie is" not in page


def test_a_review_that_does_not_open_hides_no_other(
    site: Site, review: str, empty_review: str
) -> None:
    for sealed in (site.home.folder(review) / "vault").iterdir():
        sealed.write_bytes(b"beschadigd")
    page = site.client.get("/").text
    assert "Nog leeg" in page
    assert "beschadigd" in page
    assert review in page


def test_a_closed_review_takes_nothing_more(site: Site, review: str) -> None:
    reviews.end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    page = site.client.get(f"/reviews/{review}").text
    assert 'id="upload"' not in page
    assert 'id="start"' not in page
    answer = site.client.post(
        f"/reviews/{review}/doorrekenen", data={"bewijs": site.proof()}
    )
    assert answer.status_code == 409
    assert "afgesloten" in answer.text


def test_a_review_without_sources_cannot_be_run(site: Site, empty_review: str) -> None:
    answer = site.client.post(
        f"/reviews/{empty_review}/doorrekenen", data={"bewijs": site.proof()}
    )
    assert answer.status_code == 409
    assert "Voeg eerst een bron toe" in answer.text


def test_a_run_that_is_going_on_is_not_started_again(site: Site, review: str) -> None:
    with running(site.home, review):
        answer = site.client.post(
            f"/reviews/{review}/doorrekenen", data={"bewijs": site.proof()}
        )
    # Who presses twice sees how far it is, and no problem.
    assert answer.status_code == 200
    assert 'data-state="running"' in answer.text


def test_the_report_of_a_review_that_never_ran_is_not_there(
    site: Site, review: str
) -> None:
    answer = site.client.get(f"/reviews/{review}/rapport")
    assert answer.status_code == 409
    assert "nog niet doorgerekend" in answer.text


def told(review: str, **changed: object) -> RunState:
    return replace(RunState(review=review, state=Stage.RUNNING), **changed)  # type: ignore[arg-type]


def test_progress_tells_each_change_once_and_ends(build: Build, review: str) -> None:
    states = [
        told(review, step=str(Step.READ_DATES), done=1, total=2),
        told(review, step=str(Step.READ_DATES), done=1, total=2),
        told(review, step=str(Step.READ_DATES), done=2, total=2),
        told(review, state=Stage.DONE),
    ]
    site = build(ToldRunner(states=states))
    answer = site.client.get(f"/reviews/{review}/voortgang")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [line.removeprefix("data: ") for line in answer.text.split("\n\n") if line]
    rows = [json.loads(event) for event in events]
    assert [(r["state"], r["step"], r["done"]) for r in rows] == [
        ("running", "datums lezen", 1),
        ("running", "datums lezen", 2),
        ("done", "", 0),
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Stage.NEVER, "Nog niet doorgerekend"),
        (Stage.WAITING, "Het begint zo"),
        (Stage.RUNNING, "Bezig: tijdlijn maken"),
        (Stage.FAILED, "Er staat nog een naam in"),
    ],
)
def test_the_page_says_how_far_the_run_is(
    build: Build, review: str, state: Stage, words: str
) -> None:
    step = str(Step.INTEGRATE) if state is Stage.RUNNING else ""
    why = "Er staat nog een naam in" if state is Stage.FAILED else ""
    shown = told(review, state=state, step=step, problem_nl=why)
    page = build(ToldRunner(states=[shown])).client.get(f"/reviews/{review}").text
    assert words in page
    assert ('id="start"' in page) is (state in {Stage.NEVER, Stage.FAILED})


def test_a_run_whose_process_died_is_shown_as_failed(site: Site, review: str) -> None:
    write_state(site.home, told(review, step=str(Step.RELEASE)))
    assert DIED_NL in site.client.get(f"/reviews/{review}").text
    assert "doorrekenen mislukt" in site.client.get("/").text


def test_a_run_that_found_nothing_says_what_to_do(site: Site, review: str) -> None:
    write_state(site.home, replace(told(review), state=Stage.DONE))
    page = site.client.get(f"/reviews/{review}").text
    assert "geen gebeurtenis gevonden" in page
    assert "zodra de review is doorgerekend" not in page


def test_a_run_that_fails_is_shown_with_its_own_words(site: Site, review: str) -> None:
    words = "Er staat nog een naam in deel 3; de run is gestopt."

    def fail() -> None:
        with running(site.home, review):
            raise PrivacyError("leak at 3", message_nl=words)

    with pytest.raises(PrivacyError):
        fail()
    assert words in site.client.get(f"/reviews/{review}").text


def ended(site: Site, review: str, seconds: float = 90) -> RunState:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        state = LocalRunner().state(site.home, review)
        if not state.under_way:
            return state
        time.sleep(0.2)
    raise AssertionError("the run did not end")


@pytest.mark.slow
def test_a_run_started_on_the_page_ends_in_a_report(site: Site, review: str) -> None:
    answer = site.client.post(
        f"/reviews/{review}/doorrekenen", data={"bewijs": site.proof()}
    )
    assert answer.status_code == 200
    assert ended(site, review).state is Stage.DONE
    page = site.client.get(f"/reviews/{review}").text
    assert 'id="report"' in page
    assert "sinds het doorrekenen" not in page
    report = site.client.get(f"/reviews/{review}/rapport")
    assert report.status_code == 200
    assert "Veilig Thuis" in report.text
    assert "Hoekema" not in report.text
    assert "sandbox" in report.headers["content-security-policy"]
    assert "connect-src" not in report.headers["content-security-policy"]
    later = Upload(content=b"Op 7 mei 2024 belde oma.", file_name="later.txt")
    add_sources(site.home, review, [later])
    assert "sinds het doorrekenen" in site.client.get(f"/reviews/{review}").text
