"""Words of knowing → KnownSince: who came to know it, and when."""

import re
from collections.abc import Iterator, Sequence

from ltnlp.domain.dates import date_told
from ltnlp.domain.documents import Document
from ltnlp.domain.events import Knowing, KnownSince
from ltnlp.domain.spans import Span

_SOURCE = re.compile(
    r"\b(?:van|via|door|volgens)\s(?:de |het |een |haar |zijn |hun )?$", re.IGNORECASE
)
"""Words before who told it: that is not who came to know it."""
Place = tuple[Span, str]
"""Where a kind of organisation is named, and which."""


def knowers(
    knowing: Knowing,
    text: str,
    named: Sequence[Place],
    *,
    speaker: str | None,
    document: Document | None,
) -> Iterator[KnownSince]:
    """Yield who knew: the speaker, else the first named who is not the source of it.

    Args:
        knowing: what a sentence tells of knowing.
        text: of the passage, in which all places count.
        named: kinds of organisation in the passage, in order of place.
        speaker: the kind of who tells.
        document: in which it is told; its day is that of "now".
    """
    date = knowing.date.value if knowing.date else None
    if knowing.now and document and document.made_on:
        date = date_told("", document.made_on.isoformat(), rule="day_of_telling")
    here = [place for place in named if knowing.span.contains(place[0])]
    if knowing.speaker and speaker:
        teller = next((kind for _, kind in here if kind != speaker), None)
        yield KnownSince(
            actor=speaker,
            date=date,
            how=knowing.how,
            organisation_kind=speaker,
            told_by=teller if knowing.how != "did_not_know" else None,
        )
        return
    knower = next((kind for span, kind in here if not _told_it(text, span)), None)
    if knower is not None:
        yield KnownSince(
            actor=knower, date=date, how=knowing.how, organisation_kind=knower
        )


def _told_it(text: str, place: Span) -> bool:
    """Tell whether it is named as the source, or as the label of who speaks."""
    labelled = text[place.end : place.end + 1] == ":"
    return labelled or bool(_SOURCE.search(text, 0, place.start))
