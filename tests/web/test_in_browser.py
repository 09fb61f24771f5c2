"""The pages in a real browser: from nothing to a report, with hands and with keys."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.participants import add_participant
from ltnlp.casework.progress import read_state
from ltnlp.casework.runner import LocalRunner
from ltnlp.casework.versions import keep_version
from ltnlp.domain.mentions import RosterEntry
from ltnlp.store.keys import Keyring
from tests.unit.casework.test_alike import review_with_pairs
from tests.unit.casework.test_report import review_in
from tests.unit.casework.test_versions import two_versions
from tests.web.sites import INTERVIEW, Served, start_server, stop_server
from tests.web.test_journal_page import lost_review

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (1280, 800, 375)
PARTS = (
    "", "/momenten", "/dezelfde", "/gebeurtenissen", "/factoren", "/namen",
    "/herkenbaarheid", "/wie-met-wie", "/verbeteringen", "/versies",
    "/patronen", "/deelnemers",
)  # fmt: skip
NAMELESS = """() => [...document.querySelectorAll("input, select, textarea, button, a")]
    .filter(one => one.type !== "hidden" && !one.labels?.length
        && !one.textContent.trim() && !one.ariaLabel)
    .map(one => one.outerHTML)"""
"""What can be used and has no words that say what it is."""

HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5")]
    .map(one => Number(one.tagName[1]))"""
LONG = 90_000
"""Milliseconds that a run may take on a machine that is busy."""

pytestmark = [
    pytest.mark.page,
    pytest.mark.slow,
    pytest.mark.skipif(
        not CHROMIUM.exists(),
        reason=f"no chromium at {CHROMIUM}: install it to test pages",
    ),
]

Page = Any
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """One home for all: each test begins a review of its own."""
    place = tmp_path_factory.mktemp("site")
    key_file = place / "keys" / "master.key"
    ring = Keyring(place / "home" / "keyring", key_file=key_file)
    return Home(root=place / "home", keyring=ring, key_file=key_file)


@pytest.fixture(scope="module")
def told(home: Home) -> Path:
    """What the served program says on its channel for errors."""
    return home.root.parent / "serve.log"


