"""The passages that a report shows: those cited, with what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ltnlp.domain.documents import Document
from ltnlp.domain.months import day_in_words
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.words_nl import DOCUMENT_KINDS, place_in_words

Json = dict[str, Any]

AROUND = 2
"""Passages shown before and after a cited one: no more leaves than is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpts:
    """Documents and cited passages as the page embeds them, and where each stands."""

    documents: tuple[Json, ...]
    passages: tuple[Json, ...]
    place_of: dict[str, int]
    document_of: dict[str, int]
    places_nl: dict[str, str]


def cite(report: ReportInput) -> Excerpts:
    """Collect what the accounts, factors and contradictions of a report cite."""
    documents = report.documents
    number_of = {document.id: n for n, document in enumerate(documents)}
    kept = _with_surroundings(report.passages, _cited(report))
    return Excerpts(
        documents=tuple(_document(document, report) for document in documents),
        passages=tuple(_passage(p, number_of) for p in kept),
        place_of={passage.id: n for n, passage in enumerate(kept)},
        document_of=number_of,
        places_nl={p.id: place_in_words(p.place) for p in report.passages},
    )


def _cited(report: ReportInput) -> set[str]:
    cited = {a.passage for e in report.shown_events() for a in e.accounts}
    cited |= {factor.passage for factor in report.shown_factors()}
    for contradiction in report.timeline.contradictions:
        cited.update(contradiction.passages)
    for interaction in report.graph.interactions:
        cited.update(interaction.passages)
    return cited


def _with_surroundings(
    passages: Sequence[ReleasedPassage], cited: set[str]
) -> Sequence[ReleasedPassage]:
    near = {
        (passage.document, passage.ordinal + step)
        for passage in passages
        if passage.id in cited
        for step in range(-AROUND, AROUND + 1)
    }
    kept = [p for p in passages if (p.document, p.ordinal) in near]
    return sorted(kept, key=lambda p: (p.document, p.ordinal))


def _document(document: Document, report: ReportInput) -> Json:
    kind = document.author_kind
    return {
        "label": document.label,
        "kind": DOCUMENT_KINDS[document.kind],
        "who": document.author_role or "",
        "org": report.kind_label(kind) if kind else "",
        "made": day_in_words(document.made_on) if document.made_on else "",
        "then": document.contemporaneous,
    }


def _passage(passage: ReleasedPassage, number_of: dict[str, int]) -> Json:
    return {
        "d": number_of.get(passage.document, -1),
        "n": passage.ordinal,
        "t": passage.text,
        "who": passage.speaker or "",
        "at": place_in_words(passage.place),
        "asks": passage.interviewer,
    }
