"""Names of single records: those of one review share one registry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ltnlp.casework.engines import told_by_words
from ltnlp.domain.mentions import Label, Mention, RosterEntry
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.leaks import NameGuard
from ltnlp.stages.passages import alone
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
    given = [alone(_name(n), str(r["text"])) for n, r in records.items() if r["text"]]
    roster = _roster(records.values())
    documents = [document for document, _ in given]
    read = [passage for _, passage in given]
    registry, mentions = link(
        read, detector.detect(read, roster), roster, Registry(), (), documents
    )
    registry = told_by_words(registry)
    released, _ = release(read, mentions, registry, documents, NameGuard(registry))
    texts = {p.id: p.text for p in released}
    entities = registry.by_id()
    for number, record in records.items():
        name = _name(number)
        own = [m for m in mentions if m.passage == name]
        yield (
            number,
            {
                "id": record.get("id"),
                "spans": [_span(m, entities) for m in own],
                "text": texts.get(name, ""),
            },
        )


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


def _span(mention: Mention, entities: Mapping[str, Entity]) -> dict[str, Any]:
    flag = mention.label is Label.ROLE
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "label": str(mention.label),
        "entity": mention.entity,
        "pseudonym": None if flag else entities[mention.entity].pseudonym,
        "found_by": "+".join(mention.found_by),
        "score": round(mention.score, 3),
        "needs_review": mention.needs_review,
    }
