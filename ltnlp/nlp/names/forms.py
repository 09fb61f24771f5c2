"""The forms in which a known person, place or instance is named again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ltnlp.domain.mentions import Candidate, Label, RosterEntry, Shape
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.words import word_keys
from ltnlp.nlp.names import borne
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, NOT_NAME, Lexicon

SHORTEST_TYPO = 5
_SHORTEST_PET = 3
_LONGEST_CUT = 4
_LISTED = "gazetteer"
_THINGS = frozenset({Label.ORG_INSTANCE, Label.LOCATION})
_LIKELY, _LIKELY_PHRASE = 0.7, 0.5
_ARTICLES = frozenset({"de", "het", "'t", "den"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which a known name is written, as folded tokens."""

    phrase: tuple[str, ...]
    label: Label
    shape: Shape | None = None
    entity: str | None = None
    kind: str | None = None
    letters: str = ""
    cautious: bool = False


def roster_forms(roster: Sequence[RosterEntry], lexicon: Lexicon) -> Iterator[Form]:
    """Yield the forms of everything that the facilitator typed."""
    for number, entry in enumerate(roster):
        entity = f"roster:{number}"
        parts = parse(entry.name, Shape.FULL)
        yield from person_forms(parts, entity)
        yield from _short_forms(parts, entity, lexicon)
        for alias in entry.aliases:
            keys = word_keys(alias)
            yield Form(
                phrase=keys, label=Label.PERSON, shape=alias_shape(alias), entity=entity
            )
        if entry.organisation:
            yield from instance_forms(entry.organisation, lexicon)


def _short_forms(parts: NameParts, entity: str, lexicon: Lexicon) -> Iterator[Form]:
    """Yield the first letters of a typed given name, where they are no word or name."""
    for given in parts.given[:1]:
        for length in (2, 3, 4):
            short = given[:length]
            unknown = not (lexicon.flag(short) or lexicon.vocabulary.ordinary(short))
            if unknown and len(given) > length + 1:
                yield Form(
                    phrase=(short,),
                    label=Label.PERSON,
                    shape=Shape.GIVEN,
                    entity=entity,
                )


def alias_shape(alias: str) -> Shape:
    """Return the shape of an alias: one word is a given or nickname."""
    return Shape.FULL if " " in alias.strip() else Shape.GIVEN


def person_forms(parts: NameParts, entity: str | None = None) -> Iterator[Form]:
    """Yield the ways in which a person with this name is named."""

    def form(words: str, shape: Shape) -> Form:
        # Folded words of letters alone are their own tokens: cutting them is half the time.
        alone = words.replace(" ", "").isalpha()
        phrase = tuple(words.split() if alone else word_keys(words))
        return Form(phrase=phrase, label=Label.PERSON, shape=shape, entity=entity)

    for given in parts.given:
        if len(given) > 1:
            yield form(given, Shape.GIVEN)
    for number, surname in enumerate(parts.surnames):
        spaced = surname.replace("-", " ") if not number else surname
        for family in dict.fromkeys((surname, spaced)):
            named = f"{parts.interfix} {family}".strip()
            yield form(named, Shape.SURNAME)
            if parts.given:
                yield form(f"{' '.join(parts.given)} {named}", Shape.FULL)
                yield form(f"{parts.given[0]} {named}", Shape.FULL)
    if parts.interfix and len(parts.surname) > 3:
        yield replace(form(parts.surname, Shape.SURNAME), cautious=True)
    for letters in parts.letters():
        yield Form(
            phrase=(),
            label=Label.PERSON,
            shape=Shape.INITIALS,
            entity=entity,
            letters=letters,
        )


