"""A timeline as it stands: that of the last run, with what people recorded since."""

from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal
from ltnlp.casework.last_run import last_timeline
from ltnlp.domain.events import Event
from ltnlp.domain.timeline import IntegratedTimeline
from ltnlp.stages.replay import Replay


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceRun:
    """The timeline of the last run, the corrections to replay, and what was added.

    `events` are those of the timeline and, behind them, those that people added.
    """

    timeline: IntegratedTimeline
    replay: Replay
    added: tuple[Event, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of the timeline and those that people added."""
        return (*self.timeline.events, *self.added)


def since_run(home: Home, review_id: str) -> SinceRun:
    """Return a review's timeline with what was recorded since the last run.

    Raises:
        StateError: the review was never run.
    """
    timeline = last_timeline(home, review_id)
    documents = home.store(review_id).released().documents
    replay = Replay(journal(home, review_id).corrections, documents)
    known = {event.id for event in timeline.events}
    added = tuple(event for event in replay.added(()) if event.id not in known)
    return SinceRun(timeline=timeline, replay=replay, added=added)
