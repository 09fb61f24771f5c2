"""What is known of a source besides its text, changed after it came in."""

import datetime as dt
from dataclasses import dataclass, replace

from ltnlp.casework.home import Home
from ltnlp.casework.intake import WRITTEN_AT_THE_TIME
from ltnlp.casework.reviews import SOURCES, SourceRecord, load_sources
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.purposes import Purpose
from ltnlp.store.files import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a person says of a source; None where it is not known.

    `author_role` is a function (`functie`), never a name. `made_on` is the day it was
    held or written on, which "gisteren" and "vorig jaar" in it are counted from.
    """

    kind: DocumentKind
    author_role: str | None = None
    made_on: dt.date | None = None


def describe(home: Home, review_id: str, slot: str, about: About) -> None:
    """Replace what is known of the source in `slot`; its text stays as it was read.

    What was made of the review before is not changed until it is run again.

    Raises:
        StateError: the review has ended.
        InputError: there is no such source.
    """
    home.open_entry(review_id)
    with locked(home.folder(review_id) / "sources"):
        sources = load_sources(home, review_id)
        sources.at(slot)
        changed = tuple(
            _described(one, about) if one.document.slot == slot else one
            for one in sources.records
        )
        home.vault(review_id, purpose=Purpose.TAKE_IN).keep(
            SOURCES, replace(sources, records=changed)
        )
    home.system().audit(
        by_role="begeleider",
        action="source described",
        review=review_id,
        purpose="leerreview",
        count=1,
    )


def _described(record: SourceRecord, about: About) -> SourceRecord:
    before = record.document
    same = about.author_role == before.author_role
    document = replace(
        before,
        kind=about.kind,
        author_role=about.author_role,
        # The organisation was taken from the role, or typed with it.
        author_kind=before.author_kind if same else None,
        made_on=about.made_on,
        contemporaneous=about.kind in WRITTEN_AT_THE_TIME,
    )
    dated_nl = record.dated_nl if about.made_on == before.made_on else ""
    return replace(record, document=document, dated_nl=dated_nl)
