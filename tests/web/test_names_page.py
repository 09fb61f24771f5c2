"""The page of who is who: shown after a run, decisions by a proven form."""

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.names import names_sheet
from ltnlp.casework.reconstruct import reconstruct

TOLD = """Op 3 mei 2024 belde Sara Linders met Sara Obdam over school.
Op 4 mei 2024 was <b>Jesse</b> ziek.
"""
DOUBT = "Op 5 mei 2024 mailde Sara de huisarts.\n"
TWICE = "Op 6 mei 2024 mailde Sara weer. Op 7 mei 2024 belde Sara school.\n"


def told(site, review) -> str:
    sources = [
        Upload(content=text.encode(), file_name=f"{at}.txt")
        for at, text in enumerate((TOLD, DOUBT))
    ]
    add_sources(site.home, review, sources)
    reconstruct(site.home, review)
    return f"/reviews/{review}/namen"


def send(site, path, **form):
    form = {"bewijs": site.proof(path), **form}
    return site.client.post(path, data=form, follow_redirects=False)


def test_every_decision_on_the_page_is_kept(site, review):
    path = told(site, review)
    page = site.client.get(path)
    assert page.status_code == 200
    assert "Sara Obdam" in page.text
    assert page.headers["cache-control"] == "no-store"
    count = len(names_sheet(site.home, review).doubts)
    assert f"Namen en aanduidingen ({count})" in site.client.get(path[:-6]).text
    sheet = names_sheet(site.home, review)
    (doubt,) = [d for d in sheet.doubts if d.words == "Sara"]
    one, other = (
        next(n.id for n in sheet.named if form in n.forms)
        for form in ("Sara Linders", "Sara Obdam")
    )
    place = {"slot": doubt.slot, "start": doubt.span.start, "end": doubt.span.end}
    for form in (
        {"do": "plaats", **place, "whose": other},
        {"do": "gemist", "words": "huisarts", "label": "PERSON"},
        {"do": "geen", "forms": ["Jesse"]},
        {"do": "samen", "person": one, "other": other},
        {"do": "hernoem", "person": one, "pseudonym": "Tante"},
    ):
        assert send(site, path, **form).status_code == 303, form["do"]
    done = [str(c.do) for c in site.home.store(review).corrections()]
    assert done == ["name", "name", "not_name", "join_persons", "rename"]
    shown = site.client.get(path).text
    assert "5 besluiten tellen mee" in shown
    assert "“huisarts” wordt vervangen" in shown
    assert "wordt Tante" in shown
    assert shown.count("Toch geen naam") == 1
    reconstruct(site.home, review)
    assert "Tante-1" in site.client.get(path).text
    joined = names_sheet(site.home, review).by_id()[one].forms
    form = {"do": "los", "person": one, "forms": ["Sara Obdam"]}
    assert {"Sara Linders", "Sara Obdam"} <= {*joined}
    assert send(site, path, **form).status_code == 303


def test_one_click_decides_on_all_places_with_the_same_words(site, review):
    path = told(site, review)
    add_sources(
        site.home, review, [Upload(content=TWICE.encode(), file_name="twee.txt")]
    )
    reconstruct(site.home, review)
    sheet = names_sheet(site.home, review)
    doubts = [d for d in sheet.doubts if d.words == "Sara"]
    other = next(n.id for n in sheet.named if "Sara Obdam" in n.forms)
    assert sheet.alike(doubts[0]) == tuple(doubts)
    page = site.client.get(path).text
    places = [f"{d.slot} {d.span.start} {d.span.end}" for d in doubts]
    assert len(places) == 3
    assert all(f'name="places" value="{place}"' in page for place in places)
    form = {"do": "plaats", "places": places, "all": "ja", "whose": other}
    assert send(site, path, **form).status_code == 303
    reconstruct(site.home, review)
    sheet = names_sheet(site.home, review)
    assert not [d for d in sheet.doubts if d.words == "Sara"]
    assert sheet.by_id()[other].times == 4


def test_what_cannot_be_is_told_and_a_form_needs_its_proof(site, review):
    path = told(site, review)
    for form in (
        {"do": "anders"},
        {"do": "plaats", "slot": "s001", "start": 4, "end": 4, "whose": "p1"},
        {"do": "gemist", "words": " ", "label": "PERSON"},
        {"do": "geen", "person": "p1"},
        {"do": "hernoem", "person": "p1", "pseudonym": "Tante Linders"},
    ):
        answer = send(site, path, **form)
        assert answer.status_code == 409, form
        assert "Linders" not in answer.text
    refused = site.client.post(path, data={"do": "gemist", "bewijs": "x"})
    assert refused.status_code == 403
    assert site.home.store(review).corrections() == ()


def test_before_a_run_the_page_says_so(site, empty_review):
    answer = site.client.get(f"/reviews/{empty_review}/namen")
    assert answer.status_code == 409
    assert "doorgerekend" in answer.text
