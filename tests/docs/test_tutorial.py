"""The tutorial is run as it is written, from its first command to its last."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ltnlp.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps() -> Iterator[tuple[str, str]]:
    """Yield (file name or "", content) for what is written or typed."""
    for kind, name, body in FENCE.findall(TUTORIAL):
        if name:
            yield name, body
        elif kind == "console":
            for line in body.splitlines():
                yield "", line.removeprefix("$ ")


@pytest.mark.slow
def test_every_command_of_the_tutorial_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LTNLP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LTNLP_KEY_FILE", str(tmp_path / "key" / "master.key"))
    monkeypatch.chdir(tmp_path)
    review = ""
    typed = 0
    for name, content in steps():
        if name:
            (tmp_path / name).write_text(content, "utf-8")
            continue
        typed += 1
        output = run(content.replace("REVIEW", review))
        if content.startswith("ltnlp review new"):
            review = output.strip().splitlines()[-1]
    assert typed == TUTORIAL.count("\n$ ")
    assert list((tmp_path / "rapporten").glob("*.html"))
    assert (tmp_path / "uit" / "events.json").stat().st_size > 1000
    assert (tmp_path / "uit" / "cross.json").exists()


def run(command: str) -> str:
    words = shlex.split(command)
    if words[0] == "python":
        script = [sys.executable, str(ROOT / words[1]), *words[2:]]
        return subprocess.run(script, check=True, capture_output=True, text=True).stdout
    assert words[0] == "ltnlp"
    result = CliRunner().invoke(app, words[1:])
    assert result.exit_code == 0, f"{command}: {result.output}{result.exception!r}"
    return result.stdout
