"""Is the corpus sound: offsets, vocabulary, values and references.

A finding names the review, the layer and the number of the row, never its words:
part of the corpus is kept apart from those who write rules.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from benchmarks.corpus.places import (
    CORPUS,
    EXAMPLES,
    LAYERS,
    ROOT,
    Row,
    reviews,
    rows,
    texts,
)
from ltnlp.casework.folder import KINDS
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Realised
from ltnlp.domain.factors import Level, Valence
from ltnlp.domain.interactions import InteractionClass
from ltnlp.domain.mentions import Label

DATE_TYPES = frozenset({"date", "range", "duration", "set", "relative", "vague"})
REFERENCES = frozenset({None, "context", "vorige", "doc", "geb"})
HOW = frozenset({"deelgenomen", "verteld", "vermoedde", "achteraf", "wist_niet"})
WEEKDAYS = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
NAMES_ONLY = ("names_development", "names_test")
"""Parts whose reviews are labelled for identifiers alone."""
PARTS = ("train", "development", "test", "unlabelled", *NAMES_ONLY)
UNCOUNTED = re.compile(r"PX[DWMY]")
"""A duration in units that are not counted ("die dagen")."""
FORMATS = frozenset({".txt", ".docx", ".vtt", ".odt", ".xlsx", ".eml", ".csv", ".pdf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is wrong in the corpus."""

    review: str
    layer: str
    row: int | None
    what: str

    def __str__(self) -> str:
        """Return it as one line."""
        where = "" if self.row is None else f"[{self.row}]"
        return f"{self.review}/{self.layer}{where}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review as the checks see it."""

    name: str
    folder: Path
    texts: dict[str, str]
    layers: dict[str, list[Row]]
    events: dict[str, Row]

    @classmethod
    def read(cls, folder: Path, gold: Path) -> "Review":
        """Read the texts and the labels of a review."""
        layers = {name: rows(gold, name) for name in LAYERS}
        return cls(
            name=folder.name,
            folder=folder,
            texts=texts(folder),
            layers=layers,
            events={row["id"]: row for row in layers["events"]},
        )


def examine(corpus: Path = CORPUS, examples: Path = EXAMPLES) -> list[Finding]:
    """Return all that is wrong with the corpus and its split."""
    found = list(_split(corpus, examples))
    split = json.loads((corpus / "splits.json").read_text("utf-8"))
    narrow = {name for part in NAMES_ONLY for name in split.get(part, ())}
    for name, folder in reviews(corpus, examples).items():
        layers = ("identifiers",) if name in narrow else LAYERS
        found.extend(examine_review(folder, corpus / name / "gold", layers))
    return found


def examine_review(
    folder: Path, gold: Path, layers: Sequence[str] = LAYERS
) -> list[Finding]:
    """Return what is wrong with one review; without labels only its own form.

    The layers are those that it must have; it may have no other.
    """
    review = Review.read(folder, gold)
    found = [_finding(review, "review", None, what) for what in _form(review)]
    if gold.exists():
        for layer in LAYERS:
            there = (gold / f"{layer}.json").exists()
            if there != (layer in layers):
                what = (
                    "its part has no such layer" if there else "there is no such file"
                )
                found.append(_finding(review, layer, None, what))
            for number, row in enumerate(review.layers[layer]):
                for check in (_spans, CHECKS[layer]):
                    for what in check(review, row):
                        found.append(_finding(review, layer, number, what))
        found.extend(_finding(review, "events", None, what) for what in _unique(review))
    return found


def _finding(review: Review, layer: str, row: int | None, what: str) -> Finding:
    return Finding(review=review.name, layer=layer, row=row, what=what)


