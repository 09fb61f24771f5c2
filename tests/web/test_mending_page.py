"""The page of events: a person mends what the machine read, and it stays mended."""

import re

import pytest

from ltnlp.casework.mending import event_sheet
from ltnlp.casework.reviews import end
from ltnlp.casework.words import without_strangers
from ltnlp.domain.corrections import Do
from ltnlp.domain.events import Status
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site


@pytest.fixture
def review(site: Site) -> str:
    return review_in(site.home)


def page_of(review: str, part: int = 0) -> str:
    return f"/reviews/{review}/gebeurtenissen?deel={part}"


def first_event(site: Site, review: str):
    return event_sheet(site.home, review).chapters[0].events[0]


def kinds_of(site: Site, review: str) -> list[Do]:
    return [correction.do for correction in site.home.store(review).corrections()]


def test_each_chapter_shows_its_events_with_the_words_of_the_sources(site, review):
    sheet = event_sheet(site.home, review)
    assert not sheet.pending
    shown = site.client.get(page_of(review)).text
    assert sheet.chapters[0].events[0].what in shown
    # In its place on the page: a short id may also stand in a token made by chance.
    assert f'value="{sheet.chapters[0].events[0].id}"' in shown
    assert f'value="{sheet.chapters[1].events[0].id}"' not in shown
    assert f"{sheet.chapters[1].title} ({len(sheet.chapters[1].events)})" in shown
    last = site.client.get(page_of(review, 99)).text
    assert f'value="{sheet.chapters[-1].events[0].id}"' in last


def test_another_date_words_and_outcome_are_recorded_and_shown_at_once(site, review):
    event = first_event(site, review)
    shown = site.sent(
        page_of(review), do="bewaar", event=event.id, by="casegroep",
        what=f"{NAME} kwam langs", date="12 mei 2019", realised="niet gebeurd", why="agenda",
    ).text  # fmt: skip
    assert NAME not in shown
    assert "12 mei 2019: [Moeder-1] kwam langs" in shown
    assert "Reken opnieuw door" in shown
    redate, edit = site.home.store(review).corrections()
    assert (redate.do, redate.one("edtf"), redate.by) == (
        Do.REDATE,
        "2019-05-12",
        "casegroep",
    )
    assert (edit.one("realised"), edit.why) == ("nee", "agenda")


def test_what_is_left_as_it_stands_is_no_correction(site, review):
    event = first_event(site, review)
    page = site.client.get(page_of(review)).text
    form = page[page.index(f'id="e{event.id}"') :]
    date = re.search(r'name="date"[^>]*value="([^"]*)"', form)[1]
    site.sent(
        page_of(review), do="bewaar", event=event.id, what=event.what, date=date,
        realised="gebeurd",
    )  # fmt: skip
    site.sent(page_of(review), do="bewaar", event=event.id, what="", date="")
    assert kinds_of(site, review) == []


def test_only_an_outcome_keeps_the_words(site):
    """Also where a finder of names would take one of them for a name."""
    review = review_in(site.home, leak="Hij zat op de klimboom")
    event = first_event(site, review)
    assert without_strangers([event.what]) != (event.what,), "or this tests nothing"
    site.sent(
        page_of(review), do="bewaar", event=event.id, what=event.what, realised="poging"
    )
    now = event_sheet(site.home, review).event(event.id)
    assert (now.what, str(now.realised)) == (event.what, "poging")


def test_what_does_not_belong_there_can_come_back(site, review):
    event = first_event(site, review)
    shown = site.sent(page_of(review), do="weg", event=event.id, why="dubbel").text
    assert "Hoort er toch in" in shown
    assert event_sheet(site.home, review).event(event.id).status is Status.REJECTED
    site.sent(page_of(review), do="klopt", event=event.id)
    assert event_sheet(site.home, review).event(event.id).status is Status.CONFIRMED
    assert kinds_of(site, review) == [Do.REJECT, Do.CONFIRM]


def test_what_no_source_tells_is_added_in_its_place(site, review):
    site.sent(
        page_of(review), do="voegtoe", what="Niemand belde terug", date="mei 2019"
    )
    found = [
        event
        for chapter in event_sheet(site.home, review).chapters
        for event in chapter.events
        if event.what == "Niemand belde terug"
    ]
    assert [event.date.edtf for event in found] == ["2019-05"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "bewaar", "event": "e0", "date": "ooit"}, "De datum is niet te lezen"),
        ({"do": "bewaar", "event": "nergens"}, "staat niet op de tijdlijn"),
        ({"do": "anders", "event": "e0"}, "Deze keuze bestaat niet"),
        ({"do": "voegtoe", "what": " "}, "Schrijf eerst wat er gebeurde"),
    ],
    ids=["no date", "no event", "no choice", "no words"],
)
def test_what_cannot_be_understood_is_told(site, review, typed, told):
    answer = site.sent(page_of(review), **typed)
    assert answer.status_code == 409
    assert f'href="/reviews/{review}">Naar de review' in answer.text
    assert told in answer.text
    assert kinds_of(site, review) == []


def test_a_review_that_ended_is_only_shown(site, review):
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page_of(review)).text
    assert "Verbeter</summary>" not in shown
    assert "Voeg toe" not in shown
