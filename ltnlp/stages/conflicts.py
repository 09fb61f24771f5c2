"""Where accounts of one event disagree: shown side by side, never resolved."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ltnlp.domain.events import Account, Conflict, ConflictKind, Realised
from ltnlp.domain.mentions import FAMILY
from ltnlp.domain.months import day_in_words
from ltnlp.stages.amounts import amounts
from ltnlp.stages.doers import differ, doers
from ltnlp.stages.likeness import NEAR, days_apart

_AGAINST = re.compile(
    r"\bdat (?:is|klopt|was) (?:gewoon |helemaal |echt )?niet (?:waar|zo|juist)\b"
    r"|\bdat klopt niet\b|\bis niet waar\b"
    r"|\b(?:iedereen|ze|zij|hij|school|men|het (?:dossier|systeem|verslag)) "
    r"(?:zegt|zeggen|schrijft|beweert|houdt vol|heeft het (?:altijd )?over)\b[^.;!?]*"
    r"[,.] ?(?:maar|dat zal|terwijl)\b"
    r"|\bin het (?:dossier|systeem|verslag) staat\b[^.;!?]*[,.] ?(?:maar|dat (?:is|klopt))"
    r"|\bvolgens (?:hen|hem|haar|school|het dossier|de \w+)\b[^.;!?]*, maar\b"
    r"|\b(?:heeft|hebben) (?:\w+ )?opgeschreven dat\b"
    r"|\b(?:genoteerd|geregistreerd|opgeschreven)(?: als)?:? ['‘\"]"
    r"|\bhoort? (?:ik|wij|we) (?:dat )?nu voor het eerst\b"
    r"|\bdat was (?:helemaal |toch |echt )?geen \w+"
    r"|\bbedoelde(?:n)? (?:ik |wij |we )?niet\b|\b(?:ik|wij|we) bedoelde(?:n)? dat\b"
    r"|\b(?:precies|juist) (?:andersom|omgekeerd|het tegenovergestelde)\b"
    r"|\b(?:zegt|zeggen) (?:\w+ ){0,3}van (?:wel|niet)\b"
    r"|\bzegt (?:tegen iedereen )?dat (?:hij|ze|zij|die|het|dat|de \w+) (?:['’]m|hem|haar|nooit|niet)\b"
    r"|\bkent dat gesprek niet\b|\bweet daar niets van\b"
    r"|\bop papier\b[^.;!?]*, maar\b|\bvolgens mij\b[^.;!?]*, (?:maar )?in (?:het|de|mijn) \w+ staat\b"
    r"|\b(?:zegt|zeggen|meent|menen|beweert|beweren)\b[^.;!?]*, (?:maar )?(?:ik|wij|we) "
    r"(?:vind|vinden|zie|zien|heb|hebben)\b[^.;!?]*\b(?:geen|niet|één|alleen|nergens)\b"
    r"|\bdat heb(?:ben)? (?:ik|wij|we) (?!ook )(?:\w+ ){0,2}(?:niet|nooit) (?:gehoord|gezegd|gevraagd"
    r"|bedoeld|toegezegd|afgesproken|beloofd|geschreven)\b"
    r"|\b(?:ik|wij|we) heb(?:ben)? dat (?:zo |helemaal )?(?:niet|nooit) (?:gehoord|gezegd"
    r"|gevraagd|bedoeld|toegezegd|afgesproken|beloofd|geschreven)\b"
    r"|\b(?:ik|wij|we) kan? (?:\w+ ){0,4}(?:niet|nergens) (?:terugvinden|vinden)\b"
    r"|\bniet geverifieerd\b"
    r"|\b(?:ik|wij|we) heb(?:ben)? (?:dat |het |zo )*n[ií]et (?:zo )?gezegd\b"
)
"""Words with which a teller speaks against another telling."""
_CORRECTS_ITSELF = re.compile(
    r"[\w%…\]](?:[.,…]? (?:of |eh,? |oh )?nee,? |, nou ja,? )"
    r"(?!dank|hoor\b|dus\b|zei|zegt|want|maar|niet|ik|hij|ze|zij|we|wij|geen|en\b|toen|daar|er\b"
    r"|mevrouw|meneer|dat (?:hoefde|wil|kan|mag|had|heb|doe|weet))"
    r"(?P<then>[^.;!?]+)"
)
"""Words with which a teller puts another thing in the place of what was just said."""
_SAYS_NO = re.compile(r"(?:zei|zegt|zeg|werd|was|dus|antwoord\w*)(?: \w+)? nee\b")
_EACH_OTHER = re.compile(
    r"\bdacht(?:en)? (?:\w+ ){0,2}dat (?:ik|wij|we|zij|hij|ze|jij|jullie|de ander|een ander"
    r"|(?:de |het )?[\w\[\]-]+) (?:[\w\[\]-]+ ){0,3}"
    r"(?:deed|deden|zou|zouden|regelde|regelden|had|hadden|oppakte|belde)\b"
    r"|\bin de veronderstelling dat\b|\bwie dat zou doen\b"
)
_BOTH_THOUGHT = re.compile(
    r"\b(?:dacht|dachten) dat\b[^.;!?]*[,.;] (?:en )?(?:[\w\[\]-]+ ){1,3}(?:dacht|dachten) dat\b"
)
"""Words that tell that one thought that another would do it, or had done it."""
CITED = 60
_OUTCOMES: Mapping[Realised, str] = {
    Realised.YES: "het is gebeurd",
    Realised.NO: "het is niet gebeurd",
    Realised.ATTEMPT: "het is geprobeerd",
    Realised.INTENDED: "het was een voornemen",
    Realised.UNKNOWN: "onbekend",
}


def conflicts(accounts: Sequence[Account]) -> tuple[Conflict, ...]:
    """Return on what the accounts disagree, each with a Dutch text and its sources."""
    return tuple(conflict for check in _CHECKS for conflict in check(accounts))


def _on_date(accounts: Sequence[Account]) -> Iterator[Conflict]:
    dated = [a for a in accounts if a.date and a.date.bounds.known]
    differing = [
        pair
        for pair in combinations(dated, 2)
        if not _dates_meet(*pair) and not _plan_and_outcome(*pair)
    ]
    if differing:
        involved = _involved(differing)
        yield _conflict(ConflictKind.DATE, involved, (_told_date(a) for a in involved))


def _taken_back(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield where a teller first gave another date and corrected it."""
    for account in accounts:
        if account.taken_back is None or account.date is None:
            continue
        first, then = account.taken_back.text, account.date.text
        if first.casefold() != then.casefold():
            yield _conflict(
                ConflictKind.DATE, [account], (f"eerst {first}, hersteld naar {then}",)
            )


