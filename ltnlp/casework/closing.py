"""A review ends: what may stay is set apart, and its retention term begins."""

import datetime as dt

from ltnlp.casework.home import Home
from ltnlp.casework.reviews import end, load_review
from ltnlp.domain.reviews import ReviewState
from ltnlp.stages import anonymity


def close_review(
    home: Home, review_id: str, *, state: ReviewState, today: dt.date
) -> int:
    """Close or cancel a review; return the number of facts that may stay.

    Only a closed review leaves facts, and only from factors that people accepted.

    Raises:
        StateError: it was ended before.
    """
    end(home, review_id, state=state, today=today)
    if state is not ReviewState.CLOSED:
        return 0
    store = home.store(review_id)
    facts = anonymity.keep(
        load_review(home, review_id),
        factors=store.factors(),
        graph=store.graph(),
        timeline=store.timeline(),
    )
    home.system().save_facts(review_id, facts)
    return len(facts)
