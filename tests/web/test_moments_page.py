"""The page of moments: groups choose, number, add and say how they see them."""

import re

import pytest

from ltnlp.casework.moments import moment_sheet
from ltnlp.casework.reviews import end
from ltnlp.domain.corrections import Do
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site


@pytest.fixture
def review(site: Site) -> str:
    return review_in(site.home)


def page_of(review: str) -> str:
    return f"/reviews/{review}/momenten"


def first_event(site: Site, review: str) -> str:
    return moment_sheet(site.home, review).events[0].id


def test_proposals_are_covered_until_a_group_has_chosen(site, review):
    shown = site.client.get(page_of(review)).text
    assert "bedekt tot u zelf een moment" in shown
    assert 'class="proposals"' not in shown
    event = first_event(site, review)
    shown = site.sent(
        page_of(review), do="kies", event=event, by="casegroep", number="03"
    ).text
    assert 'class="proposals"' in shown
    assert '<span class="number">3</span>' in shown
    assert "Reken opnieuw door" in shown
    (kept,) = site.home.store(review).corrections()
    assert (kept.do, kept.by, kept.one("number")) == (Do.MOMENT, "casegroep", "3")


def test_each_group_says_how_it_sees_a_moment(site, review):
    event = first_event(site, review)
    both = {"casegroep": f"{NAME} was laat.", "reviewteam": "Onduidelijk."}
    shown = site.sent(page_of(review), do="zie", event=event, **both).text
    assert NAME not in shown
    assert "[Moeder-1] was laat." in shown
    assert "Onduidelijk." in shown
    (moment,) = moment_sheet(site.home, review).chosen
    assert {view.by for view in moment.views} == {"casegroep", "reviewteam"}
    again = {"casegroep": "[Moeder-1] was laat.", "reviewteam": "Nu helder."}
    site.sent(page_of(review), do="zie", event=event, **again)
    said = [c.by for c in site.home.store(review).corrections()]
    assert said == ["casegroep", "reviewteam", "reviewteam"]
    emptied = site.sent(page_of(review), do="zie", event=event, casegroep="")
    assert "hoe de groep het ziet" in emptied.text


def test_a_moment_that_no_source_tells_is_added_and_chosen(site, review):
    answer = site.sent(
        page_of(review),
        do="voegtoe",
        what="Niemand belde terug.",
        date="mei 2022",
        by="reviewteam",
        number="2",
    )
    assert "Mei 2022: Niemand belde terug." in answer.text
    (moment,) = moment_sheet(site.home, review).chosen
    assert moment.number == 2
    assert [c.do for c in site.home.store(review).corrections()] == [Do.ADD, Do.MOMENT]


def test_a_number_belongs_to_one_moment(site, review):
    one, two = (e.id for e in moment_sheet(site.home, review).events[:2])
    site.sent(page_of(review), do="kies", event=one, number="1")
    for typed in ({"do": "kies", "event": two}, {"do": "voegtoe", "what": "Gebeld."}):
        assert (
            "al van een ander moment"
            in site.sent(page_of(review), number="1", **typed).text
        )
    assert (
        site.sent(page_of(review), do="kies", event=one, number="1").status_code == 200
    )
    assert len(moment_sheet(site.home, review).chosen) == 1


def test_a_closed_review_shows_what_was_chosen_and_takes_nothing(site, review):
    event = first_event(site, review)
    site.sent(page_of(review), do="zie", event=event, casegroep="Laat.")
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page_of(review)).text
    assert "Laat." in shown
    assert "<textarea" not in shown
    assert "niets vastgelegd" in shown


def test_what_was_chosen_can_be_dropped(site, review):
    event = first_event(site, review)
    site.sent(page_of(review), do="kies", event=event)
    shown = site.sent(page_of(review), do="niet", event=event).text
    assert "Er is nog geen moment gekozen" in shown
    assert "bedekt" in shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "kies", "event": "weg"}, "staat niet op de tijdlijn"),
        ({"do": "kies", "number": "drie"}, "cijfers"),
        ({"do": "zie", "event": "weg", "casegroep": "x"}, "staat niet op de tijdlijn"),
        ({"do": "voegtoe", "what": ""}, "wat er gebeurde"),
        (
            {"do": "voegtoe", "what": "Gebeld.", "date": "ooit"},
            "datum is niet te lezen",
        ),
        ({"do": "iets"}, "bestaat niet"),
    ],
)
def test_what_cannot_be_recorded_is_said(site, review, typed, told):
    event = first_event(site, review)
    answer = site.sent(page_of(review), **({"event": event} | typed))
    assert answer.status_code == 409
    assert told in answer.text
    assert site.home.store(review).corrections() == ()


def test_without_a_run_or_a_proof_nothing_is_shown_or_taken(site, review, empty_review):
    answer = site.client.get(page_of(empty_review))
    assert answer.status_code == 409
    assert "doorgerekend" in answer.text
    assert site.client.post(page_of(review), data={"do": "kies"}).status_code == 403


def test_a_report_for_a_meeting_is_opened_and_downloaded(site, review):
    shown = site.client.get(f"/reviews/{review}/rapport?bijeenkomst=true")
    assert "Voor de leerbijeenkomst" in shown.text
    assert (
        "Voor de leerbijeenkomst"
        not in site.client.get(f"/reviews/{review}/rapport").text
    )
    data = {"bewijs": site.proof(f"/reviews/{review}"), "dates": "year"}
    got = site.client.post(f"/reviews/{review}/stukken/leerbijeenkomst", data=data)
    assert "leerbijeenkomst.html" in got.headers["content-disposition"]
    assert "datums per jaar" in got.text
    assert not re.search(r"\d{1,2} (?:mei|maart|oktober) 20\d\d", got.text)
    (release,) = site.home.system().releases()
    assert release["kind"] == "leerbijeenkomst, dates: year"


def test_a_rule_for_dates_that_is_none_is_refused(site, review):
    data = {"bewijs": site.proof(f"/reviews/{review}"), "dates": "ooit"}
    answer = site.client.post(f"/reviews/{review}/stukken/tabel", data=data)
    assert answer.status_code == 409
