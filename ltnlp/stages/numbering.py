"""Groups of names → entities whose ids and pseudonyms are kept from run to run."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is named by one set of variants, before it has an id.

    `first` is the place of its first mention in the order of the review; `orders`
    are the places of its mentions where the caller needs them back.
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


def number(
    groups: Sequence[Group],
    registry: Registry,
    pinned: Mapping[str, str],
    cleared: Collection[str],
) -> tuple[Registry, dict[str, str]]:
    """Give each group its entity: that of the last run where one fits, else a new one.

    Args:
        groups: what this run found.
        registry: that of the last run.
        pinned: entity id → pseudonym that a person chose.
        cleared: folded words that a person said are no name.

    Returns:
        The registry of this run, and the id of each group's entity by its key.
    """
    old = _matched(groups, registry)
    taken = list(registry.taken or (e.pseudonym for e in registry.entities))
    entities = {e.id: e for e in registry.entities}
    next_id = 1 + max((_figure(e.id) for e in registry.entities), default=0)
    of_group: dict[str, str] = {}
    for group in sorted(groups, key=lambda g: (g.first, g.key)):
        known = old.get(group.key)
        if known is None:
            entity = _new(group, f"p{next_id}", taken)
            next_id += 1
        else:
            entity = _renewed(entities[known], group)
        if entity.id in pinned:
            entity = replace(entity, pseudonym=pinned[entity.id], pinned=True)
        if entity.pseudonym not in taken:
            taken.append(entity.pseudonym)
        entities[entity.id] = entity
        of_group[group.key] = entity.id
    words = tuple(sorted({*registry.cleared, *cleared}))
    cleaned = (_without(e, words) for e in entities.values())
    kept = tuple(sorted(cleaned, key=lambda e: _figure(e.id)))
    return Registry(entities=kept, taken=tuple(taken), cleared=words), of_group


def _figure(entity: str) -> int:
    digits = entity.lstrip("p")
    return int(digits) if digits.isdigit() else 0


def _without(entity: Entity, words: Collection[str]) -> Entity:
    variants = tuple(v for v in entity.variants if fold(v) not in words)
    return replace(entity, variants=variants)


def _matched(groups: Sequence[Group], registry: Registry) -> dict[str, str]:
    """Pair groups with the entities of the last run by the names they share.

    Long names weigh more: a given name may have been moved to somebody else.
    """
    pairs = []
    for group in groups:
        mine = {fold(v) for v in group.variants}
        for entity in registry.entities:
            if entity.label is not group.label:
                continue
            shared = mine & {fold(v) for v in entity.variants}
            if shared:
                weight = sum(len(v.split()) ** 2 for v in shared)
                same_role = fold(entity.role) == fold(group.role)
                pairs.append(
                    (-weight, not same_role, _figure(entity.id), group.key, entity.id)
                )
    old: dict[str, str] = {}
    for _, _, _, key, entity_id in sorted(pairs):
        if key not in old and entity_id not in old.values():
            old[key] = entity_id
    return old


def _new(group: Group, entity_id: str, taken: Collection[str]) -> Entity:
    return Entity(
        id=entity_id,
        label=group.label,
        pseudonym=free_pseudonym(group.role, taken),
        role=group.role,
        organisation_kind=group.kind,
        variants=group.variants,
        words=group.words,
        gender=group.gender,
    )


def _renewed(entity: Entity, group: Group) -> Entity:
    """Keep id and pseudonym; take over what this run found out."""
    return replace(
        entity,
        role=group.role if entity.role in {"persoon", "organisatie"} else entity.role,
        organisation_kind=group.kind or entity.organisation_kind,
        variants=tuple(sorted({*entity.variants, *group.variants})),
        words=tuple(sorted({*entity.words, *group.words})),
        gender=group.gender or entity.gender,
    )


def free_pseudonym(role: str, taken: Collection[str]) -> str:
    """Return the first pseudonym of a role that was never given out: "[Moeder-1]"."""
    name = _title(role)
    used = Counter(p.rpartition("-")[0] for p in taken)[f"[{name}"]
    figure = used + 1
    while f"[{name}-{figure}]" in taken:
        figure += 1
    return f"[{name}-{figure}]"


def _title(role: str) -> str:
    words = "-".join(role.replace("[", "").replace("]", "").split())
    return words[:1].upper() + words[1:]
