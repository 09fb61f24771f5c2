import pytest

from ltnlp.domain.spans import Span
from ltnlp.nlp.events.wording import LONGEST, description


def told(text: str, date: str = "") -> str:
    core = Span(start=0, end=len(text))
    if not date:
        return description(text, core)
    at = text.index(date)
    return description(text, core, (Span(start=at, end=at + len(date)),))


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("3-4-20 | MDO op school.", "3-4-20", "MDO op school"),
        ("Ja, en toen belde ik de huisarts.", "", "Toen belde ik de huisarts"),
        (
            "De voogd belde, eh, met de school, want het liep uit de hand.",
            "",
            "De voogd belde met de school",
        ),
        (
            "Op 3 mei bracht de politie haar thuis.",
            "3 mei",
            "Op 3 mei bracht de politie haar thuis",
        ),
        ("12-05-21 Tel. met opa.", "12-05-21", "Tel. met opa"),
    ],
    ids=["date cell", "fillers", "first clause", "verb keeps its date", "note"],
)
def test_a_description_is_short_and_in_the_words_themselves(
    text: str, date: str, expected: str
) -> None:
    assert told(text, date) == expected


def test_it_is_never_longer_than_a_line() -> None:
    long = told("De medewerker " + "heel " * 60 + "lang verhaal")
    assert len(long) <= LONGEST
    assert long.endswith("…")


def test_it_is_never_empty() -> None:
    assert told("Eh… ja.")
