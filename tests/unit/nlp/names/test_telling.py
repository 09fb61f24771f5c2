"""Which parts of names tell somebody, and which numbers pass their test."""

import pytest

from ltnlp.nlp.names.telling import (
    checked_forms,
    is_said_anyway,
    may_be_called,
    tells_somebody,
)


@pytest.mark.parametrize("part", ["haanstra", "oldenziel", "sanne", "fatima", "kees"])
def test_a_name_that_is_no_word_tells_somebody(part):
    assert tells_somebody(part)


@pytest.mark.parametrize(
    "part", ["bos", "bakker", "groen", "voogd", "kim", "mei", "zuid"]
)
def test_a_name_that_is_a_word_or_short_tells_nobody(part):
    assert not tells_somebody(part)


def test_words_of_every_text_are_known():
    assert is_said_anyway("na")
    assert is_said_anyway("wil")
    assert is_said_anyway("kruik")
    assert not is_said_anyway("roos")
    assert not is_said_anyway("haanstra")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bel 050-3124567 terug", "050-3124567"),
        ("bel +31 50 312 45 67 terug", "+31 50 312 45 67"),
        ("op DE89 3704 0044 0532 0130 00 graag", "DE89 3704 0044 0532 0130 00"),
        ("auto 12-ABC-3 stond er", "12-ABC-3"),
        ("post naar 9471 KX 12 graag", "9471 KX 12"),
    ],
)
def test_numbers_that_identify_are_seen(text, shown):
    assert shown in [span.of(text) for span in checked_forms(text)]


@pytest.mark.parametrize(
    "text",
    [
        "in januari 2022 VT gebeld",
        "zaak 2021-00123 van e12",
        "op 12-03-2022 14.30",
        "e4f1c99ab 12345",
    ],
)
def test_days_codes_and_years_are_no_such_numbers(text):
    assert list(checked_forms(text)) == []


@pytest.mark.parametrize("word", ["zwaantje", "oldenziel", "roos"])
def test_a_word_that_is_no_function_goes_with_the_name_beside_it(word):
    assert may_be_called(word)


@pytest.mark.parametrize("word", ["wijkagent", "volgens", "moeder", "mevrouw", "na"])
def test_a_function_or_a_little_word_is_no_part_of_a_name(word):
    assert not may_be_called(word)
