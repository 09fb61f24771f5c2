"""The page of what may be one event: a pair is joined or told apart with one click."""

import pytest

from ltnlp.casework.alike import alike_sheet
from ltnlp.casework.reviews import end
from ltnlp.domain.corrections import Do
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_alike import review_with_pairs
from tests.web.sites import TODAY, Site


@pytest.fixture
def review(site: Site) -> str:
    return review_with_pairs(site.home)


def page_of(review: str) -> str:
    return f"/reviews/{review}/dezelfde"


def test_both_tellings_stand_side_by_side_with_source_and_reasons(site, review):
    shown = site.client.get(page_of(review)).text
    assert shown.count('class="moment likely"') == 2
    for words in ("d1.txt", "d3.txt", "zelfde soort: contact", "Niet dezelfde"):
        assert words in shown
    assert "<script" not in shown.partition("<main")[2].partition("</main")[0]
    assert "gebeurtenis (2)" in site.client.get(f"/reviews/{review}").text


def test_one_click_joins_and_is_shown_with_its_role(site, review):
    answer = site.sent(
        page_of(review), do="samen", one="e1", other="e2", by="casegroep"
    )
    assert answer.text.count('class="moment likely"') == 1
    assert "Samengevoegd" in answer.text
    assert "De casegroep" in answer.text
    assert "Reken opnieuw door" in answer.text
    (kept,) = site.home.store(review).corrections()
    assert (kept.do, kept.by) == (Do.JOIN, "casegroep")
    assert "gebeurtenis (1)" in site.client.get(f"/reviews/{review}").text


def test_one_click_says_not_the_same_and_can_be_taken_back(site, review):
    shown = site.sent(
        page_of(review), do="niet", one="e1", other="e2", by="wie dan ook"
    ).text
    assert "<h3>Niet dezelfde</h3>" in shown
    assert "Reken opnieuw door" not in shown
    assert "Voeg toch samen" in shown
    shown = site.sent(page_of(review), do="samen", one="e1", other="e2").text
    assert "Toch niet dezelfde" in shown
    (first, last) = site.home.store(review).corrections()
    assert (first.by, first.do, last.do) == ("begeleider", Do.SPLIT, Do.JOIN)


def test_an_account_is_taken_out_and_put_back(site, review):
    shown = site.sent(page_of(review), do="uiteen", account="a2").text
    assert "Uit elkaar gehaald; te zien na" in shown
    shown = site.sent(page_of(review), do="samen", one="e1", other="e1").text
    assert "Uit elkaar gehaald" not in shown
    assert alike_sheet(site.home, review).parted == frozenset()


def test_a_closed_review_shows_pairs_and_takes_nothing(site, review):
    site.sent(page_of(review), do="niet", one="e1", other="e2")
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page_of(review)).text
    assert "Niet dezelfde" in shown
    assert "<button" not in shown.partition("<main")[2]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "samen", "one": "e1", "other": "weg"}, "staat niet op de tijdlijn"),
        ({"do": "niet", "one": "weg", "other": "e1"}, "staat niet op de tijdlijn"),
        ({"do": "uiteen", "account": "b1"}, "staat niet op de tijdlijn"),
        ({"do": "iets"}, "bestaat niet"),
    ],
)
def test_what_cannot_be_recorded_is_said(site, review, typed, told):
    answer = site.sent(page_of(review), **typed)
    assert answer.status_code == 409
    assert told in answer.text
    assert site.home.store(review).corrections() == ()


def test_without_a_run_or_a_proof_nothing_is_shown_or_taken(site, review, empty_review):
    assert site.client.get(page_of(empty_review)).status_code == 409
    assert "gebeurtenis (" not in site.client.get(f"/reviews/{empty_review}").text
    data = {"do": "samen", "one": "e1", "other": "e2"}
    assert site.client.post(page_of(review), data=data).status_code == 403
