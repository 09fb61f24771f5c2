"""The page of corrections: all of them, and a place again for what lost its own."""

import json
from dataclasses import replace

import pytest

from ltnlp.casework.correct import correct
from ltnlp.casework.reviews import end
from ltnlp.domain.corrections import Do, Orphan
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site

GONE = "Wat deze verbetering betrof, is niet meer gevonden."


def lost_review(home) -> str:
    """A review with three corrections, of which a date and a join found nothing."""
    review = review_in(home)
    store = home.store(review)
    first, *_ = store.timeline().events
    told = [
        {"do": "redate", "event": "weg", "edtf": "2019-05-12", "why": "agenda"},
        {"do": "join", "events": ["weg", "ook weg"]},
        {"do": "confirm", "event": first.id, "by": "casegroep"},
    ]
    done = correct(home, review, [json.dumps(one) for one in told])
    assert done.refused == ()
    redate, join, _ = store.corrections()
    lost = tuple(Orphan(correction=c.id, why_nl=GONE) for c in (redate, join))
    store.save_timeline(store.timeline(), lost)
    return review


@pytest.fixture
def review(site: Site) -> str:
    return lost_review(site.home)


def page_of(review: str) -> str:
    return f"/reviews/{review}/verbeteringen"


def named(site: Site, review: str, do: Do):
    return next(c for c in site.home.store(review).corrections() if c.do is do)


def test_what_lost_its_place_stands_first_with_why(site, review):
    told = site.client.get(page_of(review)).text
    first = told.partition('id="journaal"')[0]
    assert first.count(GONE) == 2
    assert first.count("Plaats opnieuw") == 1
    assert first.count("Laat vervallen") == 2
    assert "Alle verbeteringen (3)" in told
    assert "De casegroep" in told
    assert "waarom: agenda" in told
    assert "12 mei 2019" in first
    assert "(e0)" not in told
    assert "<script" not in told.partition("<main")[2]
    assert "Bekijk welke" in site.client.get(f"/reviews/{review}").text


def test_one_click_places_it_again(site, review):
    event = site.home.store(review).timeline().events[1]
    redate = named(site, review, Do.REDATE)
    told = site.sent(
        page_of(review), do="plaats", correction=redate.id, event=event.id,
        by="reviewteam",
    ).text  # fmt: skip
    assert told.partition('id="journaal"')[0].count(GONE) == 1
    assert "Alle verbeteringen (5)" in told
    *_, again, rest = site.home.store(review).corrections()
    assert (again.do, again.target, again.one("edtf")) == (
        Do.REDATE, event.id, "2019-05-12",
    )  # fmt: skip
    assert (again.by, rest.do, rest.target) == ("reviewteam", Do.LAY_TO_REST, redate.id)


def test_what_is_laid_to_rest_is_asked_for_no_more(site, review):
    for do in (Do.REDATE, Do.JOIN):
        name = named(site, review, do).id
        told = site.sent(page_of(review), do="rust", correction=name, why="klaar").text
    assert "Elke verbetering heeft haar plek." in told
    assert told.count("vervallen; telt niet meer mee") == 2
    assert "Bekijk welke" not in site.client.get(f"/reviews/{review}").text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "plaats", "event": "weg"}, "Kies een gebeurtenis"),
        ({"do": "rust", "correction": "niet"}, "niet kwijt"),
        ({"do": "iets"}, "bestaat niet"),
    ],
)
def test_what_cannot_be_recorded_is_said(site, review, typed, told):
    about = {"correction": named(site, review, Do.REDATE).id}
    answer = site.sent(page_of(review), **(about | typed))
    assert answer.status_code == 409
    assert told in answer.text
    assert len(site.home.store(review).corrections()) == 3


def test_a_long_journal_is_shown_in_parts(site, review):
    store = site.home.store(review)
    event = store.timeline().events[0].id
    lines = [
        json.dumps({"do": "remark", "event": event, "words": f"opmerking {n}"})
        for n in range(120)
    ]
    correct(site.home, review, lines)
    told = site.client.get(page_of(review)).text
    assert "Alle verbeteringen (123)" in told
    assert told.partition('id="journaal"')[2].count("<article") == 100
    rest = site.client.get(page_of(review) + "?deel=9").text
    assert rest.partition('id="journaal"')[2].count("<article") == 23
    assert "<b>Deel 2</b>" in rest


def test_a_closed_review_shows_its_journal_and_takes_nothing(site, review):
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    told = site.client.get(page_of(review)).text
    assert GONE in told
    assert "<button" not in told.partition("<main")[2]


def test_without_corrections_or_a_proof_nothing_is_shown_or_taken(
    site, review, empty_review
):
    assert "nog niets verbeterd" in site.client.get(page_of(empty_review)).text
    data = {"do": "rust", "correction": named(site, review, Do.JOIN).id}
    assert site.client.post(page_of(review), data=data).status_code == 403


def test_a_name_that_was_found_later_is_not_shown(site, review):
    store = site.home.store(review)
    redate = named(site, review, Do.REDATE)
    told = replace(redate, id="later", why=f"volgens {NAME}")
    store.append([told])
    assert NAME not in site.client.get(page_of(review)).text
