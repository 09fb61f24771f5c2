"""Letters by which documents tell who speaks, and who is meant beside others."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import passage


def found(*lines: str) -> list[str]:
    """Return the persons found in the lines of one document, in order."""
    passages = [passage(t, f"p{i}", ordinal=i) for i, t in enumerate(lines)]
    texts = {p.id: p.text for p in passages}
    persons = {
        (c.passage, c.span.start, c.span.of(texts[c.passage]))
        for c in NameDetector().detect(passages, [])
        if c.label is Label.PERSON
    }
    return [shown for _, _, shown in sorted(persons)]


def test_letters_that_a_line_explains_are_labels_with_a_space() -> None:
    legend = "gesprek in de keuken (afk: dov / nem)"
    turns = ["dov hoe was het toen", "nem niet goed", "dov en daarna", "nem stil"]
    told = found(legend, *turns, "dov waarom", "nem daarom", "ik weet het niet")
    assert told.count("dov") == 4
    assert told.count("nem") == 4


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("a", "b", 0), ("A", "B", 0), ("i", "a", 0), ("I", "R", 0), ("a", "w", 3)],
    ids=["small", "large", "question and answer", "respondent", "another"],
)
def test_a_and_b_are_nobody_where_a_document_has_both(
    first: str, second: str, count: int
) -> None:
    turn = ("hoe ging het daarna", "slecht", "en toen", "weg", "wie hielp", "niemand")
    lines = [f"{(first, second)[i % 2]}: {said}" for i, said in enumerate(turn)]
    assert found(*lines).count(second) == count


def test_letters_beside_those_of_others_are_a_person() -> None:
    lines = ("Ekrem Kaya belde.", "Rosalie Bruin ook.", "Aanw.: EK, RB en de voogd.")
    assert {"EK", "RB"} <= set(found(*lines))


def test_a_cut_surname_gives_letters_too() -> None:
    assert "FQ" in found("Overleg met Fenne Q. gehad.", "Besproken door FQ.")


def test_a_legend_is_no_label() -> None:
    assert "G = gerda" not in found("G = gerda (vraagt) S = storm", "G: wie ben je")


def test_who_asks_at_a_time_is_nobody() -> None:
    assert not found("02/12/2022, 15:58 - Rev: hoe ging het")
