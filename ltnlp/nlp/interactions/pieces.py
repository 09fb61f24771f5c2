"""The stretches of a text that can tell one act each, and who is named in it."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ltnlp.domain.interactions import ClauseInteraction
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.spans import Span
from ltnlp.nlp.interactions.lexicon import lexicon
from ltnlp.nlp.interactions.words import Word, words
from ltnlp.nlp.realisation import undone
from ltnlp.nlp.sentences import clauses

_UNKNOWN = "?"
_NEAR = 12
_FINITE = "finite"
_PARTICIPLE = "participle"
_TELLING = frozenset(
    {
        "horen",
        "vertellen",
        "laten",
        "vernemen",
        "zeggen",
        "melden",
        "begrijpen",
    }
)
_POINTING = frozenset(
    {"die", "dat", "dit", "daar", "toen", "daarna", "ik", "wij", "we", "hij", "zij"}
)


def without_unknown(one: ClauseInteraction) -> ClauseInteraction:
    """Return it without parties that are persons of an unknown kind."""
    giver = None if one.giver == _UNKNOWN else one.giver
    receiver = None if one.receiver == _UNKNOWN else one.receiver
    return replace(one, giver=giver, receiver=receiver)


def with_actors(
    organisations: Sequence[OrganisationMention], actors: Sequence[Actor]
) -> list[OrganisationMention]:
    """Return who is named in a text, in order; a pseudonym's kind goes first.

    A person whose kind nobody knows takes part as well, so that nobody else is taken
    for the one who acts.
    """
    known = {actor.span: actor.organisation_kind for actor in actors}
    mentions = [
        OrganisationMention(
            passage=m.passage, span=m.span, kind=known.get(m.span) or m.kind
        )
        for m in organisations
    ]
    spans = {mention.span for mention in mentions}
    mentions += [
        OrganisationMention(
            passage=a.passage, span=a.span, kind=a.organisation_kind or _UNKNOWN
        )
        for a in actors
        if a.span not in spans and (a.organisation_kind or a.label is Label.PERSON)
    ]
    return sorted(mentions, key=lambda mention: mention.span)


def pieces(text: str) -> Iterator[Span]:
    """Return clauses, cut again where a new act begins in the same breath.

    "en" or "maar" before a finite verb begins one, and in notes a comma between two
    stretches that each have a verb ("melding gedaan, huisarts gebeld").
    """
    forms = lexicon().forms
    for clause in clauses(text):
        found = words(text, clause.start, clause.end)
        verbal = [bool(forms.get(word.lower)) for word in found]
        begin, first = clause.start, 0
        for at in range(2, len(found) - 1):
            options = forms.get(found[at + 1].lower, ())
            finite = any(option.kind == _FINITE for option in options)
            joins = found[at].lower in {"en", "maar"} and (
                finite or _points_back(found, at + 1) or _goes_on(found, at)
            )
            noted = _names_act(found, at + 1) and any(
                _names_act(found, earlier) for earlier in range(first, at)
            )
            apart = found[at].lower == "," and (noted or _each(verbal, first, at))
            without = any(verbal[first:at]) and left_undone(found[at:])
            failed = found[at].lower == "," and undone(
                text[found[at + 1].start : clause.end]
            )
            told = found[at].lower == "dat" and _tells_what(found[first:at], found[at:])
            if joins or apart or without or failed or told:
                yield Span(start=begin, end=found[at - 1].end)
                begin = found[at + (apart or failed)].start
                first = at + 1
        yield Span(start=begin, end=clause.end)


def left_undone(found: Sequence[Word]) -> bool:
    """Tell whether an act that was left undone is told: "zonder de school te bellen"."""
    if len(found) < 3 or found[0].lower != "zonder":
        return False
    if found[1].lower == "dat":
        return True
    forms = lexicon().forms
    return any(
        word.lower == "te" and bool(forms.get(following.lower))
        for word, following in itertools.pairwise(found[1:_NEAR])
    )


def _tells_what(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Tell whether what was done stands behind who told it ("hoorde dat ze belden")."""
    forms = lexicon().forms
    tells = {option.lemma for word in before for option in forms.get(word.lower, ())}
    return not tells.isdisjoint(_TELLING) and any(map(_is_participle, after))


def _goes_on(found: Sequence[Word], at: int) -> bool:
    """Tell whether two participles share "hebben" ("gebeld en het dossier gesloten")."""
    before, after = found[at - 1], found[at + 1 :]
    if lexicon().grammar["have"].isdisjoint(word.lower for word in found[:at]):
        return False
    ends = next((one for one in reversed(after) if not one.is_mark), before)
    return (
        len(after) > 2
        and all(map(_is_participle, (before, ends)))
        and not _is_participle(after[0])
    )


def _names_act(found: Sequence[Word], at: int) -> bool:
    """Tell whether a noun for an act begins here."""
    return any(
        tuple(word.lower for word in found[at : at + len(parts)]) == parts
        for parts, _ in lexicon().nouns.get(found[at].lower, ())
    )


def _is_participle(word: Word) -> bool:
    options = lexicon().forms.get(word.lower, ())
    return any(option.kind == _PARTICIPLE for option in options)


def _points_back(found: Sequence[Word], at: int) -> bool:
    """Tell whether a new main clause begins ("… en die heb ik gestuurd")."""
    if at + 1 >= len(found) or found[at].lower not in _POINTING:
        return False
    known = lexicon()
    follows = found[at + 1].lower
    helps = known.grammar["have"] | known.grammar["be"] | known.grammar["become"]
    options = known.forms.get(follows, ())
    return follows in helps or any(option.kind == _FINITE for option in options)


def _each(verbal: Sequence[bool], first: int, at: int) -> bool:
    """Tell whether both sides of a comma have a verb of their own."""
    return any(verbal[first:at]) and any(verbal[at + 1 : at + 9])
