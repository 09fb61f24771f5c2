"""Sources come in: read, freed of BSNs, sealed; one that fails holds up no other."""

import datetime as dt
import io
import os
import subprocess
import sys
import zipfile

import pytest

from ltnlp.casework import intake
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reviews import Intake, end, load_sources, new_review
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.reviews import ReviewState

TODAY = dt.date(2024, 5, 1)
TEXT = "Moeder: Noor Blankestijn belde op 3 mei.\n\nHaar BSN is 111222333."


@pytest.fixture
def review(home) -> str:
    return new_review(home, Intake(title="x"), today=TODAY)


def upload(text: str = TEXT, name: str = "een.txt", **changes) -> Upload:
    return Upload(content=text.encode(), file_name=name, **changes)


BROKEN = Upload(content=b"PK\x03\x04 broken", file_name="stuk.docx")


def add(home, review, *uploads):
    return add_sources(home, review, uploads)


def test_a_source_is_read_and_sealed_without_its_bsn(home, review):
    (received,) = add(home, review, upload())
    assert (received.slot, received.new, received.problem_nl) == ("s001", True, "")
    text = intake.source_text(home, review, received.document)
    assert len(text.text) == len(TEXT)
    assert "111222333" not in text.text
    assert "Blankestijn" in text.text


def test_no_file_holds_what_came_in(home, review):
    add(home, review, upload(name="Blankestijn 111222333.txt"))
    (record,) = load_sources(home, review).records
    assert "111222333" not in record.file_name
    for file in home.root.rglob("*"):
        if file.is_file():
            assert b"Blankestijn" not in file.read_bytes()
            assert "Blankestijn" not in file.name


def test_what_was_said_of_a_source_is_kept(home, review):
    said = {
        "kind": DocumentKind.FILE_EXTRACT,
        "author_role": "jeugdarts",
        "author_kind": "jeugdgezondheidszorg",
        "made_on": TODAY,
        "label": "d1.txt",
    }
    add(home, review, upload(**said))
    document = load_sources(home, review).records[0].document
    assert {name: getattr(document, name) for name in said} == said
    assert document.contemporaneous


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", b"datum;wat\n3-5-2023;gebeld\n4-5-2023;brief\n", "timeline"),
        ("a.txt", b"Gewoon een verhaal.", "interview"),
    ],
)
def test_where_nobody_said_the_kind_the_format_tells(home, review, name, content, kind):
    add(home, review, Upload(content=content, file_name=name))
    document = load_sources(home, review).records[0].document
    assert document.kind == kind
    assert document.label == document.slot == "s001"


def test_a_broken_source_holds_up_no_other(home, review):
    first, broken, last = add(home, review, upload("Een."), BROKEN, upload("Twee."))
    assert [first.problem_nl, last.problem_nl] == ["", ""]
    assert broken.problem_nl
    sources = load_sources(home, review)
    assert len(sources.records) == 3
    assert len(sources.readable()) == 2
    with pytest.raises(InputError):
        intake.source_text(home, review, broken.document)


def test_the_same_bytes_twice_are_one_source(home, review):
    (first,) = add(home, review, upload())
    (again,) = add(home, review, upload(name="anders.txt"))
    assert (again.slot, again.document, again.new) == (
        first.slot,
        first.document,
        False,
    )
    assert len(load_sources(home, review).records) == 1


def test_a_broken_source_handed_in_again_keeps_its_slot(home, review):
    (first,) = add(home, review, BROKEN)
    (again,) = add(home, review, BROKEN)
    assert again.slot == first.slot
    assert len(load_sources(home, review).records) == 1


def test_the_same_bytes_in_two_reviews_cannot_be_linked(home, review):
    other = new_review(home, Intake(title="y"), today=TODAY)
    (one,), (two,) = add(home, review, upload()), add(home, other, upload())
    assert one.document != two.document


def test_a_replacement_keeps_slot_and_what_was_said(home, review):
    (old,) = add(home, review, upload(label="d1.txt", author_role="moeder"))
    new = intake.replacing(upload("Heel iets anders."), old.slot)
    (received,) = add(home, review, new)
    (record,) = load_sources(home, review).records
    assert (received.slot, received.new) == (old.slot, True)
    assert record.document.id == received.document != old.document
    assert (record.document.label, record.document.author_role) == ("d1.txt", "moeder")
    with pytest.raises(InputError):
        intake.source_text(home, review, old.document)


def test_a_replacement_that_cannot_be_read_replaces_nothing(home, review):
    (old,) = add(home, review, upload())
    (received,) = add(home, review, intake.replacing(BROKEN, old.slot))
    assert received.problem_nl
    assert not received.new
    assert intake.source_text(home, review, old.document).text
    assert load_sources(home, review).readable()


def test_a_slot_that_is_not_there_cannot_be_replaced(home, review):
    with pytest.raises(InputError) as refused:
        add(home, review, upload(), intake.replacing(upload("x"), "s009"))
    assert "vervangen" in refused.value.message_nl
    assert load_sources(home, review).records == ()


def test_what_was_replaced_leaves_nothing_in_the_vault(home, review):
    (old,) = add(home, review, upload())
    vault = home.vault(review)
    vault.keep(f"dates:{old.document}", ())
    add(home, review, intake.replacing(upload("Nieuw."), old.slot))
    assert not vault.has(f"text:{old.document}")
    assert not vault.has(f"dates:{old.document}")


def test_a_closed_review_takes_no_sources(home, review):
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        add(home, review, upload())


def test_paths_become_uploads_and_a_missing_one_is_told_by_place(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (made,) = intake.uploads_from_paths([tmp_path / "a.txt"])
    assert (made.content, made.file_name) == (b"x", "a.txt")
    with pytest.raises(InputError) as refused:
        intake.uploads_from_paths([tmp_path / "a.txt", tmp_path / "Blankestijn.txt"])
    assert "Bestand 2" in refused.value.message_nl
    assert "Blankestijn" not in str(refused.value) + refused.value.message_nl


ADDS = """
import sys
import zipfile
from ltnlp.casework.home import Home
from ltnlp.casework.intake import Upload, add_sources
for number in range(3):
    text = f"Verhaal {sys.argv[2]}{number}."
    add_sources(Home.open(), sys.argv[1], [
        Upload(content=text.encode(), file_name="x.txt")
    ])
"""


def test_processes_that_add_at_once_take_slots_of_their_own(home, review):
    started = [
        subprocess.Popen([sys.executable, "-c", ADDS, review, name], env=os.environ)
        for name in "ab"
    ]
    assert [process.wait(120) for process in started] == [0, 0]
    slots = [r.document.slot for r in load_sources(home, review).records]
    assert slots == [f"s00{number}" for number in range(1, 7)]


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name.replace("__", "."), content)
    return made.getvalue()


def test_an_archive_gives_each_of_its_files(home, review):
    content = archive(een__txt=TEXT.encode(), twee__txt=b"", drie__txt=b"Oma: belde.")
    received = add(home, review, Upload(content=content, file_name="bronnen.zip"))
    assert [bool(r.problem_nl) for r in received] == [False, True, False]
    assert {r.file_name for r in load_sources(home, review).records} == {
        "een.txt",
        "twee.txt",
        "drie.txt",
    }


def test_an_archive_that_tricks_with_paths_is_refused_whole(home, review):
    content = archive(**{"../../buiten.txt": TEXT.encode()})
    (received,) = add(home, review, Upload(content=content, file_name="bronnen.zip"))
    assert received.problem_nl
    assert load_sources(home, review).readable() == ()
