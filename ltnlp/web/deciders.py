"""Who decides on a page, by role, and what is no decision."""

from ltnlp.casework.moments import GROUPS
from ltnlp.domain.errors import InputError
from ltnlp.reporting.words_nl import group_in_words

FACILITATOR = "begeleider"
GROUPS_NL = {role: group_in_words(role) for role in GROUPS} | {
    FACILITATOR: "De begeleider"
}
"""Who choose; the facilitator may do it for them."""


def decider(by: str) -> str:
    """Return the role that a form names; the facilitator where it names none of them."""
    return by if by in GROUPS_NL else FACILITATOR


def no_such_choice() -> InputError:
    """Return the error for a form that asks for nothing that the page offers."""
    return InputError("no such choice", message_nl="Deze keuze bestaat niet.")
