import io
import zipfile

import pytest

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading import is_zip_of_files, read, unpack
from tests.unit.reading import files
from tests.unit.reading.files import zip_of


def test_a_zip_is_its_files() -> None:
    content = zip_of(
        {
            "map/": "",
            "map/verslag.txt": "Er was zorg.",
            "tijdlijn.csv": "Datum;Wat\nmei;x\n",
            "__MACOSX/map/._verslag.txt": "x",
            ".DS_Store": "x",
        }
    )
    assert is_zip_of_files(content)
    found = {file.name: file.content for file in unpack(content)}
    assert sorted(found) == ["tijdlijn.csv", "verslag.txt"]
    assert read(found["verslag.txt"], name="verslag.txt").text == "Er was zorg."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(files.docx_of("x"), id="docx"),
        pytest.param(files.odt_of("x"), id="odt"),
        pytest.param(files.xlsx_of([["x"]]), id="xlsx"),
        pytest.param(b"gewone tekst", id="text"),
        pytest.param(b"PK\x03\x04stuk", id="broken"),
    ],
)
def test_documents_are_no_zips_of_files(content: bytes) -> None:
    assert not is_zip_of_files(content)


def test_a_zip_in_a_zip_is_refused_when_it_is_read() -> None:
    (inner,) = unpack(zip_of({"a.zip": zip_of({"b.txt": "x"})}))
    with pytest.raises(UnreadableSourceError) as caught:
        read(inner.content, name=inner.name)
    assert caught.value.reason is UnreadableReason.UNKNOWN_FORMAT
    assert "Pak het uit" in caught.value.message_nl


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../etc/passwd", UnreadableReason.UNSAFE),
        ("/etc/passwd", UnreadableReason.UNSAFE),
        ("C:\\x.txt", UnreadableReason.UNSAFE),
        ("a/..\\..\\x.txt", UnreadableReason.UNSAFE),
        ("__MACOSX/x", UnreadableReason.EMPTY),
    ],
)
def test_zips_with_tricks_are_refused(name: str, reason: UnreadableReason) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        unpack(zip_of({name: "x"}))
    assert caught.value.reason is reason


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        unpack(zip_of({"a.txt": b"\0" * (20 << 20)}))
    assert caught.value.reason is UnreadableReason.UNSAFE


def test_two_files_of_one_name_are_two() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "een")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "twee")
    told = [file.content for file in unpack(stream.getvalue())]
    assert told == [b"een", b"twee"]


def test_one_locked_file_holds_up_no_other() -> None:
    content = bytearray(zip_of({"dicht.txt": "x", "open.txt": "y"}))
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert is_zip_of_files(bytes(content))
    locked, fine = unpack(bytes(content))
    assert locked.problem is not None
    assert locked.problem.reason is UnreadableReason.ENCRYPTED
    assert fine.content == b"y"
