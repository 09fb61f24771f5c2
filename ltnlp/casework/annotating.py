"""Single stages for those who measure them: one record in, one record out."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ltnlp.casework import annotating_names
from ltnlp.nlp import dates as date_engine
from ltnlp.nlp import factors as factor_engine
from ltnlp.nlp import interactions as interaction_engine

Record = dict[str, Any]
DAYS = frozenset({"date", "datetime", "range", "relative", "vague"})


def dates(record: Record) -> Record:
    """Return the expressions of time in the record's text."""
    return date_engine.annotate(record)


def names(records: Iterable[Record]) -> Iterator[Record]:
    """Return identifiers and pseudonyms; records of one review are one registry."""
    return annotating_names.annotate(records)


def factors(codebook: Path | None) -> Callable[[Record], Record]:
    """Return the function that codes one record, with the codebook in a file."""
    classifier = (
        factor_engine.HybridClassifier(factor_engine.read_codebook(codebook))
        if codebook
        else factor_engine.factor_classifier()
    )
    return lambda record: factor_engine.annotate(record, classifier)


def interactions(record: Record) -> Record:
    """Return the interactions in the record's text, each with the day told with it."""
    answer = interaction_engine.annotate(record)
    told = date_engine.annotate(
        {name: record[name] for name in ("id", "text", "reference") if name in record}
    )["dates"]
    for one in answer["interactions"]:
        one["edtf"] = one["edtf"] or _day_within(one, told)
    return answer


def _day_within(clause: Record, told: list[Record]) -> str | None:
    """Return the first day told inside the clause; None when there is none."""
    for date in told:
        inside = clause["start"] <= date["start"] and date["end"] <= clause["end"]
        if inside and date["type"] in DAYS and date["earliest"] and date["edtf"]:
            return str(date["edtf"])
    return None
