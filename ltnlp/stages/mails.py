"""Who sent a mail and when, by the passages of it: its words are theirs, of that day.

A mail that is quoted below an answer has its own header behind the marks of quoting
("> Van: …"), and ends where they end.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltnlp.domain.dates import Precision, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.person_kinds import kinds_of_entities

_QUOTES = re.compile(r"(?:\s*>)*")
_FROM = re.compile(r"[\s>*]*(?:van|from|afzender)\s*:", re.IGNORECASE)


def quoted_in(text: str) -> int:
    """Return in how many answers words are quoted, by the marks before them."""
    marks = _QUOTES.match(text)
    return marks[0].count(">") if marks else 0


def names_sender(text: str) -> bool:
    """Tell whether a line says from whom a mail comes."""
    return _FROM.match(text) is not None


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
    days: dict[str, UncertainDate] = {}
    heads: dict[str, dict[int, UncertainDate]] = defaultdict(dict)
    for passage, depth in _in_mails(passages, documents):
        known = heads[passage.document]
        if _heads(passage):
            for date in dates.get(passage.id, ()):
                if date.value.precision is Precision.DAY:
                    known[depth] = date.value
        elif depth in known:
            days[passage.id] = known[depth]
    return days


def sent_by(
    passages: Sequence[ReleasedPassage],
    *,
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> dict[str, str]:
    """Return the kind of organisation of the sender by passage id, where it is known.

    Args:
        passages: of all sources, in order of document and place.
        actors: of all passages.
        organisations: of all passages.
        documents: of all passages.
    """
    found: dict[str, str] = {}
    by_id = {document.id: document for document in documents}
    mails = list(_in_mails(passages, by_id))
    if not mails:
        return found
    named = _named(mails, passages, actors, organisations, documents)
    heads: dict[str, dict[int, str | None]] = defaultdict(dict)
    for passage, depth in mails:
        known = heads[passage.document]
        if _heads(passage) and names_sender(passage.text):
            known[depth] = named.get(passage.id)
        elif not _heads(passage) and (kind := known.get(depth)):
            found[passage.id] = kind
    return found


def _in_mails(
    passages: Iterable[ReleasedPassage], documents: Mapping[str, Document]
) -> Iterator[tuple[ReleasedPassage, int]]:
    for passage in passages:
        document = documents.get(passage.document)
        if document is not None and document.kind is DocumentKind.EMAIL:
            yield passage, quoted_in(passage.text)


def _heads(passage: ReleasedPassage) -> bool:
    quoted = passage.kind is SegmentKind.QUOTED and names_sender(passage.text)
    return quoted or passage.kind is SegmentKind.MAIL_HEADER


def _named(
    mails: Sequence[tuple[ReleasedPassage, int]],
    passages: Sequence[ReleasedPassage],
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> dict[str, str]:
    """Return whom the line of the sender names: a person's kind, else the kind named."""
    lines = {
        passage.id: len(passage.text.split("\n", 1)[0])
        for passage, _ in mails
        if _heads(passage) and names_sender(passage.text)
    }
    of_persons = kinds_of_entities(
        {passage.id: passage for passage in passages},
        organisations=organisations,
        actors=actors,
        documents=documents,
        hints=False,
    )
    found: dict[str, tuple[bool, Span, str]] = {}
    kinds = [
        (a.passage, (False, a.span, of_persons[a.entity]))
        for a in actors
        if a.label is Label.PERSON and a.entity in of_persons
    ] + [(m.passage, (True, m.span, m.kind)) for m in organisations]
    for passage, kind in kinds:
        if kind[1].end <= lines.get(passage, 0):
            found[passage] = min(kind, found.get(passage, kind))
    return {passage: kind for passage, (_, _, kind) in found.items()}
