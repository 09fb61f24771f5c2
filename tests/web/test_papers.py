"""Papers on pages: what leaves is registered, what comes back lies in the journal."""

import io
import zipfile

import docx
import pytest

from ltnlp.casework.handing import TIMELINES
from ltnlp.casework.versions import keep_version
from ltnlp.domain.corrections import Do
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import Site


@pytest.fixture
def review(site: Site) -> str:
    made = review_in(site.home)
    keep_version(site.home, made)
    return made


def fetched(site: Site, review: str, paper: str):
    data = {"bewijs": site.proof(f"/reviews/{review}")}
    return site.client.post(f"/reviews/{review}/stukken/{paper}", data=data)


def handed_in(site: Site, review: str, files: dict[str, bytes]) -> str:
    page = f"/reviews/{review}"
    answer = site.client.post(
        f"{page}/terug",
        data={"bewijs": site.proof(page)},
        files=[("files", (name, content)) for name, content in files.items()],
    )
    return answer.text


@pytest.mark.parametrize(
    ("paper", "begins", "kind", "name"),
    [
        ("verhaal", b"PK", "story", ".docx"),
        ("tabel", b"PK", "tabel", ".xlsx"),
        ("csv", b"\xef\xbb\xbf", "csv", ".csv"),
        ("agenda", b"BEGIN:VCALENDAR", "agenda", ".ics"),
        ("json", b"[", "json", ".json"),
        ("controle", b"PK", "check", "-controle.zip"),
    ],
)
def test_a_paper_is_downloaded_and_registered(site, review, paper, begins, kind, name):
    answer = fetched(site, review, paper)
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"].endswith(f'"{review}{name}"')
    assert f"/stukken/{paper}" in site.client.get(f"/reviews/{review}").text
    assert [row["kind"] for row in site.home.system().releases()] == [kind]


def test_what_does_not_exist_or_was_not_asked_on_a_page_is_refused(site, review):
    assert fetched(site, review, "alles").status_code == 409
    answer = site.client.post(f"/reviews/{review}/stukken/verhaal")
    assert answer.status_code == 403
    assert site.home.system().releases() == []


@pytest.mark.parametrize("paper", TIMELINES)
def test_a_name_that_is_left_stops_a_download(site, paper):
    leaking = review_in(site.home, leak=NAME)
    answer = fetched(site, leaking, paper)
    assert answer.status_code == 409
    assert NAME not in answer.text


def test_an_edited_story_and_a_filled_in_form_come_back(site, review):
    story = docx.Document(io.BytesIO(fetched(site, review, "verhaal").content))
    one = next(p for p in story.paragraphs if "vaak moe" in p.text)
    one.runs[1].text = " zo was het."
    with zipfile.ZipFile(io.BytesIO(fetched(site, review, "controle").content)) as made:
        form = docx.Document(io.BytesIO(made.read(made.namelist()[-1])))
    form.tables[0].cell(2, 1).paragraphs[2].add_run("Dat was later.")
    files = {}
    for name, document in (("verhaal.docx", story), ("form.docx", form)):
        out = io.BytesIO()
        document.save(out)
        files[name] = out.getvalue()
    shown = handed_in(site, review, files | {"brief.docx": b"PK\x03\x04 kapot"})
    assert "Vastgelegd: 1 aangepaste alinea." in shown
    assert "1 antwoord vastgelegd" in shown
    assert 'class="bad"><b>brief.docx' in shown
    journal = site.home.store(review).corrections()
    assert [c.do for c in journal] == [Do.TELL, Do.REMARK]


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_forms_come_back_as_the_zip_in_which_they_left(site, review):
    with zipfile.ZipFile(io.BytesIO(fetched(site, review, "controle").content)) as made:
        forms = {name: made.read(name) for name in made.namelist()}
    name = list(forms)[-1]
    form = docx.Document(io.BytesIO(forms[name]))
    form.tables[0].cell(2, 1).paragraphs[2].add_run("Dat was later.")
    out = io.BytesIO()
    form.save(out)
    files = forms | {name: out.getvalue(), "notitie.txt": b"Los briefje."}
    shown = handed_in(site, review, {"terug.zip": packed(files)})
    assert "1 antwoord vastgelegd" in shown
    assert 'class="bad"><b>notitie.txt' in shown
    assert [c.do for c in site.home.store(review).corrections()] == [Do.REMARK]
    tricks = handed_in(site, review, {"terug.zip": packed({"../x.docx": b"x"})})
    assert 'class="bad"><b>terug.zip' in tricks


def test_a_form_in_a_zip_that_cannot_be_opened_holds_up_no_other(site, review):
    content = bytearray(packed({"form.docx": b"Los briefje." * 9, "b.docx": b"y"}))
    content[45] ^= 1
    shown = handed_in(site, review, {"terug.zip": bytes(content)})
    assert 'class="bad"><b>form.docx' in shown
    assert 'class="bad"><b>b.docx' in shown


def test_nothing_chosen_is_said(site, review):
    assert "geen bestand gekozen" in handed_in(site, review, {"": b""})
