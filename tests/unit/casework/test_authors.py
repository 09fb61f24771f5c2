"""Whose organisation tells, where a facilitator typed only a function."""

import pytest

from ltnlp.casework.authors import with_kinds
from ltnlp.domain.mentions import RosterEntry
from tests.builders import document

ROSTER = (
    RosterEntry(name="A", role="Begeleider", organisation="wijkteam Oost"),
    RosterEntry(name="B", role="coach", organisation="ziekenhuis Sint Anna"),
    RosterEntry(name="C", role="coach", organisation="wijkteam Oost"),
)


@pytest.mark.parametrize(
    ("role", "typed", "kind"),
    [
        ("begeleider", None, "wijkteam"),
        ("intern begeleider", None, "basisschool"),
        ("moeder", None, "gezin"),
        ("coach", None, None),
        ("begeleider", "mbo", "mbo"),
        (None, None, None),
    ],
    ids=[
        "a participant has the role",
        "the role says it",
        "the family",
        "participants of several kinds",
        "what was typed stays",
        "no role",
    ],
)
def test_the_role_of_who_made_a_source_tells_the_organisation(role, typed, kind):
    (told,) = with_kinds([document(author_role=role, author_kind=typed)], ROSTER)
    assert told.author_kind == kind