@pytest.fixture(scope="module")
def served(home: Home, told: Path) -> Iterator[Served]:
    running = start_server(home, told)
    yield running
    stop_server(running)


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Page]:
    """A signed-in page; nothing may leave the machine, nothing may go wrong unseen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    troubles: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    opened = context.new_page()
    opened.goto(served.next_sign_in())
    yield opened
    context.close()
    assert {url for url in asked if not url.startswith(served.address)} == set()
    assert troubles == []


def fits(page: Page) -> bool:
    """Tell whether nothing sticks out at the side, and take a picture to look at."""
    inner, outer = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return bool(inner <= outer)


def look(page: Page, folder: Path, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
        assert fits(page), (name, width)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def begin(page: Page) -> str:
    page.get_by_label("Titel").fill("Leerreview in de browser")
    page.get_by_label("Deelnemers").fill("Jesse Hoekema; jeugdige")
    page.get_by_role("button", name="Begin de review").click()
    found = re.search(r"/reviews/(\w+)$", page.url)
    assert found
    return found[1]


def files(folder: Path) -> list[str]:
    folder.mkdir()
    made = {
        "gesprek.txt": INTERVIEW.encode(),
        "ander gesprek met een heel lange naam_zonder_spaties_erin.txt": b"Op 3 mei "
        b"2024 belde de huisarts het wijkteam.",
        "kapot.docx": b"PK\x03\x04 en verder niets",
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [str(folder / name) for name in made]


def a_long_file(folder: Path) -> str:
    """A source that takes so long that a run is surely not done when it is looked at."""
    folder.mkdir()
    days = range(1, 29)
    told = [
        f"Wijkteam: Op {day} {month} 2024 belde de basisschool het wijkteam. Drie weken "
        f"later heeft juf Marloes het gezin bezocht, en dat was bezoek {day} van {month}."
        for month in ("januari", "maart", "mei", "juli", "oktober", "december")
        for day in days
    ]
    (folder / "lang.txt").write_text("\n".join(told * 4), encoding="utf-8")
    return str(folder / "lang.txt")


def add(page: Page, paths: list[str]) -> None:
    page.get_by_label("Kies bestanden").set_input_files(paths)
    page.get_by_role("button", name="Voeg toe").click()
    page.wait_for_selector('#upload[data-busy=""]')


def test_from_nothing_to_a_report(page: Page, tmp_path: Path, home: Home) -> None:
    look(page, tmp_path, "reviews")
    review = begin(page)
    look(page, tmp_path, "review-leeg")
    add(page, files(tmp_path / "in"))
    assert page.locator("#summary").inner_text() == (
        "2 bestanden toegevoegd; 1 bestand niet."
    )
    assert "beschadigd" in page.locator("#files .bad").inner_text()
    assert page.locator("#list tbody tr").count() == 3
    look(page, tmp_path, "review-bronnen")

    page.get_by_role("button", name="Reken door").click()
    page.wait_for_selector("#steps .now", timeout=LONG)
    look(page, tmp_path, "review-bezig")
    page.wait_for_selector("#report", timeout=LONG)
    look(page, tmp_path, "review-klaar")
    assert not read_state(home, review).under_way

    with page.expect_popup() as opening:
        page.get_by_role("link", name="Open het rapport").click()
    report = opening.value
    report.wait_for_load_state()
    assert "Leerreview in de browser" in report.inner_text("h1")
    assert "Hoekema" not in report.content()
    report.get_by_role("button", name="melding").first.click()
    assert report.get_by_role("dialog").is_visible()


def test_all_of_it_can_be_done_with_keys(page: Page, tmp_path: Path) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "title":
            break
    page.keyboard.type("Met toetsen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reviews/*")
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "[document.activeElement.name, document.activeElement.innerText,"
                " getComputedStyle(document.activeElement).outlineStyle]"
            )
        )
    names = [name or text for name, text, _ in seen]
    wanted = ["kind", "author_role", "made_on", "files"]
    assert [name for name in wanted if name in names] == wanted
    assert "Voeg toe" in names


def test_the_files_come_in_without_a_script(
    browser: Any, served: Served, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.next_sign_in())
    begin(page)
    page.get_by_label("Kies bestanden").set_input_files(files(tmp_path / "in"))
    page.get_by_role("button", name="Voeg toe").click()
    assert page.locator(".files .good").count() == 2
    assert page.locator(".files .bad").count() == 1
    context.close()


def test_a_killed_server_is_noticed_and_the_run_goes_on(
    browser: Any, home: Home, tmp_path: Path
) -> None:
    mortal = start_server(home, tmp_path / "mortal.log")
    page = browser.new_page()
    page.goto(mortal.next_sign_in())
    review = begin(page)
    add(page, [a_long_file(tmp_path / "in")])
    page.get_by_role("button", name="Reken door").click()
    page.wait_for_selector("#steps:not([hidden])")
    mortal.process.kill()
    stop_server(mortal)
    page.wait_for_selector("#progress-words:has-text('verbinding')", timeout=LONG)
    page.close()

    again = start_server(home, tmp_path / "again.log")
    later = browser.new_page()
    later.goto(again.next_sign_in())
    later.goto(f"{again.address}/reviews/{review}")
    later.wait_for_selector("#report", timeout=LONG)
    later.close()
    stop_server(again)
    assert LocalRunner().state(home, review).state == "done"


def test_groups_choose_moments_and_take_a_report_to_their_meeting(
    page: Page, served: Served, home: Home, tmp_path: Path
) -> None:
    review = review_in(home)
    page.goto(f"{served.address}/reviews/{review}")
    look(page, tmp_path, "review-stukken")
    assert without_foreign_words(page)
    page.get_by_role("link", name="Cruciale momenten").click()
    look(page, tmp_path, "momenten-bedekt")
    assert page.locator(".proposals").count() == 0
    page.get_by_label("Gebeurtenis van de tijdlijn").select_option(index=2)
    page.locator("#kiezen").get_by_label("Nummer").fill("1")
    page.get_by_role("button", name="Kies dit moment").click()
    assert page.locator(".proposals li").count() > 0
    page.get_by_label("Zo ziet de casegroep het").fill("Wij wisten het niet.")
    page.get_by_role("button", name="Bewaar", exact=True).first.click()
    page.get_by_label("Wat gebeurde er?").fill("Niemand belde terug.")
    page.get_by_label("Wanneer?").fill("rond mei 2022")
    page.get_by_role("button", name="Voeg toe als moment").click()
    look(page, tmp_path, "momenten-gekozen")
    assert without_foreign_words(page)
    assert page.locator(".moment").count() == 2
    assert "Rond mei 2022: Niemand belde terug." in page.inner_text("#gekozen")

    page.get_by_role("link", name="Terug naar de review").click()
    page.get_by_label("Datums").select_option("shift")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Rapport voor een leerbijeenkomst").click()
    assert coming.value.suggested_filename == f"{review}-leerbijeenkomst.html"
    assert "datums verschoven" in Path(coming.value.path()).read_text("utf-8")


def test_a_pair_is_joined_and_another_told_apart_without_scripts(
    browser: Any, page: Page, served: Served, home: Home, tmp_path: Path
) -> None:
    review = review_with_pairs(home)
    page.goto(f"{served.address}/reviews/{review}")
    bare = browser.new_context(
        storage_state=page.context.storage_state(), java_script_enabled=False
    ).new_page()
    bare.goto(f"{served.address}/reviews/{review}")
    bare.get_by_role("link", name="Mogelijk dezelfde gebeurtenis (2)").click()
    look(bare, tmp_path, "dezelfde")
    assert without_foreign_words(bare)
    bare.get_by_label("Wie beslist?").first.select_option("casegroep")
    bare.get_by_role("button", name="Voeg samen").first.click()
    bare.get_by_role("button", name="Niet dezelfde", exact=True).click()
    bare.locator("#samen summary").click()
    bare.get_by_role("button", name="Haal deze uit elkaar").last.click()
    look(bare, tmp_path, "dezelfde-beslist")
    assert "Er is niets meer te beslissen" in bare.inner_text("#vragen")
    assert "De casegroep" in bare.inner_text("#beslist")
    said = [str(one.do) for one in home.store(review).corrections()]
    assert said == ["join", "split", "split"]
    bare.context.close()


def without_foreign_words(page: Page) -> bool:
    """Tell whether what a page says is Dutch: none of the usual words of two others."""
    words = set(re.findall(r"[a-zäöüß]+", page.inner_text("body").lower()))
    return words.isdisjoint(
        {"the", "and", "choose", "file", "moment's", "save", "und", "datei", "bitte"}
    )


def readable(page: Page) -> bool:
    """Tell whether all that can be used has a name, and headings go down by one."""
    headings = page.evaluate(HEADINGS)
    steps = all(below <= above + 1 for above, below in pairwise(headings))
    return page.evaluate(NAMELESS) == [] and headings[0] == 1 and steps


def test_a_lost_correction_is_placed_again_with_keys(
    page: Page, served: Served, home: Home, tmp_path: Path
) -> None:
    review = lost_review(home)
    page.goto(f"{served.address}/reviews/{review}")
    page.get_by_role("link", name="Bekijk welke").press("Enter")
    look(page, tmp_path, "verbeteringen")
    assert readable(page)
    assert without_foreign_words(page)
    page.get_by_label("Bij welke gebeurtenis hoort dit?").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_label("Wie beslist?").first.focus()
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Alle verbeteringen (5)" in page.inner_text("#journaal")
    page.locator("#kwijt summary").press("Enter")
    with page.expect_navigation():
        page.get_by_role("button", name="Laat vervallen").press("Enter")
    assert "Elke verbetering heeft haar plek" in page.inner_text("#kwijt")
    said = [str(one.do) for one in home.store(review).corrections()]
    assert said[3:] == ["redate", "lay_to_rest", "lay_to_rest"]


def test_two_versions_are_compared_without_scripts(
    browser: Any, page: Page, served: Served, home: Home, tmp_path: Path
) -> None:
    review = two_versions(home)
    bare = browser.new_context(
        storage_state=page.context.storage_state(), java_script_enabled=False
    ).new_page()
    bare.goto(f"{served.address}/reviews/{review}")
    bare.get_by_role("link", name="Versies vergelijken").click()
    look(bare, tmp_path, "versies")
    assert without_foreign_words(bare)
    assert bare.locator("article").count() == 3
    bare.get_by_label("toon ook wat gelijk bleef").check()
    bare.get_by_role("button", name="Vergelijk").click()
    assert bare.locator("article").count() > 3
    look(bare, tmp_path, "versies-alles")
    bare.context.close()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part[1:] or "review")
def test_a_page_can_be_read_on_a_telephone_and_aloud(
    page: Page, served: Served, home: Home, tmp_path: Path, part: str
) -> None:
    review = review_with_pairs(home)
    keep_version(home, review)
    add_participant(home, review, RosterEntry(name="Jesse Hoekema", role="oom"))
    page.goto(f"{served.address}/reviews/{review}{part}")
    page.evaluate(
        "document.querySelectorAll('details').forEach(one => one.open = true)"
    )
    look(page, tmp_path, "telephone")
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert readable(page)


def test_a_page_of_a_past_session_says_so(page: Page, tmp_path: Path) -> None:
    begin(page)
    page.context.clear_cookies()
    page.get_by_label("Kies bestanden").set_input_files(files(tmp_path / "in")[:1])
    page.get_by_role("button", name="Voeg toe").click()
    page.wait_for_selector("#files .bad")
    assert "U bent niet aangemeld" in page.locator("#files .bad").inner_text()


def test_the_program_says_nothing_of_what_was_handed_in(told: Path) -> None:
    """Last: what the server wrote while all of the above happened."""
    assert told.read_text() == ""
