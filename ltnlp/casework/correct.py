"""Corrections by people go into the journal, and come back on every run."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from ltnlp.casework.anchors import Anchors
from ltnlp.casework.home import Home
from ltnlp.casework.intake import source_text
from ltnlp.casework.journal import HIDDEN, hide
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.remembered import Remembered
from ltnlp.casework.reviews import load_sources
from ltnlp.casework.words import without_strangers, words_shown
from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.documents import Document
from ltnlp.domain.errors import InputError, InvalidCorrectionError
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.telling import checked_forms
from ltnlp.stages.leaks import NameGuard

ABOUT = frozenset({"do", "by", "why", "document", "start", "end"})
TOLD = ("what", "words")
"""Values in which people tell something."""
WHOLE = ("pseudonym", "instead")
"""Values that are shown as they are: a name in them is refused."""
TARGETS = ("event", "factor", "interaction", "pattern", "person", "target", "id")


class _Line(BaseModel):
    model_config = ConfigDict(extra="allow")

    do: Do
    by: str = "begeleider"
    why: str = ""
    document: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of the lines handed in.

    `refused` holds (number of the line from 1, what is wrong with it in Dutch).
    """

    appended: int
    known_before: int
    refused: tuple[tuple[int, str], ...] = ()


def correct(home: Home, review_id: str, lines: Iterable[str]) -> Accepted:
    """Append corrections, one JSON object a line, to the review's journal.

    A line that cannot be understood is refused and tells why; the others go on.
    They take effect at the next run.
    """
    home.open_entry(review_id)
    registry = (
        home.vault(review_id, purpose=Purpose.CORRECT).recall(REGISTRY, Registry)
        or Registry()
    )
    guard = NameGuard(registry, forms=checked_forms)
    documents = {
        name: record.document
        for record in load_sources(home, review_id).records
        for name in (record.document.label, record.document.slot, record.document.id)
    }
    anchors, remembered = Anchors(home, review_id), Remembered(home, review_id)
    good: list[Correction] = []
    refused: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            correction = _correction(home, review_id, line, documents)
            known = remembered.of(correction)
            safe = _without_names(home, review_id, known, guard)
            good.append(replace(safe, anchors=anchors.of(safe)))
        except InputError as error:
            refused.append((number, error.message_nl))
    appended = home.store(review_id).append(good)
    home.system().audit(
        by_role=good[0].by if good else "onbekend",
        action="corrections added",
        review=review_id,
        purpose="correctie",
        count=appended,
    )
    return Accepted(
        appended=appended, known_before=len(good) - appended, refused=tuple(refused)
    )


def _correction(
    home: Home, review_id: str, line: str, documents: Mapping[str, Document]
) -> Correction:
    typed = _typed(line)
    extra = dict(typed.model_extra or {})
    document = _document(typed, documents)
    span = _span(typed)
    quote = None
    if document is not None and span is not None:
        quote = _quote(home, review_id, document, span)
    target = next((str(extra.pop(n)) for n in TARGETS if extra.get(n)), None)
    canonical = json.dumps(json.loads(line), sort_keys=True).encode()
    return Correction(
        id=home.key(review_id).fingerprint(canonical)[:16],
        at=dt.datetime.now(dt.UTC),
        by=typed.by,
        why=typed.why,
        do=typed.do,
        target=target,
        slot=document.slot if document else None,
        span=span,
        quote=quote,
        values={name: _value(value) for name, value in extra.items()},
    )


def _without_names(
    home: Home, review_id: str, correction: Correction, guard: NameGuard
) -> Correction:
    """Return the correction with names sealed in the vault, where names are asked.

    Raises:
        InvalidCorrectionError: a name stands where it would be shown or logged.
    """
    free = [correction.by, correction.why]
    hidden: dict[str, tuple[str, ...]] = {}
    for name in correction.values:
        words = correction.all_of(name)
        if name in HIDDEN:
            hidden[name] = tuple(hide(home, review_id, word) for word in words)
        else:
            free.extend(words)
    if any(guard(text) for text in free):
        raise InvalidCorrectionError(
            "the correction holds a name",
            message_nl="In deze verbetering staat een naam; gebruik de aanduiding.",
        )
    kept = replace(correction, values={**correction.values, **hidden})
    return _without_strangers(home, review_id, kept)


def _without_strangers(
    home: Home, review_id: str, correction: Correction
) -> Correction:
    """Return the correction without names that the review does not know.

    What is told loses them, as in the story and on forms.

    Raises:
        InvalidCorrectionError: one stands in words that must stay as they are.
    """
    whole = [correction.by, *(w for n in WHOLE for w in correction.all_of(n))]
    told = [n for n in TOLD if n in correction.values]
    texts = [*whole, correction.why, *(correction.one(n) or "" for n in told)]
    if not any(text[:1].isalpha() for text in texts):
        return correction
    safe = without_strangers(texts, words_shown(home, review_id))
    if list(safe[: len(whole)]) != whole:
        raise InvalidCorrectionError(
            "the correction holds a name",
            message_nl="In deze verbetering staat een naam; gebruik een rol.",
        )
    why, *words = safe[len(whole) :]
    values = dict(zip(told, words, strict=True))
    return replace(correction, why=why, values={**correction.values, **values})


def _typed(line: str) -> _Line:
    try:
        return _Line.model_validate(json.loads(line))
    except (ValidationError, ValueError, RecursionError):
        # The library's message quotes the line.
        raise InvalidCorrectionError(
            "a correction cannot be understood",
            message_nl="Deze verbetering is niet te begrijpen: geen geldige regel.",
        ) from None


def _document(typed: _Line, documents: Mapping[str, Document]) -> Document | None:
    if typed.document is None:
        return None
    found = documents.get(typed.document)
    if found is None:
        raise InvalidCorrectionError(
            "the correction names an unknown document",
            message_nl="Dit document hoort niet bij deze review.",
        )
    return found


def _span(typed: _Line) -> Span | None:
    if typed.start is None or typed.end is None:
        return None
    try:
        return Span(start=typed.start, end=typed.end)
    except ValueError:
        raise InvalidCorrectionError(
            "the correction names an empty place",
            message_nl="Het begin van de plaats ligt niet voor het einde.",
        ) from None


def _quote(home: Home, review_id: str, document: Document, span: Span) -> str:
    """Return the HMAC of the words at that place: names can be guessed from a hash."""
    text = source_text(home, review_id, document.id).text
    if span.end > len(text):
        raise InvalidCorrectionError(
            "the place lies outside the document",
            message_nl="Deze plaats ligt buiten het document.",
        )
    return home.key(review_id).fingerprint(span.of(text).encode())


def _value(value: Any) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return str(value)
