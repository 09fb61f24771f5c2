"""Untrusted files are parsed in child processes that are used again and bounded."""

import atexit
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.codec import receive, send, unpacked
from ltnlp.reading.limits import (
    IDLE_WORKERS,
    MAX_UNPACKED,
    READS_PER_WORKER,
    WORKER_CPU_SECONDS,
    WORKER_MEMORY,
    WORKER_SECONDS,
)
from ltnlp.reading.refusals import refused

_REASONS = {
    -signal.SIGXCPU: UnreadableReason.TIMEOUT,
    -signal.SIGABRT: UnreadableReason.TOO_LARGE,  # how native code runs out of memory
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one child may use: bytes of memory, seconds of CPU and of the clock."""

    memory: int = WORKER_MEMORY
    cpu_seconds: int = WORKER_CPU_SECONDS
    seconds: float = WORKER_SECONDS


class _Worker:
    """One child process; reads one file at a time."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._reads = 0
        self._late = False
        self._child = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "ltnlp.reading.worker",
                str(bounds.memory),
                str(bounds.cpu_seconds),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
        )

    def read(self, content: bytes, ending: str) -> ReadText:
        """Let the child read a file; the child is gone when it did not answer."""
        self._reads += 1
        timer = threading.Timer(self._bounds.seconds, self._kill_late)
        timer.daemon = True
        timer.start()
        try:
            answer = self._answer(content, ending)
        finally:
            timer.cancel()
        if answer is None:
            raise refused(self._why())
        try:
            return unpacked(answer)
        except (ValueError, LookupError, TypeError):
            self.stop()
            raise refused(UnreadableReason.CORRUPT) from None

    def _answer(self, content: bytes, ending: str) -> bytes | None:
        asked, answered = self._child.stdin, self._child.stdout
        if asked is None or answered is None:
            return None
        try:
            send(asked, ending.encode())
            send(asked, content)
            return receive(answered, most=MAX_UNPACKED)
        except OSError:
            return None

    def _kill_late(self) -> None:
        self._late = True
        self._child.kill()

    def _why(self) -> UnreadableReason:
        self.stop()
        if self._late:
            return UnreadableReason.TIMEOUT
        return _REASONS.get(self._child.returncode, UnreadableReason.CORRUPT)

    @property
    def fit(self) -> bool:
        """Whether it may read another file."""
        return self._reads < READS_PER_WORKER and self._child.poll() is None

    def stop(self) -> None:
        """End the child and wait for it."""
        self._child.kill() if self._child.poll() is None else None
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            try:
                stream.close() if stream else None
            except OSError:
                continue


class Pool:
    """Children that wait for files; safe for threads, each read has its own child."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        """Start none: the first read does."""
        self._bounds = bounds or Bounds()
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._process = 0

    def read(self, content: bytes, ending: str) -> ReadText:
        """Read a file in a child.

        Raises:
            UnreadableSourceError: the reader's refusal, or `timeout`, `too_large` or
                `corrupt` when the child did not survive.
        """
        worker = self._taken()
        try:
            return worker.read(content, ending)
        finally:
            self._given_back(worker)

    def close(self) -> None:
        """End the children that wait."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.stop()

    def _taken(self) -> _Worker:
        with self._lock:
            if self._process != os.getpid():
                # After a fork the children belong to the other process.
                self._idle, self._process = [], os.getpid()
                atexit.register(self.close)
            while self._idle:
                worker = self._idle.pop()
                if worker.fit:
                    return worker
                worker.stop()
        return _Worker(self._bounds)

    def _given_back(self, worker: _Worker) -> None:
        with self._lock:
            keep = worker.fit and len(self._idle) < IDLE_WORKERS
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.stop()


def _environment() -> dict[str, str]:
    """Return an environment without keys or folders of this process."""
    return {
        "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
    }
