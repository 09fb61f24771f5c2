"""Which words of a clause say that an interaction took place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ltnlp.nlp.interactions.lexicon import InteractionType, Lexicon, VerbForm, lexicon
from ltnlp.nlp.interactions.words import Word

_AFTER_PARTICLE = frozenset(
    [
        "bij",
        "voor",
        "naar",
        "met",
        "op",
        "aan",
        "in",
        "van",
        "door",
        "tot",
        "over",
        "omdat",
        "om",
        "dat",
        "en",
        "of",
        "maar",
        "want",
        "te",
        "via",
        "toen",
        "als",
        "die",
        "zodat",
        "waarna",
        "tijdens",
        "na",
        "vanwege",
        "wegens",
        "per",
        "richting",
        "zonder",
    ]
)
_FARTHEST_PARTICLE = 16
_ASKING = frozenset({"vragen", "smeken", "verzoeken", "bellen", "mailen", "aan+raden"})
_TELLING = frozenset({"laten", "vertellen", "informeren", "in+lichten", "mee+delen"})
# Behind these words stands what those verbs ask or tell, and not what is done.
_CONTENT = {"om": _ASKING, "of": _ASKING, "dat": _TELLING}
_COMPOUND = r"[^\W_]*"
"""What may stand before a word that is written with a star: "*brief", "ontslagbrief"."""
_DENYING = frozenset({"niet", "geen", "niemand", "nooit"})
_GOT = frozenset({"gehad", "gekregen"})
_OFTEN_PARTICLE = frozenset({"af", "op", "uit", "aan", "in", "mee", "weg", "toe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that say it: the type, where (index of the word), and how.

    `form` is finite, infinitive, participle or noun. `denies` when "niet" or "geen"
    belongs to the words themselves ("gaf geen toestemming"). `occasion` when it only
    tells when something else was ("na het overleg").
    """

    type: InteractionType
    at: int
    form: str
    lemma: str = ""
    denies: bool = False
    occasion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verb:
    lemma: str
    form: str
    at: int


def triggers(clause: Sequence[Word], text: str) -> tuple[Trigger, ...]:
    """Return what a clause says, the most telling type first.

    Args:
        clause: the words of the clause.
        text: the same clause as one lower-case string.
    """
    known = lexicon()
    told = tuple(_verbs(clause, known))
    found = [*_verbal(told, text, known), *_nominal(clause, known)]
    if not found:
        return ()
    kept = [t for t in found if not _says(text, t.type.refused)]
    kept = [t for t in kept if not t.type.colon or ":" in text]
    colon = next((at for at, word in enumerate(clause) if word.lower == ":"), None)
    quoted = known.said.search(text) is not None
    if colon is not None and not quoted and any(t.at < colon for t in kept):
        kept = [t for t in kept if t.at < colon]
    if not known.grammar["regards"].isdisjoint(verb.lemma for verb in told):
        kept = _without_looked_at(clause, kept, known)
    return tuple(sorted(_without_complements(clause, kept), key=_telling))


def _without_complements(
    clause: Sequence[Word], found: Sequence[Trigger]
) -> list[Trigger]:
    """Leave out what was asked or told, where the asking or telling is read as well.

    "Ik vroeg de voogd om hulp in te zetten": the asking happened.
    """
    said = [
        at
        for at, word in enumerate(clause)
        for one in found
        if one.at < at and one.lemma in _CONTENT.get(word.lower, ())
    ]
    return [one for one in found if not any(at < one.at for at in said)]


def _without_looked_at(
    clause: Sequence[Word], found: Sequence[Trigger], known: Lexicon
) -> list[Trigger]:
    """Leave out nouns for what is only looked at ("bespraken de melding")."""
    definite = known.grammar["definite"]
    return [
        one
        for one in found
        if one.form != "noun" or one.at == 0 or clause[one.at - 1].lower not in definite
    ]


def _telling(trigger: Trigger) -> tuple[bool, bool, int, int]:
    noun = trigger.form == "noun"
    late = trigger.type.generic or trigger.occasion
    return late, noun, trigger.type.rank, trigger.at


def verbs(clause: Sequence[Word]) -> tuple[_Verb, ...]:
    """Return the known verbs of a clause, separable ones made whole."""
    return tuple(_verbs(clause, lexicon()))


