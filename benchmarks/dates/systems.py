"""The readers that are compared, each behind one function."""

import datetime as dt
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.dates.gold import Interval, Item
from ltnlp.casework.folder import KINDS
from ltnlp.domain.bounds import OPEN, Bounds
from ltnlp.domain.dates import DateContext
from ltnlp.nlp.dates import annotate
from ltnlp.nlp.dates.entries import ENTRIES, Stretch
from ltnlp.nlp.dates.reader import read_stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One expression that a reader found."""

    start: int
    end: int
    interval: Interval
    edtf: str | None = None
    timex: str | None = None
    flagged: bool = False
    rule: str = ""
    held: tuple[str, ...] = ()


Reader = Callable[[Item], list[Answer]]


def ours(item: Item) -> list[Answer]:
    """Read with this product: whole documents as documents, else as one record."""
    if "period" in item.context:
        return _document(item)
    record = {"text": item.text, "reference": item.reference, "context": item.context}
    return [
        Answer(
            start=date["start"],
            end=date["end"],
            interval=(date["earliest"], date["latest"]),
            edtf=date["edtf"],
            timex=date["timex"],
            flagged=date["needs_review"],
            rule=date["rule"],
        )
        for date in annotate(record)["dates"]
    ]


_LABEL = re.compile(r"<v [^>]+>|[A-Z][\w .]{1,20}: ")


def _document(item: Item) -> list[Answer]:
    kind = str(KINDS[item.context["kind"]])
    lines = [m for m in re.finditer(r"[^\n]+", item.text) if "-->" not in m.group()]
    stretches = [
        Stretch(text=m.group(), body=_body(m.group(), kind), row=kind in ENTRIES)
        for m in lines
    ]
    context = DateContext(
        kind=kind,
        reference=_day(item.reference),
        period=_period(item),
        dates_of_birth=item.context["births"],
        days=item.context["days"],
    )
    noted: list[tuple[str, ...]] = []
    found = read_stretches(stretches, context, document=True, noted=noted)
    circumstances = iter(noted)
    return [
        Answer(
            start=line.start() + span.start,
            end=line.start() + span.end,
            interval=(_iso(value.earliest), _iso(value.latest)),
            edtf=value.edtf,
            timex=value.timex,
            flagged=value.needs_review,
            rule=value.rule,
            held=next(circumstances),
        )
        for line, dated in zip(lines, found, strict=True)
        for span, value in dated
    ]


def _body(line: str, kind: str) -> int:
    label = _LABEL.match(line) if kind.endswith("interview") else None
    return label.end() if label and not line.startswith("Datum") else 0


def _period(item: Item) -> Bounds:
    told = item.context.get("period") or {}
    first, last = _day(told.get("from")), _day(told.get("to"))
    return Bounds(earliest=first, latest=last) if first or last else OPEN


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def search_dates(item: Item) -> list[Answer]:
    """Read with dateparser's own search, told the day and to prefer the past."""
    from dateparser.search import search_dates as search

    day = _day(item.reference) or dt.date(2020, 1, 1)
    settings = {
        "RELATIVE_BASE": dt.datetime(day.year, day.month, day.day),  # noqa: DTZ001
        "PREFER_DATES_FROM": "past",
    }
    answers, at = [], 0
    for text, found in search(item.text, languages=["nl"], settings=settings) or []:
        start = item.text.find(text, at)
        if start < 0:
            continue
        at = start + len(text)
        moment = found.date().isoformat()
        answers.append(
            Answer(start=start, end=at, interval=(moment, moment), edtf=moment)
        )
    return answers


def duckling(item: Item) -> list[Answer]:
    """Read with the Python build of Duckling, where it is installed."""
    from duckling import Dim, Duckling  # type: ignore[import-not-found]

    engine = Duckling(jvm_started=True)
    found = engine.parse(item.text, dim_filter=[Dim.TIME])
    return [
        Answer(start=d["start"], end=d["end"], interval=_grain(d["value"]))
        for d in found
    ]


def _grain(value: dict[str, object]) -> Interval:
    text = str(value.get("value") or "")[:10] or None
    return text, text


def systems() -> dict[str, Reader]:
    """Return the readers that can run here."""
    found: dict[str, Reader] = {"ours": ours, "search_dates": search_dates}
    if importlib.util.find_spec("duckling"):
        found["duckling"] = duckling
    return found
