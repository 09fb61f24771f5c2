"""The types of interaction and their words, as `models/interactions.yaml` says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ltnlp.domain.interactions import InteractionClass
from ltnlp.nlp.resources import load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionType:
    """A finer type: what it falls under and where its parties stand in a clause.

    Attributes:
        rank: place in the file; the lowest wins within a clause.
        to: prepositions or "obj", "subj": where the receiver stands.
        sources: prepositions before the giver beside the subject.
        back: the subject receives.
        colon: a noun that says it only where a colon follows.
        family: contact that counts as consultation when it is with a family.
        explicit: read only where the clause names both parties.
        heard: a family that says it says it to who tells it.
        generic: any other type in the clause says more ("belde voor advies").
        expects: the type that should come back, within `within_days`.
    """

    id: str
    rank: int
    interaction_class: InteractionClass
    flow: str
    to: tuple[str, ...]
    sources: tuple[str, ...]
    refused: tuple[str, ...]
    fixed: Mapping[str, str]
    by: tuple[str, ...] = ()
    back: bool = False
    mutual: bool = False
    intransitive: bool = False
    family: bool = False
    explicit: bool = False
    heard: bool = False
    generic: bool = False
    same_kind: bool = False
    named: str = "from"
    only_with: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    turned: str | None = None
    internal: bool = False
    answers: bool = False
    colon: bool = False
    becomes: Mapping[str, str] = field(default_factory=dict)
    realised: str | None = None
    expects: str | None = None
    within_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """A form of a verb: `lemma` is "melden" or, separable, "aan+melden"."""

    lemma: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A verb and the words of which one must stand in the same clause.

    A word with a star before it may be the end of a longer one.
    """

    type: str
    companions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything a reader looks up."""

    types: Mapping[str, InteractionType]
    forms: Mapping[str, tuple[VerbForm, ...]]
    separable: frozenset[str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    particles: frozenset[str]
    grammar: Mapping[str, frozenset[str]]
    failed: re.Pattern[str]
    said: re.Pattern[str]
    counterfactual: re.Pattern[str]
    unreal: re.Pattern[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    data = load_yaml("interactions.yaml")
    types = {
        entry["id"]: _type(rank, entry) for rank, entry in enumerate(data["types"])
    }
    phrases = _phrases(data["types"])
    separable = frozenset(lemma for lemma in phrases if "+" in lemma)
    return Lexicon(
        types=types,
        forms=_forms(data["verbs"], separable),
        separable=separable,
        phrases=phrases,
        nouns=_nouns(data["types"]),
        particles=frozenset(lemma.split("+")[0] for lemma in separable)
        | frozenset({"weg", "neer", "rond", "mee", "tegen", "plaats"}),
        grammar={
            name: frozenset(listed)
            for name, listed in data["grammar"].items()
            if isinstance(listed, list)
        },
        failed=re.compile("|".join(data["failed"])),
        said=re.compile(data["grammar"]["said_colon"]),
        counterfactual=re.compile(data["grammar"]["counterfactual"]),
        unreal=re.compile(data["grammar"]["unreal"]),
    )


def _type(rank: int, entry: Mapping[str, Any]) -> InteractionType:
    flags = (
        "back",
        "colon",
        "mutual",
        "intransitive",
        "family",
        "explicit",
        "heard",
        "generic",
        "same_kind",
        "internal",
        "answers",
    )
    return InteractionType(
        id=entry["id"],
        rank=rank,
        interaction_class=InteractionClass(entry["class"]),
        flow=entry["flow"],
        to=tuple(entry.get("to", ())),
        sources=tuple(entry.get("from", ())),
        refused=tuple(entry.get("not", ())),
        fixed=entry.get("fixed", {}),
        by=tuple(entry.get("by", ())),
        named=entry.get("named", "from"),
        only_with=tuple(entry.get("only_with", ())),
        not_with=tuple(entry.get("not_with", ())),
        usual=tuple(entry.get("usual", ())),
        turned=entry.get("turned"),
        becomes=entry.get("becomes", {}),
        realised=entry.get("realised"),
        expects=entry.get("expects"),
        within_days=entry.get("within_days"),
        **{flag: bool(entry.get(flag)) for flag in flags},
    )


def _phrases(entries: list[dict[str, Any]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for entry in entries:
        for verb in entry.get("verbs", ()):
            found.setdefault(verb, []).append(Phrase(type=entry["id"], companions=()))
        for phrase in entry.get("phrases", ()):
            made = Phrase(type=entry["id"], companions=tuple(phrase["with"]))
            found.setdefault(phrase["verb"], []).append(made)
    return {verb: tuple(phrases) for verb, phrases in found.items()}


def _nouns(
    entries: list[dict[str, Any]],
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries:
        for noun in entry.get("nouns", ()):
            parts = tuple(noun.lower().split())
            found.setdefault(parts[0], []).append((parts, entry["id"]))
    return {
        first: tuple(sorted(options, key=lambda option: -len(option[0])))
        for first, options in found.items()
    }


def _forms(
    verbs: Mapping[str, str], separable: frozenset[str]
) -> dict[str, tuple[VerbForm, ...]]:
    found: dict[str, list[VerbForm]] = {}
    for lemma, parts in verbs.items():
        for form, kind in _paradigm(lemma, parts):
            found.setdefault(form, []).append(VerbForm(lemma=lemma, kind=kind))
    for lemma in separable:
        particle, base = lemma.split("+")
        for form, kind in _paradigm(base, verbs[base]):
            joined = VerbForm(lemma=lemma, kind=kind)
            found.setdefault(particle + form, []).append(joined)
    return {form: tuple(dict.fromkeys(options)) for form, options in found.items()}


def _paradigm(lemma: str, parts: str) -> list[tuple[str, str]]:
    present, present_t, past, past_plural, participle = parts.split()
    finite = {present, present_t, past, past_plural} - {participle}
    return [
        *((form, "finite") for form in sorted(finite)),
        (lemma, "infinitive"),
        (participle, "participle"),
    ]
