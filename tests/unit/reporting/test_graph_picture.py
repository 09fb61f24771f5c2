"""The graph as a drawing: nothing overlaps, lines say what they stand for."""

import dataclasses
import itertools
import re
from xml.etree import ElementTree

import pytest

from ltnlp.domain.interactions import InteractionClass
from ltnlp.reporting.graph_layout import WIDTH, Box, lay_out
from ltnlp.reporting.graph_lines import FAMILY_OF, lines
from ltnlp.reporting.graph_names import per_name
from ltnlp.reporting.graph_picture import draw, svg
from ltnlp.reporting.report import render_report
from ltnlp.stages.graph import by_name, picture
from tests.unit.reporting import reviews


def touch(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2
        and abs(one.y - other.y) < (one.height + other.height) / 2
    )


@pytest.mark.parametrize("number", [1, 2, 3, 8, 16, 24])
def test_boxes_never_overlap_and_stay_on_the_paper(number):
    labels = {f"k{n}": f"Soort organisatie {n}" for n in range(number)}
    kinds = sorted(labels)
    pairs = [(kinds[n], kinds[n * 3 % number], 1 + n % 4) for n in range(number)]
    layout = lay_out(labels, pairs)
    boxes = list(layout.boxes.values())
    assert not any(touch(a, b) for a, b in itertools.combinations(boxes, 2))
    assert all(b.x - b.width / 2 >= 0 and b.x + b.width / 2 <= WIDTH for b in boxes)
    assert all(0 <= b.y - b.height / 2 <= layout.height for b in boxes)


def test_the_same_graph_gives_the_same_drawing():
    assert svg(draw(reviews.sample())) == svg(draw(reviews.sample()))


def test_every_class_has_a_family():
    assert set(FAMILY_OF) == set(InteractionClass)


def test_what_did_not_happen_is_a_line_of_its_own():
    found = {(one.giver, one.receiver, one.happened) for one in lines(reviews.sample())}
    assert ("huisarts", "veilig_thuis", True) in found
    assert ("veilig_thuis", "huisarts", False) in found
    assert "stroke-dasharray" in svg(draw(reviews.sample()))


def test_a_line_counts_events_not_tellings():
    school = next(
        one
        for one in lines(reviews.sample())
        if (one.giver, one.receiver) == ("basisschool", "wijkteam")
    )
    assert school.label == "overleg"
    assert school.times == 1


def crowded(number: int):
    """A report of `number` meetings between parties that met once, and one that met twice."""
    report = reviews.sample()
    one = report.graph.interactions[0]
    kinds = [*reviews.KINDS, *(f"soort {n}" for n in range(number))]
    pairs = [("huisarts", kind) for kind in kinds if kind != "huisarts"][:number]
    acts = [
        dataclasses.replace(one, id=f"x{n}", event=f"v{n}", giver=a, receiver=b)
        for n, (a, b) in enumerate([*pairs, pairs[0]])
    ]
    graph = dataclasses.replace(report.graph, interactions=tuple(acts))
    return dataclasses.replace(report, graph=graph, picture=picture(acts))


def test_in_a_crowd_only_what_happened_more_than_once_is_written():
    written = [c.line.times for c in draw(crowded(30)).curves if c.label_at]
    assert written == [2]
    assert len([c for c in draw(crowded(6)).curves if c.label_at]) > 1


def test_a_line_leads_to_what_it_stands_for_where_no_script_shows_it():
    root = ElementTree.fromstring(
        f"<div>{svg(draw(reviews.sample()), linked=True)}</div>"
    )
    links = [one.get("href") for one in root.iter("a")]
    drawn = draw(reviews.sample()).curves
    assert links == [f"#lijn-{n}" for n in range(len(drawn))]
    assert all(one.get("aria-label") for one in root.iter("a"))
    assert not [
        one for one in root.iter() if one.get("tabindex") or one.get("role") == "button"
    ]


def test_no_graph_is_no_drawing():
    assert draw(reviews.empty()).boxes == ()


def two_schools():
    """A report in which one school is named, another too, and a third is left open."""
    report = reviews.sample()
    one = report.graph.interactions[0]
    told = ("[Basisschool-1]", "[Basisschool-2]", "")
    acts = tuple(
        dataclasses.replace(
            one,
            id=f"x{n}",
            event=f"v{n}",
            giver="basisschool",
            receiver="wijkteam",
            giver_named=who,
        )
        for n, who in enumerate(told)
    )
    return dataclasses.replace(
        report,
        graph=dataclasses.replace(report.graph, interactions=acts),
        picture=picture(acts),
        named=picture(by_name(acts)),
    )


def test_two_schools_are_two_boxes_for_who_wants_to_see_who():
    kinds, named = draw(two_schools()), draw(per_name(two_schools()))
    assert [box.words for box in kinds.boxes] == [("Basisschool",), ("Wijkteam",)]
    assert {box.words for box in named.boxes} == {
        ("[Basisschool-1]", "(Basisschool)"),
        ("[Basisschool-2]", "(Basisschool)"),
        ("Basisschool", "(niet gezegd wie)"),
        ("Wijkteam",),
    }
    assert [curve.line.times for curve in named.curves] == [1, 1, 1]


def test_a_report_draws_who_it_was_only_where_that_is_told():
    both = render_report(two_schools(), today=reviews.TODAY)
    assert both.count('<svg class="graph"') == both.count('name="between"') == 2
    ids = re.findall(r'<marker id="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    alone = render_report(reviews.sample(), today=reviews.TODAY)
    assert alone.count('<svg class="graph"') == 1
    assert 'name="between"' not in alone