def _others_say(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield where a teller says that others give another date."""
    for account in accounts:
        if account.others_say is not None and account.date is not None:
            told = f"{account.date.text}; anderen noemen {account.others_say.text}"
            yield _conflict(ConflictKind.DATE, [account], (told,))


def _dates_meet(one: Account, other: Account) -> bool:
    return bool(one.date and other.date and one.date.bounds.meets(other.date.bounds))


def _plan_and_outcome(one: Account, other: Account) -> bool:
    """Tell whether one told a plan and the other what came of it: two days, no doubt.

    A few days apart they may as well tell one day differently.
    """
    if (one.realised is Realised.INTENDED) == (other.realised is Realised.INTENDED):
        return False
    return bool(
        one.date
        and other.date
        and days_apart(one.date.bounds, other.date.bounds) > NEAR
    )


def _told_date(account: Account) -> str:
    """Return the day as it was told; in full where that alone says nothing ("die dag")."""
    date = account.date
    text = date.text if date else ""
    day = date.earliest if date and date.earliest == date.latest else None
    if day and not any(letter.isdigit() for letter in text):
        return day_in_words(day)
    return text or (date and date.edtf) or "geen datum"


def _on_outcome(accounts: Sequence[Account]) -> Iterator[Conflict]:
    happened = [a for a in accounts if a.realised is Realised.YES]
    failed = [a for a in accounts if a.realised in {Realised.NO, Realised.ATTEMPT}]
    apart = {a.document for a in happened} ^ {a.document for a in failed}
    if happened and failed and len(apart) > 1:
        involved = [*happened, *failed]
        yield _conflict(
            ConflictKind.REALISED, involved, (_OUTCOMES[a.realised] for a in involved)
        )


def _on_actor(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield when two tellings of one plan lay it with different organisations."""
    plans = [a for a in accounts if a.realised is Realised.INTENDED and a.organisations]
    for one, other in combinations(plans, 2):
        only = {*one.organisations} - {*other.organisations} - FAMILY
        against = {*other.organisations} - {*one.organisations} - FAMILY
        if one.document != other.document and only and against:
            yield _conflict(
                ConflictKind.ACTOR,
                [one, other],
                (", ".join(sorted(only)), ", ".join(sorted(against))),
            )


def _on_content(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield when two sources give another number of the same thing."""
    if len({account.document for account in accounts}) < 2:
        return
    told = [(a, amounts(a.wording)) for a in accounts]
    for (one, ones), (other, others) in combinations(told, 2):
        for unit in sorted(ones.keys() & others.keys()):
            if one.document != other.document and ones[unit] != others[unit]:
                yield _conflict(
                    ConflictKind.CONTENT,
                    [one, other],
                    (f"{ones[unit]} {unit}", f"{others[unit]} {unit}"),
                )


def _on_doer(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield when two sources say of one deed that another did it."""
    told = [(a, doers(a.wording, a.organisations)) for a in accounts]
    for (one, ones), (other, others) in combinations(told, 2):
        for deed in sorted(ones.keys() & others.keys()):
            who, else_who = ones[deed], others[deed]
            if one.document != other.document and differ(who, else_who):
                said = (f"door {who} {deed}", f"door {else_who} {deed}")
                yield _conflict(ConflictKind.CONTENT, [one, other], said)


def _spoken_of(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield where one telling itself says that another tells it otherwise."""
    for account in accounts:
        words = account.wording.lower()
        if _AGAINST.search(words):
            yield _conflict(
                ConflictKind.CONTENT, [account], ("wat anderen zeggen, klopt niet",)
            )
        waited = account.realised is not Realised.YES and _EACH_OTHER.search(words)
        if waited or _BOTH_THOUGHT.search(words):
            yield _conflict(
                ConflictKind.ACTOR, [account], ("de een dacht dat de ander het deed",)
            )


def _corrected(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield where a teller says one thing and then puts another in its place."""
    for account in accounts:
        words = account.wording
        found = _CORRECTS_ITSELF.search(words.lower())
        if account.taken_back is None and found and not _SAYS_NO.search(words.lower()):
            then = words[found.start("then") : found.end("then")].strip(" ,:")
            told = f"eerst anders, hersteld naar ‘{then[:CITED]}’"
            yield _conflict(ConflictKind.CONTENT, [account], (told,))


def _involved(pairs: Iterable[tuple[Account, Account]]) -> list[Account]:
    return list({a.id: a for pair in pairs for a in pair}.values())


def _conflict(
    kind: ConflictKind, accounts: Sequence[Account], told: Iterable[str]
) -> Conflict:
    parts = [
        f"volgens {account.who_tells or 'een bron'}: {what}"
        for account, what in zip(accounts, told, strict=True)
    ]
    text = "; ".join(dict.fromkeys(parts))
    return Conflict(
        kind=kind,
        accounts=tuple(a.id for a in accounts),
        text_nl=text[:1].upper() + text[1:],
    )


_CHECKS = (
    _on_date,
    _taken_back,
    _others_say,
    _on_outcome,
    _on_actor,
    _on_content,
    _on_doer,
    _spoken_of,
    _corrected,
)
