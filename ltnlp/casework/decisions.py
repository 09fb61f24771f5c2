"""What people decide on a page: one correction in the journal, or a clear refusal."""

import json
from collections.abc import Mapping

from ltnlp.casework.correct import Accepted, correct
from ltnlp.casework.home import Home
from ltnlp.domain.errors import InputError

WHY = "gekozen op de pagina"


def recorded(
    home: Home, review_id: str, told: Mapping[str, object], *, by: str, why: str = WHY
) -> Accepted:
    """Append one correction to the journal.

    What was decided before and then otherwise is a decision of its own: yes, no and
    yes again ends as yes.

    Raises:
        InputError: it was refused; it says why.
    """
    done = correct(home, review_id, [json.dumps({**told, "by": by, "why": why})])
    if done.refused:
        raise InputError("refused", message_nl=done.refused[0][1])
    if done.appended:
        return done
    again = {**told, "by": by, "why": why, "turn": _turns(home, review_id)}
    return correct(home, review_id, [json.dumps(again)])


def _turns(home: Home, review_id: str) -> int:
    return len(home.store(review_id).corrections())


def unknown_event() -> InputError:
    """Return the error for an event that the timeline does not have."""
    return InputError(
        "no such event", message_nl="Deze gebeurtenis staat niet op de tijdlijn."
    )
