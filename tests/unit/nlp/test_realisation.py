import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.events import Realised
from ltnlp.nlp.realisation import realised, undone

FILE = Path(__file__).parents[2] / "cases" / "events" / "realised.json"


def test_cases_fail_exactly_where_known() -> None:
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    failures = [
        case["id"]
        for case in cases["cases"]
        if realised(case["text"]) != case["realised"]
    ]
    assert failures == cases["known_failures"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat is niet gebeurd.", True),
        ("Dat is gebeurd.", False),
        ("Brief verstuurd (bellen niet gelukt).", False),
        ("Nee dus.", True),
        ("Toen was het al te laat.", True),
        ("Mieke kreeg er een crisis tussendoor.", True),
        ("Nooit meer iets over gehoord.", True),
        ("Dat hoorde ik later.", False),
    ],
)
def test_undone_says_that_a_plan_came_to_nothing(text: str, expected: bool) -> None:
    assert undone(text) is expected


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    assert realised(text) in set(Realised)
