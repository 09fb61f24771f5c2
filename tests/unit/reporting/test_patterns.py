"""Patterns as finding cards."""

import dataclasses
import re
from typing import Any

import pytest

from ltnlp.domain.patterns import Road
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


def test_how_far_a_combination_holds_is_told_as_it_was_measured():
    (cluster,) = (one for one in patterns().patterns if one.road is Road.CLUSTER)
    drawn = f"komt er gemiddeld {round(cluster.stability * 100)}% van terug"
    assert words(page()).count(drawn) == 1


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


def changed(at: int, **changes: Any) -> str:
    report = patterns()
    shown = list(report.patterns)
    shown[at] = dataclasses.replace(shown[at], **changes)
    names = {**report.names, "stil": "melding zonder terugkoppeling"}
    return words(
        render_patterns(
            dataclasses.replace(report, patterns=tuple(shown), names=names),
            today=TODAY,
        )
    )


@pytest.mark.parametrize(
    ("seen_in", "told"),
    [
        (("r1",), "staat ook in het verloop van: schoolverzuim · r1."),
        ((), "in het verloop van deze reviews niet gezien"),
        (("r5",), "niet in wat mensen zeggen: schoolverzuim · r5."),
    ],
    ids=["told and seen", "told only", "seen only"],
)
def test_a_library_pattern_says_whether_the_timeline_shows_it(seen_in, told):
    shown = changed(0, motifs=("stil",), seen_in=seen_in)
    assert "(“melding zonder terugkoppeling”)" in shown
    assert told in shown
    assert "De vorm die erbij hoort" not in changed(0)


def test_a_motif_that_chance_can_give_stays_with_the_motifs_and_says_so():
    told = changed(2, road=Road.CANDIDATE)
    assert "niet vaker dan toeval" in told
    motifs = told[told.rindex("Vormen in tijdlijn en graaf") :]
    known, new = motifs.split("Mogelijke nieuwe patronen")
    assert "Melding zonder terugkoppeling" in known
    assert "Langs deze weg is niets gevonden." in new


def test_counter_evidence_of_a_motif_is_a_good_end():
    told = changed(2, counter_evidence=("r4",))
    assert "waar het net zo begon en goed afliep: schoolverzuim · r4." in told


def test_what_a_pattern_is_stands_under_its_name():
    told = changed(0, description="Bij overgang blijft veel liggen.")
    assert "bij overdracht Bij overgang blijft veel liggen." in " ".join(told.split())
