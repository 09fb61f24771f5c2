"""Whether two names can be those of one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.mentions import FAMILY, Candidate, Shape
from ltnlp.domain.personnames import ABBREVIATED, NameParts
from ltnlp.stages.naming_places import NOTHING_AROUND, Around

TITLED = "context.title"
"""Reason of a name behind "mevrouw" or "dhr.": an adult is meant."""
KINSHIP = "context.kinship"
ROLE = "context.role"
NEAR = "near a known name"
_HOMES = frozenset({"gezin", "familie_netwerk", "gezinshuis", "pleegzorg"})
_CHILDREN = frozenset({"jeugdige", "kind", "baby", "zoon", "dochter", "cliënt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where a person is named."""

    candidate: Candidate
    shown: str
    document: str
    order: int
    parts: NameParts
    around: Around = NOTHING_AROUND

    def in_sentence_of(self, other: "Naming") -> bool:
        """Tell whether both stand in one sentence."""
        same = self.candidate.passage == other.candidate.passage
        return same and self.around.sentence == other.around.sentence


@dataclass(slots=True, kw_only=True, eq=False)
class Person:
    """A person while the names are being put together.

    `sure` names are those that make the person; `namings` all places.
    """

    key: str
    names: list[NameParts] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    entity: str | None = None
    family: bool = False
    typed_role: str = ""

    @property
    def givens(self) -> set[str]:
        """Return the given names and nicknames."""
        joined = {"-".join(n.given) for n in self.names if len(n.given) > 1}
        return {g for n in self.names for g in n.given} | joined | self.aliases

    @property
    def first_givens(self) -> set[str]:
        """Return the given names that are written in full, without nicknames."""
        return {n.given[0] for n in self.names if n.given}

    @property
    def surnames(self) -> set[str]:
        """Return the surnames and the parts of double ones."""
        return {s for n in self.names for s in n.surnames}

    @property
    def letters(self) -> set[str]:
        """Return the first letters of the given names."""
        return {n.first for n in self.names if n.first}

    @property
    def gender(self) -> str:
        """Return the gender that titles and kinship words tell most often."""
        told = Counter(n.candidate.gender for n in self.namings if n.candidate.gender)
        return told.most_common(1)[0][0] if told else ""

    @property
    def listed(self) -> bool:
        """Tell whether a gazetteer or the roster knows the name."""
        return self.entity is not None or any(n.candidate.listed for n in self.namings)


def genders_meet(one: Person, other: Person) -> bool:
    """Tell whether titles and kinship make no man and woman of them."""
    return not (one.gender and other.gender and one.gender != other.gender)


def surnames_meet(person: Person, parts: NameParts) -> bool:
    """Tell whether a surname of the person is meant, with no other interfix."""
    for name in person.names:
        if not set(name.surnames) & set(parts.surnames):
            continue
        if (parts.given or parts.generation) and name.generation != parts.generation:
            continue
        if same_interfix(name.interfix, parts.interfix):
            return True
    return False


def same_interfix(one: str, other: str) -> bool:
    """Tell whether two interfixes can be one: one may be left out or cut down."""
    if one == other or not (one and other):
        return True
    if ABBREVIATED in {one, other}:
        return one.startswith("van d") and other.startswith("van d")
    return one.replace("den", "de") == other.replace("den", "de")


def is_named(person: Person, parts: NameParts) -> bool:
    """Tell whether the person has this very given name and whole surname."""
    return any(
        n.given[:1] == parts.given[:1]
        and n.surname == parts.surname
        and n.interfix == parts.interfix
        and n.generation == parts.generation
        for n in person.names
    )


def is_given_of(person: Person, parts: NameParts) -> bool:
    """Tell whether two words are both given names of the person: "Mei Lin" of "… Chen"."""
    words = (*parts.given, parts.surname)
    return any(
        n.given[: len(words)] == words or n.given[:1] == ("-".join(words),)
        for n in person.names
    )


