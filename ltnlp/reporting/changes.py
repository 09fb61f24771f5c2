"""What differs between two versions of a timeline, in Dutch sentences."""

from collections.abc import Iterator

from ltnlp.domain.dates import date_told
from ltnlp.domain.events import Realised, Status
from ltnlp.domain.versions import Change, ChangeKind, Comparison, FieldChange
from ltnlp.reporting.dates_nl import UNDATED, told_in_words
from ltnlp.reporting.words_nl import REALISED, STATUS

TITLES = {
    ChangeKind.CAME: "Erbij gekomen",
    ChangeKind.CHANGED: "Veranderd",
    ChangeKind.WENT: "Weggevallen",
}
FIELDS = {
    "what": "omschrijving",
    "when": "datum",
    "realised": "gebeurd of niet",
    "status": "stand",
    "moment": "cruciaal moment",
    "organisations": "organisaties",
    "conflicts": "verschil tussen bronnen",
    "accounts": "aantal lezingen",
}


def lines(found: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of change with a line for every event; empty kinds are left out."""
    for kind, title in TITLES.items():
        told = [line(change) for change in found.of(kind)]
        if told:
            yield title, told


def line(change: Change) -> str:
    """Return one change in words: when, what, what of it differs, and why."""
    fields = "; ".join(field_in_words(one) for one in change.fields)
    told = f"{in_words(change.when).capitalize()}: {change.what}"
    return f"{told}{f' – {fields}' if fields else ''} ({change.why_nl})"


def field_in_words(change: FieldChange) -> str:
    """Return what of an event differs, as it was and as it is."""
    if change.field == "accounts" and change.before == change.after:
        return "de lezingen zelf"
    before, after = (_value(change.field, v) for v in (change.before, change.after))
    return f"{FIELDS[change.field]}: {before} → {after}"


def _value(field: str, value: str) -> str:
    if field == "when":
        return in_words(value)
    if field == "realised":
        return REALISED[Realised(value)]
    if field == "status":
        return STATUS[Status(value)]
    if field == "moment":
        return {"": "nee", "x": "ja"}.get(value, f"nummer {value}")
    if field == "organisations":
        return value.replace("_", " ") or "geen"
    return value or "geen"


def in_words(edtf: str) -> str:
    """Return a date that is stored as EDTF in Dutch words, "" as undated."""
    if not edtf:
        return UNDATED
    return told_in_words(date_told(edtf, edtf))


def changes_in_words(found: Comparison) -> list[tuple[str, list[str]]]:
    """Return all that differs as headings with lines, [] where nothing does."""
    return list(lines(found))
