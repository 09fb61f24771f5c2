"""What a connected pair is called in the finer types, and whether it happened."""

from dataclasses import replace

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import ClauseInteraction, InteractionClass, Telling
from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp.interactions.lexicon import lexicon
from ltnlp.nlp.interactions.outcomes import outcome
from ltnlp.nlp.interactions.scorer import Connected

# The finer type of a class where no word of the sentence names one.
_USUAL = {
    InteractionClass.REPORT: "melding_doen",
    InteractionClass.ADVICE: "advies_vragen",
    InteractionClass.REFERRAL: "verwijzen",
    InteractionClass.APPLICATION: "aanmelden",
    InteractionClass.REFUSAL: "afwijzen",
    InteractionClass.CONSULTATION: "overleggen",
    InteractionClass.INFORMATION: "delen",
    InteractionClass.INFORMATION_REQUEST: "informatie_vragen",
    InteractionClass.FEEDBACK: "terugkoppelen",
    InteractionClass.HANDOVER: "overdragen",
    InteractionClass.DECISION: "besluiten",
    InteractionClass.ESCALATION: "opschalen",
    InteractionClass.CLOSURE: "sluiten",
    InteractionClass.CONTACT_ATTEMPT: "contactpoging",
}
_WITH_FAMILY = "contact_gezin"


def as_clause(telling: Telling, one: Connected) -> ClauseInteraction:
    """Return a connected pair as an interaction with the sentence for its place."""
    read = _as_read(telling, one)
    if read is not None:
        return replace(
            read,
            span=telling.span,
            giver=one.giver,
            receiver=one.receiver,
            score=round(one.score, 3),
        )
    kind = lexicon().types[_type(one)]
    return ClauseInteraction(
        span=telling.span,
        giver=one.giver,
        receiver=one.receiver,
        type=kind.id,
        interaction_class=one.interaction_class,
        realised=_happened(telling, one),
        score=round(one.score, 3),
        flow=kind.flow,
    )


def _as_read(telling: Telling, one: Connected) -> ClauseInteraction | None:
    """Return what the rules of grammar read of this pair, a party left out or not."""
    for clause in telling.clauses:
        gives = clause.giver in {None, one.giver}
        receives = clause.receiver in {None, one.receiver}
        some = clause.giver is not None or clause.receiver is not None
        if gives and receives and some:
            return clause
    return None


def _type(one: Connected) -> str:
    family = one.giver in FAMILY or one.receiver in FAMILY
    if family and one.interaction_class is InteractionClass.CONSULTATION:
        return _WITH_FAMILY
    return _USUAL[one.interaction_class]


def _happened(telling: Telling, one: Connected) -> Realised:
    happened = outcome(telling.words)
    attempt = one.interaction_class is InteractionClass.CONTACT_ATTEMPT
    if attempt and happened is Realised.YES:
        return Realised.ATTEMPT
    return happened
