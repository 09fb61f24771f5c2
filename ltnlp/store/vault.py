"""The vault of one review: original texts, names and registry, each record sealed."""

from pathlib import Path
from typing import TypeVar

from ltnlp.store.codec import from_json, to_json
from ltnlp.store.files import write_atomically
from ltnlp.store.keys import DataKey

T = TypeVar("T")


class Vault:
    """Sealed records under names that tell nothing.

    A record's file is named by the HMAC of its name; its content is AES-256-GCM
    with the review's id and the record's name as associated data.
    """

    def __init__(self, folder: Path, key: DataKey) -> None:
        """Open the vault in `folder` with the review's data key."""
        self._folder = folder
        self._key = key

    def put(self, name: str, content: bytes) -> None:
        """Seal `content` under `name`, in the place of what was there."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sealed = self._key.seal(content, name=name)
        write_atomically(self._file(name), sealed, private=True)

    def get(self, name: str) -> bytes | None:
        """Return what is sealed under `name`, None when nothing is.

        Raises:
            KeyUnavailableError: the key does not open it, or its bytes were changed.
        """
        file = self._file(name)
        if not file.exists():
            return None
        return self._key.open(file.read_bytes(), name=name)

    def remove(self, name: str) -> None:
        """Remove what is sealed under `name`."""
        self._file(name).unlink(missing_ok=True)

    def keep(self, name: str, value: object) -> None:
        """Seal a domain value under `name`."""
        self.put(name, to_json(value).encode())

    def recall(self, name: str, kind: type[T]) -> T | None:
        """Return the domain value under `name`, None when there is none."""
        content = self.get(name)
        return None if content is None else from_json(kind, content)

    def _file(self, name: str) -> Path:
        return self._folder / self._key.fingerprint(f"record:{name}".encode())
