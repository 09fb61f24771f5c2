"""The report in a browser: it opens from a file, answers to hands, and sends nothing."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from ltnlp.domain.timeline import Alike, Relation, RelationKind
from ltnlp.reporting import ReportInput, render_report
from tests.unit.reporting import reviews

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

pytestmark = [
    pytest.mark.page,
    pytest.mark.skipif(
        not CHROMIUM.exists(),
        reason=f"no chromium at {CHROMIUM}: install it to test pages",
    ),
]


class Opened:
    """A page, and all that went wrong or out while it was open."""

    def __init__(self, page, report: ReportInput, folder: Path) -> None:
        self.page = page
        self.problems: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.problems.append(message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        file = folder / "report.html"
        file.write_text(render_report(report, today=reviews.TODAY), "utf-8")
        self.address = file.as_uri()
        page.goto(self.address)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser, tmp_path):
    pages = []

    def open_page(report: ReportInput, width: int = 1280) -> Opened:
        page = browser.new_page(viewport={"width": width, "height": 900})
        pages.append(Opened(page, report, tmp_path))
        return pages[-1]

    yield open_page
    for one in pages:
        assert one.problems == []
        assert set(one.requests) == {one.address}
        one.page.close()


def test_an_event_opens_its_accounts_side_by_side(opened):
    page = opened(reviews.sample()).page
    page.get_by_role("button", name="De intern begeleider belt").first.click()
    dialog = page.get_by_role("dialog")
    cards = dialog.locator(".account")
    assert cards.count() == 2
    boxes = [cards.nth(n).bounding_box() for n in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert "Ik heb haar op 4 oktober gebeld" in cards.nth(0).inner_text()
    assert "achteraf verteld" in cards.nth(0).inner_text()


def test_an_account_opens_its_passage_with_context(opened):
    page = opened(reviews.sample()).page
    page.get_by_role("button", name="Melding bij Veilig Thuis").first.click()
    page.get_by_role("dialog").get_by_role(
        "button", name="Lees in de bron"
    ).first.click()
    excerpt = page.locator(".excerpt")
    assert excerpt.locator("mark").inner_text().startswith("17-01-2022 VT")
    assert "Kunt u vertellen hoe dat ging?" in excerpt.inner_text()


def test_an_event_names_what_may_be_the_same_and_leads_to_it(opened):
    sample = reviews.sample()
    call, report = (
        next(e.id for e in sample.timeline.events if e.what.startswith(words))
        for words in ("De intern begeleider belt", "Melding bij Veilig Thuis")
    )
    pairs = tuple(
        Alike(event=call, other=other, score=2.5, because=("datums passen",))
        for other in (report, "not shown")
    )
    timeline = dataclasses.replace(sample.timeline, alike=pairs)
    page = opened(dataclasses.replace(sample, timeline=timeline)).page
    page.get_by_role("button", name="De intern begeleider belt").first.click()
    page.locator("#alike button").click()
    title = page.locator("dialog[open] h2").inner_text()
    assert title.startswith("Melding bij Veilig Thuis")
    assert "De intern begeleider belt" in page.locator("#alike button").inner_text()


def test_a_plan_leads_to_what_came_of_it_and_back(opened):
    sample = reviews.sample()
    plan, outcome, *_ = (e for e in sample.timeline.events)
    kinds = (RelationKind.REALISED_BY, RelationKind.AFTER)
    relations = tuple(
        Relation(first=plan.id, second=other, kind=kind, account="a")
        for kind in kinds
        for other in (outcome.id, "not shown")
    )
    timeline = dataclasses.replace(sample.timeline, relations=relations)
    page = opened(dataclasses.replace(sample, timeline=timeline)).page
    page.get_by_role("button", name=plan.what).first.click()
    assert page.locator("#linked li").all_inner_texts()[0].startswith("Uitgevoerd: ")
    page.locator("#linked button").click()
    assert page.locator("dialog[open] h2").inner_text().startswith(outcome.what[:20])
    assert "Zo was het gepland: " in page.locator("#linked li").inner_text()


def test_the_drawn_event_opens_too(opened):
    page = opened(reviews.sample()).page
    page.locator("#lanes .event").first.click()
    assert page.locator("dialog[open] .account").count() >= 1


def test_the_timeline_answers_to_the_keyboard(opened):
    page = opened(reviews.sample()).page
    page.locator("#lanes").focus()
    page.keyboard.press("ArrowRight")
    assert "Het gezin verhuist" in page.locator("#announce").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] h2").inner_text().startswith("Het gezin verhuist")
    page.keyboard.press("ArrowRight")
    assert "moe en valt" in page.locator("dialog[open] h2").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize(
    ("choose", "shown"),
    [
        (
            lambda page: page.get_by_label(
                "Organisatie", exact=False
            ).first.select_option("leerplicht"),
            1,
        ),
        (lambda page: page.get_by_label("Gebeurd?").select_option("nee"), 1),
        (lambda page: page.get_by_label("Stand").select_option("confirmed"), 1),
        (lambda page: page.get_by_label("alleen waar bronnen verschillen").check(), 1),
        (lambda page: page.get_by_label("alleen onzekere datum").check(), 1),
        (lambda page: page.get_by_role("searchbox").fill("OMA"), 1),
    ],
    ids=["organisation", "realised", "status", "conflict", "unsure date", "word"],
)
def test_a_filter_holds_for_list_and_lanes(opened, choose, shown):
    page = opened(reviews.sample()).page
    choose(page)
    assert page.locator(".chapter li:visible").count() == shown
    assert f"{shown} van 16" in page.locator("#shown").inner_text()
    page.get_by_role("button", name="Wis keuze").click()
    sync_api.expect(page.locator(".chapter li:not([hidden])")).to_have_count(16)


def test_zooming_brings_history_into_view(opened):
    page = opened(reviews.sample()).page
    assert page.locator("#window").inner_text() == "6 aug 2021 – 25 jul 2023"
    page.get_by_role("button", name="Alles", exact=True).click()
    sync_api.expect(page.locator("#window")).to_contain_text("2019")


def test_proposals_show_only_when_asked_for(opened):
    page = opened(reviews.sample()).page
    assert not page.locator("#proposals").is_visible()
    page.get_by_role("button", name="Toon voorstellen (2)").click()
    assert page.locator("#proposals").is_visible()
    page.get_by_role("button", name="Verberg voorstellen").click()
    assert not page.locator("#proposals").is_visible()


def test_a_tunnel_holds_nothing_from_later(opened):
    page = opened(reviews.sample()).page
    page.locator(".knower select").select_option("gezin")
    page.get_by_label("Op welke dag").fill("2022-03-01")
    page.get_by_label("Op welke dag").dispatch_event("change")
    knew = page.locator(".knew > div").first
    assert "Melding bij Veilig Thuis" not in knew.inner_text()
    assert "Hoorde pas later (1)" in page.locator(".knew .aside").inner_text()
    page.get_by_label("Op welke dag").fill("2023-03-01")
    page.get_by_label("Op welke dag").dispatch_event("change")
    assert "Melding bij Veilig Thuis" in knew.inner_text()


def test_all_views_of_then_stand_side_by_side(opened):
    page = opened(reviews.sample()).page
    page.locator(".knower select").select_option(label="allen naast elkaar")
    page.get_by_label("Op welke dag").fill("2022-03-01")
    page.get_by_label("Op welke dag").dispatch_event("change")
    views = page.locator(".beside section")
    assert views.count() >= 2
    told = {one.split("\n")[0]: one for one in views.all_inner_texts()}
    assert "Melding bij Veilig Thuis" not in told.get("Gezin", "")
    assert any("Melding bij Veilig Thuis" in text for text in told.values())
    assert "zegt niet dat zij niets wisten" in page.locator(".beside").inner_text()


def test_a_line_of_the_graph_lists_what_it_stands_for(opened):
    page = opened(reviews.sample()).page
    page.get_by_role("button", name="Veilig Thuis naar Huisarts", exact=False).focus()
    page.keyboard.press("Enter")
    acts = page.locator("#acts")
    assert "Veilig Thuis → Huisarts" in acts.inner_text()
    acts.get_by_role("button", name="Bekijk").click()
    assert "koppelt niet terug" in page.locator("dialog[open] h2").inner_text()


@pytest.mark.parametrize("width", [1280, 800, 375])
@pytest.mark.parametrize(
    "report",
    [
        reviews.sample(),
        reviews.empty(),
        reviews.of_events([reviews.event(n, f"Iets {n}") for n in range(40)]),
        reviews.of_events(
            [reviews.event(1, "</script><b>vet</b> 🧒 eind", edtf="2020")]
        ),
    ],
    ids=["sample", "empty", "no dates", "markup"],
)
def test_a_page_fits_its_width(opened, report, width):
    page = opened(report, width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 375])
def test_words_in_the_lanes_stay_beside_their_names_and_inside(opened, width):
    told = "De mentor sprak met moeder over wat er thuis speelde"
    report = reviews.of_events(
        [reviews.event(n, told, edtf=f"2020-{n:02}-12") for n in range(1, 13)]
    )
    page = opened(report, width).page
    page.wait_for_selector("#lanes .event text")
    outside = page.evaluate(
        """() => {
        const around = (one) => one.getBoundingClientRect();
        const names = [...document.querySelectorAll("#lanes .lane-name")];
        const left = Math.max(...names.map((one) => around(one).right));
        const right = around(document.querySelector("#lanes svg")).right;
        return [...document.querySelectorAll("#lanes .event text")].map(around)
          .filter((one) => one.left < left || one.right > right + 1)
          .map((one) => [one.left, left, one.right, right]); }"""
    )
    assert outside == []


def test_markup_in_a_wording_stays_text(opened):
    words = "</script><b id='vet'>vet</b> [Kind-1]"
    page = opened(reviews.of_events([reviews.event(1, words, edtf="2020-02-02")])).page
    page.locator(".item").click()
    assert page.locator("#vet").count() == 0
    assert page.locator("dialog h2").inner_text() == words


def test_two_thousand_events_stay_usable(opened):
    page = opened(reviews.many(2000)).page
    sync_api.expect(page.locator(".item")).to_have_count(2000)
    took = page.evaluate(
        """() => { const start = performance.now();
        document.querySelector('[name=conflict]').click();
        document.querySelector('[name=conflict]').click();
        return performance.now() - start; }"""
    )
    assert took < 2000
    page.locator("#lanes .more").first.click()
    sync_api.expect(page.locator("#window")).not_to_contain_text("2013")
