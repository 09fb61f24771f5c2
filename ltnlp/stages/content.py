"""Events by what they say: an order that no key, no id and no order of upload changes.

Ids of passages and documents come from the key of a review, so two installations
give the same source other ids. Whatever is chosen between equals is chosen by this
order, so that both come to the same timeline.
"""

import re
from collections.abc import Iterable

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Account, Event

_NUMBERED = re.compile(r"-\d+\]")
"""The number of a pseudonym: another installation may give another."""
NO_DAY = "9999"

ContentKey = tuple[object, ...]


def account_content(account: Account) -> ContentKey:
    """Return what one telling says: its day, its place in the source, its words."""
    return (
        *_days(account.date),
        account.source.start,
        account.source.end,
        _NUMBERED.sub("]", account.wording),
        account.who_tells or "",
        account.teller_kind or "",
        account.prompt,
        account.realised,
    )


def event_content(event: Event) -> ContentKey:
    """Return what an event says, to sort by; equal only where all words are equal."""
    told = tuple(sorted(map(account_content, event.accounts)))
    return (*_days(event.date), told, event.what, event.type, event.realised)


def by_content(events: Iterable[Event]) -> list[Event]:
    """Return the events in the order of what they say."""
    return sorted(events, key=event_content)


def _days(date: UncertainDate | None) -> tuple[str, str]:
    first = date.earliest if date else None
    last = date.latest if date else None
    return (
        first.isoformat() if first else NO_DAY,
        last.isoformat() if last else NO_DAY,
    )
