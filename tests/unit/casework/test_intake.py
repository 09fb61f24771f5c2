"""Sources come in: read, freed of BSNs, sealed; one that fails holds up no other."""

import datetime as dt
import errno
import io
import os
import subprocess
import sys
import zipfile

import pytest

from ltnlp.casework import intake
from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.reviews import Intake, end, load_sources, new_review
from ltnlp.casework.sources import About, describe
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import InputError, StateError
from ltnlp.domain.purposes import Purpose
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
        (
            "a.txt",
            b"Zus: Toen belde ik.\n\nVan: wie was dat?\n\nZus: De buurman.\n",
            "interview",
        ),
        (
            "a.txt",
            b"Van: de praktijk\nAan: school\nDatum: 3 mei 2023\nOnderwerp: vraag\n\nDag allen,\n\nGraag bericht.\n",
            "email",
        ),
        (
            "a.txt",
            b"Uittreksel wijkteam\n\n03-05-2023 Huisbezoek.\n\n09-05-2023 Gebeld.\n",
            "file",
        ),
        (
            "a.txt",
            b"Mijn tijdlijn\n\nmei 2023 Huisbezoek.\n\nma 9 juni: gebeld.\n",
            "timeline",
        ),
        (
            "a.txt",
            b"Wanneer | Wat | Wie\n3-5-2023 | gebeld | school\n4-5-2023 | brief | school\n",
            "timeline",
        ),
    ],
    ids=["table", "story", "talk", "mail", "file", "dated timeline", "drawn table"],
)
def test_where_nobody_said_the_kind_the_text_tells(home, review, name, content, kind):
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
    wrong = intake.replacing(upload("x"), "s009")
    refused, taken = add(home, review, wrong, upload())
    assert refused.problem_nl == intake.NO_SLOT_NL
    assert not taken.problem_nl
    assert [r.document.slot for r in load_sources(home, review).records] == ["s001"]


def test_what_was_replaced_leaves_nothing_in_the_vault(home, review):
    (old,) = add(home, review, upload())
    vault = home.vault(review, purpose=Purpose.CHECK)
    vault.keep(f"dates:{old.document}", ())
    add(home, review, intake.replacing(upload("Nieuw."), old.slot))
    assert vault.get(f"text:{old.document}") is None
    assert vault.get(f"dates:{old.document}") is None


def test_a_closed_review_takes_no_sources(home, review):
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError):
        add(home, review, upload())


def test_paths_become_uploads_and_a_missing_one_holds_up_no_other(
    home, review, tmp_path
):
    (tmp_path / "a.txt").write_text("Oma belde.")
    (tmp_path / "map").mkdir()
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "nergens").symlink_to(tmp_path / "weg")
    names = ("Blankestijn.txt", "map", "pijp", "nergens", "a.txt")
    uploads = intake.uploads_from_paths([tmp_path / name for name in names])
    received = add_sources(home, review, uploads)
    assert [r.file for r in received] == [1, 2, 3, 4, 5]
    assert [r.problem_nl for r in received] == [intake.NO_FILE_NL] * 4 + [""]
    assert [r.file_name for r in load_sources(home, review).records] == ["a.txt"]


def test_a_file_that_may_not_be_read_says_so(home, review, tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr(intake.Path, "open", refuse)  # root may read anything
    (made,) = intake.uploads_from_paths([tmp_path / "a.txt"])
    assert made.problem_nl == intake.LOCKED_AWAY_NL


def test_of_a_file_that_is_too_large_little_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_UPLOAD", 10)
    (tmp_path / "a.txt").write_text("x" * 50)
    (made,) = intake.uploads_from_paths([tmp_path / "a.txt"])
    assert len(made.content) == 11


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("map/verslag\n1.txt", "verslag1.txt"),
        ("C:\\map\\verslag.txt", "verslag.txt"),
        ("kapot\udcff\udcfe.txt", "kapot.txt"),
        ("\u202etxt.exe.docx", "txt.exe.docx"),
        ("x" * 300 + ".txt", "x" * 146 + ".txt"),
        ("\n", "bestand"),
    ],
    ids=["line end", "windows", "no letters", "direction", "long", "nothing left"],
)
def test_of_a_name_only_what_prints_is_kept(home, review, name, kept):
    add(home, review, upload(name=name))
    assert [r.file_name for r in load_sources(home, review).records] == [kept]


