"""A passage as the detectors see it: where its sentences begin when nothing marks them."""

import pytest

from ltnlp.nlp.names.detector import open_pages
from tests.unit.nlp.names.building import passage

_TALK = (
    "Ik heb Rinske gebeld Dat wist zij niet meer van Hendrika Blauw Toen ben ik maar "
    "naar huis gegaan en ik heb er nooit meer iets van gehoord"
)


@pytest.mark.parametrize(
    ("word", "opens"),
    [("dat", True), ("toen", True), ("rinske", False), ("blauw", False)],
)
def test_a_capital_of_a_common_word_opens_a_sentence_without_marks(
    word: str, opens: bool
) -> None:
    page = open_pages([passage(_TALK)])[0]
    assert page.unmarked
    assert page.words.opens[page.words.keys.index(word)] is opens


@pytest.mark.parametrize("text", [_TALK[:60], _TALK + ".", _TALK.lower()])
def test_short_marked_or_small_talk_opens_where_it_always_does(text: str) -> None:
    page = open_pages([passage(text)])[0]
    assert not page.unmarked
    assert page.words.opens.count(True) == 1


def test_a_label_is_no_mark() -> None:
    assert open_pages([passage(_TALK, label="Moeder")])[0].unmarked
