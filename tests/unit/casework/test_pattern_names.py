"""People name what the comparison found; the name holds for the id."""

import dataclasses

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.pattern_names import LONGEST, name_pattern, named_patterns
from ltnlp.casework.report import gather_patterns
from ltnlp.domain.errors import InputError
from ltnlp.domain.factors import Valence
from ltnlp.domain.patterns import Pattern, Road
from tests.unit.casework.test_report import NAME, review_in

FOUND = Pattern(
    id="C0123456789",
    name="wachten + regie",
    road=Road.CANDIDATE,
    valence=Valence.HAMPERING,
    factors=("K01", "K08"),
    reviews=("r1", "r2"),
    n_reviews=2,
    spread=0.5,
    stability=0.4,
    explanation_nl="Samen genoemd.",
)
LISTED = dataclasses.replace(FOUND, id="PT01", road=Road.GUIDED)


@pytest.fixture
def compared(home: Home) -> Home:
    review = review_in(home)
    home.system().save_patterns(
        [dataclasses.replace(FOUND, reviews=(review, "r2")), LISTED]
    )
    return home


def test_a_name_comes_back_after_the_next_comparison(compared: Home) -> None:
    name_pattern(compared, FOUND.id, "Wachten zonder regie", by="analist")
    compared.system().save_patterns([FOUND])
    assert [one.name for one in named_patterns(compared)] == ["Wachten zonder regie"]
    assert gather_patterns(compared).patterns[0].name == "Wachten zonder regie"


def test_a_name_can_be_taken_back(compared: Home) -> None:
    name_pattern(compared, FOUND.id, "Wachten zonder regie", by="analist")
    name_pattern(compared, FOUND.id, " ", by="analist")
    assert FOUND.name in [one.name for one in named_patterns(compared)]


@pytest.mark.parametrize(
    ("pattern", "name", "told"),
    [
        ("C9", "Wachten", "niet in de laatste vergelijking"),
        (LISTED.id, "Wachten", "uit de lijst van de methode"),
        (FOUND.id, "w" * (LONGEST + 1), "hooguit"),
        (FOUND.id, f"Zoals bij {NAME}", "geen namen"),
    ],
    ids=["unknown", "named by the library", "too long", "a person"],
)
def test_what_cannot_be_a_name_is_refused(
    compared: Home, pattern: str, name: str, told: str
) -> None:
    with pytest.raises(InputError) as refused:
        name_pattern(compared, pattern, name, by="analist")
    assert told in refused.value.message_nl
    assert [one.name for one in named_patterns(compared)] == [FOUND.name] * 2
