"""Files: never half-written, locked between processes, overwritten before removal."""

import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

from ltnlp.domain.errors import StateError
from ltnlp.store.files import destroy_folder, is_locked, locked, write_atomically

HOLDER = """
import sys, time
from pathlib import Path
from ltnlp.store.files import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "deep" / "er" / "file"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o640)])
def test_rights_are_right_from_the_start(tmp_path, private, mode):
    path = tmp_path / "file"
    write_atomically(path, b"x", private=private)
    assert path.stat().st_mode & 0o777 & ~mode == 0


def test_a_write_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "file"
    write_atomically(path, b"old")
    with pytest.raises(TypeError):
        write_atomically(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_shuts_out_another_thread(tmp_path):
    order = []

    def second():
        with locked(tmp_path / "store"):
            order.append("second")

    with locked(tmp_path / "store"):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


@contextmanager
def held(path):
    """Another process that holds the lock of `path`."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        yield holder


def test_a_lock_shuts_out_another_process_and_says_so(tmp_path):
    path = tmp_path / "store"
    with held(path) as holder:
        with pytest.raises(StateError) as refused, locked(path, wait=0.1):
            pass
        assert "Een andere taak" in refused.value.message_nl
        holder.communicate(b"\n")
    with locked(path, wait=0.1):
        pass


def test_a_lock_dies_with_its_process(tmp_path):
    path = tmp_path / "store"
    with held(path) as holder:
        holder.kill()
    with locked(path, wait=5):
        pass


def test_destruction_overwrites_the_bytes_where_they_lie(tmp_path):
    folder = tmp_path / "review"
    (folder / "vault").mkdir(parents=True)
    (folder / "vault" / "text").write_bytes(b"Fatma" * 1000)
    (folder / "empty").touch()
    # A second link keeps the bytes in reach after the folder is gone.
    os.link(folder / "vault" / "text", tmp_path / "link")
    assert destroy_folder(folder) == 2
    assert not folder.exists()
    assert (tmp_path / "link").read_bytes() == b"\0" * 5000


def test_destruction_follows_no_link_out_of_the_folder(tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(b"keep")
    folder = tmp_path / "review"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    destroy_folder(folder)
    assert outside.read_bytes() == b"keep"


def test_destroying_nothing_is_no_error(tmp_path):
    assert destroy_folder(tmp_path / "absent") == 0


def test_what_cannot_be_removed_is_told(tmp_path, monkeypatch):
    folder = tmp_path / "review"
    folder.mkdir()
    monkeypatch.setattr("shutil.rmtree", lambda *args, **kwargs: None)
    with pytest.raises(StateError, match="could not be removed"):
        destroy_folder(folder)


def test_whether_a_lock_is_held_can_be_seen(tmp_path):
    path = tmp_path / "store"
    assert not is_locked(path)
    with locked(path):
        assert is_locked(path)
    assert not is_locked(path)
