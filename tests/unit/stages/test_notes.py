"""What the form of a note tells."""

import pytest

from ltnlp.stages.notes import is_note_of_contact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10-02-21 AB. Slaapt beter.", True),
        ("10-02-21 [Praktijkondersteuner-1]. Slaapt beter.", True),
        ("10-02-21 Bericht school binnen.", False),
        ("AB. Slaapt beter.", False),
    ],
    ids=["initials", "pseudonym", "message", "without a day"],
)
def test_a_day_and_initials_are_a_note_of_contact(text: str, expected: bool) -> None:
    assert is_note_of_contact(text) is expected
