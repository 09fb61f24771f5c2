"""A review made from a folder, as a facilitator would type it."""

import datetime as dt
import json

import pytest

from ltnlp.casework.folder import review_from_folder
from ltnlp.casework.reviews import load_review, load_sources
from ltnlp.domain.errors import InputError

TODAY = dt.date(2024, 5, 1)
TYPED = {
    "id": "x",
    "title": "Leerreview",
    "kind": "thuiszitters",
    "region": "south",
    "period": {"from": "2021-08-01", "to": "2023-06-30"},
    "questions": ["Wat hielp?"],
    "participants": [
        {"name": "Noor Blankestijn", "role": "moeder", "organisation": None},
        {"name": "Wim Bos", "aliases": ["Wimpie"], "colour": "red"},
    ],
    "documents": [
        {
            "doc": "d1.txt",
            "file": "d1.vtt",
            "kind": "dossier",
            "author_role": "jeugdarts",
            "author_kind": "jeugdgezondheidszorg",
            "date": "2023-09-12",
            "words": 12,
        },
        {"doc": "d2.txt", "kind": "onbekend", "date": ""},
    ],
}
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Noor>Ik belde op 3 mei.\n"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "review"
    (place / "sources").mkdir(parents=True)
    (place / "review.json").write_text(json.dumps(TYPED), "utf-8")
    (place / "sources" / "d1.txt").write_text("Ik belde op 3 mei.", "utf-8")
    (place / "sources" / "d1.vtt").write_text(VTT, "utf-8")
    (place / "sources" / "d2.txt").write_text("Er was overleg.", "utf-8")
    return place


def made(home, folder, **options):
    return review_from_folder(home, folder, today=TODAY, **options)


def retyped(folder, **changes):
    (folder / "review.json").write_text(json.dumps(TYPED | changes), "utf-8")
    return folder


def test_what_was_typed_is_in_the_review(home, folder):
    review = load_review(home, made(home, folder).review)
    assert (review.title, review.kind, review.region) == (
        "Leerreview",
        "thuiszitters",
        "south",
    )
    assert review.period.earliest == dt.date(2021, 8, 1)
    assert review.period.latest == dt.date(2023, 6, 30)
    assert review.questions == ("Wat hielp?",)
    assert [p.name for p in review.participants] == ["Noor Blankestijn", "Wim Bos"]
    assert review.participants[1].aliases == ("Wimpie",)


@pytest.mark.parametrize(("prefer", "form"), [("file", "vtt"), ("text", "txt")])
def test_of_two_forms_the_preferred_one_is_taken(home, folder, prefer, form):
    result = made(home, folder, prefer=prefer)
    first, second = load_sources(home, result.review).records
    assert first.format == form
    assert first.document.label == "d1.txt"
    assert (first.document.kind, first.document.author_role) == ("file", "jeugdarts")
    assert first.document.made_on == dt.date(2023, 9, 12)
    assert second.document.label == "d2.txt"
    assert second.document.made_on is None
    assert result.missing == 0


def test_the_other_form_is_taken_where_the_preferred_one_is_not_there(home, folder):
    (folder / "sources" / "d1.vtt").unlink()
    result = made(home, folder)
    assert load_sources(home, result.review).records[0].format == "txt"


def test_a_document_without_a_file_is_counted(home, folder):
    (folder / "sources" / "d2.txt").unlink()
    result = made(home, folder)
    assert result.missing == 1
    assert len(result.received) == 1


def test_files_that_are_not_named_come_in_too_but_not_hidden_ones(home, folder):
    for name in ("extra.txt", ".DS_Store", "~$d1.docx"):
        (folder / "sources" / name).write_text("Nog iets verteld.", "utf-8")
    (folder / "sources" / "map").mkdir()
    result = made(home, folder)
    assert len(result.received) == 3
    assert load_sources(home, result.review).records[2].document.label == "s003"


def test_a_broken_file_holds_up_no_other(home, folder):
    (folder / "sources" / "d1.vtt").write_bytes(b"\x00\x01")
    result = made(home, folder)
    assert [bool(r.problem_nl) for r in result.received] == [True, False]


def test_without_sources_there_is_still_a_review(home, folder):
    for file in (folder / "sources").iterdir():
        file.unlink()
    (folder / "sources").rmdir()
    result = made(home, folder)
    assert (result.received, result.missing) == ((), 2)


def test_a_name_leads_to_no_file_outside(home, folder):
    (folder / "secret.txt").write_text("geheim", "utf-8")
    retyped(folder, documents=[{"doc": "../secret.txt"}])
    assert made(home, folder).missing == 1


@pytest.mark.parametrize(
    "period",
    [{}, {"from": None, "to": None}, {"from": "", "to": "2023-01-01"}],
    ids=["absent", "none", "open"],
)
def test_a_period_may_be_open(home, folder, period):
    review = load_review(home, made(home, retyped(folder, period=period)).review)
    assert review.period.earliest is None


@pytest.mark.parametrize(
    "changes",
    [
        {"period": {"from": "2023-01-01", "to": "2022-01-01"}},
        {"period": {"from": "Blankestijn"}},
        {"participants": [{"role": "moeder"}]},
        {"documents": [{"doc": "d1.txt", "date": "12 sept"}]},
        {"documents": "d1.txt"},
        {"title": None},
    ],
    ids=["turned", "no date", "no name", "no day", "no list", "no title"],
)
def test_what_has_not_the_form_is_refused_without_quoting(home, folder, changes):
    with pytest.raises(InputError) as refused:
        made(home, retyped(folder, **changes))
    assert "vorm" in refused.value.message_nl
    assert "Blankestijn" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert home.system().reviews() == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00"])
def test_what_is_no_json_is_refused(home, folder, content):
    (folder / "review.json").write_bytes(content)
    with pytest.raises(InputError):
        made(home, folder)


def test_a_folder_without_review_json_is_told(home, tmp_path):
    with pytest.raises(InputError) as refused:
        made(home, tmp_path)
    assert "geen review.json" in refused.value.message_nl
