"""The graph as a drawing: nothing overlaps, lines say what they stand for."""

import itertools

import pytest

from ltnlp.domain.interactions import InteractionClass
from ltnlp.reporting.graph_layout import WIDTH, Box, lay_out
from ltnlp.reporting.graph_lines import FAMILY_OF, lines
from ltnlp.reporting.graph_picture import draw, svg
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


def test_no_graph_is_no_drawing():
    assert draw(reviews.empty()).boxes == ()
