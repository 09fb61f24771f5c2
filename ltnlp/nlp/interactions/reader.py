"""Reads interactions clause by clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Expectation,
    InteractionClass,
    Telling,
    TextToConnect,
)
from ltnlp.domain.mentions import FAMILY, OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.domain.spans import Span
from ltnlp.nlp.interactions.arguments import Argument, arguments
from ltnlp.nlp.interactions.letters import addressed, request, signed
from ltnlp.nlp.interactions.lexicon import InteractionType, lexicon
from ltnlp.nlp.interactions.outcomes import agreed, outcome
from ltnlp.nlp.interactions.paired import makes_sense, paired
from ltnlp.nlp.interactions.parties import Parties, Setting, parties, subject_kind
from ltnlp.nlp.interactions.pieces import (
    left_undone,
    pieces,
    with_actors,
    without_unknown,
)
from ltnlp.nlp.interactions.scorer import Model, connected, model
from ltnlp.nlp.interactions.settle import as_clause
from ltnlp.nlp.interactions.triggers import Trigger, triggers, verbs
from ltnlp.nlp.interactions.words import Word, words
from ltnlp.nlp.realisation import undone
from ltnlp.nlp.sentences import sentences

_SURE = 0.9
_LESS_FOR_A_GUESS = 0.2
_CLIENT = "gezin"
_FAILED_CONTACT = "contactpoging"
_ANSWER_WITHIN_DAYS = 42
_STILL_ABOUT_IT = 2
_LEAST = 0.6


@dataclass(slots=True)
class _Thread:
    """What a text has told so far, for clauses that leave a party out."""

    speaker: str | None = None
    subject: str | None = None
    antecedent: str | None = None
    latest: str | None = None
    partner: str | None = None
    planned: ClauseInteraction | None = None
    told: list[ClauseInteraction] = field(default_factory=list)
    age: int = 0
    reader: str | None = None


class ClauseInteractionReader:
    """Reads who turned to whom by verbs, nouns, prepositions, voice and pronouns."""

    def __init__(self, learned: Model | None = None) -> None:
        """Keep the weights to choose with; those of `models/interactions` by default."""
        self._learned = learned

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
        partner_kind: str | None = None,
    ) -> tuple[ClauseInteraction, ...]:
        """Return the interactions in order of place; see `TextToConnect`."""
        mentions = with_actors(organisations, actors)
        client = None if speaker_kind in FAMILY else _CLIENT
        writer = speaker_kind or signed(text, mentions)
        thread = _Thread(speaker=writer, antecedent=client, partner=partner_kind)
        hailed = addressed(text, mentions)
        thread.reader = partner_kind or (hailed.kind if hailed else None)
        mentions = [mention for mention in mentions if mention is not hailed]
        for span in pieces(text):
            inside = [m for m in mentions if span.contains(m.span)]
            _of_clause(text, span, inside, thread)
        return tuple(without_unknown(one) for one in thread.told)

    def sentences(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return the sentences of a text from `start` on."""
        return sentences(text, start)

    def read_all(
        self, texts: Sequence[TextToConnect]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return what `read` returns for each text."""
        return tuple(
            self.read(
                one.text,
                organisations=one.organisations,
                actors=one.actors,
                speaker_kind=one.speaker_kind,
                partner_kind=one.partner_kind,
            )
            for one in texts
        )

    def connect_all(
        self, tellings: Sequence[Telling]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        """Return what `connect` returns for each sentence."""
        return tuple(self.connect(telling) for telling in tellings)

    def connect(self, telling: Telling) -> tuple[ClauseInteraction, ...]:
        """Return what a sentence tells passes between whom, the surest first.

        The learned model chooses among the pairs that can be meant; where the rules
        read the same pair and class, their type and their word on whether it
        happened stand.
        """
        found = connected(telling, self._learned or model())
        return tuple(as_clause(telling, one) for one in found)


def _of_clause(
    text: str, span: Span, mentions: Sequence[OrganisationMention], thread: _Thread
) -> None:
    clause = words(text, span.start, span.end)
    lower = span.of(text).lower()
    asked = text[span.end : span.end + 1] == "?" or lower.endswith("?")
    if asked:
        thread.told += request(span, lower, thread.speaker, thread.reader)
    if asked or lexicon().unreal.search(lower):
        return
    speaker = _who_says_i(lower, thread)
    named = arguments(
        clause,
        mentions,
        speaker_kind=speaker,
        antecedent=thread.antecedent,
        latest=thread.latest,
    )
    setting = Setting(speaker=speaker, subject=thread.subject, partner=thread.partner)
    found = _first_that_holds(clause, lower, named, setting, span)
    found = [one for one in found if one.score >= _LEAST or _about_silence(one)]
    found = found or _enumerated(clause, named, span)
    if found and _says_it_failed(found[0], thread):
        thread.told[-1] = _failed(thread.told[-1])
        found = []
    elif not found:
        _revise(lower, span, thread)
    thread.told += found
    _remember(thread, named, found)


def _about_silence(one: ClauseInteraction) -> bool:
    """Tell whether it is what did not come, which is told without parties."""
    return one.realised is not Realised.YES


def _who_says_i(lower: str, thread: _Thread) -> str | None:
    """Return who "ik" is: in "zei zij: ik bel" the one who is quoted."""
    if lexicon().said.search(lower) and "ik" in lower.split(":", 1)[1].split():
        return thread.antecedent or thread.speaker
    return thread.speaker


def _first_that_holds(
    clause: Sequence[Word],
    lower: str,
    named: Sequence[Argument],
    setting: Setting,
    span: Span,
) -> list[ClauseInteraction]:
    for trigger in triggers(clause, lower):
        who = parties(trigger, clause, named, setting)
        told = _told_of(trigger, clause, lower, span)
        found = _interactions(trigger, who, span, told, clause)
        if found:
            return found
    return []


def _enumerated(
    clause: Sequence[Word], named: Sequence[Argument], span: Span
) -> list[ClauseInteraction]:
    """Read a list of who was there, without a verb ("Moeder, de juf en ik")."""
    kinds = list(dict.fromkeys(a.kind for a in named if a.kind))
    joined = len({a.group for a in named}) == 1
    if len(named) < 3 or len(kinds) < 2 or not joined or verbs(clause):
        return []
    kind = lexicon().types["overleggen"]
    first = next((k for k in reversed(kinds) if k not in FAMILY), kinds[0])
    others = [k for k in kinds if k != first]
    receiver = next((k for k in others if k in FAMILY), others[0])
    return [
        ClauseInteraction(
            span=span,
            giver=first,
            receiver=receiver,
            type=kind.id,
            interaction_class=InteractionClass.CONSULTATION,
            realised=Realised.YES,
            score=_SURE - _LESS_FOR_A_GUESS,
            flow=kind.flow,
        )
    ]


def _interactions(
    trigger: Trigger,
    who: Parties,
    span: Span,
    told: str,
    clause: Sequence[Word],
) -> list[ClauseInteraction]:
    found: list[ClauseInteraction] = []
    for giver, receiver in paired(trigger.type, who):
        if trigger.type.turned and giver == _CLIENT and receiver:
            found += _turned(trigger.type, receiver, span)
            continue
        if not makes_sense(trigger.type, who, giver, receiver):
            continue
        happened = _realised(trigger, told, clause)
        found.append(
            ClauseInteraction(
                span=span,
                giver=giver,
                receiver=receiver,
                type=trigger.type.id,
                interaction_class=_class(trigger, giver, receiver, happened),
                realised=happened,
                score=max(0.1, _SURE - _LESS_FOR_A_GUESS * who.guessed),
                flow=trigger.type.flow,
            )
        )
    return found


def _turned(kind: InteractionType, other: str, span: Span) -> list[ClauseInteraction]:
    """Return a family's cancelling as the other party's attempt at contact."""
    return [
        ClauseInteraction(
            span=span,
            giver=other,
            receiver=_CLIENT,
            type=kind.turned or kind.id,
            interaction_class=InteractionClass.CONTACT_ATTEMPT,
            realised=Realised.ATTEMPT,
            score=_SURE - _LESS_FOR_A_GUESS,
            flow=kind.flow,
        )
    ]


def _told_of(trigger: Trigger, clause: Sequence[Word], lower: str, span: Span) -> str:
    """Return the words that tell how it ended: not what was asked or advised."""
    for at in range(trigger.at + 1, len(clause) - 2):
        if clause[at].lower in {"om", "dat", "of"} and clause[at].start > span.start:
            rest = {word.lower for word in clause[at + 1 :]}
            if clause[at].lower != "om" or "te" in rest:
                return lower[: clause[at].start - span.start]
    before = {word.lower for word in clause[max(0, trigger.at - 6) : trigger.at]}
    if "zonder" in before and trigger.form == "noun":
        return "er was geen " + clause[trigger.at].lower
    return lower


def _realised(trigger: Trigger, told: str, clause: Sequence[Word]) -> Realised:
    happened = outcome(told)
    if left_undone(clause):
        return Realised.NO
    if happened is Realised.YES and agreed(clause[: trigger.at]):
        return Realised.INTENDED
    if lexicon().counterfactual.search(told):
        happened = Realised.NO
    kind = trigger.type
    if trigger.occasion and happened is Realised.NO:
        happened = Realised.YES
    comes_back = kind.back or kind.mutual
    if trigger.denies and happened is Realised.NO and not comes_back:
        happened = Realised.YES
    usual = Realised(kind.realised) if kind.realised else None
    if usual and happened is Realised.YES:
        return usual
    tried = usual is Realised.ATTEMPT and happened is Realised.NO
    return Realised.ATTEMPT if tried else happened


def _class(
    trigger: Trigger, giver: str | None, receiver: str | None, happened: Realised
) -> InteractionClass:
    """Return the class; contact with a family is consultation, or an attempt at it."""
    kind = trigger.type
    reached = kind.generic and trigger.lemma in lexicon().grammar["reaching"]
    if receiver in kind.becomes:
        return InteractionClass(kind.becomes[str(receiver)])
    tried = happened is Realised.ATTEMPT
    stayed_out = happened is Realised.NO and bool(reached)
    if reached and giver in FAMILY and not tried:
        return InteractionClass.INFORMATION
    contact = kind.family or (reached and kind.id != "delen")
    if contact and _CLIENT in {giver, receiver}:
        if tried or stayed_out:
            return InteractionClass.CONTACT_ATTEMPT
        return InteractionClass.CONSULTATION
    if (kind.flow == "contact" or kind.mutual) and happened is Realised.ATTEMPT:
        return InteractionClass.CONTACT_ATTEMPT
    return kind.interaction_class


def _revise(lower: str, span: Span, thread: _Thread) -> None:
    """Let a clause without an act of its own tell how the one before it ended."""
    plan = thread.planned
    if plan is not None and undone(lower):
        thread.planned = None
        thread.told.append(replace(plan, span=span, realised=Realised.NO))
        return
    last = thread.told[-1] if thread.told else None
    if last is None or thread.age > _STILL_ABOUT_IT:
        return
    if last.realised is Realised.YES and lexicon().failed.search(lower):
        thread.told[-1] = _failed(last)


def _says_it_failed(found: ClauseInteraction, thread: _Thread) -> bool:
    """Tell whether "neemt niet op" belongs to the call told just before it."""
    if found.type != _FAILED_CONTACT or not thread.told:
        return False
    last = thread.told[-1]
    same_pair = (found.giver, found.receiver) == (last.giver, last.receiver)
    if found.score >= _SURE and found.giver != last.receiver and not same_pair:
        return False
    kind = lexicon().types[last.type]
    told = last.realised in {Realised.YES, Realised.INTENDED}
    near = thread.age <= 1 and told
    return near and (kind.mutual or kind.flow in {"contact", "verzoek"})


def _failed(last: ClauseInteraction) -> ClauseInteraction:
    kind = lexicon().types[last.type]
    if kind.flow not in {"contact", "verzoek"} and not kind.mutual:
        return last
    contact = kind.flow == "contact" or kind.mutual
    return replace(
        last,
        realised=Realised.ATTEMPT,
        interaction_class=InteractionClass.CONTACT_ATTEMPT
        if contact
        else last.interaction_class,
    )


def _remember(
    thread: _Thread, named: Sequence[Argument], found: Sequence[ClauseInteraction]
) -> None:
    subject = subject_kind(named)
    if subject:
        thread.subject = subject
    others = [a.kind for a in named if a.kind and not a.speaker and not a.case]
    if others:
        thread.latest = others[-1]
        thread.antecedent = others[-1] if others[0] == thread.speaker else others[0]
    thread.age = 0 if found else thread.age + 1
    for interaction in found:
        pair = [interaction.giver, interaction.receiver]
        thread.partner = next((k for k in pair if k and k != thread.speaker), None)
        if interaction.realised is Realised.INTENDED:
            thread.planned = interaction
