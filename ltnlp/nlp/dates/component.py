"""The date engine as a registered spaCy component, `ltnlp_dates`."""

import datetime as dt
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from ltnlp.domain.dates import DateContext, UncertainDate
from ltnlp.nlp.dates.entries import Stretch
from ltnlp.nlp.dates.reader import read_stretches

SPANS = "dates"
"""Name of the span group, and of the entry in `doc.user_data` with the values."""


@Language.factory(
    "ltnlp_dates",
    default_config={"kind": "interview", "reference": None, "region": "north"},
    assigns=["doc.spans"],
)
class DateComponent:
    """Puts the dates of a Doc in `doc.spans["dates"]`, labelled with their type.

    `doc.user_data["dates"]` holds their values in the same order. A date that does
    not end where tokens end gets the span of the tokens it touches.
    """

    def __init__(
        self,
        nlp: Language,  # noqa: ARG002 - spaCy gives it
        name: str,
        kind: str,
        reference: str | None,
        region: str,
    ) -> None:
        """Take what is known of the texts that will come."""
        self.name = name
        day = dt.date.fromisoformat(reference) if reference else None
        self.context = DateContext(kind=kind, reference=day, region=region)

    def __call__(self, doc: Doc) -> Doc:
        """Return the same Doc with its dates."""
        (found,) = read_stretches([Stretch(text=doc.text)], self.context)
        spans: list[Span] = []
        values: list[UncertainDate] = []
        for place, value in found:
            span = doc.char_span(
                place.start,
                place.end,
                label=value.type.value,
                kb_id=value.edtf or "",
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
                values.append(value)
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=spans)
        data: dict[Any, Any] = doc.user_data
        data[SPANS] = tuple(values)
        return doc
