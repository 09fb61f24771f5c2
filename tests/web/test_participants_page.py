"""The page of participants: listed by name, changed by a proven form."""

from ltnlp.casework.progress import RunState, Stage, write_state
from ltnlp.casework.reviews import end, load_review
from ltnlp.domain.mentions import RosterEntry
from ltnlp.domain.reviews import ReviewState
from tests.web.sites import TODAY


def names(site, review) -> list[str]:
    return [one.name for one in load_review(site.home, review).participants]


def test_somebody_is_added_changed_and_taken_off(site, review):
    page = f"/reviews/{review}/deelnemers"
    assert f'href="{page}">Deelnemers (2)' in site.client.get(page[:-11]).text
    typed = {"name": " Hidde  Rozema ", "role": "oom", "aliases": "Hid, , Hidje,Hid"}
    shown = site.sent(page, do="erbij", **typed).text
    assert "<summary>Hidde Rozema, oom</summary>" in shown
    assert 'value="Hid, Hidje"' in shown
    place = {"at": "2", "was": "Hidde Rozema"}
    typed = {"name": "Hidde Roosma", "organisation": "Wijkteam"}
    assert site.sent(page, do="wijzig", **place, **typed).status_code == 200
    assert load_review(site.home, review).participants[2] == RosterEntry(
        name="Hidde Roosma", organisation="Wijkteam"
    )
    assert site.sent(page, do="eraf", at="0", was="Jesse Hoekema").status_code == 200
    assert names(site, review) == ["Marloes Prins", "Hidde Roosma"]


def test_what_cannot_be_is_told_and_a_form_needs_its_proof(site, review):
    page = f"/reviews/{review}/deelnemers"
    for form in (
        {"do": "anders"},
        {"do": "erbij", "name": " "},
        {"do": "erbij", "name": "jesse hoekema"},
        {"do": "eraf", "at": "1", "was": "Jesse Hoekema"},
    ):
        answer = site.sent(page, **form)
        assert answer.status_code == 409, form
        assert "Hoekema" not in answer.text
    form = {"do": "erbij", "name": "Hidde", "bewijs": "x"}
    assert site.client.post(page, data=form).status_code == 403
    assert names(site, review) == ["Jesse Hoekema", "Marloes Prins"]


def test_after_a_run_the_page_offers_another(site, review):
    page = f"/reviews/{review}/deelnemers"
    again = f"/reviews/{review}/doorrekenen"
    assert again not in site.client.get(page).text
    write_state(site.home, RunState(review=review, state=Stage.DONE))
    assert again in site.client.get(page).text


def test_a_review_that_ended_only_shows_its_participants(site, review):
    page = f"/reviews/{review}/deelnemers"
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page).text
    assert "Marloes Prins" in shown
    assert "<form" not in shown
