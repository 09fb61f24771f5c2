"""`ltnlp annotate`: one stage alone, JSON Lines in, JSON Lines out."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from ltnlp.casework import annotating
from ltnlp.cli.lines import Record, answer, lines, record
from ltnlp.domain.errors import InputError

app = typer.Typer(help="Eén stap los: JSON-regels in, JSON-regels uit.")

Input = Annotated[Path | None, typer.Option("--input", help="Bestand met regels.")]


@app.command()
def dates(source: Input = None) -> None:
    """Lees datums."""
    _each(source, annotating.dates)


@app.command()
def names(source: Input = None) -> None:
    """Zoek namen en geef pseudoniemen; regels van één review horen bij elkaar."""
    records = [_with_roster(record(*line)) for line in lines(source)]
    answers = dict(_names(records))
    answer(answers.get(at, one) for at, one in enumerate(records))


@app.command()
def factors(
    source: Input = None,
    codebook: Annotated[
        Path | None, typer.Option(help="Ander codeboek (JSON-regels).")
    ] = None,
) -> None:
    """Stel factoren en patronen voor."""
    if codebook is not None and not codebook.is_file():
        raise InputError("no codebook", message_nl="Het codeboek bestaat niet.")
    _each(source, annotating.factors(codebook))


@app.command()
def interactions(source: Input = None) -> None:
    """Lees interacties tussen organisaties."""
    _each(source, annotating.interactions)


def _each(source: Path | None, ask: Callable[[Record], Record]) -> None:
    answer(_one(record(*line), ask) for line in lines(source))


def _one(one: Record, ask: Callable[[Record], Record]) -> Record:
    if "error" in one:
        return one
    try:
        return ask(one)
    except Exception as error:  # noqa: BLE001 - one line may not stop the others
        return _failed(one, error)


def _failed(one: Record, error: Exception) -> Record:
    """Return what became of a line: the kind of the error, for its words may quote."""
    wrong = isinstance(error, ValueError | TypeError | KeyError | InputError)
    kind = "invalid" if wrong else "failed"
    return {"id": one.get("id"), "error": f"{kind}: {type(error).__name__}"}


def _names(records: Sequence[Record]) -> Iterator[tuple[int, Record]]:
    """Yield the answers by number of the line, review by review.

    A review that cannot be read holds up no other.
    """

    def review(at: int) -> tuple[bool, str]:
        # A line without a review is one of its own.
        named = records[at].get("review")
        return (False, str(at)) if named is None else (True, str(named))

    good = [at for at, one in enumerate(records) if "error" not in one]
    for _, group in groupby(sorted(good, key=review), key=review):
        mine = list(group)
        asked = [records[at] for at in mine]
        try:
            found = list(annotating.names(asked))
        except Exception as error:  # noqa: BLE001 - one review may not stop others
            found = [_failed(one, error) for one in asked]
        yield from zip(mine, found, strict=True)


def _with_roster(one: Record) -> Record:
    """Return the record, or what is wrong with its roster."""
    roster = one.get("roster")
    whole = isinstance(roster, list) and all(
        isinstance(person, dict) and isinstance(person.get("name"), str)
        for person in roster
    )
    if roster is None or whole or "error" in one:
        return one
    return {"id": one.get("id"), "error": "invalid: roster"}
