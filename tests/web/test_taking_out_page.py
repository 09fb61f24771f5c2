"""The page on which a source is taken out: consequences first, then the deed."""

from ltnlp.casework import reviews
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reconstruct import reconstruct
from tests.web.sites import Site

OTHER = b"Op 9 juni 2024 heeft het wijkteam het gezin bezocht."


def page(review: str, slot: str = "s001") -> str:
    return f"/reviews/{review}/bronnen/{slot}/weg"


def test_the_page_tells_what_goes_and_what_stays(site: Site, review: str) -> None:
    reconstruct(site.home, review)
    shown = site.client.get(page(review)).text
    assert "die alleen in deze bron staan" in shown
    assert "belde de basisschool het wijkteam" in shown
    assert "Er blijft geen bron over" in shown
    add_sources(site.home, review, [Upload(content=OTHER, file_name="t.txt")])
    assert "doorgerekend met de bron die over is" in site.client.get(page(review)).text
    assert page(review) in site.client.get(f"/reviews/{review}").text


def test_a_source_goes_once_it_is_said_to_be_sure(site: Site, review: str) -> None:
    refused = site.sent(page(review))
    assert refused.status_code == 409
    assert "zeker weet" in refused.text
    assert reviews.load_sources(site.home, review).readable()
    done = site.sent(page(review), sure="ja")
    assert "Dit kan zodra er een bron is" in done.text
    assert not reviews.load_sources(site.home, review).records
    assert "geen bron op deze plaats" in site.client.get(page(review)).text


def test_what_is_left_is_run_at_once(site: Site, review: str) -> None:
    add_sources(site.home, review, [Upload(content=OTHER, file_name="t.txt")])
    site.sent(page(review), sure="ja")
    assert site.home.folder(review).joinpath("run.json").exists()
    (left,) = reviews.load_sources(site.home, review).records
    assert left.document.slot == "s002"


def test_what_was_not_read_is_said_to_be_nothing(site: Site, review: str) -> None:
    bad = Upload(content=b"\0\1", file_name="x.docx")
    (received,) = add_sources(site.home, review, [bad])
    shown = site.client.get(page(review, received.slot)).text
    assert "er is niets van gemaakt" in shown
    assert page(review, received.slot) in site.client.get(f"/reviews/{review}").text
    site.sent(page(review, received.slot), sure="ja")
    assert len(reviews.load_sources(site.home, review).records) == 1
