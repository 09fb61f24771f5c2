"""Keys: made, wrapped, rotated and destroyed; nothing is lost, nothing stays open."""

import base64
import json
import shutil
import subprocess
import sys

import pytest

from ltnlp.domain.errors import KeyUnavailableError
from ltnlp.store import keys as key_module
from ltnlp.store.keys import DataKey, Keyring, secret_from_environment


@pytest.fixture
def place(tmp_path):
    return tmp_path


def keyring(place, *, home: str = "home", secret: bytes | None = None) -> Keyring:
    key_file = None if secret else place / "keys" / "master.key"
    return Keyring(place / home / "keyring", key_file=key_file, secret=secret)


def test_a_key_is_made_once_and_comes_back(place):
    made = keyring(place).make("r1")
    assert keyring(place).make("r1") == made
    assert keyring(place).data_key("r1") == made
    assert keyring(place).owners() == ("r1",)
    assert keyring(place).make("r2").secret != made.secret


def test_a_key_shows_its_owner_and_not_itself(place):
    made = keyring(place).make("r1")
    assert repr(made) == "DataKey(owner='r1')"
    assert made.secret.hex() not in str(made)


def test_ring_and_master_are_private_and_apart(place):
    secret = keyring(place).make("r1").secret
    ring, master = place / "home" / "keyring", place / "keys" / "master.key"
    assert ring.stat().st_mode & 0o077 == 0
    assert master.stat().st_mode & 0o077 == 0
    for file in (ring, master):
        assert secret not in file.read_bytes()
        assert base64.b64encode(secret) not in file.read_bytes()


def test_derived_keys_differ_by_purpose_and_owner(place):
    first, second = keyring(place).make("r1"), keyring(place).make("r2")
    assert first.derived("vault") != first.derived("database")
    assert first.derived("vault") != second.derived("vault")
    assert first.fingerprint(b"same") != second.fingerprint(b"same")
    assert first.fingerprint(b"same") == first.fingerprint(b"same")


@pytest.mark.parametrize(
    "other",
    [
        (DataKey(owner="r1", secret=b"2" * 32), "name"),
        (DataKey(owner="r2", secret=b"1" * 32), "name"),
        (DataKey(owner="r1", secret=b"1" * 32), "another name"),
    ],
    ids=["another key", "another owner", "another name"],
)
def test_what_is_sealed_opens_only_with_all_that_sealed_it(other):
    key, name = other
    sealed = DataKey(owner="r1", secret=b"1" * 32).seal(b"Fatma", name="name")
    assert b"Fatma" not in sealed
    with pytest.raises(KeyUnavailableError) as refused:
        key.open(sealed, name=name)
    assert "kluis" in refused.value.message_nl


@pytest.mark.parametrize("sealed", [b"", b"short", b"0" * 12, b"0" * 40])
def test_bytes_that_were_never_sealed_do_not_open(sealed):
    with pytest.raises(KeyUnavailableError):
        DataKey(owner="r1", secret=b"1" * 32).open(sealed, name="name")


def test_rotation_keeps_the_data_keys(place):
    before = {owner: keyring(place).make(owner) for owner in ("r1", "r2")}
    master = (place / "keys" / "master.key").read_bytes()
    assert keyring(place).rotate()
    assert (place / "keys" / "master.key").read_bytes() != master
    assert {o: keyring(place).data_key(o) for o in before} == before


def test_after_destruction_an_old_copy_of_the_ring_opens_nothing(place):
    for owner in ("r1", "r2"):
        keyring(place).make(owner)
    copy = place / "backup"
    shutil.copy(place / "home" / "keyring", copy)
    assert keyring(place).destroy("r1")
    restored = Keyring(copy, key_file=place / "keys" / "master.key")
    for owner in ("r1", "r2"):
        with pytest.raises(KeyUnavailableError):
            restored.data_key(owner)
    assert keyring(place).data_key("r2")
    with pytest.raises(KeyUnavailableError, match="no key for r1"):
        keyring(place).data_key("r1")


def test_destroying_again_is_no_error(place):
    keyring(place).make("r1")
    assert keyring(place).destroy("r1")
    assert keyring(place).destroy("r1")


class Crash(Exception):
    pass


@pytest.mark.parametrize("writes", [0, 1, 2])
def test_a_crash_anywhere_in_a_rotation_loses_nothing(place, monkeypatch, writes):
    before = {owner: keyring(place).make(owner) for owner in ("r1", "r2")}
    real, left = key_module.write_atomically, [writes]

    def dies(*args, **kwargs):
        if not left[0]:
            raise Crash
        left[0] -= 1
        real(*args, **kwargs)

    monkeypatch.setattr(key_module, "write_atomically", dies)
    with pytest.raises(Crash):
        keyring(place).rotate()
    monkeypatch.undo()
    assert {o: keyring(place).data_key(o) for o in before} == before
    assert keyring(place).rotation_is_done() is (writes == 0)
    keyring(place).rotate()
    assert keyring(place).rotation_is_done()
    assert {o: keyring(place).data_key(o) for o in before} == before