def test_a_text_that_cannot_be_entered_is_not_kept(home, review, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(intake, "_file_record", full)
    with pytest.raises(OSError, match="full"):
        add(home, review, upload())
    identity = home.key(review).fingerprint(upload().content)
    with pytest.raises(InputError):
        intake.source_text(home, review, identity)


def test_a_text_that_another_entered_meanwhile_stays(home, review, monkeypatch):
    add(home, review, upload())
    identity = home.key(review).fingerprint(upload().content)
    ((record, text),) = [
        (r, intake.source_text(home, review, identity))
        for r in load_sources(home, review).records
    ]

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(intake, "_file_record", full)
    with pytest.raises(OSError, match="full"):
        intake._stored(home, review, record, text, None)
    assert intake.source_text(home, review, identity) == text


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


def test_a_damaged_file_in_an_archive_holds_up_no_other(home, review):
    content = bytearray(archive(stuk__txt=TEXT.encode(), heel__txt=b"Oma: belde."))
    begin = content.find(b"stuk.txt") + len("stuk.txt")
    content[begin : begin + 8] = b"\xff" * 8
    received = add(home, review, Upload(content=bytes(content), file_name="b.zip"))
    assert [bool(r.problem_nl) for r in received] == [True, False]
    assert [(r.file, r.inside) for r in received] == [(1, 1), (1, 2)]
    names = [r.file_name for r in load_sources(home, review).records]
    assert names == ["stuk.txt", "heel.txt"]


def test_what_was_left_out_of_a_file_is_told(home, review):
    content = archive(**{"word/document.xml": b"<w><body/></w>"})
    assert add(home, review, Upload(content=content, file_name="x"))[0].problem_nl
    (received,) = add(home, review, upload(name="verslag.docx"))
    assert "eindigt op .docx" in received.warnings_nl[0]


def test_an_archive_that_tricks_with_paths_is_refused_whole(home, review):
    content = archive(**{"../../buiten.txt": TEXT.encode()})
    (received,) = add(home, review, Upload(content=content, file_name="bronnen.zip"))
    assert received.problem_nl
    assert load_sources(home, review).readable() == ()


HEADED = "Interview met moeder\nGehouden op 14 maart 2024\n\nI: en toen?\nM: niets."


def test_a_date_nobody_typed_is_that_of_the_head_until_somebody_objects(home, review):
    (received,) = add(home, review, upload(HEADED))
    assert received.dated_nl == (
        "datum 14 maart 2024, gevonden in de kop (“Gehouden op 14 maart 2024”)"
    )
    (record,) = load_sources(home, review).records
    assert record.document.made_on == dt.date(2024, 3, 14)
    kind = DocumentKind.CLIENT_INTERVIEW
    describe(home, review, "s001", About(kind=kind, made_on=record.document.made_on))
    assert load_sources(home, review).at("s001").dated_nl == record.dated_nl
    describe(home, review, "s001", About(kind=kind, made_on=None))
    (record,) = load_sources(home, review).records
    assert (record.document.made_on, record.dated_nl) == (None, "")


def test_a_typed_date_wins_from_the_head(home, review):
    (received,) = add(home, review, upload(HEADED, made_on=TODAY))
    record = load_sources(home, review).at("s001")
    assert (record.document.made_on, received.dated_nl) == (TODAY, "")


def test_a_newer_version_has_the_date_of_its_own_head(home, review):
    add(home, review, upload(HEADED))
    add(home, review, upload(HEADED.replace("14", "15"), slot="s001"))
    record = load_sources(home, review).at("s001")
    assert record.document.made_on == dt.date(2024, 3, 15)
