"""Domain values with what a test does not care about filled in."""

import datetime as dt
from typing import Any

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.corrections import Correction, Do
from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.domain.documents import (
    Document,
    DocumentKind,
    ReadText,
    Segment,
    SegmentKind,
)
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Account, Event
from ltnlp.domain.factors import ContributingFactor, Level, Valence
from ltnlp.domain.interactions import Interaction, InteractionClass, Realised
from ltnlp.domain.knowledge import Knowing, KnowledgeState
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.domain.timeline import IntegratedTimeline, Placed

NOW = dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.UTC)


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


def document(id_: str = "d1", **changes: Any) -> Document:
    given: dict[str, Any] = {
        "id": id_,
        "slot": "s001",
        "label": f"{id_}.txt",
        "kind": DocumentKind.INTERVIEW,
    }
    return Document(**(given | changes))


def read_text(*lines: str) -> ReadText:
    """A text of paragraphs, one a line."""
    segments, at = [], 0
    for line in lines:
        place = span(at, at + len(line))
        segments.append(Segment(span=place, body=place, kind=SegmentKind.PARAGRAPH))
        at += len(line) + 1
    return ReadText(format="txt", text="\n".join(lines), segments=tuple(segments))


def passage(id_: str = "p1", text: str = "[Moeder-1] belde.", **changes: Any):
    given: dict[str, Any] = {
        "id": id_,
        "document": "d1",
        "ordinal": 0,
        "text": text,
        "offsets": OffsetMap.identity(start=0, length=len(text)),
        "name_check": lambda _: False,
    }
    return ReleasedPassage(**(given | changes))


def told(edtf: str | None, text: str = "") -> UncertainDate:
    bounds = Bounds(earliest=None, latest=None) if edtf is None else bounds_of(edtf)
    return UncertainDate(
        text=text or edtf or "",
        type=DateType.DATE,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
    )


def account(id_: str = "a1", **changes: Any) -> Account:
    given: dict[str, Any] = {
        "id": id_,
        "document": "d1",
        "passage": "p1",
        "span": span(0, 17),
        "source": span(0, 17),
        "wording": "[Moeder-1] belde.",
    }
    return Account(**(given | changes))


def event(id_: str = "e1", **changes: Any) -> Event:
    given: dict[str, Any] = {
        "id": id_,
        "what": "[Moeder-1] belde",
        "type": "overleg",
        "accounts": (account(f"a-{id_}"),),
        "date": told("2023-05"),
    }
    return Event(**(given | changes))


def timeline(*events: Event, **changes: Any) -> IntegratedTimeline:
    placed = tuple(
        Placed(
            event=e.id,
            bounds=e.date.bounds if e.date else Bounds(earliest=None, latest=None),
            dated=e.date is not None,
            order=n,
        )
        for n, e in enumerate(events)
    )
    return IntegratedTimeline(events=events, placed=placed, **changes)


def knowledge(event_id: str = "e1", **changes: Any) -> KnowledgeState:
    given: dict[str, Any] = {
        "actor": "wijkteam",
        "organisation_kind": "wijkteam",
        "event": event_id,
        "known_from": bounds_of("2023-06"),
        "known_from_edtf": "2023-06",
        "how": Knowing.HEARD_LATER,
        "account": f"a-{event_id}",
    }
    return KnowledgeState(**(given | changes))


def interaction(id_: str = "i1", **changes: Any) -> Interaction:
    given: dict[str, Any] = {
        "id": id_,
        "giver": "basisschool",
        "receiver": "veilig_thuis",
        "type": "melding_doen",
        "interaction_class": InteractionClass.REPORT,
        "realised": Realised.YES,
        "date": told("2023-05"),
        "event": "e1",
        "account": "a-e1",
        "document": "d1",
        "source": span(0, 17),
        "passages": ("p1",),
    }
    return Interaction(**(given | changes))


def factor(id_: str = "f1", **changes: Any) -> ContributingFactor:
    given: dict[str, Any] = {
        "id": id_,
        "code": "K03",
        "level": Level.CHAIN,
        "valence": Valence.HAMPERING,
        "document": "d1",
        "passage": "p1",
        "span": span(0, 17),
        "source": span(0, 17),
        "wording": "[Moeder-1] belde.",
        "score": 0.5,
    }
    return ContributingFactor(**(given | changes))


def correction(id_: str = "c1", do: Do = Do.CONFIRM, **changes: Any) -> Correction:
    given: dict[str, Any] = {
        "id": id_,
        "at": NOW,
        "by": "begeleider",
        "why": "",
        "do": do,
        "target": "e1",
        "values": {},
    }
    return Correction(**(given | changes))


def fact(review: str = "r1") -> CrossCaseFact:
    """A fact of a review: a hampering factor between organisations."""
    return CrossCaseFact(
        review=review,
        review_kind="overig",
        year=2023,
        factor="K03",
        level=Level.CHAIN,
        valence=Valence.HAMPERING,
        pattern=None,
        organisation_kind=None,
        interaction_class=None,
        realised=None,
        relative_time=None,
    )
