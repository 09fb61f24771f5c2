"""Confidence in whole documents is what was counted of a rule, drawn to the mean."""

from ltnlp.nlp.dates.trust import share_right


def test_many_right_answers_are_trusted_more_than_none() -> None:
    known = share_right("absolute.numeric", flagged=False)
    assert known > share_right("a rule that never answered", flagged=False)
    assert known > 0.99


def test_what_is_flagged_is_trusted_less() -> None:
    for rule in ("absolute.month", "a rule that never answered"):
        assert share_right(rule, flagged=True) < share_right(rule, flagged=False)


def test_a_share_lies_between_none_and_all() -> None:
    assert 0 < share_right("vague.after", flagged=True) < 1
