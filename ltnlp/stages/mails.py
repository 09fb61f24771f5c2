"""When a mail was sent, by the passages of it: its words tell of that day."""

from collections.abc import Mapping, Sequence

from ltnlp.domain.dates import Precision, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.pseudonyms import ReleasedDate, ReleasedPassage


def sent_on(
    passages: Sequence[ReleasedPassage],
    *,
    dates: Mapping[str, Sequence[ReleasedDate]],
    documents: Mapping[str, Document],
) -> dict[str, UncertainDate]:
    """Return the day of sending by passage id, of mails whose header gives a day.

    Args:
        passages: of all sources, in order of document and place.
        dates: those of each passage.
        documents: by id.
    """
    found: dict[str, UncertainDate] = {}
    last: dict[str, UncertainDate] = {}
    for passage in passages:
        document = documents.get(passage.document)
        if document is None or document.kind is not DocumentKind.EMAIL:
            continue
        if passage.kind is SegmentKind.MAIL_HEADER:
            for date in dates.get(passage.id, ()):
                if date.value.precision is Precision.DAY:
                    last[document.id] = date.value
        elif document.id in last:
            found[passage.id] = last[document.id]
    return found
