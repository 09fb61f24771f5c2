"""Who stands in a clause, behind which preposition: the parties of an interaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ltnlp.domain.mentions import FAMILY, OrganisationMention
from ltnlp.nlp.interactions.lexicon import lexicon
from ltnlp.nlp.interactions.words import Word

_SPEAKER_SUBJECT = frozenset({"ik", "wij", "we"})
_SPEAKER_OBJECT = frozenset({"ons", "mij", "me"})
_SPEAKERS = _SPEAKER_SUBJECT | _SPEAKER_OBJECT
_THIRD_SUBJECT = frozenset({"hij", "zij", "ze", "die"})
_DEMONSTRATIVE = "die"
TOGETHER = "samen met"
"""What stands before who acts along, and receives only where nobody else does."""
COPIED = "cc"
_POLITE = frozenset({"mevrouw", "meneer", "mw", "dhr", "cliënt", "cliënte"})
_PERSONS = (
    "werker",
    "werkster",
    "coach",
    "ambtenaar",
    "consulent",
    "regisseur",
    "wetenschapper",
    "behandelaar",
    "begeleider",
    "begeleidster",
    "psycholoog",
    "pedagoog",
    "psychiater",
    "therapeut",
    "bestuurder",
    "coördinator",
    "manager",
    "leider",
    "leidster",
    "verpleegkundige",
    "adviseur",
    "onderzoeker",
    "assistent",
    "assistente",
    "deskundige",
    "functionaris",
    "jurist",
)
_OF_OURS = frozenset(
    ["bestuur", "directie", "directeur", "directrice", "team", "management", "afdeling",
     "organisatie", "secretariaat", "rector", "bestuurder", "teamleider"]
)  # fmt: skip
_LONGEST_NAME = 4
_PARTICLES = frozenset({"uit", "op", "aan", "in", "af", "toe", "over"})
_COPIES = frozenset({"afschrift", "kopie", "cc"})
_ANYWHERE = (
    "behandelaar",
    "pedagoog",
    "psycholoog",
    "psychiater",
    "therapeut",
    "wetenschapper",
    "werker",
    "werkster",
    "begeleider",
    "begeleidster",
    "hulpverlener",
    "coördinator",
    "consulent",
    "manager",
    "medewerker",
    "medewerkster",
)
_SAYS = frozenset({None, "van", "met"})
"""What stands before who says it: "wij spraken met de coach af dat zij belt"."""
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
    latest: str | None = None,
) -> tuple[Argument, ...]:
    """Return the parties of a clause in order.

    Args:
        clause: its words.
        mentions: kinds of organisation named in it, offsets as the words have.
        speaker_kind: what "ik" and "wij" stand for.
        antecedent: what "zij" and "hij" are taken for.
        latest: what "die" is taken for: whoever was named last.
    """
    named = _named(clause, mentions)
    pronouns = _pronouns(
        clause,
        speaker_kind=speaker_kind,
        antecedent=antecedent,
        latest=latest,
        said_by=named[0] if named and named[0].preposition in _SAYS else None,
    )
    found = [*named, *pronouns]
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
        if inside and not _contrasted(clause, inside[0]) and not _is_us(clause, inside):
            found.append(
                Argument(
                    kind=mention.kind,
                    first=inside[0],
                    last=inside[-1],
                    preposition=COPIED
                    if _copied(clause, inside[-1])
                    else _preposition(clause, inside[0]),
                )
            )
    return found


def _is_us(clause: Sequence[Word], inside: Sequence[int]) -> bool:
    """Tell whether it is who speaks: "wij als school", "onze teamleider"."""
    before = [word.lower for word in clause[: inside[0]]]
    if before[-1:] == ["als"]:
        return not _SPEAKERS.isdisjoint(before)
    return before[-1:] == ["onze"] and clause[inside[-1]].lower in _OF_OURS


def _copied(clause: Sequence[Word], last: int) -> bool:
    """Tell whether a party stands in the copy of a mail ("met de huisarts in de cc")."""
    return "cc" in {word.lower for word in clause[last + 1 : last + 4]}


def _preposition(clause: Sequence[Word], first: int) -> str | None:
    grammar = lexicon().grammar
    at = first - 1
    while at >= 0 and first - at <= 5 and clause[at].lower in grammar["between"]:
        at -= 1
    if at >= 0 and clause[at].lower == "en":
        return _preposition_of_list(clause, at, first)
    if at < 0 or clause[at].lower not in grammar["prepositions"]:
        return None
    word = clause[at].lower
    if _joins_clauses(clause, at, first):
        return None
    if word == "aan" and at > 0 and clause[at - 1].lower in _COPIES:
        return COPIED
    if word == "met" and at > 0 and clause[at - 1].lower == "samen":
        return TOGETHER
    if word == "van" and at > 0 and _is_head(clause[at - 1].lower):
        return _preposition(clause, at - 1)
    return word


def _preposition_of_list(clause: Sequence[Word], at: int, first: int) -> str | None:
    """Return what governs a list of which only the last is known.

    "Aangemeld bij de voedselbank en de schuldhulp": both stand behind "bij".
    """
    known = lexicon()
    told = [word.lower for word in clause[max(0, at - _LONGEST_NAME) : at]]
    found = [word for word in told if word in known.grammar["prepositions"]]
    if not found or told[-1] in known.grammar["between"]:
        return None
    listed = told[len(told) - told[::-1].index(found[-1]) :]
    rest = [word.lower for word in clause[first:]]
    verbal = any(word in known.forms for word in (*listed, *rest))
    return None if verbal else found[-1]


def _joins_clauses(clause: Sequence[Word], at: int, first: int) -> bool:
    """Tell whether it takes a verb: "om school te bellen", "ging ervan uit dat"."""
    if clause[at].lower in _PARTICLES and clause[at + 1].lower == "dat":
        return True
    if clause[at].lower not in {"om", "zonder"}:
        return False
    with_verb = any(later.lower == "te" for later in clause[first:])
    return with_verb or clause[at + 1].lower == "dat"


def _contrasted(clause: Sequence[Word], first: int) -> bool:
    """Tell whether it says who it was not: "aan moeder zelf, niet aan het wijkteam"."""
    before = [word.lower for word in clause[max(0, first - 4) : first]]
    if "niet" not in before:
        return False
    at = before.index("niet")
    return at > 0 and before[at - 1] == "," and len(before) - at > 1


def _is_head(word: str) -> bool:
    """Tell whether who stands before "van" is somebody: "naar de coach van het team"."""
    return word in lexicon().grammar["heads"] or word.endswith(_PERSONS)


def _is_colleague(word: str) -> bool:
    """Tell whether "mijn" or "onze" before it makes it one of ours."""
    return word.startswith("collega") or word.endswith(_PERSONS)


def _pronouns(
    clause: Sequence[Word],
    *,
    speaker_kind: str | None,
    antecedent: str | None,
    latest: str | None,
    said_by: Argument | None,
) -> list[Argument]:
    found: list[Argument] = []
    for at, word in enumerate(clause):
        case, speaker = _case(clause, at, word.lower)
        if not case:
            continue
        meant = latest if word.lower == _DEMONSTRATIVE else antecedent
        if said_by is not None and said_by.first < at and _reported(clause, at):
            meant = said_by.kind
        found.append(
            Argument(
                kind=speaker_kind if speaker else meant,
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
    elsewhere = at + 2 < len(clause) and clause[at + 2].lower == "van"
    ours = word in {"mijn", "onze"} and _is_colleague(following)
    ours = ours or (word in {"mijn", "onze", "ons"} and following in _OF_OURS)
    if ours and not elsewhere:
        return "object" if _preposition(clause, at) else "subject", True
    if word in _SPEAKER_OBJECT and not (word == "ons" and _is_noun(following)):
        return "object", True
    if word in _THIRD_SUBJECT and (at <= 4 or clause[at - 1].lower == "dat"):
        return "subject", False
    if word in _THIRD_OBJECT:
        return "object", False
    if word in _POLITE and _acts(following):
        return "subject", False
    return "", False


def _reported(clause: Sequence[Word], at: int) -> bool:
    """Tell whether "zij" is who says it ("de juf zei dat zij had gebeld")."""
    before = [word.lower for word in clause[:at]]
    subject = clause[at].lower in _THIRD_SUBJECT - {_DEMONSTRATIVE}
    return subject and before[-1:] == ["dat"]


def _acts(following: str) -> bool:
    """Tell whether a verb follows, and so no name ("mevrouw reageert niet")."""
    known = lexicon()
    helps = known.grammar["have"] | known.grammar["be"] | known.grammar["become"]
    return following in helps or following in known.forms


def _is_noun(word: str) -> bool:
    """Guess that "ons" before this word is possessive ("ons team")."""
    return word in {"team", "systeem", "dossier", "overleg", "plan", "beeld", "werk"}


def _grouped(clause: Sequence[Word], found: Sequence[Argument]) -> list[Argument]:
    """Join parties that "en" or a comma coordinates, and drop affiliations."""
    kept: list[Argument] = []
    for argument in found:
        if kept and argument.first <= kept[-1].last:
            continue
        if not kept:
            kept.append(argument)
            continue
        last = kept[-1]
        between = [word.lower for word in clause[last.last + 1 : argument.first]]
        if _is_affiliation(between, argument, last):
            kind = _works_for(clause[last.last].lower, last.kind, argument.kind)
            kept[-1] = replace(last, last=argument.last, kind=kind)
        elif _is_apposition(between, argument, last):
            kept[-1] = replace(last, last=argument.last)
        elif _is_joined(between):
            case = "" if argument.speaker else argument.case
            preposition = argument.preposition or last.preposition
            kept.append(
                replace(argument, preposition=preposition, group=last.group, case=case)
            )
        else:
            kept.append(replace(argument, group=last.group + 1))
    return kept


def _bare(between: Sequence[str]) -> list[str]:
    skipped = lexicon().grammar["between"]
    return [word for word in between if word not in skipped]


def _is_affiliation(between: Sequence[str], argument: Argument, last: Argument) -> bool:
    """Tell "de mentor van de school" from two parties."""
    named = argument.case == "" and last.case == ""
    beside = not between and argument.kind not in FAMILY and last.kind not in FAMILY
    return named and (beside or _bare(between) == ["van"])


def _works_for(title: str, own: str | None, named: str | None) -> str | None:
    """Return the kind of "de orthopedagoog van het samenwerkingsverband".

    Titles that many kinds have are of who is named; a school or a municipality says
    less than a title that only they have, and a family has nobody working for it.
    """
    if not title.endswith(_ANYWHERE) or named is None or named in FAMILY:
        return own
    broad = {"school", "gemeente"}
    return own if named in broad and own is not None else named


def _is_apposition(between: Sequence[str], argument: Argument, last: Argument) -> bool:
    """Tell "leerplicht ([Leerplichtambtenaar-1])" from two parties."""
    bare = _bare(between)
    if "(" in bare and ")" not in bare:
        return argument.case == ""
    marks = all(word in {",", ":", "–"} for word in bare)
    return marks and argument.kind == last.kind and argument.case == ""


def _is_joined(between: Sequence[str]) -> bool:
    grammar = lexicon().grammar
    bare = _bare(between)
    if not bare or len(bare) > 3 or bare[0] not in grammar["joins"]:
        return False
    return all(
        word in grammar["joins"] or word in grammar["prepositions"] for word in bare
    )
