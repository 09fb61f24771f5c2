"""The page of factors: people accept, reject or recode, and may change their mind."""

import pytest

from ltnlp.casework.factor_choices import factor_sheet
from ltnlp.casework.reviews import end
from ltnlp.domain.factors import ContributingFactor, FactorStatus
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site


@pytest.fixture
def review(site: Site) -> str:
    return review_in(site.home)


def page_of(review: str) -> str:
    return f"/reviews/{review}/factoren"


def sent(site: Site, review: str, **typed: str):
    data = {"bewijs": site.proof(page_of(review)), **typed}
    return site.client.post(page_of(review), data=data)


def standing(site: Site, review: str) -> list[ContributingFactor]:
    levels = factor_sheet(site.home, review).levels
    return [factor for found in levels.values() for factor in found]


def first(site: Site, review: str) -> ContributingFactor:
    return min(standing(site, review), key=lambda one: one.id)


def test_every_proposal_stands_with_its_words_and_without_names(site, review):
    shown = site.client.get(page_of(review)).text
    assert "voorstel van de computer" in shown
    assert first(site, review).id in shown
    assert NAME not in shown


def test_what_is_accepted_waits_for_the_next_run(site, review):
    one = first(site, review)
    shown = sent(site, review, do="neemaan", factor=one.id, by="reviewteam").text
    assert "aangenomen" in shown
    assert "Reken opnieuw door" in shown
    (kept,) = [f for f in standing(site, review) if f.id == one.id]
    assert (kept.status, kept.decided_by) == (FactorStatus.ACCEPTED, "reviewteam")
    site.home.store(review).save_factors(standing(site, review))
    assert 'id="pending"' not in site.client.get(page_of(review)).text


@pytest.mark.parametrize(
    ("typed", "code", "valence"),
    [
        ({"other": "T02 werkdruk in het team"}, "T02", None),
        ({"other": "k05"}, "K05", None),
        ({"valence": "ondersteunend"}, None, "ondersteunend"),
    ],
    ids=["chosen from the list", "typed", "the other side"],
)
def test_another_code_or_side_is_a_recoding(site, review, typed, code, valence):
    one = next(f for f in standing(site, review) if f.valence == "belemmerend")
    sent(site, review, do="neemaan", factor=one.id, **typed)
    (kept,) = [f for f in standing(site, review) if f.id == one.id]
    assert kept.status is FactorStatus.RECODED
    assert (kept.code, kept.valence) == (code or one.code, valence or one.valence)


def test_who_changes_their_mind_twice_is_believed_the_last_time(site, review):
    one = first(site, review)
    for do in ("neemaan", "wijsaf", "neemaan"):
        sent(site, review, do=do, factor=one.id)
    (kept,) = [f for f in standing(site, review) if f.id == one.id]
    assert kept.status is FactorStatus.ACCEPTED


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "neemaan", "factor": "weg"}, "niet meer gevonden"),
        ({"do": "wijsaf", "factor": "weg"}, "niet meer gevonden"),
        ({"do": "neemaan", "other": "Z99"}, "niet in het codeboek"),
        ({"do": "neemaan", "valence": "neutraal"}, "werking bestaat niet"),
        ({"do": "iets"}, "keuze bestaat niet"),
    ],
    ids=["no factor", "no factor to reject", "no code", "no side", "no choice"],
)
def test_what_cannot_be_recorded_is_told(site, review, typed, told):
    one = first(site, review)
    assert told in sent(site, review, **{"factor": one.id, **typed}).text
    assert site.home.store(review).corrections() == ()


def test_a_closed_review_shows_its_factors_and_takes_nothing(site, review):
    end(site.home, review, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page_of(review)).text
    assert first(site, review).id in shown
    assert "<select" not in shown
