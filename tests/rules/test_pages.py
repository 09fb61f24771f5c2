"""What the pages of this repository tell people to type exists."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from ltnlp.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
MEASURED = re.compile(r"-m (benchmarks(?:\.\w+)*)")
CODE = re.compile(r"`([^`\n]+)`|^ {4}(.+)|^\$ (.+)", re.MULTILINE)
TYPED = re.compile(r"\bltnlp ([a-z][a-z-]*(?: [a-z|]+)?)([^;#\n]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def commands() -> dict[str, Any]:
    whole = get_command(app)
    found: dict[str, Any] = {}
    for name, command in whole.commands.items():
        found[name] = command
        for below, deeper in getattr(command, "commands", {}).items():
            found[f"{name} {below}"] = deeper
    return found


COMMANDS = commands()


def typed(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a page with its options."""
    code = "\n".join("".join(parts) for parts in CODE.findall(page.read_text("utf-8")))
    for words, rest in TYPED.findall(code):
        first, _, below = words.partition(" ")
        for part in below.split("|"):
            name = f"{first} {part}"
            yield name if name in COMMANDS else first, OPTION.findall(rest)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_of_a_page_exists_with_its_options(page: Path) -> None:
    for name, options in typed(page):
        assert name in COMMANDS, name
        known = {opt for one in COMMANDS[name].params for opt in one.opts}
        unknown = set(options) - known - {"--help"}
        assert not unknown, (name, unknown)


def test_a_facilitator_reads_of_every_command() -> None:
    told = {name for page in PAGES for name, _ in typed(page)}
    groups = {name.split()[0] for name in COMMANDS if " " in name}
    assert set(COMMANDS) - groups - told == set()


def test_a_type_of_the_glossary_is_one_of_the_domain() -> None:
    table = (ROOT / "docs" / "method.md").read_text("utf-8").split("##")[0]
    column = [line.split("|")[2] for line in table.splitlines() if line[:2] == "| "]
    types = {name for cell in column for name in re.findall(r"`(\w+)`", cell)}
    parts = (ROOT / "ltnlp" / "domain").glob("*.py")
    domain = "\n".join(part.read_text("utf-8") for part in parts)
    assert len(types) > 20
    assert [name for name in types if f"class {name}" not in domain] == []


def test_every_measurement_that_is_named_can_be_run() -> None:
    named = {
        found
        for page in [*PAGES, ROOT / "Makefile"]
        for found in MEASURED.findall(page.read_text("utf-8"))
    }
    assert "benchmarks" in named
    for module in named:
        path = ROOT / Path(*module.split("."))
        whole = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
        assert whole.is_file(), module
        assert importlib.util.find_spec(module) is not None
