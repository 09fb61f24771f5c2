import os
import signal
import subprocess
import sys
import textwrap
import threading

import pytest

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.codec import packed, packed_refusal, unpacked
from ltnlp.reading.isolation import Bounds, Pool
from ltnlp.reading.limits import MEGABYTE
from ltnlp.reading.reader import read_here
from ltnlp.reading.refusals import refused
from tests.unit.reading import files

PAPER = files.docx_of("Er was zorg.", table=[["Datum", "Wat"], ["mei", "melding"]])


@pytest.fixture
def pool():
    made = Pool()
    yield made
    made.close()


def test_the_child_reads_what_this_process_would(pool: Pool) -> None:
    assert pool.read(PAPER, "docx") == read_here(PAPER, "docx")


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PAPER, "docx"),
        (files.xlsx_of([["Datum"], ["mei"]], [["x"]], hidden=1), "xlsx"),
        (files.eml_of("Dag.\n"), "eml"),
        (b"WEBVTT\n\n00:01.0 --> 00:02.0\n<v A>hoi</v>\n", "vtt"),
    ],
    ids=["docx", "xlsx", "eml", "vtt"],
)
def test_a_text_survives_the_way_between_processes(content: bytes, ending: str) -> None:
    told = read_here(content, ending)
    assert unpacked(packed(told)) == told


def test_a_refusal_survives_the_way_between_processes() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        unpacked(packed_refusal(refused(UnreadableReason.ENCRYPTED)))
    assert caught.value.reason is UnreadableReason.ENCRYPTED


def test_one_child_reads_file_after_file(pool: Pool) -> None:
    pool.read(PAPER, "docx")
    (first,) = pool._idle
    with pytest.raises(UnreadableSourceError):
        pool.read(PAPER[:500], "docx")
    pool.read(PAPER, "docx")
    assert pool._idle == [first]


def test_a_child_that_was_killed_is_replaced(pool: Pool) -> None:
    pool.read(PAPER, "docx")
    os.kill(pool._idle[0]._child.pid, signal.SIGKILL)
    pool._idle[0]._child.wait()
    assert pool.read(PAPER, "docx").format == "docx"


def test_threads_have_a_child_each(pool: Pool) -> None:
    read: list[str] = []
    threads = [
        threading.Thread(target=lambda: read.append(pool.read(PAPER, "docx").text))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(read)) == 1
    assert len(read) == 6


SLOW = b"<html>" + b"<table><tr><td>" * 4_000


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        pytest.param(Bounds(seconds=0.01), UnreadableReason.TIMEOUT, id="clock"),
        pytest.param(Bounds(memory=20 * MEGABYTE), UnreadableReason.TOO_LARGE,
                     id="memory"),
    ],
)  # fmt: skip
def test_a_child_out_of_bounds_is_ended(
    bounds: Bounds, reason: UnreadableReason
) -> None:
    pool = Pool(bounds)
    try:
        with pytest.raises(UnreadableSourceError) as caught:
            pool.read(files.docx_of("zorg " * 2_000_000), "docx")
        assert caught.value.reason is reason
    finally:
        pool.close()


def confined(attempt: str) -> str:
    """Run an attempt in a child that is confined like the one that parses."""
    script = f"""
        import os, socket, subprocess, sys
        from ltnlp.reading.worker import _confine
        _confine({1 << 30})
        try:
            {attempt}
            print("could")
        except (OSError, PermissionError):
            print("could not")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socket()",
        "open('/tmp/ltnlp-test-never', 'w')",
        "subprocess.Popen(['true'])",
        "os.fork()",
        "os.remove('/tmp/ltnlp-test-never')",
    ],
)
def test_the_child_has_no_network_no_files_and_no_children(attempt: str) -> None:
    assert confined(attempt) == "could not"


def test_the_child_knows_no_keys(monkeypatch: pytest.MonkeyPatch, pool: Pool) -> None:
    monkeypatch.setenv("LTNLP_KEY", "geheim-1234")
    pool.read(PAPER, "docx")
    with open(f"/proc/{pool._idle[0]._child.pid}/environ", "rb") as told:  # noqa: PTH123
        assert b"geheim-1234" not in told.read()
