"""Patterns as finding cards."""

import re

from ltnlp.reporting import PatternInput, render_patterns
from tests.unit.reporting.patterns import patterns
from tests.unit.reporting.reviews import TODAY
from tests.unit.reporting.test_report import BLAME, outline, words


def page() -> str:
    return render_patterns(patterns(), today=TODAY)


def test_a_card_has_the_five_parts_of_a_finding():
    for part in (
        "Hoe het zich in deze zaken liet zien",
        "Waarom het onder de oppervlakte ligt",
        "Hoe verbreid het is",
        "Wat het betekent",
        "Om te overwegen",
    ):
        assert words(page()).count(part) == 3


def test_the_four_roads_stand_apart():
    sections = [a["id"] for tag, a in outline(page()).elements if tag == "section"]
    assert sections == ["guided", "cluster", "structural", "candidate", "reviews"]
    assert "Langs deze weg is niets gevonden." in words(page())


def test_spread_is_told_as_reviews_of_reviews():
    assert "3 van 5 reviews (60%)" in words(page())
    assert (
        "Tegenvoorbeelden, waar dezelfde factoren andersom werkten: schoolverzuim · r3."
        in words(page())
    )


def test_proposals_are_marked():
    told = words(page())
    assert "2 door mensen aangenomen, 3 nog voorgesteld" in told
    assert "voorstel van de computer, uit 4 voorgestelde factoren" in told


def test_considerations_are_questions():
    found = re.findall(r'<p class="question">(.*?)</p>', page())
    assert len(found) == 3
    assert all(text.endswith("?") for text in found)
    assert "Wie koppelt wat terug?" in found


def test_no_blame_and_no_script():
    assert BLAME.findall(words(page())) == []
    assert outline(page()).scripts == []


def test_nothing_compared_is_a_page_too():
    told = words(render_patterns(PatternInput(patterns=()), today=TODAY))
    assert told.count("Langs deze weg is niets gevonden.") == 4
    assert "Er zijn nog geen reviews vergeleken." in told
