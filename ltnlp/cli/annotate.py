"""`ltnlp annotate`: one stage alone, JSON Lines in, JSON Lines out."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ltnlp.casework import annotating
from ltnlp.domain.errors import InputError

app = typer.Typer(help="Eén stap los: JSON-regels in, JSON-regels uit.")

Record = dict[str, Any]
Input = Annotated[Path | None, typer.Option("--input", help="Bestand met regels.")]


@app.command()
def dates(source: Input = None) -> None:
    """Lees datums."""
    _each(source, annotating.dates)


@app.command()
def names(source: Input = None) -> None:
    """Zoek namen en geef pseudoniemen; regels van één review horen bij elkaar."""
    lines = [_parsed(number, line) for number, line in _lines(source)]
    good = [line for line in lines if "error" not in line]
    answers = iter(annotating.names(good))
    _answer(line if "error" in line else next(answers) for line in lines)


@app.command()
def factors(
    source: Input = None,
    codebook: Annotated[
        Path | None, typer.Option(help="Ander codeboek (JSON-regels).")
    ] = None,
) -> None:
    """Stel factoren en patronen voor."""
    _each(source, annotating.factors(codebook))


@app.command()
def interactions(source: Input = None) -> None:
    """Lees interacties tussen organisaties."""
    _each(source, annotating.interactions)


def _each(source: Path | None, answer: Callable[[Record], Record]) -> None:
    _answer(_one(number, line, answer) for number, line in _lines(source))


def _one(number: int, line: str, answer: Callable[[Record], Record]) -> Record:
    record = _parsed(number, line)
    if "error" in record:
        return record
    try:
        return answer(record)
    except Exception as error:  # noqa: BLE001 - one line may not stop the others
        kind = (
            "invalid"
            if isinstance(error, ValueError | KeyError | InputError)
            else "failed"
        )
        return {"id": record.get("id"), "error": f"{kind}: {type(error).__name__}"}


def _answer(answers: Iterable[Record]) -> None:
    broken = False
    for record in answers:
        broken = broken or "error" in record
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if broken:
        raise typer.Exit(1)


def _lines(source: Path | None) -> Iterator[tuple[int, str]]:
    if source is None:
        sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield from _numbered(sys.stdin)
        return
    if not source.is_file():
        raise InputError("no such input", message_nl="Het invoerbestand bestaat niet.")
    with source.open(encoding="utf-8-sig") as file:
        yield from _numbered(file)


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, line


def _parsed(number: int, line: str) -> Record:
    """Return the record of a line, or a record that says what is wrong with it."""
    try:
        record = json.loads(line)
    except ValueError:
        return {"id": None, "line": number, "error": "not JSON"}
    if not isinstance(record, dict):
        return {"id": None, "line": number, "error": "not a JSON object"}
    if not isinstance(record.get("text"), str):
        return {"id": record.get("id"), "line": number, "error": "no text"}
    record.pop("error", None)
    return record
