"""On the page of a review: what is known of a source changes, and the review ends."""

import pytest

from ltnlp.casework import reviews
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.reviews import ReviewState
from tests.web.sites import Site


def post(site: Site, path: str, **typed: str):
    return site.client.post(path, data={"bewijs": site.proof()} | typed)


def test_a_source_gets_its_kind_role_and_day(site: Site, review: str) -> None:
    whose = {"slot": "s001", "author_role": " gezinswerker "}
    post(site, f"/reviews/{review}/van-wie", **whose)
    answer = post(
        site, f"/reviews/{review}/bronnen/s001", kind="file", made_on="2024-03-08"
    )
    assert "als dossierstuk, 8 maart 2024" in answer.text
    (record,) = reviews.load_sources(site.home, review).records
    assert record.document.kind is DocumentKind.FILE_EXTRACT
    assert record.document.author_role == "gezinswerker"


def test_a_day_from_the_head_stands_with_its_words(site: Site, review: str) -> None:
    headed = Upload(
        content=b"Gehouden op 14 maart 2024\n\nOma belde.", file_name="o.txt"
    )
    add_sources(site.home, review, [headed])
    page = site.client.get(f"/reviews/{review}").text
    assert "14 maart 2024 – gevonden in de kop: “Gehouden op 14 maart 2024”" in page
    answer = post(
        site, f"/reviews/{review}/bronnen/s002", kind="interview", made_on="2024-03-15"
    )
    assert "15 maart 2024" in answer.text
    assert "gevonden in de kop" not in answer.text


def test_whose_all_sources_are_is_told_at_once(site: Site, review: str) -> None:
    other = Upload(content=b"Oma belde op 3 mei 2024.", file_name="oma.txt")
    add_sources(site.home, review, [other])
    page = f"/reviews/{review}/van-wie"
    told = {"bewijs": site.proof(), "slot": ["s001", "s002"]}
    site.client.post(page, data=told | {"author_role": ["", "oma"]})
    described = [e.action for e in site.home.system().audit_log()]
    assert described.count("source described") == 1
    site.client.post(page, data=told | {"author_role": ["mentor", "oma"]})
    records = reviews.load_sources(site.home, review).records
    assert [one.document.author_role for one in records] == ["mentor", "oma"]
    lost = site.client.post(page, data=told | {"slot": "s9", "author_role": "x"})
    assert "geen bron op deze plaats" in lost.text


@pytest.mark.parametrize(
    ("slot", "day", "words"),
    [("s099", "2024-03-08", "geen bron op deze plaats"), ("s001", "ooit", "dag-maand")],
    ids=["no such source", "no day"],
)
def test_a_change_that_cannot_be_is_said(
    site: Site, review: str, slot: str, day: str, words: str
) -> None:
    before = reviews.load_sources(site.home, review)
    answer = post(site, f"/reviews/{review}/bronnen/{slot}", kind="file", made_on=day)
    assert answer.status_code == 409
    assert words in answer.text
    assert reviews.load_sources(site.home, review) == before


def test_the_period_and_the_questions_change(site: Site, review: str) -> None:
    answer = post(
        site,
        f"/reviews/{review}/reikwijdte",
        period_from="2022-04-01",
        period_to="",
        questions="Wat hielp?\n\nWat niet?",
        title=" Zonder naam ",
        kind="overgang",
        region="south",
    )
    changed = reviews.load_review(site.home, review)
    assert str(changed.period.earliest) == "2022-04-01"
    assert changed.period.latest is None
    assert (changed.title, changed.kind, changed.region) == (
        "Zonder naam", "overgang", "south",
    )  # fmt: skip
    entry = site.home.entry(review)
    assert (entry.kind, entry.region) == ("overgang", "south")
    assert changed.questions == ("Wat hielp?", "Wat niet?")
    assert "1 april 2022" in answer.text
    wrong = post(
        site,
        f"/reviews/{review}/reikwijdte",
        period_from="2023-04-01",
        period_to="2022-04-01",
    )
    assert "eindigt voordat zij begint" in wrong.text
    assert reviews.load_review(site.home, review) == changed


def test_a_review_ends_only_for_who_is_sure(site: Site, review: str) -> None:
    path = f"/reviews/{review}/beeindigen"
    assert post(site, path, state="closed").status_code == 409
    assert post(site, path, state="destroyed", sure="ja").status_code == 409
    assert reviews.load_review(site.home, review).state is ReviewState.OPEN
    answer = post(site, path, state="cancelled", sure="ja")
    assert reviews.load_review(site.home, review).state is ReviewState.CANCELLED
    assert 'id="end"' not in answer.text
    assert "Wijzig" not in answer.text


def test_a_change_from_elsewhere_is_refused(site: Site, review: str) -> None:
    for path in ("bronnen/s001", "beeindigen"):
        answer = site.client.post(f"/reviews/{review}/{path}", data={"sure": "ja"})
        assert answer.status_code == 403
