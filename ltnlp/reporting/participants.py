"""Who told in the sources, and what of the timeline is their own telling."""

from dataclasses import dataclass

from ltnlp.domain.events import Account, Event
from ltnlp.domain.knowledge import KnowledgeState
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.reporting.inputs import ReportInput


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
        unused=tuple(p for p in spoken if p.id not in used and p.text.strip()),
        tunnel=_tunnel(name, own, report),
    )


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
    return tuple(sorted(states, key=lambda pair: _since(pair[1])))


def _since(state: KnowledgeState) -> str:
    first = state.known_from.earliest
    return first.isoformat() if first else "9999"
