from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.nlp.sentences import LONGEST, clauses, sentences

CASES = {
    "title": (
        "Ik belde mw. Jansen. Zij nam op.",
        ["Ik belde mw. Jansen.", "Zij nam op."],
    ),
    "abbreviation": (
        "Gesprek o.l.v. de IB'er n.a.v. het incident. Geen besluit.",
        ["Gesprek o.l.v. de IB'er n.a.v. het incident.", "Geen besluit."],
    ),
    "initial": (
        "Consult met R. Smit. Daarna naar huis.",
        ["Consult met R. Smit.", "Daarna naar huis."],
    ),
    "ellipsis goes on": (
        "Dat was… in mei denk ik. Ja.",
        ["Dat was… in mei denk ik.", "Ja."],
    ),
    "ellipsis ends": (
        "Ik weet niet… Toen ging hij.",
        ["Ik weet niet…", "Toen ging hij."],
    ),
    "clock": (
        "Mr belde 10.20 u af. Nw afspr. 4-3.",
        ["Mr belde 10.20 u af.", "Nw afspr. 4-3."],
    ),
    "cells": (
        "3-4-20 | MDO. Plan gemaakt. | ik",
        ["3-4-20", "MDO.", "Plan gemaakt.", "ik"],
    ),
    "quote": (
        "Hij zei: 'Ga weg.' Toen ging ik.",
        ["Hij zei: 'Ga weg.'", "Toen ging ik."],
    ),
    "pseudonym": (
        "Er is gebeld. [Moeder-1] nam op.",
        ["Er is gebeld.", "[Moeder-1] nam op."],
    ),
    "wrapped line": (
        "We gingen naar\nhuis. Klaar.",
        ["We gingen naar\nhuis.", "Klaar."],
    ),
    "new line": ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
    "numbered": (
        "3.4. De raad besloot. Zie bijlage.",
        ["3.4. De raad besloot.", "Zie bijlage."],
    ),
    "no capitals": (
        "[Oma-1] belde. toen kwam mw. bakker. ze bleef een uur",
        ["[Oma-1] belde.", "toen kwam mw. bakker.", "ze bleef een uur"],
    ),
    "no capitals, a pause": (
        "dat was… in mei. en toen niets",
        ["dat was… in mei.", "en toen niets"],
    ),
    "a small letter after a capital": (
        "Zij kwam langs op z.n. gebied. dat was het.",
        ["Zij kwam langs op z.n. gebied. dat was het."],
    ),
    "empty": ("", []),
    "no letters": ("... !", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_it_begins_after_the_label() -> None:
    text = "Moeder: Ja. Toen belde ik."
    assert [s.of(text) for s in sentences(text, 8)] == ["Ja.", "Toen belde ik."]


def test_clauses_are_cut_at_conjunctions() -> None:
    text = "De mentor heeft gemeld, maar er is niets gedaan; ik belde want het moest."
    assert [s.of(text) for s in clauses(text)] == [
        "De mentor heeft gemeld",
        "maar er is niets gedaan",
        "ik belde",
        "want het moest.",
    ]


@given(st.text(alphabet="ab AB.!?…\n|,'\"1[]", max_size=60))
def test_spans_are_ordered_apart_trimmed_and_hold_every_letter(text: str) -> None:
    for split in (sentences, clauses):
        spans = split(text)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(s.of(text) == s.of(text).strip() for s in spans)
        inside = {i for s in spans for i in range(s.start, s.end)}
        letters = {i for i, c in enumerate(text) if c.isalnum()}
        assert split is clauses or letters <= inside


@pytest.mark.parametrize(
    "text",
    ["toen kwam er nog iemand bij en " * 4000, "x" * 50_000, "a-" * 30_000],
    ids=["talk without an end", "one word", "marks"],
)
def test_what_nobody_ended_is_cut_and_nothing_is_lost(text: str) -> None:
    found = sentences(text)
    assert max(len(span) for span in found) <= LONGEST
    kept = "".join(span.of(text) for span in found).replace(" ", "")
    assert kept == text.replace(" ", "")
