"""Event → sentences: neutral Dutch, each with the tellings that it rests on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Conflict, ConflictKind, Event, Realised
from ltnlp.domain.mentions import FAMILY
from ltnlp.reporting.dates_nl import on_day_in_words
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.own_words import behind_day, in_full, teller_of, without_day
from ltnlp.reporting.plain import printable
from ltnlp.reporting.turned import turned

SELF = re.compile(
    r"\b(?:ik|wij|we|mij|me|mijn|ons|onze|ikzelf|je|jullie)\b", re.IGNORECASE
)
DENIES = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niks|niets|zonder|vervallen|verhinderd|afgewezen)\b",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"(?:dat|daar\w*|die|dit|deze|toen|zo|dan|maar|of|want|hier\w*|ze|hij)\b",
    re.IGNORECASE,
)
"""Words with which a teller points back at what the story does not tell."""
_SECOND = re.compile(r",? (?:en|maar|want|dus) (?=(?:ze|zij|hij|ik|we|wij|er|toen) )")
"""Where a second main clause begins."""
_SAME = re.compile(r"\b(?:diezelfde|dezelfde) (?:dag|avond|ochtend|middag|nacht)\b")
"""Words with which a telling says by itself that it was on the day before it."""
ABOUT = {
    "melding": "over een melding",
    "overleg": "over een overleg",
    "gesprek": "over een gesprek",
    "contact": "over een contact",
    "besluit": "over een besluit",
    "afwijzing": "over een afwijzing",
    "verwijzing": "over een verwijzing",
    "aanmelding": "over een aanmelding",
    "afspraak": "over een afspraak",
    "overdracht": "over een overdracht",
    "incident": "over een incident",
    "verzuim": "over het verzuim",
    "onderzoek": "over een onderzoek",
    "plaatsing": "over een plaatsing",
}
OUTCOMES = {
    Realised.NO: "Dit is niet gebeurd.",
    Realised.ATTEMPT: "Het bleef bij een poging.",
    Realised.INTENDED: "Dit was een voornemen.",
    Realised.UNKNOWN: "Of het gebeurde, is niet bekend.",
}
ACCORDING = {
    Realised.YES: "is dit gebeurd",
    Realised.NO: "is dit niet gebeurd",
    Realised.ATTEMPT: "bleef het bij een poging",
    Realised.INTENDED: "was dit een voornemen",
    Realised.UNKNOWN: "is niet bekend of dit gebeurde",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text and the ids of the accounts that are noted behind it."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event in the words of the story: the words in bold, and what follows."""

    lead: str
    pieces: tuple[Piece, ...]


def told(
    event: Event,
    report: ReportInput,
    before: UncertainDate | None = None,
    *,
    leading: bool = True,
) -> Told:
    """Return an event in the words of the story; `before` dates the one above it.

    Without `leading` nothing is said of when it was: the head of the chapter does.

    What a teller says of themselves, and what judges or looks back, is not taken over
    in the story's own voice: it is given to its teller. Where accounts disagree each
    is told as such: "Volgens …; volgens …".
    """
    noted = tuple(account.id for account in event.accounts)
    quoted = _quoted(event, report, leading=leading)
    when = _when(event.date, before, over=bool(quoted)) if leading else ""
    if when == "Diezelfde dag" and _SAME.search(event.what):
        when, leading = "", False
    colon, words = ("", quoted) if quoted else _plain(event, report, leading=leading)
    pieces = [Piece(text=printable(words), notes=noted)]
    for conflict in event.conflicts:
        pieces.append(Piece(text=" "))
        pieces += _of_conflict(conflict, event, report)
    return Told(lead=f"{when}{colon}", pieces=tuple(pieces))


def _quoted(event: Event, report: ReportInput, *, leading: bool) -> str:
    """Return the words of a teller, given to the teller; "" where none need be."""
    what = _ended(in_full(event))
    first = teller_of(event)
    verb = "noteerde" if first.contemporaneous else "vertelt"
    who = by(first, report)
    says = f"{verb} {who}" if leading else f"{_capital(who)} {verb}"
    if report.loaded is not None and report.loaded.search(what):
        about = ABOUT.get(event.type, "hierover")
        told_so = f"{says} {about} in eigen woorden; die staan in de noot."
        return told_so + _outcome(event, denied=False)
    if not SELF.search(what) and not (POINTS.match(what) and not first.contemporaneous):
        return ""
    denied = bool(DENIES.search(what))
    return f"{says}: “{what}”" + _outcome(event, denied=denied)


def _plain(event: Event, report: ReportInput, *, leading: bool) -> tuple[str, str]:
    """Return what stands behind the day, and the words of the story's own voice."""
    what = _ended(in_full(event))
    outcome = _outcome(event, denied=bool(DENIES.search(what)))
    if not leading:
        return "", what + outcome
    own = teller_of(event).date
    opened = behind_day(what, event.date) or behind_day(what, own)
    if opened.partition(" ")[0] in report.turning.verbs:
        return "", opened + outcome
    short = without_day(what, event.date)
    behind = turned(short, report.turning) if _turns(event, what) else ""
    if behind:
        return "", behind + outcome
    return ":", _small(short, report) + outcome


