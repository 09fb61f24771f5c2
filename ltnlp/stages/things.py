"""Places, organisations, addresses and numbers → one group each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import ARTICLES
from ltnlp.domain.words import word_keys
from ltnlp.stages.name_likeness import Naming
from ltnlp.stages.numbering import Group

ROLES = {
    Label.LOCATION: "plaats",
    Label.ADDRESS: "adres",
    Label.ORG_INSTANCE: "organisatie",
    Label.PHONE: "telefoonnummer",
    Label.EMAIL: "e-mailadres",
    Label.URL: "webadres",
    Label.BSN: "BSN",
    Label.IBAN: "rekeningnummer",
    Label.DATE_OF_BIRTH: "geboortedatum",
    Label.AGE_PRECISE: "leeftijd",
    Label.CASE_NUMBER: "dossiernummer",
    Label.LICENCE_PLATE: "kenteken",
    Label.ROLE: "functie",
}
_NO_CORE = word_set(
    "de het een 't t ' van der den en voor in college lyceum gymnasium school basisschool "
    "obs cbs rkbs pcbs kbs bs ikc kc vso so sbo vo po swv rbl roc mbo stichting groep zorg "
    "jeugd jeugdzorg jeugdhulp jeugd-ggz ggz kliniek praktijk huisartsenpraktijk opvang "
    "kinderopvang kinderdagverblijf kdv bso samenwerkingsverband leerplicht gemeente "
    "wijkteam veilig thuis jeugdbescherming jb ggd jgz cjg kraamzorg vv sv fc hc rkvv st "
    "sint ziekenhuis - & . locatie"
)


_SCHOOLS = frozenset(
    {"school", "basisschool", "voortgezet_onderwijs", "speciaal_onderwijs", "mbo"}
)


def thing_groups(things: Sequence[Naming]) -> list[Group]:
    """Group what is no person by what it names."""
    groups: list[Group] = []
    for label in Label:
        mine = [n for n in things if n.candidate.label is label]
        keys = _GROUPED.get(label, _keys)(mine)
        for key in sorted(keys):
            groups.append(_group(f"{label}:{key}", label, keys[key]))
    return groups


def _group(key: str, label: Label, namings: Sequence[Naming]) -> Group:
    kinds = Counter(
        (n.candidate.organisation_kind, n.candidate.role)
        for n in namings
        if n.candidate.organisation_kind
    )
    kind, named = (
        min(kinds, key=lambda k: (-kinds[k], str(k))) if kinds else (None, None)
    )
    role = named or next((n.candidate.role for n in namings if n.candidate.role), None)
    return Group(
        key=key,
        label=label,
        role=role or ROLES[label],
        kind=kind,
        variants=tuple(sorted({n.shown for n in namings})),
        words=tuple(sorted({fold(n.shown) for n in namings if n.candidate.word})),
        first=min(n.order for n in namings),
        orders=tuple(n.order for n in namings),
    )


def _keys(namings: Iterable[Naming]) -> dict[str, list[Naming]]:
    keys: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        keys[_key(naming)].append(naming)
    return keys


def _key(naming: Naming) -> str:
    shown = fold(naming.shown)
    label = naming.candidate.label
    if label is Label.AGE_PRECISE:
        return naming.candidate.role or "leeftijd"
    if label in {Label.LOCATION, Label.ROLE}:
        return " ".join(without_article(word_keys(shown)))
    return "".join(c for c in shown if c.isalnum())


def _address_keys(namings: Sequence[Naming]) -> dict[str, list[Naming]]:
    """Group addresses by street and number: "Zandstraat 8" is not "Zandstraat 31".

    A street without its number is the one house that is named in it; where there are
    more, nobody knows which, and the street is an address of its own.
    """
    streets: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
    for naming in namings:
        street, number = _house(fold(naming.shown))
        streets[street].append((number, naming))
    keys: dict[str, list[Naming]] = defaultdict(list)
    for street, houses in streets.items():
        several = len({number for number, _ in houses if number}) > 1
        for number, naming in houses:
            keys[f"{street} {number}" if several else street].append(naming)
    return keys


def _house(shown: str) -> tuple[str, str]:
    """Return the street and the figures of the house number; a postcode is all street."""
    keys = list(without_article(word_keys(shown)))
    if shown[:1].isdigit():
        return "".join(keys), ""
    figures = [at for at, key in enumerate(keys) if at and key[0].isdigit()]
    end = figures[0] if figures else len(keys)
    street = " ".join(key for key in keys[:end] if len(key) > 1)
    return street or shown, keys[end] if figures else ""


def without_article(keys: Sequence[str]) -> Sequence[str]:
    """Return words without the article that they begin with."""
    return keys[1:] if len(keys) > 1 and keys[0] in ARTICLES else keys


def _instance_keys(namings: Sequence[Naming]) -> dict[str, list[Naming]]:
    """Group instances whose telling words are those of another: "De Brug", "vso De Brug"."""
    cores = {n.order: _core(n.shown) for n in namings}
    known = set(cores.values())
    keys: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        core = cores[naming.order]
        within = known.intersection(_runs(core))
        shortest = min(within, key=lambda c: (len(c), c), default=core)
        keys[" ".join(shortest)].append(naming)
    return {key: found for joint in keys.items() for key, found in _by_kind(*joint)}


def _by_kind(key: str, namings: list[Naming]) -> Iterator[tuple[str, list[Naming]]]:
    """Keep apart what shares a place and no more: "JGZ Oost", "kredietbank Oost"."""
    kinds = Counter(n.candidate.organisation_kind for n in namings)
    kinds.pop(None, None)
    if len(kinds) < 2 or _SCHOOLS.issuperset(kinds):
        yield key, namings
        return
    usual = min(kinds, key=lambda kind: (-kinds[kind], str(kind)))
    for kind in sorted(kinds, key=str):
        named = [n for n in namings if (n.candidate.organisation_kind or usual) == kind]
        yield f"{key} {kind}", named


def _core(shown: str) -> tuple[str, ...]:
    keys = word_keys(shown)
    core = tuple(k for k in keys if k not in _NO_CORE)
    return core or keys


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield all that stands together in these words, themselves too."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield words[start:end]


_GROUPED = {Label.ORG_INSTANCE: _instance_keys, Label.ADDRESS: _address_keys}
