"""Giver and receiver of a trigger, by subject, object, preposition and voice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.interactions import InteractionClass
from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp.interactions.arguments import COPIED, TOGETHER, Argument
from ltnlp.nlp.interactions.lexicon import lexicon
from ltnlp.nlp.interactions.pieces import left_undone
from ltnlp.nlp.interactions.triggers import Trigger
from ltnlp.nlp.interactions.words import Word

_NEAR_ITS_NOUN = 5
_RIGHT_BEHIND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Giver and receivers as the clause gives them; `guessed` counts what it left."""

    giver: str | None
    receivers: tuple[str | None, ...]
    guessed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known outside the clause.

    Attributes:
        speaker: kind of organisation of who speaks.
        subject: who acted in the clause before.
        partner: the other party of the interaction told last.
    """

    speaker: str | None = None
    subject: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """How the clause has its verb.

    `conjoined`: it goes on from the one before without a subject of its own ("… en
    vroeg Veilig Thuis om raad").
    """

    passive: bool
    elliptic: bool
    receives: bool
    conjoined: bool = False


def parties(
    trigger: Trigger,
    clause: Sequence[Word],
    found: Sequence[Argument],
    setting: Setting,
) -> Parties:
    """Return who does what `trigger` says, and to whom."""
    voice = _voice(trigger, clause)
    told = _inside_complement(trigger, clause, found)
    told = _before_complement(trigger, clause, told)
    subject = _subject(trigger, told, voice)
    if trigger.type.back or voice.receives:
        return _backwards(trigger, told, subject, voice, setting)
    if trigger.type.answers and not told and setting.partner:
        return Parties(giver=setting.partner, receivers=(setting.speaker,), guessed=1)
    to_named = trigger.type.named == "to" or _beside_receives(trigger, told, setting)
    if trigger.form == "noun" and to_named:
        return _towards_named(trigger, told, setting)
    giver = _giver(trigger, told, subject, voice)
    others = [a for a in told if a.kind != giver or trigger.type.same_kind]
    receivers = _receivers(trigger, others, None if voice.passive else subject)
    guessed = 0
    told_of = left_undone(clause) or not (voice.passive or voice.elliptic)
    if giver is None and told_of:
        inherits = trigger.form != "noun" and setting.subject not in receivers
        giver = setting.subject if inherits else None
        guessed = int(giver is not None)
    if not receivers and any(word.lower == "daar" for word in clause):
        receivers = (setting.partner,) if setting.partner not in {None, giver} else ()
    if trigger.type.mutual and giver in receivers:
        receivers = tuple(one for one in receivers if one != giver)
    return _complete(
        trigger, Parties(giver=giver, receivers=receivers, guessed=guessed), setting
    )


def subject_kind(found: Sequence[Argument]) -> str | None:
    """Return the kind of the first party that can be the subject of a clause."""
    for argument in found:
        if argument.preposition is None and argument.case != "object":
            return argument.kind
    return None


def _voice(trigger: Trigger, clause: Sequence[Word]) -> _Voice:
    grammar = lexicon().grammar
    words = {word.lower for word in clause}
    before = clause[: trigger.at]
    leads = all(word.is_mark or word.lower[0].isdigit() for word in before)
    noted = trigger.form == "finite" and leads
    shared = trigger.form == "participle" and _goes_on(clause[:1])
    conjoined = shared or (trigger.form == "finite" and _goes_on(before))
    helped = bool(words & grammar["have"])
    becomes = bool(words & grammar["become"])
    is_ = bool(words & grammar["be"])
    intended = bool(words & grammar["modal"])
    participle = trigger.form == "participle"
    moves = trigger.type.intransitive or trigger.lemma in grammar["moves"]
    return _Voice(
        passive=participle and not helped and (becomes or (is_ and not moves)),
        elliptic=noted
        or (
            not (shared or helped or becomes or is_ or intended)
            and (participle or trigger.form == "infinitive")
        ),
        receives=trigger.form == "noun"
        and (trigger.type.colon or bool(words & grammar["receive"])),
        conjoined=conjoined,
    )


def _goes_on(before: Sequence[Word]) -> bool:
    """Tell whether only "en" or "maar" stands before the verb."""
    return len(before) == 1 and before[0].lower in {"en", "maar"}


def _inside_complement(
    trigger: Trigger, clause: Sequence[Word], found: Sequence[Argument]
) -> tuple[Argument, ...]:
    """Leave out who only wants or says it ("moeder wilde niet dat wij haar belden")."""
    begins = [at for at in range(1, trigger.at) if clause[at].lower == "dat"]
    if not begins:
        return tuple(found)
    inside = tuple(a for a in found if a.first > begins[-1])
    subject = any(
        a.preposition is None and a.case != "object" and a.first < trigger.at
        for a in inside
    )
    return inside if subject else tuple(found)


def _before_complement(
    trigger: Trigger, clause: Sequence[Word], found: Sequence[Argument]
) -> tuple[Argument, ...]:
    """Leave out who stands in what was asked or said ("vroeg of moeder …")."""
    complements = lexicon().grammar["complements"]
    for at in range(trigger.at + 1, len(clause) - 1):
        if _is_object(trigger, clause, at):
            continue
        if clause[at].lower in complements or clause[at].lower == ":":
            return tuple(a for a in found if a.first < at)
    return tuple(found)


def _is_object(trigger: Trigger, clause: Sequence[Word], at: int) -> bool:
    """Tell whether "dat" is what is told: "liet dat de reclassering weten".

    Behind a "dat" that begins a clause a verb follows that says who did what.
    """
    if clause[at].lower != "dat" or at + 1 >= len(clause):
        return False
    if trigger.lemma == "laten" and any(w.lower == "weten" for w in clause[at:]):
        return True
    grammar, forms = lexicon().grammar, lexicon().forms
    helping = grammar["have"] | grammar["be"] | grammar["become"] | grammar["modal"]
    beside = clause[at + 1].lower in grammar["prepositions"]
    return beside and not any(
        word.lower in helping or word.lower in forms for word in clause[at + 1 :]
    )


def _subject(
    trigger: Trigger, found: Sequence[Argument], voice: _Voice
) -> Argument | None:
    free = [a for a in found if a.preposition is None]
    pronouns = [a for a in free if a.case == "subject" and a.kind]
    for argument in free:
        if argument.speaker and argument.case != "object":
            return argument
    named = [a for a in free if not a.case]
    takes_object = "obj" in trigger.type.to
    left_out = voice.elliptic or voice.conjoined
    if left_out and takes_object and len({a.group for a in named}) <= 1:
        return None
    if voice.conjoined:
        return None
    before = [a for a in named if a.first < trigger.at]
    if pronouns and not (before and before[0].first < pronouns[0].first):
        return pronouns[0]
    rest = named or pronouns
    return rest[0] if rest else None


def _giver(
    trigger: Trigger,
    found: Sequence[Argument],
    subject: Argument | None,
    voice: _Voice,
) -> str | None:
    acts = subject is not None and not (voice.passive or trigger.form == "noun")
    agent = lexicon().grammar["agent"] - ({"door"} if acts else set())
    if subject is not None and subject.speaker:
        agent = agent - {"namens"}
    for argument in found:
        if argument.preposition in agent:
            return argument.kind
    if trigger.form == "noun":
        for argument in found:
            if _is_source(trigger, argument):
                return argument.kind
    return subject.kind if subject is not None and not voice.passive else None


def _is_source(trigger: Trigger, argument: Argument) -> bool:
    """Tell whether a preposition names the giver of a noun ("de melding van school")."""
    beside = 0 < argument.first - trigger.at <= _NEAR_ITS_NOUN
    return beside and argument.preposition in trigger.type.sources


def _backwards(
    trigger: Trigger,
    found: Sequence[Argument],
    subject: Argument | None,
    voice: _Voice,
    setting: Setting,
) -> Parties:
    """Read a clause whose subject receives ("kreeg een brief van …")."""
    wanted = {*trigger.type.sources, "van", "via", "vanuit", "uit", "door"}
    sources = [a for a in found if a.preposition in wanted and a.kind]
    places = [a for a in found if a.preposition == "bij" and a.kind]
    pronoun = subject is not None and bool(subject.case)
    if not sources and subject is not None and not pronoun and voice.receives:
        others = [a for a in found if a is not subject and a.preposition is None]
        if not others or trigger.type.colon:
            sources, subject = [subject], None
    giver = sources[0].kind if sources else trigger.type.fixed.get("from")
    guessed = 0
    if subject is not None:
        receiver = subject.kind
    elif places:
        receiver = places[0].kind
    else:
        receiver, guessed = _elsewhere(voice, setting), 1
    if giver is None and setting.partner != receiver:
        giver, guessed = setting.partner, guessed + 1
    receiver = None if receiver == giver else receiver
    return Parties(giver=giver, receivers=(receiver,), guessed=guessed)


def _elsewhere(voice: _Voice, setting: Setting) -> str | None:
    """Return who receives when the clause names nobody."""
    goes_on = setting.subject if voice.conjoined else None
    return goes_on or setting.speaker


def _towards_named(
    trigger: Trigger, found: Sequence[Argument], setting: Setting
) -> Parties:
    """Read a note in which the party beside the noun receives."""
    sources = {*lexicon().grammar["agent"], *trigger.type.sources}
    givers = [a for a in found if a.preposition in sources - set(trigger.type.to)]
    others = [a for a in found if a not in givers and not a.speaker and a.kind]
    client = trigger.type.fixed.get("to") in FAMILY
    if client and not givers and trigger.type.turned is None:
        givers = [a for a in others if a.kind not in FAMILY][:1]
        others = [a for a in others if a not in givers]
    giver = givers[0].kind if givers else setting.speaker
    kinds = tuple(dict.fromkeys(a.kind for a in others if a.kind != giver))
    if giver in FAMILY and not kinds:
        giver, kinds = setting.partner, (giver,)
    if not kinds and trigger.type.fixed.get("to") != giver:
        kinds = (trigger.type.fixed.get("to"),)
    return Parties(giver=giver, receivers=kinds or (None,), guessed=1)


def _beside_receives(
    trigger: Trigger, found: Sequence[Argument], setting: Setting
) -> bool:
    """Tell whether the party right behind a noun is who usually receives it.

    "Melding Veilig Thuis", "VT-melding", "Aanmelding wijkteam", noted by somebody else.
    Who is always meant receives it also where the writer often does.
    """
    fixed = trigger.type.fixed.get("to")
    usual = set(trigger.type.usual)
    if setting.speaker is None or setting.speaker == fixed:
        return False
    if setting.speaker in usual:
        usual &= {fixed}
    return any(
        argument.kind in usual
        and argument.preposition is None
        and 0 <= argument.first - trigger.at <= _RIGHT_BEHIND
        for argument in found
    )


def _receivers(
    trigger: Trigger, found: Sequence[Argument], subject: Argument | None
) -> tuple[str, ...]:
    beside = () if trigger.type.fixed.get("to") else (TOGETHER,)
    for place in (*trigger.type.to, *beside):
        fitting = [a for a in found if a is not subject and a.kind]
        fitting = [a for a in fitting if _stands(a, place)]
        if place != "obj":
            after = [a for a in fitting if a.first > trigger.at]
            fitting = after or fitting
        if fitting:
            group = fitting[0].group
            together = [a.kind for a in fitting if a.group == group]
            together += [a.kind for a in found if a.preposition == COPIED]
            return tuple(dict.fromkeys(kind for kind in together if kind))
    return ()


def _stands(argument: Argument, place: str) -> bool:
    if place == "obj":
        return argument.preposition is None and argument.case != "subject"
    return argument.preposition == place


def _complete(trigger: Trigger, read: Parties, setting: Setting) -> Parties:
    """Fill what the clause leaves out: who speaks, or who is always meant."""
    fixed = trigger.type.fixed
    giver, receivers, guessed = read.giver, read.receivers, read.guessed
    if trigger.form == "noun" and len(receivers) > 1 and giver is None:
        among = fixed.get("from") is None and setting.speaker in receivers
        if among or setting.speaker is None:
            giver, receivers = receivers[0], receivers[1:]
    if giver is None:
        giver = fixed.get("from")
        guessed += giver is None
        if giver is None and setting.speaker not in receivers:
            giver = setting.speaker
    if not receivers:
        receivers = _left_out(trigger, giver, setting)
        meant = {fixed.get("to")} | ({setting.speaker} & {*trigger.type.usual})
        guessed += not meant.issuperset(receivers)
    return replace(read, giver=giver, receivers=receivers, guessed=guessed)


def _left_out(
    trigger: Trigger, giver: str | None, setting: Setting
) -> tuple[str | None, ...]:
    """Return who receives where the clause does not say so."""
    fixed = trigger.type.fixed.get("to")
    usual = trigger.type.usual
    to_the_speaker = giver != setting.speaker and setting.speaker is not None
    if usual and setting.speaker not in usual:
        to_the_speaker = False
    meant = fixed in FAMILY or bool(usual)
    if fixed and fixed != giver and not (meant and to_the_speaker):
        return (fixed,)
    if to_the_speaker:
        return (setting.speaker,)
    if trigger.type.same_kind:
        return (giver,)
    refused = trigger.type.interaction_class is InteractionClass.REFUSAL
    if (trigger.type.mutual or refused) and setting.partner != giver:
        return (setting.partner,)
    return (None,)
