"""What is claimed of the vault, each on the bytes that lie on the disk."""

import ast
import base64
import json
import shutil
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import ltnlp
from ltnlp.domain.errors import KeyUnavailableError
from ltnlp.store.database import Database
from ltnlp.store.keys import KEY_BYTES, NONCE_BYTES, Keyring
from ltnlp.store.system_store import SystemStore
from ltnlp.store.vault import Vault

PACKAGE = Path(ltnlp.__file__).parent
WORDS = "Quirine Zandstra woont aan de Kade 3."
NAMES = ("text:d1", "registry", "mentions")


@pytest.fixture
def ring(tmp_path) -> Keyring:
    return Keyring(tmp_path / "home" / "keyring", key_file=tmp_path / "key" / "master")


def vault_of(ring: Keyring, tmp_path: Path, review: str) -> Vault:
    vault = Vault(tmp_path / "home" / review / "vault", ring.make(review))
    for name in NAMES:
        vault.put(name, f"{name} {WORDS}".encode())
    return vault


def master_in(tmp_path: Path) -> bytes:
    (line,) = (tmp_path / "key" / "master").read_text().splitlines()
    return base64.b64decode(line.split()[1])


def wrapped(tmp_path: Path, review: str) -> bytes:
    ring = json.loads((tmp_path / "home" / "keyring").read_text())
    return base64.b64decode(ring["keys"][review])


def records(tmp_path: Path, review: str) -> list[Path]:
    return sorted((tmp_path / "home" / review / "vault").iterdir())


def test_each_review_has_its_own_key_wrapped_by_the_master_with_its_id(ring, tmp_path):
    for review in ("r1", "r2"):
        ring.make(review)
    opened = {}
    for review in ("r1", "r2"):
        sealed = wrapped(tmp_path, review)
        cipher = AESGCM(master_in(tmp_path))
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        opened[review] = cipher.decrypt(nonce, rest, review.encode())
        with pytest.raises(InvalidTag):
            cipher.decrypt(nonce, rest, b"another review")
    assert {len(key) for key in opened.values()} == {KEY_BYTES}
    assert opened["r1"] != opened["r2"]
    assert opened["r1"] == ring.data_key("r1").secret


def test_a_record_is_aes_256_gcm_bound_to_the_review_and_its_name(ring, tmp_path):
    vault_of(ring, tmp_path, "r1")
    key = ring.data_key("r1")
    cipher = AESGCM(key.derived("vault"))
    file = tmp_path / "home" / "r1" / "vault" / key.fingerprint(b"record:text:d1")
    sealed = file.read_bytes()
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    assert cipher.decrypt(nonce, rest, b"r1\0text:d1").endswith(WORDS.encode())
    for bound in (b"r2\0text:d1", b"r1\0registry", b"r1", None):
        with pytest.raises(InvalidTag):
            cipher.decrypt(nonce, rest, bound)


def test_look_ups_are_by_hmac_under_the_reviews_key(ring, tmp_path):
    for review in ("r1", "r2"):
        vault_of(ring, tmp_path, review)
    names = {r: {p.name for p in records(tmp_path, r)} for r in ("r1", "r2")}
    assert names["r1"].isdisjoint(names["r2"])
    assert not any(char in "".join(names["r1"]) for char in ":gnrt")
    assert len(names["r1"]) == len(NAMES)


def test_no_byte_on_the_disk_tells_a_word_or_a_key(ring, tmp_path):
    vault_of(ring, tmp_path, "r1")
    secret = ring.data_key("r1").secret
    master = master_in(tmp_path)
    forbidden = [
        b"Quirine", b"Zandstra", WORDS.encode("utf-16-le"), secret, secret.hex().encode(),
        base64.b64encode(secret), master, base64.b64encode(master),
    ]  # fmt: skip
    for path in (p for p in (tmp_path / "home").rglob("*") if p.is_file()):
        assert not [word for word in forbidden if word in path.read_bytes()], path.name


def test_rotation_changes_the_wrapping_and_no_record(ring, tmp_path):
    vault = vault_of(ring, tmp_path, "r1")
    before = {p.name: p.read_bytes() for p in records(tmp_path, "r1")}
    old, old_wrapping = master_in(tmp_path), wrapped(tmp_path, "r1")
    assert ring.rotate()
    assert master_in(tmp_path) != old
    new = wrapped(tmp_path, "r1")
    assert new != old_wrapping
    with pytest.raises(InvalidTag):
        AESGCM(old).decrypt(new[:NONCE_BYTES], new[NONCE_BYTES:], b"r1")
    assert {p.name: p.read_bytes() for p in records(tmp_path, "r1")} == before
    assert (vault.get("registry") or b"").endswith(WORDS.encode())


def test_after_destruction_no_record_opens_with_any_key_that_is_left(ring, tmp_path):
    for review in ("r1", "r2"):
        vault_of(ring, tmp_path, review)
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "home", kept)
    assert ring.destroy("r1")
    with pytest.raises(KeyUnavailableError):
        ring.data_key("r1")
    old_ring = Keyring(kept / "keyring", key_file=tmp_path / "key" / "master")
    with pytest.raises(KeyUnavailableError):
        old_ring.data_key("r1")
    left = ring.data_key("r2")
    keys = [left.secret, master_in(tmp_path), *map(left.derived, ("vault", "database"))]
    for path in (kept / "r1" / "vault").iterdir():
        sealed = path.read_bytes()
        for key in keys:
            for name in NAMES:
                with pytest.raises(InvalidTag):
                    AESGCM(key).decrypt(
                        sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], f"r1\0{name}".encode()
                    )  # fmt: skip
    assert (Vault(kept / "r2" / "vault", left).get("registry") or b"").endswith(
        b"Kade 3."
    )


def test_the_log_is_chained_and_sealed_and_holds_no_content(ring, tmp_path):
    path = tmp_path / "home" / "system.duckdb"
    key = ring.make("system").derived("database")
    store = SystemStore(Database(path, schema="system", key=key))
    for number in range(3):
        store.audit(by_role="begeleider", action="report seen", review="r1", purpose="leerreview", count=number)  # fmt: skip
    log = store.audit_log()
    assert [e.previous for e in log[1:]] == [e.hash for e in log[:-1]]
    assert len({e.hash for e in log}) == len(log)
    assert store.audit_is_whole()
    assert set(log[0].__slots__) == {
        "number", "made_at", "by_role", "action", "review", "purpose", "count", "previous", "hash",
    }  # fmt: skip
    assert b"report seen" not in path.read_bytes()


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _named(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_vaults_are_opened_in_casework_only():
    outside = {
        path.relative_to(PACKAGE).as_posix()
        for path in (*PACKAGE.rglob("*.py"), *(PACKAGE.parent / "pipelines").rglob("*.py"))
        if PACKAGE / "casework" not in path.parents
        for call in _calls(path)
        if _named(call) in {"vault", "Vault"}
    }  # fmt: skip
    assert outside == set()


def test_every_entry_of_the_log_states_a_purpose():
    without = {
        f"{path.name}:{call.lineno}"
        for path in (PACKAGE / "casework").rglob("*.py")
        for call in _calls(path)
        if _named(call) == "audit"
        and not any(word.arg == "purpose" for word in call.keywords)
    }
    assert without == set()
