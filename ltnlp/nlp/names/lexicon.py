"""What is known of words that can be part of a name, one look-up a word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import punctuation
from typing import Any, TypeVar

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.words import word_keys
from ltnlp.nlp.names.vocabulary import Vocabulary, acting_forms, verb_forms
from ltnlp.nlp.resources import load_yaml, models_folder

GIVEN, SURNAME, WORD, CLOSED, PLACE, TITLE = 1, 2, 4, 8, 16, 32
KIN, INTERFIX, NOT_NAME, ROLE, VERB, STARTS_PLACE = 64, 128, 256, 512, 1024, 2048
STARTS_INSTANCE, STARTS_SURNAME, STARTS_ROLE, FIELD = 4096, 8192, 16384, 32768
RARE = 65536
"""A word that only the long list of words has: who is typed so is meant by it."""
THING = 131072
"""A medicine, a bacterium or an illness: it names nobody, whatever stands before it."""
NAME = GIVEN | SURNAME
COMMON = "words/common.txt"
"""Words that are nothing but words: many, so they are kept folded."""

Phrase = tuple[str, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function title or kinship word: its base form, kind of organisation, gender."""

    base: str
    kind: str | None
    gender: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The gazetteers and context words, folded.

    `flags` says of a single token what it may be; `phrases` holds what goes on over
    several tokens under its first token, longest first; `cased` are the instances whose
    names are common words; `instance_words` are the first words of what stands before or
    behind the name of an instance.
    """

    flags: Mapping[str, int]
    vocabulary: Vocabulary
    places: Mapping[str, tuple[Phrase, ...]]
    surnames: frozenset[Phrase]
    instances: Mapping[str, tuple[tuple[Phrase, str], ...]]
    cased: frozenset[Phrase]
    roles: Mapping[str, tuple[tuple[Phrase, Role], ...]]
    contexts: Mapping[str, Any]
    organisations: Mapping[str, Any]
    not_names: frozenset[str]
    abbreviations: frozenset[str]
    instance_words: frozenset[str]
    role_heads: tuple[str, ...]

    def listed(self, name: str) -> frozenset[str]:
        """Return a list of the contexts file, folded."""
        return _listed(name)

    def flag(self, key: str) -> int:
        """Return what a folded token may be; of a hyphened one its parts decide.

        A compound that ends as a function title does is one ("groepswerker").
        """
        found = self.flags.get(key, 0)
        if not found and key.endswith(self.role_heads):
            return ROLE
        if found or "-" not in key:
            return found
        parts = [self.flags.get(part, 0) for part in key.split("-") if part]
        if parts and parts[-1] & ROLE:
            return ROLE
        names = [p & NAME for p in parts]
        return (names[0] | names[-1]) if names and all(names) else 0


@lru_cache(maxsize=64)
def _listed(name: str) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load_yaml("names/contexts.yaml")[name])


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read from `models/names` once per process."""
    contexts = load_yaml("names/contexts.yaml")
    organisations = load_yaml("names/organisations.yaml")
    given = {fold(w) for w in _words("given")}
    surnames = [word_keys(n) for n in _phrases("surnames")]
    places = [word_keys(p) for p in _phrases("places")]
    roles = _roles(contexts)
    closed, words, parts = _vocabulary()
    places.extend(_otherwise_joined(places))
    flags = _Flags()
    flags.add(GIVEN, given)
    flags.add(SURNAME, (s[-1] for s in surnames if len(s[-1]) > 1))
    flags.add(WORD, words)
    flags.add(CLOSED, closed)
    things = [fold(word) for word in _lines("words/medicines.txt")]
    flags.add(THING | WORD, things)
    flags.add(FIELD, map(fold, _lines("words/field.txt")))
    flags.add(PLACE, (p[0] for p in places if len(p) == 1))
    flags.add(STARTS_PLACE, (p[0] for p in places if len(p) > 1))
    flags.add(STARTS_SURNAME, (s[0] for s in surnames if len(s) > 1))
    flags.add(INTERFIX, map(fold, contexts["interfixes"]))
    titles = (*contexts["titles"], *contexts["titles_f"], *contexts["titles_m"])
    flags.add(TITLE, map(fold, titles))
    flags.add(VERB | WORD, map(fold, contexts["person_verbs"]))
    flags.add(VERB, acting_forms(map(fold, _lines("words/verbs.txt"))))
    for phrase, role in roles:
        flags.add(STARTS_ROLE, [phrase[0]])
        if len(phrase) == 1:
            flags.add(KIN if role.gender else ROLE, [phrase[0]])
    listed, cased = map(list, map(_instances, ("listed", "cased")))
    instances = listed + cased
    flags.add(STARTS_INSTANCE, (p[0] for p, _ in instances))
    not_names = frozenset(_lines("not_names.txt"))
    flags.add(0, punctuation)
    flags.set_apart(
        (*things, *(fold(w) for w in not_names if len(w) > 2 or w.isupper())),
        map(fold, _lines("words/names_first.txt")),
    )
    common = frozenset(_lines(COMMON))
    return Lexicon(
        flags=flags.beside(common),
        vocabulary=Vocabulary(words, parts=parts, common=common),
        places=_by_first(p for p in places if len(p) > 1),
        surnames=frozenset(s for s in surnames if len(s) > 1),
        instances=_pairs_by_first(instances),
        cased=frozenset(phrase for phrase, _ in cased),
        roles=_pairs_by_first(roles),
        contexts=contexts,
        organisations=organisations,
        not_names=not_names,
        role_heads=tuple(map(fold, contexts["role_heads"])),
        abbreviations=frozenset(_lines("abbreviations.txt")),
        instance_words=frozenset(
            form.partition(" ")[0]
            for place in ("before", "before_whole", "behind")
            for form in organisations[place]
        ),
    )


