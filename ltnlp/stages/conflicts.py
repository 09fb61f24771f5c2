"""Where accounts of one event disagree: shown side by side, never resolved."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ltnlp.domain.events import Account, Conflict, ConflictKind, Realised

_NUMBER = re.compile(
    r"(?<!\w)(?P<number>\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf"
    r"|twaalf)\s+(?P<unit>keer|maal|weken|wkn|dagen|maanden|uur|gesprekken|ochtenden"
    r"|contacten|kinderen|meldingen|huisbezoeken|agenten|keren)(?!\w)"
)
_VALUES: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(),
        start=1,
    )
} | {"één": 1}
_SAME_UNIT = {"wkn": "weken", "maal": "keer", "keren": "keer"}

_OUTCOMES: Mapping[Realised, str] = {
    Realised.YES: "het is gebeurd",
    Realised.NO: "het is niet gebeurd",
    Realised.ATTEMPT: "het is geprobeerd",
    Realised.INTENDED: "het was een voornemen",
    Realised.UNKNOWN: "onbekend",
}


def conflicts(accounts: Sequence[Account]) -> tuple[Conflict, ...]:
    """Return on what the accounts disagree, each with a Dutch text and its sources."""
    found = (_on_date, _taken_back, _on_outcome, _on_actor, _on_content)
    return tuple(conflict for check in found for conflict in check(accounts))


def _on_date(accounts: Sequence[Account]) -> Iterator[Conflict]:
    dated = [a for a in accounts if a.date and a.date.bounds.known]
    differing = [
        pair for pair in combinations(dated, 2) if not _dates_meet(pair[0], pair[1])
    ]
    if differing:
        involved = _involved(differing)
        yield _conflict(ConflictKind.DATE, involved, (_told_date(a) for a in involved))


def _taken_back(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield where a teller first gave another date and corrected it."""
    for account in accounts:
        if account.taken_back is not None and account.date is not None:
            first, then = account.taken_back.text, account.date.text
            yield _conflict(
                ConflictKind.DATE, [account], (f"eerst {first}, hersteld naar {then}",)
            )


def _dates_meet(one: Account, other: Account) -> bool:
    return bool(one.date and other.date and one.date.bounds.meets(other.date.bounds))


def _told_date(account: Account) -> str:
    date = account.date
    return (date.text or date.edtf or "") if date else "geen datum"


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
        only = set(one.organisations) - set(other.organisations)
        against = set(other.organisations) - set(one.organisations)
        if one.document != other.document and only and against:
            yield _conflict(
                ConflictKind.ACTOR,
                [one, other],
                (", ".join(sorted(only)), ", ".join(sorted(against))),
            )


def _on_content(accounts: Sequence[Account]) -> Iterator[Conflict]:
    """Yield when two sources give another number of the same thing."""
    told = [(a, _numbers(a.wording)) for a in accounts]
    for (one, ones), (other, others) in combinations(told, 2):
        for unit in sorted(ones.keys() & others.keys()):
            if one.document != other.document and ones[unit] != others[unit]:
                yield _conflict(
                    ConflictKind.CONTENT,
                    [one, other],
                    (f"{ones[unit]} {unit}", f"{others[unit]} {unit}"),
                )


def _numbers(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for match in _NUMBER.finditer(text.lower()):
        word, unit = match["number"], match["unit"]
        value = int(word) if word.isdigit() else _VALUES[word]
        found.setdefault(_SAME_UNIT.get(unit, unit), value)
    return found


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