def instance_forms(
    name: str, lexicon: Lexicon, kind: str | None = None
) -> Iterator[Form]:
    """Yield the ways in which a named organisation or place is named again."""
    keys = word_keys(name)
    forms = lexicon.organisations
    core = list(keys)
    while len(core) > 1 and (
        core[0] in forms["before"]
        or core[0] in forms["before_whole"]
        or core[0] == "vo"
        or core[0] == "po"
    ):
        kind = (
            kind
            or forms["before"].get(core[0])
            or forms["before_whole"].get(core[0])
            or None
        )
        core = core[1:]
    while len(core) > 1 and (
        core[-1] in forms["behind"] or core[-1] in {"jeugd-ggz", "ggz"}
    ):
        kind = kind or forms["behind"].get(core[-1]) or None
        core = core[:-1]
    bare = (
        core[1:] if len(core) > 1 and core[0] in {"de", "het", "'t", "t", "'"} else core
    )
    if len(bare) > 1 and bare[0] == "t":
        bare = bare[1:]
    if all(lexicon.flag(k) & NOT_NAME or k in forms["before"] for k in bare):
        return
    phrases = (keys, tuple(core), tuple(bare))
    for phrase in dict.fromkeys((*phrases, *_of_saints(keys))):
        if phrase and not all(lexicon.flag(k) & CLOSED for k in phrase):
            yield Form(
                phrase=phrase,
                label=Label.ORG_INSTANCE,
                kind=kind,
                cautious=len(phrase) == 1 and lexicon.vocabulary.ordinary(phrase[0]),
            )


_SAINTS: tuple[tuple[str, ...], ...] = (("sint",), ("st", "."), ("st",), ("sinte",))


