"""What every page does with its forms: nothing typed is lost, one press is one deed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ltnlp.web.app import STATIC

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")

CHROMIUM = Path("/usr/bin/chromium")
PAGE = """<!doctype html><script src="/static/page.js" defer></script>
<form method="post" action="/een" id="one"><input name="a"><select name="by">
<option value="begeleider">b</option><option value="casegroep">c</option></select>
<button>Een</button></form>
<details><form method="post" action="/twee" id="two"><input name="b"><select name="by">
<option value="begeleider">b</option><option value="casegroep">c</option></select>
<button>Twee</button></form></details>
<form method="get" action="/zoek"><input name="q"></form>
<a href="/elders">elders</a>"""
PROBLEM = "<script src='/static/page.js' defer></script><a href='/' data-back>terug</a>"

pytestmark = [
    pytest.mark.page,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no chromium at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def asked() -> list[str]:
    """What was asked of the site, by method and path."""
    return []


@pytest.fixture
def page(browser: Any, asked: list[str]) -> Iterator[Any]:
    """A page of a site that answers a form with a problem."""
    context = browser.new_context()

    def answer(route: Any) -> None:
        path = route.request.url.partition("example")[2]
        if path == "/static/page.js":
            route.fulfill(path=STATIC / "page.js")
            return
        asked.append(f"{route.request.method} {path}")
        body = PROBLEM if route.request.method == "POST" else PAGE
        route.fulfill(body=body, content_type="text/html")

    context.route("**/*", answer)
    opened = context.new_page()
    opened.goto("http://example/")
    asked.clear()
    yield opened
    context.close()


def test_two_presses_are_one_deed(page: Any, asked: list[str]) -> None:
    page.evaluate("document.querySelector('#one').target = 'elsewhere'")
    for _ in range(2):
        page.click("#one button")
        page.wait_for_timeout(200)
    assert asked == ["POST /een"]


@pytest.mark.parametrize("sure", [False, True], ids=["stay", "go on"])
def test_words_typed_elsewhere_are_not_lost_unasked(
    page: Any, asked: list[str], sure: bool
) -> None:
    told: list[str] = []

    def dialog(shown: Any) -> None:
        told.append(shown.message)
        shown.accept() if sure else shown.dismiss()

    page.on("dialog", dialog)
    page.evaluate("document.querySelector('details').open = true")
    page.fill("#two input", "uren werk")
    page.click("#one button")
    assert "nog niet bewaard" in told[0]
    assert asked == (["POST /een"] if sure else [])


def test_leaving_with_words_that_were_not_sent_is_asked(page: Any) -> None:
    told: list[str] = []

    def dialog(shown: Any) -> None:
        told.append(shown.type)
        shown.dismiss()

    page.on("dialog", dialog)
    page.fill("[name=q]", "wat u zoekt telt niet")
    page.fill("#one input", "uren werk")
    page.click("a")
    page.wait_for_timeout(300)
    assert told == ["beforeunload"]
    assert page.url == "http://example/"


def test_who_decides_is_chosen_once_for_a_page(page: Any) -> None:
    page.select_option("#one select", "casegroep")
    assert page.input_value("#two select") == "casegroep"
    page.reload()
    assert page.input_value("#two select") == "casegroep"


def test_a_problem_leads_back_to_what_was_typed_and_shows_it(page: Any) -> None:
    page.evaluate("document.querySelector('details').open = true")
    page.fill("#two input", "31 februari")
    page.click("#two button")
    page.click("[data-back]")
    page.wait_for_selector("details[open] input")
    assert page.input_value("#two input") == "31 februari"
