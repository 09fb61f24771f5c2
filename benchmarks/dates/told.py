"""Whole invented texts with their dates marked in them: "in {maart|2022-03}".

The first line tells what is known of the text: its kind, the day it was made and the
period of its review. A length has its ISO duration after the bar.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.dates.gold import Expected, Interval, Item
from ltnlp.domain.edtf import bounds_of
from ltnlp.nlp.dates.births import told_births
from ltnlp.nlp.dates.known_days import told_days

_MARKED = re.compile(r"\{(?P<text>[^{}|]+)\|(?P<edtf>[^{}|]+)\}")


def told_items(folder: Path) -> Iterator[Item]:
    """Yield the marked texts of a folder in order of name."""
    for file in sorted(folder.glob("*.txt")):
        head, marked = file.read_text(encoding="utf-8").split("\n", 1)
        known = dict(part.split("=") for part in head.split())
        text, expected = unmarked(marked)
        yield Item(
            id=file.stem,
            text=text,
            reference=known["day"],
            context={
                "kind": known["kind"],
                "period": {"from": known["from"], "to": known["to"]},
                "births": told_births([text]),
                "days": told_days([text]),
            },
            expected=expected,
        )


def unmarked(marked: str) -> tuple[str, tuple[Expected, ...]]:
    """Return a text without its marks, and what they said."""
    text, reached, expected = "", 0, []
    for match in _MARKED.finditer(marked):
        text += marked[reached : match.start()]
        reached = match.end()
        start, text = len(text), text + match["text"]
        expected.append(
            Expected(
                start=start,
                end=len(text),
                phenomenon="length" if match["edtf"].startswith("P") else "date",
                value=_value(match["edtf"]),
            )
        )
    return text + marked[reached:], tuple(expected)


def _value(edtf: str) -> Interval | str:
    if edtf.startswith("P"):
        return edtf
    bounds = bounds_of(edtf)
    return _iso(bounds.earliest), _iso(bounds.latest)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
