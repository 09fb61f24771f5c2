"""Who told in the sources, and what of the timeline is their own telling."""

import re
from dataclasses import dataclass

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.events import Account, Event
from ltnlp.domain.knowledge import KnowledgeState
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.reporting.inputs import ReportInput

FRAME = frozenset(
    {SegmentKind.HEADING, SegmentKind.HEADER_ROW, SegmentKind.MAIL_HEADER}
)
"""Parts of a source that stand around what is told."""
FEWEST = 3
"""Words of a telling, at least."""
_PSEUDONYM = re.compile(r"\[[^\]\n]*\]")
_HEAD = re.compile(
    r"(?:van|aan|cc|bcc|datum|onderwerp|betreft|verzonden|from|to|date|sent|subject)\s*:",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:beste|geachte|dag|hoi|hallo|lieve|goede\w*|(?:met )?(?:vriendelijke|hartelijke) groet\w*"
    r"|groet\w*|mvg)\b.{0,40}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One teller, with what is theirs and nobody else's.

    Attributes:
        name: pseudonym or role.
        tellings: their accounts in the order of the timeline, each with its event.
        unused: passages of theirs that no event rests on.
        tunnel: what they or their organisation knew, by their own telling, in the
            order in which they came to know it.
    """

    name: str
    tellings: tuple[tuple[Event, Account], ...]
    unused: tuple[ReleasedPassage, ...]
    tunnel: tuple[tuple[Event, KnowledgeState], ...]


def participants(report: ReportInput) -> tuple[Participant, ...]:
    """Return all tellers of a review, in the order of the alphabet."""
    tellings: dict[str, list[tuple[Event, Account]]] = {}
    for event in report.shown_events():
        for account in event.accounts:
            if account.who_tells and account.passage:
                tellings.setdefault(account.who_tells, []).append((event, account))
    return tuple(
        _participant(name, own, report) for name, own in sorted(tellings.items())
    )


def _participant(
    name: str, own: list[tuple[Event, Account]], report: ReportInput
) -> Participant:
    used = {account.passage for _, account in own}
    spoken = (p for p in report.passages if p.speaker == name and not p.interviewer)
    return Participant(
        name=name,
        tellings=tuple(own),
        unused=tuple(p for p in spoken if p.id not in used and _tells(p)),
        tunnel=_tunnel(name, own, report),
    )


def _tells(passage: ReleasedPassage) -> bool:
    """Tell whether a passage holds a telling: no head of a mail or page, no greeting."""
    text = passage.text[passage.body_start :].strip()
    words = _PSEUDONYM.sub(" ", text).split()
    framed = passage.kind in FRAME or _HEAD.match(text) or _GREETING.fullmatch(text)
    return len(words) >= FEWEST and not framed


def _tunnel(
    name: str, own: list[tuple[Event, Account]], report: ReportInput
) -> tuple[tuple[Event, KnowledgeState], ...]:
    """Return what they knew by their own telling: hearsay about them is left out."""
    mine = {account.id: event for event, account in own}
    actors = {name, *(a.teller_kind for _, a in own if a.teller_kind)}
    states = [
        (mine[state.account], state)
        for state in report.timeline.knowledge
        if state.account in mine and state.actor in actors
    ]
    first: dict[tuple[str, str], tuple[Event, KnowledgeState]] = {}
    for pair in sorted(states, key=lambda pair: _since(pair[1])):
        first.setdefault((pair[1].account, pair[1].how), pair)
    return tuple(first.values())


def _since(state: KnowledgeState) -> str:
    first = state.known_from.earliest
    return first.isoformat() if first else "9999"