def test_homes_that_share_a_key_file_do_not_take_each_others_key(place):
    one = keyring(place, home="one").make("r1")
    two = keyring(place, home="two").make("r1")
    keyring(place, home="one").destroy("r1")
    keyring(place, home="one").rotate()
    assert keyring(place, home="two").data_key("r1") == two
    assert one != two


ROTATES = """
import sys
from pathlib import Path
from ltnlp.store.keys import Keyring
ring = Keyring(Path(sys.argv[1]), key_file=Path(sys.argv[2]))
for number in range(8):
    ring.rotate()
    ring.make(f"{sys.argv[3]}{number}")
    ring.data_key("r1")
"""


def test_processes_that_rotate_at_once_lose_no_key(place):
    before = keyring(place).make("r1")
    paths = [str(place / "home" / "keyring"), str(place / "keys" / "master.key")]
    started = [
        subprocess.Popen([sys.executable, "-c", ROTATES, *paths, name])
        for name in ("a", "b")
    ]
    assert [process.wait(60) for process in started] == [0, 0]
    assert keyring(place).data_key("r1") == before
    assert len(keyring(place).owners()) == 17


def test_a_wrong_master_opens_nothing(place):
    keyring(place, secret=b"1" * 32).make("r1")
    with pytest.raises(KeyUnavailableError) as refused:
        keyring(place, secret=b"2" * 32).data_key("r1")
    assert "hoofdsleutel" in refused.value.message_nl
    with pytest.raises(KeyUnavailableError):
        keyring(place, secret=b"2" * 32).make("r2")


def test_a_lost_master_is_not_made_anew(place):
    keyring(place).make("r1")
    (place / "keys" / "master.key").unlink()
    for ask in (keyring(place).data_key, keyring(place).make):
        with pytest.raises(KeyUnavailableError):
            ask("r1")
    with pytest.raises(KeyUnavailableError):
        keyring(place).make("r2")


def test_a_master_from_outside_is_not_rotated(place):
    ring = keyring(place, secret=b"1" * 32)
    ring.make("r1")
    assert not ring.rotates
    assert ring.destroy("r1") is False
    assert ring.rotation_is_done()


def test_without_a_place_for_a_master_no_key_is_made(place):
    with pytest.raises(KeyUnavailableError, match="no place"):
        Keyring(place / "keyring", key_file=None).make("r1")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"keys": {}}', "\0"])
def test_a_damaged_ring_is_told(place, content):
    keyring(place).make("r1")
    (place / "home" / "keyring").write_text(content)
    with pytest.raises(KeyUnavailableError) as refused:
        keyring(place).data_key("r1")
    assert "beschadigd" in refused.value.message_nl


@pytest.mark.parametrize("content", ["one", "a b c", "ring ~~~", "ring é"])
def test_a_damaged_key_file_is_told(place, content):
    keyring(place).make("r1")
    (place / "keys" / "master.key").write_text(content, "utf-8")
    with pytest.raises(KeyUnavailableError) as refused:
        keyring(place).data_key("r1")
    assert "beschadigd" in refused.value.message_nl


def test_a_wrapped_key_of_another_owner_does_not_open(place):
    keyring(place).make("r1")
    keyring(place).make("r2")
    path = place / "home" / "keyring"
    ring = json.loads(path.read_text())
    ring["keys"]["r1"] = ring["keys"]["r2"]
    path.write_text(json.dumps(ring))
    with pytest.raises(KeyUnavailableError, match="r1 does not open"):
        keyring(place).data_key("r1")


def test_the_environment_gives_a_master_key(monkeypatch):
    monkeypatch.setenv("LTNLP_KEY", base64.b64encode(b"1" * 32).decode())
    assert secret_from_environment() == b"1" * 32
    monkeypatch.delenv("LTNLP_KEY")
    assert secret_from_environment() is None


@pytest.mark.parametrize("value", ["kort", base64.b64encode(b"1" * 31).decode(), "~"])
def test_a_bad_key_in_the_environment_is_refused_without_showing_it(monkeypatch, value):
    monkeypatch.setenv("LTNLP_KEY", value)
    with pytest.raises(KeyUnavailableError) as refused:
        secret_from_environment()
    assert value not in str(refused.value)
    assert value not in refused.value.message_nl
