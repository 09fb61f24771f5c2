"""A review ends: what may stay is set apart, and its retention term begins."""

import datetime as dt
from dataclasses import replace

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.release import PSEUDONYM
from ltnlp.casework.reviews import end, load_review
from ltnlp.casework.words import with_pseudonyms, without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.retention import RetentionHold
from ltnlp.domain.reviews import ReviewState
from ltnlp.nlp.factors import pattern_library
from ltnlp.stages import anonymity
from ltnlp.store.keys import SYSTEM


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
    timeline, graph = store.timeline(), store.graph()
    if timeline is None or graph is None:
        return 0
    fact_id = fact_id_of(home, review_id)
    facts = anonymity.keep(
        load_review(home, review_id),
        store.factors(),
        graph.interactions,
        timeline,
        fact_id=fact_id,
        sides={one.id: one.valence for one in pattern_library()},
    )
    home.system().save_facts(fact_id, facts)
    return len(facts)


def approve(home: Home, review_id: str, *, by: str, today: dt.date) -> None:
    """Record that a person in the role `by` approved the destruction of a review.

    Raises:
        InputError: a name was given, and no role: it would outlive the review.
    """
    home.entry(review_id)
    _refuse_name(home, review_id, by)
    reviews.approve(home, review_id, by=by, today=today)


def hold(home: Home, held: RetentionHold) -> None:
    """Record an exception to destruction, its reason without names.

    Raises:
        InputError: a name was given, and no role: it would outlive the review.
    """
    home.entry(held.review)
    _refuse_name(home, held.review, held.by)
    (reason,) = without_names(home, held.review, [held.reason])
    reviews.hold(home, replace(held, reason=reason))


def _refuse_name(home: Home, review_id: str, role: str) -> None:
    known = with_pseudonyms(home, review_id, [role]) != (role,)
    (left,) = without_names(home, review_id, [role])
    if known or not PSEUDONYM.sub("", left).strip():
        raise InputError(
            "a name for a role",
            message_nl="Noem een rol en geen naam, zoals privacyfunctionaris.",
        )


def fact_id_of(home: Home, review_id: str) -> str:
    """Return the id of a review's facts: not the register's, so that none link."""
    key = home.keyring.make(SYSTEM)
    return key.fingerprint(f"facts:{review_id}".encode())[:12]
