"""Builders: a passage from words, sentences with marked identifiers from the cases."""

import json
import re
from pathlib import Path

from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.passages import Passage
from ltnlp.domain.spans import OffsetMap, Span

CASES = Path(__file__).parents[3] / "cases" / "names"
_MARK = re.compile(r"(«[^»]*»)")


def passage(
    text: str,
    name: str = "p1",
    *,
    document: str = "d1",
    ordinal: int = 0,
    label: str | None = None,
) -> Passage:
    """Return a passage; `label` is a speaker label that stands before `text`."""
    shown = f"{label}: {text}" if label else text
    return Passage(
        id=name,
        document=document,
        ordinal=ordinal,
        span=Span(start=0, end=len(shown)),
        text=shown,
        offsets=OffsetMap.identity(start=0, length=len(shown)),
        body_start=len(shown) - len(text),
        speaker=label,
    )


def document(
    name: str = "d1",
    kind: DocumentKind = DocumentKind.INTERVIEW,
    author_role: str | None = None,
    author_kind: str | None = None,
) -> Document:
    return Document(
        id=name,
        slot=name,
        label=name,
        kind=kind,
        author_role=author_role,
        author_kind=author_kind,
    )


def marked(sentence: str) -> tuple[str, list[Span]]:
    """Return the words of a marked sentence and the places that must be covered."""
    text, spans = "", []
    for part in _MARK.split(sentence):
        if part.startswith("«"):
            shown = re.sub(r"^[A-Z]:", "", part[1:-1])
            spans.append(Span(start=len(text), end=len(text) + len(shown)))
            text += shown
        else:
            text += part
    return text, spans


def cases(name: str) -> dict[str, list[str]]:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
