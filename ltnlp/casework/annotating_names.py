"""Names of single records: those of one review share one registry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ltnlp.casework.engines import told_by_words
from ltnlp.domain.documents import Document, ReadText
from ltnlp.domain.mentions import Label, Mention, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.nlp.names import NameDetector
from ltnlp.reading.lines import lines_of
from ltnlp.reading.txt import told_in_lines
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import alone, divide
from ltnlp.stages.pseudonyms import release
from ltnlp.stages.registry import link

Record = Mapping[str, Any]


def annotate(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Yield identifiers and pseudonymised text of each record, in the given order.

    Records with the same `review` are resolved together; one without is its own.
    """
    given = list(records)
    groups: dict[object, list[int]] = defaultdict(list)
    for number, record in enumerate(given):
        review = record.get("review")
        groups[number if review is None else f"review:{review}"].append(number)
    detector = NameDetector()
    answers: dict[int, dict[str, Any]] = {}
    for numbers in groups.values():
        answers.update(_resolved(detector, {n: given[n] for n in numbers}))
    for number in range(len(given)):
        yield answers[number]


def _resolved(
    detector: NameDetector, records: Mapping[int, Record]
) -> Iterator[tuple[int, dict[str, Any]]]:
    texts = {_name(n): str(r["text"]) for n, r in records.items() if r["text"]}
    roster = _roster(records.values())
    documents = [alone(name, text)[0] for name, text in texts.items()]
    read = [p for d in documents for p in _passages(d, texts[d.id])]
    registry, mentions = link(
        read, detector.detect(read, roster), roster, Registry(), (), documents
    )
    registry = told_by_words(registry)
    released, _ = release(read, mentions, registry, documents, NameGuard(registry))
    shown = {p.id: p.text for p in released}
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in read:
        passages[passage.document].append(passage)
    spans = _spans(read, mentions, registry.by_id())
    for number, record in records.items():
        name = _name(number)
        yield (
            number,
            {
                "id": record.get("id"),
                "spans": spans[name],
                "text": _told(texts.get(name, ""), passages[name], shown),
            },
        )


def _passages(document: Document, text: str) -> tuple[Passage, ...]:
    """Return a text of one line whole, one of more lines as a source is divided.

    What a source leaves out, such as lines of a program, is kept: it can name somebody.
    """
    if "\n" not in text.strip():
        return (alone(document.id, text)[1],)
    read = divide(document, told_in_lines(text))
    taken = {at for p in read for at in range(p.span.start, p.span.end)}
    left = tuple(line for line in lines_of(text) if line.span.start not in taken)
    kept = divide(document, ReadText(format="txt", text=text, segments=left))
    return tuple(sorted((*read, *kept), key=lambda p: p.span))


def _told(text: str, passages: Sequence[Passage], shown: Mapping[str, str]) -> str:
    """Return a text with its passages in pseudonymised words."""
    parts: list[str] = []
    reached = 0
    for passage in passages:
        parts += (text[reached : passage.span.start], shown[passage.id])
        reached = passage.span.end
    return "".join((*parts, text[reached:]))


def _roster(records: Iterable[Record]) -> list[RosterEntry]:
    """Return the entries of all records, each once, in order."""
    entries: dict[RosterEntry, None] = {}
    for record in records:
        for entry in record.get("roster") or ():
            entries.setdefault(_entry(entry))
    return list(entries)


def _entry(entry: Mapping[str, Any]) -> RosterEntry:
    return RosterEntry(
        name=str(entry["name"]),
        role=entry.get("role"),
        organisation=entry.get("organisation"),
        aliases=tuple(map(str, entry.get("aliases") or ())),
    )


def _name(number: int) -> str:
    return f"r{number:07d}"


def _spans(
    passages: Sequence[Passage],
    mentions: Iterable[Mention],
    entities: Mapping[str, Entity],
) -> dict[str, list[dict[str, Any]]]:
    """Return what is found, by the record that it stands in."""
    by_id = {passage.id: passage for passage in passages}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in mentions:
        passage = by_id[mention.passage]
        place = passage.offsets.to_origin(mention.span)
        found[passage.document].append(_span(mention, place, entities))
    return found


def _span(
    mention: Mention, place: Span, entities: Mapping[str, Entity]
) -> dict[str, Any]:
    flag = mention.label is Label.ROLE
    return {
        "start": place.start,
        "end": place.end,
        "label": str(mention.label),
        "entity": mention.entity,
        "pseudonym": None if flag else entities[mention.entity].pseudonym,
        "found_by": "+".join(mention.found_by),
        "score": round(mention.score, 3),
        "needs_review": mention.needs_review,
    }