def _verbs(clause: Sequence[Word], known: Lexicon) -> Iterator[_Verb]:
    for at, word in enumerate(clause):
        after_determiner = (
            at > 0 and clause[at - 1].lower in known.grammar["determiners"]
        )
        for form in known.forms.get(word.lower, ()):
            if after_determiner and _may_be_noun(word.lower, form):
                continue
            if form.kind == "finite" and _is_had(clause, at, known):
                continue
            if "+" in form.lemma:
                yield _Verb(lemma=form.lemma, form=form.kind, at=at)
                continue
            lemma = _made_whole(clause, at, form.lemma, form.kind, known)
            if lemma is not None:
                yield _Verb(lemma=lemma, form=form.kind, at=at)


def _is_had(clause: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Tell whether a word that is a noun too is what somebody had ("nooit antwoord gehad")."""
    helped = any(word.lower in known.grammar["have"] for word in clause[:at])
    helped = helped or any(word.lower in _GOT for word in clause)
    return helped and clause[at].lower in known.nouns


def _may_be_noun(word: str, form: VerbForm) -> bool:
    """Tell whether a form behind "deze" can be a noun: "aanvraag", not "doorzette"."""
    past = "+" in form.lemma and word.endswith(("te", "de", "ten", "den"))
    return form.kind == "finite" and not past


def _made_whole(
    clause: Sequence[Word], at: int, lemma: str, kind: str, known: Lexicon
) -> str | None:
    """Join a base verb to its particle; None when it is part of an unknown verb."""
    if kind == "participle":
        return lemma
    if kind == "infinitive" and at >= 2 and clause[at - 1].lower == "te":
        joined = f"{clause[at - 2].lower}+{lemma}"
        if joined in known.separable:
            return joined
    foreign = False
    for later in range(at + 1, min(len(clause), at + _FARTHEST_PARTICLE)):
        word = clause[later].lower
        if word in {";", ":", "."}:
            break
        if later + 1 < len(clause) and clause[later + 1].lower == "te":
            continue  # "om hulp in te zetten": it belongs to the infinitive.
        if word in known.particles and _ends_here(clause, later):
            joined = f"{word}+{lemma}"
            if joined in known.separable:
                return joined
            foreign = foreign or word in _OFTEN_PARTICLE
    return None if foreign else lemma


def _ends_here(clause: Sequence[Word], at: int) -> bool:
    """Tell whether a particle stands at the end of its verb's domain."""
    if at + 1 >= len(clause):
        return True
    following = clause[at + 1]
    return following.is_mark or following.lower in _AFTER_PARTICLE


def _verbal(told: Sequence[_Verb], text: str, known: Lexicon) -> Iterator[Trigger]:
    for verb in told:
        for phrase in known.phrases.get(verb.lemma, ()):
            if not phrase.companions or _says(text, phrase.companions):
                yield Trigger(
                    type=known.types[phrase.type],
                    at=verb.at,
                    form=verb.form,
                    lemma=verb.lemma,
                    denies=_says(text, _denying(phrase.companions)),
                )


def _nominal(clause: Sequence[Word], known: Lexicon) -> Iterator[Trigger]:
    for at, word in enumerate(clause):
        for parts, type_id in known.nouns.get(word.lower, ()):
            window = tuple(w.lower for w in clause[at : at + len(parts)])
            if window != parts:
                continue
            before = {w.lower for w in clause[max(0, at - 2) : at]}
            spoken_of = at > 0 and clause[at - 1].lower in known.grammar["spoken_of"]
            if not spoken_of and not before & known.grammar["about"]:
                yield Trigger(
                    type=known.types[type_id],
                    at=at,
                    form="noun",
                    denies=parts[0] in _DENYING,
                    occasion=bool(before & known.grammar["occasion"]),
                )
            break


@lru_cache(maxsize=512)
def _denying(companions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words for words in companions if words.split()[0] in _DENYING)


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    # Most texts hold none of the phrases anywhere: that is told soonest without borders.
    held = any(phrase.removeprefix("*") in text for phrase in phrases)
    return held and _any_of(phrases).search(text) is not None


@lru_cache(maxsize=512)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = (
        _COMPOUND + re.escape(phrase[1:]) if phrase[0] == "*" else re.escape(phrase)
        for phrase in phrases
    )
    return re.compile(r"(?<![^\W_])(?:" + "|".join(words) + ")")
