"""Who sent a mail, to whom and when, by the passages of it: its words are theirs, of that day.

A mail that is quoted below an answer has its own header behind the marks of quoting
("> Van: …"), or begins with a name and a colon ("> Els, 3 juli: …").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.dates import Precision, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.person_kinds import kinds_of_entities

_QUOTES = re.compile(r"(?:\s*>)*")
_FROM = re.compile(r"[\s>*]*(?:van|from|afzender)\s*:[^\n]*", re.IGNORECASE)
_TO = re.compile(r"^[\s>*]*(?:aan|to)\s*:[^\n]*", re.IGNORECASE | re.MULTILINE)
_ANSWER = re.compile(
    r"(?:\s*>)+\s*(?:(?:mr|mw|mevr|dhr|drs?)\.? )?"
    r"(?:\[[\w-]+\]|[A-ZÀ-Ý][\w.'’-]*(?: (?:van|de|der|den|ter|te|el|'t|[A-ZÀ-Ý][\w.'’-]*)){0,4})"
    r"(?: \([^)\n]{1,40}\))?(?:,[^:\n]{0,40}| schreef\b[^:\n]{0,40})?:(?=\s|$)"
)
_LAWYER = re.compile(r"\bmr\.? $")
_WRITTEN = frozenset({SegmentKind.MAIL_HEADER, SegmentKind.QUOTED})
_COUNTED = "relative."
"""Rules for "gisteren" and the like: words of the mail, no day of sending."""


def sender_in(text: str, kind: SegmentKind) -> int:
    """Return where the words end that say who sent what follows; 0 where none do."""
    named = _FROM.match(text) if kind in _WRITTEN else None
    if named is None and kind is SegmentKind.QUOTED:
        named = _ANSWER.match(text)
    return named.end() if named else 0


def is_header(text: str, kind: SegmentKind) -> bool:
    """Tell whether a passage is a line of a header, without words of the mail."""
    quoted = kind is SegmentKind.QUOTED and _FROM.match(text) is not None
    return quoted or kind is SegmentKind.MAIL_HEADER


def mails_in(passages: Iterable[tuple[str, SegmentKind]]) -> Iterator[int | None]:
    """Yield of which mail each passage of a document is, by number; None of none.

    Takes text and kind of the passages in order. What goes on below a quoted mail is
    of the mail that quotes it; a turn of a chat is of no mail.
    """
    open_mails: dict[int, int] = {}
    signed: set[int] = set()
    number, above = 0, False
    for text, kind in passages:
        depth = (_QUOTES.match(text) or [""])[0].count(">")
        if kind is SegmentKind.TURN:
            open_mails = {}
        header, sender = is_header(text, kind), sender_in(text, kind) > 0
        here = open_mails.get(depth)
        begins = here is None or not above
        if (header and begins) or (sender and (begins or here in signed)):
            number += 1
            open_mails = {at: n for at, n in open_mails.items() if at < depth}
            open_mails[depth] = here = number
        if sender and here is not None:
            signed.add(here)
        above = header
        yield here if kind is not SegmentKind.TURN else None


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
    for own in _mails(passages, documents):
        days: dict[int, UncertainDate] = {}
        for passage, mail in own:
            header = is_header(passage.text, passage.kind)
            end = len(passage.text) if header else sender_in(passage.text, passage.kind)
            for date in dates.get(passage.id, ()):
                day = date.value.precision is Precision.DAY
                counted = date.value.rule.startswith(_COUNTED)
                if day and not counted and date.span.end <= end:
                    days[mail] = date.value
            if mail in days and not header:
                found[passage.id] = days[mail]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondents:
    """Between whom mails went, by passage id, as kinds of organisation.

    `senders` has "" where the sender is of another organisation than can be told, and
    nothing where the header tells of none, for then it is mostly a colleague of whose
    bundle it is. `addressees` are those on the line of "Aan", not those of a copy.
    """

    senders: Mapping[str, str]
    addressees: Mapping[str, tuple[str, ...]]


def correspondents(
    passages: Sequence[ReleasedPassage],
    *,
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    documents: Sequence[Document],
) -> Correspondents:
    """Return who sent each mail and to whom, as far as its header says.

    Args:
        passages: of all sources, in order of document and place.
        actors: of all passages.
        organisations: of all passages.
        documents: of all passages.
    """
    senders: dict[str, str] = {}
    addressees: dict[str, tuple[str, ...]] = {}
    mails = list(_mails(passages, {document.id: document for document in documents}))
    if mails:
        works = kinds_of_entities(
            {passage.id: passage for passage in passages},
            organisations=organisations,
            actors=actors,
            documents=documents,
            hints=False,
        )
        named = _named(passages, actors, organisations, works)
        called = _addressed(passages, actors, organisations, works)
        for own in mails:
            senders |= _of_mail(own, named)
            addressees |= _to_whom(own, called)
    return Correspondents(senders=senders, addressees=addressees)


def _of_mail(
    own: Sequence[tuple[ReleasedPassage, int]], named: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    kinds: dict[int, str] = {}
    for passage, mail in own:
        if passage.id in named:
            kinds[mail] = named[passage.id]
        if mail in kinds and not is_header(passage.text, passage.kind):
            found[passage.id] = kinds[mail]
    return found


def _to_whom(
    own: Sequence[tuple[ReleasedPassage, int]], called: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    kinds: dict[int, list[str]] = defaultdict(list)
    for passage, mail in own:
        kinds[mail] += called.get(passage.id, ())
    return {
        passage.id: tuple(dict.fromkeys(kinds[mail]))
        for passage, mail in own
        if kinds[mail]
        and passage.id not in called
        and not is_header(passage.text, passage.kind)
    }


def _addressed(
    passages: Sequence[ReleasedPassage],
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    works: Mapping[str, str],
) -> dict[str, list[str]]:
    """Return the kinds that a line of "Aan" names, by passage id."""
    lines = {
        passage.id: Span(start=line.start(), end=line.end())
        for passage in passages
        if passage.kind in _WRITTEN and (line := _TO.search(passage.text))
    }
    named = [(a.passage, a.span, works.get(a.entity, "")) for a in actors]
    named += [(m.passage, m.span, m.kind) for m in organisations]
    found: dict[str, list[str]] = defaultdict(list)
    for passage_id, span, kind in named:
        line_here = lines.get(passage_id)
        if kind and line_here and line_here.contains(span):
            found[passage_id].append(kind)
    return found


def _mails(
    passages: Iterable[ReleasedPassage], documents: Mapping[str, Document]
) -> Iterator[list[tuple[ReleasedPassage, int]]]:
    """Yield the passages of the mails of each bundle, with the number of the mail."""
    bundles: dict[str, list[ReleasedPassage]] = defaultdict(list)
    for passage in passages:
        document = documents.get(passage.document)
        if document is not None and document.kind is DocumentKind.EMAIL:
            bundles[passage.document].append(passage)
    for own in bundles.values():
        numbers = mails_in((passage.text, passage.kind) for passage in own)
        told = zip(own, numbers, strict=True)
        yield [(passage, mail) for passage, mail in told if mail is not None]


def _named(
    passages: Sequence[ReleasedPassage],
    actors: Sequence[Actor],
    organisations: Sequence[OrganisationMention],
    works: Mapping[str, str],
) -> dict[str, str]:
    """Return whom the line of the sender names: a person's kind, else the kind named.

    "" for a named organisation or a lawyer of whom no kind is known.
    """
    texts = {p.id: p.text for p in passages}
    ends = {p.id: end for p in passages if (end := sender_in(p.text, p.kind))}
    said = [(m.passage, (1, m.span, m.kind)) for m in organisations]
    for actor in actors:
        text = texts.get(actor.passage, "")
        if actor.entity in works:
            rank = 0 if actor.label is Label.PERSON else 1
            said.append((actor.passage, (rank, actor.span, works[actor.entity])))
        elif actor.label is Label.ORG_INSTANCE or _LAWYER.search(
            text[: actor.span.start]
        ):
            said.append((actor.passage, (2, actor.span, "")))
    found: dict[str, tuple[int, Span, str]] = {}
    for passage, kind in said:
        if kind[1].end <= ends.get(passage, 0):
            found[passage] = min(kind, found.get(passage, kind))
    return {passage: kind for passage, (_, _, kind) in found.items()}