def in_other_order(person: Person, parts: NameParts) -> bool:
    """Tell whether two surnames are said in another order, or one of them alone.

    "Djeison Tavares Lopes" is "Djeison Lopes Tavares", of whom nobody wrote a hyphen.
    """
    words = _behind_given(parts)
    return any(
        n.given[:1] == parts.given[:1]
        and n.generation == parts.generation
        and len(others := _behind_given(n)) + len(words) > _ONE_EACH
        and (words <= others or others <= words)
        for n in person.names
        if n.surname
    )


_ONE_EACH = 2


def _behind_given(name: NameParts) -> frozenset[str]:
    """Return the words behind the first given name, without interfixes."""
    return frozenset((*name.given[1:], *name.surname.split("-")))


def has_interfix(person: Person, parts: NameParts) -> bool:
    """Tell whether a surname of the person is written with an interfix as here."""
    return any(bool(n.interfix) == bool(parts.interfix) for n in person.names)


def meets_titled(person: Person, naming: Naming) -> bool:
    """Tell whether "de heer J. Terlouw" stands beside "Jelle Terlouw" in one passage."""
    here = naming.candidate
    return here.reason == TITLED and any(
        n.parts.given and n.candidate.passage == here.passage for n in person.namings
    )


def kin_role(naming: Naming) -> str:
    """Return what somebody is to the teller: "opa" of "opa Jansen", "" if not told so."""
    here = naming.candidate
    return (here.role or "") if here.reason == KINSHIP else ""


def alike(namings: Iterable[Naming]) -> Iterator[list[Naming]]:
    """Yield namings by the same name, the longest names first.

    Of a surname those of a mother, a father and a grandfather are apart.
    """
    groups: dict[tuple[str, str, str], list[Naming]] = defaultdict(list)
    for naming in namings:
        of_surname = naming.candidate.shape is Shape.SURNAME
        gender = naming.candidate.gender if of_surname else ""
        kin = kin_role(naming) if of_surname else ""
        groups[naming.parts.full or naming.shown, gender, kin].append(naming)
    for key in sorted(groups, key=lambda k: (-_length(k[0]), not k[1], not k[2], k)):
        yield groups[key]


def _length(name: str) -> int:
    """Count the words of a name: "marie-louise smid" has three, and tells more than two."""
    return len(name.replace("-", " ").split())


def with_plurals(namings: Sequence[Naming]) -> list[Naming]:
    """Read "de Jansens" as the family of who is called Jansen."""
    surnames = {
        name
        for n in namings
        if n.parts.first or n.candidate.family
        for name in n.parts.surnames
    }
    return [
        _family_of(n) if n.around.plural and _singular(n) in surnames else n
        for n in namings
    ]


def _singular(naming: Naming) -> str:
    return (naming.parts.surname or "".join(naming.parts.given))[:-1]


def _family_of(naming: Naming) -> Naming:
    parts = replace(naming.parts, given=(), surname=_singular(naming))
    return replace(
        naming, parts=parts, candidate=replace(naming.candidate, family=True)
    )


def of_that_kin(persons: list[Person], naming: Naming) -> list[Person]:
    """Return who "opa Jansen" can be: a grandfather, else who is no other relative."""
    role = kin_role(naming)
    if not role:
        return persons
    told = [p for p in persons if role in {n.candidate.role for n in p.namings}]
    return told or [p for p in persons if not any(map(kin_role, p.namings))]


def half_of_another(person: Person, group: list[Naming]) -> bool:
    """Tell whether a surname with a role may be that of somebody else beside the person.

    "Juf Vos" need not be "Marloes Timmer-Vos", nor "dokter Veenstra" the "Tjeerd
    Veenstra" of the same passage, unless the person is known by that role.
    """
    roles = {n.candidate.role for n in group if n.candidate.role}
    if not roles or roles & {n.candidate.role for n in person.namings}:
        return False
    surname = group[0].parts.surname
    whole = any(name.surname == surname for name in person.names)
    passages = {n.candidate.passage for n in group}
    beside = any(
        n.parts.given and n.candidate.passage in passages for n in person.namings
    )
    return beside or not whole


