"""Who stands in a clause, behind which preposition: the parties of an interaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.mentions import OrganisationMention
from ltnlp.nlp.interactions.words import Word

PREPOSITIONS = frozenset(
    [
        "aan",
        "bij",
        "met",
        "naar",
        "van",
        "door",
        "vanuit",
        "namens",
        "via",
        "voor",
        "tegen",
        "tegenover",
        "tussen",
        "op",
        "in",
        "over",
        "richting",
        "uit",
        "om",
        "zonder",
        "behalve",
    ]
)
_BETWEEN = frozenset(
    [
        "de",
        "het",
        "een",
        "'t",
        "die",
        "dat",
        "deze",
        "dit",
        "mijn",
        "haar",
        "zijn",
        "hun",
        "ons",
        "onze",
        "jouw",
        "uw",
        "je",
        "der",
        "den",
        "nieuwe",
        "andere",
        "vorige",
        "oude",
        "eigen",
        "zelfde",
        "betrokken",
        "toenmalige",
        "tweede",
        "eerste",
        "beide",
        "alleen",
        "ook",
        "zelf",
        "weer",
        "toch",
        "nog",
        "dhr",
        "mw",
        "mevr",
        "mevrouw",
        "meneer",
        "heer",
        "dr",
        "drs",
        ".",
        "collega",
        "medewerker",
        "iemand",
        "niemand",
        "mensen",
        "man",
        "vrouw",
        "directeur",
        "secretariaat",
        "collega's",
        "medewerkers",
        "team",
        "teamleider",
        "leidinggevende",
        "dame",
        "lokale",
    ]
)
_HEADS = frozenset(
    [
        "iemand",
        "niemand",
        "mensen",
        "man",
        "vrouw",
        "collega",
        "medewerker",
        "directeur",
        "dame",
        "meneer",
        "mevrouw",
        "collega's",
        "medewerkers",
        "leidinggevende",
        "teamleider",
        "secretariaat",
        "één",
        "team",
    ]
)
_SPEAKER_SUBJECT = frozenset({"ik", "wij", "we"})
_SPEAKER_OBJECT = frozenset({"ons", "mij", "me"})
_THIRD_SUBJECT = frozenset({"hij", "zij", "ze", "die"})
_THIRD_OBJECT = frozenset({"hem", "hen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A party in a clause.

    Attributes:
        kind: kind of organisation; None for a pronoun that nothing resolves.
        first, last: index of its first and last word in the clause.
        preposition: what stands before it; None for a subject or an object.
        case: "subject" or "object" for pronouns that can be nothing else, else "".
        speaker: it is who speaks.
        group: parties joined by "en" share a group.
    """

    kind: str | None
    first: int
    last: int
    preposition: str | None = None
    case: str = ""
    speaker: bool = False
    group: int = 0


def arguments(
    clause: Sequence[Word],
    mentions: Sequence[OrganisationMention],
    *,
    speaker_kind: str | None,
    antecedent: str | None,
) -> tuple[Argument, ...]:
    """Return the parties of a clause in order.

    Args:
        clause: its words.
        mentions: kinds of organisation named in it, offsets as the words have.
        speaker_kind: what "ik" and "wij" stand for.
        antecedent: what "zij" and "hij" are taken for.
    """
    found = [
        *_named(clause, mentions),
        *_pronouns(clause, speaker_kind=speaker_kind, antecedent=antecedent),
    ]
    return tuple(_grouped(clause, sorted(found, key=lambda a: a.first)))


def _named(
    clause: Sequence[Word], mentions: Sequence[OrganisationMention]
) -> list[Argument]:
    found: list[Argument] = []
    for mention in mentions:
        inside = [
            index
            for index, word in enumerate(clause)
            if word.start < mention.span.end and mention.span.start < word.end
        ]
        if inside:
            found.append(
                Argument(
                    kind=mention.kind,
                    first=inside[0],
                    last=inside[-1],
                    preposition=_preposition(clause, inside[0]),
                )
            )
    return found


def _preposition(clause: Sequence[Word], first: int) -> str | None:
    at = first - 1
    while at >= 0 and first - at <= 5 and clause[at].lower in _BETWEEN:
        at -= 1
    if at < 0 or clause[at].lower not in PREPOSITIONS:
        return None
    word = clause[at].lower
    if word == "van" and at > 0 and clause[at - 1].lower in _HEADS:
        return _preposition(clause, at - 1)
    return word


def _pronouns(
    clause: Sequence[Word], *, speaker_kind: str | None, antecedent: str | None
) -> list[Argument]:
    found: list[Argument] = []
    for at, word in enumerate(clause):
        case, speaker = _case(clause, at, word.lower)
        if not case:
            continue
        found.append(
            Argument(
                kind=speaker_kind if speaker else antecedent,
                first=at,
                last=at,
                preposition=_preposition(clause, at) if case != "subject" else None,
                case=case,
                speaker=speaker,
            )
        )
    return found


def _case(clause: Sequence[Word], at: int, word: str) -> tuple[str, bool]:
    following = clause[at + 1].lower if at + 1 < len(clause) else ""
    if word in _SPEAKER_SUBJECT:
        return "subject", True
    if word in {"mijn", "onze"} and following.startswith("collega"):
        return "object" if _preposition(clause, at) else "subject", True
    if word in _SPEAKER_OBJECT and not (word == "ons" and _is_noun(following)):
        return "object", True
    if word in _THIRD_SUBJECT and at <= 4:
        return "subject", False
    if word in _THIRD_OBJECT:
        return "object", False
    return "", False


def _is_noun(word: str) -> bool:
    """Guess that "ons" before this word is possessive ("ons team")."""
    return word in {"team", "systeem", "dossier", "overleg", "plan", "beeld", "werk"}


def _grouped(clause: Sequence[Word], found: Sequence[Argument]) -> list[Argument]:
    """Join parties that "en" or a comma coordinates, and drop affiliations."""
    kept: list[Argument] = []
    for argument in found:
        if not kept:
            kept.append(argument)
            continue
        last = kept[-1]
        between = [w.lower for w in clause[last.last + 1 : argument.first]]
        if argument.first <= last.last:
            continue
        if _is_affiliation(between, argument):
            continue
        if _is_apposition(between) and argument.kind == last.kind:
            continue
        if _is_joined(between) and argument.case != "subject":
            argument = replace(
                argument,
                preposition=argument.preposition or last.preposition,
                group=last.group,
            )
        else:
            argument = replace(argument, group=last.group + 1)
        kept.append(argument)
    return kept


def _is_affiliation(between: Sequence[str], argument: Argument) -> bool:
    """Tell "de mentor van de school" from two parties."""
    bare = [word for word in between if word not in _BETWEEN]
    return argument.preposition == "van" and bare in (["van"], ["(", " van"])


def _is_apposition(between: Sequence[str]) -> bool:
    return all(word in _BETWEEN or word in {"(", ",", ":", "–"} for word in between)


def _is_joined(between: Sequence[str]) -> bool:
    bare = [word for word in between if word not in _BETWEEN]
    return (
        bool(bare)
        and all(
            word in {"en", ",", "&", "+", "of", "noch", ")", "("}
            or word in PREPOSITIONS
            for word in bare
        )
        and bare[0] in {"en", ",", "&", "+", "of", "noch", ")"}
        and not (len(bare) > 2)
    )
