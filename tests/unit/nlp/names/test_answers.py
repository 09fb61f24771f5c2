"""Births and ages told over two turns, and what looks like it and is none."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import passage


def told(*turns: str) -> list[tuple[str, str | None]]:
    passages = [passage(t, f"p{n}", ordinal=n) for n, t in enumerate(turns)]
    text = {p.id: p.text for p in passages}
    return [
        (c.span.of(text[c.passage]), c.role)
        for c in NameDetector().detect(passages, ())
        if c.found_by == "answers"
    ]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["Hoe oud is hij nu?", "Moeder: Net vier."], ("vier", "kleuterleeftijd")),
        (["hoe oud was ze toen", "elf, denk ik"], ("elf", "basisschoolleeftijd")),
        (
            ["Hoe oud is de kleine?", "Vader: Zeven weken."],
            ("Zeven weken", "babyleeftijd"),
        ),
        (
            ["Welke leeftijd had hij?", "2", "00:01 --> 00:04", "Hij was 14."],
            ("14", "tienerleeftijd"),
        ),
        (["En toen werd ze geboren.", "Oma: 2 juni, heel vroeg."], ("2 juni", None)),
        (["Wanneer is hij jarig?", "op 9 mei"], ("9 mei", None)),
        (
            ["En de bevalling?", "<v Moeder>3 april 2021, thuis."],
            ("3 april 2021", None),
        ),
    ],
    ids=["age", "lower", "weeks", "lines-between", "birth", "birthday", "voice"],
)
def test_answer_is_found(turns: list[str], expected: tuple[str, str | None]) -> None:
    found = told(*turns)
    assert [shown for shown, _ in found] == [expected[0]]
    if expected[1]:
        assert found[0][1] is not None


@pytest.mark.parametrize(
    "turns",
    [
        ["Hoe ging het?", "Op 9 mei belde hij."],
        ["Hoe oud bent u?", "Ik ben 48."],
        ["Hoe oud is hij?", "Hij heeft drie broers."],
        ["Hoe oud is hij?"],
        ["Hoe oud is hij?", "1", "2", "3", "Vier."],
        ["Wanneer is zij geboren?", "Dat weet ik niet."],
    ],
    ids=["no-question", "adult", "count", "end", "too-far", "unknown"],
)
def test_nothing_is_taken_for_an_answer(turns: list[str]) -> None:
    assert told(*turns) == []


def test_answer_of_another_document_is_none() -> None:
    one = passage("Hoe oud is hij?", "p1", document="d1")
    two = passage("Vier.", "p2", document="d2")
    found = NameDetector().detect([one, two], ())
    assert [c for c in found if c.label is Label.AGE_PRECISE] == []