def _split(corpus: Path, examples: Path) -> Iterator[Finding]:
    split = json.loads((corpus / "splits.json").read_text("utf-8"))
    named = [name for part in split.values() for name in part]
    there = set(reviews(corpus, examples))

    def finding(what: str) -> Finding:
        return Finding(review="splits.json", layer="", row=None, what=what)

    if set(split) != set(PARTS):
        yield finding("the parts are not " + ", ".join(PARTS))
    if len(named) != len(set(named)):
        yield finding("a review stands in two parts")
    for name in there.symmetric_difference(named):
        yield finding(f"{name} stands in the split or in a folder, not in both")
    for name in named:
        labelled = (corpus / name / "gold").exists()
        if labelled == (name in split.get("unlabelled", ())):
            yield finding(f"{name} is labelled, or is not, against the split")


def _form(review: Review) -> Iterator[str]:
    typed = json.loads((review.folder / "review.json").read_text("utf-8"))
    if typed.get("id") != review.name:
        yield "the id is not the name of the folder"
    period = typed.get("period", {})
    if not _is_day(period.get("from")) or not _is_day(period.get("to")):
        yield "the period has no first and last day"
    elif period["from"] > period["to"]:
        yield "the period ends before it begins"
    for person in typed.get("participants", []):
        if not {"name", "role", "organisation"} <= person.keys():
            yield "a participant lacks name, role or organisation"
    documents = typed.get("documents", [])
    if {document["doc"] for document in documents} != set(review.texts):
        yield "documents and sources are not the same"
    for document in documents:
        yield from _document(review, document)


def _document(review: Review, document: Row) -> Iterator[str]:
    name = document["doc"]
    if document.get("kind") not in KINDS:
        yield f"{name}: unknown kind"
    if document.get("author_kind") not in {None, *_ids("organisations")}:
        yield f"{name}: unknown kind of organisation"
    if not _is_day(document.get("date")):
        yield f"{name}: no day"
    if Path(document.get("file") or name).suffix not in FORMATS:
        yield f"{name}: unknown format"
    words = len(review.texts.get(name, "").split())
    if document.get("words") is not None and document["words"] != words:
        yield f"{name}: {words} words, not {document['words']}"


def _spans(review: Review, row: Row) -> Iterator[str]:
    for place in (row, *row.get("accounts", ())):
        if "start" not in place:
            continue
        text = review.texts.get(place["doc"])
        if text is None:
            yield "no such document"
        elif text[place["start"] : place["end"]] != place["text"]:
            yield "the offsets are not those of the text"
        elif place["text"] != place["text"].strip() or not place["text"]:
            yield "the text begins or ends with a space"


def _identifier(_: Review, row: Row) -> Iterator[str]:
    if row["label"] not in set(Label) - {Label.ROLE}:
        yield "unknown label"
    if not row.get("entity_id"):
        yield "no entity"


def _date(review: Review, row: Row) -> Iterator[str]:
    if row["type"] not in DATE_TYPES:
        yield "unknown type"
    if row["reference_used"] not in REFERENCES | review.events.keys():
        yield "unknown reference"
    yield from _value(row)
    yield from _weekday(row)


def _value(row: Row) -> Iterator[str]:
    """Say where EDTF and bounds do not agree."""
    if row["edtf"] is None:
        if row["earliest"] or row["latest"]:
            yield "bounds without EDTF"
        return
    bounds = _bounds(row["edtf"])
    if bounds is None:
        yield "no EDTF"
    elif bounds != (row["earliest"], row["latest"]):
        yield f"EDTF says {bounds[0]} to {bounds[1]}"


def _weekday(row: Row) -> Iterator[str]:
    named = [day for day in WEEKDAYS if re.match(rf"{day}\b", row["text"].lower())]
    if named and _is_day(row["edtf"]):
        day = dt.date.fromisoformat(row["edtf"])
        if WEEKDAYS[day.weekday()] != named[0]:
            yield f"that day is a {WEEKDAYS[day.weekday()]}"