def _of_saints(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a name with its saint written in full and cut down: "St. Jozef"."""
    for at, key in enumerate(keys):
        behind = tuple(keys[at + 1 :])
        if (key,) in _SAINTS and behind:
            named = behind[1:] if behind[0] == "." else behind
            yield from ((*saint, *named) for saint in _SAINTS if named)
            return


def learned_forms(
    found: Iterable[tuple[Candidate, str]], lexicon: Lexicon
) -> list[Form]:
    """Return the forms of what the first pass found, with the words it found.

    A capital alone does not make a person of what is a place or an instance
    elsewhere in the review, nor do surroundings make a place of who is named in full.
    """
    pairs = list({_as_learned(c, shown): (c, shown) for c, shown in found}.values())
    called = {phrase for pair in pairs for phrase in _parts_of_full(*pair)}
    things = [
        form
        for candidate, shown in pairs
        for form in _learned_thing(candidate, shown, lexicon)
        if candidate.reason == _LISTED or form.phrase not in called
    ]
    named = {form.phrase for form in things}
    people = [
        form
        for candidate, shown in pairs
        if candidate.label is Label.PERSON and candidate.shape is not Shape.INITIALS
        for form in _learned_person(candidate, shown, lexicon)
        if candidate.reason != "capital" or form.phrase not in named
    ]
    return [*things, *people]


def repeated_forms(
    found: Iterable[tuple[Candidate, str]], lexicon: Lexicon
) -> Iterator[Form]:
    """Yield the forms of things that capitals made likely, and likely more than once."""
    told: dict[tuple[Label, tuple[str, ...]], float] = defaultdict(float)
    for candidate, shown in found:
        if candidate.needs_review and candidate.label in _THINGS:
            told[candidate.label, word_keys(shown)] += candidate.score
    for (label, phrase), likely in told.items():
        long = len(phrase) > 1 + (phrase[0] in _ARTICLES)
        if likely > (_LIKELY_PHRASE if long else _LIKELY):
            word = len(phrase) == 1 and lexicon.vocabulary.ordinary(phrase[0])
            yield Form(phrase=phrase, label=label, cautious=word)


def _parts_of_full(candidate: Candidate, shown: str) -> Iterator[tuple[str, ...]]:
    """Yield the names of a person who stands in full somewhere, each by itself."""
    full = candidate.label is Label.PERSON and candidate.shape is Shape.FULL
    if full and candidate.reason != "capital":
        parts = parse(shown, candidate.shape)
        yield from ((given,) for given in parts.given)
        for surname in parts.surnames:
            yield tuple(f"{parts.interfix} {surname}".split())
            yield (surname,)


def _as_learned(candidate: Candidate, shown: str) -> tuple[object, ...]:
    """Return all that decides what is learned, so that each name is learned once."""
    return (
        candidate.label,
        shown,
        candidate.shape,
        candidate.entity,
        candidate.organisation_kind,
        candidate.needs_review,
        candidate.reason == "capital",
        candidate.reason == _LISTED,
    )


def _cut_forms(
    candidate: Candidate, parts: NameParts, lexicon: Lexicon
) -> Iterator[Form]:
    """Yield what a given name is cut down to where it is no word: "jen", "vik"."""
    for given in parts.given[:1]:
        for length in range(_SHORTEST_PET, _LONGEST_CUT + 1):
            short = given[:length]
            known = lexicon.flag(short) or lexicon.vocabulary.ordinary(short)
            if len(given) > length + 1 and not known and _is_spoken(short):
                yield Form(
                    phrase=(short,),
                    label=Label.PERSON,
                    shape=Shape.GIVEN,
                    entity=candidate.entity,
                )


def _is_spoken(short: str) -> bool:
    """Tell whether letters can be said as a name: a vowel, and an end that closes it."""
    vowel = any(letter in _VOWELS for letter in short)
    return vowel and short.isalpha() and short.upper() not in _SHORT_TITLES


_VOWELS = frozenset("aeiouy")
_SHORT_TITLES = frozenset(
    {"MEV", "MEVR", "DHR", "GEB", "TEL", "JAN", "FEB", "MAA", "APR"}
)


def _pet_forms(
    candidate: Candidate, parts: NameParts, lexicon: Lexicon
) -> Iterator[Form]:
    """Yield the diminutives of a given name that a gazetteer knows: "Roosje"."""
    if not candidate.listed:
        return
    yield from _cut_forms(candidate, parts, lexicon)
    for given in parts.given[:1]:
        for ending in ("je", "tje") if len(given) >= _SHORTEST_PET else ():
            yield Form(
                phrase=(given + ending,),
                label=Label.PERSON,
                shape=Shape.GIVEN,
                entity=candidate.entity,
            )


def _learned_thing(
    candidate: Candidate, shown: str, lexicon: Lexicon
) -> Iterator[Form]:
    if candidate.label is Label.ORG_INSTANCE and not candidate.needs_review:
        yield from instance_forms(shown, lexicon, candidate.organisation_kind)
        if " & " in shown:
            said = shown.replace(" & ", " en ")
            yield from instance_forms(said, lexicon, candidate.organisation_kind)
    elif candidate.label is Label.ADDRESS and candidate.found_by == "streets":
        yield from _street_forms(shown, lexicon)
    elif candidate.label is Label.LOCATION:
        keys = word_keys(shown)
        if len(keys) > 1 or not lexicon.vocabulary.inflected(keys[0]):
            word = len(keys) == 1 and lexicon.vocabulary.ordinary(keys[0])
            yield Form(phrase=keys, label=Label.LOCATION, cautious=word)


def _street_forms(shown: str, lexicon: Lexicon) -> Iterator[Form]:
    """Yield a street without its house number, for where another number follows."""
    keys = tuple(takewhile(str.isalpha, word_keys(shown)))
    numbered = any(map(str.isdigit, shown))
    sure = len(keys) > 1 or (keys and not lexicon.flag(keys[0]))
    if numbered and sure and len("".join(keys)) > SHORTEST_TYPO:
        word = len(keys) == 1 and lexicon.vocabulary.ordinary(keys[0])
        yield Form(phrase=keys, label=Label.ADDRESS, cautious=word)


def _learned_person(
    candidate: Candidate, shown: str, lexicon: Lexicon
) -> Iterator[Form]:
    parts = parse(shown, candidate.shape)
    for form in (
        *person_forms(parts, candidate.entity),
        *_pet_forms(candidate, parts, lexicon),
    ):
        single = len(form.phrase) == 1
        word = single and lexicon.vocabulary.ordinary(form.phrase[0])
        known = single and bool(lexicon.flag(form.phrase[0]) & GIVEN)
        known = known or (single and form.phrase[0] in borne.NEW)
        unsure = (word and not known) or (
            candidate.needs_review
            and (word or len("".join(form.phrase)) < SHORTEST_TYPO)
        )
        if single and len(form.phrase[0]) < 3 and not known:
            continue
        careful = unsure and not form.cautious
        yield replace(form, cautious=True) if careful else form
