"""The page of patterns: people weigh what a review shows, and that counts in comparing."""

import dataclasses

import pytest

from ltnlp.casework.compare import compare
from ltnlp.casework.factor_choices import reject_factor, weigh_factor
from ltnlp.casework.pattern_choices import Finding, pattern_sheet
from ltnlp.casework.pattern_names import named_patterns
from ltnlp.casework.reconstruct import record
from ltnlp.casework.reviews import end
from ltnlp.domain.factors import ScoredId, Valence
from ltnlp.domain.patterns import Pattern, Road
from ltnlp.domain.reviews import ReviewState
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site


@pytest.fixture
def sample(site: Site) -> str:
    return review_in(site.home)


def page_of(review: str) -> str:
    return f"/reviews/{review}/patronen"


def findings(site: Site, review: str) -> tuple[Finding, ...]:
    sheet = pattern_sheet(site.home, review)
    return (*sheet.guided, *sheet.structural)


def combination(review: str, **changes) -> Pattern:
    """A combination of two factors over this review and one more."""
    made = Pattern(
        id="Cabc",
        name="K07 + V10",
        road=Road.CLUSTER,
        valence=Valence.HAMPERING,
        factors=("K07", "V10"),
        reviews=(review, "anders"),
        n_reviews=2,
        spread=1.0,
        stability=0.9,
        explanation_nl="Deze factoren komen samen voor.",
        counter_evidence=("anders",),
        accepted=1,
        proposed=1,
    )
    return dataclasses.replace(made, **changes)


def test_each_finding_stands_with_what_it_rests_on(site, sample):
    shown = site.client.get(page_of(sample)).text
    one = findings(site, sample)[0]
    assert f'id="{one.id}"' in shown
    assert "voorstel van de computer" in shown
    assert one.question.split(",")[0] in shown
    for part in ("liet zien", "onder de oppervlakte", "Wat het betekent", "overwegen"):
        assert part in shown
    assert "Er zijn nog geen reviews vergeleken." in shown
    assert NAME not in shown


def test_what_is_weighed_is_kept_and_can_change(site, sample):
    name = findings(site, sample)[0].id
    for do, recognised in (("herkend", True), ("niet", False), ("herkend", True)):
        shown = site.sent(page_of(sample), do=do, pattern=name, by="casegroep").text
        (one,) = (f for f in findings(site, sample) if f.id == name)
        assert one.recognised is recognised
    assert "herkend in deze review" in shown
    assert site.home.store(sample).corrections()[-1].by == "casegroep"


@pytest.mark.parametrize("turned", [False, True], ids=["rejected", "on the other side"])
def test_a_factor_that_people_took_out_points_to_no_pattern(site, sample, turned):
    store = site.home.store(sample)
    pattern = (ScoredId(id="PT01", score=0.9),)
    hampering = (f for f in store.factors() if f.valence is Valence.HAMPERING)
    store.save_factors([dataclasses.replace(f, patterns=pattern) for f in hampering])
    (one,) = pattern_sheet(site.home, sample).guided
    assert one.factors
    other = Valence.SUPPORTING
    for factor in one.factors:
        if turned:
            weigh_factor(
                site.home, sample, factor.id, by="lid", code=factor.code, valence=other
            )
        else:
            reject_factor(site.home, sample, factor.id, by="lid")
    assert pattern_sheet(site.home, sample).guided == ()


def test_what_is_not_recognised_does_not_count_in_a_comparison(site, sample):
    record(site.home, sample)
    before = site.home.system().records()
    told = {name for one in before.factors for name in one.patterns}
    seen = {one.motif for one in before.motifs if one.times}
    assert told | seen
    for name in {f.id for f in findings(site, sample)}:
        site.sent(page_of(sample), do="niet", pattern=name)
    record(site.home, sample)
    after = site.home.system().records()
    gone = {f.id for f in findings(site, sample)}
    assert not {name for one in after.factors for name in one.patterns} & gone
    assert not {one.motif for one in after.motifs if one.times} & gone
    assert {one.motif for one in after.motifs} == {one.motif for one in before.motifs}


def test_what_recurs_is_told_without_other_reviews_and_can_be_named(site, sample):
    finding = findings(site, sample)[0]
    guided = combination(sample, id=finding.id, road=Road.GUIDED, name="x")
    site.home.system().save_patterns([combination(sample), guided])
    shown = site.client.get(page_of(sample)).text
    assert "Deze factoren komen samen voor." in shown
    assert "Tegenvoorbeelden in één review." in shown or "in 1 review" in shown
    assert "anders" not in shown.replace("anderen", "").replace("andere", "")
    named = site.sent(
        page_of(sample), do="noem", pattern="Cabc", name="Wachten zonder bericht"
    ).text
    assert "Wachten zonder bericht" in named
    assert "Wachten zonder bericht" in {one.name for one in named_patterns(site.home)}


def test_combinations_of_other_reviews_are_not_shown(site, sample):
    site.home.system().save_patterns([combination("elders", reviews=("elders", "b"))])
    shown = site.client.get(page_of(sample)).text
    assert "geen combinatie die in andere terugkomt" in shown
    assert "kwam dit niet in meer reviews terug" in shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "herkend", "pattern": "weg"}, "niet meer gevonden"),
        ({"do": "misschien", "pattern": "weg"}, "keuze bestaat niet"),
        ({"do": "noem", "pattern": "Cweg"}, "niet in de laatste vergelijking"),
    ],
)
def test_what_cannot_be_recorded_is_told(site, sample, typed, told):
    answer = site.sent(page_of(sample), **typed)
    assert answer.status_code == 409
    assert told in answer.text


def test_a_closed_review_is_only_shown(site, sample):
    end(site.home, sample, state=ReviewState.CLOSED, today=TODAY)
    assert "Dit herkennen we" not in site.client.get(page_of(sample)).text


def test_a_comparison_of_what_is_left_ends_well(site, sample):
    record(site.home, sample)
    assert compare(site.home).reviews == (sample,)
