"""Places of corrections: found again by their words, their context, or what is left."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.spans import Span
from ltnlp.stages.anchors import Places, anchored

TEXT = (
    "Oma belde op maandag. De juf schreef een brief aan het wijkteam over het slapen. "
    "Oma belde op dinsdag."
)
QUOTE = "De juf schreef een brief aan het wijkteam over het slapen."


def seal(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def anchor(quote: str, text: str = TEXT, *, nth: int = 0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return anchored(
        text, Span(start=start, end=start + len(quote)), name="e1", slot="s1", seal=seal
    )


def found(made, text: str, *, edited: bool = False) -> str | None:
    at = Places(text, seal).find(made, edited=edited)
    return None if at is None else at.span.of(text)


def test_a_place_that_did_not_change_is_kept() -> None:
    made = anchor(QUOTE)
    assert Places(TEXT, seal).find(made) == made


def test_no_word_of_the_source_stands_in_an_anchor() -> None:
    told = repr(anchor(QUOTE)).lower()
    assert not any(word in told for word in ("juf", "brief", "wijkteam", "oma"))


@given(st.text(alphabet="ab .\n", max_size=40), st.text(alphabet="cd .", max_size=40))
def test_words_that_stand_there_are_found_wherever_they_moved(before, after) -> None:
    text = f"{before} {TEXT} {after}"
    assert found(anchor(QUOTE), text) == QUOTE


@pytest.mark.parametrize("nth", [0, 1])
def test_of_the_same_words_those_with_the_same_context_are_taken(nth) -> None:
    made = anchor("Oma belde", nth=nth)
    text = "Vooraf stond hier een heel ander verhaal over de zomer. " + TEXT
    at = Places(text, seal).find(made)
    assert at is not None
    day = text[at.span.end :].split()[1]
    assert day == ("maandag.", "dinsdag.")[nth]


def test_an_edited_passage_is_found_where_that_is_asked() -> None:
    text = TEXT.replace("over het slapen", "over zijn moeheid").replace("Oma", "Opa")
    assert found(anchor(QUOTE), text) is None
    there = found(anchor(QUOTE), text, edited=True)
    assert there == "De juf schreef een brief aan het wijkteam over"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (QUOTE, "De juf schreef niets. Er kwam een andere week met het wijkteam."),
        ("Oma belde", "Opa belde op maandag."),
        (QUOTE, ""),
    ],
    ids=["too little is left", "too short to be known again", "no text"],
)
def test_what_is_gone_is_found_nowhere(quote, text) -> None:
    assert found(anchor(quote), text, edited=True) is None


def test_one_text_is_looked_through_for_many_anchors() -> None:
    text = TEXT.replace("over het slapen", "over zijn moeheid")
    places = Places(text, seal)
    made = (anchor(QUOTE), anchor("Oma belde op dinsdag."), anchor(TEXT))
    assert all(places.find(one, edited=True) for one in made)
