"""What the last run of a review left; a review that was never run says so."""

from ltnlp.casework.home import Home
from ltnlp.domain.errors import StateError
from ltnlp.domain.timeline import IntegratedTimeline


def last_timeline(home: Home, review_id: str) -> IntegratedTimeline:
    """Return the timeline of the last run.

    Raises:
        StateError: the review was never run.
    """
    timeline = home.store(review_id).timeline()
    if timeline is None:
        raise never_run(review_id)
    return timeline


def never_run(review_id: str) -> StateError:
    """Return the error for a review without results, with what to do about it."""
    return StateError(
        f"review {review_id} was never run",
        message_nl="Deze review is nog niet doorgerekend; doe dat eerst.",
    )
