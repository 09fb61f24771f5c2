"""Files that are never half-written, locks between processes, and destruction."""

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ltnlp.domain.errors import StateError

WAIT_SECONDS = 120.0
PAUSE_SECONDS = 0.02
CHUNK_BYTES = 1 << 20


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
        _flush_folder(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def destroy_folder(folder: Path) -> int:
    """Overwrite every file below `folder` where it lies, and remove the folder.

    Returns how many files there were; 0 when there was no folder.

    Raises:
        StateError: something of it is still there.
    """
    if not folder.exists():
        return 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    for path in files:
        _overwrite(path)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise StateError(
            f"the folder {folder.name} could not be removed",
            message_nl="Een map kon niet helemaal verwijderd worden.",
        )
    return len(files)


def _overwrite(path: Path) -> None:
    """Write zeros over a file's own bytes: truncating first would leave them."""
    if path.is_symlink():
        return
    with path.open("r+b", buffering=0) as file:
        left = path.stat().st_size
        while left:
            left -= file.write(b"\0" * min(left, CHUNK_BYTES))
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a rename outlive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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


def is_locked(path: Path) -> bool:
    """Tell whether somebody holds the lock that belongs to `path`.

    Looking does not hold up others that look.
    """
    try:
        with path.with_name(f"{path.name}.lock").open("rb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


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
