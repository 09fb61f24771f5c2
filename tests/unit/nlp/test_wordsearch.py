"""A quick search finds what the plain form of its patterns finds, at the same place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.nlp.resources import load_yaml
from ltnlp.nlp.wordsearch import WordSearch

PATTERNS = (
    "gemeld|geen (?:gehoor|reactie)",
    "(?:ge|terugge)?beld",
    r"(?:niet|on)\s?bereikbaar",
    r"\w*ge\w{2,}(?:d|t|en)",
    "^(?:en )?of .*niet",
    "a?b|(?:ab){2}|(?:a|b)*c",
    r"[(|]d\|\(e",
    "(?:(?:op|af)?ge)?zegd(?! door)",
    "(?<=, )geen",
)
TEXTS = st.lists(
    st.sampled_from(
        "gemeld geen gehoor reactie terugbeld gebeld beld niet bereikbaar nietbereikbaar "
        "onbereikbaar getekend en of ab abab cc |d|(e opgezegd zegd door x".split()
    )
).flatmap(lambda words: st.sampled_from([" ".join(words), ", ".join(words)]))


def plain(patterns: list[str]) -> re.Pattern[str]:
    words = [p if p.startswith("^") else rf"(?<!\w)(?:{p})(?!\w)" for p in patterns]
    return re.compile("|".join(words))


@given(st.lists(st.sampled_from(PATTERNS), min_size=1), TEXTS)
def test_the_first_place_is_that_of_the_plain_patterns(
    patterns: list[str], text: str
) -> None:
    expected = plain(patterns).search(text)
    search = WordSearch(patterns)
    assert search.start(text) == (expected.start() if expected else None)
    assert search.stands_in(text) is (expected is not None)


def test_what_is_told_of_an_attempt_is_found_as_before() -> None:
    listed = load_yaml("events/realisation.yaml")["attempt"]
    for text in (
        "ik heb gebeld maar geen gehoor",
        "zij zei de afspraak af",
        "zij kwam",
    ):
        assert WordSearch(listed).stands_in(text) is bool(plain(listed).search(text))


def test_a_group_that_does_not_close_is_refused() -> None:
    with pytest.raises(ValueError, match="does not close"):
        WordSearch(["(?:ge|be"])
