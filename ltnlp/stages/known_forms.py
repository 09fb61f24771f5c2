"""Registered names → the forms under which a text that leaves is searched for them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, Shape
from ltnlp.domain.months import MONTHS
from ltnlp.domain.personnames import ABBREVIATED, NameParts, parse
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.words import is_initial, word_keys

_UNSCANNED = frozenset({Label.AGE_PRECISE})
_SHORTEST_INFLECTED = 4
_SHORTEST_WORD = 6
_OF_WORDS = frozenset({Label.ORG_INSTANCE, Label.ADDRESS})
"""What is named by words of which one may tell by itself: "De Windroos", "Lindehof 14"."""
_DAY = re.compile(
    rf"(\d{{1,2}})[ \-/.]+(\d{{1,2}}|{'|'.join(MONTHS)})[ \-/.]+((?:19|20)\d\d)"
)
_CUT_DOWN = ("v.d.", "vd", "v/d", "van de", "van der", "van den")
"""How people write an interfix that begins with "van d"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownForm:
    """Folded words in a row that name an entity.

    `word` says that they are ordinary words too, or may be: they count only where they
    are written as a name. `exact` is the spelling that a form of few letters needs.
    """

    phrase: tuple[str, ...]
    entity: str
    word: bool
    exact: str = ""


WordTest = Callable[[str], bool]
"""Tells something of a folded word."""


def with_telling(
    registry: Registry, *, tells_somebody: WordTest, is_said_anyway: WordTest
) -> Registry:
    """Return the registry with what the words of its names tell by themselves.

    "Sjoukje Haanstra" was seen: "haanstra" by itself is a leak all the same. "Na" was
    seen: "na" in lower case is none; nor is "de week", where nobody wrote it "De Week".

    Args:
        registry: of a run.
        tells_somebody: a given name or surname is no ordinary word in any form.
        is_said_anyway: it is a word that every text holds.
    """
    return replace(
        registry,
        entities=tuple(
            replace(
                entity,
                telling=_telling(entity, tells_somebody),
                words=_words(entity, is_said_anyway),
            )
            for entity in registry.entities
        ),
    )


def _words(entity: Entity, is_said_anyway: WordTest) -> tuple[str, ...]:
    names = [fold(shown) for shown in entity.variants]
    common = {name for name in names if is_said_anyway(name)}
    if all(shown.islower() for shown in entity.variants):
        common.update(n for n in names if all(map(is_said_anyway, n.split())))
    return tuple(sorted(common.union(entity.words)))


def _telling(entity: Entity, tells_somebody: WordTest) -> tuple[str, ...]:
    parts: set[str] = set()
    if entity.label is Label.PERSON:
        parts = _parts(entity)
    elif entity.label in _OF_WORDS:
        keys = {key for shown in entity.variants for key in word_keys(shown)}
        parts = {key for key in keys if key.isalpha() and len(key) >= _SHORTEST_WORD}
    return tuple(sorted(filter(tells_somebody, parts)))


def _parts(entity: Entity) -> set[str]:
    parts: set[str] = set()
    for shown in entity.variants:
        name = _parsed(shown)
        parts.update(name.given[:1], name.surnames)
    return {part for part in parts if " " not in part}


def _parsed(shown: str) -> NameParts:
    return parse(shown, Shape.FULL if " " in shown else None)


def known_forms(
    entity: Entity, cleared: frozenset[str] = frozenset()
) -> Iterator[KnownForm]:
    """Yield the forms of an entity's names, each once; none of what people cleared."""
    if entity.label in _UNSCANNED or not entity.covered:
        return
    seen: set[tuple[str, ...]] = set()
    for shown, word in _shown_forms(entity):
        phrase = word_keys(shown)
        if not phrase or phrase in seen or fold(shown) in cleared:
            continue
        if _tells_nobody(shown, phrase, entity.label):
            continue
        seen.add(phrase)
        exact = shown if len(phrase) == 1 and len(shown) <= 3 else ""
        yield KnownForm(phrase=phrase, entity=entity.id, word=word, exact=exact)
        inflected = (f"{phrase[-1]}s",)
        if entity.label is Label.PERSON and not word and _bends(phrase[-1]):
            yield KnownForm(
                phrase=phrase[:-1] + inflected, entity=entity.id, word=False
            )


def shared_forms(
    forms: Iterable[tuple[Entity, Iterable[KnownForm]]],
) -> frozenset[tuple[str, ...]]:
    """Return those of entities' forms that name several: nobody knows which is meant.

    Somebody all of whose names another has too was joined with that one.
    """
    owners: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity, known in forms:
        for one in known:
            owners[one.phrase].append(entity)
    return frozenset(
        phrase for phrase, own in owners.items() if len(own) > 1 and _are_apart(own)
    )


def _are_apart(entities: Sequence[Entity]) -> bool:
    names = [{fold(v) for v in entity.variants} for entity in entities]
    most = max(names, key=len)
    return not all(own <= most for own in names)


def _bends(key: str) -> bool:
    """Tell whether a name takes an s: "Brechtjes fiets", "de Oldenziels"."""
    return len(key) >= _SHORTEST_INFLECTED and key.isalpha() and key[-1] not in "sxz"


def _shown_forms(entity: Entity) -> Iterator[tuple[str, bool]]:
    words = frozenset(entity.words)
    for shown in entity.variants:
        yield shown, fold(shown) in words
    if entity.label in _OF_WORDS:
        yield from ((part, False) for part in entity.telling)
    if entity.label is Label.DATE_OF_BIRTH:
        yield from ((day, False) for v in entity.variants for day in _as_days(v))
    if entity.label is not Label.PERSON:
        return
    for shown in entity.variants:
        yield from _part_forms(_parsed(shown), frozenset(entity.telling))


def _part_forms(name: NameParts, telling: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield a given name and a surname by themselves, and both as one word."""
    if not name.surname:
        return
    tells = bool(telling.intersection(name.surnames))
    if name.given:
        yield name.given[0], name.given[0] not in telling
        yield f"{name.given[0]}{name.surname}".replace("-", ""), False
    yield f"{name.interfix} {name.surname}".strip(), not tells
    for surname in name.surnames:
        if surname in telling or not name.interfix:
            yield surname, surname not in telling
    if name.interfix == ABBREVIATED or name.interfix.startswith("van d"):
        yield from ((f"{short} {name.surname}", not tells) for short in _CUT_DOWN)


def _as_days(shown: str) -> Iterator[str]:
    """Yield the ways to write a day: in words, in figures, the year first."""
    found = _DAY.fullmatch(fold(shown.strip()))
    if found is None:
        return
    day, said, year = int(found[1]), found[2], found[3]
    month = int(said) if said.isdigit() else 1 + MONTHS.index(said)
    if not 1 <= month <= len(MONTHS):
        return
    yield f"{day} {MONTHS[month - 1]} {year}"
    yield f"{year}-{month:02}-{day:02}"
    for mark in "-/.":
        yield f"{day}{mark}{month}{mark}{year}"
        yield f"{day:02}{mark}{month:02}{mark}{year}"


def _tells_nobody(shown: str, phrase: tuple[str, ...], label: Label) -> bool:
    """Tell whether a variant is too little to be looked for: initials, "5 mei"."""
    if label is Label.DATE_OF_BIRTH:
        return sum(c.isdigit() for c in shown) < 5
    if label is Label.PERSON and (is_initial(shown) or len(shown) < 2):
        return True
    if len(phrase) == 1 and len(shown) <= 2 and shown.isupper():
        return True
    return not any(c.isalnum() for c in shown)
