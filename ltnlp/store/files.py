"""Files that are never half-written, and locks between processes."""

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ltnlp.domain.errors import StateError

WAIT_SECONDS = 120.0
PAUSE_SECONDS = 0.02


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write beside `path`, flush to disk and rename: old or new, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    mode = 0o600 if private else 0o640
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def locked(path: Path, *, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the lock that belongs to `path`, between processes and threads.

    Raises:
        StateError: somebody else held it for longer than `wait` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f"{path.name}.lock")
    with lock.open("a") as file:
        _acquire(file.fileno(), wait)
        try:
            yield
        finally:
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def _acquire(descriptor: int, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise StateError(
                    "a store is in use",
                    message_nl="Een andere taak werkt nog met deze gegevens.",
                ) from None
            time.sleep(PAUSE_SECONDS)
        else:
            return