def _turns(event: Event, what: str) -> bool:
    """Tell whether a day before a sentence is that of its first clause."""
    if event.date is None or event.date.edtf is None:
        return False
    first = _SECOND.split(what, maxsplit=1)[0]
    told = event.date.text.lower()
    return told not in what.lower() or told in first.lower()


def _small(text: str, report: ReportInput) -> str:
    """Return text to go on with behind a colon: in small, but for a name."""
    first, _, rest = text.partition(" ")
    named = first[1:] != first[1:].lower() or len(first) < 2
    proper = {
        word for kind in report.taxonomy.values() for word in kind.neutral.split()
    }
    if named or rest[:1].isupper() or first.strip(".,;:") in proper:
        return text
    return text[:1].lower() + text[1:]


def _outcome(event: Event, *, denied: bool) -> str:
    disputed = any(c.kind is ConflictKind.REALISED for c in event.conflicts)
    if disputed or (denied and event.realised is Realised.NO):
        return ""
    told_so = OUTCOMES.get(event.realised, "")
    return f" {told_so}" if told_so else ""


def _of_conflict(
    conflict: Conflict, event: Event, report: ReportInput
) -> Iterator[Piece]:
    accounts = [a for a in event.accounts if a.id in conflict.accounts]
    clauses = _clauses(conflict.kind, accounts, report)
    if conflict.kind is ConflictKind.DATE and len(accounts) == 1:
        yield from _taken_back(accounts[0], report)
    elif len(clauses) < 2:
        yield Piece(
            text=_ended(printable(conflict.text_nl)), notes=tuple(conflict.accounts)
        )
    else:
        yield from _side_by_side(clauses, report)


Clause = tuple[str, list[Account]]


def _clauses(
    kind: ConflictKind, accounts: Sequence[Account], report: ReportInput
) -> list[Clause]:
    """Return what is told otherwise, each with its tellers, in order of telling."""
    grouped: dict[str, list[Account]] = {}
    for account in accounts:
        said = _said(kind, account, report)
        if said:
            grouped.setdefault(said, []).append(account)
    return list(grouped.items())


def _said(kind: ConflictKind, account: Account, report: ReportInput) -> str:
    if kind is ConflictKind.DATE:
        return f"was dit {on_day_in_words(account.date)}" if account.date else ""
    if kind is ConflictKind.REALISED:
        return ACCORDING[account.realised]
    if kind is ConflictKind.ACTOR and account.organisations:
        kinds = [report.kind_in_words(one) for one in account.organisations]
        return f"lag dit bij {_listed(kinds)}"
    return ""


def _side_by_side(clauses: Sequence[Clause], report: ReportInput) -> Iterator[Piece]:
    heard: set[str] = set()
    for number, (said, accounts) in enumerate(clauses):
        tellers = list(dict.fromkeys(by(a, report) for a in accounts))
        source = f"volgens {_listed(tellers)}"
        if heard.issuperset(tellers):
            source = "elders volgens dezelfde verteller"
        heard.update(tellers)
        opening = _capital(source) if number == 0 else f" {source}"
        closing = "." if number == len(clauses) - 1 else ";"
        yield Piece(
            text=printable(f"{opening} {said}{closing}"),
            notes=tuple(account.id for account in accounts),
        )


def _taken_back(account: Account, report: ReportInput) -> Iterator[Piece]:
    first = account.taken_back.text if account.taken_back else "een andere dag"
    then = account.date.text if account.date else ""
    said = f"{_capital(by(account, report))} noemde eerst “{first}”"
    yield Piece(
        text=printable(f"{said} en herstelde dat naar “{then}”."), notes=(account.id,)
    )


def by(account: Account, report: ReportInput) -> str:
    """Return who tells, with the organisation: "[Mentor-1] van de middelbare school"."""
    who = account.who_tells or "een bron"
    kind = account.teller_kind
    if not who.startswith(("[", "een ", "de ", "het ")):
        who = f"de {who}"
    if not kind or kind in FAMILY or kind.replace("_", " ") in who.lower():
        return who
    return f"{who} van {report.kind_in_words(kind)}"


def _when(
    date: UncertainDate | None, before: UncertainDate | None, *, over: bool
) -> str:
    """Return when it was, to begin a paragraph with; "Over …" before who tells it."""
    if date is None or date.edtf is None:
        return "Zonder datum"
    if before is not None and before.edtf == date.edtf:
        single = date.earliest is not None and date.earliest == date.latest
        same = "diezelfde dag" if single else "diezelfde tijd"
        return f"Over {same}" if over else _capital(same if single else f"in {same}")
    when = on_day_in_words(date)
    if not over:
        return _capital(when)
    link, _, rest = when.partition(" ")
    if link in {"op", "in"}:
        return f"Over {rest}"
    return f"Over de tijd {when}"


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} en {words[-1]}"


def _ended(text: str) -> str:
    bare = text.rstrip('"”’)')
    return text if bare.endswith((".", "!", "?", "…")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
