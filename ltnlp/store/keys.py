"""Keys: one master key apart from the data, one wrapped data key for each review."""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
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
_SECRET = "LTNLP_KEY"


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
        return self.fingerprinter()(content)

    def fingerprinter(self) -> Callable[[bytes], str]:
        """Return `fingerprint` with its key derived once, for many contents."""
        begun = hmac.HMAC(self.derived("fingerprint"), hashes.SHA256())

        def fingerprint(content: bytes) -> str:
            mac = begun.copy()
            mac.update(content)
            return mac.finalize().hex()[:32]

        return fingerprint

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
        except (InvalidTag, ValueError):
            raise KeyUnavailableError(
                f"cannot open a record of {self.owner}",
                message_nl="Een bestand in de kluis is beschadigd of niet van hier.",
            ) from None

    def _bound(self, name: str) -> bytes:
        return f"{self.owner}\0{name}".encode()


@dataclass(slots=True, kw_only=True)
class _Ring:
    """The wrapped data keys by owner, and the mark of the master that wrapped them.

    `id` tells this ring's lines in a key file from those of other homes.
    """

    id: str
    master: str
    keys: dict[str, str]


class Keyring:
    """The wrapped data keys, and the master key that opens them.

    The master key comes from the file `key_file` (made at first use, mode 600) or
    from `secret`. A key file may serve several homes: each line is the id of a ring
    and a master key of it. While a ring is being rewrapped both its old and its new
    master stand in the file, so that a crash in between loses nothing.
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

    def rotation_is_done(self) -> bool:
        """Tell whether no rotation was cut short: then an old ring opens nothing."""
        return len(self._masters(self._read().id)) <= 1

    def data_key(self, owner: str) -> DataKey:
        """Return the data key of `owner`.

        Raises:
            KeyUnavailableError: it was destroyed, never made, or the master key is wrong.
        """
        try:
            return self._opened(owner)
        except KeyUnavailableError:
            # The ring and its master are two files: a rotation may lie in between.
            with locked(self._ring):
                return self._opened(owner)

    def _opened(self, owner: str) -> DataKey:
        ring = self._read()
        if owner not in ring.keys:
            raise KeyUnavailableError(
                f"no key for {owner}",
                message_nl="De sleutel van deze review bestaat niet (meer).",
            )
        return DataKey(owner=owner, secret=_unwrap(ring, owner, self._master(ring)))

    def make(self, owner: str) -> DataKey:
        """Return the data key of `owner`, made now when there is none yet."""
        if owner not in self._read().keys:
            with locked(self._ring):
                ring = self._read()
                if owner not in ring.keys:
                    self._add(ring, owner)
        return self.data_key(owner)

    def destroy(self, owner: str) -> bool:
        """Remove the data key of `owner`, and rotate the master key if it can be.

        Returns whether the master key was rotated: only then does an old copy of
        the ring open nothing.
        """
        with locked(self._ring):
            ring = self._read()
            if ring.keys.pop(owner, None) is not None:
                self._write(ring)
        return self.rotate()

    def rotate(self) -> bool:
        """Put a new master key in the place of the old; data keys stay the same."""
        if not self.rotates:
            return False
        with locked(self._ring):
            ring = self._read()
            old = self._master(ring)
            new = secrets.token_bytes(KEY_BYTES)
            self._write_masters(ring.id, old, new)
            for owner in ring.keys:
                ring.keys[owner] = _wrap(owner, _unwrap(ring, owner, old), new)
            ring.master = _mark(new)
            self._write(ring)
            self._write_masters(ring.id, new)
        return True

    def _add(self, ring: _Ring, owner: str) -> None:
        master = self._master(ring) if ring.master else self._first_master(ring)
        ring.master = _mark(master)
        ring.keys[owner] = _wrap(owner, secrets.token_bytes(KEY_BYTES), master)
        self._write(ring)

    def _read(self) -> _Ring:
        if not self._ring.exists():
            return _Ring(id=secrets.token_hex(8), master="", keys={})
        try:
            return _Ring(**json.loads(self._ring.read_text("utf-8")))
        except (ValueError, TypeError):
            raise KeyUnavailableError(
                "the keyring is damaged",
                message_nl="De sleutelbos is beschadigd; zet een kopie terug.",
            ) from None

    def _write(self, ring: _Ring) -> None:
        write_atomically(self._ring, json.dumps(asdict(ring)).encode(), private=True)

    def _master(self, ring: _Ring) -> bytes:
        """Return the master key that wrapped the ring's keys."""
        for candidate in self._masters(ring.id):
            if _mark(candidate) == ring.master:
                return candidate
        raise KeyUnavailableError(
            "the master key is missing or is not the one of this keyring",
            message_nl="De hoofdsleutel ontbreekt of hoort niet bij deze gegevens.",
        )

    def _first_master(self, ring: _Ring) -> bytes:
        """Return the master key for a ring that is new, made now if it can be."""
        if self._secret is not None:
            return self._secret
        fresh = secrets.token_bytes(KEY_BYTES)
        self._write_masters(ring.id, fresh)
        return fresh

    def _masters(self, ring: str) -> tuple[bytes, ...]:
        if self._secret is not None:
            return (self._secret,)
        return tuple(key for owner, key in self._key_lines() if owner == ring)

    def _key_lines(self) -> list[tuple[str, bytes]]:
        if self._key_file is None or not self._key_file.exists():
            return []
        try:
            lines = self._key_file.read_text("ascii").splitlines()
            pairs = [line.split() for line in lines if line.strip()]
            return [(ring, base64.b64decode(key, validate=True)) for ring, key in pairs]
        except ValueError:
            raise KeyUnavailableError(
                "the key file is damaged",
                message_nl="Het sleutelbestand is beschadigd; zet een kopie terug.",
            ) from None

    def _write_masters(self, ring: str, *masters: bytes) -> None:
        """Put the masters of one ring into the key file; those of others stay."""
        if self._key_file is None:
            raise KeyUnavailableError("no place to keep a master key")
        self._key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(self._key_file):
            others = [line for line in self._key_lines() if line[0] != ring]
            lines = [*others, *((ring, master) for master in masters)]
            text = "".join(
                f"{id_} {base64.b64encode(k).decode()}\n" for id_, k in lines
            )
            write_atomically(self._key_file, text.encode(), private=True)


def secret_from_environment() -> bytes | None:
    """Return the master key in `LTNLP_KEY`, None when that is not set.

    Raises:
        KeyUnavailableError: it is set and is not 32 bytes in base64.
    """
    value = os.environ.get(_SECRET)
    if not value:
        return None
    try:
        secret = base64.b64decode(value, validate=True)
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise KeyUnavailableError(
            f"{_SECRET} is not 32 bytes in base64",
            message_nl=f"{_SECRET} is geen sleutel van 32 bytes in base64.",
        )
    return secret


def _mark(master: bytes) -> str:
    return hashlib.sha256(b"ltnlp master" + master).hexdigest()[:16]


def _unwrap(ring: _Ring, owner: str, master: bytes) -> bytes:
    try:
        raw = base64.b64decode(ring.keys[owner], validate=True)
        return AESGCM(master).decrypt(
            raw[:NONCE_BYTES], raw[NONCE_BYTES:], owner.encode()
        )
    except (InvalidTag, ValueError):
        raise KeyUnavailableError(f"the key of {owner} does not open") from None


def _wrap(owner: str, secret: bytes, master: bytes) -> str:
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(master).encrypt(nonce, secret, owner.encode())
    return base64.b64encode(nonce + sealed).decode()
