"""Groups of names → entities whose ids and pseudonyms are kept from run to run."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label
from ltnlp.domain.personnames import parse
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.stages.typed_roles import holds_name, nameless


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is named by one set of variants, before it has an id.

    `first` is the place of its first mention in the order of the review; `orders`
    are the places of its mentions where the caller needs them back. A role that was
    typed goes before that of an earlier run: a person gave it, or set it right.
    """

    key: str
    label: Label
    role: str
    variants: tuple[str, ...]
    first: int
    kind: str | None = None
    words: tuple[str, ...] = ()
    orders: tuple[int, ...] = ()
    gender: str = ""
    typed: bool = False
    slots: tuple[str, ...] | None = None


def number(
    groups: Sequence[Group],
    registry: Registry,
    pinned: Mapping[str, str],
    cleared: Collection[str],
    names: Collection[str] = (),
) -> tuple[Registry, dict[str, str]]:
    """Give each group its entity: that of the last run where one fits, else a new one.

    Args:
        groups: what this run found.
        registry: that of the last run.
        pinned: entity id → pseudonym that a person chose.
        cleared: folded words that a person said are no name.
        names: folded words by which people are called; in no pseudonym they stand.

    Returns:
        The registry of this run, and the id of each group's entity by its key.
    """
    old = _matched(groups, registry)
    taken = Taken(registry.taken or (e.pseudonym for e in registry.entities))
    entities = {e.id: e for e in registry.entities}
    pins = _Pins(pinned, names, taken)
    next_id = 1 + max((_figure(e.id) for e in registry.entities), default=0)
    of_group: dict[str, str] = {}
    for group in sorted(groups, key=lambda g: (g.first, g.key)):
        known = old.get(group.key)
        if known is None:
            entity = _new(group, f"p{next_id}", taken)
            next_id += 1
        else:
            entity = _renewed(entities[known], group, taken)
        live = {*old.values(), *of_group.values()}
        entity = pins.on(entity, entities, live)
        taken.add(entity.pseudonym)
        entities[entity.id] = entity
        of_group[group.key] = entity.id
    words = tuple(sorted({*registry.cleared, *cleared}))
    current = _shed(entities, groups, of_group)
    cleaned = (_without(e, words) for e in current)
    kept = tuple(sorted(cleaned, key=lambda e: _figure(e.id)))
    return Registry(entities=kept, taken=taken.all(), cleared=words), of_group


class _Pins:
    """The pseudonyms that people chose, given to nobody who would share one."""

    def __init__(
        self, pinned: Mapping[str, str], names: Collection[str], taken: "Taken"
    ) -> None:
        self._pinned = {i: p for i, p in pinned.items() if not holds_name(p, names)}
        self._names = names
        self._taken = taken
        for pseudonym in self._pinned.values():
            self._taken.reserve(pseudonym)

    def on(
        self, entity: Entity, entities: Mapping[str, Entity], live: Collection[str]
    ) -> Entity:
        """Return the entity under the pseudonym that was chosen, or one that is free.

        `live` are the ids of all that this run found: who is gone has no need of hers.
        """
        wanted = self._pinned.get(entity.id)
        if wanted is not None:
            held = {entities[one].pseudonym for one in live if one != entity.id}
            shown = self._free(entity, wanted, held)
            return replace(entity, pseudonym=shown, pinned=True)
        if entity.pinned or holds_name(entity.pseudonym, self._names):
            role = nameless(entity.role, self._names) or "persoon"
            shown = self._taken.free(role)
            return replace(entity, pseudonym=shown, role=role, pinned=False)
        return entity

    def _free(self, entity: Entity, wanted: str, held: Collection[str]) -> str:
        """Return the pseudonym as wanted, with the next number where another has it."""
        if wanted not in held:
            return wanted
        name = wanted.rpartition("-")[0]
        if entity.pinned and entity.pseudonym.rpartition("-")[0] == name:
            return entity.pseudonym
        return self._taken.free(name.strip("["))


def _shed(
    entities: Mapping[str, Entity], groups: Iterable[Group], of_group: Mapping[str, str]
) -> Iterator[Entity]:
    """Yield the entities without old names that this run gave to somebody else."""
    named_now: dict[str, set[str]] = defaultdict(set)
    owners: dict[tuple[Label, str], set[str]] = defaultdict(set)
    for group in groups:
        owner = of_group[group.key]
        for variant in map(fold, group.variants):
            named_now[owner].add(variant)
            owners[group.label, variant].add(owner)
    for entity in entities.values():
        own = named_now.get(entity.id, set())
        if not own and not entity.withdrawn:
            yield entity
            continue
        kept = tuple(
            v
            for v in entity.variants
            if fold(v) in own or not owners.get((entity.label, fold(v)))
        )
        yield replace(entity, variants=kept)


