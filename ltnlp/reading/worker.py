"""The child process that parses untrusted files: little memory, no network, no files.

    python -m ltnlp.reading.worker MEMORY CPU_SECONDS

Reads two frames per file (the ending of its name, its bytes) from standard input and
answers one (text or refusal) on standard output, until standard input ends.
"""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from typing import Any

from ltnlp.domain.errors import UnreadableSourceError
from ltnlp.reading.codec import (
    own_streams,
    packed,
    packed_refusal,
    receive,
    send,
)
from ltnlp.reading.limits import MAX_UPLOAD

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn")
_ALSO_FORBIDDEN = frozenset(
    {
        "os.system",
        "os.remove",
        "os.rename",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.kill",
        "os.truncate",
        "shutil.rmtree",
        "webbrowser.open",
    }
)
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Answer requests until there are none."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    asked, answered = own_streams()
    from ltnlp.reading.reader import make_ready, read_here

    make_ready()
    _confine(memory)
    while (ending := receive(asked, most=1000)) is not None:
        content = receive(asked, most=MAX_UPLOAD)
        if content is None:
            return
        _allow_cpu(seconds)
        try:
            answer = packed(read_here(content, ending.decode("utf-8", "replace")))
        except UnreadableSourceError as error:
            answer = packed_refusal(error)
        send(answered, answer)


def _confine(memory: int) -> None:
    """Bound memory, and take away network, files and other processes."""
    with suppress(OSError, AttributeError):
        # Where the system lets us: a network name space without any network.
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NET)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN) or event in _ALSO_FORBIDDEN:
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        raise PermissionError(event)


def _allow_cpu(seconds: int) -> None:
    """Let the process use `seconds` more; the system ends it after that."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + seconds
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main()
