"""Giver and receiver of a trigger, by subject, object, preposition and voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from ltnlp.nlp.interactions.arguments import Argument
from ltnlp.nlp.interactions.triggers import Trigger
from ltnlp.nlp.interactions.words import Word

_BECOME = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
_BE = frozenset({"is", "zijn", "was", "waren", "ben", "bent"})
_HAVE = frozenset({"heb", "hebt", "heeft", "hebben", "had", "hadden"})
_MODAL = frozenset(
    [
        "zou",
        "zouden",
        "zal",
        "zullen",
        "wil",
        "wilde",
        "wilden",
        "kan",
        "kon",
        "konden",
        "mag",
        "mocht",
        "mochten",
        "moet",
        "moest",
        "moesten",
        "ga",
        "gaat",
        "gaan",
        "ging",
        "gingen",
        "laat",
        "liet",
        "lieten",
        "bleef",
        "bleven",
    ]
)
_RECEIVE = frozenset(
    [
        "kreeg",
        "kregen",
        "krijgt",
        "krijgen",
        "gekregen",
        "ontving",
        "ontvingen",
        "ontvangt",
        "ontvangen",
        "kwam",
        "binnengekomen",
        "binnenkwam",
        "lag",
    ]
)
_AGENT = frozenset({"door", "vanuit", "namens"})
_MOVES_BY_ITSELF = frozenset(
    [
        "gaan",
        "komen",
        "starten",
        "stoppen",
        "verschijnen",
        "aan+sluiten",
        "aan+schuiven",
        "staan",
        "zitten",
        "deelnemen",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Giver and receivers as the clause gives them; `guessed` counts what it left."""

    giver: str | None
    receivers: tuple[str | None, ...]
    guessed: int = 0


def parties(
    trigger: Trigger,
    clause: Sequence[Word],
    found: Sequence[Argument],
    *,
    speaker_kind: str | None,
    inherited: str | None,
) -> Parties:
    """Return who does it and to whom.

    Args:
        trigger: what is said.
        clause: the words of the clause.
        found: its parties.
        speaker_kind: kind of organisation of who speaks.
        inherited: subject of the clause before, for a clause without one.
    """
    words = {word.lower for word in clause}
    passive = _is_passive(trigger, words)
    elliptic = trigger.form == "participle" and not words & (_HAVE | _BE | _BECOME)
    subject = _subject(trigger, found, elliptic=elliptic)
    if trigger.type.back or (trigger.form == "noun" and words & _RECEIVE):
        return _backwards(trigger, found, subject, speaker_kind, inherited)
    agents = [a for a in found if a.preposition in _AGENT]
    sources = [a for a in found if _is_source(trigger, a)]
    receivers = _receivers(trigger, found, None if passive else subject)
    if agents:
        giver: str | None = agents[0].kind
    elif sources and trigger.form == "noun":
        giver = sources[0].kind
    elif subject is not None and not passive:
        giver = subject.kind
    else:
        giver = None
    guessed = 0
    if giver is None and not passive and not elliptic and inherited:
        giver, guessed = inherited, 1
    return _complete(trigger, giver, receivers, speaker_kind, guessed)


def subject_kind(found: Sequence[Argument]) -> str | None:
    """Return the kind of the first party that can be the subject of a clause."""
    for argument in found:
        if argument.preposition is None and argument.case != "object":
            return argument.kind
    return None


def _is_passive(trigger: Trigger, words: set[str]) -> bool:
    if trigger.form != "participle" or words & _HAVE:
        return False
    if words & _BECOME:
        return True
    moves = trigger.type.intransitive or trigger.lemma in _MOVES_BY_ITSELF
    return bool(words & _BE) and not moves


def _subject(
    trigger: Trigger, found: Sequence[Argument], *, elliptic: bool
) -> Argument | None:
    free = [a for a in found if a.preposition is None]
    pronouns = [a for a in free if a.case == "subject" and a.kind]
    certain = [a for a in pronouns if a.speaker]
    if certain:
        return certain[0]
    named = [a for a in free if not a.case]
    if elliptic and len({a.kind for a in named}) <= 1 and "obj" in trigger.type.to:
        return None
    before = [a for a in named if a.first < trigger.at]
    if pronouns and not before:
        return pronouns[0]
    rest = named or pronouns
    return rest[0] if rest else None


def _is_source(trigger: Trigger, argument: Argument) -> bool:
    """Tell whether a preposition names the giver of a noun ("de melding van school")."""
    if argument.preposition not in trigger.type.sources:
        return False
    return argument.preposition in _AGENT or 0 < argument.first - trigger.at <= 5


def _backwards(
    trigger: Trigger,
    found: Sequence[Argument],
    subject: Argument | None,
    speaker_kind: str | None,
    inherited: str | None,
) -> Parties:
    sources = [
        a
        for a in found
        if a.preposition in trigger.type.sources
        or a.preposition in {"van", "via", "vanuit", "uit", "door"}
    ]
    giver = sources[0].kind if sources else None
    guessed = 0
    if subject is not None:
        receiver = subject.kind
    elif speaker_kind != giver:
        receiver, guessed = inherited or speaker_kind, 1
    else:
        receiver = None
    at_place = [a for a in found if a.preposition in {"bij"}]
    if subject is None and at_place:
        receiver, guessed = at_place[0].kind, 0
    giver = giver or trigger.type.fixed.get("from")
    return Parties(giver=giver, receivers=(receiver,), guessed=guessed)


def _receivers(
    trigger: Trigger, found: Sequence[Argument], subject: Argument | None
) -> tuple[str, ...]:
    for place in trigger.type.to:
        fitting = [
            a for a in found if a is not subject and a.kind and _stands(a, place)
        ]
        if place != "obj":
            after = [a for a in fitting if a.first > trigger.at]
            fitting = after or fitting
        if fitting:
            group = fitting[0].group
            together = [a.kind for a in found if a.group == group and a in fitting]
            return tuple(dict.fromkeys(kind for kind in together if kind))
    return ()


def _stands(argument: Argument, place: str) -> bool:
    if place == "obj":
        return argument.preposition is None and argument.case != "subject"
    return argument.preposition == place


def _complete(
    trigger: Trigger,
    giver: str | None,
    receivers: tuple[str, ...],
    speaker_kind: str | None,
    guessed: int,
) -> Parties:
    """Fill what the clause leaves out: who speaks, or who is always meant."""
    fixed = trigger.type.fixed
    if giver is None:
        named = fixed.get("from")
        giver = named or (speaker_kind if speaker_kind not in receivers else None)
        guessed += named is None
    if not receivers and "to" in fixed and fixed["to"] != giver:
        return Parties(giver=giver, receivers=(fixed["to"],), guessed=guessed)
    if not receivers and giver != speaker_kind and speaker_kind:
        return Parties(giver=giver, receivers=(speaker_kind,), guessed=guessed + 1)
    return Parties(giver=giver, receivers=receivers or (None,), guessed=guessed)
