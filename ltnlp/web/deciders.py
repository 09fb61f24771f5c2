"""Who decides on a page, by role."""

from ltnlp.casework.moments import GROUPS
from ltnlp.reporting.words_nl import group_in_words

FACILITATOR = "begeleider"
GROUPS_NL = {role: group_in_words(role) for role in GROUPS} | {
    FACILITATOR: "De begeleider"
}
"""Who choose; the facilitator may do it for them."""
