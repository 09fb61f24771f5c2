"""The risk page in the browser's place: shown after a run, choices by a proven form."""

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reconstruct import reconstruct

TOLD = "Op 3 mei 2024 zei de wijkagent van Zuid dat de tweeling thuis was."


def shown(site, review):
    return site.client.get(f"/reviews/{review}/herkenbaarheid")


def test_a_choice_on_the_page_is_kept(site, review):
    add_sources(site.home, review, [Upload(content=TOLD.encode(), file_name="b.txt")])
    reconstruct(site.home, review)
    page = shown(site, review)
    assert page.status_code == 200
    assert "wijkagent van Zuid" in page.text
    assert "Hoekema" not in page.text
    flag = page.text.split('name="flag" value="')[1].split('"')[0]
    path = f"/reviews/{review}/herkenbaarheid"
    form = {"bewijs": site.proof(path), "flag": flag, "do": "mask"}
    assert site.client.post(path, data=form, follow_redirects=False).status_code == 303
    (kept,) = site.home.store(review).corrections()
    assert (str(kept.do), kept.one("choice")) == ("generalise", "mask")
    refused = site.client.post(path, data=form | {"do": "generalise"})
    assert refused.status_code == 409
    assert "ruimere woorden" in refused.text
    assert site.client.post(path, data=form | {"bewijs": "x"}).status_code == 403


def test_before_a_run_the_page_says_so(site, empty_review):
    answer = shown(site, empty_review)
    assert answer.status_code == 409
    assert "doorgerekend" in answer.text
