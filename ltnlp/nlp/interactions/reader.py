"""Reads interactions clause by clause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Expectation,
    InteractionClass,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.spans import Span
from ltnlp.nlp.interactions.arguments import Argument, arguments
from ltnlp.nlp.interactions.lexicon import InteractionType, lexicon
from ltnlp.nlp.interactions.parties import Parties, parties, subject_kind
from ltnlp.nlp.interactions.triggers import Trigger, triggers
from ltnlp.nlp.interactions.words import words
from ltnlp.nlp.realisation import realised, undone
from ltnlp.nlp.sentences import clauses

FAMILY = frozenset({"gezin", "familie_netwerk"})
_SURE = 0.9
_LESS_FOR_A_GUESS = 0.2
_FINITE = "finite"
_ANSWER_WITHIN_DAYS = 42


@dataclass(slots=True)
class _Thread:
    """What a text has told so far: who acted last, and what was planned last."""

    subject: str | None = None
    antecedent: str | None = None
    planned: ClauseInteraction | None = None
    said: ClauseInteraction | None = None


class ClauseInteractionReader:
    """Reads who turned to whom by verbs, nouns, prepositions, voice and pronouns."""

    def expectations(self) -> Mapping[str, Expectation]:
        """Return what should come back, by type of interaction."""
        types = lexicon().types
        return {
            one.id: Expectation(
                type=one.id,
                answer=types[one.expects].interaction_class,
                within_days=one.within_days or _ANSWER_WITHIN_DAYS,
            )
            for one in types.values()
            if one.expects
        }

    def read(
        self,
        text: str,
        *,
        organisations: Sequence[OrganisationMention],
        actors: Sequence[Actor] = (),
        speaker_kind: str | None = None,
    ) -> tuple[ClauseInteraction, ...]:
        """Return the interactions in order of place.

        Args:
            text: released or raw words.
            organisations: kinds named in it, with offsets in `text`.
            actors: pseudonyms in it; their kind goes before what a lexicon says.
            speaker_kind: kind of organisation that "ik" and "wij" stand for.
        """
        mentions = _with_actors(organisations, actors)
        thread = _Thread()
        found: list[ClauseInteraction] = []
        for span in _pieces(text):
            inside = [m for m in mentions if span.contains(m.span)]
            found += _of_clause(text, span, inside, speaker_kind, thread)
        return tuple(found)


def _with_actors(
    organisations: Sequence[OrganisationMention], actors: Sequence[Actor]
) -> list[OrganisationMention]:
    known = {actor.span: actor.organisation_kind for actor in actors}
    mentions = [
        OrganisationMention(
            passage=m.passage, span=m.span, kind=known.get(m.span) or m.kind
        )
        for m in organisations
    ]
    spans = {mention.span for mention in mentions}
    mentions += [
        OrganisationMention(passage=a.passage, span=a.span, kind=a.organisation_kind)
        for a in actors
        if a.organisation_kind and a.span not in spans
    ]
    return sorted(mentions, key=lambda mention: mention.span)


def _pieces(text: str) -> Iterator[Span]:
    """Return clauses, cut again where "en" or "maar" begins a new finite verb."""
    forms = lexicon().forms
    for clause in clauses(text):
        found = words(text, clause.start, clause.end)
        begin = clause.start
        for at in range(2, len(found) - 1):
            options = forms.get(found[at + 1].lower, ())
            joins = found[at].lower in {"en", "maar"}
            if joins and any(option.kind == _FINITE for option in options):
                yield Span(start=begin, end=found[at - 1].end)
                begin = found[at].start
        yield Span(start=begin, end=clause.end)


def _of_clause(
    text: str,
    span: Span,
    mentions: Sequence[OrganisationMention],
    speaker_kind: str | None,
    thread: _Thread,
) -> list[ClauseInteraction]:
    clause = words(text, span.start, span.end)
    lower = span.of(text).lower()
    named = arguments(
        clause, mentions, speaker_kind=speaker_kind, antecedent=thread.antecedent
    )
    found: list[ClauseInteraction] = []
    for trigger in triggers(clause, lower):
        who = parties(
            trigger,
            clause,
            named,
            speaker_kind=speaker_kind,
            inherited=thread.subject,
        )
        found = _interactions(trigger, who, span, span.of(text))
        if found:
            break
    found = found or _undoing(lower, span, thread)
    _remember(thread, named, found)
    return found


def _interactions(
    trigger: Trigger, who: Parties, span: Span, told: str
) -> list[ClauseInteraction]:
    found: list[ClauseInteraction] = []
    for receiver in who.receivers:
        if not _makes_sense(trigger.type, who, receiver):
            continue
        happened = _realised(trigger.type, told)
        found.append(
            ClauseInteraction(
                span=span,
                giver=who.giver,
                receiver=receiver,
                type=trigger.type.id,
                interaction_class=_class(trigger.type, who.giver, receiver, happened),
                realised=happened,
                score=max(0.1, _SURE - _LESS_FOR_A_GUESS * who.guessed),
                flow=trigger.type.flow,
            )
        )
    return found


def _makes_sense(kind: InteractionType, who: Parties, receiver: str | None) -> bool:
    if who.giver is None and receiver is None:
        return False
    if kind.explicit and (who.guessed or receiver is None or who.giver is None):
        return False
    if kind.mutual and receiver is None:
        return False
    if kind.by and who.giver not in kind.by:
        return False
    return who.giver != receiver or kind.same_kind


def _realised(kind: InteractionType, told: str) -> Realised:
    happened = realised(told)
    if kind.realised and happened is Realised.YES:
        return Realised(kind.realised)
    return happened


def _class(
    kind: InteractionType,
    giver: str | None,
    receiver: str | None,
    happened: Realised,
) -> InteractionClass:
    """Return the class; contact with a family is consultation, or an attempt at it."""
    if kind.family and (giver in FAMILY or receiver in FAMILY):
        if happened in {Realised.ATTEMPT, Realised.NO}:
            return InteractionClass.CONTACT_ATTEMPT
        return InteractionClass.CONSULTATION
    return kind.interaction_class


def _undoing(lower: str, span: Span, thread: _Thread) -> list[ClauseInteraction]:
    """Make the second row of what was planned and then not done."""
    plan = thread.planned
    if plan is None or not undone(lower):
        return []
    thread.planned = None
    return [
        ClauseInteraction(
            span=span,
            giver=plan.giver,
            receiver=plan.receiver,
            type=plan.type,
            interaction_class=plan.interaction_class,
            realised=Realised.NO,
            score=plan.score,
            flow=plan.flow,
        )
    ]


def _remember(
    thread: _Thread, named: Sequence[Argument], found: Sequence[ClauseInteraction]
) -> None:
    subject = subject_kind(named)
    if subject:
        thread.subject = subject
    others = [a.kind for a in named if a.kind and not a.speaker and not a.case]
    if others:
        thread.antecedent = others[0]
    for interaction in found:
        if interaction.realised is Realised.INTENDED:
            thread.planned = interaction
