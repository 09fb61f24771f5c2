"""The page of versions: what came, went and changed between two of a timeline."""

import pytest

from ltnlp.casework.versions import keep_version
from tests.unit.casework.test_report import review_in
from tests.unit.casework.test_versions import two_versions
from tests.web.sites import Site


def page_of(review: str, asked: str = "") -> str:
    return f"/reviews/{review}/versies{asked}"


def shown(site: Site, review: str, asked: str = "") -> str:
    return site.client.get(page_of(review, asked)).text.partition("<main")[2]


def test_both_sides_and_the_reason_are_told(site):
    review = two_versions(site.home)
    told = shown(site, review)
    for words in (
        "<b>1</b> erbij gekomen", "<b>1</b> weggevallen", "<b>1</b> veranderd",
        "Pas gelezen", "Staat er niet op.", "Iets anders", "niet gebeurd",
        "Waardoor: opnieuw gelezen",
    ):  # fmt: skip
        assert words in told, words
    assert told.count("<article") == 3
    assert "Gelijk gebleven" not in told
    assert "<script" not in told


def test_what_stayed_the_same_is_shown_when_asked_for(site):
    review = two_versions(site.home)
    timeline = site.home.store(review).timeline()
    told = shown(site, review, "?van=1&tot=2&alles=true")
    assert told.count("<article") == len(timeline.events) + 1
    assert "Gelijk gebleven" in told
    assert " checked" in told


def test_the_other_way_round_what_came_went(site):
    review = two_versions(site.home)
    assert "Pas gelezen" in shown(site, review, "?van=2&tot=1")
    same = shown(site, review, "?van=2&tot=2")
    assert "Er is niets veranderd." in same


def test_with_one_version_there_is_nothing_to_compare(site):
    review = review_in(site.home)
    keep_version(site.home, review)
    told = shown(site, review)
    assert "nog maar één versie" in told
    assert "<article" not in told


@pytest.mark.parametrize("asked", ["", "?van=1&tot=9"])
def test_what_is_not_there_is_said(site, empty_review, asked):
    review = two_versions(site.home) if asked else empty_review
    answer = site.client.get(page_of(review, asked))
    assert answer.status_code == 409
    assert "Dat ging niet" in answer.text


def test_the_page_of_a_review_leads_there(site):
    review = two_versions(site.home)
    assert page_of(review) in site.client.get(f"/reviews/{review}").text
