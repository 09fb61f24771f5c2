"""Keys: one master key apart from the data, one wrapped data key for each review."""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ltnlp.domain.errors import KeyUnavailableError
from ltnlp.store.files import locked, write_atomically

KEY_BYTES = 32
NONCE_BYTES = 12
SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """The key of one review (or of the system), from which the others are derived."""

    owner: str
    secret: bytes

    def __repr__(self) -> str:
        """Show the owner and never the secret."""
        return f"DataKey(owner={self.owner!r})"

    def derived(self, purpose: str) -> bytes:
        """Return the 32 bytes for one purpose (HKDF-SHA256)."""
        derivation = HKDF(
            algorithm=hashes.SHA256(),
            length=KEY_BYTES,
            salt=None,
            info=f"ltnlp:{purpose}".encode(),
        )
        return derivation.derive(self.secret)

    def fingerprint(self, content: bytes) -> str:
        """Return the HMAC-SHA256 of `content` under this key, as 32 hex digits."""
        mac = hmac.HMAC(self.derived("fingerprint"), hashes.SHA256())
        mac.update(content)
        return mac.finalize().hex()[:32]

    def seal(self, content: bytes, *, name: str) -> bytes:
        """Encrypt with AES-256-GCM, bound to the owner and to `name`."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        cipher = AESGCM(self.derived("vault"))
        return nonce + cipher.encrypt(nonce, content, self._bound(name))

    def open(self, sealed: bytes, *, name: str) -> bytes:
        """Decrypt what `seal` made.

        Raises:
            KeyUnavailableError: another key, another owner, another name or changed bytes.
        """
        cipher = AESGCM(self.derived("vault"))
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return cipher.decrypt(nonce, rest, self._bound(name))
        except InvalidTag:
            raise KeyUnavailableError(f"cannot open a record of {self.owner}") from None

    def _bound(self, name: str) -> bytes:
        return f"{self.owner}\0{name}".encode()


@dataclass(slots=True, kw_only=True)
class _Ring:
    """The wrapped data keys by owner, and the mark of the master that wrapped them."""

    master: str
    keys: dict[str, str]


class Keyring:
    """The wrapped data keys, and the master key that opens them.

    The master key comes from the file `key_file` (made at first use, mode 600) or
    from `secret`. Both old and new master key stand in the key file while the ring
    is being rewrapped, so that a crash in between loses nothing.
    """

    def __init__(
        self, ring: Path, *, key_file: Path | None, secret: bytes | None = None
    ) -> None:
        """Name the ring and where its master key comes from."""
        self._ring = ring
        self._key_file = key_file
        self._secret = secret

    @property
    def rotates(self) -> bool:
        """Tell whether the master key can be replaced (not one from outside)."""
        return self._secret is None and self._key_file is not None

    def owners(self) -> tuple[str, ...]:
        """Return the owners whose data keys exist."""
        return tuple(sorted(self._read().keys))

    def data_key(self, owner: str) -> DataKey:
        """Return the data key of `owner`.

        Raises:
            KeyUnavailableError: it was destroyed, never made, or the master key is wrong.
        """
        ring = self._read()
        wrapped = ring.keys.get(owner)
        if wrapped is None:
            raise KeyUnavailableError(
                f"no key for {owner}",
                message_nl="De sleutel van deze review bestaat niet (meer).",
            )
        return DataKey(owner=owner, secret=self._unwrap(owner, wrapped, ring.master))

    def make(self, owner: str) -> DataKey:
        """Return the data key of `owner`, made now when there is none yet."""
        with self._writing() as ring:
            if owner not in ring.keys:
                master = self._master(ring.master)
                ring.master = _mark(master)
                ring.keys[owner] = _wrap(owner, secrets.token_bytes(KEY_BYTES), master)
        return self.data_key(owner)

    def destroy(self, owner: str) -> bool:
        """Remove the data key of `owner`, and rotate the master key if it can be.

        Returns whether the master key was rotated: only then does an old copy of
        the ring open nothing.
        """
        with self._writing() as ring:
            ring.keys.pop(owner, None)
        return self.rotate()

    def rotate(self) -> bool:
        """Put a new master key in the place of the old; data keys stay the same."""
        if not self.rotates:
            return False
        with self._writing() as ring:
            old = self._master(ring.master)
            new = secrets.token_bytes(KEY_BYTES)
            self._write_master(old, new)
            for owner, wrapped in ring.keys.items():
                secret = self._unwrap(owner, wrapped, ring.master)
                ring.keys[owner] = _wrap(owner, secret, new)
            ring.master = _mark(new)
        self._write_master(new)
        return True

    def _unwrap(self, owner: str, wrapped: str, mark: str) -> bytes:
        raw = base64.b64decode(wrapped)
        try:
            return AESGCM(self._master(mark)).decrypt(
                raw[:NONCE_BYTES], raw[NONCE_BYTES:], owner.encode()
            )
        except InvalidTag:
            raise KeyUnavailableError(f"the key of {owner} does not open") from None

    def _read(self) -> "_Ring":
        if not self._ring.exists():
            return _Ring(master="", keys={})
        content = json.loads(self._ring.read_text("utf-8"))
        return _Ring(master=content["master"], keys=content["keys"])

    @contextmanager
    def _writing(self) -> Iterator["_Ring"]:
        with locked(self._ring):
            ring = self._read()
            yield ring
            content = json.dumps({"master": ring.master, "keys": ring.keys})
            write_atomically(self._ring, content.encode(), private=True)

    def _master(self, mark: str) -> bytes:
        """Return the master key that `mark` names; made now for a ring that is new."""
        for candidate in self._masters():
            if not mark or _mark(candidate) == mark:
                return candidate
        if mark:
            raise KeyUnavailableError(
                "the master key is missing or is not the one of this keyring",
                message_nl="De hoofdsleutel ontbreekt of hoort niet bij deze gegevens.",
            )
        fresh = secrets.token_bytes(KEY_BYTES)
        self._write_master(fresh)
        return fresh

    def _masters(self) -> tuple[bytes, ...]:
        if self._secret is not None:
            return (self._secret,)
        if self._key_file is None or not self._key_file.exists():
            return ()
        lines = self._key_file.read_text("ascii").split()
        return tuple(base64.b64decode(line) for line in lines)

    def _write_master(self, *masters: bytes) -> None:
        if self._key_file is None:
            raise KeyUnavailableError("no place to keep a master key")
        self._key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = "".join(base64.b64encode(m).decode() + "\n" for m in masters)
        write_atomically(self._key_file, text.encode(), private=True)


def secret_from_environment(name: str = "LTNLP_KEY") -> bytes | None:
    """Return the master key in the environment variable, None when it is not set.

    Raises:
        KeyUnavailableError: it is set and is not 32 bytes in base64.
    """
    value = os.environ.get(name)
    if not value:
        return None
    try:
        secret = base64.b64decode(value, validate=True)
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise KeyUnavailableError(f"{name} is not 32 bytes in base64")
    return secret


def _mark(master: bytes) -> str:
    return hashlib.sha256(b"ltnlp master" + master).hexdigest()[:16]


def _wrap(owner: str, secret: bytes, master: bytes) -> str:
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(master).encrypt(nonce, secret, owner.encode())
    return base64.b64encode(nonce + sealed).decode()
