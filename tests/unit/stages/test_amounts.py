import pytest

from ltnlp.stages.amounts import amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Drie weken niets gehoord", {"weken": 3}),
        ("Drieëntwintig dagen in de opvang", {"dagen": 23}),
        ("Eenendertig brieven en 2 maal gebeld", {"brieven": 31, "keer": 2}),
        ("Ik heb een keer gebeld", {"keer": 1}),
        ("Driehonderd euro", {"euro": 300}),
        ("Een rekening van € 1.250,00", {"euro": 1250}),
        ("€ 350 betaald", {"euro": 350}),
        ("Twee keer, nee drie keer", {"keer": 2}),
    ],
)
def test_how_many_of_what(text: str, found: dict[str, int]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Drie weken later belde hij",
        "Na twee dagen was hij terug",
        "Op 12 maart en 3 augustus",
        "Een paar dagen en de kinderen",
        "Zie 2023-04-12 dagen",
    ],
)
def test_what_only_says_when_is_no_amount(text: str) -> None:
    assert amounts(text) == {}
