"""What is known of a review before its dates are read, and which are still to be read."""

import hashlib
from collections.abc import Iterator, Sequence

from ltnlp.casework.desk import BirthList, Desk
from ltnlp.casework.parcels import Parcel
from ltnlp.domain.dates import DateContext
from ltnlp.domain.documents import Document, SegmentKind
from ltnlp.domain.passages import Passage
from ltnlp.domain.rowformat import Column, columns
from ltnlp.nlp.dates.births import told_births
from ltnlp.nlp.dates.known_days import told_days
from ltnlp.nlp.dates.version import rules_version


def known_days(passages: Sequence[Passage]) -> BirthList:
    """Return the dates of birth, and the days of what is named, that passages tell."""
    return BirthList(
        days=told_births([p.text for p in passages]),
        told=told_days(_first_hand(passages)),
    )


def dates_to_read(desk: Desk) -> dict[str, tuple[str, Parcel]]:
    """Return by document what a reader of dates will be asked, with its mark."""
    asked = {}
    for document in desk.documents:
        mark, context = date_context(desk, document)
        known = desk.dates_of(document.id)
        if known is None or known.fingerprint != mark:
            call = (desk.passages_of(document), context)
            parcel = Parcel(engine="dates", method="read", calls=(call,))
            asked[document.id] = mark, parcel
    return asked


def date_context(desk: Desk, document: Document) -> tuple[str, DateContext]:
    """Return what is known of a document before its dates are read, with its mark."""
    context = DateContext(
        kind=str(document.kind),
        reference=document.made_on,
        dates_of_birth=desk.births().days,
        region=desk.review.region,
        period=desk.review.period,
        days=desk.births().told,
    )
    return _fingerprint(rules_version(), document, context), context


def _first_hand(passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the texts of all but tables that were handed out: their days are read ones.

    A guess of ours that comes home would else be evidence for itself.
    """
    handed_out = {
        p.document
        for p in passages
        if p.kind is SegmentKind.HEADER_ROW
        and Column.MARK in columns([cell.of(p.text) for cell in p.cells])
    }
    yield from (p.text for p in passages if p.document not in handed_out)


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
