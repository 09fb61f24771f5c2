"""Marked-up sources: a text with its labels inside, made into plain text and layers.

A labeller writes each source once, with the labels around the words they are about;
this module counts the offsets. One file a source (`sources/*.xml`, without a root), and
one `story.yaml` for what belongs to no single passage: the events and their dates.

| element | layer | attributes |
|---|---|---|
| `<n>` | identifiers | `id`, `l` (default PERSON) |
| `<d>` | dates | `v` (EDTF), `t` (default date), `ref` |
| `<e>` | an account of an event | `id`; `who`, `kind`, `now`, `told`, `tv` |
| `<i>` | interactions | `f`, `to`, `c`, `r` (default ja), `v`, `e` |
| `<f>` | factors | `l`, `v` (+ or -), `c`, `p` |
| `<k>` | knowledge | `a`, `o`, `e`, `how`, `from` |
"""

import json
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus.places import LAYERS, Row
from ltnlp.casework.folder import KINDS
from ltnlp.casework.intake import WRITTEN_AT_THE_TIME
from ltnlp.domain.edtf import bounds_of

SIDES = {"+": "ondersteunend", "-": "belemmerend"}


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One source while it is read: its text so far and the labels in it."""

    document: Row
    events: dict[str, Row]
    text: list[str] = field(default_factory=list)
    length: int = 0
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def write(self, words: str | None) -> None:
        """Add words of the source."""
        self.text.append(words or "")
        self.length += len(words or "")


def convert(folder: Path, into: Path) -> None:
    """Make `sources/*.txt`, `review.json` and `gold/` of a marked-up review.

    Raises:
        KeyError: a label names an event that `story.yaml` does not have.
        xml.etree.ElementTree.ParseError: a source is not well-formed.
    """
    typed = json.loads((folder / "review.json").read_text("utf-8"))
    story = yaml.safe_load((folder / "story.yaml").read_text("utf-8"))
    events = {event["id"]: _event(event) for event in story["events"]}
    layers: dict[str, list[Row]] = {name: [] for name in LAYERS}
    (into / "sources").mkdir(parents=True, exist_ok=True)
    for document in typed["documents"]:
        sheet = _read(folder, document, events)
        text = "".join(sheet.text)
        document["words"] = len(text.split())
        (into / "sources" / document["doc"]).write_text(text, "utf-8")
        for name, rows in sheet.rows.items():
            layers[name].extend(sorted(rows, key=lambda row: row["start"]))
    layers["events"] = list(events.values())
    layers["crucial_moments"] = [
        _moment(events[event["id"]]) for event in story["events"] if event.get("moment")
    ]
    _save(into / "review.json", typed)
    for name in LAYERS:
        _save(into / "gold" / f"{name}.json", layers[name])


def _save(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _read(folder: Path, document: Row, events: dict[str, Row]) -> Sheet:
    path = folder / "sources" / Path(document["doc"]).with_suffix(".xml").name
    sheet = Sheet(document=document, events=events)
    root = ET.fromstring(f"<source>{path.read_text('utf-8').strip()}\n</source>")
    _walk(sheet, root, None)
    return sheet


def _walk(sheet: Sheet, element: ET.Element, event: str | None) -> None:
    """Write an element's words, then label them: what lies inside comes first."""
    start = sheet.length
    inner = element.get("id") if element.tag == "e" else event
    sheet.write(element.text)
    for child in element:
        _walk(sheet, child, inner)
        sheet.write(child.tail)
    if element.tag in LABELS:
        words = "".join(sheet.text)[start:]
        begin = start + len(words) - len(words.lstrip())
        words = words.strip()
        place = {"doc": sheet.document["doc"], "start": begin}
        place |= {"end": begin + len(words), "text": words}
        LABELS[element.tag](sheet, element, place, event)
    elif element.tag != "source":
        raise KeyError(element.tag)


def _identifier(sheet: Sheet, element: ET.Element, place: Row, _: str | None) -> None:
    labelled = {"label": element.get("l", "PERSON"), "entity_id": element.attrib["id"]}
    sheet.rows["identifiers"].append(place | labelled)


def _date(sheet: Sheet, element: ET.Element, place: Row, _: str | None) -> None:
    value = element.attrib["v"] or None
    dated = {"type": element.get("t", "date"), **_bounds(value)}
    dated["reference_used"] = element.get("ref")
    sheet.rows["dates"].append(place | dated)


def _bounds(value: str | None) -> Row:
    """Return EDTF with its first and last day; null for open, durations and sets."""
    row: Row = {"edtf": value, "earliest": None, "latest": None}
    if value is not None and not value.startswith("P"):
        bounds = bounds_of(value)
        row["earliest"] = bounds.earliest and bounds.earliest.isoformat()
        row["latest"] = bounds.latest and bounds.latest.isoformat()
    return row


def _event(event: Row) -> Row:
    return {
        "id": event["id"],
        **_bounds(str(event["edtf"])),
        "description": event["description"],
        "organisations": event["organisations"],
        "accounts": [],
        "conflict": event.get("conflict"),
        "realised": event.get("realised", "ja"),
        "known_to": event.get("known_to") or [],
    }


def _account(sheet: Sheet, element: ET.Element, place: Row, _: str | None) -> None:
    document = sheet.document
    dates = [
        row
        for row in sheet.rows["dates"]
        if place["start"] <= row["start"] and row["end"] <= place["end"]
    ]
    first: Row = min(dates, key=lambda row: row["start"], default={})
    told = element.get("told", first.get("text")) or None
    value = element.get("tv", first.get("edtf")) if told else None
    at_the_time = KINDS[document["kind"]] in WRITTEN_AT_THE_TIME
    account = {
        "date_as_told": told,
        "date_as_told_edtf": value,
        "who_tells": element.get("who", document["author_role"]),
        "teller_kind": element.get("kind", document["author_kind"]),
        "contemporaneous": {"yes": True, "no": False}.get(
            element.get("now", ""), at_the_time
        ),
    }
    sheet.events[element.attrib["id"]]["accounts"].append(place | account)


def _interaction(
    sheet: Sheet, element: ET.Element, place: Row, event: str | None
) -> None:
    of = element.get("e", event)
    dated = sheet.events[of]["edtf"] if of else None
    row = {
        "from_kind": element.get("f"),
        "to_kind": element.get("to"),
        "type": element.attrib["c"],
        "realised": element.get("r", "ja"),
        "edtf": element.get("v", dated),
        "event": of,
    }
    sheet.rows["interactions"].append(place | row)


def _factor(sheet: Sheet, element: ET.Element, place: Row, _: str | None) -> None:
    row = {
        "level": element.attrib["l"],
        "valence": SIDES[element.attrib["v"]],
        "pattern_id": element.get("p"),
        "factor_id": element.attrib["c"],
    }
    sheet.rows["factors"].append(place | row)


def _knowledge(sheet: Sheet, element: ET.Element, place: Row, _: str | None) -> None:
    row = {
        "actor": element.attrib["a"],
        "organisation_kind": element.get("o"),
        "event": element.attrib["e"],
        "known_from": element.get("from"),
        "how": element.attrib["how"],
    }
    sheet.rows["knowledge"].append(row | place)


def _moment(event: Row) -> Row:
    copied = ("edtf", "earliest", "latest", "description", "accounts")
    return {"event": event["id"]} | {name: event[name] for name in copied}


LABELS: dict[str, Callable[[Sheet, ET.Element, Row, str | None], None]] = {
    "n": _identifier,
    "d": _date,
    "e": _account,
    "i": _interaction,
    "f": _factor,
    "k": _knowledge,
}
