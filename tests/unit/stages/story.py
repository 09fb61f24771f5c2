"""Builds small invented timelines for the tests of the stages behind the door."""

import datetime as dt
import hashlib

from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Account, Event, KnownSince, Realised
from ltnlp.domain.spans import Span


def date(edtf: str, text: str = "") -> UncertainDate:
    bounds = bounds_of(edtf)
    exact = bounds.earliest == bounds.latest
    return UncertainDate(
        text=text or edtf,
        type=DateType.DATE,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=Precision.DAY if exact else Precision.MONTH,
    )


def document(name: str, kind: str = "interview", author: str = "wijkteam") -> Document:
    return Document(
        id=name,
        slot=f"slot-{name}",
        label=name,
        kind=DocumentKind(kind),
        author_role=author,
        author_kind=author,
        made_on=dt.date(2023, 1, 1),
    )


def event(
    wording: str,
    *,
    when: str | None = None,
    source: str = "d1",
    at: int = 0,
    kind: str = "overig",
    parties: tuple[str, ...] = (),
    realised: str = "ja",
    knows: tuple[KnownSince, ...] = (),
    teller: str | None = None,
) -> Event:
    name = hashlib.sha256(f"{source}{at}{wording}".encode()).hexdigest()[:8]
    told = date(when) if when else None
    place = Span(start=at, end=at + len(wording))
    account = Account(
        id=f"a-{name}",
        document=source,
        passage=f"p-{source}",
        span=place,
        source=place,
        wording=wording,
        date=told,
        who_tells=teller or source,
        teller_kind=teller,
        realised=Realised(realised),
        organisations=parties,
        known_since=knows,
    )
    return Event(
        id=name,
        what=wording,
        type=kind,
        accounts=(account,),
        date=told,
        organisations=parties,
        realised=Realised(realised),
    )
