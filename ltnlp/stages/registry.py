"""Candidates → entities with stable pseudonyms, and mentions linked to them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ltnlp.domain.corrections import Correction
from ltnlp.domain.documents import Document
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Candidate, Label, Mention, RosterEntry, Shape
from ltnlp.domain.passages import Passage
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.pseudonyms import Registry
from ltnlp.stages.mentions import join
from ltnlp.stages.name_likeness import Naming, Person
from ltnlp.stages.names_journal import decisions
from ltnlp.stages.naming_places import NOTHING_AROUND, around, sentence_ends
from ltnlp.stages.numbering import Group, number
from ltnlp.stages.people import gather
from ltnlp.stages.things import thing_groups
from ltnlp.stages.typed_roles import name_words, nameless

_GENERIC_ROLES = frozenset(
    {"collega", "partner", "jeugdige", "kind", "medewerker", "begeleider"}
)


def link(
    passages: Sequence[Passage],
    candidates: Sequence[Candidate],
    roster: Sequence[RosterEntry],
    registry: Registry,
    corrections: Sequence[Correction],
    documents: Sequence[Document],
) -> tuple[Registry, tuple[Mention, ...]]:
    """Link every identifier to the person, place or instance it names.

    Args:
        passages: all passages of all documents of the review.
        candidates: what detectors found in them, overlapping or not.
        roster: who the facilitator typed in.
        registry: that of the last run; its ids and pseudonyms are kept.
        corrections: the journal; what concerns names is replayed here.
        documents: where the passages stand, for their order and their slots.

    Returns:
        The registry of this run and the mentions in order of document and place. The
        result does not depend on the order in which passages or documents are given.
    """
    decided = decisions(corrections, passages, documents, registry)
    ordered = _in_order(passages, documents)
    chosen = decided.with_choices(candidates, ordered)
    found = decided.applied(join([*chosen, *decided.named(ordered)]), ordered)
    namings, things = _divided(found, ordered)
    people, doubtful = gather(namings, roster)
    people = decided.regrouped(people)
    doubtful = doubtful - decided.settled(namings)
    names = name_words(_typed_names(roster, people)) - _told_roles(found)
    slots = {d.id: d.slot for d in documents}
    groups = [_person_group(p, roster, names, slots) for p in people]
    groups += thing_groups(things)
    numbered, of_group = number(
        groups, registry, decided.pseudonyms, decided.cleared, names
    )
    numbered = decided.applied_to(numbered)
    mentions = [
        _mention(candidate, of_group[key], doubtful=order in doubtful)
        for key, order, candidate in _members(people, groups, things)
    ]
    places = {p.id: i for i, p in enumerate(ordered)}
    mentions.sort(key=lambda m: (places[m.passage], m.span))
    return numbered, tuple(mentions)


def _in_order(
    passages: Sequence[Passage], documents: Sequence[Document]
) -> list[Passage]:
    """Order by the document's slot and place in it, whatever came in first."""
    slots = {d.id: d.slot for d in documents}
    return sorted(
        passages, key=lambda p: (slots.get(p.document, ""), p.document, p.ordinal)
    )


def _divided(
    found: Sequence[Candidate], ordered: Sequence[Passage]
) -> tuple[list[Naming], list[Naming]]:
    """Part the persons from the other identifiers, each with its words and order."""
    by_id = {p.id: (i, p) for i, p in enumerate(ordered)}
    parsed: dict[tuple[str, Shape | None], NameParts] = {}
    namings: list[Naming] = []
    things: list[Naming] = []
    keyed = sorted(found, key=lambda c: (by_id[c.passage][0], c.span))
    last: Candidate | None = None
    ends: tuple[int, ...] = ()
    for order, candidate in enumerate(keyed):
        passage = by_id[candidate.passage][1]
        shown = candidate.span.of(passage.text)
        key = (shown, candidate.shape)
        if key not in parsed:
            parsed[key] = parse(shown, candidate.shape)
        parts, beside = parsed[key], NOTHING_AROUND
        if candidate.label is Label.PERSON:
            here = last is not None and last.passage == candidate.passage
            ends = ends if here else sentence_ends(passage.text)
            before = last.span if last is not None and here else None
            beside = around(passage.text, candidate.span, before, ends)
            last = candidate
            if beside.generation:
                parts = replace(parts, generation=beside.generation)
        naming = Naming(
            candidate=candidate,
            shown=shown,
            document=passage.document,
            order=order,
            parts=parts,
            around=beside,
        )
        (namings if candidate.label is Label.PERSON else things).append(naming)
    return namings, things


def _typed_names(
    roster: Sequence[RosterEntry], people: Iterable[Person]
) -> Iterator[NameParts]:
    for entry in roster:
        yield from (parse(name) for name in (entry.name, *entry.aliases))
    for person in people:
        yield from person.names


def _told_roles(found: Iterable[Candidate]) -> frozenset[str]:
    """Return the words of the roles that the texts tell: none of these is a name."""
    return frozenset(word for c in found if c.role for word in fold(c.role).split())


def _person_group(
    person: Person,
    roster: Sequence[RosterEntry],
    names: Collection[str],
    slots: Mapping[str, str],
) -> Group:
    role, kind = _role(person)
    shown = Counter(n.shown for n in person.namings)
    words = {fold(n.shown) for n in person.namings if n.candidate.word}
    typed: tuple[str, ...] = ()
    typed_role = ""
    if person.entity:
        entry = roster[int(person.entity.removeprefix("roster:"))]
        typed = (entry.name, *entry.aliases)
        typed_role = nameless((entry.role or "").strip(), names).lower()
        kind = entry.kind or kind if typed_role else kind
    return Group(
        key=person.key,
        label=Label.PERSON,
        role=typed_role or role,
        kind=kind,
        variants=tuple(sorted({*shown, *typed})),
        words=tuple(sorted(words)),
        first=min(n.order for n in person.namings),
        gender=person.gender,
        typed=bool(typed_role),
        slots=tuple(sorted({slots.get(n.document, "") for n in person.namings})),
    )


def _role(person: Person) -> tuple[str, str | None]:
    """Return the role that the texts tell, and the kind it stands for."""
    if person.family:
        return "gezin", "gezin"
    told: Counter[tuple[str, str | None]] = Counter()
    for naming in person.namings:
        if naming.candidate.role:
            weight = 1 if naming.candidate.role in _GENERIC_ROLES else 3
            told[naming.candidate.role, naming.candidate.organisation_kind] += weight
    return min(told, key=lambda r: (-told[r], r[0])) if told else ("persoon", None)


def _members(
    people: Sequence[Person], groups: Sequence[Group], things: Iterable[Naming]
) -> Iterable[tuple[str, int, Candidate]]:
    for person in people:
        for naming in person.namings:
            yield person.key, naming.order, naming.candidate
    owner: dict[int, str] = {
        order: group.key for group in groups for order in group.orders
    }
    for naming in things:
        # Every thing has an owner today; a label still to come must not stop a run.
        if naming.order in owner:  # pragma: no branch
            yield owner[naming.order], naming.order, naming.candidate


def _mention(candidate: Candidate, entity: str, *, doubtful: bool) -> Mention:
    return Mention(
        passage=candidate.passage,
        span=candidate.span,
        label=candidate.label,
        entity=entity,
        found_by=tuple(candidate.found_by.split("+")),
        reason=candidate.reason,
        score=min(candidate.score, 0.6) if doubtful else candidate.score,
        needs_review=candidate.needs_review or doubtful,
    )
