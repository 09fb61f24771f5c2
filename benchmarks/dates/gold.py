"""Gold of three forms, read into one."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ltnlp.domain.edtf import bounds_of
from ltnlp.nlp.dates.births import told_births
from ltnlp.nlp.dates.known_days import told_days

Interval = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One labelled expression; `value` is None where only its place is labelled."""

    start: int
    end: int
    phenomenon: str
    value: Interval | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text with its labels and what is known beyond it."""

    id: str
    text: str
    reference: str | None
    context: dict[str, Any]
    expected: tuple[Expected, ...]


def read(path: Path) -> list[Item]:
    """Return the items of a JSON Lines file, a folder of cases or a review."""
    if path.suffix == ".jsonl":
        return list(_lines(path))
    if (path / "review.json").exists():
        return list(_review(path))
    return list(_cases(path))


def _lines(path: Path) -> Iterator[Item]:
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield Item(
            id=item["id"],
            text=item["text"],
            reference=item.get("reference"),
            context=item.get("context") or {"kind": "chat"},
            expected=tuple(_half_open(e) for e in item["expressions"]),
        )


def _half_open(label: dict[str, Any]) -> Expected:
    past = label.get("past") or {}
    start, end = past.get("from"), past.get("to")
    value: Interval | str | None = past.get("timex") or label.get("timex")
    if start or end:
        value = (_day(start), _last_day(start, end, past.get("mod")))
    return Expected(
        start=label["start"], end=label["end"], phenomenon=label["type"], value=value
    )


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _last_day(start: str | None, end: str | None, mod: str | None) -> str | None:
    if end is None:
        timed = start is not None and "T" in start and not mod
        return _day(start) if timed else None
    if "T" in end and not end.endswith("T00:00:00"):
        return _day(end)
    day = dt.date.fromisoformat(end[:10]) - dt.timedelta(days=1)
    return max(day.isoformat(), _day(start) or "")


def _review(path: Path) -> Iterator[Item]:
    review = json.loads((path / "review.json").read_text(encoding="utf-8"))
    labels = json.loads((path / "gold" / "dates.json").read_text(encoding="utf-8"))
    names = [document["doc"] for document in review["documents"]]
    texts = {n: (path / "sources" / n).read_text(encoding="utf-8") for n in names}
    births = told_births(texts.values())
    days = told_days(texts.values())
    for document in review["documents"]:
        name = document["doc"]
        text = texts[name]
        yield Item(
            id=name,
            text=text,
            reference=document.get("date"),
            context={
                "kind": document["kind"],
                "period": review.get("period"),
                "births": births,
                "days": days,
            },
            expected=tuple(_label(x) for x in labels if x["doc"] == name),
        )


def _label(label: dict[str, Any]) -> Expected:
    value: Interval | str | None = label["edtf"]
    if label["earliest"] or label["latest"]:
        value = (label["earliest"], label["latest"])
    return Expected(
        start=label["start"], end=label["end"], phenomenon=label["type"], value=value
    )


def _cases(path: Path) -> Iterator[Item]:
    for file in sorted(path.glob("*.json")):
        group = json.loads(file.read_text(encoding="utf-8"))
        for number, case in enumerate(group.get("cases", ())):
            yield Item(
                id=f"{file.stem}-{number}",
                text=case["text"],
                reference=group.get("reference"),
                context=group.get("context") or {},
                expected=tuple(_placed(file.stem, case)),
            )


def _placed(phenomenon: str, case: dict[str, Any]) -> Iterator[Expected]:
    at = 0
    for text, edtf in case["dates"]:
        found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", case["text"][at:])
        start = at + found.start() if found else case["text"].index(text, at)
        at = start + len(text)
        value: Interval | str | None = edtf
        bounds = bounds_of(edtf) if edtf else None
        if bounds is not None and bounds.known:
            value = (
                bounds.earliest.isoformat() if bounds.earliest else None,
                bounds.latest.isoformat() if bounds.latest else None,
            )
        yield Expected(start=start, end=at, phenomenon=phenomenon, value=value)
