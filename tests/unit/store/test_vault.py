"""The vault: sealed bytes under names that tell nothing."""

import pytest

from ltnlp.domain.documents import ReadText, Segment, SegmentKind
from ltnlp.domain.errors import KeyUnavailableError
from ltnlp.domain.spans import Span
from ltnlp.store.keys import DataKey
from ltnlp.store.vault import Vault

TEXT = "Fatma belde op 3 mei."
KEY = DataKey(owner="r1", secret=b"1" * 32)


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "vault", KEY)


def files(tmp_path):
    return sorted((tmp_path / "vault").iterdir())


def test_what_is_kept_comes_back(vault):
    segment = Segment(
        span=Span(start=0, end=len(TEXT)),
        body=Span(start=0, end=len(TEXT)),
        kind=SegmentKind.PARAGRAPH,
    )
    text = ReadText(format="txt", text=TEXT, segments=(segment,))
    vault.keep("text:d1", text)
    assert vault.recall("text:d1", ReadText) == text
    assert vault.recall("text:d2", ReadText) is None
    assert vault.get("text:d2") is None


def test_neither_bytes_nor_file_names_tell_anything(vault, tmp_path):
    vault.put("text:Fatma", TEXT.encode())
    (file,) = files(tmp_path)
    assert b"Fatma" not in file.read_bytes()
    assert "Fatma" not in file.name
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "vault").stat().st_mode & 0o077 == 0


def test_sealing_the_same_twice_shows_no_sameness(vault, tmp_path):
    vault.put("a", b"same")
    vault.put("b", b"same")
    first, second = files(tmp_path)
    assert first.read_bytes()[12:] != second.read_bytes()[12:]


def test_a_record_is_bound_to_its_name(vault, tmp_path):
    vault.put("a", b"1")
    (file,) = files(tmp_path)
    vault.put("b", b"2")
    other = next(f for f in files(tmp_path) if f != file)
    other.write_bytes(file.read_bytes())
    with pytest.raises(KeyUnavailableError):
        vault.get("b")


@pytest.mark.parametrize("at", [0, 12, -1], ids=["nonce", "content", "tag"])
def test_a_changed_byte_is_noticed(vault, tmp_path, at):
    vault.put("a", TEXT.encode())
    (file,) = files(tmp_path)
    sealed = bytearray(file.read_bytes())
    sealed[at] ^= 1
    file.write_bytes(sealed)
    with pytest.raises(KeyUnavailableError) as refused:
        vault.get("a")
    assert "Fatma" not in str(refused.value)


def test_another_key_finds_nothing(vault, tmp_path):
    vault.put("a", b"1")
    other = Vault(tmp_path / "vault", DataKey(owner="r1", secret=b"2" * 32))
    assert other.get("a") is None


def test_what_is_removed_is_gone(vault, tmp_path):
    vault.put("a", b"1")
    vault.remove("a")
    vault.remove("a")
    assert vault.get("a") is None
    assert files(tmp_path) == []