def _event(review: Review, row: Row) -> Iterator[str]:
    if row["realised"] not in set(Realised):
        yield "unknown outcome"
    if not row["accounts"]:
        yield "no account"
    if not set(row["organisations"]) <= _ids("organisations"):
        yield "unknown kind of organisation"
    yield from _value(row)
    for account in row["accounts"]:
        if account["teller_kind"] not in {None, *_ids("organisations")}:
            yield "unknown kind of teller"
        yield from _told(review, account)
    for known in row["known_to"]:
        if known["actor"] not in _ids("organisations"):
            yield "unknown kind of actor"
        if _bounds(known["from"]) is None:
            yield "no EDTF for since when it was known"


def _told(review: Review, account: Row) -> Iterator[str]:
    """Say where the date of an account is not labelled as a date."""
    words, value = account["date_as_told"], account["date_as_told_edtf"]
    if (words is None) != (value is None):
        yield "a date as told has words and a value, or neither"
    if words is None:
        return
    if _bounds(value or "") is None:
        yield "no EDTF for the date as told"
    doc = account["doc"]
    labelled = [d for d in review.layers["dates"] if d["doc"] == doc]
    if words not in review.texts.get(doc, ""):
        yield "the date as told does not stand in the document"
    elif not any(d["text"] in words or words in d["text"] for d in labelled):
        yield "the date as told is not labelled"


def _interaction(review: Review, row: Row) -> Iterator[str]:
    kinds = {None, *_ids("organisations")}
    if row["from_kind"] not in kinds or row["to_kind"] not in kinds:
        yield "unknown kind of organisation"
    if row["type"] not in set(InteractionClass):
        yield "unknown class"
    if row["realised"] not in set(Realised):
        yield "unknown outcome"
    if row["edtf"] is not None and _bounds(row["edtf"]) is None:
        yield "no EDTF"
    yield from _reference(review, row)


def _factor(_: Review, row: Row) -> Iterator[str]:
    if row["level"] not in set(Level):
        yield "unknown level"
    if row["valence"] not in set(Valence):
        yield "unknown valence"
    if row["factor_id"] not in _ids("factors"):
        yield "unknown factor"
    if row["pattern_id"] not in {None, *_ids("patterns")}:
        yield "unknown pattern"


def _moment(review: Review, row: Row) -> Iterator[str]:
    yield from _reference(review, row)
    event = review.events.get(row["event"], {})
    copied = ("edtf", "earliest", "latest", "accounts")
    if event and any(event[name] != row[name] for name in copied):
        yield "dates or accounts are not those of the event"


def _knowledge(review: Review, row: Row) -> Iterator[str]:
    if row["how"] not in HOW:
        yield "unknown way of knowing"
    if row["organisation_kind"] not in {None, *_ids("organisations")}:
        yield "unknown kind of organisation"
    if row["known_from"] is not None and _bounds(row["known_from"]) is None:
        yield "no EDTF"
    yield from _reference(review, row)


def _reference(review: Review, row: Row) -> Iterator[str]:
    if row.get("event") not in {None, *review.events}:
        yield "no such event"


def _unique(review: Review) -> Iterator[str]:
    ids = [row["id"] for row in review.layers["events"]]
    if len(ids) != len(set(ids)):
        yield "two events have one id"


CHECKS: dict[str, Callable[[Review, Row], Iterator[str]]] = {
    "identifiers": _identifier,
    "dates": _date,
    "events": _event,
    "interactions": _interaction,
    "factors": _factor,
    "crucial_moments": _moment,
    "knowledge": _knowledge,
}


def _is_day(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


def _bounds(edtf: str) -> tuple[str | None, str | None] | None:
    if UNCOUNTED.fullmatch(edtf):
        return None, None
    try:
        bounds = bounds_of(edtf)
    except ValueError:
        return None
    first, last = bounds.earliest, bounds.latest
    return first.isoformat() if first else None, last.isoformat() if last else None


@cache
def _ids(name: str) -> frozenset[str]:
    """Return the ids of a vocabulary in `models/`."""
    content = yaml.safe_load((ROOT / "models" / f"{name}.yaml").read_text("utf-8"))
    return frozenset(entry["id"] for entry in content[name])