class _Flags:
    def __init__(self) -> None:
        self.found: dict[str, int] = {}

    def add(self, flag: int, keys: Iterable[str]) -> None:
        for key in keys:
            self.found[key] = self.found.get(key, 0) | flag

    def beside(self, common: frozenset[str]) -> dict[str, int]:
        """Return the flags, with those of words that are nothing but words."""
        more = {key: self.found[key] | WORD for key in common & self.found.keys()}
        return dict.fromkeys(common, WORD | RARE) | self.found | more

    def set_apart(self, not_names: Iterable[str], both: Iterable[str]) -> None:
        """Take the names from words that name nobody, interfixes and function titles."""
        kept = frozenset(both)
        for key in not_names:
            self.found[key] = self.found.get(key, 0) | NOT_NAME
        for key, flag in self.found.items():
            if key in kept:
                self.found[key] = flag & ~NOT_NAME
            elif flag & (NOT_NAME | ROLE | KIN):
                self.found[key] = flag & ~NAME
            elif flag & INTERFIX:
                self.found[key] = flag & ~(NAME if flag & CLOSED else GIVEN)


_ARTICLES = word_set("de het een den 't t 's s")


def _otherwise_joined(places: Iterable[Phrase]) -> list[Phrase]:
    """Return places of two words with the hyphen that people leave out, or put in."""
    found: list[Phrase] = []
    for place in places:
        parts = place[0].split("-") if len(place) == 1 else list(place)
        if len(parts) != 2 or not all(parts) or parts[0] in _ARTICLES:
            continue
        found.append(tuple(parts) if len(place) == 1 else ("-".join(parts),))
    return found


def _by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {key: tuple(value) for key, value in found.items()}


def _pairs_by_first(
    pairs: Iterable[tuple[Phrase, T]],
) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    found: dict[str, list[tuple[Phrase, T]]] = {}
    for phrase, value in sorted(pairs, key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], []).append((phrase, value))
    return {key: tuple(value) for key, value in found.items()}


def _vocabulary() -> tuple[set[str], set[str], set[str]]:
    """Return the closed words, all words, and those that compounds are made of."""
    first = {fold(w) for w in _lines("words/names_first.txt")}
    closed = {fold(w) for w in _lines("words/closed.txt")} - first
    verbs = {f for v in _lines("words/verbs.txt") for f in verb_forms(fold(v))}
    nouns = {fold(w) for w in _lines("words/nouns.txt")}
    others = {
        fold(w)
        for name in ("field", "daily", "both", "english")
        for w in _lines(f"words/{name}.txt")
    }
    words = (closed | nouns | others | verbs) - first
    return closed, words, (nouns | verbs) - closed - first


def _roles(contexts: Mapping[str, Any]) -> list[tuple[Phrase, Role]]:
    found: list[tuple[Phrase, Role]] = []
    for gender, forms in contexts["kinship"].items():
        for form, base in forms.items():
            sex = "" if gender == "n" else gender
            kind = "gezin" if base in _FAMILY else "familie_netwerk"
            found.append(
                (word_keys(form), Role(base=base, kind=kind, gender=sex or "n"))
            )
    for kind, bases in load_yaml("names/roles.yaml").items():
        for base, forms in bases.items():
            for form in forms:
                found.extend(_with_plurals(form, base, kind or None))
    return found


_FAMILY = word_set(
    "moeder vader stiefmoeder stiefvader pleegmoeder pleegvader ouder pleegouder zus "
    "zusje broer broertje dochter zoon kind baby jeugdige pleegkind"
)


_SHORTEST_NOUN = 4
"""Shorter forms are abbreviations: of "ha" there is no plural "han"."""


def _with_plurals(
    form: str, base: str, kind: str | None
) -> Iterator[tuple[Phrase, Role]]:
    yield word_keys(form), Role(base=base, kind=kind)
    head = form.split(" ")[0] if " van " in form else form
    for ending in ("s", "en", "n", "ren") if len(head) >= _SHORTEST_NOUN else ("s",):
        plural = form.replace(head, head + ending, 1)
        yield word_keys(plural), Role(base=base, kind=kind, plural=True)
    if head.endswith("aar"):
        yield word_keys(head[:-3] + "aren"), Role(base=base, kind=kind, plural=True)
    if head.endswith("oog"):
        yield word_keys(head[:-3] + "ogen"), Role(base=base, kind=kind, plural=True)


def _instances(part: str) -> Iterator[tuple[Phrase, str]]:
    for kind, names in load_yaml("names/instances.yaml")[part].items():
        for name in names:
            yield word_keys(name), kind


def _words(folder: str) -> Iterator[str]:
    for path in sorted((models_folder() / "names" / folder).glob("*.txt")):
        yield from _lines(f"{folder}/{path.name}")


def _phrases(folder: str) -> Iterator[str]:
    for path in sorted((models_folder() / "names" / folder).glob("*.txt")):
        yield from _read_list(f"{folder}/{path.name}")


def _lines(relative: str) -> Iterator[str]:
    for line in _text(relative):
        yield from line.split()


def _read_list(relative: str) -> Iterator[str]:
    for line in _text(relative):
        yield from (part.strip() for part in line.split(",") if part.strip())


def _text(relative: str) -> Iterator[str]:
    path = models_folder() / "names" / relative
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
