"""The command line as a person meets it: arguments and input in, screen and status out."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ltnlp.cli import main
from ltnlp.cli.screen import screen
from tests import homes


@dataclass(frozen=True)
class Shown:
    status: int
    out: str
    err: str


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where the home of this test lies."""
    for name, value in homes.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("LTNLP_KEY", raising=False)
    monkeypatch.setattr(screen, "width", 300)
    return tmp_path


@pytest.fixture
def ltnlp(place, monkeypatch, capsys) -> Callable[..., Shown]:
    def run(*arguments: object, stdin: bytes | str = b"") -> Shown:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["ltnlp", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Shown(int(ended.value.code or 0), captured.out, captured.err)

    return run
