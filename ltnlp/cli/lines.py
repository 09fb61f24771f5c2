"""Lines in and out: UTF-8, one record a line, a broken line holds up no other."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import typer

from ltnlp.domain.errors import InputError

Record = dict[str, Any]


def lines(source: Path | None) -> Iterator[tuple[int, str | None]]:
    """Yield the lines that hold something, numbered from 1; None for no UTF-8.

    Raises:
        InputError: there is no such file.
    """
    if source is None:
        yield from _decoded(sys.stdin.buffer)
        return
    if not source.is_file():
        raise InputError("no such input", message_nl="Het invoerbestand bestaat niet.")
    with source.open("rb") as file:
        yield from _decoded(file)


def file_content(source: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: there is no such file.
    """
    if not source.is_file():
        raise InputError("no such input", message_nl="Het bestand bestaat niet.")
    return source.read_bytes()


def every_line(source: Path | None) -> Iterator[str]:
    """Yield every line, empty ones too; one that is no UTF-8 as a line that is wrong."""
    reached = 0
    for number, line in lines(source):
        yield from [""] * (number - reached - 1)
        yield "?" if line is None else line
        reached = number


def _decoded(file: BinaryIO) -> Iterator[tuple[int, str | None]]:
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield number, None


def record(number: int, line: str | None) -> Record:
    """Return the record of a line, or a record that says what is wrong with it."""
    if line is None:
        return {"id": None, "line": number, "error": "not UTF-8"}
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": None, "line": number, "error": "not JSON"}
    if not isinstance(found, dict):
        return {"id": None, "line": number, "error": "not a JSON object"}
    if not isinstance(found.get("text"), str):
        return {"id": found.get("id"), "line": number, "error": "no text"}
    found.pop("error", None)
    return found


def answer(records: Iterable[Record]) -> None:
    """Write records, one a line; end with status 1 when one tells of an error."""
    broken = False
    for one in records:
        broken = broken or "error" in one
        sys.stdout.write(_encodable(one) + "\n")
    sys.stdout.flush()
    if broken:
        raise typer.Exit(1)


def _encodable(one: Record) -> str:
    shown = json.dumps(one, ensure_ascii=False)
    try:
        shown.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # half a character, or a screen that knows few
        return json.dumps(one)
    return shown