def two_in_a_breath(namings: list[Naming]) -> set[int]:
    """Return which namings by one given name have different roles in one passage.

    "Haar ex Dennis", "haar nieuwe vriend Dennis": may be two people, so a person decides.
    """
    told: dict[str, dict[int, str]] = defaultdict(dict)
    for naming in namings:
        here = naming.candidate
        if here.role and not naming.parts.surname:
            told[here.passage][naming.order] = here.role
    return {
        order
        for roles in told.values()
        if len(set(roles.values())) > 1 and not _CHILDREN.issuperset(roles.values())
        for order in roles
    }


def parted(group: list[Naming]) -> tuple[list[Naming], ...]:
    """Part the namings by one given name of a relative from those of a professional.

    "Oma Corrie" and "juf Corrie" are two people. Where both are named so, a bare
    "Corrie" goes with the one that its document names, and with the relative else.
    """
    kin = {n.document for n in group if n.candidate.reason == KINSHIP}
    work = [
        n
        for n in group
        if n.candidate.reason == ROLE and n.candidate.organisation_kind not in _HOMES
    ]
    if not (kin and work):
        return (group,)
    places = {n.document for n in work} - kin
    working = [n for n in group if n in work or _bare_in(n, places)]
    return [n for n in group if n not in working], working


def _bare_in(naming: Naming, documents: set[str]) -> bool:
    return naming.candidate.reason != KINSHIP and naming.document in documents


def begins(name: NameParts, letter: str) -> bool:
    """Tell whether a surname begins with a letter, with its interfix or without.

    Of two surnames without a hyphen the first may be read as a second given name.
    """
    head = (name.interfix + name.surname)[:1]
    if not letter:
        return False
    if head == letter or name.surname.startswith(letter):
        return True
    return bool(name.surname) and any(g[0] == letter for g in name.given[1:])


def has_letters(person: Person, shown: str) -> bool:
    """Tell whether letters ("RdH") are what a name of the person is cut down to."""
    ways = {way for name in person.names for way in name.letters()}
    return shown in ways or (shown.islower() and shown in {w.lower() for w in ways})


def is_child(person: Person) -> bool:
    """Tell whether the person is the child of the review, or another one."""
    roles = {person.typed_role, *(n.candidate.role for n in person.namings)}
    return bool(roles & _CHILDREN)


def at_home(person: Person) -> bool:
    """Tell whether the person is one of the family, not of those who work with it."""
    return not person.entity and any(
        n.candidate.organisation_kind in FAMILY for n in person.namings
    )


def likeliest(naming: Naming, fits: list[Person]) -> tuple[Person | None, bool]:
    """Return who is meant among several, and whether that is sure."""
    gender = naming.candidate.gender
    agreeing = [p for p in fits if not gender or p.gender in {"", gender}]
    told = [p for p in agreeing if gender and p.gender == gender]
    if len(told) == 1:
        return told[0], True
    if len(agreeing) == 1:
        return agreeing[0], True
    role = naming.candidate.role
    same = [
        p for p in agreeing if role and role in {n.candidate.role for n in p.namings}
    ]
    if len(same) == 1:
        return same[0], True
    before = [
        (n.order, p)
        for p in agreeing
        for n in p.namings
        if n.document == naming.document and n.order < naming.order
    ]
    if before:
        return max(before, key=lambda pair: pair[0])[1], False
    typed = [p for p in agreeing if p.entity]
    if len(typed) == 1 and not (naming.parts.surname and is_child(typed[0])):
        return typed[0], False
    here = [
        p for p in agreeing if any(n.document == naming.document for n in p.namings)
    ]
    return (here[0], False) if len(here) == 1 else (None, False)