def _figure(entity: str) -> int:
    digits = entity.lstrip("p")
    return int(digits) if digits.isdigit() else 0


def _without(entity: Entity, words: Collection[str]) -> Entity:
    variants = tuple(v for v in entity.variants if fold(v) not in words)
    return replace(entity, variants=variants)


def _matched(groups: Sequence[Group], registry: Registry) -> dict[str, str]:
    """Pair groups with the entities of the last run by the names they share.

    Long names weigh more: a given name may have been moved to somebody else. Who was
    known from withdrawn sources alone is known again by a whole name only: words that
    people kept of her must never come to speak of a namesake.
    """
    entities = registry.by_id()
    called: dict[tuple[Label, str], list[str]] = defaultdict(list)
    for entity in registry.entities:
        for variant in {fold(v) for v in entity.variants}:
            called[entity.label, variant].append(entity.id)
    pairs = []
    for group in groups:
        weights: Counter[str] = Counter()
        for variant in {fold(v) for v in group.variants}:
            for entity_id in called.get((group.label, variant), ()):
                if not entities[entity_id].withdrawn or _is_whole(variant):
                    weights[entity_id] += len(variant.split()) ** 2
        for entity_id, weight in weights.items():
            same_role = fold(entities[entity_id].role) == fold(group.role)
            pairs.append(
                (-weight, not same_role, _figure(entity_id), group.key, entity_id)
            )
    return _paired(pairs)


def _is_whole(name: str) -> bool:
    parts = parse(name)
    return bool(parts.given and parts.surname)


def _paired(pairs: Iterable[tuple[int, bool, int, str, str]]) -> dict[str, str]:
    """Return for each group its entity, the best pairs first, nobody twice."""
    old: dict[str, str] = {}
    given: set[str] = set()
    for _, _, _, key, entity_id in sorted(pairs):
        if key not in old and entity_id not in given:
            old[key] = entity_id
            given.add(entity_id)
    return old


def _new(group: Group, entity_id: str, taken: "Taken") -> Entity:
    return Entity(
        id=entity_id,
        label=group.label,
        pseudonym=taken.free(group.role),
        role=group.role,
        organisation_kind=group.kind,
        variants=group.variants,
        words=group.words,
        gender=group.gender,
        slots=group.slots,
    )


def _renewed(entity: Entity, group: Group, taken: "Taken") -> Entity:
    """Keep id and pseudonym; take over what this run found out."""
    if group.typed and fold(entity.role) != fold(group.role) and not entity.pinned:
        entity = replace(entity, role=group.role, pseudonym=taken.free(group.role))
    return replace(
        entity,
        role=group.role if entity.role in {"persoon", "organisatie"} else entity.role,
        organisation_kind=group.kind or entity.organisation_kind,
        variants=tuple(sorted({*entity.variants, *group.variants})),
        words=tuple(sorted({*entity.words, *group.words})),
        gender=group.gender or entity.gender,
        slots=group.slots,
    )


class Taken:
    """The pseudonyms that were ever given out; none is given out twice."""

    def __init__(self, pseudonyms: Iterable[str] = ()) -> None:
        """Begin with those of earlier runs, in order."""
        self._listed = list(pseudonyms)
        self._known = set(self._listed)
        self._reserved: set[str] = set()
        self._of_role = Counter(p.rpartition("-")[0] for p in self._listed)

    def all(self) -> tuple[str, ...]:
        """Return them in the order in which they were given out."""
        return tuple(self._listed)

    def add(self, pseudonym: str) -> None:
        """Give one out; nothing changes where it was before."""
        if pseudonym not in self._known:
            self._listed.append(pseudonym)
            self._known.add(pseudonym)
            self._of_role[pseudonym.rpartition("-")[0]] += 1

    def reserve(self, pseudonym: str) -> None:
        """Keep one from being given out by itself: a person chose it."""
        self._reserved.add(pseudonym)

    def free(self, role: str) -> str:
        """Return the first of a role that was never given out: "[Moeder-1]"."""
        name = _title(role)
        figure = self._of_role[f"[{name}"] + 1
        while f"[{name}-{figure}]" in self._known | self._reserved:
            figure += 1
        return f"[{name}-{figure}]"


def _title(role: str) -> str:
    words = "-".join(re.findall(r"[^\s\[\]-]+", role))
    return words[:1].upper() + words[1:]
